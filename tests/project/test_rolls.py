"""A roll that no chapter shows is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.project.check import check_project
from macros.project.project import Project
from tests.bad_input.slips_in_rolls import RIGHT, ROLLS
from tests.small_site import CHAPTER, put, write_site

if TYPE_CHECKING:
    from pathlib import Path


def messages(root: Path) -> list[str]:
    """Return the notes about rolls, and all mistakes."""
    found = map(str, check_project(Project(root)).problems)
    return [one for one in found if "danh sách" in one or ": lỗi: " in one]


def test_it_is_noted_until_a_chapter_of_its_organization_shows_it(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    RIGHT(root)
    (note,) = messages(root)
    assert note == (
        f"{ROLLS}:2:5: ghi chú: chưa chương nào chèn danh sách “bi-thu”, nên không ai đọc được"
        ' → chèn {{ roll("bi-thu") }} vào một chương của “may-thuong”'
    )
    chapter = root / CHAPTER
    text = chapter.read_text(encoding="utf-8")
    # A chapter with a mistake may be the one that shows it.
    put(root, CHAPTER, f'{text}\n{{{{ roll("bi-thư") }}}}\n')
    assert [one for one in messages(root) if "chưa chương nào" in one] == []
    put(root, CHAPTER, f'{text}\n{{{{ roll("bi-thu") }}}}\n')
    assert messages(root) == []
