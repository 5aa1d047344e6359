"""The history of real repositories: whole, cut short, and none at all."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from macros.metadata.history import History, head, history


def git(folder: Path, *words: str, day: str = "2024-05-06") -> None:
    moment = f"{day}T12:00:00+0700"
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(
        ["git", "-C", str(folder), *words],
        check=True,
        capture_output=True,
        env=os.environ | who | dates,
    )


def repository(folder: Path) -> Path:
    """Return a project within a repository, with two commits."""
    project = folder / "goc" / "trang"
    chapter = project / "docs" / "xã" / "index.md"
    chapter.parent.mkdir(parents=True)
    git(folder, "init", "-q", "goc")
    for day, text in (("2023-02-01", "Một"), ("2024-05-06", "Hai")):
        chapter.write_text(f"---\ntitle: {text}\n---\n", encoding="utf-8")
        git(folder / "goc", "add", ".")
        git(folder / "goc", "commit", "-qm", text, day=day)
    return project


def test_files_are_named_from_the_project_whatever_it_lies_in(tmp_path: Path) -> None:
    project = repository(tmp_path)
    told = history(project, head(project))
    assert told.changed(["docs/xã/index.md"]) == date(2024, 5, 6)
    assert list(told.days) == [date(2024, 5, 6), date(2023, 2, 1)]


def test_a_history_cut_short_tells_no_dates(tmp_path: Path) -> None:
    repository(tmp_path)
    address = f"file://{tmp_path / 'goc'}"
    git(tmp_path, "clone", "-q", "--depth", "1", address, "nong")
    project = tmp_path / "nong" / "trang"
    assert history(project, head(project)) == History()


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    assert head(tmp_path) == ""
    assert history(tmp_path, "") == History()
