"""Edges of lists: which line begins an item, which belongs to a sentence; as in `edges`."""

from __future__ import annotations

from tests.chapter.slips.cases import (
    BESIDE,
    CITE,
    CODE,
    DASH,
    ENTER,
    GLUED,
    JOINED,
    NOTE,
    SHALLOW,
    Case,
)

SWALLOWED = "thành chữ của mục ở trên"
TAIL = "Đảng bộ lại họp một lần nữa ở hội trường mới."

GLUED_OR_NOT = (
    Case("a number after a colon", "Gồm:\n1. một\nvà nữa\n", ((2, NOTE, GLUED),)),
    Case("a number after two lines", "Gồm\nhai việc:\n1. một\n", ((3, NOTE, GLUED),)),
    Case("a number after a call", f"Việc chính{CITE}\n1. một\n", ((2, NOTE, GLUED),)),
    Case("a number after a sentence with a call", f"Xong.{CITE}”\n1. một\n", ((2, NOTE, GLUED),)),
    Case("a number after a note", "Xong.[^1]\n1. một\n\n[^1]: lời\n", ((2, NOTE, GLUED),)),
    Case("a number in a wrapped sentence with a call", f"Họp{CITE} ngày\n1. rồi thôi\n"),
    Case("a wrapped one", "Họp vào ngày\n1. Sau đó lại họp\n"),
    Case("a wrapped two after a sentence", "Đã họp.\n2. rồi thôi\n"),
    Case("one year twice", "Có hai việc lớn:\n1946. họp\n1946. lại họp\n"),
    Case("a wrapped number", "Họp vào ngày\n12. Sau đó lại họp\n"),
    Case("two wrapped numbers out of order", "Từ ngày\n3. đến ngày\n5. thì xong\n"),
    Case("two wrapped numbers apart", "Từ ngày\n3. đến hết\nngày\n4. thì xong\n"),
    Case("numbers from three under words", "Từ ngày\n3. ba\n4. bốn\n", ((2, NOTE, GLUED),)),
    Case("a route that ends in a dash", "Tuyến Chợ Trên\n- Chợ Dưới -\nBến Giữa.\n"),
    Case("one bullet with no dash", "Việc chính\n- một\n", ((2, NOTE, GLUED),)),
    Case(
        "a dash after a sentence is a bullet",
        "Có hai tuyến.\n- Chợ Trên - Chợ Dưới\n",
        ((2, NOTE, GLUED),),
    ),
    Case("a sum after a sentence is a bullet", "Cộng lại.\n+ năm nay\n", ((2, NOTE, GLUED),)),
    Case("bullets under bold italics", "***Gồm***:\n- một\n- hai\n", ((2, NOTE, GLUED),)),
    Case("bullets under a rule of stars", "Gồm:\n***\n- một\n- hai\n"),
    Case("bullets under a rule of dashes apart", "Gồm hai\nviệc:\n- - -\n- một\n"),
    Case("bullets under a rule of low lines", "Gồm:\n___\n- một\n- hai\n"),
    Case(
        "an indented paragraph under a dash in a sentence",
        "Tuyến Chợ Trên\n- Chợ Dưới - Bến Giữa.\n\n    Đoạn thụt.\n",
        ((4, NOTE, CODE),),
    ),
    Case("an empty plus", "+ \n+ một\n"),
    Case("an empty star", "* \n* một\n"),
)

WHICH_LIST = (
    Case("bullets of two kinds in code", "Đoạn.\n\n    - một\n    * hai\n", ((3, NOTE, CODE),)),
    Case("signs in code", "Gồm:\n\n    – một\n    – hai\n", ((3, NOTE, CODE),)),
    Case("a sign in an underlined heading", "# A\n\nGồm:\n\n– Một\n---\n"),
    Case("two lists of each kind under a heading", "- một\n\n## Mục\n\n* hai\n\n* ba\n"),
    Case("two lists of each kind after a paragraph", "- một\n\nĐoạn.\n\n* hai\n\n* ba\n"),
    Case(
        "other bullets after a paragraph of an item",
        "- một\n\n    Đoạn.\n\n* hai\n",
        ((5, NOTE, BESIDE),),
    ),
    Case("other bullets on two levels", "- một\n    * a\n\n- hai\n\n    * b\n"),
    Case("three kinds, told once", "- một\n\n* hai\n\n+ ba\n\n- bốn\n", ((3, NOTE, BESIDE),)),
    Case("one dash under a colon with a call", f"Gồm:{CITE}\n\n– một\n", ((3, NOTE, DASH),)),
    Case("one dash right under a colon with a call", f"Gồm:{CITE}\n– một\n", ((2, NOTE, DASH),)),
    Case("one dash right under a word with a call", f"Gồm{CITE}\n– một\n"),
    Case("one dash under two lines", "Có một\nviệc:\n\n– một\n", ((4, NOTE, DASH),)),
    Case("one dash under a colon in the line above", "Việc:\nmột chữ\n\n– vậy thôi\n"),
    Case("one dash over a sentence with another", "– Vậy thôi\n\nĐoạn – có gạch.\n"),
    Case("a plus within a number, after a bullet", "- một\n\n1. hai + ba\n"),
    Case(
        "other bullets below, after a paragraph",
        "- một\n\n    - a\n\n    Đoạn.\n\n    * b\n",
    ),
    Case("other bullets after numbers", "- một\n\n1. hai\n\n* ba\n"),
    Case("en dashes after bullets", "- một\n\n– hai\n\n– ba\n", ((3, NOTE, DASH),)),
    Case("a dash within, then dashes", "Đoạn – có gạch.\n\n– một\n– hai\n", ((3, NOTE, DASH),)),
    Case(
        "numbers that go on after a wrapped item",
        "1. một\nchữ tiếp\n\nĐoạn.\n\n2. hai\n- a\n- b\n",
        ((7, NOTE, BESIDE),),
    ),
    Case(
        "numbers that go on after one with a bullet",
        "1. một\n- a\n\nĐoạn.\n\n2. hai\n- a\n",
        ((2, NOTE, BESIDE), (7, NOTE, BESIDE)),
    ),
    Case("numbers from five", "5. năm\n6. sáu\n- a\n- b\n\nĐoạn.\n", ((3, NOTE, BESIDE),)),
    Case("a number and the next apart", "5. năm\n- a\n\n6. sáu\n", ((2, NOTE, BESIDE),)),
    Case(
        "a number and the next apart, between paragraphs",
        "Đoạn.\n\n5. năm\n- a\n\n6. sáu\n\nĐoạn.\n",
        ((4, NOTE, BESIDE),),
    ),
    Case("a number without the next", "5. năm\n- a\n\n7. bảy\n", ((2, NOTE, GLUED),)),
    Case("a number far on in a list", "1. một\n\n5. năm\n- a\n- b\n", ((4, NOTE, BESIDE),)),
    Case("a list behind two spaces", "Đoạn.\n\n  - một\n  - hai\n"),
    Case(
        "an item two levels below the second",
        "- a\n    - b\n            - c\n",
        ((3, NOTE, "quá một bậc"),),
    ),
    Case(
        "bullets of two kinds on the second level", "- a\n    - b\n    * c\n", ((3, NOTE, BESIDE),)
    ),
    Case("an item behind one space", "- một\n\n - hai\n"),
    Case("an item behind two spaces", "- một\n\n  - một a\n", ((3, NOTE, SHALLOW),)),
    Case("an item behind three spaces", "- một\n\n   - một a\n", ((3, NOTE, SHALLOW),)),
    Case("an item behind four spaces", "- một\n\n    - một a\n"),
    Case("an item behind one space, right below", "- một\n - hai\n"),
    Case("a wrapped number in an item", "- Họp vào ngày\n2. Sau đó lại họp\n- Hai\n"),
    Case("one dash that wraps in an item", "- Chi bộ A\n– tổ chức mới –\n- Chi bộ B\n"),
)

SWALLOWED_OR_NOT = (
    Case("under an item of 49 letters", f"- {'a' * 47}\n{TAIL}\n", ((2, NOTE, SWALLOWED),)),
    Case("under an item of 50 letters", f"- {'a' * 48}\n{TAIL}\n"),
    Case(
        "under a long item that ends",
        f"- {'a' * 90}\n- {'b' * 60}.\n{TAIL}\n",
        ((3, NOTE, SWALLOWED),),
    ),
    Case("under an item that is broken by hand", f"- một  \n{TAIL}\n"),
    Case("indented under an item", f"- một\n    {TAIL}\n"),
    Case("a small letter under an item", "- một\nnữa\n"),
    Case("letters under an item", "- Gồm:\na) một\nb) hai\n", ((2, NOTE, JOINED),)),
)

WRAPPED_OR_NOT = (
    Case("lines of 160 letters", f"{'a' * 159}.\nSau {'b' * 156}\n"),
    Case("lines of 161 letters", f"{'a' * 160}.\nSau {'b' * 157}\n", ((2, NOTE, ENTER),)),
    Case("a short line that ends with a call", f"Hết.{CITE}\n{TAIL * 3}\n", ((2, NOTE, ENTER),)),
    Case("a short line with a call before its end", f"Hết{CITE}\n{TAIL * 3}\n"),
    Case("a short line that ends a quotation", f"“Hết.”\n{TAIL}\n", ((2, NOTE, ENTER),)),
    Case(
        "a short line that ends with a note", f"Hết.[^1]\n{TAIL}\n\n[^1]: a\n", ((2, NOTE, ENTER),)
    ),
    Case("a short line that ends with a colon", f"Nói rằng:\n{TAIL}\n"),
    Case("a short line that asks", f"Vì sao?\n“{TAIL}”\n", ((2, NOTE, ENTER),)),
    Case("the third line begins a paragraph", f"Hội\nnghị.\n{TAIL}\n", ((3, NOTE, ENTER),)),
)

EDGES_OF_LISTS = (*GLUED_OR_NOT, *WHICH_LIST, *SWALLOWED_OR_NOT, *WRAPPED_OR_NOT)
