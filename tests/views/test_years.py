"""Each thing is told in its year once; what may have been in several years says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.addresses.entities import with_pages
from macros.addresses.places import Place, place_of
from macros.archive import Archive
from macros.book.compose import TWINS
from macros.catalogue import years
from macros.chapter.page import LinkTarget
from macros.dates.term import Bounds
from macros.rendering.templates import twins_in
from macros.rules.chronicle import chronicle
from macros.system.program import PROGRAM
from macros.text.vietnamese import NBSP
from macros.views.volume_chronicle import volume_chronicle
from macros.views.year_facts import _perhaps
from macros.views.years import decade_page, strip, year_page, years_index
from tests.support import archive_of
from tests.views.fabricated import page_of
from tests.views.html_rules import faults

FILES = {
    "data/organizations/mot/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Một
        listed: true
        founding: {id: lap, date: "1960-02-01", documents: [qd-7], cite: ky-yeu#1}
        names:
          - {id: ten, name: Đảng bộ xã Mốt, start_date: "1960-02-01", cite: ky-yeu#1}
          - {id: ten-sau, name: Đảng bộ xã Một, start_date: "1972-05", cite: ky-yeu#1}
        """,
    "data/organizations/mot/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, manner: [designated], start_date: "1960-02-05",
             end_date: "1960-11", end_reason: retired, cite: ky-yeu#2}
          - {id: bt-2, person: ly-thi-hai, post: secretary, start_date: "1960-12-20", cite: ky-yeu#2}
          - {id: bt-3, person: ly-van-ba, post: secretary, congress: II, manner: [elected], cite: ky-yeu#2}
        """,
    "data/organizations/mot/congresses.yml": """
        congresses:
          - {id: dh-2, ordinal: II, term: "1966/1970", dates: "1966-01-09/1966-01-10", cite: ky-yeu#3}
        """,
    "data/organizations/mot/events.yml": """
        events:
          - {id: lu, date: "1960", summary: Lũ lớn., documents: [cv-1], cite: ky-yeu#4}
          - {id: cau, date: "[1960-06..1961]", summary: Bắc cầu., cite: ky-yeu#4}
          - {id: dap, date: "1958/1966", summary: Đắp đập., cite: ky-yeu#4}
        """,
    "data/organizations/mot/statistics.yml": """
        observations:
          - {id: dv-60, indicator: party-members, period: "1960-12", value: 12, cite: ky-yeu#5}
          - {id: dv-60s, indicator: party-members, period: "1959/1963", aggregation: total, value: 40, cite: ky-yeu#5}
        """,
    "data/documents/huyen-uy.yml": """
        name: Huyện ủy Sim
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/HU, date: "1960-02-01", cite: ky-yeu#1}
          - {id: cv-1, kind: letter, symbol: 1-CV/HU, date: "1960-07-30", subject: Chống lũ, cite: ky-yeu#1}
        """,
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_of(tmp_path, FILES)


def told(archive: Archive, year: int) -> list[tuple[str, str, str]]:
    found = year_page(page_of(archive, None), year)
    return [
        (month.name, one.day, "".join(piece.text for piece in one.pieces).replace(NBSP, " "))
        for month in found.months
        for one in month.entries
    ]


def test_a_year_tells_each_thing_once_by_months(archive: Archive) -> None:
    assert told(archive, 1960) == [
        # The name and the decision of that day say the same.
        ("Tháng 2", "01", "Thành lập Đảng bộ xã Mốt, theo Quyết định số 7-QĐ/HU ngày 01/02/1960."),
        ("Tháng 2", "05", "Lý Văn Một được chỉ định làm Bí thư."),
        ("Tháng 7", "30", "Công văn số 1-CV/HU: Chống lũ."),
        ("Tháng 11", "", "Lý Văn Một, Bí thư, nghỉ hưu."),
        ("Tháng 12", "20", "Lý Thị Hai giữ chức Bí thư."),
        ("Không rõ tháng", "", "Lũ lớn. Văn bản: Công văn số 1-CV/HU ngày 30/07/1960."),
    ]
    assert year_page(page_of(archive, None), 1960).empty.replace(NBSP, " ") == (
        "Các tháng 1, 3–6 và 8–10: chưa có mục nào."
    )


def test_whom_a_congress_elected_stands_beside_it(archive: Archive) -> None:
    (entry,) = decade_page(page_of(archive, None), "1960-1969").years[-1].entries
    assert entry.whole.replace(NBSP, " ") == "09–10/01/1966"
    assert "".join(piece.text for piece in entry.more).replace(NBSP, " ") == "Bí thư Lý Văn Ba"


def test_what_may_have_been_in_several_years_is_told_as_such(archive: Archive) -> None:
    short, long = year_page(page_of(archive, None), 1961).stretches[::-1]
    assert short.words.replace(NBSP, " ") == "Trong khoảng 06/1960–1961"
    assert [one.id for one in short.entries] == ["moc-cau--mot"]
    # What went on for longer is only counted.
    assert (long.words, long.count, long.entries) == ("1958–1966", 1, ())


def test_who_held_office_at_both_ends_and_the_figures(archive: Archive) -> None:
    one = year_page(page_of(archive, None), 1960)
    (row,) = one.office
    assert (row.post, row.first) == ("Bí thư", ())
    assert [holder.person.text.replace(NBSP, " ") for holder in row.last] == ["Lý Thị Hai"]
    assert [figure.period for of in one.figures for figure in of.figures] == ["12/1960"]
    assert [figure.period for of in one.covering for figure in of.figures] == ["1959–1963"]


def test_a_year_of_few_entries_stands_on_the_page_of_its_ten(archive: Archive) -> None:
    assert list(chronicle(archive).by_year) == [1960, 1966, 1972]
    assert list(with_pages(archive, "year")) == ["1960"]
    assert place_of(LinkTarget("year", "1960"), archive) == Place("tra-cuu/nam/1960.md")
    assert place_of(LinkTarget("year", "1966"), archive) == Place(
        "tra-cuu/thap-nien/1960-1969.md", "nam-1966"
    )
    assert place_of(LinkTarget("year", "1950"), archive) is None
    sixties = decade_page(page_of(archive, None), "1960-1969")
    # Of a year with a page the weightiest is told, and how much else there is.
    assert [(line.anchor, len(line.entries), line.more) for line in sixties.years] == [
        ("nam-1960", 1, 5),
        ("nam-1966", 1, 0),
    ]


def test_the_strip_leads_from_year_to_year(archive: Archive) -> None:
    one = year_page(page_of(archive, None), 1966)
    assert one.before is not None
    assert one.after is not None
    assert (one.before.text, one.after.text) == ("1960", "1972")
    bars = {bar.year: (bar.count, bool(bar.url)) for bar in one.strip}
    assert next(iter(bars)) == "1960"
    assert (bars["1960"], bars["1961"], bars["1966"]) == ((6, True), (0, False), (1, True))


def test_ten_years_are_all_named_below_their_bars(archive: Archive) -> None:
    page = page_of(archive)
    ten = strip(page, range(1960, 1970))
    assert [one.label for one in ten] == [True] * len(ten)
    assert not any(one.minor for one in ten)
    more = strip(page, range(1950, 1975))
    assert {one.year for one in more if one.label} == {
        one.year for one in more if int(one.year) % 5 == 0
    }
    assert all(one.minor == bool(int(one.year) % 10) for one in more)


def test_all_years_are_listed_by_tens(archive: Archive) -> None:
    lines = years_index(page_of(archive, None)).decades
    assert [(line.link.text, line.count) for line in lines] == [("1960–1969", 7), ("1970–1979", 1)]


def test_the_pages_are_valid(archive: Archive) -> None:
    page = page_of(archive, None)
    assert faults(years.years_index(page)) == []
    assert faults(years.decade_page(page, "1960-1969")) == []
    for year in ("1960", "1961", "1800"):
        assert faults(years.year_page(page, year)) == []


def test_a_volume_tells_everything_by_years_and_gaps_once(archive: Archive) -> None:
    page = page_of(archive, "mot")
    one = volume_chronicle(page, archive.dossiers["mot"])
    assert [(year.link.text, bool(year.entries)) for year in one.years] == [
        ("1958", True),
        ("1959", False),
        ("1960", True),
        ("1961–1965", False),
        ("1966", True),
        ("1967–1971", False),
        ("1972", True),
    ]
    said = {kind.label: kind.count for kind in one.filters}
    assert said == {"Tổ chức": 2, "Đại hội": 1, "Nhân sự": 3, "Việc": 3, "Văn bản": 1}
    in_1960 = {entry.id: entry.whole.replace(NBSP, " ") for entry in one.years[2].entries}
    assert (in_1960["moc-lap"], in_1960["moc-bt-1-thoi"]) == ("01/02", "tháng 11")
    assert in_1960["moc-lu"] == "trong năm"
    assert [year.term for year in one.years[4:5]] == ["nhiệm kỳ II"]


def test_events_without_a_date_stand_last(archive: Archive) -> None:
    dossier = archive.dossiers["mot"]
    undated = dossier.events[0].model_copy(update={"date": None, "printed": "ngày ấy"})
    other = replace(dossier, events=(*dossier.events[1:], undated))
    changed = replace(archive, dossiers={**archive.dossiers, "mot": other})
    found = volume_chronicle(page_of(changed, "mot"), other)
    assert [one.row.when.text for one in found.undated] == ["“Ngày ấy”"]


def test_the_chronology_is_valid_on_screen_and_paper(archive: Archive) -> None:
    page = page_of(archive, "mot")
    assert faults(years.chronicle(page)) == []
    with twins_in(PROGRAM / TWINS):
        paper = years.chronicle(page)
    assert "Thành lập" in paper
    assert "<input" not in paper


def test_what_is_only_possible_says_on_which_sure_year_it_rests() -> None:
    known = Bounds(date(2015, 8, 25), date(2015, 8, 25), date(2020, 8, 4), None)
    assert _perhaps(known, date(2022, 1, 1)) == "có thể, biết chắc đến năm 2020"
    assert _perhaps(known, date(2015, 1, 1)) == "có thể, biết chắc từ năm 2015"
    assert _perhaps(Bounds(None, None, None, None), date(2015, 1, 1)) == "có thể"
