"""What printed wordings say of their numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.rules.printed_bounds import bounds_said, is_printed


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("15% trở lên", "min: 15"),
        ("từ 26 tổ dân phố trở lên", "min: 26"),
        ("ít nhất 3% tổng số đảng viên", "min: 3"),
        ("Tối thiểu 01", "min: 1"),
        ("từ 90%", "min: 90"),
        ("không dưới 1.100 hộ", "min: 1100"),
        ("≥ 2", "min: 2"),
        ("trên 18,4%", "min: 18.4, exclusive: true"),
        ("đạt hơn 95%", "min: 95, exclusive: true"),
        (">1", "min: 1, exclusive: true"),
        ("3 trường trở xuống", "max: 3"),
        ("nhiều nhất 3", "max: 3"),
        ("không quá 5%", "max: 5"),
        ("không vượt quá 5%", "max: 5"),
        ("dưới 1%", "max: 1, exclusive: true"),
        ("<1", "max: 1, exclusive: true"),
        ("3-4 trường", "min: 3, max: 4"),
        ("từ 3 đến 4 trường", "min: 3, max: 4"),
        ("90% - 95%", "min: 90, max: 95"),
    ],
)
def test_words_that_make_a_number_a_bound(printed: str, said: str) -> None:
    assert str(bounds_said(printed)) == said


@pytest.mark.parametrize(
    "printed",
    [
        "100%",
        "100% trên địa bàn",
        "12%/năm",
        "21/23 chỉ tiêu",
        "trên 90 - 95%",
        "4-3 trường",
        "từ 3-4 trường trở lên",
        "Đạt",
        "2 trường, trên 60 ha",
    ],
)
def test_wordings_that_leave_it_open(printed: str) -> None:
    assert bounds_said(printed) is None


def test_a_number_stands_in_digits_or_as_a_word() -> None:
    assert is_printed(Decimal(1100), "1.100 hộ")
    assert is_printed(Decimal("44.3"), "44.3")
    assert is_printed(Decimal(2), "xây hai trường")
    assert not is_printed(Decimal(2), "xây ba trường")
    assert not is_printed(Decimal(3), "30%")
