"""Every table: its columns, its order, what each cell holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.opendata.conftest import Published

# What users of the open data rely on: these columns, in this order; more may follow.
CONTRACT = {
    "memberships": "id, organization_id, organization, post_id, post, person_id, person, start_date,"
    " end_date, attested, start_basis, end_basis, end_reason, manner, congress, concurrent, source",
    "congresses": "id, organization_id, ordinal, term, start_date, end_date, delegates, committee,"
    " committee_full_time, standing_committee, inspection_commission, secretary,"
    " deputy_secretaries, inspection_chair, source",
    "committees": "id, organization_id, body, size, full_time, concurrent, basis, congress, date,"
    " source",
    "statistics": "id, organization_id, indicator_id, indicator, period, aggregation, value,"
    " qualifier, unit, numerator, denominator, percent_printed, part_of, dimension, category,"
    " source",
    "targets": "id, organization_id, set, group, number, indicator, unit, target, target_value,"
    " actual, actual_value, result, source",
    "documents": "document_id, symbol, kind, date, issuer, subject, source",
    "events": "id, organization_id, date, summary, source",
    "changes": "change_id, kind, date, from, to, moved, documents, source",
    "conflicts": "organization_id, conflict_id, topic, fact_id, value, shown, source",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_begin_as_agreed(published: Published, table: str) -> None:
    agreed = CONTRACT[table].split(", ")
    assert published.header(table)[: len(agreed)] == agreed


def test_every_row_of_every_table_names_its_source(published: Published) -> None:
    for table in CONTRACT:
        assert published.rows(table)
        assert all(row["source"] for row in published.rows(table)), table


def test_membership_from_a_congress(published: Published) -> None:
    assert published.row("memberships", id="bi-thu-sen") == {
        "id": "bi-thu-sen",
        "organization_id": "song-trang",
        "organization": "Đảng bộ Bờ Nam",
        "post_id": "song-trang/secretary",
        "post": "Bí thư",
        "person_id": "ha-thi-sen",
        "person": "Hà Thị Sen",
        "start_date": "1996-02-10",
        "end_date": "1999-07",
        "start_basis": "inferred",
        "end_basis": "inferred",
        "end_reason": "retired",
        "manner": "elected; re-elected",
        "congress": "II",
        "concurrent": "Tỉnh ủy viên； Trưởng ban Tuyên giáo; Chủ tịch Hội đồng (dong-sen)",
        "source": "lich-su#11 lich-su#17",
        "inferred": "end_date",
    }


def test_membership_with_an_unknown_end_has_no_basis_for_it(published: Published) -> None:
    row = published.row("memberships", id="bi-thu-lua")
    assert (row["start_date"], row["start_basis"], row["full_time"]) == (
        "1990-05-01",
        "stated",
        "true",
    )
    assert "end_date" not in row
    assert "end_basis" not in row


def test_attested_membership_has_days_and_no_term(published: Published) -> None:
    row = published.row("memberships", id="pho-gao")
    assert row["attested"] == "2001-03-04; 2001-05"
    assert row["organization"] == "Đảng bộ Sông Trăng"
    assert row["source"] == "lich-su#18-19"
    assert not {"start_date", "start_basis", "end_date", "end_basis"} & row.keys()


def test_membership_of_a_child_begins_with_the_congress_of_its_parent(
    published: Published,
) -> None:
    assert published.row("memberships", id="chu-nhiem")["start_date"] == "1996-02-10"


def test_congress_gathers_what_came_of_it(published: Published) -> None:
    assert published.row("congresses", id="dai-hoi-2") == {
        "id": "dai-hoi-2",
        "organization_id": "song-trang",
        "ordinal": "II",
        "term": "1996/2000",
        "start_date": "1996-02-09",
        "end_date": "1996-02-10",
        "delegates": "150",
        # neither the side of the conflict that is not shown nor the later size
        "committee": "21",
        "committee_full_time": "3",
        "standing_committee": "7",
        "inspection_commission": "5",
        "secretary": "Hà Thị Sen",
        "deputy_secretaries": "Đỗ Văn Lúa; Lý Thị Cau",
        "inspection_chair": "Mai Văn Gạo",
        "source": "lich-su#10 lich-su#11 lich-su#12 lich-su#13 lich-su#17 lich-su#14",
        "secretary_id": "ha-thi-sen",
        "deputy_secretary_ids": "do-van-lua; ly-thi-cau",
        "inspection_chair_id": "mai-van-gao",
    }


def test_congress_of_which_little_is_known_says_no_more(published: Published) -> None:
    assert published.row("congresses", ordinal="I") == {
        "id": "dai-hoi-1",
        "organization_id": "song-trang",
        "ordinal": "I",
        "start_date": "1991-05",
        "end_date": "1991-05",
        "source": "lich-su#3",
    }


def test_committees_stand_in_order_of_time_with_the_day_of_their_congress(
    published: Published,
) -> None:
    shown = [
        (row["organization_id"], row["id"], row["date"]) for row in published.rows("committees")
    ]
    assert shown == [
        ("kiem-tra", "kiem-tra-2", "1996-02-10"),
        ("kiem-tra", "kiem-tra-2-cu", "1996-02-10"),
        ("song-trang", "lam-thoi", "1990-05"),
        ("song-trang", "chap-hanh-2", "1996-02-10"),
        ("song-trang", "chap-hanh-2-cu", "1996-02-10"),
        ("song-trang", "thuong-vu-2", "1996-02-10"),
        ("song-trang", "chap-hanh-2-bo-sung", "1998"),
    ]
    assert published.row("committees", id="kiem-tra-2") == {
        "id": "kiem-tra-2",
        "organization_id": "kiem-tra",
        "body": "inspection",
        "size": "5",
        "full_time": "1",
        "basis": "elected",
        "congress": "II",
        "date": "1996-02-10",
        "source": "lich-su#13",
    }
    other = published.row("committees", id="kiem-tra-2-cu")
    assert other["conflict"] == "song-trang/so-uy-vien"


def test_statistics_stand_by_indicator_and_time_parts_after_wholes(published: Published) -> None:
    assert [row["id"] for row in published.rows("statistics")] == [
        "lop-1996",
        "lop-1997",
        "dang-vien-1991",
        "dang-vien-1996",
        "dang-vien-1996-khac",
        "dang-vien-1996-dong-sen",
    ]


def test_statistic_keeps_its_qualifier_and_its_conflict(published: Published) -> None:
    assert published.row("statistics", id="dang-vien-1996") == {
        "id": "dang-vien-1996",
        "organization_id": "song-trang",
        "indicator_id": "party-members",
        "indicator": "Đảng viên",
        "period": "1996",
        "aggregation": "point",
        "value": "2522",
        "qualifier": "over",
        "unit": "đảng viên",
        "source": "lich-su#10",
        "sums": "false",
        "sums_reason": "nguồn thiếu một đơn vị",
        "conflict": "so-dang-vien",
    }


def test_part_names_its_whole(published: Published) -> None:
    row = published.row("statistics", id="dang-vien-1996-dong-sen")
    assert (row["part_of"], row["dimension"], row["category"]) == (
        "dang-vien-1996",
        "former-unit",
        "dong-sen",
    )


def test_ratio_range_and_decimals_are_kept_as_given(published: Published) -> None:
    ratio = published.row("statistics", id="lop-1997")
    assert (ratio["numerator"], ratio["numerator_qualifier"]) == ("21", "over")
    assert (ratio["denominator"], ratio["percent_printed"]) == ("23", "91.3")
    assert (ratio["aggregation"], ratio["period_printed"]) == ("each_year", "từ đầu năm 1997")
    assert ratio["source"] == "lich-su#12 lich-su#15"
    assert "value" not in ratio
    between = published.row("statistics", id="lop-1996")
    assert (between["value"], between["value_to"], between["aggregation"]) == ("3", "4", "total")
    assert published.row("statistics", id="dang-vien-1991")["value"] == "81.50"


def test_targets_keep_the_order_of_the_printed_table(published: Published) -> None:
    first, second = published.rows("targets")
    assert {column: value for column, value in first.items() if value} == {
        "id": "chi-tieu-truong",
        "organization_id": "song-trang",
        "set": "chi-tieu-1996",
        "group": "Kinh tế",
        "number": "2",
        "indicator": "'=TỔNG(A1), tính theo năm",
        "unit": "trường",
        "target": "3-4 trường",
        "actual": "4",
        "actual_value": "4",
        "result": "Đạt",
        "source": "lich-su#21",
        "set_title": "Chỉ tiêu nhiệm kỳ II",
        "period": "1996/2000",
        "target_min": "3",
        "target_max": "4",
        "target_lost": "false",
        "actual_lost": "false",
        "target_exclusive": "false",
        "actual_exclusive": "false",
        "set_kind": "targets",
        "set_source": "lich-su#21",
    }
    assert (second["target"], second["target_value"]) == ("+5%", "5")
    assert (second["actual"], second["actual_lost"]) == ("", "true")
    assert (second["about_organization_id"], second["row_of"]) == ("dong-sen", "chi-tieu-truong")


def test_documents_stand_by_date_those_without_last(published: Published) -> None:
    assert [row["document_id"] for row in published.rows("documents")] == [
        "quyet-dinh-1",
        "quyet-dinh-2",
        "cong-van",
    ]
    assert published.row("documents", document_id="quyet-dinh-1") == {
        "document_id": "quyet-dinh-1",
        "symbol": "1-QĐ/TU",
        "kind": "decision",
        "date": "1990-05-01",
        "issuer": "Tỉnh ủy",
        "subject": 'Thành lập Đảng bộ "Sông Trăng", tỉnh Đồng Sen',
        "source": "lich-su#1 quyet-dinh#tr.1",
        "issuer_id": "tinh-uy",
    }
    letter = published.row("documents", document_id="cong-van")
    assert (letter["issuer"], letter["replaces"]) == ("Văn phòng Tỉnh ủy", "quyet-dinh-1")


def test_event_keeps_its_lines_and_quotes(published: Published) -> None:
    assert published.row("events", id="le-hoi") == {
        "id": "le-hoi",
        "organization_id": "song-trang",
        "date": "1998-06-01",
        "summary": 'Tổ chức lễ hội;\nđón "Cờ thi đua".',
        "source": "lich-su#16",
        "place": "Bến Sao",
        "people": "ha-thi-sen",
        "documents": "quyet-dinh-2",
        "kind": "event",
    }
    assert published.row("events", id="ra-quan")["printed"] == "đầu năm 1997"


def test_change_names_its_sides(published: Published) -> None:
    assert published.row("changes", change_id="hop-nhat") == {
        "change_id": "hop-nhat",
        "kind": "merger",
        "date": "2003-09",
        "from": "song-trang; Đảng bộ Bến Sao",
        "to": "dong-sen",
        "documents": "quyet-dinh-2",
        "source": "lich-su#20",
    }


def test_conflict_has_a_row_for_each_side(published: Published) -> None:
    columns = ("conflict_id", "fact_id", "value", "shown", "source")
    assert [tuple(row[one] for one in columns) for row in published.rows("conflicts")] == [
        ("so-dang-vien", "dang-vien-1996", "trên 2.522 đảng viên", "true", "lich-su#10"),
        ("so-dang-vien", "dang-vien-1996-khac", "2.525 đảng viên", "false", "lich-su#29"),
        (
            "so-uy-vien",
            "chap-hanh-2",
            "Ban Chấp hành (Đại hội II): 21 ủy viên",
            "true",
            "lich-su#11",
        ),
        (
            "so-uy-vien",
            "chap-hanh-2-cu",
            "Ban Chấp hành (Đại hội II): 19 ủy viên",
            "false",
            "lich-su#29",
        ),
        (
            "so-uy-vien",
            "kiem-tra/kiem-tra-2-cu",
            "Ủy ban Kiểm tra (Đại hội II): 3 ủy viên",
            "false",
            "lich-su#29",
        ),
        ("so-uy-vien", "", "không rõ", "false", "lich-su#30"),
    ]


def test_names_end_where_the_next_of_the_same_body_begins(published: Published) -> None:
    columns = ("id", "applies_to", "start_date", "end_date")
    assert [tuple(row[one] for one in columns) for row in published.rows("names")] == [
        ("ten-1", "organization", "1990-05-01", "[1997-03-01..1998]"),
        ("ten-2", "organization", "[1997-03-01..1998]", ""),
        ("ten-uy", "committee", "", ""),
    ]


def test_foundings_say_which_of_the_two_they_are(published: Published) -> None:
    columns = ("id", "event", "date")
    assert [tuple(row[one] for one in columns) for row in published.rows("foundings")] == [
        ("thanh-lap", "founding", "1990-05-01"),
        ("ket-thuc", "dissolution", "2019~"),
    ]


def test_participants_keep_what_the_change_cannot_say_in_one_cell(published: Published) -> None:
    assert published.row("participants", label="Đảng bộ Bến Sao") == {
        "change_id": "hop-nhat",
        "role": "from",
        "label": "Đảng bộ Bến Sao",
        "extent": "part",
        "members": "12",
    }


def test_people_and_sources_are_listed_with_what_is_said_of_them(published: Published) -> None:
    assert published.row("people", id="mai-van-gao") == {
        "id": "mai-van-gao",
        "name": "Mai Văn Gạo",
        "distinguished_by": "người quê Đồng Sen",
    }
    assert published.row("sources", id="quyet-dinh")["transcribed"] == "false"
