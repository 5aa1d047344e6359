"""Pictures in a real browser, under the strict policy: opened large, zoomed, in a gallery, no shift."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scripts.build import main
from tests.browser.arriving import arrive
from tests.browser.conftest import served
from tests.browser.test_theme import DESKTOP, PHONE, visit
from tests.picture_files import RECORD, put_picture
from tests.small_site import CHAPTER, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Response

TOUCH = {"type": "touchStart"}
NARROW = {"width": 320, "height": 640}
# How large each picture of a gallery is drawn, which its box does not tell.
DRAWN = """Object.fromEntries([...document.querySelectorAll(".gallery a")].map((link) => {
  const image = link.querySelector("img");
  const fit = Math.min(image.width / image.naturalWidth, image.height / image.naturalHeight);
  const scale = getComputedStyle(image).objectFit === "scale-down" ? Math.min(fit, 1) : fit;
  return [link.dataset.picture, [image.naturalWidth * scale, image.naturalHeight * scale]];
}))"""
NAMES = [f"canh-{number}" for number in range(1, 9)]
CALLS = """
{{ picture("tru-so-cu") }}

{{ picture("ban-do") }}

{{ picture("con-dau") }}

{{ gallery(["canh-1", "canh-2", "canh-3", "canh-4", "canh-5", "canh-6", "canh-7", "canh-8"]) }}

{{ gallery(["nho-dung", "nho-ngang"]) }}
"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site with ten photographs of twelve megapixels on one page."""
    folder = tmp_path_factory.mktemp("pictured")
    root = folder / "site"
    root.mkdir()
    write_site(root)
    before = Path.cwd()
    os.chdir(folder)
    try:
        put_picture(root, size=(4000, 3000), quality=90)
        put_picture(root, "ban-do", size=(2400, 3600))
        put_picture(root, "con-dau", size=(150, 180))
        put_picture(root, "nho-dung", size=(110, 140))
        put_picture(root, "nho-ngang", size=(140, 105))
        for name in NAMES:
            record = RECORD.replace("Trước trụ sở cũ", f"Cảnh của xã, {name}")
            put_picture(root, name, size=(1600, 1200), record=record)
        chapter = root / CHAPTER
        chapter.write_text(chapter.read_text(encoding="utf-8") + CALLS, encoding="utf-8")
        assert main(["--root", str(root)]) == 0
    finally:
        os.chdir(before)
    with served(root / "site") as address:
        yield f"{address}may-thuong/"


def _weighed(response: Response, to: dict[str, int]) -> None:
    if "/anh/" in response.url:
        to[response.url] = len(response.body())


def opened(page: Page) -> Page:
    page.wait_for_selector("dialog.viewer[open] img")
    # Not wait_for_function, which the policy forbids to ask twice.
    while not page.evaluate("document.querySelector('dialog.viewer img').naturalWidth"):
        page.wait_for_timeout(20)
    return page


def caption(page: Page) -> str:
    return " ".join(page.locator(".viewer__caption").inner_text().split())


def focused(page: Page) -> str | None:
    found: str | None = page.evaluate("document.activeElement.dataset.picture ?? null")
    return found


def test_a_click_opens_the_picture_with_its_caption_and_escape_returns(
    browser: Browser, pictured: str
) -> None:
    with visit(browser, pictured, DESKTOP, "light") as page:
        page.locator("#anh-tru-so-cu a.picture__open").click()
        opened(page)
        assert "Trước trụ sở cũ." in caption(page)
        assert "Quyền sử dụng: chưa rõ." in caption(page)
        assert page.locator("dialog.viewer").get_attribute("aria-label") == (
            "Mấy bóng người đứng trước một ngôi nhà lá"
        )
        shown = page.evaluate("document.querySelector('dialog.viewer img').currentSrc")
        assert shown.endswith("/anh/tru-so-cu-1920.webp")
        assert page.locator(".viewer__after").is_hidden(), "it is alone"
        page.keyboard.press("Escape")
        assert page.locator("dialog.viewer[open]").count() == 0
        page.wait_for_selector("a[data-picture='tru-so-cu']:focus")


def test_back_leaves_the_picture_and_then_the_page(browser: Browser, pictured: str) -> None:
    with visit(browser, pictured, PHONE, "light") as page:
        page.goto(f"{pictured}../")
        page.goto(pictured)
        page.click("a.picture__open")
        opened(page)
        page.go_back()
        page.wait_for_selector("dialog.viewer:not([open])", state="attached")
        assert page.url == pictured
        # Closed by a key, it leaves nothing behind that Back would have to pass.
        page.click("a.picture__open")
        opened(page)
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.viewer:not([open])", state="attached")
        page.wait_for_timeout(200)
        page.go_back()
        assert page.url != pictured


def test_a_small_picture_is_never_blurred_unasked(browser: Browser, pictured: str) -> None:
    with visit(browser, pictured, DESKTOP, "light") as page:
        on_page = page.locator("#anh-con-dau img").bounding_box()
        page.locator("#anh-con-dau a.picture__open").click()
        opened(page)
        assert on_page and on_page["width"] == pytest.approx(150, abs=3)
        assert width(page) == pytest.approx(150, abs=3)
        page.keyboard.press("+")
        assert width(page) == pytest.approx(225, abs=3)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
def test_no_tile_shows_a_picture_larger_than_it_is(
    browser: Browser, pictured: str, screen: dict[str, int]
) -> None:
    with visit(browser, pictured, screen, "light") as page:
        for image in page.locator(".gallery img").all():
            image.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        drawn = page.evaluate(DRAWN)
        assert drawn["nho-dung"][1] <= 141
        assert drawn["nho-ngang"] == pytest.approx([140, 105], abs=2)
        tile = page.locator("#bo-anh-canh-1 img").bounding_box()
        assert tile and drawn["canh-1"] == pytest.approx([tile["width"], tile["height"]], abs=3)


def test_keys_lead_through_a_gallery_and_no_further(browser: Browser, pictured: str) -> None:
    with visit(browser, pictured, DESKTOP, "light") as page:
        page.locator(".gallery a.picture__open").first.focus()
        page.keyboard.press("Enter")
        opened(page)
        count = page.locator(".viewer__count")
        assert count.inner_text() == "Ảnh 1 trên 8"
        assert page.locator(".viewer__before").is_disabled()
        page.keyboard.press("ArrowRight")
        assert count.inner_text() == "Ảnh 2 trên 8"
        assert "Cảnh của xã, canh-2." in caption(page)
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        assert count.inner_text() == "Ảnh 8 trên 8"
        page.locator(".viewer__before").click()
        assert count.inner_text() == "Ảnh 7 trên 8"
        page.keyboard.press("Home")
        page.locator(".viewer__after").focus()
        for _ in range(7):
            page.keyboard.press("Enter")
        assert page.locator(".viewer__after").is_disabled()
        page.keyboard.press("ArrowLeft")
        assert count.inner_text() == "Ảnh 7 trên 8", "the focus is still in the dialog"
        page.locator(".viewer__close").click()
        page.wait_for_selector("a[data-picture='canh-7']:focus")


def test_a_finger_turns_to_the_next_picture_and_back_but_not_of_a_zoomed_one(
    browser: Browser, pictured: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    arrive(page, pictured)
    page.locator("#bo-anh-canh-1 a").tap()
    opened(page)
    count = page.locator(".viewer__count")
    fingers = context.new_cdp_session(page)

    def swipe(x: int, y: int, *, to: tuple[int, int]) -> None:
        """Move one finger in ten steps."""
        fingers.send("Input.dispatchTouchEvent", TOUCH | {"touchPoints": [{"x": x, "y": y}]})
        for step in range(1, 11):
            at = {"x": x + (to[0] - x) * step / 10, "y": y + (to[1] - y) * step / 10}
            moved = {"type": "touchMove", "touchPoints": [at]}
            fingers.send("Input.dispatchTouchEvent", moved)
        fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(100)

    swipe(280, 300, to=(100, 310))
    assert count.inner_text() == "Ảnh 2 trên 8"
    swipe(280, 300, to=(100, 310))
    assert count.inner_text() == "Ảnh 3 trên 8"
    swipe(100, 300, to=(280, 290))
    assert count.inner_text() == "Ảnh 2 trên 8"
    for much, of in (((180, 200), (190, 420)), ((180, 300), (160, 300)), ((120, 250), (200, 330))):
        swipe(*much, to=of)
        assert count.inner_text() == "Ảnh 2 trên 8"
    # Not a tap: on a busy machine the finger stays down so long that no click is made of it.
    page.locator(".viewer__larger").click()
    page.wait_for_selector(".viewer__stage--zoomed")
    swipe(280, 300, to=(100, 310))
    assert count.inner_text() == "Ảnh 2 trên 8", "a zoomed picture is moved"
    assert page.locator("dialog.viewer[open]").count() == 1
    context.close()


def width(page: Page) -> float:
    found: float = page.evaluate(
        "document.querySelector('dialog.viewer img').getBoundingClientRect().width"
    )
    return found


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_zoom_by_key_by_button_and_by_click(
    browser: Browser, pictured: str, screen: dict[str, int]
) -> None:
    with visit(browser, pictured, screen, "light") as page:
        page.locator("#anh-tru-so-cu a.picture__open").click()
        opened(page)
        fit = width(page)
        assert page.locator(".viewer__smaller").is_disabled()
        page.keyboard.press("+")
        assert width(page) == pytest.approx(1.5 * fit, abs=2)
        page.locator(".viewer__larger").click()
        assert width(page) == pytest.approx(2 * fit, abs=2)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("0")
        assert width(page) == pytest.approx(fit, abs=2)
        box = page.locator("dialog.viewer img").bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
        assert width(page) == pytest.approx(2 * fit, abs=2)
        assert page.evaluate("document.querySelector('.viewer__stage').scrollLeft") > fit / 3
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert width(page) == pytest.approx(fit, abs=2)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_and_little_is_fetched_before_scrolling(
    browser: Browser, pictured: str, screen: dict[str, int]
) -> None:
    with browser.new_context(viewport=screen) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver((list) => {"
            " for (const one of list.getEntries()) window.shift += one.value;"
            "}).observe({ type: 'layout-shift', buffered: true });"
        )
        sizes: dict[str, int] = {}
        page.on("response", lambda one: _weighed(one, sizes))
        page.goto(pictured)
        page.wait_for_load_state("networkidle")
        assert 0 < sum(sizes.values()) < 250_000
        for _ in range(20):
            page.mouse.wheel(0, 500)
            page.wait_for_timeout(30)
        page.wait_for_load_state("networkidle")
        assert len(sizes) >= 10
        assert page.evaluate("window.shift") < 0.02
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_of_sixty_in_a_gallery_only_those_that_are_near_are_fetched(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Grain weighs more than most photographs do."""
    folder = tmp_path_factory.mktemp("sixty")
    root = folder / "site"
    root.mkdir()
    write_site(root)
    names = [f"so-{number}" for number in range(60)]
    for name in names:
        record = RECORD.replace("Trước trụ sở cũ", f"Cảnh của xã, {name}")
        put_picture(root, name, size=(640, 480), record=record, quality=90)
    listed = ", ".join(f'"{name}"' for name in names)
    chapter = root / CHAPTER
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(f"{text}\n{{{{ gallery([{listed}]) }}}}\n", encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert main(["--root", str(root)]) == 0
    finally:
        os.chdir(before)
    with served(root / "site") as address:
        for screen, sharp in ((DESKTOP, 1), (DESKTOP, 2), (PHONE, 2), (PHONE, 3), (NARROW, 2)):
            with browser.new_context(viewport=screen, device_scale_factor=sharp) as context:  # type: ignore[arg-type]
                page = context.new_page()
                fetched: dict[str, int] = {}
                page.on("response", lambda one, to=fetched: _weighed(one, to))
                page.goto(f"{address}may-thuong/")
                page.wait_for_load_state("networkidle")
                assert 0 < sum(fetched.values()) < 250_000
                assert all("-240.webp" in name or "-480.webp" in name for name in fetched)


def test_without_scripts_the_picture_is_a_link_to_its_largest_copy(
    browser: Browser, pictured: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pictured)
    page.locator("#anh-tru-so-cu a.picture__open").click()
    page.wait_for_url("**/anh/tru-so-cu-1920.jpg")
    context.close()


def test_a_click_that_asks_for_another_tab_gets_it(browser: Browser, pictured: str) -> None:
    with visit(browser, pictured, DESKTOP, "light") as page:
        with page.context.expect_page() as other:
            page.locator("#anh-tru-so-cu a.picture__open").click(modifiers=["Control"])
        assert other.value.url.endswith("/anh/tru-so-cu-1920.jpg")
        assert page.locator("dialog.viewer[open]").count() == 0
