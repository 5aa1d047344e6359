"""What a fact claims of its sources: one value, and where it is said to stand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.messages.problems import Position
    from macros.model.citations import Citation

Kind = Literal["number", "date", "symbol", "name", "text", "words"]
"""A text is printed so ("từ đầu năm 1997"); words of our own catalogue, such as the label of
a post, stand anywhere in the paragraphs."""

Value = str | Decimal | tuple[Decimal, Decimal]

BLANK = "…"
"""Where the number stands in printed words: "gồm … đồng chí"."""

UNIT_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "đảng viên": ("đồng chí", "đảng viên mới"),
    "ủy viên": ("đồng chí", "cấp ủy viên"),
    "người": ("đồng chí",),
    "đại biểu": ("đồng chí",),
    "tổ chức cơ sở đảng": ("tổ chức đảng cơ sở", "cơ sở đảng"),
    "tổ chức đảng cơ sở": ("tổ chức cơ sở đảng", "cơ sở đảng"),
    "đồng": ("đ",),
    "tổ dân phố": ("tdp",),
}
"""Units and what sources print in their place. Spelling (tỷ, tỉ; ủy, uỷ; m², m2) needs none."""


class ValueClaim(NamedTuple):
    """One value of one fact, to be held against the paragraphs that the fact cites.

    `value` is a Decimal for a number, a pair of them for two that are printed as one ratio or
    range ("21/23", "3-4"), side by side in a row of a table ("149 163") or as a part and its
    whole ("40 chi bộ, trong tổng số 62 chi bộ"), an EDTF text for a date, else a text. Of a
    number, one of `beside` must stand next to it (its unit, or printed words, which may hold
    the number itself, "gồm 21 đồng chí", or a blank for it, "hơn … đảng viên"), and all words
    of one of `about` (what it counts: "Ban Chấp hành") between it and the number before, or
    after it; where either is empty, nothing is asked. Every source cited must hold the value,
    or, where `sources` names some, each of those. `exempt` is the reason why the value is not
    to be sought (an end that was inferred).
    """

    fact_id: str
    field: str
    position: Position
    kind: Kind
    value: Value
    citations: tuple[Citation, ...]
    beside: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    exempt: str | None = None
    sources: tuple[str, ...] = ()

    def cited(self) -> dict[str, tuple[Citation, ...]]:
        """The citations to hold the claim against, by source."""
        by_source: dict[str, tuple[Citation, ...]] = {}
        for citation in self.citations:
            if not self.sources or citation.source in self.sources:
                by_source[citation.source] = (*by_source.get(citation.source, ()), citation)
        return by_source
