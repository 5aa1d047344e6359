"""Slips from which several mistakes follow, or that are made in many places: still told once."""

from __future__ import annotations

from tests.bad_input.slips import (
    CONFLICTS,
    EVENTS,
    PICTURES,
    POSTS,
    Slip,
    added,
    at,
    both,
    drawn,
    linked,
    renamed,
    typed,
    written,
)
from tests.small_site import CHAPTER, LEADERSHIP, PERSON

ABBREVIATIONS = "data/abbreviations.yml"
TWO = "[quyet-dinh-12-1950, quyet-dinh-kem-1950]"

IN_DATA = (
    Slip(
        "label for a key in every record",
        both(*[typed(LEADERSHIP, "    person:", "    người:")] * 2),
        LEADERSHIP,
        "    người:",
        ("2 dòng: cả 12", "person"),
    ),
    Slip(
        "label for a code in every record",
        both(*[typed(LEADERSHIP, "post: secretary", "post: Bí thư")] * 2),
        LEADERSHIP,
        "post: Bí thư",
        ("viết mã secretary", "leadership.yml:4, 13"),
    ),
    at("two labels for codes", LEADERSHIP, "elected", "[bầu, chỉ định]", "elected", "designated"),
    at("two codes without a comma", EVENTS, TWO, TWO.replace(",", ""), f"viết \\{TWO[:-1]}"),
    at("two codes and a word", EVENTS, TWO, TWO[1:-1].replace(",", " và"), f"viết \\{TWO[:-1]}"),
    at(
        "code of a post typed twice",
        POSTS,
        "order: 10 }",
        "order: 10 }\n  - { id: secretary, label: Quản kho, order: 20 }",
        "đã có ở",
    ),
    at("form of address in a name", PERSON, "name: Lý", "name: Đ/c Lý", "Đ/c"),
    at(
        "brace left open",
        ABBREVIATIONS,
        "Chấp hành }",
        "Chấp hành\n  - { short: BTV, full: Ban Thường vụ }",
        "chưa được đóng",
    ),
    at(
        "claim without a dash",
        CONFLICTS,
        "      - { statement: có đảng viên nữ, cite: ky-yeu#3 }",
        "        statement: có đảng viên nữ\n        cite: ky-yeu#3",
    ),
    Slip(
        "file of an organization in Vietnamese",
        renamed(LEADERSHIP, LEADERSHIP.replace("leadership", "lãnh đạo")),
        LEADERSHIP.replace("leadership", "lãnh đạo"),
        words=("leadership.yml",),
    ),
)
IN_CHAPTERS = (
    at(
        "organization of a chapter misspelt",
        CHAPTER,
        "organization: may-thuong",
        "organization: may-thuog",
    ),
    Slip(
        "picture of a refused kind",
        both(written(f"{PICTURES}/le.gif", "GIF89a"), added(CHAPTER, "\n![Lễ](anh/le.gif)\n")),
        f"{PICTURES}/le.gif",
        words=(r"le\.jpg", "index.md:16"),
    ),
    Slip(
        "caption in curved quotes",
        both(drawn(f"{PICTURES}/le.png"), added(CHAPTER, "\n![Lễ](anh/le.png “Lễ”)\n")),
        CHAPTER,
        "“Lễ”",
        ('viết "Lễ"',),
    ),
    Slip(
        "picture with a backslash",
        both(drawn(f"{PICTURES}/le.png"), added(CHAPTER, "\n![Lễ](anh\\le.png)\n")),
        CHAPTER,
        "le.png",
        ("viết anh/le.png",),
    ),
    linked("link in angle brackets", "<index.md#Tên mục>", "dấu < >"),
    linked("link to a Word file", "bao-cao.docx", "tệp không có"),
)

SLIPS = (*IN_DATA, *IN_CHAPTERS)
