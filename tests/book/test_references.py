"""References to pages are renewed when what they point to moves in a later pass."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from weasyprint import HTML
from weasyprint.formatting_structure.boxes import TextBox

from macros.book import page_notes, weasyprint_fixes
from macros.book.page_audit import read
from macros.book.pdf import Typesetter
from macros.book.trial import SMALL, lay_book
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# Ten lines of 100 pixels, whatever the font. With a number of two digits the first line becomes
# two, and what was the last line of page 2 moves on, after the reference to it has been written.
DOCUMENT = (
    "<style>@page { size: 100px 100px; margin: 0 } "
    "html { font: 10px/10px monospace } body, p { margin: 0 } "
    "i { display: inline-block; width: 78px } "
    "a::after { content: target-counter(attr(href), page); letter-spacing: 8px }</style>"
    "<p><a href=#later><i></i></a><p><a href=#moves>m</a>"
    f"{'<p>x' * 17}<p id=moves>m{'<p>x' * 80}<p id=later>l"
)


def reference(fixes: AbstractContextManager[None]) -> tuple[str, int]:
    """Return the page that the second reference gives, and the one that its target is on."""
    with fixes:
        pages = HTML(string=DOCUMENT).render().pages
    texts = [one.text for one in pages[0]._page_box.descendants() if isinstance(one, TextBox)]
    on = next(number for number, page in enumerate(pages, start=1) if "moves" in page.anchors)
    return texts[texts.index("m") + 1].strip(), on


def test_a_reference_follows_its_target() -> None:
    assert reference(weasyprint_fixes.applied()) == ("3", 3)


def test_weasyprint_alone_still_needs_the_fix() -> None:
    assert reference(nullcontext()) == ("2", 3)


def test_a_book_whose_last_pass_moved_a_target() -> None:
    with weasyprint_fixes.applied(), page_notes.applied():
        reading = read(*lay_book(Typesetter(PROGRAM, SMALL), 72))
    assert len(reading.references) > 5
    assert [
        one
        for one in reading.references
        if one.printed != str(reading.anchor_pages.get(one.target))
    ] == []
