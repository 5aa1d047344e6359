"""The folder of transcriptions is remembered, and what it newly attests is written by the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.project.transcriptions import FILE, remember, remembered
from macros.site import preview
from macros.site.preview import build_and_renew
from scripts import check, evidence
from tests.small_site import put, write_site

LEADERSHIP = "data/organizations/may-thuong/leadership.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


def test_a_folder_is_remembered_as_long_as_it_is_there(site: Path) -> None:
    folder = site.parent / f"{site.name}-transcriptions"
    assert remembered(site) is None
    remember(site, folder)
    assert remembered(site) == folder
    put(site, FILE, "/khong/co\n")
    assert remembered(site) is None
    put(site, FILE, b"\xff\xfe")
    assert remembered(site) is None


def add_a_wording(site: Path, folder: Path) -> None:
    """Add words of the cited paragraph that nobody has attested yet."""
    path = site / LEADERSHIP
    data = path.read_text(encoding="utf-8")
    cited = int(re.findall(r"cite: ky-yeu#(\d+)", data)[-1])
    text = (folder / "ky-yeu.txt").read_text(encoding="utf-8").split("\n")[cited - 1]
    said = " ".join(text.split()[:3]).strip(",.")
    path.write_text(f"{data.rstrip()}\n    decided_by: {said}\n", encoding="utf-8")


def test_the_check_renews_what_is_attested(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site.parent / f"{site.name}-transcriptions"
    assert evidence.main(["--root", str(site), "regenerate", str(folder)]) == 0
    add_a_wording(site, folder)
    (site / FILE).rename(site / "aside")
    assert check.main(["--root", str(site), "--strict"]) == 1
    assert "chờ đối chiếu với" in capsys.readouterr().out
    (site / "aside").rename(site / FILE)
    assert check.main(["--root", str(site)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == (
        "data/sources/ky-yeu.evidence.json: đã ghi thêm những lời mới đối chiếu được, "
        "đếm lại câu đã kể"
    )
    (site / FILE).unlink()
    assert check.main(["--root", str(site), "--strict"]) == 0


def test_the_preview_renews_once_after_data_has_changed(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = site.parent / f"{site.name}-transcriptions"
    said: list[str] = []
    errors: list[str] = []
    monkeypatch.setattr(preview, "build_site", lambda *_: errors)
    build = build_and_renew(site, site.parent / "built", said.append)
    add_a_wording(site, folder)
    build()
    assert said == [], "no folder is remembered"
    assert check.main(["--root", str(site), "--strict"]) == 1
    remember(site, folder)
    (site / LEADERSHIP).touch()
    errors.append("docs/index.md:1:1: lỗi: hỏng")
    assert build() == errors
    assert said == [], "there are errors"
    errors.clear()
    build()
    build()
    assert [line.split(":")[0] for line in said] == ["data/sources/ky-yeu.evidence.json"]
    (site / FILE).unlink()
    assert check.main(["--root", str(site), "--strict"]) == 0


def test_nothing_is_renewed_while_a_file_cannot_be_read(site: Path) -> None:
    folder = site.parent / f"{site.name}-transcriptions"
    add_a_wording(site, folder)
    remember(site, folder)
    before = (site / "data/sources/ky-yeu.evidence.json").read_bytes()
    put(site, "data/people/hong.yml", "name: [\n")
    assert evidence.main(["--root", str(site), "renew"]) == 0
    assert (site / "data/sources/ky-yeu.evidence.json").read_bytes() == before
    (site / "data/people/hong.yml").unlink()
    assert evidence.main(["--root", str(site), "renew"]) == 0
    assert (site / "data/sources/ky-yeu.evidence.json").read_bytes() != before
