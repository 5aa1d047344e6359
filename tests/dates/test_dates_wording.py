"""Dates and terms of office in Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest

from macros.dates import (
    machine,
    parse_edtf,
    say,
    say_term,
    say_with_day,
    short,
    short_side,
)

WORDING = [
    # text, say, say_with_day, short
    ("1994-01-27", "27/01/1994", "ngày 27/01/1994", "27/01/1994"),
    ("2008-05-01", "01/05/2008", "ngày 01/05/2008", "01/05/2008"),
    ("2008-05", "tháng 05/2008", "tháng 05/2008", "05/2008"),
    ("2008-12", "tháng 12/2008", "tháng 12/2008", "12/2008"),
    ("1997", "năm 1997", "năm 1997", "1997"),
    ("1946-21", "mùa xuân năm 1946", "mùa xuân năm 1946", "mùa xuân 1946"),
    ("1946-24", "mùa đông năm 1946", "mùa đông năm 1946", "mùa đông 1946"),
    ("2008-34", "quý II/2008", "quý II/2008", "quý II/2008"),
    ("1945-37", "đầu năm 1945", "đầu năm 1945", "đầu 1945"),
    ("1945-41", "nửa cuối năm 1945", "nửa cuối năm 1945", "nửa cuối 1945"),
    ("193X", "những năm 1930", "những năm 1930", "những năm 1930"),
    ("2020~", "khoảng năm 2020", "khoảng năm 2020", "~2020"),
    ("2020-05~", "khoảng tháng 05/2020", "khoảng tháng 05/2020", "~05/2020"),
    ("1996-02-09/1996-02-10", "09–10/02/1996", "ngày 09–10/02/1996", "09–10/02/1996"),
    (
        "1996-01-28/1996-02-02",
        "từ 28/01/1996 đến 02/02/1996",
        "từ ngày 28/01/1996 đến ngày 02/02/1996",
        "28/01/1996–02/02/1996",
    ),
    (
        "1996-02-09/1997-02-10",
        "từ 09/02/1996 đến 10/02/1997",
        "từ ngày 09/02/1996 đến ngày 10/02/1997",
        "09/02/1996–10/02/1997",
    ),
    (
        "1999-07/2000-06",
        "từ tháng 07/1999 đến tháng 06/2000",
        "từ tháng 07/1999 đến tháng 06/2000",
        "07/1999–06/2000",
    ),
    ("1996/2000", "1996–2000", "từ năm 1996 đến năm 2000", "1996–2000"),
    (
        "1996~/2000",
        "từ khoảng năm 1996 đến năm 2000",
        "từ khoảng năm 1996 đến năm 2000",
        "~1996–2000",
    ),
    (
        "2008-12-08/2010",
        "từ 08/12/2008 đến năm 2010",
        "từ ngày 08/12/2008 đến năm 2010",
        "08/12/2008–2010",
    ),
    ("2015-08/..", "từ tháng 08/2015", "từ tháng 08/2015", "08/2015–…"),
    ("2015/..", "từ năm 2015", "từ năm 2015", "2015–…"),
    (
        "2015/",
        "từ năm 2015, không rõ ngày kết thúc",
        "từ năm 2015, không rõ ngày kết thúc",
        "2015 – không rõ",
    ),
    (
        "1996-02-10/",
        "từ 10/02/1996, không rõ ngày kết thúc",
        "từ ngày 10/02/1996, không rõ ngày kết thúc",
        "10/02/1996 – không rõ",
    ),
    (
        "/2000-06",
        "đến tháng 06/2000, không rõ ngày bắt đầu",
        "đến tháng 06/2000, không rõ ngày bắt đầu",
        "không rõ – 06/2000",
    ),
    ("../2000", "đến năm 2000", "đến năm 2000", "…–2000"),
    (
        "[2003-09-11..2005]",
        "trong khoảng từ 11/09/2003 đến năm 2005",
        "trong khoảng từ ngày 11/09/2003 đến năm 2005",
        "trong khoảng 11/09/2003–2005",
    ),
    (
        "[2003-09-11..2003-09-15]",
        "trong khoảng từ 11/09/2003 đến 15/09/2003",
        "trong khoảng từ ngày 11/09/2003 đến ngày 15/09/2003",
        "trong khoảng 11–15/09/2003",
    ),
    (
        "[2003..2005]",
        "trong khoảng từ năm 2003 đến năm 2005",
        "trong khoảng từ năm 2003 đến năm 2005",
        "trong khoảng 2003–2005",
    ),
    (
        "2008-05-01/2008-05",
        "từ 01/05/2008 đến tháng 05/2008",
        "từ ngày 01/05/2008 đến tháng 05/2008",
        "01/05/2008–05/2008",
    ),
    ("[..2005]", "chậm nhất năm 2005", "chậm nhất năm 2005", "chậm nhất 2005"),
    ("[2003..]", "từ năm 2003 trở đi", "từ năm 2003 trở đi", "từ 2003 trở đi"),
    (
        "[2003-09-11..]",
        "từ 11/09/2003 trở đi",
        "từ ngày 11/09/2003 trở đi",
        "từ 11/09/2003 trở đi",
    ),
]


@pytest.mark.parametrize(("text", "alone", "medial", "cell"), WORDING)
def test_wording(text: str, alone: str, medial: str, cell: str) -> None:
    d = parse_edtf(text)
    assert (say(d), say_with_day(d), short(d)) == (alone, medial, cell)
    for words in (say(d), say_with_day(d), short(d)):
        assert unicodedata.is_normalized("NFC", words)
        assert "nay" not in words


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1999-07", "2000-06", "từ tháng 07/1999 đến tháng 06/2000"),
        ("2008-12-08", "2010-05", "từ ngày 08/12/2008 đến tháng 05/2010"),
        ("1996", "2000", "từ năm 1996 đến năm 2000"),
        ("2008-10-30", None, "từ ngày 30/10/2008, không rõ ngày kết thúc"),
        (None, "2008-05", "đến tháng 05/2008, không rõ ngày bắt đầu"),
        (None, None, "không rõ thời gian"),
        ("2020~", "2021", "từ khoảng năm 2020 đến năm 2021"),
        ("2008-05", "2008-05", "trong tháng 05/2008"),
        ("2008", "2008", "trong năm 2008"),
        ("2020~", "2020~", "khoảng năm 2020"),
        ("2008-05-01", "2008-05-01", "ngày 01/05/2008"),
        ("1996-02-09", "1996-02-10", "từ ngày 09/02/1996 đến ngày 10/02/1996"),
        (
            "[2003-09-11..2005]",
            "2010-05",
            "từ một thời điểm giữa ngày 11/09/2003 và năm 2005, đến tháng 05/2010",
        ),
        ("[2003..]", None, "bắt đầu từ năm 2003 trở đi, không rõ ngày kết thúc"),
        (None, "[..2005]", "kết thúc chậm nhất năm 2005, không rõ ngày bắt đầu"),
    ],
)
def test_term_wording(start: str | None, end: str | None, expected: str) -> None:
    first, last = (None if side is None else parse_edtf(side) for side in (start, end))
    assert say_term(first, last) == expected


def test_an_open_end_is_left_unsaid() -> None:
    assert say_term(parse_edtf("2015-08"), None, open_end=True) == "từ tháng 08/2015"
    assert say_term(parse_edtf("[2003..2005]"), None, open_end=True) == (
        "từ một thời điểm giữa năm 2003 và năm 2005"
    )
    assert say_term(None, None, open_end=True) == "không rõ ngày bắt đầu"


@pytest.mark.parametrize(
    ("attested", "expected"),
    [
        (["2024-08-16"], "chỉ được nhắc đến vào ngày 16/08/2024"),
        (["2024-05"], "chỉ được nhắc đến vào tháng 05/2024"),
        (["2024~"], "chỉ được nhắc đến vào khoảng năm 2024"),
        (["[2022..]"], "chỉ được nhắc đến vào năm 2022 hoặc sau đó"),
        (["[2025-12-31..]"], "chỉ được nhắc đến vào ngày 31/12/2025 hoặc sau đó"),
        (["[..2005-06]"], "chỉ được nhắc đến vào tháng 06/2005 hoặc trước đó"),
        (
            ["[2003-09-11..2005]"],
            "chỉ được nhắc đến vào một thời điểm từ ngày 11/09/2003 đến năm 2005",
        ),
        (["2024/2025"], "chỉ được nhắc đến trong thời gian từ năm 2024 đến năm 2025"),
        (["[2022..]", "2024"], "chỉ được nhắc đến vào năm 2022 hoặc sau đó, và vào năm 2024"),
        (
            ["[..2005]", "2024", "[2022..]"],
            "chỉ được nhắc đến vào năm 2005 hoặc trước đó, vào năm 2022 hoặc sau đó, và vào năm 2024",
        ),
        (
            ["2024-09-20", "2024-08-16", "2024-09-20"],
            "chỉ được nhắc đến vào ngày 16/08/2024 và ngày 20/09/2024",
        ),
        (
            ["2025", "2024-09-20", "2024-08-16"],
            "chỉ được nhắc đến vào ngày 16/08/2024, ngày 20/09/2024 và năm 2025",
        ),
    ],
)
def test_attested_days_only(attested: list[str], expected: str) -> None:
    assert say_term(None, None, [parse_edtf(text) for text in attested]) == expected


def test_attested_days_beside_a_term() -> None:
    seen = [parse_edtf("2009-01-02")]
    assert say_term(parse_edtf("2008"), None, seen) == (
        "từ năm 2008, không rõ ngày kết thúc; được nhắc đến vào ngày 02/01/2009"
    )
    assert say_term(None, parse_edtf("2010"), seen) == (
        "đến năm 2010, không rõ ngày bắt đầu; được nhắc đến vào ngày 02/01/2009"
    )
    # where the whole term is known, a day within it adds nothing
    assert say_term(parse_edtf("2008"), None, seen, open_end=True) == "từ năm 2008"
    assert say_term(parse_edtf("2008"), parse_edtf("2010"), seen) == "từ năm 2008 đến năm 2010"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1994-01-27", "1994-01-27"),
        ("2008-05", "2008-05"),
        ("1997", "1997"),
        ("2020~", None),
        ("2020-05~", None),
        ("1999/2000", None),
        ("2015/..", None),
        ("[2003..2005]", None),
    ],
)
def test_machine(text: str, expected: str | None) -> None:
    assert machine(parse_edtf(text)) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2008-05", "05/2008"),
        ("2020~", "~2020"),
        ("[2003-09-11..2005]", "giữa 11/09/2003 và 2005"),
        ("[..2005]", "chậm nhất 2005"),
        ("[2003..]", "từ 2003 trở đi"),
        ("2015/2016", None),
    ],
)
def test_a_side_of_a_dash_holds_no_dash(text: str, said: str | None) -> None:
    assert short_side(parse_edtf(text)) == said
