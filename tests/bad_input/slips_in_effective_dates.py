"""Slips in the days from which documents and changes hold."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, both, typed, written
from tests.small_site import DOCUMENTS

CHANGE = "data/changes/thanh-lap.yml"
TOLD = """\
kind: founding
date: "1950-03-02"
effective_date: "1952-05-10"
participants:
  - { organization: may-thuong, role: to }
documents: [quyet-dinh-12-1950]
cite: ky-yeu#1-2
"""
"""A change that is right: each slip is made in it."""


def change(old: str, new: str) -> Edit:
    return both(written(CHANGE, TOLD), typed(CHANGE, old, new))


def document(text: str) -> Edit:
    return typed(DOCUMENTS, '    date: "1950-03-02"\n', f'    date: "1950-03-02"\n{text}')


SLIPS = (
    Slip(
        "change in force before it was decided",
        change(
            '"1950-03-02"\neffective_date: "1952-05-10"',
            '"1952-05-10"\neffective_date: "1950-03-02"',
        ),
        CHANGE,
        "effective_date",
        ("có hiệu lực từ 02/03/1950, trước khi quyết định 10/05/1952", "kể ở note"),
    ),
    Slip(
        "document in force before it was issued",
        document('    effective_date: "1949"\n'),
        DOCUMENTS,
        "effective_date",
        ("có hiệu lực từ năm 1949, trước khi ban hành 02/03/1950",),
    ),
    Slip(
        "day of effect that no source tells",
        change('"1952-05-10"', '"1952-05-11"'),
        CHANGE,
        "effective_date",
        (r"effective_date của thanh-lap",),
    ),
    Slip(
        "day of effect of a document that no source tells",
        document('    effective_date: "1950-04-01"\n'),
        DOCUMENTS,
        "effective_date",
        (r"effective_date của quyet-dinh-12-1950",),
    ),
    Slip(
        "day of effect as printed",
        change('"1952-05-10"', "10/5/1952"),
        CHANGE,
        "effective_date",
        ("1952-05-10",),
    ),
    Slip(
        "label for the day of effect",
        change("effective_date:", "Có hiệu lực từ:"),
        CHANGE,
        "Có hiệu lực từ",
        ("viết “effective_date: …”",),
    ),
    Slip(
        "key of the day of effect misspelt",
        change("effective_date:", "efective_date:"),
        CHANGE,
        "efective_date",
        ("có phải ý bạn là “effective_date”",),
    ),
    Slip(
        "day of effect of a founding",
        typed(
            "data/organizations/may-thuong/organization.yml",
            '  date: "1950-03-02"\n',
            '  date: "1950-03-02"\n  effective_date: "1952-05-10"\n',
        ),
        "data/organizations/may-thuong/organization.yml",
        "effective_date",
        ("không có trường nào tên “effective_date”",),
    ),
    Slip(
        "source of a day of effect that is not given",
        change('effective_date: "1952-05-10"\n', "cite_for: { effective_date: ky-yeu#2 }\n"),
        CHANGE,
        "cite_for",
        ("cite_for nói về trường “effective_date” mà",),
    ),
)
