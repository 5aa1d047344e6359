"""Every component on the invented archive: valid, and as it was when last looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue import (
    documents,
    home,
    leadership,
    lookup,
    organization,
    people,
    sources,
    statements,
    statistics,
)
from macros.catalogue.registry import registry
from macros.views.common import Page
from tests.snapshots import assert_snapshot
from tests.views.html_rules import faults

SNAPSHOTS = Path(__file__).parent / "snapshots"

CALLS: dict[str, Callable[[Page], str]] = {
    "organization_summary": organization.organization_summary,
    "lineage": organization.lineage,
    "congress": lambda page: organization.congress(page, "I"),
    "congress_table": organization.congress_table,
    "committee_rolls": organization.committee_rolls,
    "events": organization.events,
    "organization_cards": home.organization_cards,
    "ways_in": home.ways_in,
    "questions": home.questions,
    "figure_owners": lookup.figure_owners,
    "organization_list": organization.organization_list,
    "leadership_timeline": leadership.leadership_timeline,
    "leadership_table": lambda page: leadership.leadership_table(page, "secretary"),
    "person": lambda page: leadership.person(page, "ly-thi-hai"),
    "statistic": lambda page: statistics.statistic(page, "party-members", "1975-01-09"),
    "statistics_table": lambda page: statistics.statistics_table(page, ["party-members"]),
    "statistics_all": statistics.statistics_all,
    "targets_table": lambda page: statistics.targets_table(page, "ct-1975"),
    "cite": lambda page: sources.cite(page, "ky-yeu#12-13,17"),
    "document": lambda page: documents.document(page, "qd-7"),
    "source_list": sources.source_list,
    "source_entry": lambda page: sources.source_entry(page, "ky-yeu"),
    "people_index": people.people_index,
    "people_entries": lambda page: people.people_entries(page, "m"),
    "person_page": lambda page: people.person_page(page, "ly-van-mot"),
    "issuer_list": documents.issuer_list,
    "documents_of": lambda page: documents.documents_of(page, "huyen-uy"),
    "document_page": lambda page: documents.document_page(page, "qd-7"),
    "conflicts": lookup.conflicts,
    "statements": statements.statements,
    "promises": statements.promises,
}


@pytest.mark.parametrize("name", CALLS)
def test_component_is_valid_and_as_before(name: str, page: Page) -> None:
    html = CALLS[name](page)
    assert faults(html) == []
    assert_snapshot(SNAPSHOTS / f"{name}.html", html)


def test_notes_close_a_page_that_cites(page: Page) -> None:
    for citation in ("ky-yeu#3", "bao-cao#tr.2", "ky-yeu#1-2", "ky-yeu#3"):
        sources.cite(page, citation)
    assert registry.closing is not None
    html = registry.closing(page)
    assert html is not None
    assert faults(html) == []
    assert html.count("Kỷ yếu An Lạc") == 1
    assert_snapshot(SNAPSHOTS / "notes.html", html)


def test_chart_is_valid_and_leaves_colours_to_the_page(page: Page) -> None:
    html = statistics.statistics_chart(page, "admitted")
    assert faults(html) == []
    assert 'aria-label="Đảng viên mới, người. 1960–1965: 10; 1970: 4"' in html
    # Six years held ten, one year four: as means of a year the second is the higher column.
    heights = [float(found) for found in re.findall(r'plot__column"[^>]* height="([\d.]+)"', html)]
    assert len(heights) == 2
    assert heights[1] > 2 * heights[0]
    assert "style=" not in html


def test_what_an_editor_writes_is_never_markup(page: Page) -> None:
    from macros.rendering.templates import render
    from macros.views.common import Link

    html = render("link", link=Link("<b>&", "/a?x=1&y=2"), cites=())
    assert html == '<a href="/a?x=1&amp;y=2">&lt;b&gt;&amp;</a>'
