"""What is proposed for whatever editors type in place of a date, as read over.

Each is made of words before, a form, and marks or words behind; so many of all of these are held.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from random import Random

from macros.dates import DateError, parse_edtf
from tests.snapshots import assert_snapshot

BEFORE = (
    *("", "", "", "ngày ", "tháng ", "năm ", "từ ", "khoảng ", "~", "đầu ", "cuối ", "trước ", "“"),
    *("[", "{", "nhiệm kỳ ", "vào ", "giữa tháng ", "mùng ", "quý ", "những năm ", "âm lịch ", "("),
)
FORMS = (
    *("1994", "5/1994", "05-1994", "1994-5", "27/1/1994", "27.1.1994", "1994/1/27", "19940127"),
    *("1994-01-27T08:00", "199x", "19xx", "1994-xx", "1994-01-xx", "2008-q2", "quý II năm 2008"),
    *("938", "50", "0938", "2008-13", "30/2/2008", "31/6/2008", "1/13/2008", "27/1/94", "năm 1994"),
    *("mùa xuân 1946", "mùa hạ năm 1946", "1946-21", "1946-20", "1946-42", "193X", "II/2008"),
    *("9-10/02/1996", "1996-02-09/10", "9 và 10/2/1996", "9, 10, 11-2-1996", "9, 11-2-1996"),
    *("2/9/1945 âm lịch", "rằm tháng Giêng", "năm Canh Tuất", "1945-9-2", "tháng 2 nhuận 1947"),
)
BETWEEN = ("/", "..", "-", " đến ", " - ", ", ", "/ ", ";")
BEHIND = (
    "",
    "",
    "",
    "",
    "~",
    "?",
    "%",
    "/..",
    "/nay",
    " đến nay",
    "]",
    "}",
    "”",
    " (âm lịch)",
    "x",
)


# Most of the texts are no date at all, and are not worth many words.
_GENERAL = re.compile(
    r"^“.*” (?:không phải là ngày → viết ngày .*|không đúng cách viết ngày → (?:(?=viết)|âm lịch chỉ viết .*))"
)


def typings() -> list[str]:
    """Return texts of one and of two forms, always the same."""
    one = ["".join(parts) for parts in itertools.product(BEFORE, FORMS, BEHIND)]
    two = ["".join(parts) for parts in itertools.product(BEFORE, FORMS, BETWEEN, FORMS, BEHIND)]
    random = Random(1945)
    return sorted({*random.sample(one, 400), *random.sample(two, 250), *FORMS})


def test_what_is_said_of_each() -> None:
    lines = []
    for text in typings():
        try:
            said = f"= {parse_edtf(text)}"
        except DateError as error:
            said = _GENERAL.sub("?", str(error))
        lines.append(f"{text} | {said}")
    assert_snapshot(Path(__file__).with_name("typed_grid.txt"), "\n".join(lines))
