"""Reading in a real browser, under the strict policy: citations, posts on a day, the home page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_from
from tests.browser.arriving import arrive
from tests.browser.conftest import served
from tests.browser.test_theme import DESKTOP, PHONE, visit
from tests.support import load_sound, with_paragraphs, write_site
from tests.views.merged import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHAPTERS = {
    "index.md": "---\ntitle: Trang đầu\nhide: [navigation, toc]\n---\n\n# Trang đầu\n\n"
    "{{ search_box() }}\n\n{{ organization_cards() }}\n\n{{ milestones() }}\n",
    "lon/index.md": "---\ntitle: Đảng bộ xã Lớn\norganization: lon\n---\n\n# Đảng bộ xã Lớn\n\n"
    'Lời kể{{ cite("ky-yeu#3") }} và lời khác{{ cite("bao-cao#1-2") }}.\n\n{{ lineage() }}\n',
    "lon/dai-hoi.md": "---\ntitle: Đại hội\norganization: lon\n---\n\n# Đại hội\n\n"
    "{{ congress_table() }}\n",
    "lon/lanh-dao.md": "---\ntitle: Lãnh đạo\norganization: lon\n---\n\n# Lãnh đạo\n\n"
    "{{ leadership_timeline() }}\n\n{{ statistics_all() }}\n",
    "theo-ngay.md": "---\ntitle: Vào một ngày\n---\n\n# Vào một ngày\n\n{{ office_holders() }}\n",
    "tra-cuu/to-chuc.md": "---\ntitle: Tổ chức\n---\n\n# Tổ chức\n\n{{ organization_list() }}\n",
}


@pytest.fixture(scope="module")
def reading_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an invented site with macros, in this project's theme and settings."""
    folder = write_site(tmp_path_factory.mktemp("reading"), FILES)
    (folder / "mkdocs.yml").write_text("site_name: Lịch sử Xã Lớn\n", encoding="utf-8")
    archive = with_paragraphs(load_sound(folder), 14)
    for path, text in CHAPTERS.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    nav = [{"Trang đầu": "index.md"}, {"Xã": ["lon/index.md", "lon/dai-hoi.md", "lon/lanh-dao.md"]}]
    config = site_config(folder, nav=nav)
    state_of(config).inputs = inputs_from(archive)
    build(config)
    with served(folder / "site") as address:
        yield address


def bubble(page: Page) -> str:
    """Return what the open citation says, "" for none."""
    found = page.locator(".citation:popover-open")
    return " ".join(found.inner_text().split()) if found.count() else ""


def test_a_citation_opens_on_focus_and_escape_closes_it(
    browser: Browser, reading_site: str
) -> None:
    with visit(browser, reading_site + "lon/", DESKTOP, "light") as page:
        # Names on the way have cards, which MkDocs alone, without the build, does not write.
        page.route("**/cards.json", lambda one: one.fulfill(json={"edit": "", "cards": {}}))
        height = page.evaluate("document.documentElement.scrollHeight")
        mark = page.locator("article .cite a").first
        page.locator("h1").click()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        while not mark.evaluate("m => m === document.activeElement"):
            page.keyboard.press("Tab")
        assert bubble(page) == "Kỷ yếu An Lạc đoạn 3"
        described = mark.get_attribute("aria-describedby") or ""
        assert page.locator(f"#{described}").get_attribute("role") == "tooltip"
        assert page.evaluate("document.documentElement.scrollHeight") == height
        page.keyboard.press("Escape")
        assert bubble(page) == ""
        assert mark.evaluate("m => m === document.activeElement")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tra-cuu/nguon/ky-yeu/#doan-3")


def test_a_citation_opens_on_hover_and_can_be_entered(browser: Browser, reading_site: str) -> None:
    with visit(browser, reading_site + "lon/", DESKTOP, "light") as page:
        page.locator("article .cite a").nth(1).hover()
        page.wait_for_selector(".citation:popover-open")
        assert bubble(page) == "Báo cáo An Lạc đoạn 1–2"
        page.locator(".citation a").hover()
        page.wait_for_timeout(400)
        assert bubble(page) != ""
        page.locator("h1").hover()
        page.wait_for_selector(".citation:popover-open", state="hidden")


def test_a_finger_opens_first_and_follows_then(browser: Browser, reading_site: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    arrive(page, reading_site + "lon/")
    mark = page.locator("article .cite a").first
    mark.tap()
    # The browser makes a click of a tap, but not at once.
    page.wait_for_selector(".citation:popover-open")
    assert bubble(page) == "Kỷ yếu An Lạc đoạn 3"
    assert page.url.endswith("/lon/")
    box = page.locator(".citation").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    mark.tap()
    page.wait_for_url("**/tra-cuu/nguon/ky-yeu/#doan-3")
    context.close()


def shown(page: Page) -> dict[str, str]:
    """Return who is shown as in office, with how sure it is."""
    rows = page.locator(".as-of tbody tr:visible")
    return {
        " ".join(row.locator("th").inner_text().split()): (
            row.locator(".as-of__state").inner_text()
            if row.locator(".as-of__state").count()
            else ""
        )
        for row in rows.all()
    }


def test_the_day_in_the_address_is_shown(browser: Browser, reading_site: str) -> None:
    with visit(browser, reading_site + "theo-ngay/?ngay=1981-07-02", DESKTOP, "light") as page:
        assert page.locator("#ngay").input_value() == "02/07/1981"
        assert shown(page) == {"Lý Thị Hai": "suy ra", "Tô Văn Tư": "chắc chắn"}
        told = page.locator(".as-of__told").inner_text()
        assert told == "Ngày 02/07/1981: 1 chắc chắn, 1 suy ra, 0 không rõ."
        assert "khi ấy: Đảng bộ xã Lớn" in page.locator("caption").first.inner_text()


def test_a_chosen_day_goes_into_the_address_and_back(browser: Browser, reading_site: str) -> None:
    with visit(browser, reading_site + "theo-ngay/", DESKTOP, "light") as page:
        assert len(shown(page)) == 4
        page.fill("#ngay", "1/1/1977")
        page.click(".as-of__form [type=submit]")
        assert page.url.endswith("?ngay=1977-01-01")
        assert shown(page) == {"Lý Văn Một": "chắc chắn", "Không rõ": ""}
        page.go_back()
        assert len(shown(page)) == 4
        page.go_forward()
        page.click(".as-of__form [type=reset]")
        assert "?" not in page.url
        assert len(shown(page)) == 4


def test_a_year_has_everyone_in_it_and_can_be_slid_to(browser: Browser, reading_site: str) -> None:
    with visit(browser, reading_site + "theo-ngay/?ngay=1981", DESKTOP, "light") as page:
        day = {"Lý Thị Hai": "suy ra", "Tô Văn Tư": "chắc chắn"}
        assert day.items() <= shown(page).items()
        assert page.locator(".as-of__told").inner_text().startswith("Năm 1981: ")
        page.locator("#nam").fill("1977")
        assert page.url.endswith("?ngay=1977")
        assert page.locator("#ngay").input_value() == "1977"
        page.fill("#ngay", "31/02/1977")
        page.click(".as-of__form [type=submit]")
        assert "Không đọc được “31/02/1977”" in page.locator(".as-of__told").inner_text()
        assert page.url.endswith("?ngay=1977")


def test_before_its_founding_an_organization_has_nobody(
    browser: Browser, reading_site: str
) -> None:
    with visit(browser, reading_site + "theo-ngay/?ngay=1970-01-01", DESKTOP, "light") as page:
        assert shown(page) == {}


def test_what_is_no_day_is_no_choice(browser: Browser, reading_site: str) -> None:
    with visit(browser, reading_site + "theo-ngay/?ngay=hôm-qua", DESKTOP, "light") as page:
        assert len(shown(page)) == 4


def test_without_scripts_the_table_is_whole_and_no_dead_control_stands(
    browser: Browser, reading_site: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(reading_site + "theo-ngay/?ngay=1981-07-02")
    assert page.locator(".as-of tbody tr:visible").count() == 4
    assert not page.locator(".as-of__form").is_visible()
    page.goto(reading_site + "lon/")
    assert (
        page.locator("article .cite a").first.get_attribute("aria-label")
        == "đoạn 3 của Kỷ yếu An Lạc"
    )
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("path", ["", "lon/", "theo-ngay/?ngay=1981-07-02"])
def test_pages_fit_and_are_quiet(
    browser: Browser, reading_site: str, path: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 800}
    with visit(browser, reading_site + path, size, scheme) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_phone_shows_the_lineage_as_rows_with_lines_that_meet(
    browser: Browser, reading_site: str
) -> None:
    with visit(browser, reading_site + "lon/", PHONE, "light") as page:
        rows = page.locator(".strands > li")
        assert not page.locator(".descent").is_visible()
        assert not page.locator(".descent__legend").is_visible()
        boxes = [one for one in (row.bounding_box() for row in rows.all()) if one]
        assert len(boxes) == 7
        for above, below in pairwise(boxes):
            assert abs(above["y"] + above["height"] - below["y"]) < 1
        # The lines of a row are as high as the row, and its words stay beside them.
        drawn = [row.locator("> svg").bounding_box() for row in rows.all()]
        words = [row.locator(".strands__row").bounding_box() for row in rows.all()]
        for row, lines, box in zip(boxes, drawn, words, strict=True):
            assert lines is not None
            assert box is not None
            assert 0 <= lines["height"] - row["height"] <= 1.5
            assert lines["x"] + lines["width"] <= box["x"] + 0.5
            assert box["x"] + box["width"] <= PHONE["width"]
    with visit(browser, reading_site + "lon/", DESKTOP, "light") as page:
        assert page.locator(".descent").is_visible()
        assert not page.locator(".strands").is_visible()


AXES = """() => {
  document.documentElement.style.fontSize = '250%';
  return [...document.querySelectorAll('.timeline__axis, .index__axis')].map(axis => {
    const box = axis.getBoundingClientRect();
    const rows = {};
    for (const text of axis.querySelectorAll('text')) {
      const { top, bottom } = text.getBoundingClientRect();
      (rows[text.getAttribute('y')] ??= []).push([top - box.top, bottom - box.top]);
    }
    return [box.height, Object.values(rows).map(([first]) => first)];
  });
}"""


def test_rows_of_an_axis_keep_apart_in_letters_of_twice_the_size(
    browser: Browser, reading_site: str
) -> None:
    with visit(browser, reading_site + "lon/lanh-dao/", DESKTOP, "light") as page:
        axes = [(height, rows) for height, rows in page.evaluate(AXES) if height]
    assert len(axes) > 1
    assert max(len(rows) for _, rows in axes) > 1
    for height, rows in axes:
        for top, bottom in rows:
            assert top > -4  # the room above the letters of a line
            assert bottom < height + 8
        for (_, bottom), (top, _) in pairwise(sorted(rows)):
            assert bottom - top < 2


def test_the_home_page_leads_to_the_search_and_into_the_volumes(
    browser: Browser, reading_site: str
) -> None:
    with visit(browser, reading_site, DESKTOP, "light") as page:
        form = page.locator(".search-box")
        action = form.evaluate("f => f.action")
        assert action == f"{reading_site}tim-kiem.html"
        card = page.locator(".card__name a")
        card.click()
        page.wait_for_url("**/lon/")
