"""The volume “1930–2025”: nothing is wrong with it, and its chief sentences read as they should.

Each sentence was read on the page and in the book.
"""

from __future__ import annotations

import csv
import io
import re
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.addresses.entities import with_pages
from macros.archive.complete import load_archive
from macros.book.compose import TWINS
from macros.catalogue import (
    documents,
    home,
    leadership,
    lookup,
    organization,
    people,
    rolls,
    statistics,
)
from macros.dates import Edtf, parse_edtf
from macros.messages.problems import Severity
from macros.opendata.write import open_data
from macros.project.check import check_project
from macros.project.project import Project
from macros.rendering.templates import twins_in
from macros.system.program import PROGRAM
from macros.views.common import Page
from tests.awkward import holders
from tests.century.volume import ORG, write_volume
from tests.search.asking import cards
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.model.base import Record


def plain(html: str) -> str:
    """Return the text of HTML as it is read: no space before a comma or a stop."""
    return re.sub(r" (?=[,.;])", "", holders.plain(html))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_volume(tmp_path_factory.mktemp("century"))


@pytest.fixture(scope="module")
def archive(root: Path) -> Archive:
    return load_archive(root)[0]


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khe-sao/index.md", ORG, archive, Linker())


def test_the_check_says_no_error_and_notes_true_gaps_alone(root: Path) -> None:
    found = check_project(Project(root)).problems
    assert [str(one) for one in found if one.severity is not Severity.NOTE] == []
    assert [one.message for one in found] == [
        "Bí thư: không rõ ai giữ chức từ tháng 04/1947 đến 15/08/1948",
        "Bí thư: không rõ ai giữ chức từ tháng 11/1956 đến tháng 06/1957",
        "Bí thư: không rõ ai giữ chức từ năm 1976 đến 05/06/1985",
    ]


SHOWN = {
    "summary": organization.organization_summary,
    "secretaries": lambda page: leadership.leadership_table(page, "secretary"),
    "timeline": leadership.leadership_timeline,
    "lineage": organization.lineage,
    "events": organization.events,
    "congresses": organization.congress_table,
    "figures": statistics.statistics_all,
}
SAYS = {
    "summary": (
        "Thành lập Mùng 3 tháng 2 năm Canh Ngọ âm lịch (suy ra 02/03/1930)",
        "Bị phá vỡ Cuối năm 1935",
        "Chi bộ Khe Sao, từ khi thành lập",
        "Suối Trong, từ khi thành lập đến cuối năm 1935",
        "Đảng bộ tỉnh Sông Mây, từ khi thành lập",
        "Đảng bộ huyện Mây, từ tháng 09/1945 đến ngày 30/06/2025",
        "Xã Khe Thượng, từ khi thành lập Xã Khe Hạ, từ khi thành lập",
        "Vũ Văn Ngát, từ ngày 20/05/2020, không rõ ngày kết thúc (thông tin đến hết năm 2020)",
    ),
    "secretaries": (
        "Mạc Văn Sáo (bí danh Sáu) Bí thư lâm thời 03/1930 – 10/1931",
        "bị bắt",
        "về sau ra tù năm 1936",
        "Ngô Thị Thoa Quyền Bí thư 11/1931 – mùa xuân 1933",
        "Không rõ tên giữa 1933 – cuối 1935",
        "thôi giữ chức: tổ chức giải thể",
        "Phùng Văn Khế đầu 1938 – 07/1945",
        "Vi Văn Nậm 09/1945 – 05/1946",
        "cùng giữ chức với người khác (hai cấp ủy song song)",
        "Không rõ 04/1947 – 15/08/1948",
        "Lý Thị Mận 15/08/1948 – quý II/1950",
        "về sau được công nhận liệt sĩ năm 1957",
        "Kha Văn Lỡ Phụ trách chức danh Bí thư 07/1950 – 11/03/1952",
        "về sau được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy Sông Mây)",
        "Đinh Thị Sấu 06/1957 – nửa đầu 1965",
        "Bế Văn Chỉnh Phó Bí thư phụ trách 07/1965 – 09/1967",
        "12/09/1967 – 1/1 năm Kỷ Dậu (suy ra 16/02/1969 hoặc 17/02/1969)",
        "thôi giữ chức: kết quả bầu bị hủy",
        "Tổ chức không hoạt động: bị phá vỡ cuối năm 1935",
        "bầu tại Đại hội lần thứ I (sau năm 2019)",
        "về sau được minh oan năm 2001",
        "cùng giữ chức với người khác (bàn giao)",
    ),
    "timeline": ("Bí thư lâm thời, 03/1930 – 10/1931", "giữa 1933 – cuối 1935"),
    "lineage": (
        "Quyết định ngày 20/04/1947, có hiệu lực từ ngày 01/05/1947",
        "Chi bộ Khe Sao → Đảng bộ xã Khe Sao",
        "Quyết định ngày 25/12/2019, có hiệu lực từ ngày 01/01/2020",
        "Sáp nhập: Đảng bộ xã Khe Đá (toàn bộ) vào Đảng bộ xã Khe Sao",
        "Quyết định ngày 16/06/2025, có hiệu lực từ ngày 01/07/2025",
        "Đảng bộ xã Khe Sao (toàn bộ), Đảng bộ xã Khe Thượng (toàn bộ) → Đảng bộ phường Khe Sao",
    ),
    "events": (
        "Những năm 1930",
        "12 tháng 7 năm Ất Dậu âm lịch (suy ra 19/08/1945)",
        "Mùng 10 tháng 2 nhuận năm Đinh Hợi âm lịch (suy ra 01/04/1947)",
    ),
    "congresses": (
        "Bí thư: Ông Văn Tấu (kết quả bầu bị hủy)",
        "Ban Chấp hành: 7 ủy viên",
        "Vòng 1: 10/08/1967 Góp ý vào dự thảo báo cáo của huyện.",
        "Vòng 2: 12/09/1967 Bầu Ban Chấp hành.",
        "Hội nghị đại biểu giữa nhiệm kỳ khóa III 05/03/1974",
        "Lần thứ I (sau năm 2019) 20/05/2020",
    ),
    "figures": (
        "3/2 năm Canh Ngọ (suy ra 02/03/1930) 3",
        "20/12 năm Đinh Sửu (suy ra 21/01/1938) 5",
        "1948 62 ≠",
        "1948 65 ≠",
    ),
}


@pytest.mark.parametrize("component", SHOWN)
def test_its_sentences_read_as_they_should(component: str, page: Page) -> None:
    html = str(SHOWN[component](page))
    assert faults(html) == []
    for expected in SAYS[component]:
        assert expected in plain(html)


@pytest.mark.parametrize("component", ["summary", "events", "lineage"])
def test_paper_reads_the_same(component: str, page: Page) -> None:
    with twins_in(PROGRAM / TWINS):
        told = plain(str(SHOWN[component](page)))
    for expected in SAYS[component]:
        assert expected in told


def test_nobody_is_missed_between_two_lives_nor_beside_two_holders(page: Page) -> None:
    told = plain(str(SHOWN["secretaries"](page)))
    assert told.count("Tài liệu không nêu ai giữ chức.") == 3
    assert "05/1946 – 15/08/1948" not in told
    assert "Không rõ cuối 1935" not in told


def test_persons_are_told_with_what_they_were_called_and_where(archive: Archive) -> None:
    page = Page("tra-cuu/nhan-vat/s.md", None, archive, Linker())
    index = plain(str(people.people_index(page)))
    # By the names of then.
    assert "Mạc Văn Sáo (bí danh Sáu) 1930–1931 Bí thư lâm thời Chi bộ Khe Sao" in index
    assert "Ngô Thị Thoa (tên thường gọi Tư Thoa) 1931–1933 Quyền Bí thư Chi bộ Khe Sao" in index
    assert "Bí thư Đảng bộ phường Khe Sao; Bí thư Đảng bộ xã Khe Sao" in index
    entry = plain(str(people.person_page(page, "kha-van-lo")))
    assert "Được khôi phục đảng tịch ngày 20/05/1957 (Tỉnh ủy Sông Mây)" in entry


def test_others_name_it_with_its_time(archive: Archive) -> None:
    page = Page("tra-cuu/to-chuc.md", None, archive, Linker())
    pages = (
        organization.organization_page(page, one) for one in with_pages(archive, "organization")
    )
    told = " ".join(plain(str(one)) for one in pages)
    assert "Đảng bộ xã Khe Sao (từ tháng 09/1945 đến ngày 30/06/2025)" in told
    # Brackets in brackets are square.
    assert (
        "Đảng bộ xã Khe Sao (từ ngày mùng 3 tháng 2 năm Canh Ngọ âm lịch [suy ra 02/03/1930])"
        in told
    )
    papers = plain(str(documents.documents_of(page, "tinh-uy-song-may")))
    assert (
        "Nghị quyết số 15-NQ/TU, ban hành ngày 20/04/1947, có hiệu lực từ ngày 01/05/1947" in papers
    )


def test_the_gaps_are_those_that_the_check_notes(page: Page) -> None:
    told = plain(str(lookup.gaps_in(page, ORG)))
    vacant = "Không rõ ai giữ chức Đảng bộ xã Khe Sao Bí thư: từ tháng 04/1947 đến 15/08/1948"
    assert vacant in told
    assert "1935" not in told


ROLL = (
    "Danh sách liệt sĩ xã Khe Sao (3 người)",
    "1 Vũ Thị Ân 1948 05/1972 2 Lý Thị Mận xóm Trong 1950 3 Đỗ Văn Ước 1945 xóm Đá 01/02/1968",
)


def test_those_who_fell_stand_on_a_roll(page: Page, archive: Archive) -> None:
    html = str(rolls.roll(page, "liet-si"))
    assert faults(html) == []
    with twins_in(PROGRAM / TWINS):
        paper = plain(str(rolls.roll(page, "liet-si")))
    for expected in ROLL:
        assert expected in plain(html)
        assert expected in paper
    entry = plain(str(people.person_page(page, "ly-thi-man")))
    assert "Danh sách có tên Danh sách liệt sĩ xã Khe Sao (3 người) Đảng bộ xã Khe Sao" in entry


def test_two_resolutions_of_one_number_are_told_apart(archive: Archive) -> None:
    which, of_1985 = cards(
        archive, ["nghị quyết 15-NQ/TU ban hành khi nào", "nghị quyết 15-NQ/TU năm 1985 về việc gì"]
    )
    assert which and of_1985
    assert "2 văn bản cùng số, ký hiệu 15-NQ/TU" in plain(which["words"])
    assert "Bạn hỏi văn bản nào?" in plain(which["words"])
    assert "10/06/1985" in plain(of_1985["words"])
    assert "20/04/1947" not in plain(of_1985["words"])


@pytest.mark.parametrize("paper", [False, True])
def test_a_law_ends_a_district_after_its_documents(archive: Archive, paper: bool) -> None:
    page = Page("khe-sao/index.md", "huyen-may", archive, Linker())
    with twins_in(PROGRAM / TWINS) if paper else nullcontext():
        told = plain(str(organization.organization_summary(page)))
    assert "Kết thúc hoạt động 01/07/2025" in told
    assert "Tài liệu dừng ở Năm 2020, tổ chức kết thúc sau đó" in told


def test_a_day_of_the_century_is_answered(archive: Archive) -> None:
    asked = {
        "ai là bí thư chi bộ Khe Sao ngày 10/5/1930": "Mạc Văn Sáo",
        "ai là bí thư chi bộ Suối Trong năm 1932": "Ngô Thị Thoa",
        "ai là bí thư đảng bộ xã Khe Sao ngày 10/3/1946": "Vi Văn Nậm",
        "ai là bí thư đảng bộ xã Khe Sao ngày 10/1/1969": "Quách Văn Mộc",
        "ai là bí thư đảng bộ xã Khe Sao năm 1990": "Lục Thị Bưởi",
    }
    for question, card in zip(asked, cards(archive, list(asked)), strict=True):
        assert card, question
        assert asked[question] in plain(card["words"]), question


def test_the_day_chooser_knows_the_century(archive: Archive) -> None:
    page = Page("tra-cuu/theo-ngay.md", None, archive, Linker())
    html = str(home.office_holders(page))
    assert faults(html) == []
    assert "Quyền Bí thư" in plain(html)


# --- the way of the data out and back -------------------------------------------------------


def _rows(archive: Archive, name: str) -> dict[str, dict[str, str]]:
    text = open_data(archive, site_url=None)[f"{name}.csv"].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text))
    return {row["id"]: row for row in rows if row.get("organization_id") in (ORG, "", None)}


def _facts(archive: Archive) -> Iterator[tuple[str, Record]]:
    dossier = archive.dossiers[ORG]
    yield from (("memberships", one) for one in dossier.memberships)
    yield from (("events", one) for one in dossier.events)
    yield from (("statistics", one) for one in dossier.observations)
    yield from (("names", one) for one in dossier.organization.names)
    yield from (("superiors", one) for one in dossier.organization.parents)
    yield from (("territories", one) for one in dossier.organization.areas)
    yield from (("aliases", one) for one in dossier.organization.aliases)
    for person in archive.people.values():
        yield from (("aliases", one) for one in person.aliases)
        yield from (("later", one) for one in person.later)


COLUMNS = {
    "capacity": "capacity",
    "shared": "shared",
    "unnamed": "unnamed",
    "end_reason": "end_reason",
    "kind": "kind",
    "person": "person_id",
    "organization": "superior_id",
    "area": "area_id",
}
"""The columns of the other fields of a long history."""


def test_tables_read_back_are_the_facts(archive: Archive) -> None:
    tables: dict[str, dict[str, dict[str, str]]] = {}
    compared = 0
    for table, fact in _facts(archive):
        if table not in tables:
            tables[table] = _rows(archive, table)
        row = tables[table][vars(fact)["id"]]
        lunar = dict(one.split("=") for one in row["lunar"].split("; ") if one)
        for field, value in vars(fact).items():
            if isinstance(value, Edtf):
                assert parse_edtf(lunar.get(field, row[field])) == value, row
                compared += 1
            elif field in COLUMNS and value is not None:
                assert row[COLUMNS[field]] == value, row
                compared += 1
    assert compared > 80
