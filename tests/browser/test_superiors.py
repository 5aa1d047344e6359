"""In a real browser: what an organization was under on a day, and both days of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_from
from tests.awkward import test_effective, test_superiors
from tests.browser.conftest import served
from tests.browser.test_theme import DESKTOP, visit
from tests.support import CATALOGUES, load_sound, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CHAPTERS = {
    "index.md": "---\ntitle: Trang đầu\norganization: khoi\n---\n\n# Trang đầu\n\n"
    "{{ organization_summary() }}\n\n{{ lineage() }}\n",
    "theo-ngay.md": "---\ntitle: Một ngày\n---\n\n# Một ngày\n\n{{ office_holders() }}\n",
    "van-ban.md": '---\ntitle: Văn bản\n---\n\n# Văn bản\n\n{{ documents_of("tinh-uy") }}\n',
    "to-chuc.md": "---\ntitle: Tổ chức\n---\n\n# Tổ chức\n\n{{ organization_list() }}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a cell whose superiors changed."""
    files = {**CATALOGUES, **test_effective.FILES, **test_superiors.FILES}
    folder = write_site(tmp_path_factory.mktemp("superiors"), files)
    (folder / "mkdocs.yml").write_text("site_name: Lịch sử Khe Sao\n", encoding="utf-8")
    archive = load_sound(folder)
    write_site(folder / "docs", CHAPTERS)
    config = site_config(folder, nav=[{title: title} for title in CHAPTERS])
    state_of(config).inputs = inputs_from(archive)
    build(config)
    with served(folder / "site") as address:
        yield address


@pytest.mark.parametrize(
    ("day", "above"),
    [
        ("1949-12-31", ""),
        ("1970-01-01", "trực thuộc Đảng bộ huyện Mây Cũ"),
        ("2025-06-30", "trực thuộc Đảng bộ huyện Mây Cũ"),
        ("2025-07-01", "trực thuộc Đảng bộ phường Mây"),
        ("2025-11-01", "trực thuộc Đảng bộ phường Mây (không rõ ngày ấy có trực thuộc không)"),
    ],
)
def test_what_was_above_on_a_day(browser: Browser, site: str, day: str, above: str) -> None:
    with visit(browser, f"{site}theo-ngay/?ngay={day}", DESKTOP, "light") as page:
        shown = page.locator("caption", has_text="Chi bộ Khe Sao").inner_text()
        assert shown.removeprefix("Chi bộ Khe Sao").strip(", ").replace("\u00a0", " ") == above


def test_without_a_day_no_superior_is_named(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}theo-ngay/", DESKTOP, "light") as page:
        assert page.locator(".as-of__above:visible").count() == 0


def test_both_days_of_a_decision_are_read(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}van-ban/", DESKTOP, "light") as page:
        said = page.locator("#qd-7").inner_text().replace("\u00a0", " ")
        assert "ban hành ngày 25/06/2025, có hiệu lực từ ngày 01/07/2025" in said
