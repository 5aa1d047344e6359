"""Slips that take an id, a passage or a person for another: several things break, one is told."""

from __future__ import annotations

from tests.bad_input.slips import (
    EVENTS,
    KHE,
    NAV,
    Slip,
    added,
    at,
    both,
    renamed,
    typed,
    written,
)
from tests.small_site import (
    CHAPTER,
    CONGRESSES,
    DOCUMENTS,
    LEADERSHIP,
    SOURCE,
    STATISTICS,
)

COPY = "data/people/ly-thi-man-2.yml"
LINES = """\
documents:
      - quyet-dinh-12-1950
      - quyet-dinh-kem-1950"""
HEADINGS = """\
headings:
  - {{ paragraphs: "{}", title: phần một }}
  - {{ paragraphs: "{}", title: phần hai }}
"""
WHOLE = """\
  - id: dang-vien-1955
    indicator: party-members
    period: "1955"
    value: 60
    sums: true
    cite: ky-yeu#3
"""
CALLS = """
Năm 1955 có {{ statistic("party-members", "1955") }}; ngày {{ date_of("dai-hoi-2") }}.

{{ statistics_chart("party-members") }}
"""

IDS = (
    at(
        "id of a document typed over",
        DOCUMENTS,
        "id: quyet-dinh-kem-1950",
        "id: quyet-dinh-12-1950",
        "trả mã “quyet-dinh-kem-1950”",
        "events.yml:5",
    ),
    Slip(
        "id of a document typed over that is used elsewhere",
        typed(DOCUMENTS, "id: quyet-dinh-12-1950", "id: quyet-dinh-kem-1950"),
        DOCUMENTS,
        "{ id: quyet-dinh-kem-1950",
        ("trả mã “quyet-dinh-12-1950”", "organization.yml:7"),
    ),
    Slip(
        "id of a figure typed over",
        both(added(CHAPTER, CALLS), typed(STATISTICS, "id: dang-vien-1955", "id: dang-vien-1950")),
        STATISTICS,
        "id: dang-vien-1950",
        ("trả mã “dang-vien-1955”", "conflicts.yml:6"),
    ),
    Slip(
        "id of a part typed over with that of its whole",
        typed(STATISTICS, "id: dang-vien-nam-1955", "id: dang-vien-1955"),
        STATISTICS,
        "id: dang-vien-1955",
        ("đã có ở",),
    ),
    Slip(
        "id of a fact with a date typed over",
        both(added(CHAPTER, CALLS), typed(CONGRESSES, "id: dai-hoi-2", "id: dang-vien-1955")),
        STATISTICS,
        "id: dang-vien-1955",
        ("trả mã “dai-hoi-2”", "index.md:16"),
    ),
    Slip(
        "ordinal of a congress typed over",
        typed(CONGRESSES, "ordinal: I\n", "ordinal: II\n"),
        CONGRESSES,
        "ordinal: II",
        ("trả mã “I”", "leadership.yml:5"),
    ),
    Slip(
        "whole of a breakdown deleted",
        both(added(CHAPTER, CALLS), typed(STATISTICS, WHOLE, "")),
        "data/organizations/may-thuong/conflicts.yml",
        words=("“dang-vien-1955”", "statistics.yml:11, 19", "index.md:16"),
    ),
)
OTHERS = (
    at("wrong paragraph", CONGRESSES, "cite: ky-yeu#2", "cite: ky-yeu#1", "có đủ ở ky-yeu#2"),
    at(
        "wrong paragraph that holds some values",
        CONGRESSES,
        "cite: ky-yeu#2",
        "cite: ky-yeu#5",
        "delegates",
        "có đủ ở ky-yeu#2",
    ),
    at("wrong paragraph among two", EVENTS, "cite: ky-yeu#2", "cite: ky-yeu#3", "ky-yeu#2"),
    Slip(
        "file of a person copied",
        written(COPY, "name: Lý Thị Mận\n"),
        COPY,
        words=("“ly-thi-man”", "xóa tệp"),
    ),
    at(
        "person taken for another",
        LEADERSHIP,
        "person: phung-van-khe",
        "person: ly-thi-man",
        "viết phung-van-khe",
        never=(KHE,),
    ),
    Slip(
        "chapter in a folder of the program",
        both(
            written("docs/data/bang.md", "---\ntitle: Bảng\n---\n\n# Bảng\n"),
            typed(NAV, "nav:\n", "nav:\n  - Bảng: data/bang.md\n"),
        ),
        "docs/data",
        words=("do chương trình dựng", "mkdocs.yml:"),
    ),
    Slip(
        "folder of people that is a link",
        both(
            renamed("data/people", "nguoi"),
            lambda root: (root / "data/people").symlink_to("../nguoi"),
        ),
        "data/people",
        words=("liên kết",),
    ),
    Slip(
        "second of several codes, on a line of its own",
        both(
            typed(EVENTS, "documents: [quyet-dinh-12-1950, quyet-dinh-kem-1950]", LINES),
            typed(EVENTS, "- quyet-dinh-kem-1950", "- quyet-dinh-kem-1951"),
        ),
        EVENTS,
        "- quyet-dinh-kem-1951",
    ),
    Slip(
        "headings of a source overlap",
        added(SOURCE, HEADINGS.format("1-3", "3-5")),
        SOURCE,
        '"3-5"',
        ("chồng lên",),
    ),
    Slip(
        "dash in the paragraphs of a heading",
        added(SOURCE, HEADINGS.format("1–2", "3-5")),
        SOURCE,
        '"1–2"',
        ('viết "1-2"',),
    ),
    Slip(
        "heading beyond the last paragraph",
        added(SOURCE, HEADINGS.format("1-20", "3-5")),
        SOURCE,
        '"1-20"',
        (r"cuối \(5\)",),
    ),
    Slip(
        "paragraphs of numbers that are no facts",
        added(
            SOURCE, 'not_facts:\n  - { paragraphs: "1–2", numbers: ["1"], reason: Số thứ tự. }\n'
        ),
        SOURCE,
        '"1–2"',
        ("không phải số đoạn",),
    ),
    Slip(
        "number that is no fact and in no such paragraph",
        added(SOURCE, 'not_facts:\n  - { paragraphs: "1-2", numbers: ["987"], reason: Đề mục. }\n'),
        SOURCE,
        '["987"]',
        ("số “987” không có ở đoạn 1-2",),
    ),
    Slip(
        "organization of a chapter deleted",
        both(added(CHAPTER, CALLS), typed(CHAPTER, "organization: may-thuong\n", "")),
        CHAPTER,
        "title: ",
        ("thêm dòng “organization: may-thuong”",),
    ),
)
SETTINGS = tuple(
    Slip(name, added(NAV, text), NAV, line, words)
    for name, text, line, words in (
        ("tag that nothing reads", "extra:\n  a: !bien GIA\n", "!bien", ("“!bien”",)),
        (
            "icon that is not there",
            "theme:\n  icon: {logo: material/khong}\n",
            "khong",
            ("material/khong",),
        ),
        ("plugin that calls out", "plugins:\n  - social\n", "social", ("máy chủ khác",)),
    )
)

SLIPS = (*IDS, *OTHERS, *SETTINGS)
