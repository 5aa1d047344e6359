"""Where the text of a laid out page calls notes, and where it ends."""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes


class Call(NamedTuple):
    """A note with the bottom of the line that calls it, in CSS pixels from the page's top."""

    note: Any
    bottom: float


def collect(box: Any, bottom: float, found: dict[Any, Call]) -> None:
    """Collect the calls in a laid out box, in order; `bottom` is that of the line around it."""
    if isinstance(box, boxes.LineBox) and hasattr(box, "position_y"):
        bottom = box.position_y + box.height
    if box.footnote is not None:
        found.setdefault(box.footnote, Call(box.footnote, bottom))
    inline = isinstance(box, (boxes.LineBox, boxes.InlineBox))
    for child in getattr(box, "children", ()):
        # A positioned box is laid out after the page; it counts where it would be in the text.
        one = getattr(child, "_box", child)
        collect(one, bottom if inline else getattr(one, "position_y", bottom), found)


def content_bottom(root: Any) -> float:
    """Return the bottom of the lowest line, picture, row or rule of a box; 0 for none."""
    lowest = 0.0
    waiting = [root]
    while waiting:
        box = getattr(one := waiting.pop(), "_box", one)
        if hasattr(box, "position_y"):
            lowest = max(lowest, _own_bottom(box))
            waiting.extend(getattr(box, "children", ()))
    return lowest


def _own_bottom(box: Any) -> float:
    """Return where a box's own content ends; 0 if it has none or is not laid out yet."""
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    if isinstance(box, (boxes.ReplacedBox, boxes.TableRowBox)):
        return float(box.position_y + box.margin_height())
    edged = getattr(box, "border_bottom_width", 0) or getattr(box, "padding_bottom", 0)
    if isinstance(box, boxes.BlockBox) and edged and isinstance(box.height, (int, float)):
        return float(box.border_box_y() + box.border_height())
    return 0.0
