"""The card above the results in a real browser, below a sub-path and under the policy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from scripts import build
from tests.browser.conftest import served
from tests.browser.searching import PHONE, reading
from tests.small_site import put, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CARD = ".search__answer"
# An editor may write anything in a name.
NAMED = "<b>Xã</b> & Mây"


# Two that are called alike.
YOUTH = """
kind: mass
short_name: Đoàn xã Mây Thượng {letter}
other_names: [Đoàn xã Mây Thượng]
founding: {{ id: lap, date: "1950-03-02", cite: "ky-yeu#1" }}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    root = write_site(tmp_path_factory.mktemp("answers") / "project")
    put(
        root,
        "data/abbreviations.yml",
        f'abbreviations:\n  - {{ short: XMT, full: "{NAMED}" }}\n',
    )
    for letter in "AB":
        one = f"data/organizations/doan-{letter.lower()}/organization.yml"
        put(root, one, YOUTH.format(letter=letter))
    assert build.main(["--root", str(root)]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


def ask(page: Page, question: str) -> None:
    if not page.locator("dialog.search[open]").count():
        page.keyboard.press("/")
    page.locator(".search__input").fill(question)


def test_a_question_has_its_card_above_the_list(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        page = reader.page
        ask(page, "ai là bí thư đảng bộ xã Mây Thượng năm 1955")
        card = page.locator(CARD)
        expect(card).to_contain_text("Lý Thị Mận")
        expect(card).to_contain_text("suy ra ngày thôi")
        named = page.get_by_role("region", name="Trả lời").get_by_role("heading")
        # Also as the scripts are sent, without their spaces.
        expect(named).to_have_text("Bí thư – Đảng bộ xã Mây Thượng – năm 1955")
        expect(page.locator(".search__spoken")).to_contain_text("Lý Thị Mận, 10/05/1952")
        # The list stays beneath, and Enter opens its first.
        top = card.bounding_box()
        first = page.locator(".search__link").first.bounding_box()
        assert top
        assert first
        assert top["y"] + top["height"] <= first["y"]
        hrefs = card.locator("a").evaluate_all("all => all.map(one => one.href)")
        places = {reader.place(one) for one in hrefs}
        assert {"tra-cuu/nhan-vat/ly-thi-man/", "tra-cuu/nguon/ky-yeu/#doan-2"} <= places
        ask(page, "bí thư xã Mây Thượng bao nhiêu tuổi")
        expect(card).to_be_hidden()
        expect(page.locator(".search__spoken")).to_be_empty()


def test_a_figure_leads_to_its_row(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        ask(reader.page, "so dang vien xa may thuong nam 1955")
        value = reader.page.locator(f"{CARD} a.answer__head")
        expect(value).to_have_text("60 đảng viên")
        assert (
            reader.place(value.evaluate("one => one.href")) == "may-thuong/so-lieu/#dang-vien-1955"
        )


def test_a_name_is_set_as_text(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        ask(reader.page, "XMT là gì")
        expect(reader.page.locator(CARD)).to_contain_text(NAMED)
        assert reader.page.locator(f"{CARD} b").count() == 0


@pytest.mark.parametrize("zoom", [PHONE, {"width": 320, "height": 256}])
def test_a_card_fits_a_narrow_screen(browser: Browser, site: str, zoom: dict[str, int]) -> None:
    with reading(browser, site, size=zoom) as reader:
        page = reader.page
        page.locator(".search-open").click()
        ask(page, "ai là bí thư đảng bộ xã Mây Thượng năm 1955")
        expect(page.locator(CARD)).to_contain_text("Lý Thị Mận")
        wide = page.locator(".search__body").evaluate("one => one.scrollWidth - one.clientWidth")
        assert wide <= 0
        page.locator(".search__link").first.scroll_into_view_if_needed()
        expect(page.locator(".search__link").first).to_be_in_viewport()


def test_without_its_files_the_list_stands_alone(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        page = reader.page
        page.route("**/answers/*", lambda route: route.fulfill(status=503))
        ask(page, "ai là bí thư đảng bộ xã Mây Thượng năm 1955")
        expect(page.locator(".search__link").first).to_be_visible()
        expect(page.locator(CARD)).to_be_hidden()
        reader.told.clear()


def test_a_page_from_a_disk_has_cards_too(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "may-thuong/index.html").as_uri())
    ask(page, "ai là bí thư đảng bộ xã Mây Thượng năm 1955")
    card = page.locator(CARD)
    expect(card).to_contain_text("Lý Thị Mận")
    address = card.locator("a.answer__head").evaluate("one => one.href")
    assert address.endswith("/tra-cuu/nhan-vat/ly-thi-man/index.html")
    page.close()


def test_a_choice_asks_its_question(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        ask(reader.page, "đoàn xã mây thượng thành lập khi nào")
        button = reader.page.get_by_role("button", name="Đoàn xã Mây Thượng B")
        button.click()
        expect(reader.page.locator(".search__input")).to_have_value(
            "ngày thành lập Đoàn xã Mây Thượng B"
        )
        expect(reader.page.locator(CARD)).to_contain_text("Thành lập – Đoàn xã Mây Thượng B")
