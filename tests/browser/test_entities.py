"""In a real browser: what became of a unit, and everything that names a person, from the home page.

Each is found in at most three clicks, without a script, at an address of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.archive.complete import load_archive
from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_of
from macros.project.check import check_chapters
from macros.project.project import Project
from tests.browser.conftest import served
from tests.browser.test_theme import DESKTOP, PHONE, visit
from tests.small_site import put, write_site
from tests.views.test_succession import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LISTS = {
    "tra-cuu/nhan-vat/index.md": ("Nhân vật", "people_index()"),
    "tra-cuu/to-chuc.md": ("Tổ chức liên quan", "organization_list()"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, with units that merged."""
    folder = write_site(tmp_path_factory.mktemp("entities") / "root")
    for path, text in FILES.items():
        put(folder, path, text)
    for path, (title, call) in LISTS.items():
        put(folder, f"docs/{path}", f"---\ntitle: {title}\n---\n\n# {title}\n\n{{{{ {call} }}}}\n")
    project = Project(folder)
    chapters = check_chapters(project, load_archive(folder)[0])
    nav = [{"Trang đầu": "index.md"}, *({title: path} for path, (title, _) in LISTS.items())]
    config = site_config(folder, nav=nav)
    state_of(config).inputs = inputs_of(project, chapters)
    build(config)
    with served(folder / "site") as address:
        yield address


def follow(page: Page, *names: str) -> str:
    """Click links of these names, one after the other; return the address reached."""
    for name in names:
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_load_state()
    return page.url


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_what_became_of_a_unit_is_the_first_sentence(
    browser: Browser, site: str, size: dict[str, int]
) -> None:
    with visit(browser, f"{site}tra-cuu/to-chuc/", size, "light") as page:
        assert follow(page, "Xã Ba") == f"{site}tra-cuu/to-chuc/ba/"
        lead = page.locator(".entity__lead").inner_text().replace("\u00a0", " ")
        assert lead.startswith("Hợp thành từ các xã Một và Hai")
        assert page.locator(".entity__lead strong").inner_text().startswith("Phần lớn nhập vào")
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_every_place_that_names_a_person_is_listed(browser: Browser, site: str) -> None:
    with visit(browser, site, DESKTOP, "light") as page:
        assert follow(page, "Nhân vật", "Lý Thị Mận") == f"{site}tra-cuu/nhan-vat/ly-thi-man/"
        places = page.locator(".places > li")
        assert [one.split(":")[0].split("\n")[-1] for one in places.all_inner_texts()] == [
            "Trang mở đầu",
            "Các kỳ đại hội",
        ]
        assert page.locator(".chain__own b").inner_text() == "Lý Thị Mận"
        assert page.locator(".where li:not([hidden])").all_inner_texts() == [
            "Nhân vật",
            "Lý Thị Mận",
        ]
        assert page.locator(".doors [aria-current]").inner_text() == "Nhân vật"


def test_the_old_place_of_an_entry_leads_on(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}tra-cuu/nhan-vat/m/#ly-thi-man", DESKTOP, "light") as page:
        page.locator("#ly-thi-man a").first.click()
        assert page.url == f"{site}tra-cuu/nhan-vat/ly-thi-man/"
