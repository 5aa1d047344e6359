"""A seat that is filled by someone without a name, from the record to page, paper, data and answer."""

from __future__ import annotations

import csv
import io
import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.book.compose import TWINS
from macros.catalogue import home, leadership, organization, people
from macros.changes.differences import differences
from macros.checks import leadership as check
from macros.checks.table import check_archive
from macros.model.leadership import Membership
from macros.mutation.typed_values import typed_values
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.terms import tenures
from macros.search.answers.parts import Built
from macros.search.answers.shards import answers
from macros.system.program import PROGRAM
from macros.views.common import Page
from macros.views.timeline import timeline
from macros.wording.facts import fact_words
from tests.awkward.holders import plain, with_memberships
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of, fact_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

ORG = "data/organizations/khoi"
POSTS = """
    roles:
      - {id: secretary, label: Bí thư, seats: 1, order: 1}
      - {id: deputy-secretary, label: Phó Bí thư, order: 2}
    """
FILES = {
    "data/posts.yml": POSTS,
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khối Sao
        listed: true
        founding: {id: lap, date: "1950-01-05", cite: ky-yeu#1}
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, start_date: "1950-01", end_date: "1952-03", cite: ky-yeu#2}
          - {id: bt-2, unnamed: true, post: secretary, start_date: "1952-03", end_date: "1955-06", manner: designated, cite: ky-yeu#3}
          - {id: bt-3, person: ly-thi-hai, post: secretary, start_date: "1955-06", end_date: "1957", cite: ky-yeu#4}
          - {id: bt-4, unnamed: không nêu tên, post: secretary, start_date: "1957", cite: ky-yeu#6}
          - {id: pbt-1, person: ly-van-ba, post: deputy-secretary, congress: I, manner: elected, cite: ky-yeu#5}
          - {id: pbt-2, unnamed: một người ở Tỉnh ủy, post: deputy-secretary, congress: I, cite: ky-yeu#5}
          - {id: pbt-3, unnamed: không rõ tên, post: deputy-secretary, congress: II, cite: ky-yeu#7}
          - {id: pbt-4, unnamed: không rõ tên, post: deputy-secretary, congress: III, cite: ky-yeu#8}
        """,
    f"{ORG}/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, dates: "1951-05-10", cite: ky-yeu#5}
          - {id: dh-2, ordinal: II, cite: ky-yeu#7}
          - {id: dh-3, ordinal: III, dates: "1960-05", cite: ky-yeu#8}
        """,
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("unnamed"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


# --- rules and checks -----------------------------------------------------------------------


def test_the_seat_is_filled(archive: Archive) -> None:
    found = [str(one) for one in check_archive(archive)]
    assert not [one for one in found if "lỗi" in one or "không rõ ai giữ chức" in one], found


def test_two_without_a_name_are_not_one_person(archive: Archive) -> None:
    held = tenures(archive, archive.dossiers["khoi"], "deputy-secretary")
    ids = {one.id for tenure in held for one in tenure.memberships if tenure.person is None}
    assert ids == {"pbt-2", "pbt-3", "pbt-4"}
    assert [len(tenure.memberships) for tenure in held] == [1, 1, 1, 1]


@pytest.mark.parametrize("other", ["person: ly-van-mot", "unnamed: không rõ tên"])
def test_overlaps_are_told_as_usual(tmp_path: Path, other: str) -> None:
    term = 'post: secretary, start_date: "1950-01", end_date: "1953-01"'
    archive = with_memberships(tmp_path, FILES, f"unnamed: true, {term}", f"{other}, {term}")
    (problem,) = check.holders(archive)
    assert "2 người cùng giữ chức Bí thư một lúc" in problem.message
    assert "không rõ tên (từ tháng 01/1950 đến tháng 01/1953)" in problem.message.replace(
        "\xa0", " "
    )


def test_a_term_before_the_founding_is_told_of_one_without_a_name(tmp_path: Path) -> None:
    archive = with_memberships(
        tmp_path, FILES, 'unnamed: true, post: secretary, start_date: "1940"'
    )
    found = [one.message for one in check_archive(archive)]
    assert any(
        one.startswith("Bí thư không rõ tên: giữ chức trước ngày thành lập") for one in found
    )


# --- pages ----------------------------------------------------------------------------------

SHOWN = {
    "leadership_table": lambda page: leadership.leadership_table(page, "secretary"),
    "leadership_timeline": leadership.leadership_timeline,
    "office_holders": home.office_holders,
    "congress_table": organization.congress_table,
    "congress": lambda page: organization.congress(page, "I"),
    "committee_rolls": organization.committee_rolls,
    "organization_summary": organization.organization_summary,
}
SAYS = {
    "leadership_table": ("Không rõ tên 03/1952 – 06/1955", "Không nêu tên 1957 – không rõ"),
    "leadership_timeline": ("Không rõ tên 03/1952 – 06/1955",),
    "office_holders": ("Bí thư Không rõ tên 03/1952 – 06/1955",),
    "congress_table": ("Lý Văn Ba , một người ở Tỉnh ủy", "Không rõ tên"),
    "congress": ("Lý Văn Ba , một người ở Tỉnh ủy",),
    "committee_rolls": ("1 Lý Văn Ba Phó Bí thư 2 Một người ở Tỉnh ủy Phó Bí thư",),
    "organization_summary": ("Bí thư gần nhất được ghi nhận Không nêu tên, từ năm 1957",),
}


@pytest.mark.parametrize("paper", [False, True], ids=["site", "paper"])
@pytest.mark.parametrize("name", SHOWN)
def test_every_page_says_that_someone_held_the_post(page: Page, name: str, paper: bool) -> None:
    with twins_in(PROGRAM / TWINS) if paper else nullcontext():
        html = str(SHOWN[name](page))
    assert paper or faults(html) == []
    text = plain(html)
    assert [one for one in SAYS[name] if one not in text] == [], text
    # The page of a day has a line for a post that nobody held, hidden until a day is chosen.
    assert "ai giữ chức" not in text or name == "office_holders"
    assert "None" not in html


def test_who_has_no_name_is_in_no_index_and_no_count(page: Page) -> None:
    assert "tên" not in plain(str(people.people_index(page)))
    assert "3 người" in plain(str(home.organization_cards(page)))


def test_the_timeline_draws_the_term_and_no_vacancy(page: Page) -> None:
    bars = timeline(page, page.archive.dossiers["khoi"]).lanes[0].bars
    assert [(bar.name.text, bar.name.url, bar.vacant) for bar in bars if not bar.name.url] == [
        ("Không rõ tên", "", False),
        ("Không nêu tên", "", False),
    ]


# --- in words -------------------------------------------------------------------------------


def test_a_fact_in_words(archive: Archive) -> None:
    fact = fact_of(archive, "khoi/bt-2", Membership)
    assert plain(fact_words(archive, "khoi", fact)) == "Bí thư: không rõ tên, từ tháng 03/1952"


def test_a_name_that_becomes_known_is_told(archive: Archive, tmp_path: Path) -> None:
    known = FILES[f"{ORG}/leadership.yml"].replace("unnamed: true", "person: ly-van-ba")
    after = archive_of(tmp_path, {**FILES, f"{ORG}/leadership.yml": known})
    (difference,) = differences(archive, after)
    assert "Nhân vật: (trống) → “Lý Văn Ba” (ly-van-ba)" in words_of(difference)
    assert "Người không nêu tên: “không rõ tên” → (trống)" in words_of(difference)


# --- open data ------------------------------------------------------------------------------


def test_the_open_data_have_the_words_apart_from_names(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = {
        row["id"]: row
        for row in csv.DictReader(io.StringIO(files["memberships.csv"].decode("utf-8-sig")))
    }
    cells = ("person_id", "person", "unnamed", "start_date")
    assert [rows["bt-2"][one] for one in cells] == ["", "", "không rõ tên", "1952-03"]
    assert [rows["bt-1"][one] for one in cells] == ["ly-van-mot", "Lý Văn Một", "", "1950-01"]
    described = json.loads(files["datapackage.json"])
    (table,) = (one for one in described["resources"] if one["name"] == "memberships")
    required = {
        one["name"]: one.get("constraints", {}).get("required") for one in table["schema"]["fields"]
    }
    assert not any(required[one] for one in ("person_id", "person", "unnamed"))
    (congress,) = (
        row
        for row in csv.DictReader(io.StringIO(files["congresses.csv"].decode("utf-8-sig")))
        if row["id"] == "dh-1"
    )
    assert congress["deputy_secretaries"] == "Lý Văn Ba"


def test_popolo_has_a_membership_without_a_person(archive: Archive) -> None:
    document: dict[str, Any] = json.loads(open_data(archive, site_url=None)["popolo.json"])
    (found,) = (one for one in document["memberships"] if one["id"] == "khoi/bt-2")
    assert "person_id" not in found
    assert (found["unnamed"], found["post_id"]) == ("không rõ tên", "khoi/secretary")
    assert {one["name"] for one in document["persons"]} == {
        "Lý Văn Một",
        "Lý Thị Hai",
        "Lý Văn Ba",
    }


# --- answers --------------------------------------------------------------------------------

QUESTIONS = (
    ("ai là bí thư đảng bộ xã Khối Sao năm 1953", ("Không rõ tên", "03/1952 – 06/1955", "đoạn 3"), ("Lý", "ai giữ chức")),
    ("bí thư đảng bộ xã Khối Sao", ("gần nhất", "Không nêu tên", "đoạn 6"), ("Lý", "ai giữ chức")),
    ("bí thư đảng bộ xã Khối Sao ngày 1/1/1951", ("Lý Văn Một",), ("tên",)),
    # Of a term without days, only who is told of in it: of several without a name, that one.
    ("phó bí thư đảng bộ xã Khối Sao đại hội II", ("Không rõ tên", "đoạn 7"), ("đoạn 8", "Tỉnh ủy", "Ba")),
)  # fmt: skip


def test_questions_have_an_answer(archive: Archive) -> None:
    found = cards(archive, [question for question, *_ in QUESTIONS])
    for (question, says, never), card in zip(QUESTIONS, found, strict=True):
        assert card is not None, question
        assert [one for one in says if one not in card["words"]] == [], (question, card["words"])
        assert [one for one in never if one in card["words"]] == [], (question, card["words"])


def test_a_record_tells_apart_who_has_no_name(archive: Archive) -> None:
    rows = answers(archive, Built(None, {}))["post/khoi/deputy-secretary"]["rows"]
    nameless = {row["cites"][0][0]: row["congresses"] for row in rows if not row["person"][1]}
    assert nameless == {
        "Kỷ yếu, đoạn 5": ["I"],
        "Kỷ yếu, đoạn 7": ["II"],
        "Kỷ yếu, đoạn 8": ["III"],
    }


# --- wrong values ---------------------------------------------------------------------------


def test_no_person_is_corrupted_where_none_is_typed(archive: Archive) -> None:
    found = {one.field for one in typed_values(archive) if one.root.id == "bt-2"}
    assert {"Membership.post", "Membership.start_date"} <= found
    assert not {"Membership.person", "Membership.unnamed"} & found
