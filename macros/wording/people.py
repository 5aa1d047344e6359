"""Facts about persons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import say_with_day
from macros.model.career_codes import LATER_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.people import Later


def later_words(one: Later, documents: Iterable[str] = ()) -> str:
    """Return what happened later: “được minh oan ngày 20/05/1988 (Tỉnh ủy Sông Mây)”.

    The names of `documents` follow who decided.
    """
    words = LATER_KINDS[one.kind]
    if one.date:
        words += f" {say_with_day(one.date)}"
    decided = "; ".join([*([one.decided_by] if one.decided_by else []), *documents])
    return f"{words} ({decided})" if decided else words
