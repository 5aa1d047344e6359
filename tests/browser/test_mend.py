"""In a real browser: who sees a mistake can tell of it, with the page and the fact."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from scripts import build
from tests.browser.conftest import served
from tests.browser.test_theme import DESKTOP, visit
from tests.small_site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

LETTER = "a[data-mend]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small invented site, which names a repository and a contact."""
    root = write_site(tmp_path_factory.mktemp("mend") / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTACT", "ban-bien-tap@vi-du.vn")
        patch.setenv("REPO_URL", "https://github.com/vi-du/lich-su/")
        assert build.main(["--root", str(root)]) == 0
    with served(root / "site") as address:
        yield address


def test_each_page_has_a_form_and_a_letter(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}may-thuong/", DESKTOP, "light") as page:
        form = page.get_by_role("link", name="Báo qua mẫu").get_attribute("href")
        assert form == (
            "https://github.com/vi-du/lich-su/issues/new?template=bao-sai.yml&trang=may-thuong/"
        )
        letter = unquote(page.locator(LETTER).get_attribute("href") or "")
        assert letter == (
            "mailto:ban-bien-tap@vi-du.vn?subject=Báo sai: Đảng bộ xã Mây Thượng"
            "&body=Trang: may-thuong/"
        )


def test_the_card_of_a_figure_names_the_fact(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}may-thuong/", DESKTOP, "light") as page:
        page.locator("main a", has_text="40 đảng viên").first.hover()
        link = page.locator(".card").get_by_role("link", name="Báo sai")
        link.wait_for()
        assert "#dang-vien-1950" in unquote(link.get_attribute("href") or "")
