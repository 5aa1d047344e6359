"""What does not agree, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.statement_codes import CONFLICT_KINDS

if TYPE_CHECKING:
    from macros.model.conflicts import Conflict


def conflict_words(conflict: Conflict) -> str:
    """Return what a conflict is about, and whether both can be true: “số dân (có thể cùng đúng)”.

    A contradiction needs no such word.
    """
    kind = CONFLICT_KINDS.entry(conflict.kind)
    return f"{conflict.topic} ({kind.means})" if conflict.kind == "tension" else conflict.topic
