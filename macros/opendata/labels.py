"""The words for the closed lists of codes that stand in the tables."""

from __future__ import annotations

from collections.abc import Mapping

from macros.wording.organizations import CHANGE_WORDS
from macros.wording.statistics import AGGREGATION_WORDS as AGGREGATIONS

BASES = {"stated": "nguồn ghi", "inferred": "suy ra"}
COMMITTEE_BASES = {"elected": "bầu", "designated": "chỉ định", "other": "khác"}
CHANGE_KINDS = {code: word.lower() for code, word in CHANGE_WORDS.items()}

__all__ = ["AGGREGATIONS", "BASES", "CHANGE_KINDS", "COMMITTEE_BASES", "in_words"]


def in_words(codes: Mapping[str, str]) -> str:
    """Return a closed list as a description tells it: “elected: bầu; designated: chỉ định”."""
    return "; ".join(f"{code}: {word}" for code, word in codes.items())
