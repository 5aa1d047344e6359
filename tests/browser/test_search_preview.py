"""The search in the preview that an editor works in: there at once, and right after each save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.searching import reading
from tests.scripts.test_serve import Server
from tests.small_site import CHAPTER, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SECONDS = 60


def test_what_is_saved_is_found_without_a_reload_by_hand(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    server = Server(write_site(tmp_path / "site"))
    try:
        assert server.shows("Bí thư đầu tiên là"), server.told()
        address = f"http://127.0.0.1:{server.port}/"
        # Live reload keeps a request open, so that this page is never without one.
        with reading(browser, address, quiet=False) as reader:
            assert reader.look("ly thi man")[0] == "tra-cuu/nhan-vat/ly-thi-man/#ly-thi-man"
            reader.look("thuyen nan")
            boat = reader.page.locator(".search__link mark", has_text="thuyền nan")
            assert boat.count() == 0
            server.edit(CHAPTER, "Bí thư đầu tiên là", "Người đi thuyền nan đầu tiên là")
            # The page comes anew with the words that it was asked for.
            expect(boat.first).to_be_visible(timeout=SECONDS * 1000)
            assert reader.found()[0].startswith("may-thuong/")
            reader.page.keyboard.press("Enter")
            reader.page.wait_for_selector("mark.found")
            assert set(reader.told) == {"Enabled live reload"}
            reader.told.clear()
        assert "Traceback" not in server.told()
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)
