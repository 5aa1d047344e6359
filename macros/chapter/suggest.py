"""Remedies for a misspelt word: the nearest known word, or the list of valid words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.messages.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_LISTED = 12


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a question with the nearest known word, or `otherwise` if none is near."""
    near = nearest(word, known)
    return f"có phải ý bạn là “{near}”?" if near and near != word else otherwise


def listed(words: Iterable[str]) -> str:
    """Return the words sorted and joined for a remedy, cut after MAX_LISTED."""
    ordered = sorted(words)
    shown = ", ".join(ordered[:MAX_LISTED])
    return f"{shown}, …" if len(ordered) > MAX_LISTED else shown
