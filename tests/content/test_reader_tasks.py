"""What readers come for, each from the home page in at most three clicks, at an address to send.

A task is a way of clicks (selectors) and words that the page reached must hold; one that becomes
possible is added here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.system.program import PROGRAM
from tests.browser.every_page import Site, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

MOST_CLICKS = 3
KHOI = ".card__name a:has-text('Khối các cơ quan')"
LE_ICH_MOC = ".card__name a:has-text('Lê Ích Mộc')"
LE_CHAN = ".card__name a:has-text('Lê Chân')"


def chapter(title: str) -> str:
    """Return the link to a chapter in the contents of a volume."""
    return f".contents a:text-is('{title}')"


def door(name: str) -> str:
    """Return the link of a door."""
    return f".doors a:text-is('{name}')"


TASKS = {
    "how the Bloc was founded": ((KHOI, chapter("Thành lập, 1994–1995")), "1000-QĐ/TU"),
    "who led the Bloc": ((KHOI, chapter("Lãnh đạo")), "Nguyễn Quang Tuyên"),
    "its members since 1994": ((KHOI, chapter("Số liệu")), "2.522"),
    "what became of a commune": (
        (door("Tổ chức"), "article a:text-is('Xã Quang Trung')"),
        "nhập vào",
    ),
    "the first congress": ((LE_ICH_MOC, chapter("Đại hội")), "trước khi đại hội ấy họp"),
    "every mention of a person": (
        (door("Nhân vật"), "article a:text-is('Nguyễn Xuân Sang')"),
        "Được nhắc đến trong",
    ),
    "where documents disagree": (
        ("article a:text-is('Điểm chưa thống nhất và còn thiếu')",),
        "≠|mâu thuẫn|khác nhau",
    ),
    "what happened in 2008": ((door("Theo năm"), "article a:text-is('2008')"), "2008"),
    "all figures as a file": (("article a:text-is('Dữ liệu mở')",), "statistics.csv"),
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


def test_a_deep_link_says_where_it_is_on_a_phone(browser: Browser, real: Site) -> None:
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
