"""When a sentence of a source counts as told, and how much of a source may be left out.

These are the editors' rules (docs/bien-tap/nguon.md explains them); they stand here only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.model.citations import Citation

LEAST_SHARE = 0.4
"""A sentence is told if this share of its content words, by weight, stands in what cites its
paragraph: somebody who tells it in other words keeps its names, terms and figures."""

TOO_WIDE = 20
"""A citation of so many paragraphs says where a chapter comes from, not what a sentence tells."""

MOST_LEFT_OUT = 0.1
"""The share of the sentences of a source that may be left out with a reason."""


def tells(citation: Citation) -> bool:
    """Return whether what has this citation can tell a sentence of the cited paragraphs."""
    return citation.unit == "paragraph" and len(citation.numbers) < TOO_WIDE
