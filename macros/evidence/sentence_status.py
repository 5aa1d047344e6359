"""What became of each sentence of a source: told, left out with a reason, or told nowhere.

Which are told is in the evidence (told_sentences.py), which are left out in the source's record.
The frame of a document, such as headings and recipients, has no sentences and is not counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.model.citations import CitationError, parse_citations
from macros.model.source_codes import LEFT_OUT_REASONS
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.archive import Archive
    from macros.evidence.files import RawEvidence
    from macros.model.sources import LeftOut, Source

FRAME = "đề mục, thể thức, lời thưa gửi"
"""What is no sentence, in words."""


@dataclass(frozen=True)
class ParagraphSentences:
    """The sentences of a paragraph, by their numbers: each is in one of these.

    `frame` are those that only look like sentences. If nobody with the transcription has counted,
    only what is left out is known.
    """

    number: int
    told: tuple[int, ...]
    left_out: Mapping[int, LeftOut]
    untold: tuple[int, ...]
    frame: Mapping[int, LeftOut]
    counted: bool = True

    @property
    def sentences(self) -> int:
        """How many sentences there are, 0 if nobody has counted."""
        return len(self.told) + len(self.left_out) + len(self.untold) if self.counted else 0


@dataclass(frozen=True)
class SourceSentences:
    """The sentences of a source; no paragraphs if nobody has counted."""

    source: str
    paragraphs: tuple[ParagraphSentences, ...] = ()

    @cached_property
    def told(self) -> int:
        """How many sentences are told."""
        return sum(len(one.told) for one in self.paragraphs)

    @cached_property
    def left_out(self) -> int:
        """How many are left out with a reason."""
        return sum(len(one.left_out) for one in self.paragraphs if one.counted)

    @cached_property
    def untold(self) -> int:
        """How many are told nowhere, without a reason."""
        return sum(len(one.untold) for one in self.paragraphs)

    @cached_property
    def frame(self) -> int:
        """How many look like a sentence and are none: they are not counted."""
        return sum(len(one.frame) for one in self.paragraphs if one.counted)

    @cached_property
    def by_number(self) -> dict[int, ParagraphSentences]:
        """The paragraphs by their number."""
        return {one.number: one for one in self.paragraphs}

    @property
    def sentences(self) -> int:
        """How many there are."""
        return self.told + self.left_out + self.untold

    @property
    def words(self) -> str:
        """The counts in one line, "" where nobody has counted."""
        if not self.sentences:
            return ""
        parts = [f"{say_number(self.told)} đã kể ({self.percent(self.told)})"]
        if self.left_out:
            parts.append(
                f"{say_number(self.left_out)} cố ý không kể ({self.percent(self.left_out)})"
            )
        parts.append(f"{say_number(self.untold)} chưa kể")
        apart = f" (không tính {say_number(self.frame)} {FRAME})" if self.frame else ""
        return f"{say_number(self.sentences)} câu{apart}; {', '.join(parts)}"

    def percent(self, count: int) -> str:
        """Return a share of the sentences, rounded down: not all are told until all are."""
        return f"{100 * count // self.sentences}%"


def source_sentences(source: Source, document: RawEvidence | None) -> SourceSentences:
    """Return what became of the sentences of a source; `document` is its evidence, as read."""
    counted: dict[int, tuple[int, Sequence[int]]] = {
        one["paragraph"]: (one["points"][0], one["points"][1])
        for one in (document or {}).get("paragraphs", ())
        if one.get("points")
    }
    return joined(source, counted)


def joined(source: Source, counted: Mapping[int, tuple[int, Sequence[int]]]) -> SourceSentences:
    """Return what became of the sentences of a source, from their number and the told ones."""
    by_paragraph: dict[int, list[LeftOut]] = {}
    for one in source.left_out:
        for number in numbers_in(one.paragraphs):
            by_paragraph.setdefault(number, []).append(one)
    return SourceSentences(
        source.id,
        tuple(
            _paragraph(number, counted.get(number), by_paragraph.get(number, ()))
            for number in sorted({*counted, *by_paragraph})
        ),
    )


def _paragraph(
    number: int, counted: tuple[int, Sequence[int]] | None, listed: Sequence[LeftOut]
) -> ParagraphSentences:
    last = max((at for one in listed for at in sentences_of(one, 1)), default=0)
    sentences, told = counted or (last, ())
    reasons = {at: one for one in listed for at in sentences_of(one, sentences)}
    frame = {at: one for at, one in reasons.items() if is_frame(one)}
    rest = [at for at in range(1, sentences + 1) if at not in frame]
    untold = [at for at in rest if at not in told]
    return ParagraphSentences(
        number,
        tuple(at for at in rest if at in told),
        {at: reasons[at] for at in untold if at in reasons},
        tuple(at for at in untold if at not in reasons) if counted else (),
        frame,
        counted is not None,
    )


def is_frame(one: LeftOut) -> bool:
    """Return whether what is left out is no sentence."""
    return LEFT_OUT_REASONS.entry(one.reason).frame


def sentences_of(one: LeftOut, sentences: int) -> tuple[int, ...]:
    """Return the numbers of the sentences that are left out, of a paragraph with so many."""
    return tuple(range(1, sentences + 1)) if one.sentences is None else numbers_in(one.sentences)


def numbers_in(written: str) -> tuple[int, ...]:
    """Return the numbers of "1-3, 7"; none if it cannot be read, which a check reports."""
    try:
        ranges = parse_citations(f"a#{written.replace(' ', '')}")
    except CitationError:
        return ()
    return tuple(number for part in ranges for number in part.numbers)


def every_source(archive: Archive) -> Iterator[SourceSentences]:
    """Yield what became of the sentences of each source that has evidence."""
    for source in archive.sources.values():
        if source.id in archive.evidence:
            yield source_sentences(source, archive.evidence[source.id])
