"""What editors type, and what is told of it: (line of the body, severity, words of the message).

A case that tells nothing is Markdown as it should be: a false alarm is as bad as silence.
"""

from __future__ import annotations

from typing import NamedTuple

ERROR, NOTE = "lỗi", "ghi chú"


class Case(NamedTuple):
    """A chapter's body, and what is told of it."""

    name: str
    body: str
    told: tuple[tuple[int, str, str], ...] = ()


CITE = '{{ cite("tai-lieu-thu#1") }}'
GLUED = "viết liền dưới đoạn văn"
DASH = "không làm thành danh sách"
BESIDE = "cùng bậc với"
SHALLOW = "không thành mục con"
JOINED = "dính thành một đoạn"
PARTED = "không thuộc về mục"
CODE = "thành khối mã"
CUT = "bảng chỉ có"
SHORT = "thiếu ô"
SWALLOWED = "thành một hàng của bảng"
NO_TABLE = "không thành bảng"
NO_TEXT = "không có lời chú thích"
NO_MARK = "không chỗ nào dẫn"
TWICE = "bị mất vì bên dưới"
EMPTY_NOTE = "để trống"
ONLY_PARAGRAPHS = "chỉ in được đoạn văn"
SECOND_TITLE = "đề mục bậc 1 thứ hai"
SKIPPED = "đề mục nhảy từ bậc"
UNDERLINED = "thành đề mục vì"
HASH = "thành đề mục bậc 1"
NO_ALT = "ảnh không có lời mô tả"
EMPTY_ALT = "không tả gì"
HASHES = "hiện nguyên dấu #"
NO_WORDS = "đề mục không có chữ nào"
SEVEN = "hơn sáu dấu #"
CAPTION = "chỉ hiện khi đưa con trỏ"
UNUSED_LINK = "không hiện trên trang"
RAW_LINK = "hiện nguyên dấu ngoặc"
BOX_WORDS = "tiêu đề hộp"
BOX_RAW = "không thành hộp"
BOX_EMPTY = "nằm ngoài hộp"
STARS = "hiện nguyên dấu"
ITALIC = "bị hiểu là chữ nghiêng"
FENCE = "không có dòng đóng"
ENTER = "nối liền với dòng trên"

LISTS = (
    Case("bullets under a paragraph", f"Các việc{CITE}:\n- một\n- hai\n", ((2, NOTE, GLUED),)),
    Case("one bullet under a paragraph", "Việc chính.\n- một\n", ((2, NOTE, GLUED),)),
    Case("stars under a paragraph", "Gồm:\n* một\n* hai\n", ((2, NOTE, GLUED),)),
    Case("pluses under a paragraph", "Gồm:\n+ một\n+ hai\n", ((2, NOTE, GLUED),)),
    Case("numbers under a paragraph", "Gồm:\n1. một\n2. hai\n", ((2, NOTE, GLUED),)),
    Case("bullets under a quotation", "> Gồm:\n> - một\n> - hai\n", ((2, NOTE, GLUED),)),
    Case(
        "bullets under a paragraph of an item",
        "- Một:\n\n    Gồm:\n    - a\n    - b\n",
        ((4, NOTE, GLUED),),
    ),
    Case("en dashes", "Gồm:\n\n– một\n– hai\n", ((3, NOTE, DASH),)),
    Case("en dashes under a paragraph", "Gồm:\n– một\n– hai\n", ((2, NOTE, DASH),)),
    Case("dots", "• một\n• hai\n", ((1, NOTE, DASH),)),
    Case("dots without a space", "•một\n•hai\n", ((1, NOTE, DASH),)),
    Case("dots of Word, each a paragraph", "· một\n\n· hai\n", ((1, NOTE, DASH),)),
    Case("squares", "Gồm\n\n▪ một\n▪ hai\n", ((3, NOTE, DASH),)),
    Case("one em dash after a colon", "Gồm:\n\n— một\n", ((3, NOTE, DASH),)),
    Case("an item two levels down", "- một\n        - một a\n- hai\n", ((2, NOTE, "quá một bậc"),)),
    Case(
        "numbers two levels down, of which the first begins no list",
        "- một\n        3. a\n        4. b\n- hai\n",
        ((3, NOTE, "quá một bậc"),),
    ),
    Case(
        "pluses meant as below",
        f"- Về tổ chức{CITE}:\n+ A{CITE}\n+ B\n- Về tư tưởng\n",
        ((2, NOTE, BESIDE),),
    ),
    Case(
        "pluses below, with blank lines",
        "- Tổ chức:\n\n+ A\n\n+ B\n\n- Tư tưởng\n",
        ((3, NOTE, BESIDE),),
    ),
    Case("stars meant as below", "- Tổ chức:\n* A\n* B\n", ((2, NOTE, BESIDE),)),
    Case("bullets within numbers", "1. Một\n- a\n- b\n2. Hai\n", ((2, NOTE, BESIDE),)),
    Case("numbers within bullets", "- Một\n1. a\n2. b\n- Hai\n", ((2, NOTE, BESIDE),)),
    Case("dots within bullets", "- Một\n• a\n• b\n", ((2, NOTE, DASH),)),
    Case("two spaces", "- một\n  - một a\n- hai\n", ((2, NOTE, SHALLOW),)),
    Case("three spaces in numbers", "1. một\n   - một a\n2. hai\n", ((2, NOTE, SHALLOW),)),
    Case("two spaces, second level", "- một\n    - a\n      - b\n", ((3, NOTE, SHALLOW),)),
    Case("two spaces with plus", "- một\n  + a\n  + b\n", ((2, NOTE, SHALLOW),)),
    Case(
        "glued and shallow",
        "Việc:\n- một\n  - một a\n- hai\n",
        ((2, NOTE, GLUED), (3, NOTE, SHALLOW)),
    ),
    Case(
        "paragraph of an item, two spaces", "- Một\n\n  Đoạn tiếp.\n\n- Hai\n", ((3, NOTE, PARTED),)
    ),
    Case(
        "paragraph of a number, three spaces",
        "1. Một\n\n   Đoạn tiếp.\n\n2. Hai\n",
        ((3, NOTE, PARTED),),
    ),
    Case("bullets without a space", "Gồm:\n\n-một\n-hai\n", ((3, NOTE, "không có dấu cách"),)),
    Case("stars without a space", "*một\n*hai\n", ((1, NOTE, "không có dấu cách"),)),
    Case("arrows", "→ một\n→ hai\n", ((1, NOTE, DASH),)),
    Case("circles of Word", "o một\no hai\n", ((1, NOTE, DASH),)),
    Case(
        "a paragraph under a list",
        "- một\n- hai\nĐoạn sau danh sách.\n",
        ((3, NOTE, "thành chữ của mục ở trên"),),
    ),
    Case(
        "numbers of two levels",
        "1. một\n1.1. một một\n1.2. một hai\n2. hai\n",
        ((2, NOTE, JOINED),),
    ),
    Case(
        "numbers of two levels in a paragraph", "1.1. một một\n1.2. một hai\n", ((1, NOTE, JOINED),)
    ),
    Case("letters", "Gồm:\n\na) một\nb) hai\n", ((3, NOTE, JOINED),)),
    Case("letters under a paragraph", "Gồm:\na) một\nb) hai\n", ((2, NOTE, JOINED),)),
    Case("numbers with a bracket", "1) một\n2) hai\n", ((1, NOTE, JOINED),)),
    Case("numbers without a space", "1.Một\n2.Hai\n", ((1, NOTE, JOINED),)),
    Case("Roman numbers", "I. Một\nII. Hai\nIII. Ba\n", ((1, NOTE, JOINED),)),
    Case("years line by line", "1946. Chi bộ A\n1947. Chi bộ B\n", ((1, NOTE, JOINED),)),
    Case(
        "years under a paragraph",
        "Các mốc:\n1946. Chi bộ A\n1947. Chi bộ B\n",
        ((2, NOTE, JOINED),),
    ),
    Case(
        "numbers in a paragraph that is none",
        "Việc chính.\n1. một\n2. hai\n3. ba\n",
        ((2, NOTE, GLUED),),
    ),
    Case(
        "paragraphs without a blank line",
        "Đảng bộ được thành lập.\nNăm sau, đảng bộ họp đại hội và bầu ra ban chấp hành.\n",
        ((2, NOTE, ENTER),),
    ),
)

NUMBERS = (
    Case("a year begins a paragraph", f"1946. Chi bộ đầu tiên ra đời{CITE}.\n"),
    Case("a year begins an item", "- 1946. Chi bộ đầu tiên\n- 1947. Chi bộ thứ hai\n"),
    Case("a year begins a quotation", "> 1946. Chi bộ đầu tiên\n"),
    Case("a year begins a paragraph of an item", "- Một\n\n    1946. Chi bộ đầu tiên\n"),
    Case("years, each a paragraph", "1946. Chi bộ A\n\n1947. Chi bộ B\n"),
    Case("a day begins a paragraph", "27. 01. 1994 là ngày thành lập.\n"),
    Case("the first of a month", "1. 5. 1950 là ngày họp.\n"),
    Case("a number begins a paragraph", "35. Con số này đúng.\n"),
    Case("a number in a footnote", "Chữ[^1].\n\n[^1]: 1946. Chi bộ.\n"),
    Case("a list from five", "5. năm\n6. sáu\n"),
    Case("a list from five, with blank lines", "5. năm\n\n6. sáu\n"),
    Case("a list goes on after a paragraph", "1. một\n\nĐoạn.\n\n2. hai\n\nĐoạn.\n\n3. ba\n"),
    Case("a list with a gap", "1. một\n3. ba\n4. bốn\n"),
    Case("a list that begins anew", "1. một\n2. hai\n1. lại một\n"),
    Case("a list from nought", "0. không\n1. một\n"),
    Case("a list of ones", "1. một\n1. hai\n1. ba\n"),
    Case("a wrapped line in a list", "- Họp ngày 5 tháng\n12. Năm sau lại họp\n"),
    Case("a wrapped year in a list", "1. Thành lập năm\n1946. Sau đó lại họp\n2. Hai\n"),
    Case("a wrapped year in a paragraph", "Thành lập năm\n1946. Sau đó lại họp\n"),
    Case("bullets, then numbers", "- một\n- hai\n\n1. ba\n2. bốn\n"),
    Case("numbers below a year", "- 1946\n    1. một\n    2. hai\n"),
    Case("a list from five within a list", "- Một\n    5. năm\n    6. sáu\n"),
)

TABLES = (
    Case("a cell too many", "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n", ((3, ERROR, CUT),)),
    Case(
        "a call in a cell too many",
        f"| A | B |\n|---|---|\n| 1 | 2 | {CITE} |\n",
        ((3, ERROR, CUT),),
    ),
    Case("a cell too many without borders", "A | B\n--|--\n1 | 2 | 3\n", ((3, ERROR, CUT),)),
    Case("a pipe within a cell", "| A | B |\n|---|---|\n| 1|2 | 3 |\n", ((3, ERROR, CUT),)),
    Case("a cell too few", "| A | B | C |\n|---|---|---|\n| 1 | 2 |\n", ((3, ERROR, SHORT),)),
    Case("an empty cell too many", "| A | B |\n|---|---|\n| 1 | 2 | |\n", ((3, ERROR, CUT),)),
    Case(
        "two rows, each wrong",
        "| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n",
        ((3, ERROR, SHORT), (4, ERROR, CUT)),
    ),
    Case(
        "a source under a table",
        "| A | B |\n|---|---|\n| 1 | 2 |\nNguồn: báo cáo.\n",
        ((4, ERROR, SWALLOWED),),
    ),
    Case(
        "a table under a paragraph",
        "Bảng sau:\n| A | B |\n|---|---|\n| 1 | 2 |\n",
        ((2, NOTE, NO_TABLE),),
    ),
    Case("a table without its line", "| A | B |\n| 1 | 2 |\n", ((1, NOTE, NO_TABLE),)),
    Case(
        "a line of too few dashes",
        "| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n",
        ((2, NOTE, NO_TABLE),),
    ),
    Case(
        "a blank line in a table",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n",
        ((5, NOTE, NO_TABLE),),
    ),
    Case("columns by tabs", "Năm\tSố\n1994\t12\n1995\t13\n", ((1, NOTE, "bằng Tab"),)),
    Case("a table", "| A | B |\n|---|---|\n| 1 | 2 |\n"),
    Case("a table without borders", "A | B\n--|--\n1 | 2\n\nĐoạn.\n"),
    Case("a table with alignment and escapes", "| A | B |\n|:--|--:|\n| 1 \\| x | `a|b` |\n"),
    Case("a table with an empty cell", "| A | B |\n|---|---|\n| | 2 |\n| 1 | |\n"),
    Case("a table of one column", "| A |\n|---|\n| 1 |\n"),
    Case("a table with calls", f"| A | B |\n|---|---|\n| 1 {CITE} | {CITE} |\n"),
    Case("a table within an item", "- Một\n\n    | A | B |\n    |---|---|\n    | 1 | 2 |\n"),
    Case("one pipe in a sentence", "Chọn a | b đều được.\n"),
)

NOTES = (
    Case("a mark without its text", f"Đoạn có chú thích[^1]{CITE}.\n", ((1, NOTE, NO_TEXT),)),
    Case("one of two marks without its text", "A[^1] B[^2].\n\n[^1]: một\n", ((1, NOTE, NO_TEXT),)),
    Case("a text without its mark", "Đoạn.\n\n[^2]: không ai gọi.\n", ((3, ERROR, NO_MARK),)),
    Case(
        "mark and text of two names",
        "Đoạn[^1].\n\n[^2]: lời.\n",
        ((1, NOTE, NO_TEXT), (3, ERROR, NO_MARK)),
    ),
    Case("a text without its colon", "Đoạn[^1].\n\n[^1] lời chú thích.\n", ((1, NOTE, NO_TEXT),)),
    Case("a text typed twice", "Đoạn[^1].\n\n[^1]: một.\n\n[^1]: hai.\n", ((3, ERROR, TWICE),)),
    Case("an empty text", "Đoạn[^1].\n\n[^1]:\n", ((3, NOTE, EMPTY_NOTE),)),
    Case(
        "a list in a footnote",
        "Đoạn[^1].\n\n[^1]: Gồm:\n\n    - một\n    - hai\n",
        ((5, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case(
        "a picture in a footnote",
        'Đoạn[^1].\n\n[^1]: Xem:\n\n    ![Lễ](anh/le.png "Lễ")\n',
        ((5, ERROR, ONLY_PARAGRAPHS),),
    ),
    Case("a mark in code alone", "Đoạn `[^1]`.\n\n[^1]: lời.\n", ((3, ERROR, NO_MARK),)),
    Case("a footnote in its place", "Đoạn ^[lời tại chỗ].\n", ((1, NOTE, "hiện nguyên dấu"),)),
    Case("a footnote", "Đoạn[^1].\n\n[^1]: Lời chú thích.\n"),
    Case("a footnote named twice", "Đoạn[^a] và đoạn[^a].\n\n[^a]: Lời.\n"),
    Case("a footnote with two paragraphs", "Đoạn[^1].\n\n[^1]: Lời.\n\n    Lời nữa.\n"),
    Case("footnotes line by line", "A[^1] B[^2].\n\n[^1]: một\n[^2]: hai\n"),
    Case("a footnote of a footnote", "A[^1].\n\n[^1]: một[^2]\n\n[^2]: hai\n"),
    Case("a mark shown as code", "Viết `[^1]` sau chữ.\n"),
)

HEADINGS = (
    Case("two titles", "# Một\n\nĐoạn.\n\n# Hai\n", ((5, ERROR, SECOND_TITLE),)),
    Case(
        "three titles",
        "# Một\n\n# Hai\n\n# Ba\n",
        ((3, ERROR, SECOND_TITLE), (5, ERROR, SECOND_TITLE)),
    ),
    Case("a level skipped", "# Một\n\n### Hai\n", ((3, ERROR, SKIPPED),)),
    Case("a level skipped further down", "# Một\n\n## Hai\n\n#### Ba\n", ((5, ERROR, SKIPPED),)),
    Case(
        "a paragraph underlined", "# Một\n\nĐảng bộ họp đại hội.\n---\n", ((4, NOTE, UNDERLINED),)
    ),
    Case("a long heading underlined", f"# Một\n\nĐại{' hội' * 14}\n---\n"),
    Case(
        "a paragraph underlined, without a full stop",
        f"# Một\n\nĐại{' hội' * 15}\n---\n",
        ((4, NOTE, UNDERLINED),),
    ),
    Case("a number sign", "# Một\n\n#12 là số đoạn.\n", ((3, NOTE, HASH),)),
    Case("a level skipped without a title", "Đoạn.\n\n### Ba\n", ((3, ERROR, SKIPPED),)),
    Case("a heading behind a space", "# Một\n\n ## Hai\n", ((3, ERROR, HASHES),)),
    Case("a heading without words", "# Một\n\n##\n\nĐoạn.\n", ((3, ERROR, NO_WORDS),)),
    Case("a heading of seven signs", "# Một\n\n####### Hai\n", ((3, ERROR, SEVEN),)),
    Case("a link turned round", "Xem (mục)[mot.md].\n", ((1, NOTE, "viết ngược dấu ngoặc"),)),
    Case("headings", "# Một\n\n## Hai\n\n### Ba\n\n## Bốn\n"),
    Case("headings of lines", "Một\n======\n\nHai\n---\n\nĐoạn.\n"),
    Case("a heading under a paragraph", "# Một\n\nĐoạn.\n## Hai\nĐoạn.\n"),
    Case("no title", "Đoạn.\n\n## Hai\n"),
    Case("hashes in code", "# Một\n\n```\n# chú thích\n#### x\n```\n"),
    Case("a rule", "Đoạn.\n\n---\n\nĐoạn.\n"),
)

PARAGRAPHS = (
    Case("four spaces", f"Đoạn.\n\n    Đoạn thụt như trong Word{CITE}.\n", ((3, NOTE, CODE),)),
    Case("a tab", "Đoạn.\n\n\tĐoạn thụt bằng phím Tab.\n", ((3, NOTE, CODE),)),
    Case("six spaces", "      Đoạn đầu thụt sáu dấu cách.\n", ((1, NOTE, CODE),)),
    Case("every paragraph indented", "    Đoạn một.\n\n    Đoạn hai.\n", ((1, NOTE, CODE),)),
    Case("eight spaces in an item", "- Một\n\n        Đoạn thụt.\n", ((3, NOTE, CODE),)),
    Case("a command in an item", '1. Chạy:\n\n        make new NAME="Đảng bộ xã"\n\n2. Xem.\n'),
    Case("a setting in an item", "1. Ghi:\n\n        kind: party\n        short_name: Đảng bộ\n"),
    Case(
        "a small letter",
        "Đoạn.\n\n    theo quyết định của Thành ủy, đảng bộ họp.\n",
        ((3, NOTE, CODE),),
    ),
    Case("three spaces", "   Đoạn thụt ba dấu cách.\n"),
    Case("an empty item", "- \n- một\n"),
    Case("six spaces below an item", "- một\n\n      Đoạn của mục.\n"),
    Case("a paragraph of an item", "- Một\n\n    Đoạn của mục.\n\n    Đoạn nữa.\n\n- Hai\n"),
    Case("an indented second line", "Đoạn dài\n    còn tiếp.\n"),
    Case("fenced code", "```\nmã\n\n    thụt\n- x\n[^1]\n```\n"),
    Case("an open fence", "```\nmã\n\nĐoạn.\n", ((1, NOTE, FENCE),)),
    Case("an open fence of tildes, later", "Đoạn.\n\n~~~\nmã\n", ((3, NOTE, FENCE),)),
    Case("an indented fence", "Đoạn.\n\n  ```\n  mã\n  ```\n", ((3, NOTE, "thụt đầu dòng"),)),
    Case("words after a fence", "~~~ mã nguồn\nmã\n~~~\n", ((1, NOTE, "không mở được"),)),
    Case("a language after a fence", "```yaml\nid: a\n```\n"),
    Case("ticks in a line", "Gõ ```mã``` ở đây.\n"),
    Case(
        "a box without quotation marks",
        "!!! Chú ý quan trọng\n    Lời.\n",
        ((1, ERROR, BOX_WORDS),),
    ),
    Case("a box with curved marks", "!!! note “Chú ý”\n    Lời.\n", ((1, NOTE, BOX_RAW),)),
    Case("a box of details", "??? note\n    Lời.\n", ((1, NOTE, BOX_RAW),)),
    Case("a box with its text outside", '!!! note "Chú ý"\nLời.\n', ((2, NOTE, BOX_EMPTY),)),
    Case("a box", '!!! note "Chú ý"\n    Lời.\n\n    Lời nữa.\n'),
    Case("a box of another program", "> [!NOTE]\n> Lời.\n", ((1, NOTE, BOX_RAW),)),
    Case("a box between colons", "::: note\nLời.\n:::\n", ((1, NOTE, BOX_RAW),)),
    Case("a box of a kind and a short word", "!!! note nhớ\n    Lời.\n", ((1, ERROR, BOX_WORDS),)),
    Case("a box of a kind and words", "!!! note Chú ý\n    Lời.\n", ((1, ERROR, BOX_WORDS),)),
    Case("a box named in Vietnamese", "!!! lưuý\n    Lời.\n"),
    Case("a box with a list", '!!! note "Chú ý"\n    - một\n    - hai\n'),
    Case("a definition list", "Chi bộ\n:   Tổ chức cơ sở của Đảng.\n"),
    Case(
        "wrapped lines",
        "Đảng bộ được thành lập theo quyết định của Ban Thường vụ Thành ủy.\nĐại hội đầu tiên họp\nhai năm sau đó và bầu Ban Chấp hành.\n",
    ),
    Case("a dash between wrapped lines", "Đảng bộ Khối\n– một tổ chức mới –\nđược lập.\n"),
    Case("bullets", "Gồm:\n\n- một\n- hai\n    - hai a\n    - hai b\n- ba\n"),
    Case("a paragraph with a dash", "Đoạn.\n\n— Trích báo cáo.\n\nĐoạn.\n"),
    Case("italics begin a line", "*Nghiêng* một.\n\n**Đậm** hai.\n\n*Cả dòng*\n*và dòng nữa*\n"),
    Case("a negative number begins a line", "Nhiệt độ:\n-5 và\n-6 độ.\n"),
    Case("decimal numbers begin lines", "12.5 triệu\n12.7 triệu\n"),
    Case("one tab", "Chữ\tchữ.\n"),
    Case("pluses alone", "Gồm:\n\n+ một\n+ hai\n"),
    Case("a bullet of several lines", "- một\ncòn tiếp\n- hai\n  còn tiếp\n"),
    Case("numbers with bullets below", "1. một\n    - a\n    - b\n2. hai\n"),
    Case("letters, each a paragraph", "a) một\n\nb) hai\n"),
    Case("a line break meant", "Trường Sơn Đông  \nTrường Sơn Tây.\n"),
    Case("a minus", "-5 độ và 12 - 3 = 9.\n"),
    Case("a telephone number", "+84 225 3842 368\n"),
    Case("code of bullets", "Viết `- một` hay `1. một`.\n"),
)

INLINE = (
    Case("no alternative text", "![](anh/le.png)\n", ((1, ERROR, NO_ALT),)),
    Case("blank alternative text", "Đoạn.\n\n![ ](anh/le.png)\n", ((3, ERROR, NO_ALT),)),
    Case("the name of a file", "![IMG_2041.JPG](anh/le.png)\n", ((1, ERROR, EMPTY_ALT),)),
    Case("that it is a picture", "![Hình 2](anh/le.png)\n", ((1, ERROR, EMPTY_ALT),)),
    Case(
        "a caption nobody sees",
        'Xem ![Lễ](anh/le.png "Lễ thành lập, 1994") này.\n',
        ((1, ERROR, CAPTION),),
    ),
    Case(
        "a caption right under a paragraph",
        'Ảnh:\n![Lễ](anh/le.png "Lễ thành lập")\n',
        ((2, ERROR, CAPTION),),
    ),
    Case(
        "no alternative text but a caption",
        '![](anh/le.png "Lễ thành lập")\n',
        ((1, ERROR, NO_ALT),),
    ),
    Case("a caption", 'Đoạn.\n\n![Lễ](anh/le.png "Lễ thành lập, 1994")\n\nĐoạn.\n'),
    Case("a caption in a quotation", '> ![Lễ](anh/le.png "Lễ thành lập, 1994")\n'),
    Case("a picture", "![Lễ thành lập](anh/le.png)\n"),
    Case("a line taken for an address", "Đoạn.\n\n[Nguồn]: báo-cáo\n", ((3, ERROR, UNUSED_LINK),)),
    Case("a number taken for an address", "Đoạn [1].\n\n[2]: Kỷ-yếu\n", ((3, ERROR, UNUSED_LINK),)),
    Case(
        "an abbreviation nobody uses",
        "Đoạn.\n\n*[UBKT]: Ủy ban kiểm tra\n",
        ((3, ERROR, UNUSED_LINK),),
    ),
    Case("a space in a link", "Xem [chương một] (mot.md).\n", ((1, NOTE, RAW_LINK),)),
    Case("a link without its end", "Xem [chương một](mot.md và tiếp.\n", ((1, NOTE, RAW_LINK),)),
    Case("years as a link without its end", "Xem [1950](mot.md.\n", ((1, NOTE, RAW_LINK),)),
    Case("one before brackets", "Xem [một](mot.md. Rồi (hai) sau.\n", ((1, NOTE, RAW_LINK),)),
    Case("numbers in brackets", "Xem [3] (trang 5) và [4](hai.\n"),
    Case("a link to nothing named", "Xem [chương một][mot].\n", ((1, NOTE, RAW_LINK),)),
    Case(
        "a link with a title",
        "Xem [chương](mot.md 'đọc thêm ở đây').\n",
        ((1, ERROR, "con trỏ đến liên kết"),),
    ),
    Case("a space in an address", "Xem [chương](chuong mot.md).\n", ((1, NOTE, "có dấu cách"),)),
    Case("a link without an address", "Xem [chương]().\n", ((1, NOTE, "chưa có địa chỉ"),)),
    Case("a link without words", "Xem [](mot.md).\n", ((1, NOTE, "không có chữ nào"),)),
    Case("a link of a wiki", "Xem [[Chương một]].\n", ((1, NOTE, RAW_LINK),)),
    Case("struck out", "Chữ ~~gạch~~ bỏ.\n", ((1, NOTE, "hiện nguyên trên trang"),)),
    Case("a class in a paragraph", "Chữ {: .lop }\n", ((1, NOTE, "hiện nguyên trên trang"),)),
    Case("a class alone", "{: .lop }\n", ((1, NOTE, "hiện nguyên trên trang"),)),
    Case("a class of a link", "Xem [một](mot.md){: .lop } và **đậm**{: .lop }.\n"),
    Case("a link", "Xem [chương một](mot.md) và [chương hai][hai].\n\n[hai]: hai.md\n"),
    Case("a short link", "Xem [hai].\n\n[hai]: hai.md\n"),
    Case("an abbreviation", "UBKT họp.\n\n*[UBKT]: Ủy ban kiểm tra\n"),
    Case("brackets", "Theo tài liệu [1], đảng bộ [khi ấy] họp (tại trụ sở).\n"),
    Case("bold with a space", "Đó là **Đảng bộ ** mới.\n", ((1, NOTE, STARS),)),
    Case("bold without its end", "Đó là **Đảng bộ mới.\n", ((1, NOTE, STARS),)),
    Case("two multiplications", "Ruộng 3*4 và 5*6 mét.\n", ((1, NOTE, ITALIC),)),
    Case("bold and italic", "Đó là **Đảng bộ** *mới* và ***cũ***.\n"),
    Case("a star", "Kho 5* và 3 * 4.\n"),
    Case("stars in code", "Viết `**đậm` và `a*b*c`.\n"),
    Case("escaped", "\\*một\\*, \\[hai\\], 1946\\. ba, a \\| b\n"),
    Case("class and id", "## Mục {: #ma-muc }\n\nĐoạn.\n{: .lop }\n"),
    Case("an entity", "A &lt; B &amp; C\n"),
)

CASES = (*LISTS, *NUMBERS, *TABLES, *NOTES, *HEADINGS, *PARAGRAPHS, *INLINE)
