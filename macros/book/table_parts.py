"""The parts of a table that runs over several pages, where WeasyPrint lacks a property or errs.

* The foot of a part has only the notes that its own rows call.
* The foot follows the last row directly. When WeasyPrint moves rows to the next page because they
  must not stand alone, it leaves the foot where it was.
* If no page can hold all the rows that must stay together, they are separated. WeasyPrint alone
  lays nothing out then, and stops.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from macros.book.table_notes import FOOT, MARK, NOTE_UNDER

_table_layout = block.table_layout


def lay(context: Any, table: Any, room: float, skip_stack: Any, *more: Any) -> tuple[Any, Any]:
    """Lay out the part of a table that begins at `skip_stack`.

    Returns the table as it was laid out, with a foot cut for this part, and what WeasyPrint's
    `table_layout` returns.
    """
    part = _Part(context, skip_stack, *more)
    result = part.lay(table, room)
    if result[0] is None and part.page_is_empty:
        table = _with_free_breaks(table)
        result = part.lay(table, room)
    if result[0] is not None and (skip_stack is not None or result[1] is not None):
        table, result = _with_own_notes(part, table, room, result)
    if result[0] is not None:
        _close_up(result[0])
    return table, result


class _Part:
    """One part of a table, which can be laid out several times."""

    def __init__(self, context: Any, skip_stack: Any, *more: Any) -> None:
        self.context = context
        self.skip_stack = skip_stack
        self.more = more
        _, self.page_is_empty, *self._positioned = more
        self._before = [list(one) for one in self._positioned]
        self._floats = dict(context.broken_out_of_flow)

    def lay(self, table: Any, room: float) -> Any:
        """Lay the part out; earlier attempts leave no trace."""
        for one, before in zip(self._positioned, self._before, strict=True):
            one[:] = before
        self.context.broken_out_of_flow = dict(self._floats)
        return _table_layout(self.context, table, room, self.skip_stack, *self.more)

    def called(self, laid: Any) -> set[str]:
        """Return the letters of the notes that the rows, the head and the caption call."""
        groups = (group for group in laid.children if not group.is_footer)
        cells = (one for group in groups for one in group.descendants())
        marks = [one.element for one in cells if MARK in classes_of(one)]
        if self.skip_stack is None:
            # The caption is outside the table itself.
            marks += laid.element.iterfind(f"caption//sup[@class='{MARK}']")
        return {"".join(one.itertext()) for one in marks}


def _with_own_notes(part: _Part, table: Any, room: float, result: Any) -> tuple[Any, Any]:
    """Lay out a part again with only the notes that it calls; `result` is that with all notes.

    Which rows fit depends on the height of the foot, and the notes in the foot depend on the rows:
    notes are added until the foot has all that are called.
    """
    letters = _letters_of(table)
    wanted = part.called(result[0]) if len(letters) > 1 else letters
    laid = table
    while wanted < letters:
        laid = _with_notes(table, wanted)
        result = part.lay(laid, room)
        if (called := part.called(result[0])) <= wanted:
            break
        wanted |= called
    else:
        if laid is not table:  # the last that was added was the last of all
            laid, result = table, part.lay(table, room)
        called = part.called(result[0])
    if called < wanted:
        # A note was added for a row that then no longer fitted.
        fewer = _with_notes(table, called)
        spare = _foot_height(result[0]) - _foot_height(part.lay(fewer, room)[0])
        again = part.lay(fewer, room + spare)
        if part.called(again[0]) == called:
            return fewer, again
        result = part.lay(laid, room)
    return laid, result


def _letters_of(table: Any) -> set[str]:
    """Return the letters of the notes in the foot of a table."""
    foot = table.children[-1] if table.children else None
    if foot is None or not foot.is_footer or FOOT not in classes_of(foot):
        return set()
    notes = (one for one in foot.descendants() if NOTE_UNDER in classes_of(one))
    return {letter for one in notes if (letter := _letter(one.element))}


def _with_notes(table: Any, wanted: Container[str]) -> Any:
    """Return a table whose foot has only the notes of these letters."""
    *groups, foot = table.children
    return table.copy_with_children([*groups, _cut(foot, wanted)])


def _cut(box: Any, wanted: Container[str]) -> Any:
    if not isinstance(box, boxes.ParentBox):
        return box
    kept: list[Any] = []
    dropped = False
    for one in box.children:
        # The space after a note is removed with it.
        space = isinstance(one, boxes.TextBox) and not one.text.strip()
        note = NOTE_UNDER in classes_of(one)
        dropped = _letter(one.element) not in wanted if note else dropped and space
        if not dropped:
            kept.append(_cut(one, wanted))
    return box.copy_with_children(kept)


def _letter(note: Any) -> str:
    """Return the letter of a note in the foot of a table, "" for a source of the whole table."""
    mark = note.find(f"sup[@class='{MARK}']")
    return "" if mark is None else "".join(mark.itertext())


def _foot_height(laid: Any) -> float:
    foot = laid.children[-1]
    return float(foot.height) if foot.is_footer else 0.0


def _close_up(laid: Any) -> None:
    """Move the foot of a part up to its last row."""
    groups = [one for one in laid.children if not one.is_footer and one.children]
    if not groups or not laid.children[-1].is_footer:
        return
    foot = laid.children[-1]
    last = groups[-1]
    end = max(row.position_y + row.height for row in last.children)
    gap = foot.position_y - end - laid.style["border_spacing"][1]
    if gap > 0:
        last.height = end - last.position_y
        foot.translate(dy=-gap)
        laid.height -= gap


def _with_free_breaks(table: Any) -> Any:
    """Return a table in which a page may end after any row."""
    return table.copy_with_children(
        [
            _allow_breaks(
                group.copy_with_children([_allow_breaks(row.copy()) for row in group.children])
            )
            for group in table.children
        ]
    )


def _allow_breaks(box: Any) -> Any:
    """Allow page breaks before, after and within a box; return it."""
    box.style = box.style.copy()
    box.style["break_before"] = box.style["break_after"] = box.style["break_inside"] = "auto"
    return box


def classes_of(box: Any) -> list[str]:
    """Return the CSS classes of the element that a box was made from; none for an anonymous one."""
    return [] if box.element is None else (box.element.get("class") or "").split()
