"""Files whose names an editor wrote in Vietnamese: which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from tests.small_site import put, write_site

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "data/organizations/may-ha"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("to-chuc.yml", "organization.yml"),
        ("lanh-dao.yml", "leadership.yml"),
        ("Nhân sự.yml", "leadership.yml"),
        ("dai-hoi.yml", "congresses.yml"),
        ("so-lieu.yml", "statistics.yml"),
        ("su-kien.yml", "events.yml"),
        ("mau-thuan.yml", "conflicts.yml"),
        ("danh-sach.yml", "rolls.yml"),
        ("nhan-dinh.yml", "statements.yml"),
        ("danh-gia.yml", "statements.yml"),
        ("chi-tieu.yml", "targets.yml"),
    ],
)
def test_the_file_that_is_meant_is_proposed(tmp_path: Path, typed: str, meant: str) -> None:
    write_site(tmp_path)
    put(tmp_path, f"{FOLDER}/organization.yml", "kind: party\nshort_name: Đảng bộ xã Mây Hạ\n")
    if meant == "organization.yml":
        (tmp_path / FOLDER / "organization.yml").unlink()
    put(tmp_path, f"{FOLDER}/{typed}", "a: b\n")
    _, problems = load_archive(tmp_path)
    (told,) = [one for one in problems if one.position.path == f"{FOLDER}/{typed}"]
    assert told.remedy == f"có phải ý bạn là “{meant}”?"


def test_so_is_one_of_the_whole_site(tmp_path: Path) -> None:
    write_site(tmp_path)
    put(tmp_path, "data/chu-viet-tat.yml", "a: b\n")
    _, problems = load_archive(tmp_path)
    (told,) = [one for one in problems if one.position.path == "data/chu-viet-tat.yml"]
    assert told.remedy == "có phải ý bạn là “abbreviations.yml”?"
