"""The look-up pages that set organizations together or tell what is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.archive.mentions import Mention, Section
from macros.catalogue import documents as document_macros
from macros.catalogue import lookup
from macros.catalogue import people as people_macros
from macros.catalogue import statistics as statistic_macros
from macros.catalogue.pages import generated_pages
from macros.opendata import view
from macros.opendata.tables import TABLES
from macros.rules.comparison import Compared, group, groups
from macros.rules.gaps import gaps_of
from macros.rules.statistics import find_figures
from macros.views import appearances, documents, gaps, sources
from macros.views import conflicts as contradictions
from macros.views.common import Page
from macros.views.glossary import glossary
from macros.views.person_page import person_page
from macros.wording.facts import fact_words
from tests.snapshots import assert_snapshot
from tests.support import load_sound, with_paragraphs, write_site
from tests.views.fabricated import page_of
from tests.views.html_rules import faults
from tests.views.lookup_site import LOOKUP_FILES

SNAPSHOTS = Path(__file__).parent / "snapshots"
MENTIONS = {
    ("person", "ly-thi-hai"): (
        Mention("xa-an-lac", "xa-an-lac/lanh-dao.md", "Lãnh đạo", (Section("Bí thư", "bi-thu"),)),
    ),
    ("document", "qd-7"): (
        Mention("", "index.md", "Trang đầu"),
        Mention("xa-an-lac", "xa-an-lac/index.md", "Đảng bộ xã An Lạc"),
        Mention("xa-an-lac", "xa-an-lac/thanh-lap.md", "Thành lập"),
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    site = write_site(tmp_path_factory.mktemp("site"), LOOKUP_FILES)
    return replace(with_paragraphs(load_sound(site), 14), mentions=MENTIONS)


@pytest.fixture
def page(archive: Archive) -> Page:
    return page_of(archive, "xa-van-lang")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# --- components -----------------------------------------------------------------------------

CALLS: dict[str, Callable[[Page], str]] = {
    "glossary": lambda page: lookup.glossary(page, "abbreviation"),
    "uncertainties": lookup.uncertainties,
    "gaps": lambda page: lookup.gaps_in(page, "xa-van-lang"),
    "comparison_index": lookup.comparison_index,
    "comparison": lambda page: lookup.comparison_of(page, "dang-vien"),
    "document_kinds": document_macros.document_kinds,
    "documents_appearances": lambda page: document_macros.documents_of(page, "huyen-uy"),
    "person_appearances": lambda page: people_macros.person_page(page, "ly-thi-hai"),
}


@pytest.mark.parametrize("name", CALLS)
def test_component_is_valid_and_as_before(name: str, page: Page) -> None:
    html = CALLS[name](page)
    assert faults(html) == []
    assert_snapshot(SNAPSHOTS / f"{name}.html", html)


def test_page_of_the_open_data_is_valid(page: Page) -> None:
    assert faults(lookup.open_data(page)) == []


# --- where an entry is told -----------------------------------------------------------------


def test_person_is_told_by_chapters_and_events(page: Page) -> None:
    one = person_page(page, "ly-thi-hai")
    (mention,) = one.mentions
    assert mention.organization is not None
    assert mention.organization.text == "Đảng bộ xã An Lạc"
    assert mention.chapter.text == "Lãnh đạo"
    assert [section.text for section in mention.sections] == ["Bí thư"]
    (event,) = one.events
    assert (event.row.when.text, plain(event.row.text)) == ("20/08/1971", "Lũ lớn.")


def test_document_is_told_by_chapters_and_the_facts_that_rest_on_it(page: Page) -> None:
    an_lac, elsewhere = appearances.appearances_of_document(page, "qd-7")
    assert elsewhere.organization is None
    assert [link.text for link in elsewhere.chapters] == ["Trang đầu"]
    assert [link.text for link in an_lac.chapters] == ["Trang mở đầu", "Thành lập"]
    facts = [plain(fact) for fact in an_lac.facts]
    assert "Bí thư: Lý Văn Một, từ tháng 02/1960" in facts
    assert "Đổi tên, tháng 03/1970" in facts
    # In order of time, whatever kind of fact it is.
    assert [fact[:9] for fact in facts] == [
        "Thành lập",
        "Bí thư: L",
        "Đổi tên, ",
        "20/08/197",
        "Lịch sử đ",
    ]


def test_person_whom_nobody_names_is_told_nowhere(page: Page) -> None:
    assert person_page(page, "to-van-tu").mentions == ()


# --- documents, sources, facts in words -----------------------------------------------------


def test_kinds_of_document_lead_to_their_place_at_each_issuer(page: Page) -> None:
    lines = documents.kinds(page)
    assert [(line.kind, line.documents) for line in lines] == [("Công văn", 1), ("Quyết định", 1)]
    assert lines[1].issuers[0].link.url == "/issuer/huyen-uy/#decision"


def test_source_says_its_symbol_its_printed_date_and_what_it_lacks(page: Page) -> None:
    view = sources.source_view(page, page.archive.sources["van-lang"], whole=False)
    assert view.symbol == "05-BC/ĐU"
    assert view.date is not None
    assert (view.date.text, view.date.machine) == ("ngày … tháng 6 năm 1999", "1999-06")
    assert view.missing == ("Phụ lục 2 không kèm theo.",)


def test_target_in_words_says_what_was_aimed_at_and_what_came_of_it(archive: Archive) -> None:
    facts = archive.dossiers["xa-an-lac"].facts
    assert fact_words(archive, "xa-an-lac", facts["ct-1"]) == (
        "Chỉ tiêu: Sản lượng (tấn): đề ra 15% trở lên; kết quả 14,5%; đánh giá Không đạt"
    )
    assert fact_words(archive, "xa-an-lac", facts["ct-2"]) == (
        "Chỉ tiêu: Đàn trâu: đề ra mất ở bản chép"
    )


def test_dissolution_is_no_founding(archive: Archive) -> None:
    fact = archive.dossiers["xa-van-lang"].facts["ket-thuc"]
    said = fact_words(archive, "xa-van-lang", fact)
    assert plain(said).startswith("Kết thúc hoạt động: ")


def test_figure_in_words_alone_is_told_by_them(archive: Archive) -> None:
    fact = archive.dossiers["xa-an-lac"].facts["ung-ho"]
    assert fact_words(archive, "xa-an-lac", fact).endswith(": hàng trăm triệu đồng")


# --- contradictions -------------------------------------------------------------------------


def test_conflict_on_a_target_shows_its_cells(page: Page) -> None:
    conflicts = contradictions.conflicts(page, page.archive.dossiers["xa-van-lang"])
    sides = next(one.sides for one in conflicts if one.id == "chi-tieu")
    assert "kết quả 14,5%" in plain(sides[0].text)


def test_of_two_sides_the_shown_one_is_meant(archive: Archive) -> None:
    dossier = archive.dossiers["xa-van-lang"]
    assert [one.id for one in find_figures(archive, dossier, "cells", "1998", None)] == [
        "chi-bo-sau"
    ]


def test_sides_of_no_conflict_still_need_a_category(archive: Archive) -> None:
    dossier = archive.dossiers["xa-van-lang"]
    found = find_figures(archive, dossier, "party-members", "1998", None)
    assert [one.id for one in found] == ["dv-1998a", "dv-1998b"]
    (one,) = find_figures(archive, dossier, "party-members", "1998", "bản khác")
    assert one.id == "dv-1998b"


def test_statistic_prints_the_shown_side_with_its_mark(page: Page) -> None:
    html = plain(statistic_macros.statistic(page, "cells", "1998"))
    assert ">6 chi bộ</a>" in html
    assert "conflict-mark" in html


def test_volumes_count_contradictions_and_gaps(page: Page) -> None:
    lines = {line.volume.text: line for line in contradictions.volumes(page)}
    van_lang = lines["Đảng bộ xã Vân Làng"]
    assert [link.text for link in van_lang.conflicts] == ["1", "1"]
    assert [link.text for link in van_lang.topics] == [
        "Số chi bộ năm 1998",
        "Chỉ tiêu sản lượng (có thể cùng đúng)",
    ]
    assert van_lang.gaps.url == "/gaps/xa-van-lang/"


def test_source_of_no_volume_tells_its_gaps_by_itself(page: Page) -> None:
    (kind,) = gaps.gaps_of_no_volume(page)
    (group,) = kind.groups
    assert [(one.owner.text, one.lines[0].items[0].text) for one in group.owners] == [
        ("Tham luận", "Chú thích 3.")
    ]


# --- gaps -----------------------------------------------------------------------------------


def test_gaps_of_a_series_of_congresses(archive: Archive) -> None:
    assert [gap.words for gap in gaps_of(archive, "xa-van-lang")] == [
        "Bí thư: các tài liệu không nêu ai giữ chức",
        "Đại hội lần thứ I đến II: các tài liệu không kể",
        "Đại hội lần thứ III: không rõ ngày họp",
        "Đại hội lần thứ IV: các tài liệu không kể",
        "Phụ lục 2 không kèm theo.",
    ]


def test_gaps_of_posts_and_lost_columns(archive: Archive) -> None:
    words = [plain(gap.words) for gap in gaps_of(archive, "xa-an-lac")]
    assert words == [
        "Bí thư: không rõ ai giữ chức từ tháng 06/1965 (suy ra) đến năm 1967",
        "Bí thư: không rõ ai giữ chức từ 05/01/1972 đến 10/01/1975 (suy ra)",
        "Bí thư Lý Văn Ba: không rõ ngày thôi chức",
        "Phó Bí thư Tô Thị Mai: chỉ biết giữ chức vào ngày 02/07/1981",
        "Phó Bí thư Tô Văn Tư: không rõ ngày nhận chức",
        "Chỉ tiêu nhiệm kỳ: cột chỉ tiêu đề ra mất ở bản chép ở 1 dòng",
    ]


def test_what_many_gaps_share_is_told_once(page: Page) -> None:
    posts, targets = gaps.gaps(page, "xa-an-lac")
    told = {
        group.what: [
            (line.title, [plain(one.text) for one in line.items])
            for owner in group.owners
            for line in owner.lines
        ]
        for group in (*posts.groups, *targets.groups)
    }
    assert told == {
        "Không rõ ai giữ chức": [
            (
                "Bí thư",
                [
                    "từ tháng 06/1965 (suy ra) đến năm 1967",
                    "từ 05/01/1972 đến 10/01/1975 (suy ra)",
                ],
            )
        ],
        "Không rõ ngày thôi chức": [("Bí thư", ["Lý Văn Ba"])],
        "Chỉ biết giữ chức vào thời gian ghi trong ngoặc": [
            ("Phó Bí thư", ["Tô Thị Mai (vào ngày 02/07/1981)"])
        ],
        "Không rõ ngày nhận chức": [("Phó Bí thư", ["Tô Văn Tư"])],
        "Mất ở bản chép": [("Chỉ tiêu nhiệm kỳ", ["cột chỉ tiêu đề ra ở 1 dòng"])],
    }


# --- comparison -----------------------------------------------------------------------------


def compared(archive: Archive, indicator: str) -> tuple[Compared, ...]:
    everything = [one for subject in groups(archive) for one in subject.comparisons]
    return next(one.rows for one in everything if one.indicator.id == indicator)


def test_only_what_two_volumes_have_is_compared(archive: Archive) -> None:
    appearances = {one.id: [of.indicator.id for of in one.comparisons] for one in groups(archive)}
    assert appearances == {
        "dang-vien": ["party-members"],
        "to-chuc": ["cells"],
        "xa-hoi": ["gifts"],
    }


def test_one_subject_is_what_it_is_among_all(archive: Archive) -> None:
    assert [group(archive, one.id) for one in groups(archive)] == list(groups(archive))
    assert group(archive, "khong-co") is None


def test_latest_whole_figure_of_each_volume_stands_for_it(archive: Archive) -> None:
    found = [(one.volume.id, one.figure.id) for one in compared(archive, "party-members")]
    assert found == [("xa-an-lac", "dv-1975"), ("xa-van-lang", "dv-1998a")]


def test_side_that_is_not_shown_is_not_compared(archive: Archive) -> None:
    found = {one.volume.id: one.figure.id for one in compared(archive, "cells")}
    assert found["xa-van-lang"] == "chi-bo-sau"


def test_volume_speaks_through_its_area_where_it_has_no_figure(archive: Archive) -> None:
    found = {one.volume.id: one.owner.id for one in compared(archive, "gifts")}
    assert found == {"xa-an-lac": "xa-an-lac", "xa-van-lang": "van-lang"}


# --- generated pages, glossary, open data ---------------------------------------------------


def test_pages_follow_from_subjects_and_volumes(archive: Archive) -> None:
    pages = generated_pages(archive)
    assert 'comparison_of("dang-vien")' in pages["tra-cuu/so-sanh/dang-vien.md"].body
    assert 'gaps_in("xa-van-lang")' in pages["tra-cuu/khoang-trong/xa-van-lang.md"].body
    assert "tra-cuu/khoang-trong/huyen-binh.md" not in pages


def test_glossary_is_in_vietnamese_order_with_an_anchor_each(page: Page) -> None:
    letters = glossary(page, "abbreviation")
    entries = [entry for letter in letters for entry in letter.entries]
    assert [entry.short for entry in entries] == ["CD", "CĐ", "UB"]
    assert [entry.anchor for entry in entries] == ["viet-tat-cd", "viet-tat-cd-2", "viet-tat-ub"]
    assert [letter.letter for letter in glossary(page, "term")] == ["Đ"]


def test_terms_give_no_tooltip(archive: Archive) -> None:
    assert set(archive.glossary) == {"UB", "CĐ", "CD"}


def test_every_table_of_the_open_data_is_described_column_by_column(page: Page) -> None:
    files = {file.link.text: file for file in view.open_data(page).files}
    assert set(files) == {"datapackage.json", "popolo.json", *(f"{t.name}.csv" for t in TABLES)}
    for table in TABLES:
        columns = files[f"{table.name}.csv"].columns
        assert len(columns) == len(table.columns)
        assert all(one.title and one.description for one in columns)
