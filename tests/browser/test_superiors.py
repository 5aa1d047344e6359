"""In a real browser: what an organization was under on a day, and whether it was there at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_from
from tests.awkward import test_effective, test_lives, test_superiors
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
    # Under another id, with days of which the others tell nothing.
    for part in (test_lives.ORG, test_lives.HELD):
        files[part.replace("khoi", "khe-lau")] = test_lives.FILES[part].replace("Sao", "Lau")
    files["data/documents/thi-uy.yml"] = test_lives.FILES["data/documents/tinh-uy.yml"]
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
        page.locator(".as-of--chosen").wait_for()
        shown = page.locator("caption", has_text="Chi bộ Khe Sao").inner_text()
        assert shown.removeprefix("Chi bộ Khe Sao").strip(", ").replace("\u00a0", " ") == above


def test_without_a_day_no_superior_is_named(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}theo-ngay/", DESKTOP, "light") as page:
        assert page.locator(".as-of__above:visible").count() == 0


def test_both_days_of_a_decision_are_read(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}van-ban/", DESKTOP, "light") as page:
        said = page.locator("#qd-7").inner_text().replace("\u00a0", " ")
        assert "ban hành ngày 25/06/2025, có hiệu lực từ ngày 01/07/2025" in said


@pytest.mark.parametrize(
    ("day", "absent", "holders"),
    [
        ("1930-05-01", "", ["Lý Văn Một"]),
        ("1933-01-01", "bị phá vỡ tháng 10/1931, khôi phục ngày 10/05/1936", []),
        ("1937-01-01", "", ["Lý Thị Hai"]),
        ("1942-01-01", "tạm ngừng hoạt động tháng 03/1940", []),
    ],
)
def test_nobody_is_sought_where_the_organization_was_not_there(
    browser: Browser, site: str, day: str, absent: str, holders: list[str]
) -> None:
    with visit(browser, f"{site}theo-ngay/?ngay={day}", DESKTOP, "light") as page:
        page.locator(".as-of--chosen").wait_for()
        body = page.locator(".as-of__body", has=page.get_by_text("Chi bộ Khe Lau", exact=True))
        caption = body.locator("caption").inner_text().replace("\u00a0", " ")
        assert ("ngày ấy tổ chức không hoạt động" in caption) is bool(absent)
        assert absent in caption
        assert body.locator("thead").is_visible() is not bool(absent)
        named = body.locator("tbody tr:visible th").all_inner_texts()
        assert [one.replace("\u00a0", " ") for one in named] == holders
        counted = page.locator(".as-of__told").inner_text()
        assert counted.endswith(f"{len(holders)} không rõ." if day < "1931" else "0 không rõ.")
