"""The first answer to a pull request: annotations, summary, what is left for the comment."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.archive.complete import load_archive
from macros.changes.command import changes_of
from scripts.review import __main__ as review
from scripts.review.artifact import read_answer
from scripts.review.volumes import changed_volumes
from tests.small_site import STATISTICS, Slip, write_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.vn", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(root), *identity, *command], check=True)
    monkeypatch.chdir(root)
    return root


def test_errors_changes_and_files(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    Slip("", STATISTICS, "value: 40", "value: 41", "").apply(site)
    assert review.main(["main", str(tmp_path / "out")]) == 1
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith(f"::error file={STATISTICS},line=5,col=")
    said = summary.read_text(encoding="utf-8")
    assert said.startswith("# Còn 1 lỗi\n")
    assert "40 đảng viên → 41 đảng viên" in said
    with zipfile.ZipFile(tmp_path / "review.zip", "w") as archive:
        for path in (tmp_path / "out").iterdir():
            archive.write(path, path.name)
    answer = read_answer((tmp_path / "review.zip").read_bytes())
    assert len(answer.errors) == 1
    assert answer.changes == changes_of(site, "main")
    assert changed_volumes(load_archive(site)[0], answer.changes) == ["may-thuong"]


def test_nothing_is_wrong(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review.main(["main", str(tmp_path / "out")]) == 0
    assert "::error" not in capsys.readouterr().out


def test_a_base_that_is_not_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review.main(["khong-co", "out"]) == 2
    assert capsys.readouterr().err.startswith("lỗi: kho Git không có nhánh hay mã “khong-co”")
