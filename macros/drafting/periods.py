"""Of what time a figure is: the one that its sentence prints, else what may be meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.drafting.proposal import ASKED
from macros.drafting.reading import days_in
from macros.drafting.tables import cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.reading import Reading, Sentence
    from macros.evidence.sentences import SentenceEvidence

_PERIOD = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
_YEARS = re.compile(r"\d{4}/\d{4}")
_COMPARED = re.compile(r"(?:so với|bằng|gấp)(?: [^\d,.;]{0,30})?\s*(?:năm|tháng|ngày)?\s*$")
_OF_DOCUMENT = re.compile(r"\d+[\w/-]*-[A-ZĐ]+/[\w]+,? (?:ra )?(?:ngày )?$")
_HEAD_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OFFERED_DAYS = 2
_OFFERED = 5
_LONGEST_LIST = 20


def period_of(
    reading: Reading, sentence: Sentence, days: Sequence[str], printed: str, before: str
) -> tuple[str, tuple[str, ...]]:
    """Return the one period that a sentence prints, else “?” with what may be meant.

    `days` are the dates of the sentence, `printed` the number, `before` the period of the figure
    before.
    """
    own = [text for text in days if _PERIOD.fullmatch(text)]
    other = _not_meant(sentence.text)
    meant = [text for text in own if text not in other]
    if len(meant) == 1:
        return meant[0], ()
    earlier = reading.paragraphs[sentence.paragraph - 1].sentences[: sentence.at]
    last = _last(earlier)
    heads = [*_of_column(reading, sentence, printed), *_of_list(reading, sentence.paragraph)]
    offered = [*heads, *meant[:_OFFERED_DAYS], *_joined(meant)]
    offered += [
        *last,
        *(text[:4] for text in (*meant[:1], *last) if len(text) > 4 and "/" not in text),
    ]
    offered += [before, section_period(reading, sentence.paragraph)]
    return ASKED, tuple(dict.fromkeys(text for text in offered if text))[:_OFFERED]


def _not_meant(text: str) -> set[str]:
    """Return the dates that a figure is compared with, and the days of documents."""
    return {
        edtf
        for one in days_in(text)
        for edtf in one.edtf
        if _COMPARED.search(text[: one.start]) or _OF_DOCUMENT.search(text[: one.start])
    }


def _joined(days: Sequence[str]) -> list[str]:
    """Return years that follow one another as one span: “hai năm 1952 và 1953”."""
    years = [text for text in days if text.isdigit()]
    follow = len(years) > 1 and all(int(other) == int(one) + 1 for one, other in pairwise(years))
    return [f"{years[0]}/{years[-1]}"] if follow else []


def _last(sentences: Sequence[SentenceEvidence]) -> list[str]:
    """Return the last date of the sentences before."""
    days = [text for one in sentences for text in one.dates if _PERIOD.fullmatch(text)]
    return days[-1:]


def _of_list(reading: Reading, paragraph: int) -> Iterator[str]:
    """Yield the dates of the line above a list, which ends in a colon."""
    for number in range(paragraph - 1, max(paragraph - _LONGEST_LIST, 0), -1):
        line = reading.lines[number - 1].rstrip()
        if line.endswith(":"):
            yield from (text for one in days_in(line) for text in one.edtf)
            return
        if not line.endswith(";"):
            return


def _of_column(reading: Reading, sentence: Sentence, printed: str) -> Iterator[str]:
    """Yield the years in the head of the column that a number stands in."""
    cells = cells_of(reading.lines[sentence.paragraph - 1])
    at = next((n for n, cell in enumerate(cells) if printed in cell.split()), 0)
    if len(cells) < 2 or not at:
        return
    for number in range(sentence.paragraph - 1, max(sentence.paragraph - _LONGEST_LIST, 0), -1):
        head = cells_of(reading.lines[number - 1])
        if len(head) < 2:
            return
        if at < len(head) and (year := _HEAD_YEAR.search(head[at])):
            yield year.group()
            return


def is_head_year(reading: Reading, paragraph: int, printed: str) -> bool:
    """Return whether a number is a year that fills a cell, as at the head of a column."""
    cells = cells_of(reading.lines[paragraph - 1])
    return len(cells) > 1 and printed in cells and _HEAD_YEAR.fullmatch(printed) is not None


def section_period(reading: Reading, paragraph: int) -> str:
    """Return the last years that a heading or a term prints before a paragraph: “(1996 - 2000)”."""
    for number in range(paragraph - 1, 0, -1):
        for one in reversed(days_in(reading.lines[number - 1])):
            for text in one.edtf:
                if _YEARS.fullmatch(text):
                    return text
    return ""
