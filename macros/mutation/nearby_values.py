"""Wrong values close at hand: what else stands in the paragraphs that a record cites."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from macros.evidence.match import cited_paragraphs
from macros.evidence.presence import all_numbers, points
from macros.model.contract import Name, Reference
from macros.mutation.typed_values import Root, TypedValue, cited, typed_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from macros.archive import Archive
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.model.citations import Citation


class NearbyValues:
    """Looks up the other values in the paragraphs of a record, and of facts that cite them."""

    def __init__(self, archive: Archive, evidence: Mapping[str, SourceEvidence]) -> None:
        self.archive = archive
        self.evidence = evidence
        self._paragraphs: dict[tuple[Citation, ...], tuple[ParagraphEvidence, ...]] = {}

    def paragraphs(self, root: Root) -> tuple[ParagraphEvidence, ...]:
        """Return the evidence of the paragraphs that a root cites."""
        citations = cited(root.record)
        if citations not in self._paragraphs:
            self._paragraphs[citations] = tuple(
                paragraph
                for name in dict.fromkeys(one.source for one in citations)
                if name in self.evidence
                for paragraph in cited_paragraphs(
                    [one for one in citations if one.source == name and one.unit == "paragraph"],
                    self.evidence[name],
                )
            )
        return self._paragraphs[citations]

    def numbers(self, root: Root) -> list[Decimal]:
        """Return the numbers of the paragraphs."""
        return sorted(
            {value for p in self.paragraphs(root) for n in all_numbers(p) for value in n.values}
        )

    def dates(self, root: Root) -> list[str]:
        """Return the days, months and years of the paragraphs."""
        return sorted(
            {at for p in self.paragraphs(root) for date in p.dates for at in points(date)}
        )

    def words(self, root: Root) -> list[str]:
        """Return the words of the paragraphs that evidence keeps: in names, beside numbers."""
        near_numbers = {
            word
            for p in self.paragraphs(root)
            for number in all_numbers(p)
            for word in (*number.before, *number.after)
        }
        named = {word for p in self.paragraphs(root) for name in p.names for word in name.split()}
        return sorted(word for word in near_numbers | named if word.isalpha())

    def references(self, typed: TypedValue) -> list[str]:
        """Return what facts on the same paragraphs have in the same field: persons, documents."""
        found = {
            identifier
            for citation in cited(typed.root.record)
            for number in citation.numbers
            for identifier in self._by_paragraph[typed.field, citation.source, number]
        }
        if isinstance(typed.held, Name):
            names = {name for p in self.paragraphs(typed.root) for name in p.names}
            found |= {one for one in self.archive.people if self.archive.person_name(one) in names}
        return sorted(found - {typed.value})

    @cached_property
    def _by_paragraph(self) -> Mapping[tuple[str, str, int], set[str]]:
        found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
        for typed in self._referring:
            for citation in cited(typed.root.record):
                for number in citation.numbers:
                    found[typed.field, citation.source, number].add(typed.value)
        return found

    @cached_property
    def texts(self) -> Mapping[str, list[str]]:
        """The words of all texts of a field, by field."""
        found: dict[str, set[str]] = defaultdict(set)
        for typed in self._all:
            if isinstance(typed.value, str):
                found[typed.field] |= {one for one in typed.value.split() if one.isalpha()}
        return {field: sorted(words) for field, words in found.items()}

    @cached_property
    def _all(self) -> tuple[TypedValue, ...]:
        return tuple(typed_values(self.archive))

    @cached_property
    def _referring(self) -> tuple[TypedValue, ...]:
        return tuple(self._of_references())

    def _of_references(self) -> Iterator[TypedValue]:
        for typed in self._all:
            if isinstance(typed.held, (Reference, Name)) and isinstance(typed.value, str):
                yield typed
