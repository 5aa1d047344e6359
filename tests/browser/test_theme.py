"""The theme as a reader's browser sees it, on a sub-path and under the strict policy."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.browser.arriving import arrive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@contextmanager
def visit(browser: Browser, address: str, size: dict[str, int], scheme: str) -> Iterator[Page]:
    """Open `address`, and fail at the end if the page complained or asked another host."""
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    told: list[str] = []
    host = address.split("/")[2]
    page.on("console", lambda message: told.append(f"{message.text} {message.location}"))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda r: None if r.url.split("/")[2:3] == [host] else told.append(r.url))
    arrive(page, address)
    yield page
    assert told == []
    context.close()


def luminance(colour: str) -> float:
    """Return the WCAG relative luminance of a CSS `rgb(r, g, b)`."""
    parts = [int(c) / 255 for c in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", ["", "phuong/", "phuong/ky-2/"])
def test_a_page_is_quiet_and_fits(
    browser: Browser, themed_site: str, path: str, size: dict[str, int], scheme: str
) -> None:
    with visit(browser, themed_site + path, size, scheme) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        fonts = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
        assert fonts >= 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, themed_site: str, scheme: str) -> None:
    style = "s => getComputedStyle(document.querySelector(s))"
    with visit(browser, themed_site + "phuong/", DESKTOP, scheme) as page:
        ground = page.evaluate(f"({style})('body').backgroundColor")
        for selector in (
            "article p",
            "article p a",
            "article h2",
            "caption",
            "thead th",
            ".md-nav__link",
            ".head__name",
            ".where [aria-current]",
        ):
            pair = sorted(
                (luminance(page.evaluate(f"({style})('{selector}').color")), luminance(ground))
            )
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, selector


def test_figures_line_up(browser: Browser, themed_site: str) -> None:
    with visit(browser, themed_site + "phuong/", DESKTOP, "light") as page:
        widths = page.evaluate(
            """[..."0123456789"].map(digit => {
              const cell = document.querySelector("td.num");
              const span = cell.appendChild(document.createElement("span"));
              span.textContent = digit.repeat(20);
              const width = span.getBoundingClientRect().width;
              span.remove();
              return Math.round(width * 10);
            })"""
        )
        assert len(set(widths)) == 1
        aligned = "getComputedStyle(document.querySelector('{}')).textAlign"
        assert page.evaluate(aligned.format("td.num")) == "end"
        assert page.evaluate(aligned.format("h2 ~ .table-scroll ~ .table-scroll td.num")) == "end"


def test_the_choice_of_dark_is_kept(browser: Browser, themed_site: str) -> None:
    scheme = "document.body.dataset.mdColorScheme"
    toggle = "form[data-md-component=palette] label:not([hidden])"
    with visit(browser, themed_site, DESKTOP, "light") as page:
        page.click(toggle)
        page.click(toggle)
        assert page.evaluate(scheme) == "slate"
        arrive(page, themed_site + "phuong/")
        assert page.evaluate(scheme) == "slate"


def test_the_navigation_holds_the_current_branch_only(browser: Browser, themed_site: str) -> None:
    with visit(browser, themed_site + "phuong/ky-1/", DESKTOP, "light") as page:
        links = page.eval_on_selector_all(
            ".md-sidebar--primary .md-nav__list a.md-nav__link",
            "links => links.map(a => a.innerText.trim() + ' ' + new URL(a.href).pathname)",
        )
        shown = [link.strip() for link in links]
        assert "Nhiệm kỳ thứ nhất /lich-su/phuong/ky-1/" in shown
        assert "Sau này /lich-su/phuong/ky-2/" in shown
        assert not any(link.endswith("/xa/ky-1/") for link in shown)
        current = page.locator(".md-sidebar--primary [aria-current=page]")
        assert current.inner_text() == "Nhiệm kỳ thứ nhất"


def test_a_phone_reaches_every_volume(browser: Browser, themed_site: str) -> None:
    with visit(browser, themed_site + "phuong/ky-1/", PHONE, "light") as page:
        page.click(".md-header label[for=__drawer]")
        page.click("label.md-nav__title[for=__nav_2]")
        page.click(".md-sidebar--primary a:has-text('Xã')")
        page.wait_for_url("**/xa/")
        assert page.title().startswith("Xã Gió – ")


def test_the_place_bar_stays_on_a_phone_and_names_the_section(
    browser: Browser, themed_site: str
) -> None:
    with visit(browser, themed_site + "phuong/ky-2/#ket-qua", PHONE, "light") as page:
        page.wait_for_selector(".where__section:not([hidden])")
        places = page.locator(".where li:not([hidden])").all_inner_texts()
        assert [" ".join(one.split()) for one in places] == [
            "Phường",
            "Nhiệm kỳ thứ hai",
            "Kết quả",
        ]
        bar, heading = (page.locator(one).bounding_box() for one in (".where", "#ket-qua"))
        assert bar and heading
        assert 0 <= bar["y"] < bar["y"] + bar["height"] <= heading["y"] < 100


def test_the_way_on_leads_out_of_no_folder_unannounced(browser: Browser, themed_site: str) -> None:
    with visit(browser, themed_site + "phuong/ky-2/", DESKTOP, "light") as page:
        assert page.locator(".md-footer__link--prev").count() == 1
        assert page.locator(".md-footer__link--next, link[rel=next]").count() == 0


def test_paper_shows_the_text_alone(browser: Browser, themed_site: str) -> None:
    with visit(browser, themed_site + "phuong/", DESKTOP, "dark") as page:
        page.emulate_media(media="print")
        for selector in (".md-header", ".md-sidebar--primary", ".md-footer__inner"):
            assert not page.locator(selector).is_visible(), selector
        assert page.locator("article table").first.is_visible()
        style = "getComputedStyle(document.querySelector('article p')).color"
        assert luminance(page.evaluate(style)) == 0
        # Head and foot of a table come back on every sheet: none has licence or address alone.
        for part, kind in ((".paper-head", "header"), (".md-footer", "footer")):
            shown = page.locator(part).evaluate("one => getComputedStyle(one).display")
            assert shown == f"table-{kind}-group"


def test_of_many_volumes_those_out_of_sight_are_not_styled(
    browser: Browser, themed_site: str
) -> None:
    write = """() => document.querySelector('article').insertAdjacentHTML('beforeend',
      '<div class="shelf shelf--dense"><ul class="cards">' +
      '<li class="card"><p class="card__name">Tập</p></li>'.repeat(200) + '</ul></div>' +
      '<section class="notes"><p id="end">Hết</p></section>')"""
    seen = "one => one.checkVisibility({ contentVisibilityAuto: true })"
    with visit(browser, themed_site, PHONE, "light") as page:
        page.evaluate(write)
        page.wait_for_timeout(100)
        names = page.locator(".card__name")
        assert not names.last.evaluate(seen)
        assert not page.locator("#end").evaluate(seen)
        names.last.scroll_into_view_if_needed()
        page.wait_for_function(
            f"() => ({seen})([...document.querySelectorAll('.card__name')].at(-1))"
        )
        assert names.last.inner_text() == "Tập"
