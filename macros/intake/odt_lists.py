"""Automatic numbers of lists in .odt: the level of a list is how deep it is nested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.intake.word.numbering import BULLET, in_form
from macros.intake.xml import number, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.intake.package import Element

_FORMS = {
    "1": "decimal",
    "I": "upperRoman",
    "i": "lowerRoman",
    "A": "upperLetter",
    "a": "lowerLetter",
}


class Lists:
    """Counts the lists of a document as they are entered and left."""

    def __init__(self, styles: Iterable[Element]) -> None:
        self._levels = {
            value(style, "name"): {number(one, "level") or 1: one for one in style}
            for style in styles
        }
        self._names: list[str] = []
        self._counts: dict[str, dict[int, int]] = {}

    def enter(self, name: str, *, goes_on: bool) -> None:
        """Begin a list; one within another has its style if it names none."""
        own = name or (self._names[-1] if self._names else "")
        self._names.append(own)
        if not goes_on and len(self._names) == 1:
            self._counts[own] = {}

    def leave(self) -> None:
        """End the list that was begun last."""
        self._names.pop()

    def next(self, start: int | None = None) -> str:
        """Return the number of the next item, with a space after it; "" for a list without one."""
        depth, name = len(self._names), self._names[-1]
        declared = self._levels.get(name, {}).get(depth)
        if declared is None:
            return ""
        if tag(declared) != "list-level-style-number":
            return BULLET
        counts = self._counts.setdefault(name, {})
        begins = number(declared, "start-value") or 1
        counts[depth] = start if start is not None else counts.get(depth, begins - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        form = _FORMS.get(value(declared, "num-format"))
        if form is None:
            return ""
        shown = number(declared, "display-levels") or 1
        parts = [
            in_form(counts.get(at, 1), self._form(name, at))[0]
            for at in range(depth - shown + 1, depth + 1)
        ]
        text = f"{value(declared, 'num-prefix')}{'.'.join(parts)}{value(declared, 'num-suffix')}"
        return f"{text.strip()} "

    def _form(self, name: str, depth: int) -> str:
        declared = self._levels.get(name, {}).get(depth)
        return _FORMS.get(value(declared, "num-format"), "decimal")
