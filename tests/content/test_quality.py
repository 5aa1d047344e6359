"""Every page of this site, as its readers' machines meet it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.system.program import PROGRAM
from tests.browser.every_page import (
    ALL,
    Site,
    faults,
    nu_checked,
    served,
    some,
    stands_without_scripts,
    too_tall,
)
from tests.browser.look import reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SHARES = 4
MORE = 6
LARGEST = 16
WHOLE = re.compile(r"tra-cuu/nguon/|bien-tap/du-lieu/")
"""Pages that follow a document paragraph by paragraph, or list every field: each has contents."""


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    yield from served(tmp_path_factory, "real", lambda _: PROGRAM)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_accessible_quiet_steady_light_and_printable(
    browser: Browser, real: Site, share: int
) -> None:
    with reader(browser, real.address) as tab:
        pages = real.pages()
        assert len(pages) > 100
        looked_at = pages if ALL else some(pages, MORE)
        assert "\n".join(faults(tab, looked_at[share::SHARES])) == ""


def test_no_page_is_too_tall_for_a_phone(browser: Browser, real: Site) -> None:
    """But those that are whole tables, with contents of their own."""
    pages = [path for path in real.pages() if not WHOLE.match(path)]
    # The height of a page grows with its size: of the largest files come the tallest pages.
    largest = sorted(pages, key=lambda path: -_size(real, path))
    assert too_tall(browser, real.address, pages if ALL else largest[:LARGEST]) == []


def _size(site: Site, path: str) -> int:
    page = site.folder / path
    file = page / "index.html" if page.is_dir() else page
    return file.stat().st_size if file.is_file() else 0


def test_the_nu_checker_finds_no_error(real: Site) -> None:
    assert nu_checked([real.folder]) == ""


def test_the_text_is_there_before_any_script(browser: Browser, real: Site) -> None:
    stands_without_scripts(browser, real)


def test_the_guide_tells_the_policy_that_the_pages_bear(real: Site) -> None:
    guide = (PROGRAM / "docs/bien-tap/xuat-ban.md").read_text(encoding="utf-8")
    sent = f"{real.policy()}; frame-ancestors 'none'"
    assert guide.count(f'Content-Security-Policy "{sent}"') == 2  # nginx and Apache
