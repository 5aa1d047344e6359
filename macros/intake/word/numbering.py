"""Automatic numbers of lists: Word stores how to count, and prints what it counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.intake.xml import child, children, is_on, number, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.intake.package import Element

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DEEPEST = 9
BULLET = "- "
"""What stands for every bullet: which sign it was says nothing."""


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""

    @classmethod
    def of(cls, element: Element) -> _Level:
        """Return a level as `w:lvl` declares it."""
        return cls(
            start=_or(number(child(element, "start")), 0),
            form=value(child(element, "numFmt")) or "decimal",
            text=value(child(element, "lvlText")),
            restart=number(child(element, "lvlRestart")),
            legal=is_on(child(element, "isLgl")) or False,
            style=value(child(element, "pStyle")),
        )


class Numbering:
    """Counts the lists of a document; each call for a paragraph counts on."""

    def __init__(self, root: Element | None) -> None:
        abstract = {value(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        by_style = {value(child(one, "styleLink")): one for one in abstract.values()}
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        for one in children(root, "num"):
            name, base = value(one, "numId"), value(child(one, "abstractNumId"))
            declared = abstract.get(base)
            linked = by_style.get(value(child(declared, "numStyleLink")) or "?")
            declared = declared if linked is None else linked
            levels = _levels(declared)
            self._starts[name] = {}
            for override in children(one, "lvlOverride"):
                at = _or(number(override, "ilvl"), 0)
                if (own := child(override, "lvl")) is not None:
                    levels[at] = _Level.of(own)
                if (start := number(child(override, "startOverride"))) is not None:
                    self._starts[name][at] = start
            self._levels[name] = levels
            self._lists[name] = value(declared, "abstractNumId")
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, name: str, level: int | None, styles: Sequence[str] = ()) -> tuple[str, bool]:
        """Return the number that stands before the next paragraph of a list, and whether it is one.

        The second is false for a number in a form that is not known here, which is shown in digits.
        `styles` are those of the paragraph: the list may tie a level to one of them.
        """
        levels = self._levels.get(name)
        if levels is None:
            return "", True
        if level is None:
            tied = (at for at, one in levels.items() if one.style and one.style in styles)
            level = next(tied, 0)
        level = min(level, _DEEPEST - 1)
        declared = levels.get(level, _Level())
        counts = self._counts.setdefault(self._lists[name], {})
        self._count(name, level, declared, counts, levels)
        if declared.form == "none" or (not declared.text and declared.form != "bullet"):
            return "", True
        if declared.form == "bullet":
            return BULLET, True
        return self._shown(declared, counts, levels)

    def _count(
        self,
        name: str,
        level: int,
        declared: _Level,
        counts: dict[int, int],
        levels: dict[int, _Level],
    ) -> None:
        override = self._starts[name].get(level)
        if override is not None and (name, level) not in self._begun:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else _or(override, declared.start)
        self._begun.add((name, level))
        for deeper in [at for at in counts if at > level]:
            restart = levels.get(deeper, _Level()).restart
            if restart is None or (restart and level < restart):
                del counts[deeper]

    def _shown(
        self, declared: _Level, counts: dict[int, int], levels: dict[int, _Level]
    ) -> tuple[str, bool]:
        known = True

        def counted(found: re.Match[str]) -> str:
            nonlocal known
            at = int(found[1]) - 1
            own = levels.get(at, _Level())
            form = "decimal" if declared.legal else own.form
            # A level that was passed over counts as begun, as Word has it.
            text, sure = in_form(counts.setdefault(at, own.start), form)
            known = known and sure
            return text

        text = re.sub(r"%([1-9])", counted, declared.text).strip()
        return (f"{text} " if text else ""), known


def in_form(count: int, form: str) -> tuple[str, bool]:
    """Return a count in a form of Word's, and whether that form is known here."""
    if form in ("decimal", "ordinal", "cardinalText"):
        return str(count), form == "decimal"
    if form == "decimalZero":
        return f"{count:02d}", True
    if form in ("upperRoman", "lowerRoman"):
        text = _roman(count)
        return (text if form == "upperRoman" else text.lower()), True
    if form in ("upperLetter", "lowerLetter"):
        text = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return (text if form == "upperLetter" else text.lower()), True
    if form in ("none", "bullet"):
        return "", True
    return str(count), False


def _roman(count: int) -> str:
    text = ""
    if not 0 < count < 4000:
        return str(count)
    for worth, sign in _ROMAN:
        while count >= worth:
            text += sign
            count -= worth
    return text


def _levels(declared: Element | None) -> dict[int, _Level]:
    return {_or(number(one, "ilvl"), 0): _Level.of(one) for one in children(declared, "lvl")}


def _or(found: int | None, default: int) -> int:
    return default if found is None else found
