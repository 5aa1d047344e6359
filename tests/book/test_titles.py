"""A title breaks between words, never within a name or a word of two syllables."""

from __future__ import annotations

import pytest

from macros.book.titles import balanced, unbroken_ranges, whole_words
from macros.text.vietnamese import NBSP


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Đảng bộ Ngành các cơ quan thành phố", ["Đảng bộ Ngành các", "cơ quan thành phố"]),
        ("Đảng bộ phường Sông Mây Thượng", ["Đảng bộ phường", "Sông Mây Thượng"]),
        ("Đảng bộ xã Mây Thượng", ["Đảng bộ xã Mây Thượng"]),
        ("", [""]),
    ],
)
def test_lines_of_a_title(title: str, lines: list[str]) -> None:
    assert [line.replace(NBSP, " ") for line in balanced(title, 28)] == lines


def test_no_line_of_a_title_ends_within_a_range() -> None:
    title = "Xây dựng Đảng, 2021–2025 – hết"
    assert unbroken_ranges(title) == title.replace("2021–", "2021–\u2060")


def test_names_and_dates_of_a_title_stay_whole() -> None:
    title = whole_words("Giai đoạn từ tháng 5/2008 của Đảng bộ Mây Thượng")
    words = [word.replace(NBSP, " ") for word in title.split(" ")]
    assert words == ["Giai đoạn", "từ", "tháng 5/2008", "của", "Đảng bộ", "Mây Thượng"]
