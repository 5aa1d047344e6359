"""Slips in dates of the lunar calendar."""

from __future__ import annotations

from tests.bad_input.slips import EVENTS, Slip, typed
from tests.small_site import CONGRESSES, STATISTICS

DAY = 'date: "1952-05-10"'


def day(name: str, new: str, *words: str, never: tuple[str, ...] = ()) -> Slip:
    """Return a slip in the day of an event."""
    return Slip(name, typed(EVENTS, DAY, f"date: {new}"), EVENTS, "date:", words, never)


SLIPS = (
    day("lunar day as printed", '"10/5/1952 âm lịch"', 'viết "âm lịch 1952-05-10"$'),
    day("lunar day behind its numbers", '"1952-05-10 ÂL"', 'viết "âm lịch 1952-05-10"$'),
    day(
        "lunar day of a named year",
        '"mùng 10 tháng 5 năm Nhâm Thìn"',
        'viết "âm lịch 1952-05-10" hoặc "âm lịch 2012-05-10", năm nào thì theo đoạn nguồn$',
    ),
    day("lunar day without a year", '"rằm tháng Bảy"', 'thêm năm, như "âm lịch 1945-07-15"$'),
    day(
        "lunar day without quotation marks",
        "âm lịch 1952-05-10",
        'chưa đặt trong ngoặc kép → viết "âm lịch 1952-05-10"$',
    ),
    day(
        "leap month that the year has not",
        '"âm lịch 1952-06-10 nhuận"',
        r"năm Nhâm Thìn \(1952\) không có tháng 6 nhuận → năm ấy nhuận tháng 5",
    ),
    day(
        "thirtieth of a short month",
        '"âm lịch 1952-03-30"',
        r"tháng 3 năm Nhâm Thìn \(1952\) không có ngày 30 → viết ngày từ 01 đến 29",
    ),
    day(
        "solar day of the source as lunar",
        '"âm lịch 1952-05-10"',
        "ở đó có các mốc thời gian 1952-05-10",
        never=("không đúng cách",),
    ),
    day("lunar day that is about", '"âm lịch 1952-05~"', "âm lịch chỉ viết một ngày"),
    day("lunar year beyond what is computed", '"âm lịch 1852-05-10"', "chỉ tính được âm lịch từ"),
    Slip(
        "lunar days as an interval",
        typed(CONGRESSES, 'dates: "1952-05-10"', 'dates: "âm lịch 1952-05-10/1952-05-12"'),
        CONGRESSES,
        "dates:",
        ("âm lịch chỉ viết một ngày",),
    ),
    Slip(
        "lunar month of no number",
        typed(STATISTICS, 'period: "1955"', 'period: "âm lịch 1955-00"'),
        STATISTICS,
        "period:",
        ("không có tháng 00",),
    ),
)
