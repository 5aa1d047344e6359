"""Small documents that are hard to set with notes, and what must stand on which page.

`DEFECTS` are those that WeasyPrint 70 by itself spoils, one for each of its faults; `HARD` are
cases that a layout may stumble over. A page is ten lines of ten pixels unless the document says
otherwise; each note is a line, with its number before it.
"""

from __future__ import annotations

from typing import NamedTuple

STYLE = """
@page { size: %s; margin: 10px; @footnote { margin: 0 } }
html { font: 10px/10px monospace; orphans: 2; widows: 2 }
body, p, table, ul, h2, div { margin: 0 }
table { border-collapse: collapse } td, th { padding: 0; text-align: left; font-weight: 400 }
tr { break-inside: avoid }
.fn { float: footnote; footnote-display: block; font: 10px/10px monospace }
.fn::footnote-call { content: "*"; font: 10px/10px monospace; vertical-align: baseline }
.fn::footnote-marker { content: "*" }
.to::after { content: target-counter(attr(href), page) }
"""


class Case(NamedTuple):
    """A document and the text of its pages: that of the page, then a bar and that of its notes."""

    body: str
    pages: tuple[str, ...]
    size: str = "140px 120px"

    @property
    def html(self) -> str:
        return f"<html><style>{STYLE % self.size}</style><body>{self.body}</body></html>"


def note(text: str) -> str:
    return f"<small class=fn>{text}</small>"


def lines(first: int, last: int) -> str:
    return "<br>".join(f"l{number}" for number in range(first, last + 1))


_FREE = "<p style='orphans:1;widows:1'>"
HALF = "140px 70px"

DEFECTS = {
    # A page is kept, the next is set again for its page number: the note between them is lost.
    "kept-then-remade": Case(
        f"{_FREE}{lines(1, 4)}<br>call{note('A')}<br>l6<br><a class=to href='#z'>to</a><br>"
        f"{lines(8, 12)}</p><p id=z>z</p>",
        ("l1l2l3l4|", "call*l6to3l8|*A", "l9l10l11l12z|"),
        HALF,
    ),
    # A page is set again, the next is kept with the note on it: the note stands on two pages.
    "remade-then-kept": Case(
        f"{_FREE}<a class=to href='#z'>to</a><br>{lines(2, 4)}<br>call{note('A')}<br>l6<br>l7</p>"
        "<p style='break-before:page'><a class=to href='#y'>to</a><br>m2</p>"
        "<p style='break-before:page' id=z>z</p><p id=y>y</p>",
        ("to4l2l3l4|", "call*l6l7|*A", "to4m2|", "zy|"),
        HALF,
    ),
    # A line is kept for the sake of orphans: the notes before it are pushed on, its own is lost.
    "kept-for-orphans": Case(
        f"<p>{lines(1, 3)}</p><p>x{note('A')}<br>y{note('B')}<br>z<br>u<br>v</p>",
        ("l1l2l3|", "x*y*z|*A*B", "uv|"),
        HALF,
    ),
    # Notes are pushed on behind those that were pushed on before them: out of order.
    "pushed-behind": Case(
        f"<p>l1<br>l2{note('A')}</p><p style='orphans:3;widows:1'>x<br>y{note('B')}{note('C')}<br>"
        "z<br>u<br>v</p>",
        ("l1l2*|*A", "xy**zu|*B*C", "v|"),
        "140px 80px",
    ),
}

HARD = {
    "a-note-longer-than-a-page": Case(
        f"{_FREE}l1<br>call{note('<br>'.join(f'n{n}' for n in range(1, 16)))}<br>{lines(3, 8)}</p>",
        ("l1|", "call*|*n1n2n3n4n5n6n7n8n9", "l3l4l5l6|n10n11n12n13n14n15", "l7l8|"),
    ),
    "more-notes-in-a-line-than-a-page-holds": Case(
        f"{_FREE}l1<br>{''.join(note(f'n{n}') for n in range(1, 13))}<br>{lines(3, 6)}</p>",
        ("l1|", "*" * 12 + "|" + "".join(f"*n{n}" for n in range(1, 10)),
         "l3l4l5l6|*n10*n11*n12"),
    ),
    "a-note-in-a-repeated-head": Case(
        f"<table><thead><tr><th>H{note('A')}</thead>"
        + "".join(f"<tr><td>r{n}" for n in range(1, 13)) + "</table>",
        ("H*r1r2r3r4r5r6r7r8|*A", "H*r9r10r11r12|"),
    ),
    "a-float-over-two-pages": Case(
        f"<p>{lines(1, 7)}</p><div style='float:left;width:50px'>f1<br>f2{note('A')}<br>f3<br>f4"
        f"{note('B')}</div>{_FREE}{lines(8, 14)}</p>",
        ("l1l2l3l4l5l6l7f1f2*|*A", "f3f4*l8l9l10l11l12l13l14|*B"),
    ),
    "positioned": Case(
        f"<div style='position:relative'><p>{lines(1, 4)}</p><div style='position:absolute;top:0;"
        f"left:60px'>abs{note('A')}</div></div><p>{lines(5, 12)}</p>",
        ("l1l2l3l4abs*l5l6l7l8l9|*A", "l10l11l12|"),
    ),
    "flex-and-grid": Case(
        f"<p>{lines(1, 5)}</p><div style='display:flex'><div>a{note('A')}</div><div>b{note('B')}"
        f"</div></div><div style='display:grid;grid-template-columns:1fr 1fr'><div>c{note('C')}"
        f"</div><div>d{note('D')}</div></div><p>{lines(6, 9)}</p>",
        ("l1l2l3l4l5a*b*|*A*B", "c*d*l6l7l8l9|*C*D"),
    ),
    "a-row-with-a-note-in-each-cell": Case(
        "<table>" + "".join(
            f"<tr><td>r{n}{note(f'a{n}')}<br>x<td>y<br>z{note(f'b{n}')}" for n in range(1, 4)
        ) + "</table>",
        ("r1*xyz*r2*xyz*|*a1*b1*a2*b2", "r3*xyz*|*a3*b3"),
    ),
    "the-last-line": Case(
        f"<p>{lines(1, 9)}</p><p>end{note('A')}</p>",
        ("l1l2l3l4l5l6l7l8l9|", "end*|*A"),
    ),
    "chapters-on-right-hand-pages": Case(
        "".join(
            f"<div style='break-before:right'>{_FREE}{lines(1, 9)}<br>c{note('A')}{note('B')}</p>"
            "</div>" for _ in range(2)
        ),
        ("l1l2l3l4l5l6l7l8l9|", "c**|*A*B", "l1l2l3l4l5l6l7l8l9|", "c**|*A*B"),
    ),
    "notes-left-at-a-forced-break": Case(
        f"{_FREE}l1<br>{''.join(note(f'n{n}') for n in range(1, 13))}</p>"
        "<p style='break-before:right'>m1</p>",
        ("l1|", "*" * 12 + "|" + "".join(f"*n{n}" for n in range(1, 10)),
         "m1|*n10*n11*n12"),
    ),
    "notes-left-at-the-end": Case(
        f"{_FREE}l1<br>{''.join(note(f'n{n}') for n in range(1, 13))}</p>",
        ("l1|", "*" * 12 + "|" + "".join(f"*n{n}" for n in range(1, 10)), "|*n10*n11*n12"),
    ),
    "a-heading-stays-with-its-text": Case(
        f"<p>{lines(1, 6)}</p><h2 style='break-after:avoid;font:inherit'>H{note('A')}</h2>"
        f"<p>{lines(7, 12)}</p>",
        ("l1l2l3l4l5l6H*l7l8|*A", "l9l10l11l12|"),
    ),
    "references-in-notes-that-move": Case(
        "".join(
            f"<p>{lines(1, 3)}<br>c{note('''A<a class=to href='#z'>to</a>''')}</p>"
            for _ in range(3)
        ) + "<p id=z>Z</p>",
        ("l1l2l3c*l1l2l3c*|*Ato2*Ato2", "l1l2l3c*Z|*Ato2"),
    ),
}  # fmt: skip
