"""The figures of chapters: a site with a mistake elsewhere is checked all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.project.check import check_project
from macros.project.project import Project
from tests.small_site import CHAPTER, put, write_site

CALLS = "\n{{ leadership_timeline() }}\n\n{{ lineage() }}\n"


@pytest.mark.parametrize("broken", ["organization", "leadership", "statistics"])
def test_data_that_cannot_be_read_is_told_and_ends_no_check(tmp_path: Path, broken: str) -> None:
    root = write_site(tmp_path / "site")
    put(root, CHAPTER, (root / CHAPTER).read_text(encoding="utf-8") + CALLS)
    put(root, f"data/organizations/may-thuong/{broken}.yml", "a: [\n")
    told = check_project(Project(root)).problems
    assert any(f"may-thuong/{broken}.yml" in one.position.path for one in told)


def test_a_chapter_with_a_mistake_shows_no_figure(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    text = (root / CHAPTER).read_text(encoding="utf-8")
    put(root, CHAPTER, text + CALLS)
    figures = check_project(Project(root)).archive.figures
    assert [one.label for one in figures.of("may-thuong").values()] == ["Hình\xa01", "Hình\xa02"]
    put(root, CHAPTER, text + CALLS + '\n{{ picture("khong-co") }}\n')
    assert not check_project(Project(root)).archive.figures.of("may-thuong")
