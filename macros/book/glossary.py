"""The abbreviations and terms that a volume uses, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.book.section import Section, one_by_one
from macros.model.abbreviations import Abbreviation
from macros.text.vietnamese import NBSP, sort_key


@dataclass(frozen=True)
class Term:
    """A line of the list of abbreviations and terms."""

    short: str
    full: str
    note: str


def glossary(sections: Iterable[Section], known: Sequence[Abbreviation]) -> tuple[Term, ...]:
    """Return the terms that stand in these sections, or in the explanation of one that does.

    Abbreviations are told apart from words by their capitals, so that “TU” is not found in “tu”.
    """
    text = "\n".join(" ".join(_written(one)) for one in one_by_one(sections)).replace(NBSP, " ")
    used: dict[str, Abbreviation] = {}
    while text:
        found = [one for one in known if one.short not in used and _stands(one.short, text)]
        used |= {one.short: one for one in found}
        text = "\n".join(f"{one.full} {one.note or ''}" for one in found)
    ordered = sorted(used.values(), key=lambda one: sort_key(one.short))
    return tuple(Term(one.short, one.full, one.note or "") for one in ordered)


def _written(section: Section) -> Iterable[str]:
    yield section.title
    yield from (part for part in section.tree.itertext() if isinstance(part, str))


def _stands(term: str, text: str) -> bool:
    """Return whether a term stands in a text as a word of its own."""
    capitals = sum(letter.isupper() for letter in term) > 1
    pattern = rf"(?<!\w){re.escape(term)}(?!\w)"
    return bool(re.search(pattern, text, re.NOFLAG if capitals else re.IGNORECASE))
