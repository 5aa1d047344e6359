"""Facts about persons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import say_with_day
from macros.model.career_codes import LATER_KINDS
from macros.model.codes import ALIAS_KINDS
from macros.rules.inferred import marked
from macros.text.vietnamese import NBSP, keep_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.aliases import Alias
    from macros.model.people import Later

_SHORT = 20
"""The most letters that are kept on one line."""


def alias_words(one: Alias) -> str:
    """Return an alias with its kind: “bí danh Sáu”."""
    return f"{ALIAS_KINDS[one.kind]} {one.name}"


def aliases_beside(aliases: Iterable[Alias]) -> str:
    """Return aliases for brackets behind the name: “bí danh Sáu, Bảy; bí số 05”; "" for none.

    An inferred alias has its mark. A short one is never broken at the end of a line.
    """
    said, kind = "", ""
    for one in aliases:
        words = one.name if one.kind == kind else alias_words(one)
        if len(words) <= _SHORT:
            words = words.replace(" ", NBSP)
        words = marked(words, one, "name", "kind", bracketed=True)
        said += (", " if one.kind == kind else "; ") + words if said else words
        kind = one.kind
    return keep_together(said)


def later_words(one: Later, documents: Iterable[str] = ()) -> str:
    """Return what happened later: “được minh oan ngày 20/05/1988 (Tỉnh ủy Sông Mây)”.

    The names of `documents` follow who decided.
    """
    words = LATER_KINDS[one.kind]
    if one.date:
        words += f" {say_with_day(one.date)}"
    decided = "; ".join([*([one.decided_by] if one.decided_by else []), *documents])
    return f"{words} ({decided})" if decided else words
