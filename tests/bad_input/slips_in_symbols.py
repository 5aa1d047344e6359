"""Slips with documents that share a symbol."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, added, both, typed
from tests.small_site import CHAPTER, DOCUMENTS, ORGANIZATION

AGAIN = """\
  - id: quyet-dinh-12-lai
    kind: decision
    symbol: 12-QĐ/TU
    subject: thành lập Đảng bộ xã Mây Thượng
    cite: ky-yeu#1
"""
"""What is right: another decision of the same number, of which no day is known."""


def again(old: str, new: str) -> Edit:
    return both(added(DOCUMENTS, AGAIN), typed(DOCUMENTS, old, new))


def named(path: str, old: str, new: str) -> Edit:
    return both(added(DOCUMENTS, AGAIN), typed(path, old, new))


WHICH = (
    r"chung cho các mã quyet-dinh-12-1950 \(02/03/1950\), quyet-dinh-12-lai "
    r"\(thành lập Đảng bộ xã Mây Thượng\): viết một mã",
)

SLIPS = (
    Slip(
        "symbol of two documents instead of an id in data",
        named(ORGANIZATION, "documents: [quyet-dinh-12-1950]", "documents: [12-QĐ/TU]"),
        ORGANIZATION,
        "12-QĐ/TU",
        WHICH,
    ),
    Slip(
        "symbol of two documents in a chapter",
        both(
            added(DOCUMENTS, AGAIN),
            added(CHAPTER, '\nTheo {{ document("12-QĐ/TU") }} thì đảng bộ được lập.\n'),
        ),
        CHAPTER,
        "12-QĐ/TU",
        WHICH,
    ),
    Slip(
        "one document twice under two ids",
        again("    subject: thành lập Đảng bộ xã Mây Thượng\n", '    date: "1950-03-02"\n'),
        DOCUMENTS,
        "symbol: 12-QĐ/TU",
        ("“quyet-dinh-12-lai” và “quyet-dinh-12-1950” cùng số, ký hiệu 12-QĐ/TU",),
    ),
    Slip(
        "symbols of two documents in one line",
        again("symbol: 12-QĐ/TU\n    subject", "symbol: [12-QĐ/TU, 13-QĐ/TU]\n    subject"),
        DOCUMENTS,
        "symbol: [",
        ("symbol",),
    ),
    Slip(
        "two documents of one id",
        again("id: quyet-dinh-12-lai", "id: quyet-dinh-12-1950"),
        DOCUMENTS,
        "id: quyet-dinh-12-1950",
        ("văn bản “quyet-dinh-12-1950” đã có ở",),
    ),
    Slip(
        "day that is not the document's",
        again("    subject: thành", '    date: "1957-06-12"\n    subject: thành'),
        DOCUMENTS,
        'date: "1957-06-12"',
        ("date của quyet-dinh-12-lai",),
    ),
    Slip(
        "id with the wrong year",
        named(ORGANIZATION, "documents: [quyet-dinh-12-1950]", "documents: [quyet-dinh-12-1951]"),
        ORGANIZATION,
        "quyet-dinh-12-1951",
        ("dùng một mã đã có .*quyet-dinh-12-1950, quyet-dinh-12-lai",),
    ),
    Slip(
        "term that no passage has",
        again("    subject: thành", "    term: khóa IX\n    subject: thành"),
        DOCUMENTS,
        "term: khóa IX",
        ("khóa IX",),
    ),
)
