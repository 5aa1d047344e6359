"""The folder of transcriptions is remembered, and what it newly attests is written by the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.project.transcriptions import FILE, remember, remembered
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


def test_the_check_renews_what_is_attested(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site.parent / f"{site.name}-transcriptions"
    assert evidence.main(["--root", str(site), "regenerate", str(folder)]) == 0
    path = site / LEADERSHIP
    data = path.read_text(encoding="utf-8")
    cited = int(re.findall(r"cite: ky-yeu#(\d+)", data)[-1])
    text = (folder / "ky-yeu.txt").read_text(encoding="utf-8").split("\n")[cited - 1]
    said = " ".join(text.split()[:3]).strip(",.")
    path.write_text(f"{data.rstrip()}\n    decided_by: {said}\n", encoding="utf-8")
    (site / FILE).rename(site / "aside")
    assert check.main(["--root", str(site), "--strict"]) == 1
    assert "chờ đối chiếu với" in capsys.readouterr().out
    (site / "aside").rename(site / FILE)
    assert check.main(["--root", str(site)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == (
        "data/sources/ky-yeu.evidence.json: đã ghi thêm những lời mới đối chiếu được, "
        "đếm lại câu có dữ kiện"
    )
    (site / FILE).unlink()
    assert check.main(["--root", str(site), "--strict"]) == 0
