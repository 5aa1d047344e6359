"""Long pages on paper: cards of figures flow, nothing lies over anything else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from pypdf import PdfReader

from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_from
from tests.browser.arriving import arrive
from tests.browser.conftest import served
from tests.support import archive_of, with_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CARDS = 24
MOST_SHEETS = 10
"""Three cards a sheet, and what stands before and after them."""


def _figures() -> str:
    lines = ["observations:"]
    for card in range(CARDS):
        for term in range(4):
            first = 1980 + 5 * term
            mark = (
                ", implied: {period: {kind: inferred, why: chỉ ghi năm đầu}}" if term == 1 else ""
            )
            lines.append(
                f'  - {{id: s-{card}-{term}, indicator: i-{card}, period: "{first}/{first + 4}",'
                f" value: {20 + card + term}, note: Tài liệu ghi gộp cả hai xóm., cite: ky-yeu#2{mark}}}"
            )
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a page of many figures."""
    indicators = "".join(
        f"  - {{id: i-{card}, label: Lớp học thứ {card}, group: Học, unit: lớp, aggregation: total}}\n"
        for card in range(CARDS)
    )
    files = {
        "data/indicators.yml": f"indicators:\n{indicators}",
        "data/organizations/khoi/statistics.yml": _figures(),
    }
    folder = tmp_path_factory.mktemp("paper")
    archive = with_paragraphs(archive_of(folder, files), 14)
    (folder / "mkdocs.yml").write_text("site_name: Lịch sử Khối\n", encoding="utf-8")
    file = folder / "docs/khoi/so-lieu.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    head = "---\ntitle: Số liệu\norganization: khoi\n---\n\n# Số liệu\n\n"
    file.write_text(head + "{{ statistics_all() }}\n", encoding="utf-8")
    config = site_config(folder, nav=[{"Khối": ["khoi/so-lieu.md"]}])
    state_of(config).inputs = inputs_from(archive)
    build(config)
    with served(folder / "site") as address:
        yield address + "khoi/so-lieu/"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 627, "height": 950})
    page = context.new_page()
    arrive(page, site)
    yield page
    context.close()


def test_a_sheet_holds_several_cards(page: Page) -> None:
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) <= MOST_SHEETS


def test_a_chart_has_its_table_beside_it(page: Page) -> None:
    page.emulate_media(media="print")
    beside = """all => all.map(card => {
      const [plot, table] = [".plot", "table"].map(one => card.querySelector(one).getBoundingClientRect());
      return plot.height > 0 && plot.right <= table.left && Math.abs(plot.top - table.top) < 60;
    })"""
    assert page.locator("details.indicator").evaluate_all(beside) == [True] * CARDS


def test_what_is_inferred_keeps_to_its_cell(page: Page) -> None:
    page.emulate_media(media="print")
    within = """all => all.filter(one =>
      one.getBoundingClientRect().right <= one.closest("td").getBoundingClientRect().right + 1).length"""
    assert page.locator(".marks .badge").evaluate_all(within) == CARDS
