"""Where forms of dates begin and end: the first and the last that is one, and what is hardly one."""

from __future__ import annotations

import pytest

from macros.dates import DateError, parse_edtf
from macros.dates.grammar import read_strictly
from macros.dates.lunar import Lunar, days_of, name_of_year, read_lunar, years_named
from macros.dates.lunar_printed import as_typed, holds, lunar_in
from macros.dates.lunar_wording import say_lunar, short_lunar
from macros.dates.printed import find_dates


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0999", "year"),
        ("1000-05", "month"),
        ("1000-21", "one_of"),
        ("100X", "one_of"),
        ("2008-12-31", "day"),
        ("2008-01-01", "day"),
        ("âm lịch 1945-07-26", "one_of"),
        ("[2003..2005]", "one_of"),
        ("2003/2005", "interval"),
    ],
)
def test_what_kind_a_date_is(text: str, kind: str) -> None:
    found = parse_edtf(text)
    assert (found.kind, str(found)) == (kind, text)


@pytest.mark.parametrize("text", ["099X", "0999-24", "0938-41"])
def test_early_years_have_no_parts(text: str) -> None:
    with pytest.raises(DateError, match=text):
        parse_edtf(text)


SIDES = {
    "2003/2005": (False, False, False, False),
    "2003/..": (False, True, False, False),
    "2003/": (False, False, False, True),
    "../2003": (True, False, False, False),
    "/2003": (False, False, True, False),
    "[2003..2005]": (False, False, False, False),
    "[2003..]": (False, False, False, True),
    "[..2003]": (False, False, True, False),
}


@pytest.mark.parametrize("text", SIDES)
def test_which_sides_are_open_or_unknown(text: str) -> None:
    found = parse_edtf(text)
    sides = (found.open_start, found.open_end, found.unknown_start, found.unknown_end)
    assert sides == SIDES[text]


# --- lunar ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lunar", "text"),
    [
        (Lunar(945), "âm lịch 0945"),
        (Lunar(1945), "âm lịch 1945"),
        (Lunar(1945, 9), "âm lịch 1945-09"),
        (Lunar(1945, 9, 2), "âm lịch 1945-09-02"),
        (Lunar(1947, 2, leap=True), "âm lịch 1947-02 nhuận"),
        (Lunar(1947, 2, 10, leap=True), "âm lịch 1947-02-10 nhuận"),
    ],
)
def test_a_lunar_date_is_written_as_it_is_read(lunar: Lunar, text: str) -> None:
    assert (str(lunar), read_lunar(text)) == (text, lunar)


def test_from_when_on_each_calendar_counts() -> None:
    # What begins before 1968 is by the old calendar, even if it ends later.
    assert [(str(one.last), one.where) for one in days_of(Lunar(1967, 12))] == [
        ("1968-01-29", "miền Nam")
    ]
    assert [one.where for one in days_of(Lunar(1967, 12, 1))] == ["miền Nam"]
    assert [one.where for one in days_of(Lunar(1967, 12, 2))] == ["miền Bắc"]
    assert [len(days_of(Lunar(year))) for year in (1967, 1968, 1969, 1970)] == [1, 2, 2, 1]


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("1945-00", "không có tháng 00", "viết tháng từ 01 đến 12"),
        *(
            (
                f"1945-{month}-31",
                f"theo âm lịch, tháng {int(month)} năm Ất Dậu (1945) không có ngày 31",
                f"viết ngày từ 01 đến {length}; nếu nguồn in đúng như vậy thì kể trong câu",
            )
            for month, length in (("01", 29), ("12", 30))
        ),
        (
            "1945-02-00",
            "theo âm lịch, tháng 2 năm Ất Dậu (1945) không có ngày 00",
            "viết ngày từ 01 đến 29; nếu nguồn in đúng như vậy thì kể trong câu",
        ),
        (
            "1947-02-30 nhuận",
            "theo âm lịch, tháng 2 nhuận năm Đinh Hợi (1947) không có ngày 30",
            "viết ngày từ 01 đến 29; nếu nguồn in đúng như vậy thì kể trong câu",
        ),
    ],
)
def test_lunar_days_that_never_were(text: str, message: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(f"âm lịch {text}")
    assert caught.value.message == f"“âm lịch {text}”: {message}"
    assert caught.value.remedy == remedy


def test_days_up_to_the_tenth_have_a_word() -> None:
    ninth, tenth, eleventh = (Lunar(1945, 9, day) for day in (9, 10, 11))
    assert say_lunar(ninth).startswith("mùng 9 tháng 9 năm")
    assert say_lunar(tenth).startswith("mùng 10 tháng 9 năm")
    assert say_lunar(eleventh).startswith("11 tháng 9 năm")
    leap = Lunar(1947, 2, leap=True)
    assert say_lunar(leap).startswith("tháng 2 nhuận năm Đinh Hợi âm lịch (suy ra từ ")
    assert short_lunar(leap).startswith("tháng 2 nhuận năm Đinh Hợi (suy ra ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Digits of a year after its name are those of our calendar.
        ("năm Canh Tuất (1970)", [("", "1970")]),
        ("mùng 3 tháng 2 năm Canh Tuất (1970)", [("3 tháng 2", "1970-02-03")]),
        ("mùng 3 tháng 2 năm Canh Tuất, năm 1970", [("3 tháng 2", "1970-02-03")]),
        ("mùng 3 tháng 2 năm Canh Tuất (1950)", [("3 tháng 2", "XXXX-02-03 Canh Tuất")]),
        ("mùng 3 tháng 2 năm 1970 âm lịch", [("3 tháng 2 năm 1970", "1970-02-03")]),
        # A part of a date is not found a second time.
        ("ngày 10 tháng 3 âm lịch", [("10 tháng 3", "XXXX-03-10")]),
        ("ngày 10 tháng 3 năm Canh Tuất", [("10 tháng 3", "XXXX-03-10 Canh Tuất")]),
        ("tháng 3 năm Canh Tuất", [("tháng 3", "XXXX-03 Canh Tuất")]),
        # Several stand in the order of the text, of whatever form.
        (
            "năm Canh Tuất; tháng 8 âm lịch, 5/9 âm lịch và rằm tháng Giêng",
            [
                ("", "XXXX Canh Tuất"),
                ("tháng 8", "XXXX-08"),
                ("5/9", "XXXX-09-05"),
                ("rằm tháng Giêng", "XXXX-01-15"),
            ],
        ),
        (
            "rằm tháng Giêng, 5/9 âm lịch, tháng 8 âm lịch; năm Canh Tuất",
            [
                ("rằm tháng Giêng", "XXXX-01-15"),
                ("5/9", "XXXX-09-05"),
                ("tháng 8", "XXXX-08"),
                ("", "XXXX Canh Tuất"),
            ],
        ),
        # One that begins where another ends is one more.
        ("tháng 8 (âm lịch)rằm tháng 9", [("tháng 8", "XXXX-08"), ("rằm tháng 9", "XXXX-09-15")]),
        (
            "rằm tháng 9 (âm lịch)tháng 8 ÂL",
            [("rằm tháng 9", "XXXX-09-15"), ("tháng 8", "XXXX-08")],
        ),
        ("đêm 30 Tết Mậu Thân (1968)", [("30 Tết", "1967-12-30")]),
    ],
)
def test_how_much_of_a_text_is_a_lunar_date(text: str, found: list[tuple[str, str]]) -> None:
    assert [
        (text[one.start : one.end].removeprefix("mùng "), each.removeprefix("âm lịch "))
        for one in lunar_in(text)
        for each in one.texts
    ] == found


@pytest.mark.parametrize(
    ("printed", "near", "typed"),
    [
        ("âm lịch XXXX-02-03 Canh Tuất", 1968, "âm lịch 1970-02-03"),
        ("âm lịch XXXX-02-03 Canh Tuất", 1912, "âm lịch 1910-02-03"),
        ("âm lịch XXXX-02-03 Canh Tuất", 1941, "âm lịch 1970-02-03"),
        ("âm lịch XXXX-02-03 Canh Tuất", 1939, "âm lịch 1910-02-03"),
        ("âm lịch XXXX Canh Tuất", 2000, "âm lịch 1970"),
        ("âm lịch XXXX-02-10 nhuận Đinh Hợi", 1950, "âm lịch 1947-02-10 nhuận"),
        ("âm lịch XXXX-02-03", 1950, "âm lịch ????-02-03 (không ghi năm)"),
        ("âm lịch XXXX-02 nhuận", 1950, "âm lịch ????-02 nhuận (không ghi năm)"),
        ("âm lịch 1970-02-03", 1950, "âm lịch 1970-02-03"),
        ("1970-02-03", 1950, "1970-02-03"),
        ("âm lịch XXXX-02-03 Canh Tuất!", 1950, "âm lịch XXXX-02-03 Canh Tuất!"),
    ],
)
def test_a_printed_date_as_an_editor_types_it(printed: str, near: int, typed: str) -> None:
    assert as_typed(printed, near) == typed


@pytest.mark.parametrize(
    ("lunar", "printed", "held"),
    [
        (Lunar(1945, 12, 20), "âm lịch 1946-12-20", True),
        (Lunar(1945, 12, 20), "âm lịch 1950-12-20", False),
        (Lunar(1945, 12, 20), "âm lịch 1944-12-20", False),
        (Lunar(1945, 9, 2), "âm lịch 1945-09-02!", False),
        # In the South this was a day of the next year, in the North not.
        (Lunar(1974, 11, 19), "âm lịch 1975-11-19", True),
        (Lunar(1974, 11, 18), "âm lịch 1975-11-18", False),
    ],
)
def test_which_year_may_be_printed(lunar: Lunar, printed: str, held: bool) -> None:
    assert holds(printed, lunar) is held


# --- what was meant -------------------------------------------------------------------------

GENERAL = 'viết ngày "2008-12-08", tháng "2008-05" hoặc năm "1997"'
REMEDIES = {
    "“2003/2005”": 'viết với dấu nháy thẳng: "2003/2005"',
    "“27/1/1994”": 'viết với dấu nháy thẳng: "1994-01-27"',
    "“xyz”": GENERAL,
    "1947-02-10 nhuận âm lịch": 'viết "âm lịch 1947-02-10 nhuận"',
    "10/3/1970 âm lịch đến 12/3/1970 âm lịch": (
        'âm lịch chỉ viết một ngày "âm lịch 1945-09-02", một tháng "âm lịch 1945-09" hoặc một năm '
        '"âm lịch 1945"; tháng nhuận thì "âm lịch 1947-02-10 nhuận"'
    ),
    "tháng Chạp nhuận": 'thêm năm, như "âm lịch 1945-12 nhuận"',
    "-02071": GENERAL,
    "từ quý I đến quý III/2015": (
        'viết "2015-01/2015-09" nếu kéo dài cả quý, "[2015-01..2015-09]" nếu là một ngày trong đó'
    ),
    "những năm 30 thế kỷ XX": 'viết "193X"',
    "những năm 30": 'viết "193X" nếu là những năm 1930',
    "những năm 30 thế kỷ 20, 21": GENERAL,
    "mùa xuân 1946 ở xã": GENERAL,
    "ở xã, mùa xuân 1946": GENERAL,
    "mùa xuân 1946, mùa hè 1946": GENERAL,
    "mùa xuân 1946": 'viết "1946-21"',
    "19xxx": GENERAL,
    "từ 2008-05 đến 2009-06": 'viết "2008-05/2009-06"',
    "nhiệm kỳ 2008-05/2009-06": 'viết "2008-05/2009-06"',
    "giai đoạn 2008-05 - 2009-06": 'viết "2008-05/2009-06"',
}


@pytest.mark.parametrize("text", REMEDIES)
def test_what_is_proposed(text: str) -> None:
    assert read_strictly(text) is None
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert caught.value.remedy == REMEDIES[text]


# --- tables, each entry ---------------------------------------------------------------------

CYCLE = """
    Giáp Tý, Ất Sửu, Bính Dần, Đinh Mão, Mậu Thìn, Kỷ Tỵ, Canh Ngọ, Tân Mùi, Nhâm Thân, Quý Dậu,
    Giáp Tuất, Ất Hợi, Bính Tý, Đinh Sửu, Mậu Dần, Kỷ Mão, Canh Thìn, Tân Tỵ, Nhâm Ngọ, Quý Mùi,
    Giáp Thân, Ất Dậu, Bính Tuất, Đinh Hợi, Mậu Tý, Kỷ Sửu, Canh Dần, Tân Mão, Nhâm Thìn, Quý Tỵ,
    Giáp Ngọ, Ất Mùi, Bính Thân, Đinh Dậu, Mậu Tuất, Kỷ Hợi, Canh Tý, Tân Sửu, Nhâm Dần, Quý Mão,
    Giáp Thìn, Ất Tỵ, Bính Ngọ, Đinh Mùi, Mậu Thân, Kỷ Dậu, Canh Tuất, Tân Hợi, Nhâm Tý, Quý Sửu,
    Giáp Dần, Ất Mão, Bính Thìn, Đinh Tỵ, Mậu Ngọ, Kỷ Mùi, Canh Thân, Tân Dậu, Nhâm Tuất, Quý Hợi
"""


@pytest.mark.parametrize(
    ("year", "name"), [*enumerate((one.strip() for one in CYCLE.split(",")), start=1984)]
)
def test_each_year_of_the_cycle(year: int, name: str) -> None:
    assert name_of_year(year) == name
    assert year in years_named(name)
    for printed in (name, name.upper()):
        (found,) = lunar_in(f"trong năm {printed}, xã")
        assert found.texts == (f"âm lịch XXXX {name}",)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("mẫu Tí", "Mậu Tý"),
        ("Kỉ Mẹo", "Kỷ Mão"),
        ("Quí Tị", "Quý Tỵ"),
        ("canh TÍ", "Canh Tý"),
        ("Đinh mẹo", "Đinh Mão"),
    ],
)
def test_years_as_they_are_spelled_too(printed: str, name: str) -> None:
    (found,) = lunar_in(f"năm {printed}")
    assert found.texts == (f"âm lịch XXXX {name}",)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Giêng", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("bẩy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười", 10),
        ("mười một", 11),
        ("mười hai", 12),
        ("Chạp", 12),
    ],
)
def test_each_month_has_its_word(word: str, month: int) -> None:
    (found,) = lunar_in(f"mùng 5 tháng {word} âm lịch")
    assert found.texts == (f"âm lịch XXXX-{month:02}-05",)
    if word not in ("Giêng", "Chạp"):
        (solar,) = find_dates(f"ngày 5 tháng {word.capitalize()} năm 1947")
        assert solar.edtf == (f"1947-{month:02}-05",)


@pytest.mark.parametrize(
    "word",
    ["từ lệ", "tỷ lệ", "tỉ lệ", "quy hoạch", "bản đồ", "số", "đạt", "nghị quyết", "quyết định"],
)
def test_what_stands_before_a_number_that_is_no_month(word: str) -> None:
    expected = ("1947-05",) if word == "từ lệ" else ()
    found = find_dates(f"{word} 5/1947")
    assert tuple(text for one in found for text in one.edtf) == expected


@pytest.mark.parametrize("word", ["chi bộ", "tổ", "khóa", "khoá", "khoa", "bảng", "phụ lục", "ảnh"])
def test_what_is_numbered_before_a_dash(word: str) -> None:
    (found,) = find_dates(f"{word} 3 - 5/9/2015")
    assert found.edtf == ("2015-09-05",)
