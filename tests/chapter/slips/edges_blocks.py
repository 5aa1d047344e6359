"""Edges of headings, boxes, code, tables and footnotes; as in `edges`."""

from __future__ import annotations

from tests.chapter.slips.cases import (
    BOX_EMPTY,
    BOX_RAW,
    BOX_WORDS,
    CITE,
    CODE,
    EMPTY_NOTE,
    ERROR,
    HASH,
    HASHES,
    NO_TABLE,
    NO_TEXT,
    NO_WORDS,
    NOTE,
    ONLY_PARAGRAPHS,
    SKIPPED,
    SWALLOWED,
    UNDERLINED,
    Case,
)

TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n"
ROWS = "| 3 | 4 |\n| 5 | 6 |\n"
RAW = "hiện nguyên trên trang"

HEADINGS = (
    Case(
        "no words, then a level skipped",
        "# A\n\n##\n\n### B\n",
        ((3, ERROR, NO_WORDS), (5, ERROR, SKIPPED)),
    ),
    Case(
        "a paragraph underlined, then a level skipped",
        "# A\n\nĐảng bộ họp.\n---\n\n### B\n",
        ((4, NOTE, UNDERLINED), (6, ERROR, SKIPPED)),
    ),
    Case(
        "a number sign, then a level skipped",
        "# A\n\n#12 là số.\n\n### B\n",
        ((3, NOTE, HASH), (5, ERROR, SKIPPED)),
    ),
    Case(
        "a paragraph underlined far", "# A\n\nĐảng bộ họp.\n----------\n", ((4, NOTE, "“-----”"),)
    ),
    Case(
        "a paragraph with a call underlined", f"# A\n\nHọp.{CITE}\n---\n", ((4, NOTE, UNDERLINED),)
    ),
    *(
        Case(
            f"words with {sign} underlined",
            f"# A\n\nĐảng bộ họp{sign}\n---\n",
            ((4, NOTE, UNDERLINED),),
        )
        for sign in ",;:!?"
    ),
    Case("a number in a heading", "# A\n\n## Nghị quyết #1\n"),
    Case("a heading in a box", '# A\n\n!!! note "B"\n\n    ### C\n'),
    Case("a heading in code", "Đoạn.\n\n    # đặt a = 1\n"),
    Case("a sign in an indented line", "Đoạn.\n\n  Số # của tài liệu.\n"),
    Case("a heading with a call behind a space", f"# A\n\n ## B{CITE} C\n", ((3, ERROR, HASHES),)),
    Case(
        "a skipped level, with a quotation",
        "# A\n\n### B\n\n> Lời trích.\n",
        ((3, ERROR, SKIPPED),),
    ),
    Case(
        "a lower level, then back",
        "# A\n\n## B\n\n### C\n\n## D\n\n#### E\n",
        ((9, ERROR, SKIPPED),),
    ),
)

INDENTED = (
    Case(
        "a sentence with a symbol", "Đoạn.\n\n    Quyết định 12/2008 nêu rõ.\n", ((3, NOTE, CODE),)
    ),
    Case("a box in code", "Đoạn.\n\n    !!! Ghi chú ngay\n", ((3, NOTE, CODE),)),
    Case("a table in code", "Đoạn.\n\n    | A | B |\n    | 1 | 2 |\n", ((3, NOTE, CODE),)),
    Case("a class in code", "Đoạn.\n\n    a = {: .lop }\n"),
    Case("a footnote in code", "Đoạn.\n\n    [^1]: a = 1\n"),
    Case(
        "a mark in code, then one without text",
        "Đoạn.\n\n    a = x[^1]\n\nĐoạn[^2].\n",
        ((5, NOTE, NO_TEXT),),
    ),
    Case("code, then a footnote", "Đoạn[^1].\n\n    a = 1\n\n[^1]: lời\n"),
    Case(
        "code, then a box",
        "Đoạn.\n\n    a = 1\n\nHết.\n\n!!! Chú ý ngay\n    Lời.\n",
        ((7, ERROR, BOX_WORDS),),
    ),
    Case("code, then a class", "Đoạn.\n\n    a = 1\n\nChữ {: .lop }\n", ((5, NOTE, RAW),)),
    Case(
        "code, a paragraph, code",
        "    Một.\n\nĐoạn.\n\n    Hai.\n",
        ((1, NOTE, CODE), (5, NOTE, CODE)),
    ),
    Case("five spaces", "Đoạn.\n\n     Thụt năm.\n", ((3, NOTE, "đoạn thụt 5 dấu cách"),)),
)

BOXES = (
    Case("a box named in a sentence", "Xem !!! note nhé.\n"),
    Case("a box under a paragraph", "Đoạn.\n!!! Chú ý ngay\n    Lời.\n", ((2, ERROR, BOX_WORDS),)),
    Case(
        "two boxes with curved marks",
        "!!! note “A”\n!!! note “B”\n    Lời.\n",
        ((1, NOTE, BOX_RAW), (2, NOTE, BOX_RAW)),
    ),
    Case(
        "two boxes with bare words",
        "!!! Chú ý A\n!!! Chú ý B\n    Lời.\n",
        ((1, ERROR, BOX_WORDS), (2, ERROR, BOX_WORDS)),
    ),
    Case("bare words and its text outside", "!!! Chú ý ngay\nLời.\n", ((1, ERROR, BOX_WORDS),)),
    Case("a word before a title", '!!! Chú "A"\n    Lời.\n', ((1, ERROR, "“Chú”"),)),
    Case(
        "a kind and a word before a title", '!!! note Chú "A"\n    Lời.\n', ((1, ERROR, BOX_WORDS),)
    ),
    Case("a kind with a place", '!!! note inline end "A"\n    Lời.\n'),
    Case("a kind with a place, without a title", "!!! note inline end\n    Lời.\n"),
    Case("a box in an item", '- một\n\n    !!! note "A"\n        Lời.\n'),
    Case(
        "a box in an item, with its text outside",
        '- một\n\n    !!! note "A"\n    Lời.\n',
        ((4, NOTE, BOX_EMPTY),),
    ),
    Case("a box whose text follows a blank line", '!!! note "A"\n\n    Lời.\n'),
    Case(
        "a box whose text is after a blank line outside",
        '!!! note "A"\n\nLời.\n',
        ((3, NOTE, BOX_EMPTY),),
    ),
    Case("a box with code", '!!! note "A"\n        a = 1\n'),
    Case("a box without a text", 'Đoạn.\n\n!!! note "A"\n', ((3, NOTE, "hộp này không có lời"),)),
)

CLASSES = (
    Case("a class right after a link", "Xem [một](mot.md){: .lop }\n"),
    Case("a class right after a label", "Xem [một][hai]{: .lop }\n\n[hai]: hai.md\n"),
    Case("a class right after bold", "Có **đậm**{: .lop }\n"),
    Case("a class and a space after bold", "Có **đậm** {: .lop }\n", ((1, NOTE, RAW),)),
    Case("a class right after italics", "Có _nghiêng_{: .lop }\n"),
    Case("a class right after code", "Gõ `mã`{: .lop }\n"),
    Case("a class in a cell", "| A | B |\n|---|---|\n| 1 | **2**{: .lop } |\n"),
    Case("a heading, then a class", "## Mục\n\nChữ {: .lop }\n", ((3, NOTE, RAW),)),
    Case("a class, then another", "Chữ {: .a }\n\nChữ {: .b }\n", ((1, NOTE, RAW), (3, NOTE, RAW))),
    Case("a class in the second line", "  Chữ\n  nữa {: .lop }\n", ((2, NOTE, RAW),)),
)

TABLES = (
    Case(
        "rows after a table and a heading",
        f"{TABLE}\n## Mục\n\n{ROWS}",
        ((7, NOTE, "vì thiếu dòng gạch"),),
    ),
    Case(
        "rows after a table and a paragraph",
        f"{TABLE}\nĐoạn.\n\n{ROWS}",
        ((7, NOTE, "vì thiếu dòng gạch"),),
    ),
    Case(
        "rows after a table and an item",
        f"{TABLE}\n- một\n\n{ROWS}",
        ((7, NOTE, "vì thiếu dòng gạch"),),
    ),
    Case(
        "rows apart, twice",
        f"{TABLE}\n{ROWS}\n{ROWS}",
        ((5, NOTE, "cách bảng ở trên"), (8, NOTE, "vì thiếu dòng gạch")),
    ),
    Case("an item, then a row", "- một\n\n| 1 | 2 |\n", ((3, NOTE, NO_TABLE),)),
    Case("strokes in items", "- | A | B |\n- | 1 | 2 |\n"),
    Case("a sign for more in a table", "| A > 1 | B |\n|---|---|\n| 1 | 2 |\n"),
    Case(
        "a row after a rule under a paragraph",
        f"Chọn a | b.\nHết đoạn\n--|--\n\n{ROWS}",
        ((5, NOTE, NO_TABLE),),
    ),
    Case("a line of dashes first", f"|---|---|\n{ROWS}", ((1, NOTE, NO_TABLE),)),
    Case("a dash in the second row", "| A | B |\n| a-b | 2 |\n", ((1, NOTE, NO_TABLE),)),
    Case("a stroke between two", "|x|\n"),
    Case(
        "an aligned table below an item", "- một\n\n  | A | B |\n  | :--- | ---: |\n  | 1 | 2 |\n"
    ),
    Case("a rule under a paragraph with a stroke", "Chọn a | b.\nHết đoạn\n--|--\n"),
    Case(
        "a source under a table of one column",
        "| A |\n|---|\n| 1 |\nNguồn: báo cáo.\n",
        ((4, ERROR, SWALLOWED),),
    ),
    Case("a table with two lines above", f"Bảng\nsau:\n{TABLE}", ((3, NOTE, NO_TABLE),)),
)

NOTES = (
    Case(
        "a picture as a footnote",
        "Đoạn[^1].\n\n[^1]: ![Lễ](anh/le.png)\n",
        ((3, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case("an item as a footnote", "Đoạn[^1].\n\n[^1]: - một\n", ((3, ERROR, ONLY_PARAGRAPHS),)),
    Case(
        "a table in a footnote",
        "Đoạn[^1].\n\n[^1]: Lời:\n\n    | A |\n    |---|\n    | 1 |\n",
        ((5, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case(
        "code in a footnote",
        "Đoạn[^1].\n\n[^1]: Lời:\n\n        a = 1\n",
        ((5, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case(
        "code under a paragraph of a footnote",
        "Đoạn[^1].\n\n[^1]: Lời.\n\n    Đoạn hai.\n\n        a = 1\n",
        ((7, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case(
        "code after a paragraph that ends a footnote",
        "A[^1].\n\n[^1]: a\n\nB.\n\n    a\n",
        ((7, NOTE, CODE),),
    ),
    Case(
        "two lists in a footnote",
        "Đoạn[^1].\n\n[^1]: Lời:\n\n    - a\n\n    Đoạn.\n\n    - b\n",
        ((5, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case("a list after a footnote", "Đoạn[^1].\n\n[^1]: Lời.\n\n- một\n"),
    Case(
        "a list under the second of two",
        "A[^1] B[^2].\n\n[^1]: một\n[^2]: hai\n\n    - a\n",
        ((6, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case("a footnote on the next line", "Đoạn[^1].\n\n[^1]:\n    Lời.\n"),
    Case("a footnote after a blank line", "Đoạn[^1].\n\n[^1]:\n\n    Lời.\n"),
    Case("the second of two empty", "A[^1] B[^2].\n\n[^1]: một\n[^2]:\n", ((4, NOTE, EMPTY_NOTE),)),
    Case("the first of two empty", "A[^1] B[^2].\n\n[^1]:\n[^2]: hai\n", ((3, NOTE, EMPTY_NOTE),)),
    Case("a mark and a colon", "Đoạn [^1]: nói vậy.\n\n[^1]: lời\n"),
    Case("an escaped mark", "Gõ \\[^1] vậy.\n"),
    Case("a mark without text behind a space", " Đoạn[^1].\n", ((1, NOTE, NO_TEXT),)),
    Case("a mark without text, twice", "Đoạn[^1] và[^1].\n", ((1, NOTE, NO_TEXT),)),
)

EDGES_OF_BLOCKS = (*HEADINGS, *INDENTED, *BOXES, *CLASSES, *TABLES, *NOTES)
