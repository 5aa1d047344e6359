"""What readers come for: from the home page in at most three clicks or one search, at an address.

A task is a way of clicks (selectors) and words that the page reached must hold; it needs no script.
Tasks that need one (search, copying, a day typed) follow; the numbers are those of the list of
seventeen by which the site was read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.system.program import PROGRAM
from tests.browser.every_page import Site, served
from tests.browser.searching import PHONE, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MOST_CLICKS = 3
KHOI = ".card__name a:has-text('Khối các cơ quan')"
LE_ICH_MOC = ".card__name a:has-text('Lê Ích Mộc')"
LE_CHAN = ".card__name a:has-text('Lê Chân')"


def chapter(title: str) -> str:
    """Return the link to a chapter in the contents of a volume; years of its title do not break."""
    return f".contents a:has-text('{title}')"


def door(name: str) -> str:
    """Return the link of a door."""
    return f".doors a:text-is('{name}')"


TASKS = {
    "2 how the Bloc was founded": ((KHOI, chapter("Thành lập, 1994–1995")), "1000-QĐ/TU"),
    "1 who led the Bloc": ((KHOI, chapter("Lãnh đạo")), "Nguyễn Quang Tuyên"),
    "3 its members since 1994": ((KHOI, chapter("Số liệu")), "2.522"),
    "4 what became of a commune": (
        (door("Tổ chức"), "article a:text-is('Xã Quang Trung')"),
        "nhập vào",
    ),
    "5 the first congress": ((LE_ICH_MOC, chapter("Đại hội")), "trước khi đại hội ấy họp"),
    "8 every mention of a person": (
        (door("Nhân vật"), "article a:text-is('Nguyễn Xuân Sang')"),
        "Được nhắc đến trong",
    ),
    "13 where documents disagree": (
        ("article a:text-is('Điểm chưa thống nhất và còn thiếu')",),
        "≠|mâu thuẫn|khác nhau",
    ),
    "14 what happened in 2008": ((door("Theo năm"), "article a:text-is('2008')"), "2008"),
    "10 all figures as a file": (("article a:text-is('Dữ liệu mở')",), "statistics.csv"),
    "6 targets against results": ((LE_ICH_MOC, chapter("Chỉ tiêu, 2020–2025")), "163 / 149"),
    "7 what a decision did": (
        (door("Theo năm"), "article a:text-is('2010')", "article a:has-text('1521-QĐ/TU')"),
        "Đổi tên từ",
    ),
    "15 where the headquarters was": ((KHOI,), "Đinh Tiên Hoàng"),
    "captions without pictures": ((LE_CHAN, ".contents a:has-text('mười ảnh')"), "Ảnh 9|ảnh"),
}


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    yield from served(tmp_path_factory, "real", lambda _: PROGRAM)


@pytest.mark.parametrize("task", TASKS)
def test_a_task_takes_few_clicks_and_no_script(browser: Browser, real: Site, task: str) -> None:
    way, told = TASKS[task]
    assert len(way) <= MOST_CLICKS
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(8000)
    page.goto(real.address)
    for link in way:
        page.locator(link).first.click()
        page.wait_for_load_state()
    assert page.url != real.address
    words = page.locator("article").inner_text()
    assert any(one in words for one in told.split("|")), page.url
    context.close()


FOUND = {
    # 7 and 4: the first of the list; 1 and 15: the card above it.
    "1521-QĐ/TU": ("tra-cuu/van-kien/quyet-dinh-1521-qd-tu/", ""),
    "xã Quang Trung": ("tra-cuu/to-chuc/quang-trung/", ""),
    "bí thư đảng bộ Khối các cơ quan năm 2003": ("", "Nguyễn Quang Tuyên"),
    "trụ sở Khối năm 1999": ("", "Đinh Tiên Hoàng"),
}


def test_1_4_7_15_one_search_answers_and_has_an_address(browser: Browser, real: Site) -> None:
    with reading(browser, real.address) as reader:
        for query, (page, told) in FOUND.items():
            first = reader.look(query)[0].partition("#")[0]
            assert "?q=" in reader.page.url
            if page:
                assert first == page
            else:
                reader.page.locator(f".search__answer:has-text('{told}')").wait_for(timeout=8000)


def test_1_who_was_secretary_in_2003_has_an_address(browser: Browser, real: Site) -> None:
    with reading(browser, real.address, "tra-cuu/theo-ngay/?ngay=2003") as reader:
        rows = reader.page.locator("tr:visible:has-text('Bí thư'):has-text('Nguyễn Quang Tuyên')")
        rows.first.wait_for()


COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}


def copied(page: Page) -> str:
    """Return what lies on the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_9_a_page_is_cited_in_a_thesis(browser: Browser, real: Site) -> None:
    with reading(browser, real.address, "khoi-cac-co-quan/thanh-lap/", **COPYING) as reader:
        page = reader.page
        page.get_by_role("button", name="Chép trích dẫn").click()
        page.wait_for_function("navigator.clipboard.readText().then((text) => text.length > 20)")
        assert "Thành lập" in copied(page)
        page.get_by_text("Trích dẫn trang này").click()
        with page.expect_download() as saved:
            page.get_by_role("link", name="RIS").click()
        assert Path(saved.value.path()).read_text(encoding="utf-8").startswith("TY  - ")


def test_10_all_figures_are_a_file_behind_the_door_of_figures(browser: Browser, real: Site) -> None:
    with reading(browser, real.address, java_script_enabled=False) as reader:
        reader.page.locator(door("Số liệu")).click()
        with reader.page.expect_download() as saved:
            reader.page.get_by_text("Tải toàn bộ số liệu (CSV)").click()
        assert "party-members" in Path(saved.value.path()).read_text(encoding="utf-8")


def test_16_the_link_of_one_fact_is_copied_and_leads_to_it(browser: Browser, real: Site) -> None:
    with reading(browser, real.address, "khoi-cac-co-quan/thanh-lap/", **COPYING) as reader:
        page = reader.page
        page.locator("article a.fact:has-text('2.522')").first.click()
        page.locator(".card").get_by_text("Chép đường dẫn").click()
        page.wait_for_function("navigator.clipboard.readText().then((text) => /#/.test(text))")
        address = copied(page)
        assert address.startswith(real.address)
        page.goto(address)
        row = page.locator(f"[id='{address.partition('#')[2]}']")
        assert "2.522" in row.inner_text()
        assert row.is_visible()


def test_11_a_phone_says_how_far_one_has_read(browser: Browser, real: Site) -> None:
    with reading(browser, real.address, "khoi-cac-co-quan/thanh-lap/", PHONE) as reader:
        page = reader.page
        line = """() => {
          const all = document.querySelector(".md-header").getAnimations({ subtree: true });
          return all.filter((one) => one.effect.pseudoElement === "::after")
            .map((one) => one.effect.getComputedTiming().progress);
        }"""
        (begun,) = page.evaluate(line)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
        page.wait_for_timeout(200)
        (half,) = page.evaluate(line)
        assert begun < 0.05
        assert 0.3 < half < 0.8


def test_12_a_printed_chapter_says_whose_it_is(browser: Browser, real: Site) -> None:
    with reading(browser, real.address, "khoi-cac-co-quan/thanh-lap/") as reader:
        reader.page.emulate_media(media="print")
        head = reader.page.locator(".paper-head")
        assert head.is_visible()
        for told in ("Lịch sử các đảng bộ", "Đảng bộ Khối các cơ quan", "Thành lập"):
            assert told in head.inner_text()
        assert not reader.page.locator(".md-header").is_visible()


def test_17_a_deep_link_says_where_it_is_on_a_phone(browser: Browser, real: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{real.address}khoi-cac-co-quan/thanh-lap/#bon-dang-bo-khoi-hop-lai")
    page.wait_for_selector(".where__section:not([hidden])")
    assert "Khối các cơ quan" in page.locator(".where").inner_text()
    box = page.locator(".where").bounding_box()
    assert box
    assert 0 <= box["y"] < 60
    page.emulate_media(media="print")
    assert "Đảng bộ Khối các cơ quan" in page.locator(".paper-head").inner_text()
    context.close()
