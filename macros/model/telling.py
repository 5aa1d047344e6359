"""When a sentence of a source counts as told, and how much of a source may be left out.

A sentence is told if the site says what it says: in a record or a chapter that cites its paragraph.
These are the editors' rules (docs/bien-tap/nguon.md explains them); they stand only here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.model.citations import Citation

LEAST_SHARE = 0.4
"""A sentence is told if at least this share of its content words, by weight, stands in the texts
that cite its paragraph: whoever tells it in other words keeps its names, terms and figures."""

TOO_WIDE = 20
"""A citation of so many paragraphs or more says where a chapter comes from, not which sentences it
tells."""

MOST_LEFT_OUT = 0.1
"""The share of the sentences of a source that may be left out with a reason."""


def tells(citation: Citation) -> bool:
    """Return whether a text with this citation can tell a sentence of the cited paragraphs."""
    return citation.unit == "paragraph" and len(citation.numbers) < TOO_WIDE
