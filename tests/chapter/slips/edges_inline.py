"""Edges of what stands within a line: links, pictures, emphasis; as in `edges`."""

from __future__ import annotations

from tests.chapter.slips.cases import (
    CAPTION,
    CITE,
    EMPTY_ALT,
    ERROR,
    ITALIC,
    NOTE,
    RAW_LINK,
    STARS,
    UNUSED_LINK,
    Case,
)

CAP = '![Lễ](a.png "Lễ thành lập")'

PICTURES = (
    Case("an empty title of a picture", 'Xem ![Lễ](a.png "") này.\n'),
    Case("a call for the words of a picture", f"![{CITE}](anh/le.png)\n"),
    Case("a picture with words after it", f"Đoạn.\n\n{CAP} này.\n", ((3, ERROR, CAPTION),)),
    Case("a picture with words before it", f"Xem {CAP}\n\nĐoạn.\n", ((1, ERROR, CAPTION),)),
    Case("a picture right over a paragraph", f"{CAP}\nĐoạn.\n", ((1, ERROR, CAPTION),)),
    Case("a picture between paragraphs", f"Một.\n\nHai.\n\n{CAP}\n\nBa.\n\nBốn.\n"),
    Case("the name of a file, in spaces", "![ le.png ](a.png)\n", ((1, ERROR, EMPTY_ALT),)),
)

ADDRESSES = (
    Case(
        "a label without its space",
        "Đoạn [haiba].\n\n[hai ba]: hai.md\n",
        ((3, ERROR, UNUSED_LINK),),
    ),
    Case("a label in capitals", "Đoạn [Hai   Ba][].\n\n[hai ba]: hai.md\n"),
    Case("a label with a title", 'Đoạn [hai].\n\n[hai]: hai.md "Hai"\n'),
    Case("an address behind two spaces", "Đoạn.\n\n  [hai]: hai.md\n", ((3, ERROR, UNUSED_LINK),)),
    Case(
        "two of three labels unused",
        "Đoạn [hai].\n\n[một]: mot.md\n[hai]: hai.md\n[ba]: ba.md\n",
        ((3, ERROR, UNUSED_LINK), (5, ERROR, UNUSED_LINK)),
    ),
    Case(
        "an abbreviation within a word", "UBKTX.\n\n*[UBKT]: Ủy ban\n", ((3, ERROR, UNUSED_LINK),)
    ),
    Case("an abbreviation of two words", "Có BCH TW.\n\n*[BCH TW]: Ban Chấp hành\n"),
    Case(
        "an abbreviation in its own meaning",
        "Đoạn.\n\n*[BCH]: BCH là gì\n",
        ((3, ERROR, UNUSED_LINK),),
    ),
)

LINKS = (
    Case(
        "a mark of a source, then a link",
        "Theo [3] (trang 5), xem [một] (mot.md).\n",
        ((1, NOTE, RAW_LINK),),
    ),
    Case(
        "a named link, then one to nothing",
        "Xem [một][hai] và [ba][bốn].\n\n[hai]: hai.md\n",
        ((1, NOTE, "“ba”"),),
    ),
    Case(
        "words in brackets, then a link",
        "Ông [khi ấy] (trẻ) xem [một] (mot.md).\n",
        ((1, NOTE, "“một”"),),
    ),
    Case(
        "a whole link, then an open one",
        "Xem [một](mot.md) và [hai](hai.md.\n",
        ((1, NOTE, "“hai”"),),
    ),
    Case("numbers and words as a link", "Xem [5 năm][mot].\n", ((1, NOTE, RAW_LINK),)),
    Case("a space before a label", "Xem [một] [hai] này.\n"),
    Case("two marks of sources", "Theo [3][4] họp.\n"),
    Case("a mark and a page", "Theo [3](mot.md).\n"),
    Case("a link whose address has brackets", "Xem [một](mot_(hai).md).\n"),
    Case(
        "a link that closes in the next paragraph",
        "Xem [một](mot.md\n\nrồi) thôi.\n",
        ((1, NOTE, RAW_LINK),),
    ),
    Case("a picture that is no link", "Xem ![Lễ lớn] (le.png) này.\n"),
    Case("a mark with a strange sign", "Chữ[ˆ1] này.\n", ((1, NOTE, "dấu mũ lạ"),)),
    Case("a title without words", "Xem [một](mot.md '-').\n", ((1, ERROR, "“-”"),)),
    Case("a title in double marks", 'Xem [một](mot.md "Đọc thêm").\n', ((1, ERROR, "“Đọc thêm”"),)),
    Case(
        "a link without words, of a space", "Xem [ ](mot.md).\n", ((1, NOTE, "không có chữ nào"),)
    ),
    Case("a link with an address of a space", "Xem [một]( ).\n", ((1, NOTE, "chưa có địa chỉ"),)),
    Case("a title that is not closed", 'Xem [một](mot.md "Đọc thêm).\n', ((1, NOTE, "chưa đóng"),)),
    Case("a title that is not opened", 'Xem [một](mot.md Đọc").\n', ((1, NOTE, "có dấu cách"),)),
    Case("a label over two lines", "Xem [một][hai\nba] này.\n"),
    Case(
        "two spaces in an address",
        "Xem [một](chuong mot a.md).\n",
        ((1, NOTE, "có dấu cách"),),
    ),
    Case("an address on the web, turned round", "Xem (mục)[mot].\n"),
)

EMPHASIS = (
    Case("a rule of stars", "Đoạn.\n\n***\n\nĐoạn.\n"),
    Case("a rule of stars apart", "Đoạn.\n\n* * *\n\nĐoạn.\n"),
    Case("bold in italics in bold", "Có **một *hai **ba** bốn* năm** này.\n"),
    Case("bold and italics that end together", "Có *một **hai*** này.\n"),
    Case("italics and bold that end together", "Có **một *hai*** và **ba *bốn***.\n"),
    Case("bold and italics that begin together", "Có ***một** hai* và ***ba* bốn**.\n"),
    Case("bold that ends with three", "Có **một*** này.\n", ((1, NOTE, STARS),)),
    Case("italics in two paragraphs", "*một\n\n**hai***\n", ((3, NOTE, STARS),)),
    Case(
        "bold, then an open one at the end of its line",
        "Có **đậm** và **\nhết.\n",
        ((1, NOTE, STARS),),
    ),
    Case("code, then an open one on the next line", "Gõ `mã`.\n**hở chữ.\n", ((2, NOTE, STARS),)),
    Case("code, then an open one at the end", "Gõ `mã` và **\nhết.\n", ((1, NOTE, STARS),)),
    Case(
        "an open one in two paragraphs",
        "Một.\n\nĐó là **hai.\n\nĐó là **ba.\n",
        ((3, NOTE, STARS), (5, NOTE, STARS)),
    ),
    Case("two open ones in a paragraph", "Đó là ** hai và ** ba.\n", ((1, NOTE, STARS),)),
    Case("bold over two lines", "Đó là **một\nhai** này.\n"),
    Case(
        "bold over two paragraphs",
        "Đó là **một\n\nhai** này.\n",
        ((1, NOTE, STARS), (3, NOTE, STARS)),
    ),
    Case("one multiplication", "Ruộng 3*4 mét.\n"),
    Case(
        "multiplications, then bold",
        "Ruộng 3*4, 5*6 **mét.\n",
        ((1, NOTE, ITALIC), (1, NOTE, STARS)),
    ),
)

EDGES_WITHIN_LINES = (*PICTURES, *ADDRESSES, *LINKS, *EMPHASIS)
