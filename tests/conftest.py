"""What tests of several rooms share: a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


BOOKS = Path(__file__).parent / "book"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the books, the whole one first: it takes minutes, in which others do all else.

    Left to the end, one worker made it while the others waited for it, eight minutes of twenty.
    """
    items.sort(key=lambda one: (BOOKS not in one.path.parents, one.path.stem != "test_whole_book"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    # Here, since most tests need none of it.
    from playwright.sync_api import sync_playwright

    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path, "thiếu trình duyệt → scripts/setup.sh browser"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()
