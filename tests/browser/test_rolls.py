"""In a real browser: a roll is filtered by what a reader types, under the policy of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_from
from tests.awkward import test_rolls
from tests.browser.conftest import served
from tests.browser.look import reader
from tests.browser.test_theme import DESKTOP, PHONE, visit
from tests.support import CATALOGUES, load_sound, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

NAMES = (
    "Bùi Văn An,1940,thôn Hạ",
    "Vũ Thị Ân,,thôn Thượng",
    "Đỗ Văn Ước,1930,thôn Đá",
    "Đỗ Thị Uốc,1931,",
    "Lý Văn Đạt,1932,thôn Hạ",
    "Lý Văn Dật,1933,thôn Hạ",
)
# Enough for the letters, and for a page that scrolls.
MANY = "\n".join(f"        Lý Văn Mít,{1900 + n},thôn Trung" for n in range(60))
TABLE = "\n        Họ và tên,Năm sinh,Quê quán\n        " + "\n        ".join(NAMES) + f"\n{MANY}\n"
CHAPTER = """---
title: Liệt sĩ
organization: khoi
---

# Danh sách liệt sĩ

{{ roll("liet-si") }}

## Liệt sĩ Bùi Văn An

Một đoạn.
"""
SHOWN = """[...document.querySelectorAll(".long-roll tbody tr")].filter((one) => one.checkVisibility())
  .map((one) => one.querySelector("th").textContent.replace(/\\u00a0/g, " "))"""
LETTERS = """[...document.querySelectorAll(".long-roll__letters a")].filter((one) => one.checkVisibility())
  .map((one) => one.textContent).join("")"""
BOX = ".long-roll__find input"
STATUS = ".long-roll__find [role=status]"
ALL = 66


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a roll on its first page."""
    files = {**CATALOGUES, **test_rolls.FILES, test_rolls.TABLE: TABLE}
    files["data/people/ly-van-mot.yml"] = "name: Lý Văn Một\n"
    folder = write_site(tmp_path_factory.mktemp("rolls"), files)
    (folder / "mkdocs.yml").write_text("site_name: Lịch sử Khe Sao\n", encoding="utf-8")
    archive = load_sound(folder)
    write_site(folder / "docs", {"index.md": CHAPTER})
    config = site_config(folder, nav=[{"Liệt sĩ": "index.md"}])
    state_of(config).inputs = inputs_from(archive)
    build(config)
    with served(folder / "site") as address:
        yield address


def typed(page: Page, words: str) -> list[str]:
    """Type into the box and return who is still to be seen."""
    page.fill(BOX, words)
    found: list[str] = page.evaluate(SHOWN)
    return found


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_only_those_who_fit_are_seen_with_or_without_marks(
    browser: Browser, site: str, size: dict[str, int]
) -> None:
    with visit(browser, site, size, "light") as page:
        assert len(page.evaluate(SHOWN)) == ALL
        assert typed(page, "do uoc") == ["Đỗ Thị Uốc", "Đỗ Văn Ước"]
        assert page.inner_text(STATUS) == f"2 trên {ALL} người"
        assert typed(page, "Đỗ ước") == ["Đỗ Văn Ước"], "marks that were typed are meant"
        assert typed(page, "DAT") == ["Lý Văn Dật", "Lý Văn Đạt"]
        assert typed(page, "đạt") == ["Lý Văn Đạt"]
        assert typed(page, "thon da 1930") == ["Đỗ Văn Ước"], "of all cells of a row"
        assert typed(page, "ạt") == [], "words are typed from their beginning"
        # Marks as characters of their own, as some keyboards give them.
        assert typed(page, "A\u0302n") == ["Vũ Thị Ân"]


def test_nobody_is_told_and_an_empty_box_brings_all_back(browser: Browser, site: str) -> None:
    with visit(browser, site, DESKTOP, "light") as page:
        assert page.evaluate(LETTERS) == "AÂDĐMUƯ"
        assert typed(page, "do uoc")
        assert page.evaluate(LETTERS) == "UƯ", "no letter leads to nobody"
        assert typed(page, "không ai") == []
        assert page.inner_text(STATUS) == "Không có ai như vậy."
        assert len(typed(page, "  ")) == ALL
        assert page.inner_text(STATUS) == ""
        assert page.evaluate(LETTERS) == "AÂDĐMUƯ"


def test_the_keyboard_does_it_all(browser: Browser, site: str) -> None:
    with visit(browser, site, DESKTOP, "light") as page:
        page.get_by_label("Lọc danh sách").focus()
        page.keyboard.type("dat")
        assert len(page.evaluate(SHOWN)) == 2
        page.keyboard.press("Escape")
        assert len(page.evaluate(SHOWN)) == ALL, "Escape empties the box"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.title") == "Tên vần A"
        page.focus(".long-roll__letters a[title$=Ư]")
        page.keyboard.press("Enter")
        page.wait_for_url("**#liet-si--van--uw")
        row = page.locator("#liet-si--do-van-uoc").bounding_box()
        head = page.locator(".md-header").bounding_box()
        assert row and head
        assert head["height"] <= row["y"] < DESKTOP["height"]


def test_without_scripts_the_whole_table_stands_there(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site)
    assert page.locator(BOX).is_hidden()
    rows = page.locator(".long-roll tbody tr")
    assert rows.count() == ALL
    assert all(one.is_visible() for one in (rows.first, rows.last))
    context.close()


def test_machines_find_no_fault_and_nothing_moves(browser: Browser, site: str) -> None:
    with reader(browser, site) as tab:
        look = tab.turn(tab.visit(""))
        assert str(look) == ""
        assert look.shift < 0.01
        # Filtered, too.
        tab.page.fill(BOX, "do uoc")
        assert str(tab.turn(look)) == ""


def test_paper_has_the_table_without_box_and_letters(browser: Browser, site: str) -> None:
    with visit(browser, site, DESKTOP, "light") as page:
        page.emulate_media(media="print")
        assert page.locator(BOX).is_hidden()
        assert page.locator(".long-roll__letters").is_hidden()
        assert len(page.evaluate(SHOWN)) == ALL
        style = "getComputedStyle(document.querySelector('.long-roll table')).breakInside"
        assert page.evaluate(style) == "auto"
