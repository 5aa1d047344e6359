"""A source as the rules of the drafts read it: paragraphs, their sentences, and known names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from macros.dates.printed import find_dates
from macros.evidence.extract import ParagraphEvidence, extract_all
from macros.evidence.lexicon import lexicon_of
from macros.evidence.sentences import split_sentences
from macros.evidence.words import words
from macros.text.vietnamese import normalise_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.archive import Archive
    from macros.evidence.lexicon import Lexicon


class Sentence(NamedTuple):
    """A sentence of a paragraph: its text, its place in it, and the paragraph's number."""

    paragraph: int
    at: int
    start: int
    text: str


class Day(NamedTuple):
    """A date as printed in a sentence, with its EDTF texts."""

    start: int
    end: int
    edtf: tuple[str, ...]


@dataclass
class Reading:
    """The paragraphs of a source, spelled out, and the archive that names are looked up in."""

    archive: Archive
    source: str
    raw: Sequence[str]
    spelling: Lexicon | None = None

    @cached_property
    def lexicon(self) -> Lexicon:
        """The terms and abbreviations of the archive."""
        return self.spelling or lexicon_of(self.archive)

    @cached_property
    def lines(self) -> list[str]:
        """The paragraphs with single spaces, one spelling and abbreviations written out."""
        return [normalise_spelling(line) for line in self.printed]

    @cached_property
    def printed(self) -> list[str]:
        """The paragraphs like `lines`, letter by letter, but in the source's own spelling."""
        return [self.lexicon.spell_out(plain(line)) for line in self.raw]

    @cached_property
    def paragraphs(self) -> tuple[ParagraphEvidence, ...]:
        """The evidence of the paragraphs."""
        return extract_all("\n".join(self.raw), self.lexicon)

    @cached_property
    def sentences(self) -> list[list[Sentence]]:
        """The sentences of each paragraph, paragraph 1 as item 0."""
        return [self._sentences(number, line) for number, line in enumerate(self.lines, start=1)]

    def _sentences(self, number: int, line: str) -> list[Sentence]:
        found: list[Sentence] = []
        start = 0
        for at, text in enumerate(split_sentences(line)):
            found.append(Sentence(number, at, start, text))
            start += len(text)
        return found

    @cached_property
    def organizations(self) -> tuple[str, ...]:
        """The organizations that the source speaks of, the main one first; else the only one."""
        record = self.archive.sources.get(self.source)
        listed = record.organizations if record else ()
        known = tuple(one for one in listed if one in self.archive.dossiers)
        only = tuple(self.archive.dossiers) if len(self.archive.dossiers) == 1 else ()
        return known or only

    @property
    def main(self) -> str:
        """The organization that the source is about before all, "" if its record names none."""
        return next(iter(self.organizations), "")

    @cached_property
    def names(self) -> list[tuple[str, tuple[str, ...]]]:
        """The names of the organizations as word keys, each with its organization."""
        found: dict[tuple[str, tuple[str, ...]], None] = {}
        for organization in self.organizations:
            one = self.archive.dossiers[organization].organization
            printed = [one.short_name, *one.other_names]
            printed += [text for name in one.names for text in (name.name, name.short_name) if text]
            printed += [text for name in printed for text in _committee_names(name)]
            for text in printed:
                found[organization, words(text)] = None
        return list(found)


_COMMITTEES = {
    "huyện": "Huyện ủy", "quận": "Quận ủy", "tỉnh": "Tỉnh ủy", "thị xã": "Thị ủy",
    "thành phố": "Thành ủy", "khu": "Khu ủy",
}  # fmt: skip


def _committee_names(name: str) -> Iterator[str]:
    """Yield what the committee of a party organization is called: “Huyện ủy Mây” of “Đảng bộ …”."""
    if name.startswith("Đảng bộ "):
        rest = name.removeprefix("Đảng bộ ")
        for unit, committee in _COMMITTEES.items():
            if rest.startswith(f"{unit} "):
                yield f"{committee} {rest.removeprefix(unit).strip()}"
                return
        yield f"Đảng ủy {rest}"


def plain(text: str) -> str:
    """Return a paragraph with single spaces, in NFC."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def days_in(text: str) -> list[Day]:
    """Return the dates of a sentence, without those that no EDTF text says."""
    return [Day(one.start, one.end, one.edtf) for one in find_dates(text) if one.edtf]
