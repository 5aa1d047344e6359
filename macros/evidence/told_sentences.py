"""Which sentences of a source are told: counted where the transcription is.

The evidence does not have the words of a sentence. Whoever has the transcription counts, and only
the numbers of the told sentences are committed. They depend on data/ and docs/, so they are counted
anew whenever the evidence is renewed. :mod:`macros.model.telling` says what counts as told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from macros.evidence.sentences import Points, points_of
from macros.evidence.words import content_words, words
from macros.model.telling import LEAST_SHARE, tells
from macros.wording.documents import document_name
from macros.wording.facts import fact_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.archive import Archive
    from macros.evidence.claims import ValueClaim
    from macros.evidence.files import SourceEvidence
    from macros.evidence.lexicon import Lexicon
    from macros.model.citations import Citation


class Telling(NamedTuple):
    """A text of the site, from a record or a sentence of a chapter, and what it cites."""

    citations: tuple[Citation, ...]
    text: str


def tellings(archive: Archive, known: Iterable[ValueClaim]) -> Iterator[Telling]:
    """Yield the texts of all records that cite sources; `known` are the claims of the archive."""
    for claim in known:
        yield Telling(claim.citations, _said(claim))
    for cited in archive.citing.values():
        for citation, owner, fact in cited:
            yield Telling((citation,), f"{fact_words(archive, owner, fact)} {fact.note or ''}")
    for documents in archive.documents_citing.values():
        for citation, document in documents:
            yield Telling((citation,), document_name(document))
    for dossier in archive.dossiers.values():
        for conflict in dossier.conflicts:
            for side in conflict.claims:
                yield Telling(side.cite or (), side.statement or "")


def _said(claim: ValueClaim) -> str:
    """Return the texts of a claim, without its numbers: `fact_words` gives those."""
    texts = (claim.value, *claim.anchors, *claim.neighbours, *claim.subject)
    return " ".join(one for one in texts if isinstance(one, str))


class Teller:
    """Counts which sentences of transcriptions are told.

    A word has more weight, the fewer sentences of `texts`, the transcriptions, contain it.
    """

    def __init__(
        self, told: Iterable[Telling], texts: Mapping[str, Sequence[str]], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._texts = texts
        self._words: dict[tuple[str, int], set[str]] = defaultdict(set)
        for one in told:
            cited = {
                (citation.source, number)
                for citation in one.citations
                if tells(citation)
                for number in citation.numbers
            }
            for place in cited:
                self._words[place].update(self._content(one.text))

    def of(self, source: str, number: int, text: str) -> Points:
        """Return how many sentences a paragraph has, and which of them are told."""
        found = self._words.get((source, number), set())
        sentences = points_of(text)
        told = (at for at, one in enumerate(sentences, 1) if self._share(one, found) >= LEAST_SHARE)
        return Points(len(sentences), tuple(told))

    def _share(self, sentence: str, found: set[str]) -> float:
        content = self._content(sentence)
        total = sum(map(self._weight, content))
        return sum(self._weight(one) for one in content if one in found) / total if total else 0

    def _content(self, text: str) -> list[str]:
        return content_words(words(self._lexicon.spell_out(text)))

    def _weight(self, word: str) -> float:
        sentences, having = self._counted
        return log((1 + sentences) / (1 + having[word]))

    @cached_property
    def _counted(self) -> tuple[int, Counter[str]]:
        """The number of sentences of all transcriptions, and of those with each word."""
        having: Counter[str] = Counter()
        sentences = 0
        for lines in self._texts.values():
            for one in (sentence for line in lines for sentence in points_of(line)):
                sentences += 1
                having.update(self._content(one))
        return sentences, having


def with_points(evidence: SourceEvidence, lines: Sequence[str], teller: Teller) -> SourceEvidence:
    """Return the evidence with the sentences of each paragraph, except what it leaves out."""
    return replace(
        evidence,
        paragraphs=tuple(
            replace(one, points=teller.of(evidence.source, one.number, lines[one.number - 1]))
            if one.words
            else one
            for one in evidence.paragraphs
        ),
    )
