"""Congresses in rounds, conferences, series that count anew: from record to page, paper, data."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.addresses.places import place_of
from macros.book.compose import TWINS
from macros.catalogue import home, leadership, organization
from macros.changes.differences import differences
from macros.chapter.page import LinkTarget
from macros.checks.table import check_archive
from macros.dates import parse_edtf
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.gaps import gaps_of
from macros.rules.terms import tenures
from macros.search.kinds import Catalogue
from macros.system.program import PROGRAM
from macros.views.common import Page
from macros.wording.facts import fact_words
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

CONGRESSES = "data/organizations/khoi/congresses.yml"
FILES = {
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "2025-12"
        """,
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khe Sao
        listed: true
        """,
    CONGRESSES: """
        congresses:
          - {id: dh-1, ordinal: I, dates: "1950-03-02", place: hang Khe Sao, decided: Đề ra việc dựng làng., cite: ky-yeu#1}
          - id: dh-2
            ordinal: II
            sessions:
              - {dates: "1976-11-10/1976-11-14", place: đình Khe Hạ, decided: Góp ý dự thảo báo cáo.}
              - {dates: "1977-03-02/1977-03-04", decided: Bầu cấp ủy mới.}
            delegates: 120
            cite: ky-yeu#2-3
          - {id: dh-1-2025, ordinal: I, series: sau-2025, term: "2025/2030", dates: "2025-08-12", cite: ky-yeu#6}
          - {id: dh-3-2035, ordinal: III, series: sau-2025, cite: ky-yeu#7}
        conferences:
          - {id: hn-1978, kind: mid-term, congress: II, dates: "1978-04-05", delegates: 60, decided: Bầu thêm hai ủy viên., cite: ky-yeu#4}
          - {id: hn-1948, kind: delegates, dates: "1948", cite: ky-yeu#1}
        series:
          - {id: sau-2025, label: sau hợp nhất năm 2025}
        committees:
          - {id: bch-2025, body: executive, size: 27, congress: sau-2025/I, cite: ky-yeu#6}
          - {id: bch-1978, body: executive, size: 17, congress: hn-1978, cite: ky-yeu#4}
        """,
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, congress: I, manner: elected, end_date: "1954", cite: ky-yeu#1}
          - {id: bt-2, person: ly-thi-hai, post: secretary, congress: II, manner: elected, end_date: "1978-04-05", cite: ky-yeu#3}
          - {id: bt-3, person: ly-van-ba, post: secretary, congress: hn-1978, manner: elected, end_date: "1980", cite: ky-yeu#4}
          - {id: bt-4, person: ly-van-mot, post: secretary, congress: sau-2025/I, manner: elected, cite: ky-yeu#6}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("congresses"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


CALLED = "Đại hội lần thứ I (sau hợp nhất năm 2025)"
SHOWN = {
    "table": organization.congress_table,
    "rounds": lambda page: organization.congress(page, "II"),
    "conference": lambda page: organization.congress(page, "hn-1978"),
    "anew": lambda page: organization.congress(page, "sau-2025/I"),
    "first": lambda page: organization.congress(page, "I"),
    "rolls": organization.committee_rolls,
    "leaders": lambda page: leadership.leadership_table(page, "secretary"),
    "milestones": home.milestones,
}
SAYS = {
    "table": (
        "Các kỳ đại hội, hội nghị đại biểu của Đảng bộ xã Khe Sao",
        "Lần thứ I (sau hợp nhất năm 2025)",
        "Hội nghị đại biểu giữa nhiệm kỳ khóa II",
        "Đề ra việc dựng làng.",
        "Vòng 1: 10–14/11/1976, đình Khe Hạ Góp ý dự thảo báo cáo.",
    ),
    "rounds": ("Vòng 2", "Bầu cấp ủy mới.", "bầu tại hội nghị đại biểu giữa nhiệm kỳ khóa II"),
    "conference": ("Bầu thêm hai ủy viên.", "60 đại biểu", "17 ủy viên", "Lý Văn Ba"),
    "anew": (CALLED, "2025–2030", "27 ủy viên", "Lý Văn Một"),
    "first": ("hang Khe Sao", "Đề ra việc dựng làng."),
    "rolls": (f"{CALLED}, nhiệm kỳ 2025–2030",),
    "leaders": (
        f"bầu tại {CALLED}",
        "bầu tại Hội nghị đại biểu giữa nhiệm kỳ khóa II",
        "04/03/1977 – 05/04/1978",
    ),
    "milestones": ("Đại hội lần thứ II, vòng 1", "Đại hội lần thứ II, vòng 2", CALLED),
}


@pytest.mark.parametrize("component", SHOWN)
def test_each_meeting_is_told(component: str, page: Page) -> None:
    html = str(SHOWN[component](page))
    assert faults(html) == []
    for expected in SAYS[component]:
        assert expected in plain(html)


def test_each_meeting_stands_in_its_time(page: Page) -> None:
    told = str(organization.congress_table(page))
    order = ("hn-1948", "dai-hoi-i", "dai-hoi-ii", "hn-1978", "dai-hoi-sau-2025-i")
    places = [told.index(f'id="{one}"') for one in order]
    assert places == sorted(places)


def test_paper_says_the_same(page: Page) -> None:
    with twins_in(PROGRAM / TWINS):
        paper = plain(str(organization.congress_table(page)))
        boxes = {key: plain(str(SHOWN[key](page))) for key in ("rounds", "first")}
    for expected in (*SAYS["table"], "họp 2 vòng", "Vòng 2:", "Bầu cấp ủy mới."):
        assert expected in paper
    for key, box in boxes.items():
        assert all(expected in box for expected in SAYS[key])


def test_nothing_is_wrong_with_it(archive: Archive) -> None:
    found = [str(one) for one in check_archive(archive) if one.severity.name == "ERROR"]
    assert found == []


def test_who_was_elected_began_at_the_end_of_the_last_round(archive: Archive) -> None:
    (tenure,) = (
        one for one in tenures(archive, archive.dossiers["khoi"]) if one.person == "ly-thi-hai"
    )
    assert (tenure.start, tenure.start_basis) == (parse_edtf("1977-03-04"), "inferred")


def test_a_congress_missing_from_a_series_is_a_gap_of_that_series(archive: Archive) -> None:
    said = [one.words for one in gaps_of(archive, "khoi")]
    assert "Đại hội lần thứ II (sau hợp nhất năm 2025): các tài liệu không kể" in said
    assert "Đại hội lần thứ III (sau hợp nhất năm 2025): không rõ ngày họp" in said
    assert not any("lần thứ II: các nguồn" in one for one in said)


def test_each_has_an_address_of_its_own(archive: Archive) -> None:
    def anchor(key: str) -> str:
        place = place_of(LinkTarget("congress", key, "khoi"), archive)
        assert place is not None
        return place.anchor

    # The first series keeps the addresses that it had before there was another.
    assert anchor("I") == "dai-hoi-i"
    assert anchor("sau-2025/I") == "dai-hoi-sau-2025-i"
    assert anchor("hn-1978") == "hn-1978"
    page = str(organization.congress_table(Page("khoi/index.md", "khoi", archive, Linker())))
    for one in archive.dossiers["khoi"].meetings:
        assert f'id="{anchor(one.key)}"' in page


def test_the_search_calls_each_by_its_name(archive: Archive) -> None:
    titles = Catalogue(archive).congresses.values()
    assert "Đại hội lần thứ I (sau hợp nhất năm 2025), nhiệm kỳ 2025–2030" in titles
    assert "Hội nghị đại biểu giữa nhiệm kỳ khóa II" in titles


def test_the_answer_has_both_rounds_and_both_first_congresses(archive: Archive) -> None:
    asked = (
        "đại hội lần thứ 2 đảng bộ xã khe sao họp khi nào",
        "đại hội lần thứ 1 đảng bộ xã khe sao họp khi nào",
        "ai là bí thư đảng bộ xã khe sao nhiệm kỳ đại hội 1",
    )
    rounds, first, holder = cards(archive, asked)
    assert rounds is not None
    assert "vòng 1: 10–14/11/1976; vòng 2: 02–04/03/1977" in plain(rounds["words"])
    assert first is not None
    assert CALLED in plain(first["words"])
    assert "02/03/1950" in plain(first["words"])
    # Which of the two is not said: a wrong card would be worse than none.
    assert holder is None


def test_the_open_data_have_them(archive: Archive) -> None:
    files = open_data(archive, site_url=None)

    def rows(name: str) -> dict[str, dict[str, str]]:
        found = csv.DictReader(io.StringIO(files[name].decode("utf-8-sig")))
        return {row.get("number") or row["id"]: row for row in found}

    second = rows("congresses.csv")["dh-2"]
    assert (second["start_date"], second["end_date"]) == ("1976-11-10", "1977-03-04")
    anew = rows("congresses.csv")["dh-1-2025"]
    assert (anew["ordinal"], anew["series"], anew["committee"]) == ("I", "sau-2025", "27")
    session = rows("sessions.csv")["1"]
    assert (session["congress_id"], session["place"]) == ("dh-2", "đình Khe Hạ")
    assert rows("conferences.csv")["hn-1978"]["congress"] == "II"
    assert rows("congress_series.csv")["sau-2025"]["label"] == "sau hợp nhất năm 2025"
    events = {one["id"]: one for one in json.loads(files["popolo.json"])["events"]}
    assert events["khoi/dh-2/2"]["parent_id"] == "khoi/dh-2"
    assert events["khoi/dh-1"]["location"] == "hang Khe Sao"
    assert events["khoi/hn-1978"]["classification"] == "hội nghị đại biểu giữa nhiệm kỳ"
    assert events["khoi/dh-1-2025"]["name"].endswith("lần thứ I (sau hợp nhất năm 2025)")


def test_a_reviewer_reads_the_difference(archive: Archive, tmp_path: Path) -> None:
    without = FILES[CONGRESSES].replace("decided: Bầu cấp ủy mới.", "place: chợ Khe")
    (one,) = differences(archive, archive_of(tmp_path, {**FILES, CONGRESSES: without}))
    assert "Bầu cấp ủy mới." in words_of(one)
    assert "chợ Khe" in words_of(one)


def test_lists_of_facts_say_each_in_a_line(archive: Archive) -> None:
    facts = archive.dossiers["khoi"].facts

    def said(identifier: str) -> str:
        return fact_words(archive, "khoi", facts[identifier])

    assert said("dh-1-2025") == f"{CALLED}, 12/08/2025"
    assert said("hn-1978") == "Hội nghị đại biểu giữa nhiệm kỳ khóa II, 05/04/1978"
    assert "(Đại hội I (sau hợp nhất năm 2025))" in said("bch-2025")
    assert "(Hội nghị đại biểu giữa nhiệm kỳ khóa II)" in said("bch-1978")


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n# (\S+)\n([^`]*?\n {4}sessions:.*?)```", guide, re.DOTALL)
    ((path, text),) = examples
    home_of = {"data/organizations/khe-sao/organization.yml": "kind: party\nshort_name: Khe Sao\n"}
    found = archive_of(tmp_path, {**FILES, **home_of, path: text})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
