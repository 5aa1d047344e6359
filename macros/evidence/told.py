"""How many sentences of a source hold a value of data/: counted where the transcription is.

The evidence has the sentences of each paragraph, but not their words. Whoever has the transcription
counts, and only the number of told sentences is committed. Like attestations, it depends on data/
and is taken afresh whenever the evidence is renewed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.evidence.extract import extract
from macros.evidence.sentences import split_sentences
from macros.evidence.standing import stands

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from macros.evidence.claims import ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.evidence.lexicon import Lexicon

_TELLING = frozenset({"number", "date", "symbol", "name", "text", "paraphrase"})
"""The kinds of claim that a sentence can hold by itself; a code is said by a word or two."""

Cited = dict[tuple[str, int], list["ValueClaim"]]
"""The claims that cite a paragraph, by source and number."""


@dataclass(frozen=True)
class Told:
    """The sentences of a source, and how many of them hold a value of data/."""

    sentences: int
    told: int

    @property
    def words(self) -> str:
        """The counts in words, "" where nobody has counted."""
        return f"{self.told}/{self.sentences} câu có dữ kiện" if self.told else ""


def by_paragraph(claims: Iterable[ValueClaim]) -> Cited:
    """Return the claims that a sentence can hold, by the paragraphs that they cite."""
    found: Cited = defaultdict(list)
    for claim in claims:
        if claim.kind not in _TELLING or claim.implied:
            continue
        for source, citations in claim.cited().items():
            for number in {n for c in citations if c.unit == "paragraph" for n in c.numbers}:
                found[source, number].append(claim)
    return found


def with_told(
    evidence: SourceEvidence, lines: Sequence[str], cited: Cited, lexicon: Lexicon
) -> SourceEvidence:
    """Return the evidence with the number of told sentences of each paragraph of `lines`."""
    return replace(
        evidence,
        paragraphs=tuple(
            replace(
                one,
                told=_told(lines[one.number - 1], cited[evidence.source, one.number], lexicon),
            )
            if (evidence.source, one.number) in cited and one.number <= len(lines)
            else one
            for one in evidence.paragraphs
        ),
    )


def _told(text: str, claims: Sequence[ValueClaim], lexicon: Lexicon) -> int:
    return sum(_holds(sentence, claims, lexicon) for sentence in split_sentences(text))


def _holds(sentence: str, claims: Iterable[ValueClaim], lexicon: Lexicon) -> bool:
    alone = [extract(sentence, lexicon=lexicon)]
    texts = [lexicon.spell_out(sentence)]
    return any(stands(claim, alone, texts) for claim in claims)


def told_of(paragraphs: Iterable[ParagraphEvidence]) -> Told:
    """Return the counts of some paragraphs."""
    counted = [(len(one.sentences) if one.words else 0, one.told) for one in paragraphs]
    return Told(sum(every for every, _ in counted), sum(told for _, told in counted))


def told_in_file(document: Mapping[str, list[Mapping[str, object]]]) -> Told:
    """Return the counts of an evidence file as read, without parsing all of it."""
    found = [one for one in document["paragraphs"] if one.get("words")]
    sentences = sum(len(_list(one.get("sentences"))) for one in found)
    return Told(sentences, sum(_count(one.get("told")) for one in found))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
