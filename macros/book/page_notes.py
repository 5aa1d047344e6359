"""Footnotes on the page that calls them: none lost, none twice, all in order.

WeasyPrint 70 places a note while it lays out the line that calls it, and removes or postpones the
note if the line moves. It keeps one list of postponed notes for all pages, also for those that a
later pass does not lay out again, so that notes get lost, doubled and misplaced. Here the notes of
a page are *derived from the page*: its text is laid out, the calls on it are collected, the height
at which the text must end so that their notes fit is computed, and the text is laid out again to
that height. What a page passes on to the next (notes without room, a float that continues) is
stored with that page, whichever pass lays it out.

A note area may continue on the next page, as text may: a note longer than a page takes several.

`applied` replaces WeasyPrint's own way; `macros.book.proof` checks each volume laid out with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from math import inf
from typing import Any, NamedTuple
from unittest.mock import patch

import weasyprint.layout
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import LayoutContext, page
from weasyprint.layout.absolute import absolute_box_layout
from weasyprint.layout.block import block_level_layout
from weasyprint.layout.float import float_layout

from macros.book.note_calls import Call, collect, content_bottom

TRIES = 12
"""The maximum number of layouts of a page's text; the mean is 1.4."""

NEAR = 0.01
"""The tolerance for comparing heights, in CSS pixels."""

Skip = Any
"""WeasyPrint's resume point of a box split by a page end; None for its beginning."""


class Notes(NamedTuple):
    """The content of a page's note area; the first note continues at `skip`."""

    boxes: tuple[Any, ...] = ()
    skip: Skip = None


@dataclass
class _PassedOn:
    """What a page passes on to the next: notes, and floats split by the page end."""

    notes: Notes = field(default_factory=Notes)
    floats: dict[Any, Any] = field(default_factory=dict)


class _Known(NamedTuple):
    """The layout of a page in an earlier pass: resume point, notes, available height."""

    skip: Skip
    start: Notes
    notes: tuple[Any, ...]
    room: float


class _AlwaysEmpty(list[Any]):
    """WeasyPrint's list of pending notes, always empty, so that no line places a note."""

    def append(self, item: Any) -> None:
        """Ignore the note."""

    def copy(self) -> _AlwaysEmpty:
        return self


class Context(LayoutContext):  # type: ignore[misc]  # WeasyPrint is not typed
    """A layout that gives each page the notes that its text calls."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.footnotes = _AlwaysEmpty()
        self.start = Notes()
        self.here = Notes()
        self.floats: list[Any] = []
        self.rest = Notes()
        self.limit = inf
        self.bare = False
        self.passed_on: dict[int, _PassedOn] = {}
        self._called: dict[int, list[Any]] = {}
        self._first_page: dict[Any, int] = {}
        self._known: dict[int, _Known] = {}
        self._heights: dict[tuple[Any, ...], float] = {}

    def layout_footnote(self, _footnote: Any) -> bool:
        """Place no note with its line."""
        return False

    def unlayout_footnote(self, footnote: Any) -> None:
        """Nothing was placed."""

    def report_footnote(self, footnote: Any) -> None:
        """Nothing is pushed on."""

    # --- one page ---------------------------------------------------------------------------

    def set_text(self, text: _Text) -> Any:
        """Lay out the text of a page so that its notes fit under it.

        Returns what WeasyPrint's `block_level_layout` returns.
        """
        bottom, number, start = self.page_bottom, self.current_page, self.start
        self._heights.clear()
        for note in self._called.pop(number, ()):
            del self._first_page[note]
        least = self._height(start)
        known = self._known.get(number)
        if known and (known.skip, known.start) != (text.skip, start):
            known = None
        room = max(known.room, least) if known else least
        for _ in range(TRIES):
            result = text.set(bottom - room)
            root = result[0]
            if root is None:
                self.rest = start
                return result
            calls = self._calls(root)
            notes = Notes(start.boxes + tuple(one.note for one in calls), start.skip)
            needed = self._height(notes)
            if known:
                if needed <= room + NEAR and notes.boxes == known.notes:
                    break
                known, room = None, least
                continue
            if needed <= room + NEAR:
                break
            if content_bottom(root) <= bottom - needed + NEAR:
                room = needed
                break
            more = self._room(start, calls, bottom)
            more = more if more > room + NEAR else needed
            if more <= room + NEAR:
                break
            room = more
        self._known[number] = _Known(text.skip, start, notes.boxes, room)
        self._store(calls, notes, bottom, root)
        return result

    def _calls(self, root: Any) -> list[Call]:
        """Return the calls on a page that is laid out, except those repeated from an earlier page.

        A table's head is repeated on each page; its notes are on the first.
        """
        found: dict[Any, Call] = {}
        for box in (*self.floats, root):
            collect(box, box.position_y, found)
        return [
            call
            for note, call in found.items()
            if self._first_page.get(note, self.current_page) >= self.current_page
        ]

    def _room(self, start: Notes, calls: Sequence[Call], bottom: float) -> float:
        """Return the height to reserve for notes, so that as much text as possible fits."""
        lines = sorted({call.bottom for call in calls})

        def height(count: int) -> float:
            """Return that of the notes called in the first `count` lines that call any."""
            last = lines[count - 1] if count else -inf
            called = tuple(call.note for call in calls if call.bottom <= last)
            return self._height(Notes(start.boxes + called, start.skip))

        low, high = 0, len(lines)
        while low < high:
            middle = (low + high + 1) // 2
            if lines[middle - 1] + height(middle) <= bottom + NEAR:
                low = middle
            else:
                high = middle - 1
        end = bottom - height(low)
        if low < len(lines):
            # The line that calls the first note without room goes to the next page.
            end = min(end, lines[low] - NEAR)
        return bottom - end

    def _store(self, calls: Sequence[Call], notes: Notes, bottom: float, root: Any) -> None:
        """Store what `set_area` needs: the notes of the page, and how high their area may be."""
        number = self.current_page
        self._called[number] = [call.note for call in calls]
        self._first_page |= {call.note: number for call in calls}
        end = content_bottom(root)
        self.bare = not end
        self.here = notes
        room = bottom - max(end, root.position_y)
        needed = self._height(notes)
        self.limit = inf if needed <= room + NEAR else room
        self.page_bottom = bottom - min(needed, room)
        self.current_page_footnotes = list(notes.boxes)
        self.current_footnote_area.children = list(notes.boxes)

    # --- the note area ----------------------------------------------------------------------

    def _height(self, notes: Notes) -> float:
        """Return the height of a note area with all of `notes`, laid out once for each page."""
        if not notes.boxes:
            return 0.0
        # Of the notes of one page the first always continues at the same point.
        if notes.boxes not in self._heights:
            self._heights[notes.boxes] = self._laid(notes)
        return self._heights[notes.boxes]

    def _laid(self, notes: Notes) -> float:
        area = self.current_footnote_area
        area.children = list(notes.boxes)
        laid, *_ = self._area(build.create_anonymous_boxes(area.deepcopy()), notes.skip)
        area.children = []
        height: float = laid.margin_height()
        return height

    def set_area(self, area: Any, *positioned: Any) -> Any:
        """Lay out the note area after `set_text`; keep the notes that it has no room for.

        Returns what WeasyPrint's `block_level_layout` returns.
        """
        notes, self.rest = self.here, Notes()
        if self.limit == inf:
            return self._area(area, notes.skip, *positioned)
        empty = self.current_footnote_area.deepcopy()
        result = self._area(area, notes.skip, *positioned, limit=self.limit)
        if result[0] is None:
            self.rest = notes
            empty.children = []
            return self._area(empty, None, *positioned)
        if result[1] is not None:
            self.rest = Notes(notes.boxes, result[1])
        return result

    def _area(self, area: Any, skip: Skip, *positioned: Any, limit: float = inf) -> Any:
        """Lay out a note area, from `skip` on, no higher than `limit`."""
        space = -inf if limit == inf else self.page_bottom - area.position_y - limit
        # On a page without text even a line that is too high is placed, so that the layout ends.
        force = limit == inf or self.bare
        return block_level_layout(self, area, space, skip, area.page, force, *positioned)


class _Text:
    """The text of one page, which can be laid out several times, to different heights."""

    def __init__(self, context: Context, root: Any, skip: Skip, *more: Any) -> None:
        self.context = context
        self.root = root
        self.skip = skip
        self.containing, self.empty, self.positioned, _, self.margins = more
        self._position = root.position_x, root.position_y
        self._before = list(self.positioned)
        self._shapes = {key: list(one) for key, one in context._excluded_shapes.items()}
        self._shape_roots = list(context._excluded_shapes_root_boxes)
        self._floats = dict(context.broken_out_of_flow)
        self._running = {
            name: list(pages[context.current_page])
            for name, pages in context.running_elements.items()
            if context.current_page in pages
        }
        self._fresh = True

    def set(self, bottom: float) -> Any:
        """Lay out the text to end at `bottom`, as if for the first time."""
        if not self._fresh:
            self._restore()
        self._fresh = False
        self.context.page_bottom = bottom
        return block_level_layout(
            self.context,
            self.root,
            0,
            self.skip,
            self.containing,
            self.empty,
            self.positioned,
            self.positioned,
            list(self.margins),
        )

    def _restore(self) -> None:
        """Undo what laying out the text changed in the context."""
        context = self.context
        self.root.position_x, self.root.position_y = self._position
        self.positioned[:] = self._before
        shapes = context._excluded_shapes
        for key in set(shapes) - set(self._shapes):
            del shapes[key]
        for key, kept in self._shapes.items():
            shapes[key][:] = kept
        context._excluded_shapes_root_boxes[:] = self._shape_roots
        context.broken_out_of_flow = dict(self._floats)
        for name, pages in context.running_elements.items():
            if name in self._running:
                pages[context.current_page] = list(self._running[name])
            else:
                pages.pop(context.current_page, None)


# --- in WeasyPrint's place ----------------------------------------------------------------------


def _block(context: Any, box: Any, *more: Any, **named: Any) -> Any:
    """Lay out an area of a page for `make_page`: the text so that its notes fit, or the notes."""
    if box.is_for_root_element:
        return context.set_text(_Text(context, box, *more[1:]))
    if isinstance(box, boxes.FootnoteAreaBox):
        return context.set_area(box, named["absolute_boxes"], named["fixed_boxes"])
    return block_level_layout(context, box, *more, **named)


def _float(context: Any, *arguments: Any) -> Any:
    """Lay out a float that continues from the previous page and may call notes on this one."""
    result = float_layout(context, *arguments)
    context.floats.append(result[0])
    return result


def _absolute(context: Any, *arguments: Any, **named: Any) -> Any:
    """Lay out a positioned box that continues from the previous page, likewise."""
    result = absolute_box_layout(context, *arguments, **named)
    context.floats.append(result[0])
    return result


_remake_page = page.remake_page
_make_all_pages = page.make_all_pages


def _page(index: int, context: Any, root: Any, html: Any) -> Any:
    """Make a page with what the previous page passes on, even if that one is not made again."""
    given = context.passed_on.get(index - 1) or _PassedOn()
    context.start, context.rest, context.floats = given.notes, Notes(), []
    context.reported_footnotes = list(given.notes.boxes)
    context.broken_out_of_flow = dict(given.floats)
    made, resume_at = _remake_page(index, context, root, html)
    context.reported_footnotes = list(context.rest.boxes)
    passed = _PassedOn(context.rest, dict(context.broken_out_of_flow))
    before = context.passed_on.get(index)
    context.passed_on[index] = passed
    # Boxes are made anew each time, so floats, which are keyed by them, are never the same.
    changed = before and (before.notes != passed.notes or before.floats or passed.floats)
    if changed and resume_at is not None:
        _again(context, index + 1)
    return made, resume_at


def _again(context: Any, index: int) -> None:
    """Mark a page to be made again in this pass, if it exists."""
    if index < len(context.page_maker):
        context.page_maker[index][-1]["content_changed"] = True


def _all_pages(context: Any, root: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
    """Make all pages that changed; a page that passes notes on is always made again."""
    for index, passed in context.passed_on.items():
        if pages and passed.notes.boxes:
            _again(context, index)
    context.reported_footnotes = []
    made: Iterator[Any] = _make_all_pages(context, root, html, pages)
    return made


@contextmanager
def applied() -> Iterator[None]:
    """Lay out notes in this way within the context."""
    replaced = (
        (page, "block_level_layout", _block),
        (page, "float_layout", _float),
        (page, "absolute_box_layout", _absolute),
        (page, "remake_page", _page),
        (weasyprint.layout, "make_all_pages", _all_pages),
    )
    with ExitStack() as stack:
        stack.enter_context(patch("weasyprint.document.LayoutContext", Context))
        for module, name, ours in replaced:
            stack.enter_context(patch.object(module, name, ours))
        yield
