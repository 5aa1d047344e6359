"""Long chronologies: short on a phone, and nothing in them out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.engine.config import site_config
from macros.engine.inputs import state_of
from macros.engine.load import inputs_from
from tests.browser.arriving import arrive
from tests.browser.conftest import served
from tests.browser.every_page import PHONE, too_tall
from tests.support import load_sound, with_paragraphs, write_site
from tests.views.merged import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LONG, LONGEST = "lon/bien-nien/", "dai/bien-nien/"
TEXT = "Cấp ủy xã họp bàn việc đắp đập, mở đường, dựng trường và vận động các xóm góp công."
LEADERS = ("ly-van-mot", "ly-thi-hai", "ly-van-ba")


def _events(first: int, many: int, of_year: int) -> str:
    lines = ["events:"]
    for number in range(many):
        year, month = first + number // of_year, 1 + number % of_year
        day = f"{year}-{month:02}-0{1 + number % 9}"
        lines.append(
            f'  - {{id: v-{number}, date: "{day}", summary: "{TEXT} Lần {number}.", cite: ky-yeu#3}}'
        )
    return "\n".join(lines) + "\n"


def _posts(first: int, many: int) -> str:
    lines = ["memberships:"]
    for number in range(many):
        year = first + number
        lines.append(
            f"  - {{id: n-{number}, person: {LEADERS[number % 3]}, post: secretary,"
            f' start_date: "{year}-02", end_date: "{year}-11", cite: ky-yeu#2}}'
        )
    return "\n".join(lines) + "\n"


def _files() -> dict[str, str]:
    """Return a volume of some hundred entries in thirty years, one of 450 in ninety."""
    dai = "kind: party\nshort_name: Đảng bộ xã Dài\nlisted: true\norder: 2\n"
    founding = 'founding: {id: lap, date: "1930-02-01", cite: ky-yeu#1}\n'
    return {
        **FILES,
        "data/organizations/lon/events.yml": _events(1980, 120, 4),
        "data/organizations/dai/organization.yml": dai + founding,
        "data/organizations/dai/events.yml": _events(1931, 270, 3),
        "data/organizations/dai/leadership.yml": _posts(1931, 90),
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a long chronology and one three times as long."""
    folder = write_site(tmp_path_factory.mktemp("chronicle"), _files())
    (folder / "mkdocs.yml").write_text("site_name: Lịch sử Xã Lớn\n", encoding="utf-8")
    archive = with_paragraphs(load_sound(folder), 14)
    for name in ("lon", "dai"):
        file = folder / "docs" / name / "bien-nien.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: Biên niên\norganization: {name}\n---\n\n# Biên niên\n\n"
        file.write_text(head + "{{ chronicle() }}\n", encoding="utf-8")
    nav = [{"Lớn": ["lon/bien-nien.md"]}, {"Dài": ["dai/bien-nien.md"]}]
    config = site_config(folder, nav=nav)
    state_of(config).inputs = inputs_from(archive)
    build(config)
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def shown(page: Page, kind: str) -> int:
    """Return how many entries of a kind a reader sees."""
    seen = "(all, kind) => all.filter(one => one.dataset.kind === kind && one.checkVisibility({contentVisibilityAuto: true})).length"
    return int(page.locator(".chronicle__entry").evaluate_all(seen, kind))


def test_a_phone_shows_them_in_some_fifteen_screens(browser: Browser, site: str) -> None:
    assert too_tall(browser, site, [LONG, LONGEST]) == []


def test_what_is_many_is_counted_where_it_stands_and_opens_there(phone: Page, site: str) -> None:
    arrive(phone, site + LONG)
    assert shown(phone, "post") > 0  # who led stays open
    assert shown(phone, "event") == 0
    fold = phone.locator("#nam-1990 + ul .fold").first
    assert fold.locator("summary").inner_text().strip() == "Việc (4)"
    fold.locator("summary").click()
    assert shown(phone, "event") == 4


def test_all_entries_or_those_of_a_kind_need_no_opening(phone: Page, site: str) -> None:
    for path, events in ((LONG, 120), (LONGEST, 270)):
        arrive(phone, site + path)
        phone.check("[name=loai-muc][value=event]")
        assert (shown(phone, "event"), shown(phone, "post")) == (events, 0)
        phone.check("[name=loai-muc][value=all]")
        assert shown(phone, "event") == events
        assert shown(phone, "post") > 0
        assert phone.locator(".fold__head:visible").count() == 0


def test_without_scripts_an_address_opens_its_entry_and_its_year(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{LONGEST}#moc-v-150")
    assert page.locator("#moc-v-150").is_visible()
    assert page.locator("#moc-v-150").bounding_box()["y"] < PHONE["height"]  # type: ignore[index]
    page.goto(f"{site}{LONGEST}#nam-1940")
    assert page.locator("#nam-1940 + ul .chronicle__entry:visible").count() > 3
    context.close()


def test_paper_shows_every_entry_and_no_count(phone: Page, site: str) -> None:
    arrive(phone, site + LONGEST)
    phone.emulate_media(media="print")
    assert shown(phone, "event") == 270
    assert phone.locator(".fold__head:visible").count() == 0
