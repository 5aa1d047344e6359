"""Slips in the end of an organization that a law tells, which nobody has transcribed."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, added, both, typed, written
from tests.small_site import ORGANIZATION

LAW = "data/sources/luat-may.yml"
TEXT = """\
title: Luật Mây
kind: luật
status: final
speaks_until: "1959-07-01"
transcribed: false
"""
END = """\
dissolution:
  id: het
  date: "1959-07-01"
  cite: luat-may#dieu-2
"""
RIGHT = both(written(LAW, TEXT), added(ORGANIZATION, END))
"""What is right: each slip is made in it."""


def end(old: str, new: str) -> Edit:
    return both(RIGHT, typed(ORGANIZATION, old, new))


def law(old: str, new: str) -> Edit:
    return both(RIGHT, typed(LAW, old, new))


SLIPS = (
    Slip(
        "law cited by paragraph",
        end("luat-may#dieu-2", "luat-may#2"),
        ORGANIZATION,
        'date: "1959-07-01"',
        (r"nguồn luat-may chưa có tệp bằng chứng .*dẫn theo .*điều \(luat-may#dieu-2\)",),
    ),
    Slip(
        "article with marks",
        end("#dieu-2", "#điều-2"),
        ORGANIZATION,
        "#điều-2",
        ("→ viết luat-may#dieu-2",),
    ),
    Slip(
        "article without a hyphen",
        end("#dieu-2", "#dieu2"),
        ORGANIZATION,
        "#dieu2",
        ("→ viết luat-may#dieu-2",),
    ),
    Slip(
        "law without a file",
        added(ORGANIZATION, END),
        ORGANIZATION,
        "luat-may#dieu-2",
        ("luat-may", "data/sources/luat-may.yml"),
    ),
    Slip(
        "law of another id",
        end("luat-may#dieu-2", "luat-mai#dieu-2"),
        ORGANIZATION,
        "luat-mai",
        ("luat-mai", "luat-may"),
    ),
    Slip(
        "law without the time of which it speaks",
        law('speaks_until: "1959-07-01"\n', ""),
        LAW,
        "",
        ("speaks_until",),
    ),
    Slip(
        "end after the time of which the law speaks",
        end('"1959-07-01"', '"1960-07-01"'),
        ORGANIZATION,
        '"1960-07-01"',
        ("01/07/1960 ở sau thời điểm mà nguồn “luat-may” nói đến",),
    ),
    Slip(
        "no instead of false",
        law("transcribed: false", "transcribed: không"),
        LAW,
        "transcribed",
        ("false",),
    ),
    Slip(
        "end without its source",
        end("  cite: luat-may#dieu-2\n", ""),
        ORGANIZATION,
        "id: het",
        ("thêm dòng “cite: …”",),
    ),
    Slip(
        "end before the founding",
        end('"1959-07-01"', '"1949-07-01"'),
        ORGANIZATION,
        '"1949-07-01"',
        ("tổ chức kết thúc 01/07/1949 trước khi thành lập 02/03/1950",),
    ),
)
