"""How readers come to the search: composing, on a phone, enlarged, from a disk, with slips."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.search_site import DECADE, DECISION, MAN, build_site
from tests.browser.searching import PHONE, quoted, reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

ENLARGED = {"width": 320, "height": 256}
"""A window of 1280 by 1024, enlarged four times."""
SECONDS = 3.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("readers") / "project")


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


def test_what_is_being_composed_is_looked_for(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.page.keyboard.press("/")
        reader.page.wait_for_selector(".search__places a")
        keyboard = reader.page.context.new_cdp_session(reader.page)
        composed = {"text": "lý thị mận", "selectionStart": 10, "selectionEnd": 10}
        keyboard.send("Input.imeSetComposition", composed)
        reader.page.wait_for_selector(f".search[data-query={quoted('lý thị mận')}]")
        assert reader.found()[0] == MAN


def test_enter_on_a_phone_shows_the_list(browser: Browser, site: str) -> None:
    with reading(browser, site, size=PHONE, has_touch=True, is_mobile=True) as reader:
        reader.page.locator(".search-open").tap()
        reader.look("ly thi man")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".search__input")).not_to_be_focused()
        expect(reader.page.locator(".search__result").first).to_be_in_viewport()
        assert reader.place(reader.page.url) == ""


def test_a_word_that_no_page_has_is_struck_through_and_the_rest_found(
    browser: Browser, site: str
) -> None:
    with reading(browser, site) as reader:
        assert reader.look("zalo lý thị mận facebook")[0] == MAN
        assert reader.page.locator(".search__note s").all_inner_texts() == ["zalo", "facebook"]
        reader.look("zalo facebook")
        assert reader.found() == []
        assert reader.status().startswith("Không tìm thấy “zalo facebook”")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("thập niên 1950", DECADE),
        ("cuối những năm năm mươi của thế kỷ trước", DECADE),
        ("L.T. Mận", MAN),
        ("N.T.Mận bí thư", MAN),
    ],
)
def test_decades_and_initials_lead_to_their_page(
    browser: Browser, site: str, query: str, first: str
) -> None:
    with reading(browser, site) as reader:
        assert reader.look(query)[0] == first


def test_words_that_no_section_has_half_of_together_find_something(
    browser: Browser, site: str
) -> None:
    with reading(browser, site) as reader:
        assert reader.look("nhau lạc mận")
        assert reader.look("nghị 1234 bổ sung mận")


@pytest.mark.parametrize(
    ("query", "first", "understood"),
    [
        ("Lys Thij Maanj", MAN, "Đã hiểu “Lys” là lý, “Thij” là thị, “Maanj” là mận."),
        ("Ly1 Thi5 Ma65n", MAN, "Đã hiểu “Ly1” là lý, “Thi5” là thị, “Ma65n” là mận."),
        ("quyeets đinhj 12", DECISION, "Đã hiểu “quyeets” là quyết, “đinhj” là định."),
        ("ní thị mận", MAN, "Đã hiểu “ní” là lý."),
    ],
)
def test_what_is_read_otherwise_is_said_and_undone_by_a_tap(
    browser: Browser, site: str, query: str, first: str, understood: str
) -> None:
    with reading(browser, site) as reader:
        assert reader.look(query)[0] == first
        note = reader.page.locator(".search__note")
        expect(note).to_contain_text(understood)
        note.get_by_role("link", name="Tìm đúng như đã gõ").click()
        reader.page.wait_for_url("**nguyen-van=1*")
        expect(note).to_contain_text("Đang tìm đúng như đã gõ")
        assert understood not in note.inner_text()
        expect(reader.page.locator(".search__input")).to_have_value(query)
        note.get_by_role("link", name="Tìm theo cách hiểu thông thường").click()
        expect(note).to_contain_text(understood)
        # The address of what is said can be sent.
        reader.page.reload()
        reader.page.wait_for_selector(".search__result")
        assert reader.found()[0] == first


def test_quotes_minus_and_a_first_letter(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        every = set(reader.look("kiểm tra"))
        phrase = set(reader.look('"Ủy ban Kiểm tra"'))
        assert phrase < every
        assert set(reader.look("kiểm tra -ủy")) == every - phrase
        assert reader.look('"tra kiểm"') == []
        assert reader.look("-kiểm") == []
        assert "Chỉ có từ phải bỏ" in reader.status()
        assert reader.look("m") == []
        assert reader.status() == "Gõ tiếp một hai chữ nữa để tìm."


@pytest.mark.parametrize("size", [ENLARGED, PHONE])
def test_there_is_room_for_results(browser: Browser, site: str, size: dict[str, int]) -> None:
    with reading(browser, site, size=size) as reader:
        reader.page.click(".search-open")
        reader.look("nguyeenx kiem tra xa")
        body = reader.page.locator(".search__body").bounding_box()
        assert body
        assert body["height"] >= size["height"] - 56
        # All but the field scrolls away; some of a result is seen before.
        first = reader.page.locator(".search__result").first.bounding_box()
        assert first
        assert first["y"] <= size["height"] - 60


def test_a_page_opened_from_a_disk_is_searched(browser: Browser, folder: Path) -> None:
    tab = browser.new_page()
    told: list[str] = []
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.goto((folder / "may-thuong/so-lieu/index.html").as_uri())
    tab.keyboard.press("/")
    tab.wait_for_selector("dialog.search[open]")
    tab.locator(".search__input").fill("ly thi man")
    tab.wait_for_selector(".search__result")
    link = str(tab.locator(".search__link").first.evaluate("one => one.href"))
    target = (folder / "tra-cuu/nhan-vat/ly-thi-man/index.html").as_uri()
    assert link.startswith(f"{target}?h=")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("mark.found")
    assert tab.url.startswith(target)
    assert told == []
    tab.close()


def test_links_of_a_page_opened_from_a_disk_lead_to_pages(browser: Browser, folder: Path) -> None:
    tab = browser.new_page()
    tab.goto((folder / "index.html").as_uri())
    links = tab.locator("a[href]").evaluate_all(
        "all => all.map(one => one.href.baseVal ?? one.href)"
    )
    own = [one for one in links if one.startswith("file:")]
    assert len(own) > 5
    assert [one for one in own if one.partition("#")[0].partition("?")[0].endswith("/")] == []
    tab.locator("article a[href*='may-thuong/index.html']").first.click()
    tab.wait_for_url((folder / "may-thuong/index.html").as_uri() + "*")
    assert "Mây\u00a0Thượng" in tab.locator("h1").inner_text()
    tab.goto((folder / "tim-kiem.html").as_uri() + "?q=ly+thi+man")
    tab.wait_for_selector(".search__result")
    tab.close()


@pytest.mark.parametrize(
    "noise", ["nguyeenx", "sfrxjwaeodd ", "d9a3ng ", "9a6s", '"-" ', "lần thứ ", "ní xát "]
)
def test_ten_thousand_letters_of_noise_are_answered_at_once(
    browser: Browser, site: str, noise: str
) -> None:
    with reading(browser, site) as reader:
        reader.look("man")
        start = time.monotonic()
        reader.look((noise * 10_000)[:10_000])
        assert time.monotonic() - start < SECONDS
        assert reader.page.locator(".search__results :is(b, img, script)").count() == 0
