"""Slips in facts: keys, codes, quotation marks, dates, dashes, ids, what does not agree."""

from __future__ import annotations

import unicodedata

from tests.bad_input.slips import CONFLICTS, EVENTS, POSTS, Slip, added, at, both, typed, written
from tests.small_site import (
    CONGRESSES,
    DOCUMENTS,
    LEADERSHIP,
    ORGANIZATION,
    PERSON,
    SOURCE,
    STATISTICS,
)

KHE_RECORD = "  - id: bi-thu-khe\n    person: phung-van-khe\n    post: secretary\n"

KEYS = (
    at("label for a key", LEADERSHIP, "person: phung", "nhân vật: phung", "viết “person: …”"),
    at("word for a key", LEADERSHIP, "    person: phung", "    người: phung", "viết “person: …”"),
    at("key misspelt that is needed", LEADERSHIP, "person: phung", "persn: phung", "person"),
    at("key in capitals", LEADERSHIP, "person: phung", "Person: phung", "person"),
    at("key misspelt", LEADERSHIP, "start_date:", "start_dat:", "start_date"),
    at("key with a hyphen", LEADERSHIP, "start_date:", "start-date:", "start_date"),
    at("label of a date", LEADERSHIP, "    start_date:", "    từ:", "viết “start_date: …”"),
    at("label of the source", STATISTICS, "    cite: ky-yeu#1", "    nguồn: ky-yeu#1", "cite"),
    at("label without marks", STATISTICS, "    cite: ky-yeu#1", "    nguon: ky-yeu#1", "cite"),
    at("top key misspelt", LEADERSHIP, "memberships:", "membership:", "memberships"),
    at("label of the top key", LEADERSHIP, "memberships:", "nhân sự:", "memberships"),
    at("name misspelt", PERSON, "name:", "nam:", "“name”"),
    at("label of the name", PERSON, "name:", "Họ tên:", "viết “name: …”"),
    at("kind misspelt", ORGANIZATION, "kind:", "knd:", "“kind”"),
    at("key of a list misspelt", POSTS, "label: Bí thư", "labl: Bí thư", "“label”"),
    at("no space after the colon", LEADERSHIP, "person: phung", "person:phung", "viết “person: "),
    Slip(
        "key typed twice",
        typed(LEADERSHIP, KHE_RECORD, KHE_RECORD + "    post: secretary\n"),
        LEADERSHIP,
        words=("bị lặp",),
    ),
    Slip(
        "citation forgotten",
        typed(STATISTICS, "    value: 40\n    cite: ky-yeu#1\n", "    value: 40\n"),
        STATISTICS,
        "id: dang-vien-1950",
        ("thêm dòng “cite",),
    ),
)

CODES = (
    at(
        "word for a post",
        LEADERSHIP,
        KHE_RECORD,
        KHE_RECORD.replace("secretary", "Bí thư"),
        "secretary",
    ),
    at(
        "slug for a post",
        LEADERSHIP,
        KHE_RECORD,
        KHE_RECORD.replace("secretary", "bi-thu"),
        "secretary",
    ),
    at("word for a manner", LEADERSHIP, "designated", "chỉ định", "viết designated"),
    at("word in a list", LEADERSHIP, "designated", "[chỉ định]", "viết designated"),
    at("word without marks", LEADERSHIP, "designated", "chi dinh", "viết designated"),
    at("words as text", LEADERSHIP, "designated", "chỉ định, bầu", r"viết \[designated, elected\]"),
    at("code misspelt", LEADERSHIP, "designated", "designeted", "“designated”"),
    at("word for a basis", LEADERSHIP, "end_basis: inferred", "end_basis: suy ra", "viết inferred"),
    at("word for a kind", DOCUMENTS, "kind: decision", "kind: quyết định", "viết decision"),
    at(
        "word for a kind of organization",
        ORGANIZATION,
        "kind: party",
        "kind: tổ chức đảng",
        "party",
    ),
    at("word for a status", SOURCE, "status: final", "status: chính thức", "viết final"),
    at("label of an indicator", STATISTICS, "party-members", "Đảng viên", "party-members"),
    at(
        "name of a person",
        LEADERSHIP,
        "person: phung-van-khe",
        "person: Phùng Văn Khế",
        "phung-van-khe",
    ),
    at(
        "symbol of a document",
        ORGANIZATION,
        "[quyet-dinh-12-1950]",
        "[12-QĐ/TU]",
        "quyet-dinh-12-1950",
    ),
    at("digits for an ordinal", LEADERSHIP, "congress: I", "congress: 1", "viết I$"),
    at("words for an ordinal", LEADERSHIP, "congress: I", "congress: lần thứ I", "viết I$"),
    at("no for false", LEADERSHIP, "    manner: designated", "    full_time: không", "false"),
    at("yes for true", ORGANIZATION, "listed: true", "listed: yes", "viết true"),
)

QUOTES = (
    *(
        at(
            f"date in {pair}",
            EVENTS,
            '"1958-08-20"',
            f"{pair[0]}1958-08-20{pair[1]}",
            'viết "1958-08-20"',
            never=(f'"{pair[0]}',),
        )
        for pair in ("“”", "””", "‘’", "«»", "„“")
    ),
    at("number in curved quotes", STATISTICS, "value: 40", "value: “40”", "viết 40$"),
    at(
        "id in curved quotes",
        LEADERSHIP,
        "person: phung-van-khe",
        "person: “phung-van-khe”",
        "viết phung-van-khe$",
    ),
    at("code in curved quotes", LEADERSHIP, "designated", "“designated”", "viết designated$"),
    at(
        "citation in curved quotes",
        STATISTICS,
        "cite: ky-yeu#1",
        "cite: “ky-yeu#1”",
        "viết ky-yeu#1$",
    ),
    at("flag in curved quotes", ORGANIZATION, "listed: true", "listed: “true”", "viết true$"),
    at(
        "name in curved quotes",
        PERSON,
        "name: Lý Thị Mận",
        "name: “Lý Thị Mận”",
        "viết Lý Thị Mận$",
    ),
    at("quotes of two kinds", EVENTS, '"1958-08-20"', '"1958-08-20”', "dấu nháy"),
)

DATES = (
    at("bare date", EVENTS, '"1958-08-20"', "1958-08-20", 'viết "1958-08-20"'),
    at("date with slashes", EVENTS, '"1958-08-20"', "20/8/1958", "1958-08-20"),
    at("quoted date with slashes", EVENTS, '"1958-08-20"', '"20/8/1958"', 'viết "1958-08-20"'),
    at("month with a slash", EVENTS, '"1958-08-20"', "8/1958", "1958-08"),
    at("long dashes in a date", EVENTS, '"1958-08-20"', '"1958–08–20"', "1958-08-20"),
    at("no such day", EVENTS, '"1958-08-20"', '"1958-02-30"', "không có ngày 30"),
    at("no such month", EVENTS, '"1958-08-20"', '"1958-13-20"', "không có tháng 13"),
    at(
        "end before the start",
        LEADERSHIP,
        'end_date: "1957-06-12"',
        'end_date: "1950-06-12"',
        "đứng trước",
    ),
    at("a wrong day", EVENTS, '"1958-08-20"', '"1958-08-21"', "không có ở ky-yeu#5"),
)

LISTS = (
    at(
        "dash forgotten", LEADERSHIP, "  - id: bi-thu-khe", "    id: bi-thu-khe", "viết “  - id: …”"
    ),
    at(
        "dash forgotten, indented less",
        LEADERSHIP,
        "  - id: bi-thu-khe",
        "  id: bi-thu-khe",
        "thêm “- ”",
    ),
    at(
        "first dash forgotten",
        LEADERSHIP,
        "  - id: bi-thu-man",
        "    id: bi-thu-man",
        "“  - id: bi-thu-man",
    ),
    at(
        "dash without its space",
        LEADERSHIP,
        "  - id: bi-thu-khe",
        "  -id: bi-thu-khe",
        "viết “- id: bi-thu-khe",
    ),
    at(
        "dash of print",
        LEADERSHIP,
        "  - id: bi-thu-khe",
        "  – id: bi-thu-khe",
        "viết “- id: bi-thu-khe",
    ),
    at(
        "list typed as text",
        EVENTS,
        "[quyet-dinh-12-1950, quyet-dinh-kem-1950]",
        "quyet-dinh-12-1950, quyet-dinh-kem-1950",
        r"viết \[quyet-dinh-12-1950, quyet-dinh-kem-1950\]",
    ),
    at(
        "list with semicolons",
        EVENTS,
        "[quyet-dinh-12-1950, quyet-dinh-kem-1950]",
        "quyet-dinh-12-1950; quyet-dinh-kem-1950",
        r"viết \[quyet-dinh-12-1950, quyet-dinh-kem-1950\]",
    ),
    at(
        "citations as text",
        CONGRESSES,
        "cite: ky-yeu#2",
        "cite: ky-yeu#2, ky-yeu#3",
        r"viết \[ky-yeu#2, ky-yeu#3\]",
    ),
    at(
        "space in a citation",
        LEADERSHIP,
        "cite: ky-yeu#2,4",
        "cite: ky-yeu#2, 4",
        "viết ky-yeu#2,4",
    ),
    at("word in a citation", CONGRESSES, "cite: ky-yeu#2", "cite: ky-yeu#đoạn 2", "viết ky-yeu#2"),
    at(
        "long dash in a citation",
        CONGRESSES,
        "cite: ky-yeu#2",
        "cite: ky-yeu#2–3",
        "viết ky-yeu#2-3",
    ),
    at(
        "citation without a paragraph",
        CONGRESSES,
        "cite: ky-yeu#2",
        "cite: ky-yeu",
        "thiếu số đoạn",
    ),
    at("citation beyond the end", CONGRESSES, "cite: ky-yeu#2", "cite: ky-yeu#99", "đoạn cuối"),
    at("source misspelt", CONGRESSES, "cite: ky-yeu#2", "cite: ki-yeu#2", "“ky-yeu”"),
    at(
        "no-break spaces",
        LEADERSHIP,
        "    person: phung",
        "\u00a0\u00a0\u00a0\u00a0person: phung",
        "dấu cách không ngắt",
        "còn 3 chỗ nữa",
    ),
    at("tab", LEADERSHIP, "    person: phung", "\tperson: phung", "thay mỗi Tab"),
    at("one space more", LEADERSHIP, "    person: phung", "     person: phung", "dấu cách"),
    at("one space less", LEADERSHIP, "    person: phung", "   person: phung", "dấu cách"),
    at("space without width", LEADERSHIP, "phung-van-khe", "phung-\u200bvan-khe", "U.200B"),
    at(
        "letters in pieces", PERSON, "Lý Thị Mận", unicodedata.normalize("NFD", "Lý Thị Mận"), "NFC"
    ),
    at("colon in a value", EVENTS, "summary: Đại hội bầu", "summary: Đại hội: bầu", "dấu nháy"),
    at("quotation mark left open", EVENTS, '"1958-08-20"', '"1958-08-20', "dấu nháy"),
)

FACTS = (
    at(
        "part that does not sum",
        STATISTICS,
        "value: 45",
        "value: 44",
        "44",
        "dang-vien-nam-1955",
        "dang-vien-nu-1955",
        "dang-vien-1955",
    ),
    Slip(
        "terms that overlap",
        both(
            typed(
                LEADERSHIP,
                "    manner: designated\n    cite: ky-yeu#4",
                '    end_date: "1958-08-20"\n    end_basis: inferred\n    end_cite: ky-yeu#5\n    manner: designated\n    cite: ky-yeu#4',
            ),
            typed(LEADERSHIP, 'end_date: "1957-06-12"', 'end_date: "1958-08-20"'),
        ),
        LEADERSHIP,
        'end_date: "1958-08-20"',
        ("Lý Thị Mận", "Phùng Văn Khế", "cùng giữ chức Bí thư"),
    ),
    at("number with a dot", STATISTICS, "value: 40", "value: 1.040", "viết 1040"),
    at("number with its unit", STATISTICS, "value: 40", "value: 40 đảng viên", "chữ số"),
    at("wrong number", STATISTICS, "value: 40", "value: 41", "40"),
    at("id with marks", EVENTS, "id: hop-lai", "id: họp-lại", "hop-lai"),
    at("id with capitals", EVENTS, "id: hop-lai", "id: Hop-lai", "hop-lai"),
    at("id with underscores", EVENTS, "id: hop-lai", "id: hop_lai", "hop-lai"),
    Slip(
        "id given twice",
        typed(STATISTICS, "id: dang-vien-1955", "id: dang-vien-1950"),
        STATISTICS,
        words=("đã có ở",),
    ),
    Slip(
        "id changed",
        typed(STATISTICS, "id: dang-vien-1955", "id: dang-vien-55"),
        CONFLICTS,
        "fact: dang-vien-1955",
        ("dang-vien-1955", "3 chỗ dùng"),
    ),
    at(
        "whole misspelt",
        STATISTICS,
        "part_of: dang-vien-1955",
        "part_of: dang-vien-1995",
        "dang-vien-1995",
        never=("có phải ý bạn",),
    ),
    at(
        "other number of a document",
        ORGANIZATION,
        "quyet-dinh-12-1950",
        "quyet-dinh-21-1950",
        never=("có phải ý bạn",),
    ),
    at(
        "other person",
        LEADERSHIP,
        "person: phung-van-khe",
        "person: phung-van-khoa",
        "tên tệp",
        never=("phung-van-khe", "có phải ý bạn"),
    ),
    at(
        "order of a name",
        LEADERSHIP,
        "person: phung-van-khe",
        "person: khe-phung-van",
        "“phung-van-khe”",
    ),
    at(
        "nothing shown of a conflict",
        CONFLICTS,
        "{ fact: dang-vien-1955, shown: true }",
        "{ fact: dang-vien-1955 }",
    ),
    Slip(
        "a mark for a field misspelt",
        typed(
            LEADERSHIP,
            "    manner: designated\n",
            "    manner: appointed\n    implied: { maner: theo quyết định }\n",
        ),
        LEADERSHIP,
        "implied",
        ("“maner”",),
    ),
    Slip(
        "a mark for a document's field misspelt",
        typed(DOCUMENTS, "cite: ky-yeu#1", "cite: ky-yeu#1\n    implied: { simbol: theo sổ }"),
        DOCUMENTS,
        words=("“simbol”", "văn bản"),
    ),
    Slip(
        "a flag of an abbreviation in words",
        typed("data/abbreviations.yml", "Ban Chấp hành }", "Ban Chấp hành, match: không }"),
        "data/abbreviations.yml",
        "match",
        ("true",),
    ),
    Slip(
        "an abbreviation of two meanings",
        added("data/abbreviations.yml", "  - { short: BCH, full: Ban Chỉ huy }\n"),
        "data/abbreviations.yml",
        "Ban Chỉ huy",
        ("Ban Chấp hành",),
    ),
    Slip(
        "two people of one name",
        both(
            written("data/people/man-hai.yml", "name: Lý Thị Mận\n"),
            typed(EVENTS, "[ly-thi-man]", "[ly-thi-man, man-hai]"),
        ),
        PERSON,
        words=("distinguished_by",),
    ),
)

ORGANIZATIONS = (
    at("kind of no meaning", ORGANIZATION, "kind: party", "kind: dang", "party"),
    at("key of no meaning", ORGANIZATION, "listed: true", "listed: true\nmau: 1", "mau"),
    at("syntax", ORGANIZATION, "short_name: Đảng bộ", "short_name: [Đảng bộ"),
    at(
        "superior misspelt",
        ORGANIZATION,
        "listed: true",
        "listed: true\nparent: khong-co",
        "khong-co",
    ),
)

SLIPS = (*KEYS, *CODES, *QUOTES, *DATES, *LISTS, *FACTS, *ORGANIZATIONS)
