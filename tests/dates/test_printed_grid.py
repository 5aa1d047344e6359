"""What is read where words, numbers and what joins them meet in any order, as read over.

Editors and printers put together what no table of forms has: words before a date, parts that leave
something out, marks between them. Of all of these together, every so many are held here.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

from macros.dates.printed import find_dates
from tests.snapshots import assert_snapshot

LEADS = (
    *("", "từ ", "ngày ", "tháng ", "năm ", "từ ngày ", "từ tháng ", "(", "mùng ", "mỗi ngày "),
    *("số ", "chi bộ ", "những năm ", "quý ", "các ngày ", "hàng tháng "),
)
FIRST = (
    *("5", "13", "12", "31", "5/8", "5-8", "8/1970", "8-1970", "5/8/1970", "5-8-1970", "1970"),
    *("5 tháng 8", "5 tháng 8 năm 1970", "Tám năm 1970", "II", "1975", "5/VIII/1970", "0938"),
)
LINKS = (" đến ", "-", " - ", ", ", " và ", " đến ngày ", " đến tháng ", " và năm ", "/")
SECOND = (
    *("7", "7/9", "7/9/1971", "7-9-1971", "9/1971", "1971", "15", "7 tháng 9", "4/8/1970"),
    *("IV/1971", "1969", "7/1970", "12 năm 1971", "5/8/1970"),
)
THIRD = ("", "", "", ", 9/10/1972", " đến 1975", " - 10/1972", " và 20", " người", "/13")


def phrases() -> list[str]:
    """Return phrases of one, two and three parts, always the same."""
    one = ["".join(parts) for parts in itertools.product(LEADS, FIRST, ("", ",", ")", " người"))]
    more = ["".join(parts) for parts in itertools.product(LEADS, FIRST, LINKS, SECOND, THIRD)]
    random = Random(1945)
    return sorted({*random.sample(one, 250), *random.sample(more, 900)})


def test_what_is_read_of_each() -> None:
    lines = []
    for text in phrases():
        found = find_dates(text)
        shown = "; ".join(
            f"{text[date.start : date.end]} = {' '.join(date.edtf) or '-'}" for date in found
        )
        lines.append(f"{text} | {shown}")
    assert_snapshot(Path(__file__).with_name("printed_grid.txt"), "\n".join(lines))
