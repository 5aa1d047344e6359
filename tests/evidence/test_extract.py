"""What is read from one paragraph; every paragraph here is invented."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

import pytest

from macros.evidence.extract import extract, extract_all, name_runs
from macros.evidence.numbers import printed_values


def printed(text: str) -> list[str]:
    return [number.printed for number in extract(text).numbers]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2.522", ["2522"]),
        ("12.345.678", ["12345678"]),
        ("4,5", ["4.5"]),
        ("44.3", ["44.3"]),
        ("45,447", ["45.447"]),
        ("63.464,4", ["63464.4"]),
        ("63.464.1", ["63464.1"]),
        ("05", ["5"]),
        ("31/38", ["31", "38"]),
        ("8.180/8.501", ["8180", "8501"]),
        ("3-4", ["3", "4"]),
        ("0,5-1", ["0.5", "1"]),
        (">1", ["1"]),
        ("Mười", ["10"]),
    ],
)
def test_a_printed_number_says_its_value(text: str, values: list[str]) -> None:
    assert printed_values(text) == tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 27/01/1994, hội họp.", ["1994-01-27"]),
        ("Ban hành ngày 19-5-2010.", ["2010-05-19"]),
        ("Họp ngày 7 tháng 11 năm 1999.", ["1999-11-07"]),
        ("Trong hai ngày 9 và 10 tháng 2 năm 1996", ["1996-02-09", "1996-02-10"]),
        ("Trong 2 ngày 25, 26 tháng 8 năm 2010", ["2010-08-25", "2010-08-26"]),
        ("từ ngày 10 đến ngày 12/12/2000.", ["2000-12-10/2000-12-12"]),
        ("từ ngày 27 đến ngày 29 tháng 10 năm 2005.", ["2005-10-27/2005-10-29"]),
        ("từ ngày 03 đến ngày 04 tháng 8 năm 2020", ["2020-08-03/2020-08-04"]),
        ("từ ngày 30/6 đến ngày 02/7/2015", ["2015-06-30/2015-07-02"]),
        ("từ ngày 25/01/2021 đến ngày 02/02/2021", ["2021-01-25/2021-02-02"]),
        ("từ ngày 01/7/2025 đến hết tháng 12/2025", ["2025-07-01/2025-12"]),
        ("Tháng 7/1999, có người mới.", ["1999-07"]),
        ("ngày…. tháng 8 năm 2025", ["2025-08"]),
        ("giữa nhiệm kỳ (4/1994) đạt", ["1994-04"]),
        ("kéo dài 2 năm (01/1994 - 01/1996).", ["1994-01/1996-01"]),
        ("Năm 1995, có chỉ thị.", ["1995"]),
        ("nhiệm kỳ 2015 - 2020", ["2015/2020"]),
        ("giai đoạn 2021–2025,", ["2021/2025"]),
        ("(1994 -1995)", ["1994/1995"]),
        ("từ đầu năm 1997, hội", ["1997", "1997-37"]),
        ("Hai năm 2007 - 2008, hội", ["2007/2008"]),
        ("Hết năm 2006, hội", ["2006"]),
        ("năm 2021, 2022, 2023.", ["2021", "2022", "2023"]),
        ("Từ năm 2000 đến tháng 6/2006", ["2000/2006-06"]),
        ("nhân dịp 27/7.", ["XXXX-07-27"]),
        ("thông xe trong tháng 10 và", ["XXXX-10"]),
    ],
)
def test_each_printed_form_of_a_date(text: str, date: list[str]) -> None:
    evidence = extract(text)
    assert list(evidence.dates) == date
    # No part of a date is left as a number.
    assert [n for n in evidence.numbers if n.printed != "2"] == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Quyết định số 1000-QĐ/TU thành lập", ["1000-QĐ/TU"]),
        ("Chỉ thị số 51- CT/TW về", ["51-CT/TW"]),
        ("Kế hoạch số 13 - KH/ĐU, Công văn số 109-CV/ĐU", ["109-CV/ĐU", "13-KH/ĐU"]),
        ("Hướng dẫn số 10,11-HD/BTGTW ngày", ["10-HD/BTGTW", "11-HD/BTGTW"]),
        ("Nghị định số 13/2008/NĐ-CP của", ["13/2008/NĐ-CP"]),
        ("Quy định số 04-QĐi/ĐUK ngày", ["04-QĐi/ĐUK"]),
        ("Nghị quyết số 1915/NQ-UBTVQH15 của", ["1915/NQ-UBTVQH15"]),
        ("Nghị quyết số 02- NQ/ĐUK về", ["02-NQ/ĐUK"]),
        ("hành động số 52-CTr/QU của", ["52-CTr/QU"]),
        ("theo QĐ số 22/QĐ-TTg của", ["22/QĐ-TTg"]),
        ("Quyết định số 64-HĐBT của Hội đồng Bộ trưởng", ["64-HĐBT"]),
        ("Nghị định 142/HĐBT, Chỉ thị số 115 - CP", ["115-CP", "142/HĐBT"]),
    ],
)
def test_each_printed_form_of_a_symbol(text: str, symbols: list[str]) -> None:
    evidence = extract(text)
    assert list(evidence.symbols) == symbols
    assert evidence.numbers == ()


@pytest.mark.parametrize("text", ["tổ số 3-CP", "lô 64-HĐBT", "Chỉ thị số 5", "số 12/TTX"])
def test_a_number_with_letters_is_no_symbol_unless_its_kind_stands_before(text: str) -> None:
    assert extract(text).symbols == ()


def test_a_symbol_broken_over_two_paragraphs_belongs_to_the_first() -> None:
    first, second = extract_all("- Tổ số 6 theo Quyết định số 81-\nQĐ/TU, của Thành ủy\n")
    assert first.symbols == ("81-QĐ/TU",)
    assert [number.printed for number in first.numbers] == ["6"]
    assert second.symbols == ()


def test_a_number_keeps_the_words_beside_it() -> None:
    (number,) = extract("Trong năm đã kết nạp được 1.333 đảng viên mới, đạt kế hoạch.").numbers
    assert number.after == ("đảng", "viên", "mới")
    assert number.before == ("kết", "nạp", "được")


def test_no_more_than_five_words_in_a_row_are_kept() -> None:
    (number,) = extract("một hai ba bốn năm 12 sáu bảy tám chín mười nữa").numbers
    assert len(number.after) <= 4
    assert len(number.before) <= 3


def test_words_beside_a_number_end_at_a_stop() -> None:
    first, second = extract("Khiển trách: 32, cảnh cáo: 05.").numbers
    assert (first.before, first.after) == (("khiển", "trách"), ())
    assert (second.before, second.after) == (("cảnh", "cáo"), ())


def test_both_columns_of_a_table_stand_beside_the_unit_before_them() -> None:
    first, second = extract("Tổng thu Tỷ đồng 403,29 407,1 Vượt").numbers
    assert first.before == second.before == ("thu", "tỷ", "đồng")
    assert second.after == ("vượt",)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("diện tích 11,9km2, chia", ("km2",)),
        ("rộng 5.668 m² đất", ("m2", "đất")),
        ("mỗi suất 1.000.000đ cho", ("đ", "cho")),
        ("đạt 98,76%.", ("%",)),
        ("đạt 113,9 %;", ("%",)),
        ("tăng 12%/năm", ("%", "năm")),
        ("có 01công trình", ("công", "trình")),
    ],
)
def test_a_unit_may_be_joined_to_its_number(text: str, after: tuple[str, ...]) -> None:
    (number,) = extract(text).numbers
    assert number.after == after


def test_ratios_and_ranges_are_one_number_of_two_values() -> None:
    assert printed("có 31/38 tổ, đạt 5/7 chỉ tiêu, xây 3-4 trường, cho trẻ từ 3 - 4 tuổi") == [
        "31/38", "5/7", "3-4", "3-4",
    ]  # fmt: skip


def test_a_scale_is_no_month() -> None:
    evidence = extract("Lập quy hoạch 1/2000 và đồ án tỷ lệ 1/500")
    assert evidence.dates == ()
    assert [number.printed for number in evidence.numbers] == ["1/2000", "1/500"]


def test_numbers_of_headings_and_notes_are_labels() -> None:
    evidence = extract("2.1. Kết quả(13) là: (1) mở 6 lớp (2)")
    assert evidence.labels == ("2.1.", "(13)", "(1)", "(2)")
    assert [number.printed for number in evidence.numbers] == ["6"]


def test_digits_within_names_are_no_numbers() -> None:
    assert printed("dịch Covid-19, ứng dụng VR360, Nhân dân9(46), https://a.vn/bao-3-77.html") == []


def test_number_words_stand_apart_and_nam_is_a_year() -> None:
    evidence = extract("Có hai ủy viên chuyên trách, một số nơi; năm cơ quan; Ba là, đổi mới")
    assert [number.printed for number in evidence.number_words] == ["hai"]
    assert evidence.numbers == ()


def test_a_bare_year_may_be_a_number_too() -> None:
    evidence = extract("đạt chuẩn 2024 Đạt")
    assert evidence.dates == ("2024",)
    assert [number.printed for number in evidence.numbers] == ["2024"]


def test_names_are_runs_of_capitals_but_no_headings() -> None:
    assert name_runs("Ông Trần Văn Thử-Thành ủy viên, và Lê Thị Mẫu") == [
        "Ông Trần Văn Thử", "Lê Thị Mẫu",
    ]  # fmt: skip
    assert name_runs("ĐẢNG BỘ XÃ THỬ NGHIỆM HỌP") == []


def test_the_hash_is_of_the_paragraph_as_it_stands() -> None:
    text = "  Đoạn có  khoảng trắng. "
    assert extract(text).sha256 == sha256(text.encode()).hexdigest()
