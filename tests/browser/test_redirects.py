"""In a real browser: old addresses lead on, with a script and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scripts import build
from tests.browser.conftest import served
from tests.browser.test_theme import DESKTOP, visit
from tests.small_site import put, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

MOVED = """\
redirects:
  - { old: may-thuong/con-so/, new: may-thuong/so-lieu/ }
  - { old: "may-thuong/con-so/#dai-hoi", new: "may-thuong/dai-hoi/#dai-hoi-i" }
  - { old: "may-thuong/so-lieu/#cu", new: "may-thuong/so-lieu/#dang-vien-1955" }
  - { old: "may-thuong/#roi", new: "may-thuong/dai-hoi/#dai-hoi-ii" }
"""
OLD = "may-thuong/con-so/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small invented site with addresses that have moved."""
    root = write_site(tmp_path_factory.mktemp("moved") / "site")
    put(root, "data/redirects.yml", MOVED)
    assert build.main(["--root", str(root)]) == 0
    with served(root / "site") as address:
        yield address


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, "may-thuong/so-lieu/"),
        (f"{OLD}#dang-vien-1955", "may-thuong/so-lieu/#dang-vien-1955"),
        (f"{OLD}#dai-hoi", "may-thuong/dai-hoi/#dai-hoi-i"),
    ],
)
def test_an_old_page_leads_on_with_its_part(
    browser: Browser, site: str, old: str, new: str
) -> None:
    with visit(browser, site + old, DESKTOP, "light") as page:
        page.wait_for_url(site + new)
        page.go_back()
        assert OLD not in page.url  # the old address is no stop on the way back


def test_without_scripts_it_leads_on_too(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + OLD)
    page.wait_for_url(f"{site}may-thuong/so-lieu/")
    context.close()


def test_an_old_name_of_a_row_is_at_the_row(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{site}may-thuong/so-lieu/#cu")
    assert page.locator("tr#dang-vien-1955 #cu:target").count() == 1
    context.close()


def test_who_comes_for_what_has_gone_is_shown_the_way(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{site}may-thuong/")
    assert not page.locator(".moved").is_visible()
    page.goto(f"{site}may-thuong/#roi")
    assert page.locator(".moved").is_visible()
    page.locator(".moved a").click()
    page.wait_for_url("**/may-thuong/dai-hoi/#dai-hoi-ii")
    context.close()
