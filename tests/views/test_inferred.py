"""The mark of a value that no source states: in sentences, answers and open data, and its words."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from macros.archive import Archive
from macros.book.compose import TWINS
from macros.catalogue import registry
from macros.model.changes import ChangeEvent
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.inferred import inferred_fields, is_inferred
from macros.search.answers.documents import documents
from macros.search.answers.figures import counts
from macros.search.answers.parts import Built, page_of
from macros.system.program import PROGRAM
from macros.views.common import Page
from macros.wording.inferred import inferred_words
from tests.model.every_field.rendered import Linker
from tests.support import archive_of

MARK = "{kind: inferred, why: suy từ câu trước}"
FILES = {
    "data/posts.yml": "roles: [{id: secretary, label: Bí thư, seats: 1, order: 1}]",
    "data/indicators.yml": """
        indicators: [{id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên}]
        """,
    "data/people/la-van-sen.yml": "name: Lã Văn Sen",
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử
        status: final
        speaks_until: "2000"
        organizations: [sim]
        """,
    "data/documents/huyen-uy.yml": f"""
        name: Huyện ủy Sim
        documents:
          - {{id: qd-7, kind: decision, symbol: 7-QĐ/HU, date: "1960-02-01", cite: ky-yeu#1, implied: {{date: {MARK}}}}}
          - {{id: qd-8, kind: decision, symbol: 8-QĐ/HU, date: "1960-02-02", cite: ky-yeu#1, implied: {{date: ghi trong câu trước}}}}
        """,
    "data/organizations/sim/organization.yml": "{kind: party, short_name: Đảng bộ Sim, listed: true}",
    "data/organizations/sim/leadership.yml": f"""
        memberships:
          - {{id: m1, person: la-van-sen, post: secretary, start_date: "1960", end_date: "1965", congress: I, manner: elected, cite: ky-yeu#1, implied: {{end_date: {MARK}, manner: {MARK}}}}}
        """,
    "data/organizations/sim/congresses.yml": f"""
        congresses:
          - {{id: dh-1, ordinal: I, dates: "1960-05-10", cite: ky-yeu#1, implied: {{dates: {MARK}}}}}
        committees:
          - {{id: bch, body: executive, size: 15, basis: elected, congress: I, cite: ky-yeu#1, implied: {{size: {MARK}, basis: {MARK}}}}}
        """,
    "data/organizations/sim/statistics.yml": f"""
        observations:
          - {{id: dv, indicator: party-members, period: "1960", value: 40, cite: ky-yeu#1, implied: {{value: {MARK}}}}}
        """,
    "data/organizations/sim/events.yml": f"""
        events:
          - {{id: lu, date: "1971-08-20", summary: Được tặng bằng khen., cite: ky-yeu#1, implied: {{date: {MARK}}}}}
        """,
    "data/changes/chuyen.yml": f"""
        kind: transfer
        participants:
          - {{organization: sim, role: from}}
          - {{label: Chi bộ Suối, role: to, extent: part, members: 21}}
        cite: ky-yeu#1
        implied: {{participants.extent: {MARK}}}
        """,
}


@cache
def archive() -> Archive:
    with TemporaryDirectory() as folder:
        return archive_of(Path(folder), FILES)


def html(macro: str, **arguments: Any) -> str:
    found = registry.get(macro)
    assert found is not None
    page = Page("docs/sim/index.md", "sim", archive(), Linker())
    return str(found.render(page, **arguments)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("macro", "arguments", "words"),
    [
        ("statistic", {"indicator": "party-members", "period": "1960"}, "40 đảng viên (suy ra)"),
        ("committee_size", {"committee": "bch"}, "15 ủy viên (suy ra)"),
        ("date_of", {"fact": "lu"}, "ngày 20/08/1971 (suy ra)"),
        ("date_of", {"fact": "dh-1"}, "ngày 10/05/1960 (suy ra)"),
        ("date_of", {"fact": "m1", "end": True}, "năm 1965 (suy ra)"),
        ("document", {"document": "qd-7"}, "7-QĐ/HU ngày 01/02/1960 (suy ra)"),
    ],
)
def test_a_value_in_a_sentence_has_its_mark_without_a_citation_too(
    macro: str, arguments: dict[str, Any], words: str
) -> None:
    assert words in html(macro, **arguments, cite=False)


def test_a_figure_with_its_citation_says_what_is_inferred_beside_it() -> None:
    text = html("statistic", indicator="party-members", period="1960")
    assert '<span class="badge">suy ra giá trị</span>' in text
    assert "(suy ra)" not in text


def test_paper_says_so_beside_the_time_and_leaves_the_column_of_marks_narrow() -> None:
    with twins_in(PROGRAM / TWINS):
        text = html("statistics_all")
    assert '<span class="remark">(suy ra giá trị)</span></th>' in text
    assert text.count("suy ra") == 1
    assert "badge" not in text


def test_a_value_that_is_only_worded_otherwise_has_no_mark() -> None:
    assert not is_inferred(archive().documents["qd-8"], "date")
    assert "suy ra" not in html("document", document="qd-8")


def test_a_row_names_its_days_and_fields_once() -> None:
    text = html("leadership_table", post="secretary")
    assert '<span class="badge">suy ra ngày thôi, hình thức</span>' in text
    assert text.count("suy ra") == 1


def test_a_participant_is_marked_where_its_extent_stands() -> None:
    assert "(một phần – suy ra, 21 đảng viên)" in html("lineage")


def test_words_name_the_fields_of_parts_and_only_those_shown() -> None:
    change = archive().changes["chuyen"]
    assert isinstance(change, ChangeEvent)
    assert inferred_words(change).replace("\u00a0", " ") == "suy ra phạm vi"
    assert inferred_words(change, "participants")
    assert inferred_words(change, "kind", "date") == ""
    assert inferred_fields(archive().dossiers["sim"].memberships[0]) == ("end_date", "manner")


def test_the_open_data_name_the_inferred_fields() -> None:
    files = open_data(archive(), site_url=None)

    def column(table: str) -> list[str]:
        text = files[f"{table}.csv"].decode()
        return [row["inferred"] for row in csv.DictReader(io.StringIO(text, newline=""))]

    assert column("memberships") == ["end_date; manner"]
    assert column("committees") == ["size; basis"]
    assert column("documents") == ["date", ""]
    assert column("changes") == ["participants.extent"]
    assert column("participants") == ["", "extent"]


def test_the_basis_of_a_day_follows_the_mark() -> None:
    text = open_data(archive(), site_url=None)["memberships.csv"].decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["start_basis"], row["end_basis"]) == ("stated", "inferred")


def test_an_answer_says_so_beside_its_source() -> None:
    built = Built(None, {})
    page = page_of(archive(), built)
    ((_, figures),) = counts(page, archive().dossiers["sim"], built)
    assert figures["rows"][0]["cites"][0][0].endswith("(suy ra giá trị)")
    (found,) = documents(page)["7 qd hu"]
    assert found["cites"][0][0].endswith("(suy ra ngày)")
