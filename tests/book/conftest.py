"""A fabricated book of two volumes, for tests that read a whole one back."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive.books import COLLECTED
from macros.project.project import Project
from tests.book.reading import Book
from tests.book.shelf import make_books, read
from tests.once import once
from tests.whole_site import write_whole_site


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the collected volume is built, beside `site`."""

    def make(folder: Path) -> tuple[int, str]:
        (folder / "site").mkdir()
        return make_books(write_whole_site(folder / "site"), folder, "--only", COLLECTED)

    return once(tmp_path_factory, "whole-shelf", make)


@pytest.fixture
def project(shelf: Path) -> Project:
    """What the book tells."""
    return Project(shelf / "site")


@pytest.fixture
def book(shelf: Path) -> Book:
    """A book of that content, read back."""
    return read(shelf / f"{COLLECTED}.pdf")


@pytest.fixture
def collected(book: Book) -> Book:
    """The collected volume, which tells all that the others tell."""
    return book
