"""Names of secrecy, from the record to page, paper, index, search, answer and data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from macros.book.compose import TWINS
from macros.catalogue import home, leadership, organization, people
from macros.catalogue import sources as source_pages
from macros.changes.differences import differences
from macros.checks.table import check_archive
from macros.metadata.linked_data import person
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.search.names import forms, headed
from macros.system.program import PROGRAM
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from macros.archive import Archive

ORG = "data/organizations/khoi"
FILES = {
    "data/people/ly-van-mot.yml": """
        name: Lý Văn Một
        aliases:
          - {id: nam, name: Năm Lý, kind: common, cite: ky-yeu#2}
          - {id: sau, name: Sáu, kind: secret, start_date: "1930", end_date: "1931-10", cite: ky-yeu#2, note: Trong hồ sơ mật thám.}
          - {id: a5, name: "05", kind: number, start_date: "1938", cite: ky-yeu#5, implied: {name: {kind: inferred, why: nét chữ mờ}}}
        """,
    "data/people/ly-thi-hai.yml": """
        name: Lý Thị Hai
        other_names: [Lý Thị Hài]
        aliases:
          - {id: sau, name: Sáu, kind: secret, start_date: "1931", cite: ky-yeu#3}
        """,
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Chi bộ Khe Sao
        listed: true
        founding: {id: lap, date: "1930-03-03", cite: ky-yeu#1}
        aliases:
          - {id: suoi-trong, name: Suối Trong, kind: code-name, start_date: "1930-03", end_date: "1935", cite: ky-yeu#1}
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, start_date: "1930-03-03", end_date: "1931-10", cite: ky-yeu#2}
          - {id: bt-2, person: ly-thi-hai, post: secretary, start_date: "1931-11", end_date: "1937", cite: ky-yeu#3}
          - {id: bt-3, person: ly-van-mot, post: secretary, congress: I, end_date: "1945", cite: ky-yeu#4}
          - {id: bt-4, person: ly-van-ba, post: secretary, start_date: "1945", cite: ky-yeu#4}
        """,
    f"{ORG}/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, dates: "1938-05-10", cite: ky-yeu#4}
        """,
    "data/organizations/dat/organization.yml": """
        kind: administrative
        classification: xã
        short_name: xã Mây Hạ
        aliases:
          - {id: quyet-chien, name: xã Quyết Chiến, kind: wartime, start_date: "1947", cite: ky-yeu#6}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("aliases"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


# --- pages ----------------------------------------------------------------------------------

SHOWN = {
    "table": lambda page: leadership.leadership_table(page, "secretary"),
    "timeline": leadership.leadership_timeline,
    "congress": lambda page: organization.congress(page, "I"),
    "rolls": organization.committee_rolls,
    "holders": home.office_holders,
    "summary": organization.organization_summary,
    "others": lambda page: organization.organization_page(page, "dat"),
    "entry": lambda page: people.person_page(page, "ly-van-mot"),
    "of_hai": lambda page: people.person_page(page, "ly-thi-hai"),
    "index": people.people_index,
    "source": lambda page: source_pages.source_entry(page, "ky-yeu"),
}
_NUMBER = "bí số 05 – suy ra"
SAYS = {
    "table": (
        "Lý Văn Một (bí danh Sáu) 03/03/1930 – 10/1931",
        "Lý Thị Hai (bí danh Sáu) 11/1931 – 1937",
        f"Lý Văn Một ({_NUMBER}) 10/05/1938 – 1945",
        "Lý Văn Ba 1945",
    ),
    "timeline": ("Lý Văn Một (bí danh Sáu)", f"Lý Văn Một ({_NUMBER})"),
    "congress": (f"Lý Văn Một ({_NUMBER})",),
    "rolls": (f"Lý Văn Một ({_NUMBER})",),
    "holders": ("Lý Thị Hai (bí danh Sáu)",),
    "summary": ("Mật danh Suối Trong, từ tháng 03/1930 đến năm 1935",),
    "others": ("Tên thời kháng chiến Xã Quyết Chiến, từ năm 1947",),
    "entry": (
        "Bí danh Sáu , từ năm 1930 đến tháng 10/1931 Trong hồ sơ mật thám. Bí số 05 , từ năm 1938",
        "suy ra tên",
        "Tên thường gọi Năm Lý",
        "Chi bộ Khe Sao (mật danh Suối Trong) 03/03/1930",
        "Chi bộ Khe Sao 10/05/1938",
    ),
    "of_hai": ("Cách viết khác Lý Thị Hài", "Bí danh Sáu , từ năm 1931"),
    "index": (f"Lý Văn Một (tên thường gọi Năm Lý; bí danh Sáu; {_NUMBER})",),
    "source": (
        "Lý Văn Một: bí danh Sáu, từ năm 1930 đến tháng 10/1931",
        "Mật danh Suối Trong, từ tháng 03/1930 đến năm 1935",
    ),
}
NEVER = {
    "table": ("Năm Lý",),
    "timeline": ("Năm Lý",),
    "entry": ("Chi bộ Khe Sao (mật danh Suối Trong) 10/05/1938",),
}


@pytest.mark.parametrize("name", SHOWN)
def test_an_alias_stands_where_it_was_in_use(page: Page, name: str) -> None:
    html = str(SHOWN[name](page))
    assert faults(html) == []
    text = plain(html)
    assert [one for one in SAYS[name] if one not in text] == [], text
    assert [one for one in NEVER.get(name, ()) if one in text] == [], text


@pytest.mark.parametrize("name", ["table", "summary", "timeline"])
def test_the_book_has_it_too(page: Page, name: str) -> None:
    with twins_in(PROGRAM / TWINS):
        text = plain(str(SHOWN[name](page)))
    assert [one for one in SAYS[name] if one not in text] == [], text


@pytest.mark.parametrize(
    ("alias", "shown"),
    [
        ('start_date: "1930"', True),
        ('start_date: "1932"', True),
        ('start_date: "1934-06-30"', True),
        ('start_date: "1934"', False),  # perhaps after the end
        ('start_date: "1935"', False),
        ('end_date: "1931-11"', True),
        ('end_date: "1931-10-01"', True),
        ('end_date: "1945"', False),  # nobody knows since when
        ('end_date: "1931"', False),  # perhaps before the start
        ('start_date: "1925"', False),  # nobody knows until when
        ('start_date: "1925", end_date: "1932"', True),
        ('start_date: "1925", end_date: "1945"', True),
        ('start_date: "1940", end_date: "1945"', False),
        ("note: không rõ khi nào", False),
    ],
)
def test_an_alias_is_in_use_where_that_is_known(tmp_path: Path, alias: str, shown: bool) -> None:
    files = {
        **FILES,
        "data/people/ly-van-ba.yml": "name: Lý Văn Ba\naliases: [{id: t, name: Tám, kind: secret, "
        f"cite: ky-yeu#2, {alias}}}]",
        f"{ORG}/leadership.yml": """
            memberships:
              - {id: bt, person: ly-van-ba, post: secretary, start_date: "1931-10", end_date: "1934-06", cite: ky-yeu#2}
            """,
    }
    if '"1930"' in alias:
        files[f"{ORG}/leadership.yml"] = files[f"{ORG}/leadership.yml"].replace(
            "1931-10", "1930-03"
        )
    page = Page("khoi/index.md", "khoi", archive_of(tmp_path, files), Linker())
    assert ("Tám" in plain(str(leadership.leadership_table(page, "secretary")))) is shown


def test_several_of_one_kind_are_told_together(tmp_path: Path) -> None:
    files = {
        "data/people/ly-van-ba.yml": """
            name: Lý Văn Ba
            aliases:
              - {id: a, name: Tám, kind: secret, start_date: "1946", cite: ky-yeu#4}
              - {id: b, name: Chín, kind: secret, start_date: "1946", cite: ky-yeu#4}
              - {id: c, name: "9", kind: number, start_date: "1946", cite: ky-yeu#4}
            """,
        f"{ORG}/leadership.yml": FILES[f"{ORG}/leadership.yml"].replace(
            'start_date: "1945", cite', 'start_date: "1945", end_date: "1950", cite'
        ),
    }
    page = Page("khoi/index.md", "khoi", archive_of(tmp_path, {**FILES, **files}), Linker())
    text = plain(str(leadership.leadership_table(page, "secretary")))
    assert "Lý Văn Ba (bí danh Tám, Chín; bí số 9)" in text


def test_an_alias_of_a_later_term_of_a_tenure_is_named(tmp_path: Path) -> None:
    files = {
        "data/people/ly-van-ba.yml": "name: Lý Văn Ba\naliases: [{id: t, name: Tám, kind: secret, "
        'cite: ky-yeu#2, start_date: "1949"}]',
        f"{ORG}/leadership.yml": """
            memberships:
              - {id: a, person: ly-van-ba, post: secretary, start_date: "1945", cite: ky-yeu#2}
              - {id: b, person: ly-van-ba, post: secretary, start_date: "1948", manner: re-elected, end_date: "1950", cite: ky-yeu#2}
            """,
    }
    page = Page("khoi/index.md", "khoi", archive_of(tmp_path, {**FILES, **files}), Linker())
    text = plain(str(leadership.leadership_table(page, "secretary")))
    assert "Lý Văn Ba (bí danh Tám) 1945 – 1950" in text


def test_namesakes_are_told_apart_first(tmp_path: Path) -> None:
    told = {
        "data/people/ly-van-mot.yml": FILES["data/people/ly-van-mot.yml"].replace(
            "aliases:", "distinguished_by: thôn Hạ\n        aliases:"
        ),
        "data/people/ly-van-mot-2.yml": "name: Lý Văn Một\ndistinguished_by: thôn Thượng",
    }
    archive = archive_of(tmp_path, {**FILES, **told})
    page = Page("khoi/index.md", "khoi", archive, Linker())
    assert "Lý Văn Một (thôn Hạ; bí danh Sáu)" in plain(str(SHOWN["table"](page)))


# --- rules, search, data, reports -----------------------------------------------------------


def test_two_may_have_one_alias(archive: Archive) -> None:
    assert [one for one in map(str, check_archive(archive)) if "lỗi" in one] == []


def test_an_organization_is_asked_for_by_its_alias(archive: Archive) -> None:
    found = {one.text: one.organization for one in forms(archive)}
    assert found["Suối Trong"] == found["Chi bộ Suối Trong"] == "khoi"
    assert found["xã Quyết Chiến"] == "dat"
    questions = ["ai là bí thư chi bộ Suối Trong năm 1930", "bí thư chi bộ Khe Sao năm 1936"]
    for card, name in zip(cards(archive, questions), ("Lý Văn Một", "Lý Thị Hai"), strict=True):
        assert card is not None
        assert f"{name} (bí danh Sáu)" in card["words"]


@pytest.mark.parametrize(
    ("name", "alias", "whole"),
    [
        ("Chi bộ Khe Sao", "Suối Trong", "Chi bộ Suối Trong"),
        ("Đảng bộ xã Mây Hạ", "xã Quyết Chiến", "Đảng bộ xã Quyết Chiến"),
        ("xã Mây Hạ", "xã Quyết Chiến", "xã Quyết Chiến"),
        ("Khe", "B2", "B2"),
    ],
)
def test_an_alias_behind_the_words_of_a_name(name: str, alias: str, whole: str) -> None:
    assert headed(name, alias) == whole


def test_a_change_is_told_in_words(archive: Archive, tmp_path: Path) -> None:
    without = re.sub(r" +- {id: sau.*\n", "", FILES["data/people/ly-van-mot.yml"])
    before = archive_of(tmp_path, {**FILES, "data/people/ly-van-mot.yml": without})
    (difference,) = differences(before, archive)
    assert difference.kind == "added"
    assert words_of(difference) == (
        "Thêm “ly-van-mot/sau”: Lý Văn Một: bí danh Sáu, từ năm 1930 đến tháng 10/1931; "
        "Ghi chú: “Trong hồ sơ mật thám.”"
    )


def test_the_open_data_have_a_table_and_popolo_the_time(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["aliases.csv"].decode("utf-8-sig"))))
    told = [(row["of"], row["of_id"], row["name"], row["kind"], row["start_date"]) for row in rows]
    assert told == [
        ("person", "ly-thi-hai", "Sáu", "secret", "1931"),
        ("person", "ly-van-mot", "Sáu", "secret", "1930"),
        ("person", "ly-van-mot", "05", "number", "1938"),
        ("person", "ly-van-mot", "Năm Lý", "common", ""),
        ("organization", "dat", "xã Quyết Chiến", "wartime", "1947"),
        ("organization", "khoi", "Suối Trong", "code-name", "1930-03"),
    ]
    assert (rows[2]["bearer"], rows[2]["inferred"]) == ("Lý Văn Một", "name")
    document: dict[str, Any] = json.loads(files["popolo.json"])
    people_by_id = {one["id"]: one for one in document["persons"]}
    spelled, alias = people_by_id["ly-thi-hai"]["other_names"]
    assert spelled == {"name": "Lý Thị Hài"}
    assert (alias["note"], alias["start_date"], alias["citations"]) == (
        "bí danh",
        "1931",
        ["ky-yeu#3"],
    )
    (cell,) = (one for one in document["organizations"] if one["id"] == "khoi")
    assert [(one["name"], one["note"], one["end_date"]) for one in cell["other_names"]] == [
        ("Suối Trong", "mật danh", "1935")
    ]


def test_linked_data_name_them(archive: Archive) -> None:
    assert person(archive, "ly-van-mot")["alternateName"] == ["Năm Lý", "Sáu", "05"]


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n# (\S+)\n([^`]*?\naliases:.*?)```", guide, re.DOTALL)
    assert len(examples) == 2
    files = {path.replace("khe-sao", "khoi"): text for path, text in examples}
    found = archive_of(tmp_path, {**FILES, **files})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
    page = Page("khoi/index.md", "khoi", found, Linker())
    text = plain(str(leadership.leadership_table(page, "secretary")))
    assert "Lý Văn Một (bí danh Sáu) 03/03/1930 – 10/1931" in text


def test_a_spelling_or_a_full_alias_in_the_data_leads_to_the_person(archive: Archive) -> None:
    advice = archive.advice("person", "nam-ly", None)
    assert "ly-van-mot" in advice.remedy
