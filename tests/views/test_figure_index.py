"""The index of figures: what opens, what does not, and what its rows say."""

from __future__ import annotations

import re

from macros.catalogue import statistics
from macros.views.common import Page
from macros.views.figure_index import Entry, figure_index


def entries(page: Page) -> dict[str, Entry]:
    index, _ = figure_index(page, page.archive.dossiers["xa-an-lac"])
    return {
        one.group.label: one
        for subject in index.subjects
        for run in subject.runs
        for one in run.entries
    }


def test_a_row_tells_the_first_and_the_latest_figure(page: Page) -> None:
    members = entries(page)["Đảng viên"]
    assert members.first is not None
    assert members.last is not None
    assert (members.first.number, members.begins) == ("40", "1960")
    assert (members.last.number, members.ends) == ("trên 1.200", "09/01/1975")


def test_one_figure_is_a_row_with_nothing_to_open(page: Page) -> None:
    found = entries(page)
    assert found["Chi bộ"].single
    assert not found["Đảng viên"].single


def test_every_figure_keeps_its_address(page: Page) -> None:
    html = statistics.statistics_all(page)
    dossier = page.archive.dossiers["xa-an-lac"]
    assert sorted(re.findall(r'<tr id="([\w-]+)"', html)) == sorted(
        one.id for one in dossier.observations
    )


def test_more_than_is_drawn_as_a_bound(page: Page) -> None:
    html = statistics.statistics_all(page)
    assert html.count("plot__bound") == 1
    assert "plot__dot--over" in html


def test_the_numbers_of_the_index_are_those_of_the_data(page: Page) -> None:
    index, tables = figure_index(page, page.archive.dossiers["xa-an-lac"])
    assert index.figures == len(page.archive.dossiers["xa-an-lac"].observations)
    assert index.count == sum(len(one.groups) for one in tables)
