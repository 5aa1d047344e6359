"""Why a term ended and what came after, from the record to page, paper, data and report."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.book.compose import TWINS
from macros.catalogue import documents, leadership, people
from macros.catalogue import sources as source_pages
from macros.changes.differences import differences
from macros.checks.table import check_archive
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.search.kinds import Catalogue
from macros.system.program import PROGRAM
from macros.views.common import Page
from tests.awkward.holders import plain, with_memberships
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

ORG = "data/organizations/khoi"
RESTORED = """
        later:
          - {id: cong-nhan, kind: martyr, date: "1986", cite: ky-yeu#9}
          - {id: khoi-phuc, kind: restored, date: "1957-05-20", decided_by: Tỉnh ủy Sông Mây, documents: [qd-9], cite: ky-yeu#8, note: Công bố ở chi bộ.}
"""
FILES = {
    "data/people/ly-van-mot.yml": "name: Lý Văn Một",
    "data/people/ly-thi-hai.yml": f"""
        name: Lý Thị Hai
        {RESTORED.strip()}
        """,
    "data/people/ly-thi-tu.yml": """
        name: Lý Thị Tư
        later:
          - {id: minh-oan, kind: exonerated, cite: ky-yeu#9, implied: {kind: {kind: inferred, why: lời kể}}}
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy Sông Mây
        documents:
          - {id: qd-9, kind: decision, symbol: 9-QĐ/TU, date: "1957-05-20", cite: ky-yeu#8}
        """,
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Chi bộ Khe Sao
        listed: true
        founding: {id: lap, date: "1930-03-03", cite: ky-yeu#1}
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, start_date: "1930-03-03", end_date: "1931-10", end_reason: arrested, cite: ky-yeu#2}
          - {id: bt-2, person: ly-van-ba, post: secretary, start_date: "1931-11", end_date: "1940-11-23", end_reason: fallen, cite: ky-yeu#3}
          - {id: bt-3, person: ly-thi-hai, post: secretary, start_date: "1941-01", end_date: "1950-04", end_reason: expelled, cite: ky-yeu#4}
          - {id: bt-4, person: ly-thi-tu, post: secretary, start_date: "1950-04", end_date: "1951-02", end_reason: annulled, cite: ky-yeu#5}
          - {id: bt-5, person: ly-van-mot, post: secretary, start_date: "1951-03", end_date: "1956", end_reason: body-dissolved, cite: ky-yeu#6}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("ends"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


# --- pages ----------------------------------------------------------------------------------

_RESTORED = (
    "về sau được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy Sông Mây; Quyết định số 9-QĐ/TU)"
)
SHOWN = {
    "table": lambda page: leadership.leadership_table(page, "secretary"),
    "timeline": leadership.leadership_timeline,
    "entry": lambda page: people.person_page(page, "ly-thi-hai"),
    "entries": lambda page: people.person_page(page, "ly-thi-tu"),
    "document": lambda page: documents.documents_of(page, "tinh-uy"),
    "source": lambda page: source_pages.source_entry(page, "ky-yeu"),
}
SAYS = {
    "table": (
        "03/1930 – 10/1931 bị bắt",
        "– 23/11/1940 hy sinh",
        "thôi giữ chức: kết quả bầu bị hủy",
        "thôi giữ chức: tổ chức giải thể",
        "bị khai trừ",
        _RESTORED,
        "về sau được công nhận liệt sĩ năm 1986",
        "về sau được minh oan (suy ra việc)",
        "Công bố ở chi bộ.",
    ),
    "timeline": (_RESTORED,),
    "entry": (
        "bị khai trừ",
        "Về sau Được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy Sông Mây); Quyết định số 9-QĐ/TU",
        "Công bố ở chi bộ. Được công nhận liệt sĩ năm 1986",
    ),
    "entries": ("Về sau Được minh oan",),
    "document": ("Lý Thị Hai: được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy Sông Mây)",),
    "source": ("Lý Thị Hai: được công nhận liệt sĩ năm 1986",),
}
NEVER = {
    "table": ("thôi giữ chức: hy sinh", "thôi giữ chức: bị", "Về sau"),
    "entry": ("về sau được",),
    "document": ("people/",),
    "source": ("people/",),
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_page_tells_the_end_and_what_came_after(page: Page, name: str) -> None:
    html = str(SHOWN[name](page))
    assert faults(html) == []
    text = plain(html)
    assert [one for one in SAYS[name] if one not in text] == [], text
    assert [one for one in NEVER.get(name, ()) if one in text] == [], text


def test_the_book_tells_it_beside_the_term(page: Page) -> None:
    with twins_in(PROGRAM / TWINS):
        text = plain(str(SHOWN["table"](page)))
    assert [one for one in SAYS["table"] if one not in text] == [], text
    assert f"bị khai trừ; {_RESTORED}; về sau được công nhận liệt sĩ năm 1986" in text


def test_without_an_end_that_it_answers_it_is_told_with_the_last_term_before(
    tmp_path: Path,
) -> None:
    freed = "name: Lý Văn Ba\nlater: [{id: ra-tu, kind: released, date: '1936', cite: ky-yeu#7}]"
    terms = [
        'person: ly-van-ba, post: secretary, start_date: "1930", end_date: "1931"',
        'person: ly-van-ba, post: secretary, start_date: "1933", end_date: "1934"',
        'person: ly-van-ba, post: secretary, start_date: "1945", end_date: "1946"',
    ]
    archive = with_memberships(tmp_path, {**FILES, "data/people/ly-van-ba.yml": freed}, *terms)
    page = Page("khoi/index.md", "khoi", archive, Linker())
    text = plain(str(leadership.leadership_table(page, "secretary")))
    assert text.count("về sau ra tù năm 1936") == 1
    assert "1933 – 1934 về sau ra tù năm 1936" in text


def test_what_answers_two_ends_is_told_with_both(tmp_path: Path) -> None:
    restored = "name: Lý Văn Ba\nlater: [{id: kp, kind: restored, date: '1957', cite: ky-yeu#7}]"
    expelled = 'end_date: "1950", end_reason: expelled'
    terms = [
        f'person: ly-van-ba, post: secretary, start_date: "1945", {expelled}',
        f'person: ly-van-ba, post: deputy-secretary, start_date: "1945", {expelled}',
        'person: ly-van-ba, post: member, start_date: "1951"',
    ]
    archive = with_memberships(tmp_path, {**FILES, "data/people/ly-van-ba.yml": restored}, *terms)
    page = Page("khoi/index.md", "khoi", archive, Linker())
    told = {
        post: "về sau được khôi phục" in plain(str(leadership.leadership_table(page, post)))
        for post in ("secretary", "deputy-secretary", "member")
    }
    assert told == {"secretary": True, "deputy-secretary": True, "member": False}


# --- rules, data, reports -------------------------------------------------------------------


def test_the_site_is_right_and_who_has_only_such_a_fact_is_used(archive: Archive) -> None:
    assert [one for one in map(str, check_archive(archive)) if "lỗi" in one] == []


def test_a_change_is_told_in_words(archive: Archive, tmp_path: Path) -> None:
    told_before = FILES["data/people/ly-thi-hai.yml"].replace("1957-05-20", "1957-06")
    before = archive_of(tmp_path, {**FILES, "data/people/ly-thi-hai.yml": told_before})
    (difference,) = differences(before, archive)
    assert difference.section == "Nhân vật"
    assert words_of(difference) == (
        "Sửa “ly-thi-hai/khoi-phuc” (Lý Thị Hai: được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy "
        "Sông Mây)): Ngày: tháng 06/1957 → 20/05/1957 (trích dẫn giữ nguyên)"
    )


def test_the_open_data_have_a_table_of_its_own_and_popolo_the_person(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["later.csv"].decode("utf-8-sig"))))
    assert [(row["person_id"], row["id"], row["kind"], row["date"]) for row in rows] == [
        ("ly-thi-hai", "khoi-phuc", "restored", "1957-05-20"),
        ("ly-thi-hai", "cong-nhan", "martyr", "1986"),
        ("ly-thi-tu", "minh-oan", "exonerated", ""),
    ]
    assert rows[0]["documents"] == "qd-9"
    assert rows[2]["inferred"] == "kind"
    ends = list(csv.DictReader(io.StringIO(files["memberships.csv"].decode("utf-8-sig"))))
    assert {row["end_reason"] for row in ends} >= {"fallen", "annulled", "body-dissolved"}
    document: dict[str, Any] = json.loads(files["popolo.json"])
    (person,) = (one for one in document["persons"] if one["id"] == "ly-thi-hai")
    assert [(one["label"], one["date"]) for one in person["later"]] == [
        ("được khôi phục đảng tịch", "1957-05-20"),
        ("được công nhận liệt sĩ", "1986"),
    ]
    assert "ky-yeu#9" in person["citations"]


def test_a_card_says_why_the_term_ended(archive: Archive) -> None:
    (card,) = cards(archive, ["ai là bí thư chi bộ Khe Sao năm 1945"])
    assert card is not None
    assert "bị khai trừ" in card["words"]
    assert _RESTORED in card["words"]


def test_its_document_and_source_belong_to_the_volume_of_the_person(archive: Archive) -> None:
    about = Catalogue(archive).about("tra-cuu/van-ban/tinh-uy/", "qd-9", first=False)
    assert (about.kind, about.organizations) == ("document", ("khoi",))


def test_the_page_of_a_year_is_of_no_volume(archive: Archive) -> None:
    about = Catalogue(archive).about("tra-cuu/nam/1945/", "nam-1945", first=True)
    assert (about.kind, about.organizations) == ("year", ())


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n# (\S+)\n(.*?)```", guide, re.DOTALL)
    examples = [
        (path, text) for path, text in examples if "later:" in text or "end_reason:" in text
    ]
    files = {path.replace("khe-sao", "khoi"): text for path, text in examples}
    files["data/people/ly-thi-tu.yml"] = "name: Lý Thị Tư"
    files[f"{ORG}/events.yml"] = """
        events:
          - {id: hop, date: "1946", summary: Họp., people: [ly-van-ba, ly-thi-tu], cite: ky-yeu#7}
        """
    found = archive_of(tmp_path, {**FILES, **files})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
    page = Page("khoi/index.md", "khoi", found, Linker())
    assert (
        "bị khai trừ về sau được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy Sông Mây)"
    ) in plain(str(leadership.leadership_table(page, "secretary")))
