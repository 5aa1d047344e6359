"""What an editor reads for each date that is none: exact messages and remedies."""

from __future__ import annotations

import time

import pytest

from macros.dates import DateError, parse_edtf

FORMS = 'viết ngày "2008-12-08", tháng "2008-05" hoặc năm "1997"'

LONG = f"2008-05-01T08:{'0' * 66}"

CASES: list[tuple[str, str, str]] = [
    # an empty date
    ("", "ngày bị bỏ trống", FORMS + "; không biết thì bỏ hẳn trường này"),
    ("  ", "ngày bị bỏ trống", FORMS + "; không biết thì bỏ hẳn trường này"),
    # Vietnamese order and words
    ("27/01/1994", "“27/01/1994” không đúng cách viết ngày", 'viết "1994-01-27"'),
    ("7-1-1994", "“7-1-1994” không đúng cách viết ngày", 'viết "1994-01-07"'),
    ("27.01.1994", "“27.01.1994” không đúng cách viết ngày", 'viết "1994-01-27"'),
    (
        "Ngày 27 tháng 01 năm 1994",
        "“Ngày 27 tháng 01 năm 1994” không đúng cách viết ngày",
        'viết "1994-01-27"',
    ),
    ("05/2008", "“05/2008” không đúng cách viết ngày", 'viết "2008-05"'),
    ("5-2008", "“5-2008” không đúng cách viết ngày", 'viết "2008-05"'),
    ("tháng 5 năm 2008", "“tháng 5 năm 2008” không đúng cách viết ngày", 'viết "2008-05"'),
    ("năm 1997", "“năm 1997” không đúng cách viết ngày", 'viết "1997"'),
    # missing zeros, other separators, invisible differences
    ("2008-5-1", "“2008-5-1” không đúng cách viết ngày", 'viết "2008-05-01"'),
    ("2008-5", "“2008-5” không đúng cách viết ngày", 'viết "2008-05"'),
    ("2008/05", "“2008/05” không đúng cách viết ngày", 'viết "2008-05"'),
    ("2008/12/08", "“2008/12/08” không đúng cách viết ngày", 'viết "2008-12-08"'),
    ("20080501", "“20080501” không đúng cách viết ngày", 'viết "2008-05-01"'),
    ("2008-05-01T08:00", "“2008-05-01T08:00” không đúng cách viết ngày", 'viết "2008-05-01"'),
    ("2008\u201105", "“2008\u201105” không đúng cách viết ngày", 'viết "2008-05"'),
    (" 2008", "ngày “2008” có dấu cách thừa", 'viết "2008"'),
    ("1996-02-10/ ", "ngày “1996-02-10/” có dấu cách thừa", 'viết "1996-02-10/"'),
    # no such day
    ("2008-13", "“2008-13”: không có tháng 13", "viết tháng từ 01 đến 12"),
    ("2008-00", "“2008-00”: không có tháng 00", 'không rõ tháng thì viết "2008"'),
    (
        "2008-05-00",
        "“2008-05-00”: tháng 5/2008 không có ngày 00",
        'không rõ ngày thì viết "2008-05"',
    ),
    ("1994-02-30", "“1994-02-30”: tháng 2/1994 không có ngày 30", "viết ngày từ 01 đến 28"),
    ("2001-02-29", "“2001-02-29”: tháng 2/2001 không có ngày 29", "viết ngày từ 01 đến 28"),
    ("1900-02-29", "“1900-02-29”: tháng 2/1900 không có ngày 29", "viết ngày từ 01 đến 28"),
    ("2008-06-31", "“2008-06-31”: tháng 6/2008 không có ngày 31", "viết ngày từ 01 đến 30"),
    (
        "0208-05",
        "“0208-05”: năm 0208 quá nhỏ",
        'sửa năm; trước năm 1000 chỉ ghi năm: "0208"',
    ),
    ("0000", "“0000”: không có năm 0000", "sửa năm"),
    ("938", "“938” không đúng cách viết ngày", 'viết "0938"'),
    ("năm 938", "“năm 938” không đúng cách viết ngày", 'viết "0938"'),
    *(
        (
            text,
            f"“{text}” không đúng cách viết ngày",
            "ngày chỉ ghi từ năm 1 sau Công nguyên: để lời của nguồn trong câu, bỏ trường này",
        )
        for text in ("-0207", "năm 207 trước Công nguyên")
    ),
    (
        " 2008-13",
        "“2008-13”: không có tháng 13",
        "viết tháng từ 01 đến 12; theo thứ tự năm-tháng-ngày",
    ),
    (
        "2008-05-01/2008-02-30",
        "“2008-02-30”: tháng 2/2008 không có ngày 30",
        "viết ngày từ 01 đến 29",
    ),
    ("[2003-09-11..2005-13]", "“2005-13”: không có tháng 13", "viết tháng từ 01 đến 12"),
    # wrong form and no such day
    (
        "30/02/1994",
        "“30/02/1994”: tháng 2/1994 không có ngày 30",
        "viết ngày từ 01 đến 28; theo thứ tự năm-tháng-ngày",
    ),
    (
        "12/27/1994",
        "“12/27/1994”: không có tháng 27",
        "viết tháng từ 01 đến 12; theo thứ tự năm-tháng-ngày",
    ),
    (
        "30-31/02/1996",
        "“30-31/02/1996”: tháng 2/1996 không có ngày 30",
        "viết ngày từ 01 đến 29; theo thứ tự năm-tháng-ngày",
    ),
    ("1997-1997", "“1997-1997”: hai mốc như nhau", 'viết "1997"'),
    # two sides that cannot be
    (
        "2008-05-01/2007",
        "“2008-05-01/2007”: mốc sau (2007) sớm hơn mốc trước (2008-05-01)",
        'nếu viết ngược thì sửa thành "2007/2008-05-01", nếu không thì sửa mốc sai',
    ),
    (
        "[2005..2003]",
        "“[2005..2003]”: mốc sau (2003) sớm hơn mốc trước (2005)",
        'nếu viết ngược thì sửa thành "[2003..2005]", nếu không thì sửa mốc sai',
    ),
    ("1997/1997", "“1997/1997”: hai mốc như nhau", 'viết "1997"'),
    ("[2003..2003]", "“[2003..2003]”: hai mốc như nhau", 'viết "2003"'),
    (
        "../..",
        "“../..”: không có mốc thời gian nào",
        "ghi ít nhất một mốc, hoặc bỏ hẳn trường này nếu không biết",
    ),
    (
        "/",
        "“/”: không có mốc thời gian nào",
        "ghi ít nhất một mốc, hoặc bỏ hẳn trường này nếu không biết",
    ),
    (
        "../",
        "“../”: không có mốc thời gian nào",
        "ghi ít nhất một mốc, hoặc bỏ hẳn trường này nếu không biết",
    ),
    (
        "/..",
        "“/..”: không có mốc thời gian nào",
        "ghi ít nhất một mốc, hoặc bỏ hẳn trường này nếu không biết",
    ),
    (
        "[..]",
        "“[..]”: không có mốc thời gian nào",
        "ghi ít nhất một mốc, hoặc bỏ hẳn trường này nếu không biết",
    ),
    # stretches in other forms
    ("1996-2000", "“1996-2000” không đúng cách viết ngày", 'viết "1996/2000"'),
    ("1996–2000", "“1996–2000” không đúng cách viết ngày", 'viết "1996/2000"'),
    ("nhiệm kỳ 2010-2015", "“nhiệm kỳ 2010-2015” không đúng cách viết ngày", 'viết "2010/2015"'),
    ("09-10/02/1996", "“09-10/02/1996” không đúng cách viết ngày", 'viết "1996-02-09/1996-02-10"'),
    ("1996-02-09/10", "“1996-02-09/10” không đúng cách viết ngày", 'viết "1996-02-09/1996-02-10"'),
    (
        "27/01/1994 - 28/01/1994",
        "“27/01/1994 - 28/01/1994” không đúng cách viết ngày",
        'viết "1994-01-27/1994-01-28"',
    ),
    (
        "từ 7/1999 đến 6/2000",
        "“từ 7/1999 đến 6/2000” không đúng cách viết ngày",
        'viết "1999-07/2000-06"',
    ),
    ("2008-5/2009-06", "“2008-5/2009-06” không đúng cách viết ngày", 'viết "2008-05/2009-06"'),
    ("{2003..2005}", "“{2003..2005}” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("[2003..2005", "“[2003..2005” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("[2003,2005]", "“[2003,2005]” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("[2003/2005]", "“[2003/2005]” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("[9/2003..2005]", "“[9/2003..2005]” không đúng cách viết ngày", 'viết "[2003-09..2005]"'),
    ("[2003;2005]", "“[2003;2005]” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("[2003-2005]", "“[2003-2005]” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("2003..2005]", "“2003..2005]” không đúng cách viết ngày", 'viết "[2003..2005]"'),
    ("[2003,]", "“[2003,]” không đúng cách viết ngày", 'viết "[2003..]"'),
    ("[,2005]", "“[,2005]” không đúng cách viết ngày", 'viết "[..2005]"'),
    ("../7/2000", "“../7/2000” không đúng cách viết ngày", 'viết "../2000-07"'),
    ("9-10/2/1996", "“9-10/2/1996” không đúng cách viết ngày", 'viết "1996-02-09/1996-02-10"'),
    ("[2005]", "“[2005]” không đúng cách viết ngày", 'viết "2005"'),
    # about
    ("khoảng năm 2020", "“khoảng năm 2020” không đúng cách viết ngày", 'viết "2020~"'),
    ("2020 ~", "“2020 ~” không đúng cách viết ngày", 'viết "2020~"'),
    ("~2020", "“~2020” không đúng cách viết ngày", 'viết "2020~"'),
    ("khoảng 05/2020", "“khoảng 05/2020” không đúng cách viết ngày", 'viết "2020-05~"'),
    (
        "khoảng ngày 12/05/2008",
        "“khoảng ngày 12/05/2008” không đúng cách viết ngày",
        'viết "2008-05~"',
    ),
    (
        "2020-05-01~",
        "“2020-05-01~”: dấu “~” chỉ dùng với tháng hoặc năm",
        'viết "2020-05~", hoặc hai mốc chắc chắn như "[2003-09-11..2003-09-15]"',
    ),
    (
        "[2020~..2021]",
        "“[2020~..2021]”: hai mốc trong ngoặc phải chắc chắn",
        'bỏ dấu “~”: viết "[2020..2021]", lấy hai mốc đủ rộng',
    ),
    (
        "[2020..2021~]",
        "“[2020..2021~]”: hai mốc trong ngoặc phải chắc chắn",
        'bỏ dấu “~”: viết "[2020..2021]", lấy hai mốc đủ rộng',
    ),
    # digits left out
    ("199u", "“199u” không đúng cách viết ngày", 'viết "199X"'),
    ("những năm 1930", "“những năm 1930” không đúng cách viết ngày", 'viết "193X"'),
    ("mùa thu 1945", "“mùa thu 1945” không đúng cách viết ngày", 'viết "1945-23"'),
    (
        "vào 6 tháng đầu năm 1950",
        "“vào 6 tháng đầu năm 1950” không đúng cách viết ngày",
        'viết "1950-40"',
    ),
    *(
        (
            text,
            f"“{text}”: {text[5:7]} không phải là tháng, mùa hay quý",
            "viết tháng từ 01 đến 12, mùa 21–24, quý 33–36, đầu năm 37, giữa 38, cuối 39, "
            "nửa năm 40–41; không kèm tháng, ngày hay dấu “~”",
        )
        for text in ("1946-25", "1946-21~")
    ),
    (
        "những năm 30",
        "“những năm 30” không đúng cách viết ngày",
        'viết "193X" nếu là những năm 1930',
    ),
    ("19XX", "“19XX” không đúng cách viết ngày", 'viết "[1900..1999]"'),
    ("2008-XX", "“2008-XX” không đúng cách viết ngày", 'viết "2008"'),
    ("2008-XX-XX", "“2008-XX-XX” không đúng cách viết ngày", 'viết "2008"'),
    ("2008-05-XX", "“2008-05-XX” không đúng cách viết ngày", 'viết "2008-05"'),
    # what only the editor can decide
    (
        "2015-08/nay",
        "“2015-08/nay” không đúng cách viết ngày",
        'viết "2015-08/.." nếu nguồn nói vẫn còn, "2015-08/" nếu không rõ lúc kết thúc',
    ),
    (
        "từ 8/2015 đến nay",
        "“từ 8/2015 đến nay” không đúng cách viết ngày",
        'viết "2015-08/.." nếu nguồn nói vẫn còn, "2015-08/" nếu không rõ lúc kết thúc',
    ),
    (
        "2015-08/…",
        "“2015-08/…” không đúng cách viết ngày",
        'viết "2015-08/.." nếu nguồn nói vẫn còn, "2015-08/" nếu không rõ lúc kết thúc',
    ),
    (
        "khoảng năm 2015/nay",
        "“khoảng năm 2015/nay” không đúng cách viết ngày",
        'viết "2015~/.." nếu nguồn nói vẫn còn, "2015~/" nếu không rõ lúc kết thúc',
    ),
    (
        "2003..2005",
        "“2003..2005” không đúng cách viết ngày",
        'viết "[2003..2005]" nếu là một ngày trong khoảng ấy, "2003/2005" nếu kéo dài',
    ),
    (
        "2020?",
        "“2020?” không đúng cách viết ngày",
        'viết "2020" nếu nguồn nói rõ, "2020~" nếu chỉ là khoảng chừng; '
        "nguồn mâu thuẫn thì ghi vào conflicts.yml",
    ),
    (
        "2020-05-01?",
        "“2020-05-01?” không đúng cách viết ngày",
        'viết "2020-05-01" nếu nguồn nói rõ; nguồn mâu thuẫn thì ghi vào conflicts.yml',
    ),
    (
        "27/01/94",
        "“27/01/94” không đúng cách viết ngày",
        'viết năm-tháng-ngày, năm đủ bốn chữ số, như "1994-01-27"',
    ),
    (
        "đầu năm 1997",
        "“đầu năm 1997” không đúng cách viết ngày",
        'viết "1997-37"',
    ),
    (
        "đầu tháng 5/1997",
        "“đầu tháng 5/1997” không đúng cách viết ngày",
        'viết "1997-05" và giữ lời của nguồn ở trường printed',
    ),
    (
        "quý II năm 2008",
        "“quý II năm 2008” không đúng cách viết ngày",
        'viết "2008-04/2008-06" nếu kéo dài cả quý, "2008-34" nếu là một ngày trong đó',
    ),
    # as sources print it
    *(
        (text, f"“{text}” không đúng cách viết ngày", f'viết "{edtf}"')
        for text, edtf in (
            ("từ ngày 15 đến 21-10-1963", "1963-10-15/1963-10-21"),
            ("28-3 đến ngày 5-4-1970", "1970-03-28/1970-04-05"),
            ("trong 3 ngày 23, 24, 25-8-2015", "2015-08-23/2015-08-25"),
            ("ngày 10 và 11 tháng 9 năm 2003", "2003-09-10/2003-09-11"),
            ("từ tháng 7 đến tháng 12-1963", "1963-07/1963-12"),
            ("năm 1997 và 1998", "1997/1998"),
        )
    ),
    # as other languages and keyboards write them
    ("1930s", "“1930s” không đúng cách viết ngày", 'viết "193X"'),
    (
        "am lich 1946-01-15",
        "“am lich 1946-01-15” không đúng cách viết ngày",
        'viết "âm lịch 1946-01-15"',
    ),
    *(
        (
            text,
            f"“{text}” không đúng cách viết ngày",
            'viết "1940-10/1940-12" nếu kéo dài cả quý, "1940-36" nếu là một ngày trong đó',
        )
        for text in ("1940-Q4", "1940Q4")
    ),
    # in the quotation marks of a text editor
    *(
        (
            text,
            "“1994-01-27” không đúng cách viết ngày",
            'viết với dấu nháy thẳng: "1994-01-27"',
        )
        for text in ("“1994-01-27”", "‘1994-01-27’", '"1994-01-27"')
    ),
    # no date at all
    ("hôm qua", "“hôm qua” không phải là ngày", FORMS),
    ("nay", "“nay” không phải là ngày", FORMS),
    ("..", "“..” không phải là ngày", FORMS),
    ("~", "“~” không phải là ngày", FORMS),
    ("[]", "“[]” không phải là ngày", FORMS),
    ("2008/05/06/07", "“2008/05/06/07” không phải là ngày", FORMS),
    ("٢٠٠٨", "“٢٠٠٨” không phải là ngày", FORMS),
    ("dòng một\ndòng hai", "“dòng một dòng hai” không phải là ngày", FORMS),
    ("x" * 60, f"“{'x' * 40}…” không phải là ngày", FORMS),
    ("x" * 41, f"“{'x' * 40}…” không phải là ngày", FORMS),
    ("x" * 40, f"“{'x' * 40}” không phải là ngày", FORMS),
    # a date with something more, of which no part is dropped in silence
    *(
        (text, f"“{text}” không phải là ngày", FORMS)
        for text in (
            "[2003..2005] x",
            "2015-08/nay rồi",
            "2020? hay 2021",
            "2020~ hay 2021~",
            "2020 ~ hay sau",
            "9-10/02/1996 và sau",
            "trước ngày 15 đến 21-10-1963",
            "ngày 23, 25/8/2015",
            "ngày 3/2",
            "19xa",
        )
    ),
    # one of two sides is no date
    *(
        (text, f"“{text}” không phải là ngày", FORMS)
        for text in (
            "[2003..x]",
            "[x..2005]",
            "[2003,x]",
            "[x,2005]",
            "hôm..2005",
            "2003..mai",
            "từ 2003 đến x",
            "13/2015 đến nay",
        )
    ),
    # too few or too many digits for a year
    ("19x", "“19x” không phải là ngày", FORMS),
    ("199xx", "“199xx” không phải là ngày", FORMS),
    # as long as a date may be, and longer
    (LONG, f"“{LONG[:40]}…” không đúng cách viết ngày", 'viết "2008-05-01"'),
    (f"{LONG}0", f"“{LONG[:40]}…” không phải là ngày", FORMS),
    # hostile length: answered at once, not searched for a date
    ("1-" * 50_000, f"“{'1-' * 20}…” không phải là ngày", FORMS),
]


@pytest.mark.parametrize(("text", "message", "remedy"), CASES)
def test_message_and_remedy(text: str, message: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)
    assert str(caught.value) == f"{message} → {remedy}"


@pytest.mark.parametrize("text", [text for text, _, _ in CASES])
def test_a_message_is_one_line(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("text", [text for text, _, _ in CASES])
def test_a_remedy_that_names_a_date_names_a_valid_one(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    for proposed in caught.value.remedy.split('"')[1::2]:
        assert str(parse_edtf(proposed)) == proposed


def test_what_is_longer_than_any_date_is_not_searched_for_one() -> None:
    """It took a time that grows with the square of its length: a minute for this one."""
    start = time.process_time()
    with pytest.raises(DateError, match="không phải là ngày"):
        parse_edtf(f"[{'..' * 30_000}x")
    assert time.process_time() - start < 1
