"""Cases beside those of editors: what is just a slip, and what is just none.

As in `cases`; the whole messages are in the snapshot.
"""

from __future__ import annotations

from tests.chapter.slips.cases import BESIDE, DASH, GLUED, JOINED, NOTE, Case

NEW = "nối liền với dòng trên"
FULL = "Đoạn này dài đúng bảy mươi chữ cái thì người viết phải xuống dòng."
"""A line that was wrapped by hand where it is full."""

EDGES = (
    # a year, a number or a letter in sequence, and out of it
    Case("years that go back", "1947. Chi bộ B\n1946. chi bộ A\n"),
    Case("years with a gap", "1946. Chi bộ A\n1951. Chi bộ B\n", ((1, NOTE, JOINED),)),
    Case("a year under a number of three digits", "946. Chi bộ A\n1948. chi bộ B\n"),
    Case("numbers with a gap", "7) một\n9) hai\n"),
    Case("letters with a gap", "a) một\nc) hai\n"),
    Case("the same letter twice", "a) một\na) hai\n"),
    Case("a letter under a number", "1) một\nb) hai\n"),
    Case("a number under a letter", "a) một\n2) hai\n"),
    Case("a Roman number under an Arabic one", "1) một\nII) hai\n"),
    Case("Vietnamese letters", "d) một\nđ) hai\n", ((1, NOTE, JOINED),)),
    Case("numbers of two levels out of order", "1.1. một một\n1.3. một ba\n"),
    Case("numbers of two levels, other heads", "1.1. một một\n2.2. hai hai\n"),
    # a list glued to a paragraph, and a dash in a sentence
    Case("a dash that wraps", "Tuyến Chợ Trên\n- Chợ Dưới - Bến Giữa mở lại.\n"),
    Case(
        "two bullets, of which one has a dash within",
        "Các tuyến\n- Chợ Trên - Chợ Dưới\n- Bến Giữa\n",
        ((2, NOTE, GLUED),),
    ),
    Case("one bullet after a colon", "Gồm:\n- một\n", ((2, NOTE, GLUED),)),
    Case("one plus in a sum", "Cộng cả năm trước\n+ năm nay thì đủ.\n"),
    Case(
        "a stroke in the second line is no table",
        "Một đoạn\ncó dấu | ở giữa:\n- một\n- hai\n",
        ((3, NOTE, GLUED),),
    ),
    Case("a table of few signs", "a|b\n-|-\n1|2\n"),
    Case(
        "a number that is no list",
        "1994. Đại hội họp.\nNăm sau lại họp thêm một lần nữa ở hội trường mới.\n",
        ((2, NOTE, NEW),),
    ),
    Case(
        "a number that begins no list",
        "12. Đại hội họp.\nNăm sau lại họp thêm một lần nữa ở hội trường mới.\n",
        ((2, NOTE, NEW),),
    ),
    Case(
        "a dash within the first line",
        "Tuyến Chợ Trên - Chợ Dưới.\nNăm sau mở thêm một tuyến nữa, qua cầu mới.\n",
        ((2, NOTE, NEW),),
    ),
    Case("a bullet within a line", "Đoạn có - gạch ở giữa.\n\nĐoạn sau.\n"),
    Case("a dot sign within a line", "Đoạn có • ở giữa.\n\nĐoạn • sau.\n"),
    Case("one en dash after a sentence", "Hết.\n\n– Vậy là xong.\n"),
    Case("two en dashes apart", "– Một\n\n– Hai\n\n– Ba\n", ((1, NOTE, DASH),)),
    Case(
        "en dashes parted by a heading",
        "– Một\n\n– Hai\n\n## Mục\n\n– Ba\n\n– Bốn\n",
        ((1, NOTE, DASH), (7, NOTE, DASH)),
    ),
    # lines that were wrapped by hand, and lines that end a paragraph
    Case("a wrapped line", f"{FULL}\nSau đó lại viết tiếp.\n"),
    Case("a short line that ends a sentence", f"Hết đoạn.\n{FULL}\n", ((2, NOTE, NEW),)),
    Case("a short line within a sentence", f"Hết đoạn\n{FULL}\n"),
    Case("a short line before a small letter", f"Hết đoạn.\n{FULL[0].lower()}{FULL[1:]}\n"),
    Case("a short line that is broken by hand", f"Hết đoạn.  \n{FULL}\n"),
    # room for the first word of the next line and ten letters more, or just not
    Case("a line that had just room", f"{'a' * 49}.\nSau {'b' * 60}\n", ((2, NOTE, NEW),)),
    Case("a line that had room for eleven", f"{'a' * 48}.\nSau {'b' * 59}\n", ((2, NOTE, NEW),)),
    Case("a line that had room for ten", f"{'a' * 49}.\nSau {'b' * 59}\n"),
    Case("a line that had no room", f"{'a' * 54}.\nSau {'b' * 59}\n"),
    # items of one level
    Case("bullets of two kinds", "- một\n\n* hai\n", ((3, NOTE, BESIDE),)),
    Case("bullets of two kinds in two lists", "- một\n\nĐoạn.\n\n* hai\n"),
    Case("bullets of two kinds under two headings", "- một\n\n## Mục\n\n* hai\n"),
    # other signs
    Case("signs of another Markdown", "Chữ ==tô== này.\n", ((1, NOTE, "dấu =="),)),
    Case(
        "after escaped signs",
        "\\*\\*\\_ xem [](dai-hoi.md) này.\n",
        ((1, NOTE, "không có chữ nào để bấm"),),
    ),
    Case("escaped signs alone", "\\[\\[Đại hội\\]\\] và \\~\\~bỏ\\~\\~\n"),
    Case("a heading in an item", "- một\n\n     ## Mục\n"),
    Case("a heading after a space", " ## Mục\n", ((1, "lỗi", "hiện nguyên dấu #"),)),
    Case(
        "a fence that is open at a place of its own",
        "Đoạn.\n\n- một\n\n    ```\n    mã\n\nĐoạn.\n",
        ((5, NOTE, "không có dòng đóng"),),
    ),
    Case("a fence within a fence", "````\n```\nmã\n````\n"),
    Case("words in brackets before a parenthesis", "Xem [Đảng bộ] (theo trang mot.md) thêm.\n"),
    Case(
        "a link with a space before its page",
        "Xem [Đảng bộ] (mot.md) thêm.\n",
        ((1, NOTE, "viết sai nên hiện nguyên dấu ngoặc"),),
    ),
)
