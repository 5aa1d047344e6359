"""Checks of the sentences that the record of a source leaves out: each has a fitting reason."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from macros.evidence.sentence_status import is_frame, joined, numbers_in, sentences_of
from macros.messages.problems import Problem, Severity
from macros.model.telling import LEAST_SHARE, MOST_LEFT_OUT
from macros.text.numbers import say_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.archive import Archive
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.evidence.sentence_status import SourceSentences
    from macros.model.sources import LeftOut, Source

REPETITION = "repetition"
_MOST_SENTENCES, _MOST_WORDS = 2, 40
"""The most sentences and words of a heading or the name of an office: a longer text has content."""


class _Known(NamedTuple):
    """A source, its paragraphs by number, and what became of their sentences."""

    source: Source
    paragraphs: Mapping[int, ParagraphEvidence]
    points: SourceSentences


def left_out(archive: Archive, evidence: Mapping[str, SourceEvidence]) -> Iterator[Problem]:
    """Yield what is wrong with the sentences that sources leave out."""
    every = {
        source.id: _known(source, evidence[source.id])
        for source in archive.sources.values()
        if source.id in evidence
    }
    for source in archive.sources.values():
        for one in source.left_out:
            yield from _form(one)
        if known := every.get(source.id):
            for one in source.left_out:
                yield from _of_paragraphs(known, one)
                yield from _repeated(every, known, one)
            yield from _twice(known)
            yield from _too_many(known)


def _known(source: Source, evidence: SourceEvidence) -> _Known:
    counted = {one.number: one.points for one in evidence.paragraphs if one.points}
    return _Known(source, evidence.by_number, joined(source, counted))


def _form(one: LeftOut) -> Iterator[Problem]:
    if one.sentences is not None and len(numbers_in(one.paragraphs)) > 1:
        message = "sentences chỉ dùng khi paragraphs là một đoạn"
        yield Problem(one.where("sentences"), message, "tách thành từng đoạn, hoặc bỏ sentences")
    if one.sentences is not None and not numbers_in(one.sentences):
        message = f"“{one.sentences}” không phải số câu"
        yield Problem(one.where("sentences"), message, 'viết số câu, ví dụ "2" hoặc "1,3-4"')
    if one.reason == REPETITION and not one.of:
        remedy = "thêm of, ví dụ of: ky-yeu#12"
        yield Problem(one.where("reason"), "nhắc lại mà không ghi nhắc lại đoạn nào", remedy)
    if one.of and one.reason != REPETITION:
        remedy = f"bỏ of, hoặc ghi reason: {REPETITION}"
        yield Problem(one.where("of"), "of chỉ dùng với lý do nhắc lại đoạn khác", remedy)


def _of_paragraphs(known: _Known, one: LeftOut) -> Iterator[Problem]:
    """Yield what is wrong with an entry, paragraph by paragraph."""
    for number in numbers_in(one.paragraphs):
        found = known.paragraphs.get(number)
        if found is None or found.points is None:
            continue  # reported by the check of ranges, or not counted yet
        numbers = sentences_of(one, found.points.sentences)
        if numbers and (last := max(numbers)) > found.points.sentences:
            message = f"đoạn {number} chỉ có {found.points.sentences} câu, không có câu {last}"
            yield Problem(one.where("sentences"), message, "sửa số câu")
        elif is_frame(one) and _is_long(one, numbers, found):
            message = f"đoạn {number} dài như một đoạn văn, không phải đề mục hay thể thức"
            remedy = "chọn lý do khác, hoặc kể đoạn ấy"
            yield Problem(one.where("reason"), message, remedy)
        elif not is_frame(one) and (told := [at for at in numbers if at in found.points.told]):
            message = f"đoạn {number}, câu {say_ranges(told)} đã kể rồi mà còn ghi là không kể"
            yield Problem(one.where(), message, "bỏ câu ấy khỏi left_out", Severity.NOTE)


def _is_long(one: LeftOut, numbers: Sequence[int], found: ParagraphEvidence) -> bool:
    wordy = one.sentences is None and len(found.words) > _MOST_WORDS
    return wordy or len(numbers) > _MOST_SENTENCES


def _repeated(every: Mapping[str, _Known], known: _Known, one: LeftOut) -> Iterator[Problem]:
    """Yield what is wrong with a repetition: of a passage that is told, in much the same words."""
    for citation in one.of:
        other = every.get(citation.source)
        if other is None or citation.unit != "paragraph":
            continue
        points = [
            other.points.by_number[at] for at in citation.numbers if at in other.points.by_number
        ]
        if points and not any(each.told for each in points):
            message = f"{citation} mà câu này nhắc lại cũng chưa kể câu nào"
            yield Problem(one.where("of"), message, "kể đoạn ấy trước", Severity.NOTE)
        there = frozenset[bytes]().union(
            *(other.paragraphs[at].words for at in citation.numbers if at in other.paragraphs)
        )
        for number in numbers_in(one.paragraphs) if one.sentences is None else ():
            own = known.paragraphs[number].words if number in known.paragraphs else frozenset()
            if own and len(own & there) < LEAST_SHARE * len(own):
                message = f"đoạn {number} có ít từ chung với {citation} mà nó nhắc lại"
                yield Problem(one.where("of"), message, "đọc lại cả hai đoạn", Severity.NOTE)


def _twice(known: _Known) -> Iterator[Problem]:
    """Yield a problem for each entry whose sentences another one has left out already."""
    seen: dict[int, set[int]] = defaultdict(set)
    for one in known.source.left_out:
        for number in numbers_in(one.paragraphs):
            found = known.paragraphs.get(number)
            sentences = found.points.sentences if found and found.points else 1
            numbers = set(sentences_of(one, sentences))
            if numbers & seen[number]:
                message = f"đoạn {number} đã có ở một mục left_out trên"
                yield Problem(one.where("paragraphs"), message, "giữ lại một trong hai mục")
            seen[number] |= numbers


def _too_many(known: _Known) -> Iterator[Problem]:
    points = known.points
    if points.left_out > MOST_LEFT_OUT * points.sentences:
        message = (
            f"{points.left_out} trong {points.sentences} câu của nguồn ghi là cố ý không kể, "
            f"quá {MOST_LEFT_OUT:.0%}"
        )
        remedy = "kể bớt những câu ấy trong chương hay dữ kiện"
        yield Problem(known.source.where("left_out"), message, remedy, Severity.NOTE)
