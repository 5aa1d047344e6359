"""From the text of one paragraph to the values in it.

What is kept, and why no sentence can be reconstructed from it:

* numbers with at most four words after and three before, the words after first, so that no
  run of more than five words of the source stands in the file;
* dates, also lunar ones, document symbols and names (runs of two or more words with a capital),
  each alone;
* `words`: for each different word of the paragraph two bytes of its hash, sorted. Like the
  page-level word lists that libraries publish of books in copyright, it says which words
  occur and keeps neither order nor count. It lets the check find the title of a document or
  the printed wording of a time without the transcription: every word of it must occur in the
  paragraph. With the transcription the order of the words is checked as well.
* `sentences` and `persons`: which terms of the lexicon, all of them published in the program or in
  data/, stand in one sentence or near one person, as sets without order (sentences.py).
* `attested`: hashes of texts of data/ that stand in the paragraph word for word. Who has data/ can
  compute them; who has them learns which published text stands where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from macros.dates.lunar_printed import lunar_in
from macros.dates.named import named_in
from macros.dates.printed import FoundDate, bare_years, find_dates, mask
from macros.evidence.lexicon import NOTHING, Lexicon
from macros.evidence.numbers import (
    NumberEvidence,
    number_offsets,
    number_spans,
    read_numbers,
)
from macros.evidence.sentences import (
    PersonEvidence,
    Points,
    SentenceEvidence,
    Span,
    read_persons,
    read_sentences,
)
from macros.evidence.symbols import FoundSymbol, find_symbols
from macros.evidence.tables import rows_with_heads, told_with_heads
from macros.evidence.words import bag, words

WORDS_BYTES = 2

_ADDRESS = re.compile(r"https?://\S+")
# Numbers of headings and notes; figures are not printed in this form.
_LABEL = re.compile(r"^\d+(?:\.\d+)*[.)](?=\s)|\(\d{1,2}\)")
_NAME_WORD = re.compile(r"[^\W\d_]+")
# A run with more words in capitals is a heading, where capitals do not mark names.
_LONGEST_CAPITALS = 2
_LONGEST_NAME = 5


@dataclass(frozen=True)
class ParagraphEvidence:
    """The values of one paragraph of a transcription.

    `number` counts from 1 (line of the transcription); `sha256` is of its text in UTF-8, in
    hexadecimal; `labels` are the numbers of headings and notes; `points` are its sentences and
    those that are told (told_sentences.py), None if nobody has counted.
    """

    number: int
    sha256: str
    numbers: tuple[NumberEvidence, ...] = ()
    number_words: tuple[NumberEvidence, ...] = ()
    dates: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    words: frozenset[bytes] = frozenset()
    sentences: tuple[SentenceEvidence, ...] = ()
    persons: tuple[PersonEvidence, ...] = ()
    attested: frozenset[bytes] = frozenset()
    points: Points | None = None


def extract(
    text: str,
    number: int = 1,
    following: str = "",
    lexicon: Lexicon = NOTHING,
    heads: Sequence[str] | None = None,
) -> ParagraphEvidence:
    """Return the evidence of the paragraph `text`.

    `following` is the next paragraph: a document symbol may continue there. `heads` are those of
    the columns, if the paragraph is a row of a table.
    """
    told = _plain(told_with_heads(text, heads) if heads else text)
    plain = lexicon.spell_out(told)
    masked = plain
    for address in _ADDRESS.finditer(plain):
        masked = mask(masked, *address.span())
    symbols = _symbols(masked, lexicon.spell_out(_plain(following)))
    for symbol in symbols:
        masked = mask(masked, symbol.start, min(symbol.end, len(masked)))[: len(plain)]
    lunar = [(one.start, one.end, text) for one in lunar_in(masked) for text in one.texts]
    dates = find_dates(masked)
    for date in dates:
        masked = mask(masked, date.start, date.end)
    labels = tuple(match.group() for match in _LABEL.finditer(masked))
    masked = _LABEL.sub(lambda m: "." + " " * (len(m.group()) - 1), masked)
    numbers, number_words = read_numbers(masked)
    names = list(name_spans(plain))
    named = [*named_in(plain), *lunar]
    on = [Span(date.start, date.end, text) for date in dates for text in date.edtf]
    on += [Span(*one) for one in named]
    under = [Span(one.start, one.end, text) for one in symbols for text in one.symbols]
    return ParagraphEvidence(
        number=number,
        # The same row says something else under other heads.
        sha256=sha256("\n".join((*(heads or ()), text)).encode()).hexdigest(),
        numbers=numbers,
        number_words=number_words,
        dates=_distinct([*_texts(dates), *bare_years(masked), *(text for *_, text in named)]),
        symbols=_distinct([text for found in symbols for text in found.symbols]),
        names=_distinct([name.text for name in names]),
        labels=labels,
        words=bag(_words(plain, told, text, heads), WORDS_BYTES),
        sentences=read_sentences(plain, lexicon, number_offsets(masked), on, under),
        persons=read_persons(plain, lexicon, names, on),
        attested=lexicon.attested_in(words(plain)),
    )


def _words(plain: str, told: str, text: str, heads: Sequence[str] | None) -> set[str]:
    """Return the words of a paragraph, also as printed; of a row without what was put before it."""
    if heads is None:
        return {*words(plain), *words(told)}
    return {*words(_plain(text)), *words(" ".join(heads))}


class Printed(NamedTuple):
    """The places of the values of a paragraph, in its text with single spaces.

    A date and a symbol have their EDTF texts and their spellings; numbers stand in the order in
    which :func:`extract` returns those in digits.
    """

    text: str
    numbers: tuple[Span, ...]
    dates: tuple[FoundDate, ...]
    symbols: tuple[FoundSymbol, ...]


def places_in(text: str, following: str = "") -> Printed:
    """Return where the values of a paragraph are printed; `following` is the next paragraph."""
    plain = _plain(text)
    masked = plain
    for address in _ADDRESS.finditer(plain):
        masked = mask(masked, *address.span())
    symbols = _symbols(masked, _plain(following))
    for symbol in symbols:
        masked = mask(masked, symbol.start, min(symbol.end, len(masked)))[: len(plain)]
    dates = find_dates(masked)
    for date in dates:
        masked = mask(masked, date.start, date.end)
    masked = _LABEL.sub(lambda m: "." + " " * (len(m.group()) - 1), masked)
    numbers = tuple(Span(start, end, plain[start:end]) for start, end in number_spans(masked))
    return Printed(plain, numbers, tuple(dates), tuple(symbols))


def extract_all(text: str, lexicon: Lexicon = NOTHING) -> tuple[ParagraphEvidence, ...]:
    """Return the evidence of a transcription, which has one paragraph per line."""
    lines = text.removesuffix("\n").split("\n")
    return tuple(
        extract(line, number, following, lexicon, heads)
        for number, (line, following, heads) in enumerate(
            zip(lines, [*lines[1:], ""], rows_with_heads(lines), strict=True), start=1
        )
    )


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _symbols(text: str, following: str) -> list[FoundSymbol]:
    """Return the symbols that begin in `text`, the last perhaps ending in `following`."""
    joined = f"{text} {following}"
    return [found for found in find_symbols(joined) if found.start < len(text)]


def _texts(dates: list[FoundDate]) -> list[str]:
    return [text for date in dates for text in date.edtf]


def _distinct(texts: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(texts)))


def name_runs(text: str) -> list[str]:
    """Return the runs of two to five words that begin with a capital, as printed."""
    return [name.text for name in name_spans(text)]


def name_spans(text: str) -> Iterator[Span]:
    """Yield the runs of two to five words that begin with a capital, with their places."""
    run: list[re.Match[str]] = []
    for match in _NAME_WORD.finditer(text):
        if run and text[run[-1].end() : match.start()] != " ":
            yield from _name(run)
            run = []
        if match.group()[0].isupper():
            run.append(match)
        else:
            yield from _name(run)
            run = []
    yield from _name(run)


def _name(run: Sequence[re.Match[str]]) -> Iterator[Span]:
    words_of = [match.group() for match in run]
    capitals = sum(len(word) > 1 and word.isupper() for word in words_of)
    if 2 <= len(run) <= _LONGEST_NAME and capitals <= _LONGEST_CAPITALS:
        yield Span(run[0].start(), run[-1].end(), " ".join(words_of))
