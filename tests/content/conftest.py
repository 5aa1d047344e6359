"""Tests of this site's own content, which skip themselves where the repository holds another.

The tests of the program stand beside this folder and fabricate what they work on.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive.books import COLLECTED
from macros.project.project import Project
from macros.system.program import PROGRAM
from tests.book.reading import Book
from tests.book.shelf import make_books, read
from tests.browser.every_page import ALL
from tests.once import once

VOLUMES = ("dang-bo-bach-dang", "dang-bo-le-chan", "dang-bo-le-ich-moc", "khoi-cac-co-quan")
"""The organizations that tell which site this is."""
ALONE = VOLUMES[0]
"""The volume that tests read as a book of its own."""
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is in this folder where the content is not what it was written for."""
    folder = PROGRAM / "data" / "organizations"
    if missing := [one for one in VOLUMES if not (folder / one / "organization.yml").is_file()]:
        reason = f"written for another content: there is no organization {', '.join(missing)}"
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which volumes of this site are built.

    Minutes go into the collected one: a test builds one volume, `make pages` all.
    """
    only = [] if ALL else [f"--only={ALONE}"]
    return once(tmp_path_factory, "shelf", lambda folder: make_books(PROGRAM, folder, *only))


@pytest.fixture
def project() -> Project:
    """What the book tells."""
    return Project(PROGRAM)


@pytest.fixture(params=[COLLECTED, ALONE] if ALL else [ALONE])
def book(request: pytest.FixtureRequest, shelf: Path) -> Book:
    """A book of this content, read back."""
    return read(shelf / f"{request.param}.pdf")


@pytest.fixture
def collected(shelf: Path) -> Book:
    """The collected volume of this content, read back."""
    if not ALL:
        pytest.skip("the collected volume of this content is built by `make pages`")
    return read(shelf / f"{COLLECTED}.pdf")
