"""Views: finished words and addresses, nothing lost and nothing claimed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.catalogue import facts
from macros.catalogue import organization as of_organizations
from macros.catalogue import statistics as of_statistics
from macros.model.documents import Document
from macros.model.statistics import Ratio
from macros.rules import statistics as rules
from macros.views import (
    conflicts,
    documents,
    leadership,
    lineage,
    organization,
    series,
    sources,
    statistics,
)
from macros.views.common import Page, cites, notes, post_in
from macros.wording import statistics as wording
from tests.support import load_sound, write_site
from tests.views.fabricated import FILES, page_of
from tests.views.html_rules import faults as html_faults


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_one_mark_for_each_source_numbered_by_first_mention(page: Page) -> None:
    one = page.archive.dossiers["xa-an-lac"].facts["dv-1975"]
    marks = cites(page, one.cite)
    assert [(mark.number, plain(mark.said)) for mark in marks] == [
        (1, "đoạn 1 của Báo cáo An Lạc"),
        (2, "đoạn 5 của Kỷ yếu An Lạc"),
    ]
    assert cites(page, one.cite) == marks


def test_notes_stand_by_source_with_the_numbers_of_their_marks(page: Page) -> None:
    from macros.model.citations import parse_citations

    for text in ("ky-yeu#3", "bao-cao#tr.2", "ky-yeu#1-2"):
        cites(page, parse_citations(text))
    told = [
        (
            group.source.text,
            [(note.number, note.passage.text, note.compared) for note in group.notes],
        )
        for group in notes(page)
    ]
    assert told == [
        ("Kỷ yếu An Lạc", [(1, "đoạn 3", ""), (3, "đoạn 1–2", "")]),
        ("Báo cáo An Lạc", [(2, "trang 2", "chưa đối chiếu")]),
    ]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("dv-1975", "trên 1.200 đảng viên"),
        ("chi-bo", "9/12 chi bộ (khoảng 75%)"),
        ("ung-ho", "hàng trăm triệu đồng"),
    ],
)
def test_figure_keeps_its_qualifier_and_its_words(page: Page, fact: str, words: str) -> None:
    (one,) = (o for o in page.archive.dossiers["xa-an-lac"].observations if o.id == fact)
    assert plain(wording.figure_text(page.archive, one)) == words


def test_parts_stand_under_their_wholes_at_every_depth(page: Page) -> None:
    (table,) = statistics.tables(page, page.archive.dossiers["xa-an-lac"], ["party-members"])
    (group,) = table.groups
    assert [(row.id, depth) for row, depth in group.rows] == [
        ("dv-1960", 0),
        ("dv-1975", 0),
        ("dv-1975-nu", 1),
        ("dv-1975-nu-tre", 2),
    ]


def test_all_figures_stand_by_subject_and_none_is_lost(page: Page) -> None:
    dossier = page.archive.dossiers["xa-an-lac"]
    tables = statistics.tables(page, dossier, ())
    assert [table.label for table in tables] == ["Đảng viên", "Tổ chức", "Xã hội"]
    shown = {row.id for table in tables for group in table.groups for row, _ in group.rows}
    assert shown == {one.id for one in dossier.observations}


def test_part_named_like_its_indicator_is_not_said_twice(page: Page) -> None:
    (one,) = (o for o in page.archive.dossiers["xa-an-lac"].observations if o.id == "chi-bo")
    assert rules.part_name(page.archive, one) == ""


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (
            {"numerator": 111, "denominator": 105, "percent_printed": "105.7"},
            "111/105 quân (105,7%)",
        ),
        ({"numerator": 42, "denominator": 65}, "42/65 quân"),
        (
            {"numerator": {"value": 40, "qualifier": "over"}, "denominator": 62},
            "trên 40 trong số 62 quân",
        ),
        (
            {
                "numerator": 40,
                "denominator": {"value": 60, "qualifier": "about"},
                "percent_printed": 66,
                "percent_qualifier": "nearly",
            },
            "40 trong số khoảng 60 quân (gần 66%)",
        ),
    ],
)
def test_ratio_keeps_its_unit_beside_its_numbers(ratio: dict[str, object], words: str) -> None:
    assert plain(wording.ratio_words(Ratio.model_validate(ratio), "quân")) == words


def test_ratio_without_a_unit_of_its_own_is_numbers_alone() -> None:
    ratio = Ratio.model_validate({"numerator": 4, "denominator": 5, "percent_printed": 80})
    assert wording.ratio_words(ratio) == wording.ratio_words(ratio, "%") == "4/5 (80%)"


def test_figure_of_another_unit_says_it_in_a_table(page: Page) -> None:
    dossier = page.archive.dossiers["xa-an-lac"]
    (one,) = (o for o in dossier.observations if o.id == "chi-bo")
    shown = statistics.figure(page, dossier, one)
    assert plain(shown.under("chi bộ")) == "9/12 (khoảng 75%)"
    assert plain(shown.under("đơn vị")) == "9/12 chi bộ (khoảng 75%)"


@pytest.mark.parametrize(
    ("label", "unit", "words"),
    [
        ("Đảng viên", "đảng viên", ""),
        ("Đảng viên mới", "đảng viên", ""),
        ("Đảng viên mới", "người", "người"),
        ("Tổ", "tổ dân phố", "tổ dân phố"),
    ],
)
def test_a_unit_that_the_label_begins_with_is_not_said_again(
    label: str, unit: str, words: str
) -> None:
    assert wording.unit_beside(label, unit) == words


def test_cell_beside_a_figure_is_made_of_sentences(page: Page) -> None:
    dossier = page.archive.dossiers["xa-an-lac"]
    told = {one.id: statistics.figure(page, dossier, one) for one in dossier.observations}
    assert told["moi-70"].remark == "Trong năm"
    assert told["moi-70"]._replace(note="Tính cả dự bị.").remark == "Trong năm. Tính cả dự bị."
    assert told["moi-60"].remark == ""


def test_period_of_unknown_end_is_said_in_words(page: Page) -> None:
    dossier = page.archive.dossiers["xa-an-lac"]
    (one,) = (o for o in dossier.observations if o.id == "chi-bo")
    shown = statistics.figure(page, dossier, one)
    assert plain(shown.period.text) == "từ tháng 01/1975, không rõ ngày kết thúc"


def test_sums_over_unlike_periods_are_marked_as_such(page: Page) -> None:
    dossier = page.archive.dossiers["xa-an-lac"]
    assert series.chart(page, dossier, "admitted").note == "Các kỳ dài ngắn khác nhau."
    assert series.chart(page, dossier, "party-members").note == ""


def test_row_of_leadership_tells_how_why_and_what_else(page: Page) -> None:
    dossier = page.archive.dossiers["xa-an-lac"]
    (role,) = leadership.roles_of(page, dossier, ["secretary"])
    first, gap, second, *_ = leadership.post_group(page, dossier, role).rows
    assert first.how == ("chỉ định (Huyện ủy)", "thôi giữ chức: có người kế nhiệm")
    assert first.inferred == "suy ra ngày thôi"
    assert [plain(one.text) for one in first.documents] == ["Quyết định số 7-QĐ/HU ngày 01/02/1960"]
    assert first.note == "Kiêm trưởng thôn."
    assert (gap.person, gap.note) == (None, "Tài liệu không nêu ai giữ chức.")
    assert second.full_time == "chuyên trách"
    told = [(one.label, [link.text for link in one.posts]) for one in second.others]
    assert told == [
        ("Kiêm", ["Huyện ủy viên Đảng bộ huyện Bình"]),
        ("Trước đó", ["Trưởng ban"]),
    ]


def test_last_known_leader_says_up_to_when_the_source_speaks(page: Page) -> None:
    view = organization.summary(page, page.archive.dossiers["xa-an-lac"])
    (row,) = (row for row in view.rows if row.label == "Bí thư gần nhất được ghi nhận")
    assert plain(row.detail) == (
        "từ ngày 10/01/1975, không rõ ngày kết thúc; suy ra ngày nhận (thông tin đến hết năm 2000)"
    )


@pytest.mark.parametrize(
    ("role", "organization", "words"),
    [
        ("Chủ nhiệm Ủy ban Kiểm tra", "Ủy ban Kiểm tra Huyện ủy", "Chủ nhiệm"),
        ("Ủy viên phụ trách đảng bộ", "Đảng bộ xã Lạc", "Ủy viên phụ trách"),
        ("Bí thư", "Đảng bộ xã Lạc", "Bí thư"),
        ("Chủ tịch", "Chủ tịch", "Chủ tịch"),
    ],
)
def test_a_post_beside_its_organization_does_not_name_it_twice(
    role: str, organization: str, words: str
) -> None:
    assert post_in(role, organization) == words


def test_the_day_of_the_founding_is_told_once(page: Page) -> None:
    view = organization.summary(page, page.archive.dossiers["xa-an-lac"])
    (row,) = (row for row in view.rows if row.label == "Thành lập")
    assert [plain(one.text) for one in row.values] == ["01/02/1960", "Quyết định số 7-QĐ/HU"]


def test_a_name_that_repeats_the_heading_gives_it_its_sources(tmp_path: Path) -> None:
    alone = """
        kind: party
        short_name: đảng bộ xã Lẻ
        founding: {id: thanh-lap, date: "1961-02-03", cite: ky-yeu#1}
        names:
          - {id: ten, name: Đảng bộ xã Lẻ, start_date: "1961-02-03", cite: ky-yeu#4}
        """
    site = write_site(tmp_path, FILES | {"data/organizations/xa-le/organization.yml": alone})
    page = page_of(load_sound(site))
    view = organization.summary(page, page.archive.dossiers["xa-le"])
    assert (view.name, view.kind) == ("Đảng bộ xã Lẻ", "Tổ chức đảng")
    assert [row.label for row in view.rows] == ["Thành lập"]
    assert [plain(mark.said) for mark in view.cites] == ["đoạn 4 của Kỷ yếu An Lạc"]


def test_a_document_called_by_its_title_does_not_repeat_it(page: Page) -> None:
    def view(**more: str) -> documents.DocumentView:
        record = {"id": "nq", "kind": "resolution", "cite": "ky-yeu#1", **more}
        return documents.document_view(page, Document.model_validate(record))

    assert (view(subject="Nghị quyết Đại hội II").name, view(subject="Nghị quyết II").subject) == (
        "Nghị quyết Đại hội II",
        "",
    )
    assert view(symbol="1-NQ/HU", subject="Lập chợ").subject == "Lập chợ"
    assert view(symbol="1-NQ/HU").subject == "Tài liệu không nêu trích yếu."


def test_what_begins_a_sentence_has_a_capital(page: Page) -> None:
    def words(html: str) -> str:
        return plain(re.sub(r"<sup.*?</sup>|<[^>]+>", "", html)).strip()

    assert words(facts.date_of(page, "lu")) == "ngày 20/08/1971"
    assert words(facts.date_of(page, "lu", capital=True)) == "Ngày 20/08/1971"
    called = ("party-members", "1975-01-09")
    assert words(of_statistics.statistic(page, *called)) == "trên 1.200 đảng viên"
    assert words(of_statistics.statistic(page, *called, capital=True)) == "Trên 1.200 đảng viên"
    assert words(of_organizations.organization_name(page, "xa-an-lac", capital=True)) == (
        "Đảng bộ xã An Lạc"
    )


EVENTS = """
    events:
      - {id: sau, date: "2004", summary: Sau., cite: ky-yeu#1}
      - {id: doi, date: "[2003-09-11..2005]", summary: Đổi., cite: ky-yeu#1}
      - {id: han, date: "[..2003-10]", summary: Hạn., cite: ky-yeu#1}
      - {id: ngay, date: "2003-09-11", summary: Ngày., cite: ky-yeu#1}
      - {id: nam, date: "2003", summary: Năm., cite: ky-yeu#1}
      - {id: khong, printed: từ lúc ấy đến nay, summary: Không., cite: ky-yeu#1}
    """


def test_events_of_unknown_days_stand_where_the_list_says(tmp_path: Path) -> None:
    files = FILES | {"data/organizations/xa-an-lac/events.yml": EVENTS}
    page = page_of(load_sound(write_site(tmp_path, files)))
    told = organization.events(page, page.archive.dossiers["xa-an-lac"])
    assert [(plain(one.when.text), one.text) for one in told] == [
        ("Năm 2003", "Năm."),
        ("11/09/2003", "Ngày."),
        ("Trong khoảng từ 11/09/2003 đến năm 2005", "Đổi."),
        ("Chậm nhất tháng 10/2003", "Hạn."),
        ("Năm 2004", "Sau."),
        ("“Từ lúc ấy đến nay”", "Không."),
    ]
    html = of_organizations.events(page)
    assert html_faults(html) == []
    assert html.count(organization.ORDER) == 1


def test_a_list_of_plain_days_does_not_say_how_it_is_ordered(page: Page) -> None:
    assert organization.ORDER not in of_organizations.events(page)


def test_summary_shows_the_note_of_a_name(page: Page) -> None:
    view = organization.summary(page, page.archive.dossiers["xa-an-lac"])
    assert [row.note for row in view.rows if row.label == "Tên gọi"] == ["Tên gọi miệng.", ""]


def test_renaming_leads_from_the_old_name_to_the_new(page: Page) -> None:
    (change,) = lineage.lineage(page, page.archive.dossiers["xa-an-lac"]).changes
    assert [link.text for link in change.before] == ["Đảng bộ xã Lạc"]
    assert [link.text for link in change.after] == ["Đảng bộ xã An Lạc"]


def test_source_tells_each_paragraph_once_by_organization(page: Page) -> None:
    view = sources.source_view(page, page.archive.sources["ky-yeu"], whole=True)
    assert [section.title for section in view.sections] == [
        "Mục I (trang 3–5)",
        "Dữ kiện theo đoạn",
    ]
    fifth = next(p for s in view.sections for p in s.paragraphs if p.anchor == "doan-5")
    (said,) = fifth.said
    assert said.organization is not None
    assert said.organization.text == "Đảng bộ xã An Lạc"
    assert len(said.lines) == len(set(said.lines))


def test_conflict_is_headed_as_a_heading_is(page: Page) -> None:
    (one,) = conflicts.conflicts(page, page.archive.dossiers["xa-an-lac"])
    assert one.topic == "Số đảng viên năm 1975"
    assert [side.shown for side in one.sides] == [True, False]
