"""Dates and ranges in the forms that party documents print, and how each is read."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from random import Random

import pytest

from macros.dates.printed import bare_years, find_dates, mask

DAYS = [
    ("Ngày 27/01/1994, hội họp", "1994-01-27"),
    ("ban hành ngày 19-5-2010.", "2010-05-19"),
    ("ngày 2.9.1945 tại", "1945-09-02"),
    ("họp ngày 7 tháng 11 năm 1999", "1999-11-07"),
    ("ngày 7 tháng 11/1999", "1999-11-07"),
    ("ngày 3/2 năm 1930", "1930-02-03"),
    ("ngày 3-2 năm 1930", "1930-02-03"),
    ("ngày 19-5/1990", "1990-05-19"),
    ("ngày 27, tháng 01, năm 1994", "1994-01-27"),
    ("ngày 05/ 6/1911", "1911-06-05"),
    ("ngày 28 - 3 - 1970", "1970-03-28"),
    ("ngày 19-V-1941", "1941-05-19"),
    ("ngày 3/II/1930", "1930-02-03"),
    ("ngày 19 tháng Tám năm 1945", "1945-08-19"),
    ("ngày 15–10–1963", "1963-10-15"),
    ("ngày mồng 5 tháng 6 năm 1911", "1911-06-05"),
    ("Mùng 2-9-1945, tại", "1945-09-02"),
    ("7 giờ 30 ngày 30/4/1975", "1975-04-30"),
    ("lúc 11h30’ ngày 30-4-1975", "1975-04-30"),
    ("Chỉ thị 100-CT/TW (13-1-1981)", "1981-01-13"),
    ("tính đến hết ngày 31/12/2015", "2015-12-31"),
    ("sinh ngày 19/5/1890", "1890-05-19"),
    ("ngày 9 tháng 4 năm 1288", "1288-04-09"),
    ("số 02/1999, ngày 5/6/1999", "1999-06-05"),
]
LISTS_OF_DAYS = [
    ("ngày 10 và 11 tháng 9 năm 2003", "2003-09-10 2003-09-11"),
    ("ngày 9 và ngày 10 tháng 2 năm 1996", "1996-02-09 1996-02-10"),
    ("trong 2 ngày 25, 26 tháng 8 năm 2010", "2010-08-25 2010-08-26"),
    ("trong 3 ngày 23, 24, 25-8-2015", "2015-08-23 2015-08-24 2015-08-25"),
    ("trong 3 ngày 23,24,25-8-2015", "2015-08-23 2015-08-24 2015-08-25"),
    ("trong ba ngày (23, 24 và 25/8/2015)", "2015-08-23 2015-08-24 2015-08-25"),
    ("các ngày 3/2, 19/5 và 2/9/2015", "2015-02-03 2015-05-19 2015-09-02"),
    ("ngày 9 tháng 2 và ngày 10 tháng 3 năm 1996", "1996-02-09 1996-03-10"),
    ("ngày 30, 31/8 và 01/9/2015", "2015-08-30 2015-08-31 2015-09-01"),
    ("đêm 19 rạng sáng ngày 20-12-1946", "1946-12-19 1946-12-20"),
    ("ngày 12/5/2015 và ngày 13/6/2016", "2015-05-12 2016-06-13"),
    ("ngày 13/6/2016 và ngày 12/5/2015", "2016-06-13 2015-05-12"),
]
RANGES_OF_DAYS = [
    ("từ ngày 15 đến 21-10-1963", "1963-10-15/1963-10-21"),
    ("từ ngày 15 đến ngày 21-10-1963", "1963-10-15/1963-10-21"),
    ("từ 15 đến 21-10-1963", "1963-10-15/1963-10-21"),
    ("28-3 đến ngày 5-4-1970", "1970-03-28/1970-04-05"),
    ("từ ngày 28-3 đến 5-4-1970", "1970-03-28/1970-04-05"),
    ("từ ngày 23 đến ngày 25/8/2015", "2015-08-23/2015-08-25"),
    ("từ 23 đến 25/8/2015", "2015-08-23/2015-08-25"),
    ("ngày 9-10/02/1996", "1996-02-09/1996-02-10"),
    ("họp 23-25/8/2015 tại", "2015-08-23/2015-08-25"),
    ("23-25/8/2015: họp", "2015-08-23/2015-08-25"),
    ("23 đến 25/8/2015: họp", "2015-08-23/2015-08-25"),
    ("họp 23 - 25/8/2015", "2015-08-23/2015-08-25"),
    ("Sông Mây, 4 – 5/9/2011", "2011-09-04/2011-09-05"),
    ("(23 - 25/8/2015)", "2015-08-23/2015-08-25"),
    ("ngày 23–25 tháng 8 năm 2015", "2015-08-23/2015-08-25"),
    ("ngày 9-10 tháng 2 năm 1996", "1996-02-09/1996-02-10"),
    ("từ ngày 15.10 đến 21.10.1963", "1963-10-15/1963-10-21"),
    ("từ ngày 27 đến hết ngày 29 tháng 10 năm 2005", "2005-10-27/2005-10-29"),
    ("từ ngày 30/6 đến ngày 02/7/2015", "2015-06-30/2015-07-02"),
    ("01/01-31/12/2015", "2015-01-01/2015-12-31"),
    ("từ ngày 28 tháng 3 đến ngày 5 tháng 4 năm 1970", "1970-03-28/1970-04-05"),
    ("từ 28-3 đến 5-4 năm 1970", "1970-03-28/1970-04-05"),
    ("ngày 1 - 5 tháng 5 năm 1975", "1975-05-01/1975-05-05"),
    ("ngày 15-21-10-1963", "1963-10-15/1963-10-21"),
    ("ngày 01 tháng 7 năm 2025 đến hết năm 2025", "2025-07-01/2025"),
    ("28/12/1995 đến 02/01/1996", "1995-12-28/1996-01-02"),
    ("27/01/1994-28/01/1994", "1994-01-27/1994-01-28"),
    ("từ 28-12-1995 - 02-01-1996", "1995-12-28/1996-01-02"),
    (
        "từ ngày 28 tháng 12 năm 1995 đến ngày 02 tháng 01 năm 1996",
        "1995-12-28/1996-01-02",
    ),
    ("từ 15 giờ ngày 27 đến 17 giờ ngày 28/01/1994", "1994-01-27/1994-01-28"),
    ("từ ngày 15/8 đến tháng 10/1963", "1963-08-15/1963-10"),
    ("từ tháng 8 đến hết ngày 31/12/2015", "2015-08/2015-12-31"),
    ("từ tháng 8/2015 đến ngày 20/8/2015", "2015-08/2015-08-20"),
    ("ngày 27 đến 28/8 và ngày 01/9/2015", "2015-08-27/2015-08-28 2015-09-01"),
]
MONTHS = [
    ("Tháng 7/1999, có", "1999-07"),
    ("đầu tháng 5/2008", "2008-05"),
    ("tháng 5-2008", "2008-05"),
    ("tháng 5.2008", "2008-05"),
    ("tháng 8 năm 2010", "2010-08"),
    ("giữa nhiệm kỳ (4/1994)", "1994-04"),
    ("Đại hội XII (01-2016), Đảng", "2016-01"),
    ("Cách mạng Tháng Tám năm 1945", "1945-08"),
    ("Tháng Mười một năm 1940", "1940-11"),
    ("Cách mạng Tháng Tám 1945", "1945-08"),
    ("từ cuối tháng 3 đến đầu tháng 4-1970", "1970-03/1970-04"),
    ("T5/2008", "2008-05"),
    ("tháng 3 và tháng 4 năm 1970", "1970-03 1970-04"),
    ("các tháng 3, 4 và 5/1970", "1970-03 1970-04 1970-05"),
    ("tháng 7, tháng 8, tháng 9 năm 1966", "1966-07 1966-08 1966-09"),
    ("từ tháng 7 đến tháng 12-1963", "1963-07/1963-12"),
    ("từ tháng 7 đến 12/1963", "1963-07/1963-12"),
    ("tháng 7-12/1963", "1963-07/1963-12"),
    ("tháng 7-12 năm 1963", "1963-07/1963-12"),
    ("từ 1/1999 đến 12/2003", "1999-01/2003-12"),
    ("(7-1999 đến 6-2000)", "1999-07/2000-06"),
    ("(01/1994 - 01/1996)", "1994-01/1996-01"),
    ("từ tháng 7 năm 1999 đến tháng 6 năm 2000", "1999-07/2000-06"),
    ("quý I/1975", "1975-01/1975-03"),
    ("quý 4 năm 1975", "1975-10/1975-12"),
    ("quý I và quý II năm 2015", "2015-01/2015-03 2015-04/2015-06"),
    ("từ quý I đến quý III/2015", "2015-01/2015-09"),
]
YEARS = [
    ("từ đầu năm 1997", "1997"),
    ("6 tháng đầu năm 2021", "2021"),
    ("năm 1997-1998", "1997/1998"),
    ("năm học 2019 - 2020", "2019/2020"),
    ("nhiệm kỳ 2015 - 2020", "2015/2020"),
    ("nhiệm kỳ (1996-2000)", "1996/2000"),
    ("giai đoạn 2016-2020, 2021-2025", "2016/2020 2021/2025"),
    ("05 năm 2021-2025", "2021/2025"),
    ("kế hoạch 5 năm (1961-1965)", "1961/1965"),
    ("từ năm 1996 đến năm 2000", "1996/2000"),
    ("từ 1996 đến 2000", "1996/2000"),
    ("năm 2021, 2022 và 2023", "2021 2022 2023"),
    ("năm 2022 và năm 2023", "2022 2023"),
    ("từ năm 2000 đến tháng 6/2006", "2000/2006-06"),
    ("từ tháng 7/1996 đến 1998", "1996-07/1998"),
    ("những năm 1960", "1960/1969"),
    ("những năm 1960, 1961", "1960 1961"),
    ("từ năm 1930 đến nay", "1930"),
    ("đến 2030, tầm nhìn", "2030"),
    ("một trận trên sông năm 938.", "0938"),
    ("các năm 938, 981 và 1288", "0938 0981 1288"),
]
WITHOUT_YEAR = [
    ("nhân dịp 27/7.", "XXXX-07-27"),
    ("tính mỗi ngày 27/7/2014", "2014-07-27"),
    ("ngày 22-12 hằng năm", "XXXX-12-22"),
    ("ngày 3 tháng 2", "XXXX-02-03"),
    ("thông xe trong tháng 10 và", "XXXX-10"),
    ("từ ngày 15 đến 21-10", "XXXX-10-15 XXXX-10-21"),
    ("từ ngày 15/8 đến 21/10", "XXXX-08-15 XXXX-10-21"),
    ("ngày 19/5 và ngày 2/9", "XXXX-05-19 XXXX-09-02"),
    ("họp ngày 9 và 10 tháng 2", "XXXX-02-09 XXXX-02-10"),
]
UNSURE = [
    ("tháng 13-15/9/1970", ""),
    ("tháng 13 đến 15/9/1970", "1970-09-15"),
    ("từ 5/8/1970, 9-1971", "1970-08-05"),
    ("(5/8/1970, 9-1971)", "1970-08-05"),
    ("từ 9-1971", "1971-09"),
    ("(9-1971)", "1971-09"),
    # The year is left out of both, and it cannot be the same.
    ("từ ngày 28/12 đến ngày 02/01/1996", "XXXX-12-28 1996-01-02"),
    ("từ tháng 10 đến tháng 3/1971", "XXXX-10 1971-03"),
]
LUNAR = [
    "mùng 3 tháng 2 năm Canh Tuất",
    "ngày 10 tháng 3 năm Quý Mão",
    "tháng 3 năm Kỷ Dậu",
    "ngày 10/3 âm lịch",
    "ngày 13/8/2020 (âm lịch)",
    "ngày 9 và 10 tháng 3 âm lịch",
    "rằm tháng 7 năm 1970",
    "mồng 10 tháng 3",
    "ngày 3, 4 tháng Giêng",
]
NONE = [
    "Nghị quyết số 15-NQ/TW",
    "Thông báo 12-10/TB",
    "số 04/2015",
    "tỷ lệ 2/3",
    "mỗi ngày 2-3 lần, mỗi tháng 1 lần",
    "quy hoạch 1/2000",
    "đạt 31/38 chi bộ",
    "đạt 10/2012 hộ",
    "Quyết định 12/2008",
    "(12-2000 hộ)",
    "từ 7h30 đến 11h30",
    "lúc 7 giờ 30",
    "đường 10, Quốc lộ 5",
    "điện thoại 0225.3842.1975",
    "điện thoại 0912 345 678",
    "có 2015 đảng viên",
    "trong năm 120 đảng viên chuyển đến",
    "từ 2000 đến 2500 đồng",
    "ngày 23, 24 đồng chí",
    "tăng từ 15 đến 21",
    "1.996 hộ, 19,5 ha",
    "mục 2.1.15",
    "trong 5 năm, 10 tháng",
    "1930-1945-1975",
    "từ 01-03-6-1943",
]
READ = [*DAYS, *LISTS_OF_DAYS, *RANGES_OF_DAYS, *MONTHS, *YEARS, *WITHOUT_YEAR, *UNSURE]


def readings(text: str) -> str:
    return " ".join(edtf for date in find_dates(text) for edtf in date.edtf)


@pytest.mark.parametrize(("text", "reading"), READ, ids=[text for text, _ in READ])
def test_each_printed_form_is_read(text: str, reading: str) -> None:
    assert readings(text) == reading


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
IN_WORDS = (
    "", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Mười hai",
)  # fmt: skip


@pytest.mark.parametrize("month", range(1, 13))
def test_months_in_roman_numbers_and_in_words(month: int) -> None:
    assert readings(f"ngày 5-{ROMAN[month - 1]}-1947") == f"1947-{month:02}-05"
    if month > 1:  # "tháng Giêng" is of the lunar year.
        assert readings(f"tháng {IN_WORDS[month - 1]} năm 1947") == f"1947-{month:02}"


@pytest.mark.parametrize("word", ["dịp", "sáng", "trưa", "chiều", "tối", "đêm", "ngày"])
def test_words_after_which_a_day_is_said(word: str) -> None:
    assert readings(f"{word} 3/2, tại") == "XXXX-02-03"


@pytest.mark.parametrize("text", [*LUNAR, *NONE])
def test_what_is_no_solar_date_is_not_read(text: str) -> None:
    assert readings(text) == ""


@pytest.mark.parametrize("text", LUNAR)
def test_a_lunar_date_is_no_number_either(text: str) -> None:
    masked = text
    for found in find_dates(text):
        masked = mask(masked, found.start, found.end)
    assert not any(character.isdigit() for character in masked)


def test_a_solar_and_a_lunar_date_side_by_side() -> None:
    assert readings("ngày 16-4-1970 (tức mùng 10 tháng 3 năm Canh Tuất)") == "1970-04-16"
    assert readings("ngày mùng 10 tháng 3 năm Canh Tuất (16-4-1970)") == "1970-04-16"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("họp từ ngày 15 đến 21-10-1963 tại", "15 đến 21-10-1963"),
        ("trong 3 ngày 23, 24, 25-8-2015.", "23, 24, 25-8-2015"),
        ("05 năm 2021-2025", "2021-2025"),
        ("chi bộ 3 - 12/5/2015", "12/5/2015"),
        ("1 - 5/9/2011: họp", "5/9/2011"),
        ("đạt 3/5, ngày 12/5/2015", "12/5/2015"),
        ("đạt 3/5 năm 2020", "2020"),
        ("Năm 2021, 5 chi bộ", "2021"),
        ("ngày 5/6/1999, 15 đồng chí", "5/6/1999"),
        ("đến ngày 31/12/2024, 10/12 chi bộ", "31/12/2024"),
        ("ngày 31/12/2024 - 10/12 chi bộ", "31/12/2024"),
        ("tháng 5, 15 đồng chí", "5"),
        ("ngày 5, 10/12 họp", "5, 10/12"),
        ("ngày 5 và 10/12 chi bộ", "5 và 10/12"),
        ("quý I/1975", "I/1975"),
    ],
)
def test_a_date_covers_its_digits_and_no_number_beside_it(text: str, covered: str) -> None:
    assert [text[date.start : date.end] for date in find_dates(text)] == [covered]


def test_dates_stand_in_the_order_of_the_text() -> None:
    text = "Năm 1995, từ ngày 3/2 đến 5/3/1996; tháng 4/1997, nhiệm kỳ 2000 - 2005"
    assert readings(text) == "1995 1996-02-03/1996-03-05 1997-04 2000/2005"


def test_a_year_without_a_word_may_be_a_number() -> None:
    assert bare_years("đạt chuẩn 2024, có 1.996 hộ, số 2015/QĐ") == ("2024", "2015")


LEADS = ("từ ngày ", "ngày ", "từ ", "")
JOINS = (" đến ngày ", " đến hết ngày ", " đến ", " - ", " – ", "-")
SEPARATORS = ("/", "-", ".", "tháng")


def printed_day(day: date, separator: str, parts: int) -> str:
    """Return a day as far as its first `parts` are written: day, month, year."""
    if separator == "tháng":
        return "".join([str(day.day), f" tháng {day.month:02}", f" năm {day.year}"][:parts])
    return separator.join([f"{day.day:02}", str(day.month), str(day.year)][:parts])


# In "1-3-6-1943" nobody can tell what the first dash is.
FORMS = [
    (lead, join, separator)
    for lead, join, separator in itertools.product(LEADS, JOINS, SEPARATORS)
    if join != separator
]


@pytest.mark.parametrize(("lead", "join", "separator"), FORMS)
def test_every_way_to_write_two_days(lead: str, join: str, separator: str) -> None:
    """However much the first leaves out, as long as the second has it."""
    random = Random(lead + join + separator)
    for _ in range(60):
        first = date(1930, 1, 1) + timedelta(random.randrange(34_000))
        last = first + timedelta(random.choice((1, 2, 3, 5, 20, 40, 200, 500)))
        same = (first.year == last.year) + (f"{first:%Y%m}" == f"{last:%Y%m}")
        for parts in range(3 - same, 4):
            left, right = printed_day(first, separator, parts), printed_day(last, separator, 3)
            text = f"Họp {lead}{left}{join}{right}, tại"
            assert (text, readings(text)) == (text, f"{first}/{last}")
