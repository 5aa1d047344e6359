"""In a real browser: cards of values and names, and what readers take along of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from macros.views.chart_picture import WIDTH
from scripts import build
from tests.browser.arriving import arrive
from tests.browser.conftest import served
from tests.browser.look import AXE, TAGS
from tests.browser.test_theme import DESKTOP, PHONE, visit
from tests.small_site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

VALUE = "article a.fact"
OPEN = ".card:popover-open"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small invented site, as `make site` builds it, with a repository."""
    root = write_site(tmp_path_factory.mktemp("cards") / "site")
    congresses = root / "docs/may-thuong/dai-hoi.md"
    told = congresses.read_text(encoding="utf-8") + '\nLập {{ date_of("thanh-lap") }}.\n'
    congresses.write_text(told, encoding="utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8") + "repo_url: https://example.org/nhom/su\n"
    config.write_text(text, encoding="utf-8")
    assert build.main(["--root", str(root)]) == 0
    with served(root / "site") as address:
        yield address


def card(page: Page) -> str:
    """Return what the open card says, "" for none."""
    found = page.locator(OPEN)
    return " ".join(found.inner_text().split()) if found.count() else ""


def tab_to(page: Page, selector: str) -> None:
    page.locator("h1").click()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_a_card_opens_on_hover_and_moves_nothing(browser: Browser, site: str) -> None:
    with visit(browser, site + "may-thuong/", DESKTOP, "light") as page:
        height = page.evaluate("document.documentElement.scrollHeight")
        page.locator(VALUE).first.hover()
        page.wait_for_selector(OPEN)
        told = card(page)
        assert "Đảng viên · Đảng bộ xã Mây Thượng 40 đảng viên" in told
        assert "Thời gian 02/03/1950" in told
        assert "Tài liệu Kỷ yếu Mây Thượng, đoạn 1" in told
        assert page.evaluate("document.documentElement.scrollHeight") == height
        # The pointer may go into the card, and what leaves it closes it.
        page.locator(".card__value").hover()
        page.wait_for_timeout(500)
        assert card(page) == told
        page.mouse.move(2, 2)
        page.wait_for_selector(OPEN, state="detached")


def test_the_keyboard_opens_reads_holds_and_leaves(browser: Browser, site: str) -> None:
    with visit(browser, site + "may-thuong/", DESKTOP, "light") as page:
        tab_to(page, VALUE)
        page.wait_for_selector(OPEN)
        value = page.locator(VALUE).first
        described = value.get_attribute("aria-describedby") or ""
        assert "02/03/1950" in page.locator(f"#{described}").inner_text()
        page.keyboard.press("Escape")
        assert card(page) == ""
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{OPEN}[role=dialog]")
        assert page.locator(OPEN).get_attribute("aria-label") == "Đảng viên · Đảng bộ xã Mây Thượng"
        assert page.evaluate("document.querySelector('.card').contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert card(page) == ""
        assert value.evaluate("one => one === document.activeElement")
        # For the keyboard a held card stands after its value: what follows the last button is the
        # next link of the page.
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{OPEN}[role=dialog]")
        for _ in range(page.locator(f"{OPEN} :is(a, button)").count()):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Sửa dữ kiện này"
        page.keyboard.press("Tab")
        assert card(page) == ""
        assert page.evaluate("document.activeElement.closest('.cite') !== null")
        assert page.url.endswith("/may-thuong/")


def test_a_click_holds_the_card_until_it_is_closed(browser: Browser, site: str) -> None:
    with visit(browser, site + "may-thuong/", DESKTOP, "light") as page:
        page.locator(VALUE).first.click()
        page.wait_for_selector(f"{OPEN}[role=dialog]")
        page.mouse.move(2, 2)
        page.wait_for_timeout(500)
        assert card(page) != ""
        page.locator(".card__close").click()
        assert card(page) == ""
        page.locator(VALUE).first.click()
        page.wait_for_selector(f"{OPEN}[role=dialog]")
        page.locator("h1").click()
        assert card(page) == ""


def test_a_tap_opens_a_sheet_at_the_bottom(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    arrive(page, site + "may-thuong/")
    page.locator(VALUE).first.tap()
    page.wait_for_selector(f"{OPEN}[role=dialog]")
    box = page.locator(OPEN).bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=1)
    for button in page.locator(".card :is(.card__close, .card__doing > *)").all():
        size = button.bounding_box()
        assert size is not None
        assert size["height"] >= 44
    context.close()


# What is written to the clipboard: reading it back asks for a window that has the focus.
_CLIPBOARD = """
window.copied = [];
navigator.clipboard.writeText = async text => { window.copied.push(text); };
"""


def test_link_and_citation_are_copied(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_CLIPBOARD)
    arrive(page, site + "may-thuong/")
    page.locator(VALUE).first.click()
    page.wait_for_selector(OPEN)
    page.locator(OPEN).get_by_role("button", name="Chép đường dẫn").click()
    page.locator(OPEN).get_by_role("button", name="Chép trích dẫn").click()
    page.wait_for_function("window.copied.length === 2")
    page.wait_for_function("document.querySelector('.card__status').textContent === 'Đã chép.'")
    place = f"{site}may-thuong/so-lieu/#dang-vien-1950"
    link, cited = page.evaluate("window.copied")
    assert link == place
    assert cited.replace("\u00a0", " ") == (
        "Đảng viên, Đảng bộ xã Mây Thượng, 02/03/1950: 40 đảng viên. "
        f"Nguồn: Kỷ yếu Mây Thượng, đoạn 1. {place}"
    )
    edit = page.get_by_role("link", name="Sửa dữ kiện này").get_attribute("href")
    assert edit == (
        "https://example.org/nhom/su/edit/main/data/organizations/may-thuong/statistics.yml#L2"
    )
    context.close()


def test_the_file_is_fetched_once_and_only_when_asked_for(browser: Browser, site: str) -> None:
    with visit(browser, site + "may-thuong/", DESKTOP, "light") as page:
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.wait_for_timeout(300)
        assert asked == []
        for _ in range(2):
            page.locator(VALUE).first.hover()
            page.wait_for_selector(OPEN)
            page.mouse.move(2, 2)
            page.wait_for_selector(OPEN, state="detached")
        assert asked == [f"{site}may-thuong/so-lieu/cards.json"]


DATE = "article a.fact[data-card='may-thuong/thanh-lap']"


def test_a_date_has_the_card_of_its_fact_and_leads_to_its_paragraph(
    browser: Browser, site: str
) -> None:
    with visit(browser, site + "may-thuong/dai-hoi/", DESKTOP, "light") as page:
        page.locator(DATE).hover()
        page.wait_for_selector(OPEN)
        told = card(page)
        assert "Đảng bộ xã Mây Thượng 02/03/1950 Việc Thành lập" in told
        assert "Tài liệu Kỷ yếu Mây Thượng, đoạn 1" in told
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "may-thuong/dai-hoi/")
    page.locator(DATE).click()
    page.wait_for_url("**/tra-cuu/nguon/ky-yeu/#doan-1")
    context.close()


NAME = "article p a[href$='nhan-vat/ly-thi-man/']"


def test_a_name_has_a_card_on_hover_and_its_link_is_followed(browser: Browser, site: str) -> None:
    with visit(browser, site + "may-thuong/", DESKTOP, "light") as page:
        name = page.locator(NAME).first
        height = page.evaluate("document.documentElement.scrollHeight")
        name.hover()
        page.wait_for_selector(OPEN)
        assert card(page).startswith("Lý Thị Mận Chức danh Bí thư Đảng bộ xã Mây Thượng")
        assert page.locator(f"{OPEN} button").count() == 0
        assert page.evaluate("document.documentElement.scrollHeight") == height
        name.click()
        page.wait_for_url("**/tra-cuu/nhan-vat/ly-thi-man/")


def test_a_name_has_a_card_on_focus(browser: Browser, site: str) -> None:
    with visit(browser, site + "may-thuong/", DESKTOP, "light") as page:
        tab_to(page, NAME)
        page.wait_for_selector(f"{OPEN}[role=tooltip]")
        described = page.locator(NAME).first.get_attribute("aria-describedby") or ""
        assert "Bí thư" in page.locator(f"#{described}").inner_text()
        page.keyboard.press("Escape")
        assert card(page) == ""
        page.keyboard.press("Enter")
        page.wait_for_url("**/tra-cuu/nhan-vat/ly-thi-man/")


def test_a_tap_on_a_name_follows_it(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    arrive(page, site + "may-thuong/")
    page.locator(NAME).first.tap()
    page.wait_for_url("**/tra-cuu/nhan-vat/ly-thi-man/")
    context.close()


def test_without_its_file_the_link_is_followed(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/cards.json", lambda route: route.abort())
    arrive(page, site + "may-thuong/")
    page.locator(VALUE).first.click()
    page.wait_for_url("**/may-thuong/so-lieu/#dang-vien-1950")
    context.close()


def test_without_scripts_a_value_leads_to_its_row(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "may-thuong/")
    page.locator(VALUE).first.click()
    page.wait_for_url("**/may-thuong/so-lieu/#dang-vien-1950")
    assert page.locator("tr#dang-vien-1950").count() == 1
    context.close()


def test_link_and_citation_of_a_page_are_copied(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_CLIPBOARD)
    arrive(page, site + "may-thuong/so-lieu/#dang-vien-1955")
    page.locator(".about-page [data-copy=link]").click()
    page.locator(".about-page [data-copy=citation]").click()
    page.wait_for_function("window.copied.length === 2")
    here = f"{site}may-thuong/so-lieu/"
    link, cited = page.evaluate("window.copied")
    assert link == here
    assert cited.startswith("Số liệu (Đảng bộ xã Mây Thượng). Trong: Lịch sử Mây Thượng")
    assert cited.endswith(f"Địa chỉ: {here}")
    assert page.locator(".about-page [role=status]").inner_text() == "Đã chép."
    context.close()


def test_a_record_of_the_page_is_saved_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(site + "may-thuong/so-lieu/")
    assert not page.locator(".about-page__take").is_visible()
    page.locator(".about-page__cite summary").click()
    for name, begins in (("RIS", "TY  - ELEC"), ("BibTeX", "@misc{may-thuong-so-lieu")):
        with page.expect_download() as saved:
            page.locator(".about-page__files").get_by_text(name, exact=True).click()
        assert saved.value.suggested_filename == f"trich-dan.{'ris' if name == 'RIS' else 'bib'}"
        text = saved.value.path().read_text(encoding="utf-8")
        assert text.startswith(begins)
        assert "Số liệu (Đảng bộ xã Mây Thượng)" in text
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_open_card_has_no_fault_for_axe(
    browser: Browser, site: str, size: dict[str, int], scheme: str
) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    arrive(page, site + "may-thuong/")
    page.locator(VALUE).first.click()
    page.wait_for_selector(OPEN)
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } })"
        ".then(one => one.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target).join()))",
        TAGS,
    )
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    context.close()


def test_a_chart_is_saved_as_a_picture_for_slides(browser: Browser, site: str) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    arrive(page, site + "may-thuong/so-lieu/")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    with page.expect_download() as saved:
        page.locator(".indicator__files button").first.click()
    assert saved.value.suggested_filename == "party-members.png"
    with Image.open(saved.value.path()) as image:
        assert image.format == "PNG"
        assert image.width == WIDTH * 2
        assert len(image.convert("RGB").getcolors(1 << 20) or ()) > 8
    context.close()
