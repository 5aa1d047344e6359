"""Every page of a fabricated whole site and of an awkward one, as its readers' machines meet it.

The tests of every page take most of the time of all browser tests: a page is loaded once and then
looked at in every form, on paper too. The pages of this site are held to the same in tests/content.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html

from macros.site.preview import Preview
from tests.browser.awkward_site import POSTS, ROWS, write_awkward_site
from tests.browser.every_page import (
    ALL,
    Site,
    faults,
    nu_checked,
    served,
    some,
    stands_without_scripts,
)
from tests.browser.host import hosted
from tests.browser.look import reader
from tests.whole_site import write_whole_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SHARES = 2
MORE = 2


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    yield from served(tmp_path_factory, "whole", write_whole_site)


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    yield from served(tmp_path_factory, "awkward", write_awkward_site)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_accessible_quiet_steady_light_and_printable(
    browser: Browser, whole: Site, share: int
) -> None:
    pages = whole.pages() if ALL else some(whole.pages(), MORE)
    assert len(pages) > 12
    with reader(browser, whole.address) as tab:
        assert "\n".join(faults(tab, pages[share::SHARES])) == ""


def test_so_is_every_page_of_the_awkward_site(browser: Browser, awkward: Site) -> None:
    with reader(browser, awkward.address) as tab:
        pages = awkward.pages() if ALL else some(awkward.pages(), MORE)
        assert "\n".join(faults(tab, pages)) == ""


def test_the_nu_checker_finds_no_error(whole: Site, awkward: Site) -> None:
    assert nu_checked([whole.folder, awkward.folder]) == ""


@pytest.mark.parametrize("name", ["whole", "awkward"])
def test_the_text_is_there_before_any_script(
    browser: Browser, name: str, request: pytest.FixtureRequest
) -> None:
    stands_without_scripts(browser, request.getfixturevalue(name))


def test_one_policy_stands_in_pages_and_headers(whole: Site) -> None:
    policy = whole.policy()
    for source in ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "sha256-", "*", "http"):
        assert source not in policy
    headers = (whole.folder / "_headers").read_text(encoding="utf-8")
    assert f"  Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in headers


def test_a_page_with_a_file_can_be_edited_and_no_other(whole: Site) -> None:
    edit = "//a[@rel='edit noopener']/@href"
    (link,) = lxml_html.parse(whole.folder / "so-tay/index.html").xpath(edit)
    assert link == "https://github.com/vi-du/lich-su/edit/main/docs/so-tay.md"
    person = next(whole.folder.glob("tra-cuu/nhan-vat/?/index.html"))
    assert lxml_html.parse(person).xpath(edit) == []


def test_the_preview_runs_its_one_script_under_the_policy(
    browser: Browser, whole: Site, tmp_path: Path
) -> None:
    preview = Preview(list, whole.folder, "127.0.0.1", 0, print)
    page = preview._inject_js_into_html((whole.folder / "index.html").read_bytes(), 1)
    preview.server_close()
    (tmp_path / "index.html").write_bytes(page)
    (tmp_path / "_headers").write_text("/*\n", encoding="utf-8")  # the preview sends none
    for name in ("assets", "404.html"):
        (tmp_path / name).symlink_to(whole.folder / name)
    with hosted(tmp_path) as address, reader(browser, address) as tab:
        tab.page.goto(address, wait_until="load")
        assert tab.page.evaluate("typeof livereload") == "function"


def test_the_many_and_the_long_are_all_shown(awkward: Site) -> None:
    people = [
        lxml_html.parse(one) for one in awkward.folder.glob("tra-cuu/nhan-vat/*-*/index.html")
    ]
    assert POSTS in [len(person.xpath("//section[@class='post']")) for person in people]
    volume = lxml_html.parse(awkward.folder / "lien-hiep-van-tai/index.html")
    assert len(volume.xpath("//table[contains(@class, 'figures')]/tbody/tr[td]")) >= ROWS
    for name in ("chi-bo-ban-mo", "chi-bo-ben-la", "lien-hiep-van-tai"):
        text = lxml_html.parse(awkward.folder / name / "index.html").getroot().text_content()
        assert "None" not in text and "[]" not in text
