"""A claim: one value of a fact, and the paragraphs of sources that should contain it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from macros.messages.problems import Position
    from macros.model.citations import Citation

Kind = Literal[
    "number",
    "date",
    "symbol",
    "name",
    "text",
    "coded",
    "paraphrase",
    "label",
    "ordinal",
    "unqualified",
    "unit",
    "row",
]
"""A "text" is printed literally ("từ đầu năm 1997"). A "coded" value is expressed by source words.
The paragraphs contain a share of the content words of a "paraphrase", and all its numbers; or that
share of one of several names, for a "label". Of an "ordinal", `terms` are the ways to write it.
An "unqualified" number has none of `phrases` ("hơn", "gần") directly before it. A "unit" stands
directly beside one of the numbers that are its anchors. A "row" is the number with which the row of
a table begins.
"""

Value = str | Decimal | tuple[Decimal, Decimal]

BLANK = "…"
"""Stands for the number in printed words: "gồm … đồng chí"."""

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
"""Units, and what sources print instead. Variants of spelling (tỷ, tỉ; m², m2) need no entry."""


class ValueClaim(NamedTuple):
    """One value of one fact, to be compared with the paragraphs that the fact cites.

    `value` is a Decimal for a number; an EDTF text for a date; a text otherwise; and a pair of
    Decimals for two numbers that are printed as one ratio or range ("21/23", "3-4"), side by side
    in a row of a table ("149 163") or as a part and its whole ("40 chi bộ, trong tổng số 62 chi
    bộ").

    A number must have one of `neighbours` directly next to it: its unit, or printed words, which
    may contain the number itself ("gồm 21 đồng chí") or a blank for it ("hơn … đảng viên"). And
    all words of one of `subject`, which is what the number counts ("Ban Chấp hành"), must be
    between it and the previous number, or after it. An empty `neighbours` or `subject` demands
    nothing. `loosely` are looser names of the subject ("cấp ủy"), which count only where none of
    `rivals` stands around the number.

    Every cited source must contain the value; if `sources` is given, each of those instead. With
    `together`, the paragraphs of all sources together: what a document is about need not be said
    by each source that mentions it.
    `inferred` says that the passage holds the value, but not what the fact makes of it: the day
    on which a successor began, taken for the end. It is looked for like any other.
    `implied` is the editor's mark that the words do not stand there (codes.IMPLICATIONS): the value
    is then not looked for.

    `spelled` is a text with its abbreviations written out, as the evidence has them.

    A coded value is held by one of `terms` (hashes of the lexicon; `phrases` are their words, and
    `vocabulary` has the words for all codes of the field) near one of the `anchors`, which are of
    the kind `near` names: the names of a person, days, numbers, a symbol; or `fits` says already
    whether it agrees with the symbol. Of a number, `near` says what it must stand with
    (`macros.evidence.companions`). A date with the anchors of a person must stand near one of
    them; in a date without a day, the days `but_not` do not count. `share` is the least share of
    content words of a paraphrase or a label. The anchors of a name are other names of the same
    person.
    """

    fact_id: str
    field: str
    position: Position
    kind: Kind
    value: Value
    citations: tuple[Citation, ...]
    neighbours: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    loosely: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    inferred: bool = False
    sources: tuple[str, ...] = ()
    implied: str = ""
    spelled: str = ""
    together: bool = False
    terms: frozenset[bytes] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    near: str = ""
    anchors: tuple[Value, ...] = ()
    share: Decimal | None = None
    fits: bool | None = None
    vocabulary: Mapping[bytes, str] = MappingProxyType({})
    but_not: frozenset[str] = frozenset()

    def cited(self) -> dict[str, tuple[Citation, ...]]:
        """Return the citations to compare the claim with, by source."""
        by_source: dict[str, tuple[Citation, ...]] = {}
        for citation in self.citations:
            if not self.sources or citation.source in self.sources:
                by_source[citation.source] = (*by_source.get(citation.source, ()), citation)
        return by_source
