"""An organization destroyed and restored, suspended and resumed: from record to page and paper."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.book.compose import TWINS
from macros.catalogue import home, leadership, organization
from macros.changes.differences import differences
from macros.checks.table import check_archive
from macros.metadata.linked_data import organization as linked
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.absences import absences
from macros.rules.gaps import gaps_of
from macros.rules.terms import tenures
from macros.system.program import PROGRAM
from macros.views.as_of import as_of
from macros.views.common import Page
from macros.views.descent import descent
from macros.views.home import years
from macros.views.lineage import lineage
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

ORG = "data/organizations/khoi/organization.yml"
HELD = "data/organizations/khoi/leadership.yml"
FILES = {
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "1954-12"
        organizations: [khoi]
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy Sông Mây
        documents:
          - {id: nq-3, kind: resolution, symbol: 3-NQ/TU, date: "1936-05-10", cite: ky-yeu#3}
        """,
    ORG: """
        kind: party
        short_name: Chi bộ Khe Sao
        listed: true
        lives:
          - founding: {id: lap, date: "1930-04-12", basis: nhóm công hội, cite: ky-yeu#1}
            dissolution: {id: bi-pha, how: destroyed, date: "1931-10", cite: ky-yeu#2}
          - founding: {id: khoi-phuc, how: restored, date: "1936-05-10", documents: [nq-3], cite: ky-yeu#3}
            dissolution: {id: tam-ngung, how: suspended, date: "1940-03", cite: ky-yeu#4, note: Chỉ còn vài đảng viên.}
          - founding: {id: tro-lai, how: resumed, date: "1945-08", cite: ky-yeu#5, implied: {how: {kind: inferred, why: lời kể}}}
        """,
    HELD: """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, start_date: "1930-04-12", cite: ky-yeu#1}
          - {id: bt-2, person: ly-thi-hai, post: secretary, start_date: "1936-09", end_date: "1938-01", cite: ky-yeu#3}
          - {id: bt-3, person: ly-van-ba, post: secretary, start_date: "1939-01", end_date: "1940-03", cite: ky-yeu#4}
          - {id: bt-4, person: ly-van-mot, post: secretary, start_date: "1946-01", manner: re-elected, cite: ky-yeu#5}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("lives"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


FIRST = "bị phá vỡ tháng 10/1931, khôi phục ngày 10/05/1936"
SECOND = "tạm ngừng hoạt động tháng 03/1940, hoạt động trở lại tháng 08/1945 (suy ra)"
SHOWN = {
    "box": organization.organization_summary,
    "table": lambda page: leadership.leadership_table(page, "secretary"),
    "timeline": leadership.leadership_timeline,
    "lineage": organization.lineage,
}
SAYS = {
    "box": (
        "Thành lập 12/04/1930, nhóm công hội",
        "Bị phá vỡ Tháng 10/1931",
        "Khôi phục 10/05/1936; Nghị quyết số 3-NQ/TU",
        "Tạm ngừng hoạt động Tháng 03/1940",
        "Chỉ còn vài đảng viên.",
        "Hoạt động trở lại Tháng 08/1945",
    ),
    "table": (
        f"Không có 10/1931 – 10/05/1936 Tổ chức không hoạt động: {FIRST}.",
        "Không rõ 01/1938 – 01/1939 Tài liệu không nêu ai giữ chức.",
        f"Không có 03/1940 – 08/1945 Tổ chức không hoạt động: {SECOND}.",
    ),
    "timeline": (
        "Tổ chức không hoạt động 10/1931 – 10/05/1936",
        "Tổ chức không hoạt động 03/1940 – 08/1945",
    ),
    "lineage": ("Khôi phục, 10/05/1936", "bị phá vỡ, 10/1931", "tạm ngừng hoạt động, 03/1940"),
}


@pytest.mark.parametrize("component", SHOWN)
def test_each_life_is_told(component: str, page: Page) -> None:
    html = str(SHOWN[component](page))
    assert faults(html) == []
    for expected in SAYS[component]:
        assert expected in plain(html), plain(html)


@pytest.mark.parametrize("component", ["box", "table", "timeline"])
def test_paper_says_the_same(component: str, page: Page) -> None:
    with twins_in(PROGRAM / TWINS):
        html = plain(str(SHOWN[component](page)))
    for expected in SAYS[component]:
        assert expected in html, html


def test_no_vacancy_while_the_organization_was_not_there(archive: Archive) -> None:
    told = [gap.words for gap in gaps_of(archive, "khoi")]
    assert [one for one in told if "không rõ ai" in one] == [
        "Bí thư: không rõ ai giữ chức từ tháng 01/1938 đến tháng 01/1939"
    ]
    assert [one for one in map(str, check_archive(archive)) if "lỗi" in one] == []


def test_who_came_back_held_the_post_twice(archive: Archive) -> None:
    held = tenures(archive, archive.dossiers["khoi"], "secretary")
    assert [(one.person, one.life) for one in held] == [
        ("ly-van-mot", 0),
        ("ly-thi-hai", 1),
        ("ly-van-ba", 1),
        ("ly-van-mot", 2),
    ]


def test_the_page_of_a_day_knows_that_nobody_was_there(page: Page) -> None:
    (volume,) = as_of(page).volumes
    (body,) = volume.bodies
    assert [(one.after, one.before, plain(one.words)) for one in body.absences] == [
        ("1931-10-31", "1936-05-10", FIRST),
        ("1940-03-31", "1945-08-01", SECOND),
    ]
    first, *_, last = body.posts[0].holders
    assert (first.latest, last.earliest) == ("1931-10-31", "1946-01-01")
    html = str(home.office_holders(page))
    assert faults(html) == []
    assert html.count('class="as-of__absent"') == 2


def test_the_river_stops_and_goes_on(page: Page, archive: Archive) -> None:
    found = descent(page, "khoi")
    assert [(join.before, join.after, join.kind) for join in found.joins] == [
        (("khoi", 0), ("khoi", 1), "restored"),
        (("khoi", 1), ("khoi", 2), "restored"),
    ]
    assert found.nodes["khoi", 0].moves == [("stop", "bị phá vỡ, 10/1931")]
    picture = lineage(page, archive.dossiers["khoi"]).picture
    assert picture is not None
    assert [key.kind for key in picture.legend] == ["restored", "stop"]
    assert len({box.x for box in picture.boxes}) == 3


RESTORED = """
    kind: restoration
    date: "1936-05-10"
    participants: [{organization: khoi, role: to}]
    documents: [nq-3]
    cite: ky-yeu#3
    """
SUSPENDED = """
    kind: suspension
    date: "1940-03"
    participants: [{organization: khoi, role: from}]
    cite: ky-yeu#4
    """


def test_changes_that_are_the_same_turns_are_told_once(tmp_path: Path) -> None:
    changes = {"data/changes/khoi-phuc.yml": RESTORED, "data/changes/tam-ngung.yml": SUSPENDED}
    found = archive_of(tmp_path, {**FILES, **changes})
    own = Page("khoi/index.md", "khoi", found, Linker())
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
    said = plain(str(home.milestones(own)))
    for word in ("khôi phục", "tạm ngừng hoạt động", "hoạt động trở lại", "bị phá vỡ"):
        assert said.count(word) == 1, said
    drawn = descent(own, "khoi")
    assert [(join.before[1], join.after[1], join.kind) for join in drawn.joins] == [
        (0, 1, "restored"),
        (1, 2, "restored"),
    ]
    assert drawn.nodes["khoi", 1].head == "Khôi phục, 10/05/1936"
    told = plain(str(organization.lineage(own)))
    assert "10/05/1936 Khôi phục: →" not in told
    assert "Khôi phục: Chi bộ Khe Sao" in told
    assert "Tạm ngừng hoạt động: Chi bộ Khe Sao" in told


def test_a_term_in_an_absence_is_noted(tmp_path: Path) -> None:
    held = FILES[HELD].replace('end_date: "1940-03"', 'end_date: "1946-01"')
    held = held.replace('start_date: "1936-09"', 'start_date: "1933"')
    notes = plain("\n".join(map(str, check_archive(archive_of(tmp_path, {**FILES, HELD: held})))))
    assert f"Lý Thị Hai: giữ chức khi tổ chức không hoạt động ({FIRST})" in notes
    assert f"Lý Văn Ba: giữ chức kéo dài qua lúc tổ chức không hoạt động ({SECOND})" in notes


def test_an_end_of_an_unknown_day(tmp_path: Path) -> None:
    """The absence is told, but no day is surely within it, and nothing is drawn to scale."""
    undated = FILES[ORG].replace('how: destroyed, date: "1931-10"', "how: destroyed")
    found = archive_of(tmp_path, {**FILES, ORG: undated})
    own = Page("khoi/index.md", "khoi", found, Linker())
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
    assert absences(found.dossiers["khoi"].organization)[0].surely is None
    assert len(as_of(own).volumes[0].bodies[0].absences) == 1
    assert "Bị phá vỡ Không rõ ngày" in plain(str(organization.organization_summary(own)))
    said = plain(str(leadership.leadership_table(own, "secretary")))
    assert "không rõ – 10/05/1936 Tổ chức không hoạt động: bị phá vỡ, khôi phục" in said
    assert "bị phá vỡ, không rõ ngày" in plain(str(organization.lineage(own)))


def test_the_answers_know_each_life(archive: Archive) -> None:
    asked = (
        "chi bộ khe sao thành lập khi nào",
        "chi bộ khe sao giải thể khi nào",
        "bí thư chi bộ khe sao năm 1933",
        "bí thư chi bộ khe sao năm 1937",
    )
    founded, ended, nobody, held = cards(archive, asked)
    assert founded is not None
    assert "khôi phục" in founded["words"]
    assert "12/04/1930" in founded["words"]
    assert ended is not None
    assert "bị phá vỡ" in ended["words"]
    assert nobody is not None
    assert f"lúc ấy không hoạt động: {FIRST}" in nobody["words"]
    assert held is not None
    assert "Lý Thị Hai" in held["words"]


def test_the_open_data_have_every_life(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["foundings.csv"].decode("utf-8-sig"))))
    told = [(one["event"], one["how"], one["date"], one["life"]) for one in rows]
    assert told == [
        ("founding", "", "1930-04-12", "1"),
        ("dissolution", "destroyed", "1931-10", "1"),
        ("founding", "restored", "1936-05-10", "2"),
        ("dissolution", "suspended", "1940-03", "2"),
        ("founding", "resumed", "1945-08", "3"),
    ]
    (own,) = json.loads(files["popolo.json"])["organizations"]
    assert own["founding_date"] == "1930-04-12"
    assert "dissolution_date" not in own
    assert [set(one) for one in own["lives"]] == [
        {"founding", "dissolution"},
        {"founding", "dissolution"},
        {"founding"},
    ]
    assert own["lives"][0]["dissolution"]["how"] == "destroyed"
    assert own["lives"][0]["dissolution"]["date_edtf"] == "1931-10"


def test_the_years_and_linked_data(archive: Archive) -> None:
    own = archive.dossiers["khoi"]
    assert years(own) == "1930–1931, 1936–1940, từ năm 1945"
    node = linked(archive, own)
    assert node["foundingDate"] == "1930-04-12"
    assert "dissolutionDate" not in node


def test_a_reviewer_reads_the_difference(archive: Archive, tmp_path: Path) -> None:
    changed = FILES[ORG].replace('how: destroyed, date: "1931-10"', 'how: destroyed, date: "1931"')
    (one,) = differences(archive_of(tmp_path, {**FILES, ORG: changed}), archive)
    assert words_of(one) == (
        "Sửa “bi-pha” (Bị phá vỡ: tháng 10/1931): Ngày: năm 1931 → tháng 10/1931 "
        "(trích dẫn giữ nguyên)"
    )


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    ((_, text),) = re.findall(r"```yaml\n# (\S+)\n([^`]*?\nlives:.*?)```", guide, re.DOTALL)
    papers = FILES["data/documents/tinh-uy.yml"].replace("nq-3,", "nghi-quyet-3-1936,")
    held = FILES[HELD].replace('start_date: "1946-01"', 'start_date: "1937-01"')
    files = {**FILES, ORG: text, HELD: held, "data/documents/tinh-uy.yml": papers}
    found = archive_of(tmp_path, files)
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
    assert len(found.dossiers["khoi"].organization.lives) == 2
