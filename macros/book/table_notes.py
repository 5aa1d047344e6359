"""Joins notes whose calls are adjacent, and puts the notes of a table under the table.

Two calls side by side read as one number (“60,8%” with the notes 14 and 15 as 1415). And a table
may cite the same source in every cell: it is printed once, under the table, with letters if cells
differ. As the foot of the table it is repeated on each of its pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase
from typing import NamedTuple

from lxml.html import builder as make

from macros.book.notes import CITES, NOTE
from macros.book.section import BLOCKS, Element, column_count, elements, text_of
from macros.text.vietnamese import NBSP

MARK = "table-mark"
"""The class of a letter in a cell, and of the same letter before its note."""

FOOT = "table-notes"
"""The class of the table foot with its notes."""

NOTE_UNDER = "table-note"
"""The class of a note in that foot."""

MOST = 1100
"""The maximum length of a table's notes, in letters, to repeat them on each page of it."""


def join_calls(tree: Element) -> None:
    """Join each note to the note before it where nothing stands between their calls."""
    before: Element | None = None
    for note in [one for one in elements(tree, "small") if _is_note(one)]:
        if before is not None and _meet(before, note):
            _append(before, note)
            continue
        before = note


def _is_note(element: Element) -> bool:
    return NOTE in (element.get("class") or "").split()


def _meet(before: Element, after: Element) -> bool:
    """Return whether nothing can be read between two notes of one block."""
    block = _block(before)
    if block is None or block is not _block(after):
        return False
    between = False
    for piece, element in _pieces(block):
        if element is after:
            return between
        if element is before:
            between = True
        elif between and piece.strip():
            return False
    return False


def _pieces(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield the texts of an element in order, each with the element that it stands in or after.

    A note counts as one empty text.
    """
    yield element.text or "", element
    for child in element:
        if _is_note(child):
            yield "", child
        elif isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or "", element


def _block(element: Element) -> Element | None:
    return next((one for one in element.iterancestors() if one.tag in BLOCKS), None)


def _append(note: Element, further: Element) -> None:
    """Add a note at the end of another, as in “[1], đoạn 57; [5], đoạn 86”."""
    sources = _cites(note) and _cites(further)
    last = note[-1] if len(note) else None
    text = (last.tail if last is not None else note.text) or ""
    text = f"{text.rstrip().removesuffix('.')}; " if sources else f"{text} "
    if last is None:
        note.text = text + (further.text or "")
    else:
        last.tail = text + (further.text or "")
    note.extend(list(further))
    note.set("class", NOTE)
    further.text = None
    further.drop_tree()


def _cites(note: Element) -> bool:
    """Return whether a note consists of sources only, so that it ends in places within them."""
    return bool(note.get(CITES))


# --- tables -----------------------------------------------------------------------------------


def gather(tree: Element) -> None:
    """Move the notes of each table under it, unless they are too long to repeat per page."""
    for table in elements(tree, "table"):
        notes = [one for one in elements(table, "small") if _is_note(one)]
        by_words: dict[_Words, Element] = {}
        for note in notes:
            by_words.setdefault(_words(note), note)
        if not notes or sum(len(one.text) for one in by_words) > MOST:
            continue
        whole = len(by_words) == 1 and _cites(notes[0]) and _covered(table)
        letters = dict(zip(by_words, _letters(), strict=False))
        for note in notes:
            _replace(note, None if whole else make.SUP(make.CLASS(MARK), letters[_words(note)]))
        if whole:
            _drop_empty_marks(table)
        _under(table, by_words, {} if whole else letters)


class _Words(NamedTuple):
    """The words of a note, and the targets of its links; notes are equal if both are."""

    text: str
    targets: tuple[str, ...]


def _words(note: Element) -> _Words:
    return _Words(text_of(note), tuple(link.get("href") or "" for link in note.iter("a")))


def _letters() -> Iterator[str]:
    """Yield the letters a to z, then aa, ab and so on."""
    for length in (1, 2):
        for letters in product(ascii_lowercase, repeat=length):
            yield "".join(letters)


def _covered(table: Element) -> bool:
    """Return whether each row of facts has a note, or caption or head have one for all rows.

    A row “trong đó …” is covered by the row that it is part of.
    """
    over = [*table.iterchildren("caption", "thead")]
    if any(_is_note(one) for part in over for one in part.iter("small")):
        return True
    rows = [row for row in table.iter("tr") if row.find("td") is not None]
    rows = [row for row in rows if row.getparent().tag != "thead"]
    return all(
        "part" in (row.get("class") or "").split()
        or any(_is_note(one) for one in row.iter("small"))
        for row in rows
    )


def _replace(note: Element, mark: Element | None) -> None:
    """Replace a note by a mark, or remove it."""
    if mark is not None:
        mark.tail, note.tail = note.tail, None
        note.addprevious(mark)
        note.getparent().remove(note)
    else:
        # drop_tree() keeps the text that follows; the note itself is still wanted.
        tail, note.tail = note.tail, None
        before = note.getprevious()
        parent = note.getparent()
        parent.remove(note)
        if tail and before is not None:
            before.tail = (before.tail or "") + tail
        elif tail:
            parent.text = (parent.text or "") + tail


def _drop_empty_marks(table: Element) -> None:
    """Remove the column of marks from a table without marks."""
    cells = [one for one in table.iter("td", "th") if "marks" in (one.get("class") or "").split()]
    if not cells or any(text_of(one) for one in cells):
        return
    columns = column_count(table)
    for cell in cells:
        cell.drop_tree()
    for column in [one for one in table.iter("col") if "marks" in (one.get("class") or "")]:
        column.drop_tree()
    for cell in table.iter("td", "th"):
        if int(cell.get("colspan") or 1) == columns:
            cell.set("colspan", str(columns - 1))


def _under(table: Element, by_words: dict[_Words, Element], letters: dict[_Words, str]) -> None:
    """Add the foot of a table: “Nguồn: [5], đoạn 86.”, or each note after its letter."""
    cell = make.TD(colspan=str(column_count(table)))
    for words, note in by_words.items():
        note.tag = "span"
        note.attrib.clear()
        note.set("class", NOTE_UNDER)
        note.tail = " "
        if letters:
            mark = make.SUP(make.CLASS(MARK), letters[words])
            mark.tail = f"{NBSP}{note.text or ''}"
            note.insert(0, mark)
            note.text = None
        else:
            note.text = f"Nguồn: {note.text or ''}"
        cell.append(note)
    cell[-1].tail = None
    table.append(make.TFOOT(make.CLASS(FOOT), make.TR(cell)))
