"""The years that a text speaks of without writing them."""

from __future__ import annotations

import pytest

from macros.search.spans import years_within


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1996 – 2000", [1997, 1998, 1999]),
        ("nhiệm kỳ 1996-2000", [1997, 1998, 1999]),
        ("11/2000 – 05/2003", [2001, 2002]),
        ("27/01/1994 – 10/02/1996", [1995]),
        ("từ năm 1996 đến năm 1999", [1997, 1998]),
        ("từ tháng 7/1999 đến hết năm 2001", [2000]),
        ("từ ngày 01/02/2003 đến ngày 04/05/2005", [2004]),
        ("1996 – 1997", []),
        ("2000 – 1996", []),
        # Too long to say anything of a year, and the numbers of documents.
        ("1930 – 2020", []),
        ("12-2003-QĐ 1996-2000/QĐ", []),
        ("1996, 2000", []),
        ("", []),
    ],
)
def test_years_within(text: str, years: list[int]) -> None:
    assert years_within(text) == years
