"""The search of a small invented site in a real browser, below a sub-path and under the policy."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Route, expect

from macros.archive import Archive
from macros.project.check import load
from macros.project.project import Project
from macros.search import write
from macros.search.write import index_site
from tests.browser.conftest import served
from tests.browser.search_site import DECISION, INSPECTION, MAN, build_site
from tests.browser.searching import PHONE, quoted, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Request


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, in the real theme."""
    return build_site(tmp_path_factory.mktemp("search") / "project")


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


FIRST = (
    ("ly thi man", MAN),
    ("Lý Thị Mận", MAN),
    ("Lí Thị Mận", MAN),
    ("ly thi mann", MAN),
    ("ly thi ma", MAN),
    ("12 qd tu", DECISION),
    ("12-QĐ/TU", DECISION),
    ("12qđ/tu", DECISION),
    ("quyết định 12", DECISION),
    ("uy ban kiem tra", INSPECTION),
    ("Uỷ ban Kiểm tra", INSPECTION),
    ("UBKT", INSPECTION),
    ("dai hoi 2", "may-thuong/dai-hoi/#dai-hoi-ii"),
    ("dang bo", "may-thuong/#dang-bo-xa-may-thuong"),
    ("kỳ lạc", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    ("ki lac", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    ("27/1/1954", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    ("27-01-1954", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    ("ngày 27 tháng 1 năm 1954", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    ("tháng 1/1954", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    # The document of that day, not a figure whose row is headed by it.
    ("2/3/1950", DECISION),
    ("3/6/1956", "may-thuong/kiem-tra/#hoi-nghi"),
    ("5.6.1956", "may-thuong/kiem-tra/#hoi-nghi"),
    ("năm 1956", "may-thuong/kiem-tra/#hoi-nghi"),
    ("đại hội 2 năm 1958", "may-thuong/dai-hoi/#dai-hoi-ii"),
    # Whose it is, and on which page: no section needs to say that again.
    ("ky luat may thuong", "may-thuong/kiem-tra/#ky-luat"),
    ("công tác kiểm tra hội nghị", "may-thuong/kiem-tra/#hoi-nghi"),
    ("ai là lý thị mận", MAN),
    ("hội nghị khi nào", "may-thuong/kiem-tra/#hoi-nghi"),
    ("1234", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
    ("1.234 người", "may-thuong/kiem-tra/#sinh-hoat-o-thon-ki-lac"),
)


def test_the_right_place_comes_first(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        found = reader.find([query for query, _ in FIRST])
    assert [one["first"][0] for one in found] == [first for _, first in FIRST]


def test_marks_that_are_typed_come_first(browser: Browser, site: str) -> None:
    lac, discipline = "sinh-hoat-o-thon-ki-lac", "ky-luat"
    with reading(browser, site) as reader:
        found = reader.find(["thôn kỳ", "kỷ luật", "ky luật", "Kỵ luật", "bố trí", "bộ phận"])
    assert [one["first"][0].partition("#")[2] for one in found] == [
        lac, discipline, discipline, discipline, discipline, lac,
    ]  # fmt: skip


def test_common_words_are_found_as_others_are(
    browser: Browser, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is common in a site, the same comes first; what follows may change places."""
    queries = [query for query, _ in FIRST] + [
        "đảng bộ xã", "dang bo xa may thuong", "Ủy ban Kiểm tra họp", "uy kiem", "bố trí bộ máy",
        "ban kiểm", "kiểm tra xã", "kỷ luật", "uỷ", "xã xã", "dang uy kiem tra xa bo",
    ]  # fmt: skip
    found = []
    for most in (10**9, 2, 0):
        copy = shutil.copytree(folder, tmp_path / str(most))
        monkeypatch.setattr(write, "_COMMON", most)
        index_site(copy, load(Project(folder.parent)).archive)
        with served(copy) as address, reading(browser, address) as reader:
            found.append(reader.find(queries))
    exact, *others = (
        # Of more than ten, the tenth and the eleventh may change places too.
        [
            (one["how"], one["count"], one["first"][0], {*one["first"]} if one["count"] < 11 else 0)
            for one in answers
        ]
        for answers in found
    )
    assert all(count for _, count, *_ in exact)
    assert others == [exact, exact]


def test_a_reader_searches_by_keyboard_and_comes_back(browser: Browser, site: str) -> None:
    with reading(browser, site, "may-thuong/so-lieu/") as reader:
        page = reader.page
        page.keyboard.press("Control+k")
        page.wait_for_selector("dialog.search[open]")
        page.keyboard.type("uy ban kiem tra")
        page.wait_for_selector(f".search[data-query={quoted('uy ban kiem tra')}]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/kiem-tra/?h=*")
        assert reader.place(page.url) == INSPECTION
        # The page is there before the script that marks it.
        page.wait_for_selector("mark.found")
        words = "all => all.map(one => one.innerText.replaceAll('\\u00a0', ' '))"
        assert page.eval_on_selector_all("mark.found", words) == [
            "Ủy ban Kiểm tra", "Ủy ban Kiểm tra", "Ủy", " ban Kiểm tra", "UBKT",
        ]  # fmt: skip
        page.keyboard.press("Escape")
        assert page.locator("mark.found").count() == 0
        page.go_back()
        page.wait_for_selector(".search__result")
        assert page.locator(".search__input").input_value() == "uy ban kiem tra"
        page.keyboard.press("Escape")
        page.locator("dialog[open]").wait_for(state="hidden")
        assert reader.place(page.url) == "may-thuong/so-lieu/"
        assert urlquery(page.url) == ""


def urlquery(url: str) -> str:
    return url.partition("?")[2]


def test_back_closes_the_search_and_an_address_opens_it(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.look("man")
        reader.page.go_back()
        reader.page.locator("dialog[open]").wait_for(state="hidden")
        reader.page.go_forward()
        reader.page.wait_for_selector(".search__result")
    with reading(browser, site, "may-thuong/?q=ly+thi+man&loai=person") as reader:
        reader.page.wait_for_selector(".search__result")
        assert reader.found() == [MAN]


def test_enter_opens_the_first_result(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.page.click(".search-open")
        reader.page.keyboard.type("12 qd tu")
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**/tinh-uy-song-may/?h=*")
        assert reader.place(reader.page.url) == DECISION


def test_enter_before_the_code_has_come_is_answered_when_it_has(
    browser: Browser, site: str
) -> None:
    with reading(browser, site) as reader:
        held: list[Route] = []
        reader.page.route("**/search-app.js", lambda route: held.append(route))
        reader.page.click(".search-open")
        reader.page.wait_for_function("document.querySelector('dialog.search').open")
        reader.page.keyboard.type("12 qd tu")
        reader.page.keyboard.press("Enter")
        assert "tim-kiem" not in reader.page.url
        (app,) = held
        app.continue_()
        # The page of the result has the script once more.
        reader.page.unroute("**/search-app.js")
        reader.page.wait_for_url("**/tinh-uy-song-may/?h=*")
        assert reader.place(reader.page.url) == DECISION


def test_the_columns_are_asked_for_before_the_code_has_come(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        held: list[Route] = []
        reader.page.route("**/search-app.js", lambda route: held.append(route))
        with reader.page.expect_request("**/search/*/c.bin"):
            reader.page.click(".search-open")
        again: list[Request] = []
        reader.page.on("request", lambda one: again.append(one) if "/c.bin" in one.url else None)
        held[0].continue_()
        assert reader.look("ly thi man")[0] == MAN
        assert again == []


def test_columns_that_failed_beforehand_are_asked_for_again(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.page.route("**/search/*/c.bin", lambda one: one.fulfill(status=503), times=1)
        reader.page.click(".search-open")
        assert reader.look("ly thi man")[0] == MAN
        reader.told = [one for one in reader.told if "503" not in one]


def test_a_result_is_shown_as_soon_as_its_own_block_has_come(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        first = reader.look("dang bo")[0]
        held: list[Route] = []
        asked: list[str] = []

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            if len(asked) > 1:
                held.append(route)
            else:
                route.continue_()

        reader.page.route(re.compile(r"/search/\w+/s\d+\.bin$"), answer)
        # The address has the query.
        reader.page.reload()
        expect(reader.page.locator(".search__link").first).to_be_visible()
        assert reader.found()[0] == first
        assert "kết quả cho" in reader.status()
        shown = len(reader.found())
        assert held
        assert reader.page.locator(".search__more").is_hidden()
        for route in held:
            route.continue_()
        reader.page.wait_for_selector(f".search[data-query={quoted('dang bo')}]")
        assert len(reader.found()) > shown


def test_a_result_says_where_it_stands_in_its_own_spelling(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.look("thon ki lac")
        first = reader.page.locator(".search__result").first
        assert first.locator(".search__title").inner_text() == "Sinh hoạt ở thôn Kì Lạc"
        trail = first.locator(".search__trail").inner_text()
        assert trail == "Đảng bộ xã Mây Thượng › Công tác kiểm tra"
        marks = first.locator(".search__passage mark").all_inner_texts()
        assert marks == ["Thôn Kì Lạc"]
        assert "kết quả cho “thon ki lac”" in reader.status()


def test_results_are_filtered_by_kind(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        every = reader.look("man")
        reader.page.click(".search__choice:has-text('Nhân vật')")
        reader.page.wait_for_url("**loai=person*")
        expect(reader.page.locator(".search__result")).to_have_count(1)
        assert reader.found() == [MAN]
        assert len(every) > 1


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", ""),
        ("   ", ""),
        ("?!… – /", "Không có chữ hay số nào để tìm"),
        ("🙂🙂", "Không có chữ hay số nào để tìm"),
        ("qwertzuiop", "Không tìm thấy “qwertzuiop”"),
        ("<img src=x onerror=alert(1)>", "kết quả cho"),
        ("[a-z]+(?:x|", "Không tìm thấy"),
        ("\\u0000 constructor __proto__", "Không tìm thấy"),
        ("dài " * 2500, "kết quả cho"),
    ],
)
def test_bad_input_is_answered_kindly(browser: Browser, site: str, query: str, told: str) -> None:
    with reading(browser, site) as reader:
        found = reader.look(query)
        said = reader.status()
        assert told in said or (told == "kết quả cho" and "Không tìm thấy" in said)
        assert reader.page.locator("dialog img").count() == 0
        if not found:
            links = reader.page.locator(".search__places a").all_inner_texts()
            assert links == ["Nguồn", "Nhân vật", "Tổ chức khác", "Văn bản"]


def test_a_slip_is_put_right_and_said(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        assert reader.look("quyet dihn 12")[0] == DECISION
        note = reader.page.locator(".search__note").inner_text()
        assert note == "Đã hiểu “dihn” là định. Tìm đúng như đã gõ"


def test_a_screen_reader_is_told_what_is_found(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        told = reader.page.get_by_role("status").filter(has=reader.page.locator(".search__status"))
        reader.look("ly thi man")
        expect(told).to_have_text(re.compile(r"^\s*\d+ kết quả cho “ly thi man”\s*$"))
        results = reader.page.get_by_role("list", name="Kết quả").get_by_role("link")
        expect(results.first).to_have_accessible_name("Lý Thị Mận Nhân vật Đảng bộ xã Mây Thượng")
        expect(results.first).to_have_accessible_description(re.compile("Bí thư"))
        reader.look("quyet dihn 12")
        expect(told).to_contain_text("kết quả cho “quyet dihn 12”")
        expect(told).to_contain_text("“dihn” là định")
        reader.look("qwertzuiop")
        expect(told).to_contain_text("Không tìm thấy “qwertzuiop”")
        expect(reader.page.get_by_role("list", name="Kết quả")).to_have_count(0)


def test_a_filter_keeps_the_focus_and_closing_gives_it_back(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        way_in = reader.page.locator(".search-open")
        way_in.press("Enter")
        reader.look("man")
        reader.page.get_by_role("button", name="Nhân vật").press("Enter")
        reader.page.wait_for_url("**loai=person*")
        expect(reader.page.get_by_role("button", name="Nhân vật", pressed=True)).to_be_focused()
        reader.page.keyboard.press("Escape")
        expect(way_in).to_be_focused()


def test_a_phone_shows_it_whole(browser: Browser, site: str) -> None:
    with reading(browser, site, "may-thuong/", PHONE) as reader:
        reader.page.click(".search-open")
        reader.look("dang bo xa may thuong uy ban kiem tra")
        width = "document.scrollingElement.scrollWidth"
        assert reader.page.evaluate(width) == PHONE["width"]
        box = reader.page.locator("dialog.search").bounding_box()
        assert box == {"x": 0, "y": 0, **PHONE}
        inner = "one => one.scrollWidth <= one.clientWidth"
        assert reader.page.eval_on_selector(".search__body", inner)


def test_without_scripts_the_link_leads_to_the_look_up_pages(browser: Browser, site: str) -> None:
    with reading(browser, site, java_script_enabled=False) as reader:
        reader.page.click(".search-open")
        article = reader.page.locator("article")
        assert "Ô tìm kiếm cần JavaScript" in article.inner_text()
        article.get_by_role("link", name="Nhân vật").click()
        assert reader.page.title().startswith("Nhân vật")


def test_an_index_that_cannot_be_read_is_said(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "site", ignore=shutil.ignore_patterns("search"))
    with served(tmp_path / "site") as address, reading(browser, address) as reader:
        reader.page.keyboard.press("/")
        expect(reader.page.locator(".search__status")).to_contain_text("Chưa tải được")
        reader.told = [one for one in reader.told if "404" not in one]


def test_a_site_published_anew_is_searched_without_a_reload(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(folder, tmp_path / "site")
    with served(copy) as address, reading(browser, address) as reader:
        reader.page.keyboard.press("/")
        # The entry has come, and nothing of what it names.
        reader.page.wait_for_selector(".search__places a")
        (copy / "moi").mkdir()
        (copy / "moi/index.html").write_text("<article><h1 id=x>Thuyền nan</h1></article>")
        index_site(copy, load(Project(folder.parent)).archive)
        assert reader.look("thuyen nan") == ["moi/#x"]
        assert [one for one in reader.told if "404" not in one] == []
        reader.told.clear()


def test_names_in_the_index_are_text_not_markup(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(folder, tmp_path / "site")
    title = "<b onclick=x>Đậm</b>"
    page = f"<article><h1 id=x>{escape(title)}</h1><p>&lt;img src=x&gt; đậm</p></article>"
    (copy / "la").mkdir()
    (copy / "la/index.html").write_text(page, encoding="utf-8")
    index_site(copy, Archive())
    with served(copy) as address, reading(browser, address) as reader:
        assert reader.look("onclick")[0] == "la/#x"
        assert reader.page.locator(".search__title").first.inner_text() == title
        assert reader.page.locator(".search__results :is(b, img)").count() == 0
