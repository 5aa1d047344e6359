"""Where chapters name an entry or cite a passage, so that its entry can link back to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.admission.docs import GUIDE, LOOK_UP

TRACED = ("person", "document", "picture", "organization")
"""The kinds of entry that link back to the chapters naming them."""

PASSAGE = "passage"
"""The kind of a paragraph that a chapter cites for itself; its id is the citation."""

EXEMPT = (f"{LOOK_UP}/", f"{GUIDE}/")
"""Folders under docs/ whose pages are about the site itself, not about history."""


class Section(NamedTuple):
    """A part of a chapter: the text and the id of the heading that it stands under."""

    text: str
    anchor: str


@dataclass(frozen=True, order=True)
class Mention:
    """A chapter that names an entry: its organization ("" for none), path under docs/, title.

    `sections` are those in which it does, in order, of the parts below a heading.
    """

    organization: str
    page: str
    title: str
    sections: tuple[Section, ...] = ()


Mentions = Mapping[tuple[str, str], tuple[Mention, ...]]
"""The chapters that name each entry, by (kind, id), in order of organization and path."""
