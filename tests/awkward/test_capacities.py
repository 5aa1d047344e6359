"""A post held as acting, provisional or in charge, from the record to page, paper, data, answer."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.book.compose import TWINS
from macros.catalogue import home, leadership, organization, people
from macros.changes.differences import differences
from macros.checks import leadership as check
from macros.checks.table import check_archive
from macros.metadata.linked_data import person
from macros.model.leadership import Membership
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.gaps import gaps_of
from macros.rules.terms import tenures
from macros.rules.titles import titled
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
FILES = {
    "data/posts.yml": """
        roles:
          - {id: secretary, label: Bí thư, seats: 1, order: 1}
          - {id: deputy-secretary, label: Phó Bí thư, order: 2}
          - {id: inspection-chair, label: Chủ nhiệm Ủy ban Kiểm tra, seats: 1, order: 3}
        """,
    "data/people/ly-thi-tu.yml": "name: Lý Thị Tư",
    "data/organizations/kiem-tra/organization.yml": """
        kind: party
        short_name: Ủy ban Kiểm tra xã Khối Sao
        parent: khoi
        """,
    "data/organizations/kiem-tra/leadership.yml": """
        memberships:
          - {id: cn-1, person: ly-thi-tu, post: inspection-chair, capacity: acting, attested: ["1953-05"], cite: ky-yeu#9}
        """,
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khối Sao
        listed: true
        founding: {id: lap, date: "1950-01-05", cite: ky-yeu#1}
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, capacity: provisional, start_date: "1950-01", cite: ky-yeu#2}
          - {id: bt-2, person: ly-van-mot, post: secretary, congress: I, manner: re-elected, end_date: "1957-03", cite: ky-yeu#3}
          - {id: bt-3, person: ly-thi-hai, post: secretary, capacity: acting, congress_term: I, manner: designated, start_date: "1953-02", end_date: "1954-06", cite: ky-yeu#4}
          - {id: bt-4, person: ly-van-ba, post: secretary, capacity: in-charge, start_date: "1957-03", end_date: "1958-01", cite: ky-yeu#5}
          - {id: bt-5, person: ly-thi-tu, post: secretary, capacity: deputy-in-charge, start_date: "1958-01", end_date: "1959-05", cite: ky-yeu#6}
          - {id: bt-6, person: ly-thi-hai, post: secretary, start_date: "1961", cite: ky-yeu#7}
          - {id: pbt-1, person: ly-van-ba, post: deputy-secretary, capacity: deputy-in-charge, attested: ["1958-02"], cite: ky-yeu#8}
        """,
    f"{ORG}/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, dates: "1951-05-10", cite: ky-yeu#3}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("capacities"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


def with_secretaries(root: Path, *entries: str) -> Archive:
    return with_memberships(root, FILES, *(f"post: secretary, {one}" for one in entries))


def spans(archive: Archive) -> list[tuple[str, str | None, str, str, str]]:
    return [
        (one.holder, one.capacity, str(one.start), str(one.end), one.end_basis)
        for one in tenures(archive, archive.dossiers["khoi"], "secretary")
    ]


# --- in words -------------------------------------------------------------------------------

TITLES = {
    ("Bí thư", None): "Bí thư",
    ("Bí thư", "acting"): "Quyền Bí thư",
    ("Bí thư", "provisional"): "Bí thư lâm thời",
    ("Bí thư", "in-charge"): "Phụ trách chức danh Bí thư",
    ("Bí thư", "deputy-in-charge"): "Phó Bí thư phụ trách",
    ("Phó Bí thư", "deputy-in-charge"): "Phó Bí thư phụ trách",
    ("Trưởng ban", "acting"): "Quyền Trưởng ban",
}


@pytest.mark.parametrize(("post", "capacity"), TITLES)
def test_a_title_has_its_words_in_their_order(post: str, capacity: str | None) -> None:
    assert titled(post, capacity) == TITLES[post, capacity]


def test_a_fact_in_words(archive: Archive) -> None:
    said = plain(fact_words(archive, "khoi", fact_of(archive, "khoi/bt-3", Membership)))
    assert said == "Quyền Bí thư: Lý Thị Hai, từ tháng 02/1953"


def test_a_change_is_told_in_words(archive: Archive, tmp_path: Path) -> None:
    plain_post = FILES[f"{ORG}/leadership.yml"].replace("capacity: acting, ", "")
    before = archive_of(tmp_path, {**FILES, f"{ORG}/leadership.yml": plain_post})
    (difference,) = differences(before, archive)
    assert "(Quyền Bí thư: Lý Thị Hai, từ tháng 02/1953)" in words_of(difference)
    assert "Tư cách: (trống) → “quyền”" in words_of(difference)


def test_a_gap_names_the_title(archive: Archive) -> None:
    words = [plain(one.words) for one in gaps_of(archive, "khoi")]
    assert "Phó Bí thư phụ trách Lý Văn Ba: chỉ biết giữ chức vào tháng 02/1958" in words
    assert "Bí thư: không rõ ai giữ chức từ tháng 05/1959 đến năm 1961" in words


# --- rules and checks -----------------------------------------------------------------------


def test_who_went_on_in_full_is_told_twice_without_a_gap(archive: Archive) -> None:
    assert spans(archive)[:2] == [
        ("ly-van-mot", "provisional", "1950-01", "1951-05-10", "inferred"),
        ("ly-van-mot", None, "1951-05-10", "1957-03", "stated"),
    ]


def test_an_end_that_a_source_gives_is_kept(tmp_path: Path) -> None:
    found = with_secretaries(
        tmp_path,
        'person: ly-van-mot, capacity: acting, start_date: "1950-01", end_date: "1951-05"',
        "person: ly-van-mot, congress: I, manner: re-elected",
    )
    assert spans(found)[0] == ("ly-van-mot", "acting", "1950-01", "1951-05", "stated")


def test_one_may_act_beside_the_holder(archive: Archive) -> None:
    found = [str(one) for one in check_archive(archive)]
    assert not [one for one in found if "lỗi" in one], found
    (vacancy,) = (one for one in found if "không rõ ai giữ chức" in one)
    assert "từ tháng 05/1959 đến năm 1961" in vacancy.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("", "", True),
        ("", "capacity: provisional, ", True),
        ("", "capacity: acting, ", False),
        ("capacity: in-charge, ", "", False),
        ("capacity: acting, ", "capacity: deputy-in-charge, ", True),
    ],
)
def test_of_two_at_one_time_one_may_stand_in(
    tmp_path: Path, one: str, other: str, wrong: bool
) -> None:
    term = 'start_date: "1950-01", end_date: "1953-01"'
    found = with_secretaries(
        tmp_path, f"person: ly-van-mot, {one}{term}", f"person: ly-thi-hai, {other}{term}"
    )
    told = [problem.message for problem in check.holders(found)]
    assert ["2 người cùng giữ chức Bí thư một lúc" in line for line in told] == [True] * wrong


def test_a_seat_is_not_empty_while_its_holder_may_be_there(tmp_path: Path) -> None:
    found = with_secretaries(
        tmp_path,
        'person: ly-van-mot, start_date: "1950-01"',
        'person: ly-thi-hai, capacity: acting, start_date: "1953-01", end_date: "1954-01"',
        'person: ly-van-ba, start_date: "1957-01"',
    )
    assert not list(check.vacancies(found))


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(memberships:.*?)```", guide, re.DOTALL)
    found = archive_of(tmp_path, {**FILES, f"{ORG}/leadership.yml": example})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
    assert [one.capacity for one in tenures(found, found.dossiers["khoi"], "secretary")] == [
        None,
        "acting",
        "in-charge",
    ]


# --- pages ----------------------------------------------------------------------------------

SHOWN = {
    "leadership_table": lambda page: leadership.leadership_table(page, "secretary"),
    "leadership_timeline": leadership.leadership_timeline,
    "office_holders": home.office_holders,
    "congress": lambda page: organization.congress(page, "I"),
    "committee_rolls": organization.committee_rolls,
    "people_index": people.people_index,
    "people": lambda page: people.person_page(page, "ly-thi-hai"),
    "of_a_body": lambda page: people.person_page(page, "ly-thi-tu"),
}
SAYS = {
    "leadership_table": (
        "Lý Văn Một Bí thư lâm thời 01/1950 – 10/05/1951",
        "Lý Văn Một 10/05/1951 – 03/1957",
        "Lý Thị Hai Quyền Bí thư 02/1953 – 06/1954",
        "Lý Văn Ba Phụ trách chức danh Bí thư 03/1957 – 01/1958",
        "Lý Thị Tư Phó Bí thư phụ trách 01/1958 – 05/1959",
        "Lý Thị Hai 1961 – không rõ",
    ),
    "leadership_timeline": ("Quyền Bí thư, 02/1953 – 06/1954", "Lý Thị Hai 1961 – không rõ"),
    "office_holders": (
        "Quyền Bí thư Lý Thị Hai 02/1953 – 06/1954",
        "Bí thư Lý Thị Hai 1961 – không rõ",
        "Quyền Chủ nhiệm Ủy ban Kiểm tra Lý Thị Tư",
    ),
    "congress": ("Lý Thị Hai (Quyền Bí thư, chỉ định, từ tháng 02/1953)",),
    "committee_rolls": (
        "1 Lý Văn Một Bí thư 2 Lý Thị Hai Quyền Bí thư (chỉ định, từ tháng 02/1953)",
    ),
    "people_index": (
        "Quyền Bí thư Đảng bộ xã Khối Sao; Bí thư Đảng bộ xã Khối Sao",
        "Bí thư lâm thời Đảng bộ xã Khối Sao; Bí thư Đảng bộ",
        "Quyền Chủ nhiệm Ủy ban Kiểm tra xã Khối Sao",
    ),
    "people": (
        "Quyền Bí thư Đảng bộ xã Khối Sao 02/1953 – 06/1954",
        "Bí thư Đảng bộ xã Khối Sao 1961 – không rõ",
    ),
    "of_a_body": ("Quyền Chủ nhiệm Ủy ban Kiểm tra xã Khối Sao",),
}


@pytest.mark.parametrize("paper", [False, True], ids=["site", "paper"])
@pytest.mark.parametrize("name", SHOWN)
def test_every_page_says_in_what_capacity(page: Page, name: str, paper: bool) -> None:
    with twins_in(PROGRAM / TWINS) if paper else nullcontext():
        html = str(SHOWN[name](page))
    assert paper or faults(html) == []
    text = plain(html)
    assert [one for one in SAYS[name] if one not in text] == [], text
    assert "None" not in html


def test_the_last_holder_is_not_one_who_stood_in_before(page: Page, tmp_path: Path) -> None:
    summary = plain(str(organization.organization_summary(page)))
    assert "Bí thư gần nhất được ghi nhận Lý Thị Hai , từ năm 1961" in summary
    absent = with_secretaries(
        tmp_path,
        'person: ly-van-mot, start_date: "1950-01", end_date: "1957"',
        'person: ly-thi-hai, capacity: acting, start_date: "1953-01", end_date: "1954-01"',
    )
    summary = plain(str(organization.organization_summary(replace(page, archive=absent))))
    assert "Bí thư gần nhất được ghi nhận Lý Văn Một , từ tháng 01/1950 đến năm 1957" in summary
    (card,) = cards(absent, ["bí thư đảng bộ xã Khối Sao"])
    assert card is not None
    assert "Lý Văn Một" in card["words"]


def test_the_timeline_draws_each_capacity(page: Page) -> None:
    bars = timeline(page, page.archive.dossiers["khoi"]).lanes[0].bars
    assert [bar.name.text for bar in bars if bar.vacant] == ["không\u00a0rõ"]
    assert len(bars) == 7


# --- open data ------------------------------------------------------------------------------


def test_the_open_data_have_the_code_and_popolo_the_title(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = {
        row["id"]: (row["post"], row["capacity"])
        for row in csv.DictReader(io.StringIO(files["memberships.csv"].decode("utf-8-sig")))
    }
    assert (rows["bt-3"], rows["bt-6"]) == (("Bí thư", "acting"), ("Bí thư", ""))
    document: dict[str, Any] = json.loads(files["popolo.json"])
    found = {one["id"]: one for one in document["memberships"]}
    acting = found["khoi/bt-3"]
    assert (acting["role"], acting["capacity"]) == ("Quyền Bí thư", "acting")
    assert acting["label"] == "Quyền Bí thư, Đảng bộ xã Khối Sao"
    assert acting["post_id"] == "khoi/secretary"
    assert "capacity" not in found["khoi/bt-6"]
    assert {one["role"] for one in document["posts"]} <= set(TITLES.values()) | {
        "Phó Bí thư",
        "Chủ nhiệm Ủy ban Kiểm tra",
    }


def test_linked_data_have_the_title(archive: Archive) -> None:
    (acting, secretary) = person(archive, "ly-thi-hai")["memberOf"]
    assert (acting["roleName"], secretary["roleName"]) == ("Quyền Bí thư", "Bí thư")


# --- answers --------------------------------------------------------------------------------

QUESTIONS = (
    ("ai là bí thư đảng bộ xã Khối Sao năm 1950", ("Lý Văn Một", "Bí thư lâm thời, 01/1950", "đoạn 2"), ("Hai",)),
    ("ai là bí thư đảng bộ xã Khối Sao ngày 1/10/1953", ("Lý Văn Một", "Lý Thị Hai", "Quyền Bí thư, 02/1953 – 06/1954", "đoạn 4"), ("không rõ",)),
    ("ai là bí thư đảng bộ xã Khối Sao tháng 06/1957", ("Lý Văn Ba", "Phụ trách chức danh Bí thư, 03/1957"), ("Tư",)),
    ("ai là bí thư đảng bộ xã Khối Sao tháng 06/1958", ("Lý Thị Tư", "Phó Bí thư phụ trách, 01/1958"), ("Ba",)),
    ("ai là bí thư đảng bộ xã Khối Sao năm 1960", ("Tài liệu không nêu ai giữ chức",), ("lâm thời",)),
    ("bí thư đảng bộ xã Khối Sao", ("gần nhất", "Lý Thị Hai", "1961"), ("Quyền",)),
    ("ai là quyền bí thư đảng bộ xã Khối Sao", ("Quyền Bí thư", "Lý Thị Hai", "02/1953 – 06/1954"), ("1961", "Một")),
    ("bí thư lâm thời đảng bộ xã Khối Sao là ai", ("Lý Văn Một", "01/1950"), ("03/1957",)),
)  # fmt: skip


def test_questions_have_an_answer(archive: Archive) -> None:
    found = cards(archive, [question for question, *_ in QUESTIONS])
    for (question, says, never), card in zip(QUESTIONS, found, strict=True):
        assert card is not None, question
        assert [one for one in says if one not in card["words"]] == [], (question, card["words"])
        assert [one for one in never if one in card["words"]] == [], (question, card["words"])


def test_a_post_without_capacities_has_one_record(archive: Archive) -> None:
    keys = [key for key in answers(archive, Built(None, {})) if key.startswith("post/khoi/")]
    assert sorted(keys) == [
        "post/khoi/deputy-secretary",
        "post/khoi/deputy-secretary.deputy-in-charge",
        "post/khoi/secretary",
        "post/khoi/secretary.acting",
        "post/khoi/secretary.deputy-in-charge",
        "post/khoi/secretary.in-charge",
        "post/khoi/secretary.provisional",
    ]
