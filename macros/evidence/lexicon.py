"""The lexicon: terms to look for in a source besides values, and the texts of data/.

Sources express a code of a closed list by certain words ("nghỉ chế độ" for retired), and a post by
its title. For each paragraph, the evidence records which of these terms occur where. All of them
are in the program or in data/ already, so this reveals nothing of the source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

from macros.evidence.fields import held_fields
from macros.evidence.words import word_hash, words
from macros.model.closed_list import closed_list_of
from macros.model.contract import Attested, Coded, Paraphrase, contract_of
from macros.model.records import every_record
from macros.text.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.archive import Archive
    from macros.model.base import Record

TERM_BYTES = 2
ATTESTED_BYTES = 4

Phrase: TypeAlias = tuple[str, ...]
"""The words of a term, as they are compared (`words.py`)."""


def term_hash(field_name: str, phrase: Phrase) -> bytes:
    """Return the hash of a term of a field; in another field, its words have another hash."""
    return word_hash(f"{field_name} {' '.join(phrase)}", TERM_BYTES)


def text_hash(phrase: Phrase) -> bytes:
    """Return the hash that says that a text stands in a paragraph word for word."""
    return word_hash(" ".join(phrase), ATTESTED_BYTES)


@dataclass(frozen=True)
class Lexicon:
    """The terms to look for, by field (`Membership.manner`) and code, and texts of data/."""

    terms: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    def spell_out(self, text: str) -> str:
        """Return a text with its abbreviations written out, except those within symbols."""
        if not self.abbreviations:
            return text
        return self._abbreviated.sub(lambda found: self.abbreviations[found[0]], text)

    @cached_property
    def _abbreviated(self) -> re.Pattern[str]:
        # The longest first: "NTMKM" before "NTM".
        listed = sorted(self.abbreviations, key=lambda one: (-len(one), one))
        return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, listed))})(?![\w/])")

    @cached_property
    def hashes_of_all(self) -> frozenset[bytes]:
        """The hashes of all terms, which tell whether evidence was made with the same lexicon."""
        return frozenset(
            one
            for name, codes in self.terms.items()
            for code in codes
            for one in self.hashes(name, code)
        )

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[tuple[str, Sequence[Phrase]]]]:
        """For each first word, the phrases of each field that begin with it, the longest first."""
        found: dict[str, dict[str, set[Phrase]]] = defaultdict(lambda: defaultdict(set))
        for name, codes in self.terms.items():
            for phrases in codes.values():
                for phrase in map(words, phrases):
                    if phrase:
                        found[phrase[0]][name].add(phrase)
        return {
            first: [
                (name, sorted(phrases, key=lambda one: (-len(one), one)))
                for name, phrases in sorted(by_field.items())
            ]
            for first, by_field in found.items()
        }

    @cached_property
    def _texts_by_first_words(self) -> Mapping[Phrase, Mapping[int, frozenset[Phrase]]]:
        """The texts as word keys, by their first two words and their length."""
        found: dict[Phrase, dict[int, set[Phrase]]] = defaultdict(lambda: defaultdict(set))
        for phrase in (words(self.spell_out(text)) for text in self.texts):
            # A text of one word has no order: the words of the paragraph are enough.
            if len(phrase) > 1:
                found[phrase[:2]][len(phrase)].add(phrase)
        return {
            first: {length: frozenset(phrases) for length, phrases in by_length.items()}
            for first, by_length in found.items()
        }

    def attested_in(self, keys: Sequence[str]) -> frozenset[bytes]:
        """Return the hashes of the texts that stand in `keys` one word after the other."""
        known = self._texts_by_first_words
        found: set[bytes] = set()
        for at in range(len(keys)) if known else ():
            for length, phrases in known.get(tuple(keys[at : at + 2]), {}).items():
                if (phrase := tuple(keys[at : at + length])) in phrases:
                    found.add(text_hash(phrase))
        return frozenset(found)

    def vocabulary(self, field_name: str) -> Mapping[bytes, str]:
        """Return the words for all codes of a field by their hashes."""
        if field_name not in self._vocabularies:
            self._vocabularies[field_name] = {
                term_hash(field_name, words(phrase)): phrase
                for phrases in self.terms.get(field_name, {}).values()
                for phrase in phrases
            }
        return self._vocabularies[field_name]

    @cached_property
    def _vocabularies(self) -> dict[str, Mapping[bytes, str]]:
        return {}

    def phrases(self, field_name: str, code: str) -> tuple[Phrase, ...]:
        """Return the word keys of the terms of a code."""
        return tuple(map(words, self.terms.get(field_name, {}).get(code, ())))

    def hashes(self, field_name: str, code: str) -> frozenset[bytes]:
        """Return the hashes of the terms of a code."""
        return frozenset(term_hash(field_name, one) for one in self.phrases(field_name, code))

    def find(self, keys: Sequence[str]) -> Iterator[tuple[int, int, bytes]]:
        """Yield (first word, word after the last, hash) of each term in a text of word keys.

        Within a field the longest term wins: “Ban Thường vụ Thành ủy” is not “Thành ủy”.
        """
        ends: dict[str, int] = {}
        for at, key in enumerate(keys):
            for name, phrases in self._by_first_word.get(key, ()):
                for phrase in phrases:
                    end = at + len(phrase)
                    if tuple(keys[at:end]) == phrase:
                        if end > ends.get(name, 0):
                            ends[name] = end
                            yield at, end, term_hash(name, phrase)
                        break


NOTHING = Lexicon()


def lexicon_of(archive: Archive) -> Lexicon:
    """Return the terms of all coded fields, and the titles of all posts."""
    titles = [(one.id, _titles(one.label, one.printed)) for one in archive.roles.values()]
    every = sorted({title for _, listed in titles for title in listed})
    # A source may call a chair “Chủ tịch Hội đồng nhân dân”, also the title of another role.
    roles = {
        identifier: tuple(
            dict.fromkeys((*listed, *(one for one in every if one.startswith(f"{listed[0]} "))))
        )
        for identifier, listed in titles
    }
    texts = {
        one.value
        for fact in held_records(archive)
        for one in held_fields(fact)
        if isinstance(one.held, (Attested, Paraphrase)) and isinstance(one.value, str)
    }
    abbreviations = {
        one.short: one.full
        for one in archive.abbreviations
        if one.kind == "abbreviation" and one.match
    }
    terms = {**coded_terms(), POST: roles, ORDINAL: _ordinals()}
    return Lexicon(terms, frozenset(texts), abbreviations)


def held_records(archive: Archive) -> Iterator[Record]:
    """Yield every record that cites sources: facts, documents, tables of targets."""
    for _, fact in archive.each_fact():
        yield fact
    for dossier in archive.dossiers.values():
        yield from dossier.target_sets
    yield from archive.documents.values()


POST = "Membership.post"
ORDINAL = "Congress.ordinal"
_LAST_ORDINAL = 40
_BEFORE_ORDINAL = ("lần thứ", "khóa", "nhiệm kỳ")


@cache
def _ordinals() -> Mapping[str, tuple[str, ...]]:
    """Return how sources call the congress of each ordinal, and the term that follows it."""
    return {
        roman(number): tuple(
            f"{before} {written}"
            for before in _BEFORE_ORDINAL
            for written in dict.fromkeys((roman(number), str(number), f"{number:02}"))
        )
        for number in range(1, _LAST_ORDINAL + 1)
    }


# The name of the body in a title: "Chủ nhiệm Ủy ban Kiểm tra" may be printed as "Chủ nhiệm".
_BODY = re.compile(r" (?:Ủy ban|Hội đồng|Ban) .*")


def _titles(label: str, printed: str | None) -> tuple[str, ...]:
    titles = (label, printed or label, _BODY.sub("", label))
    return tuple(dict.fromkeys(titles))


@cache
def coded_terms() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the source words of every coded field of every record, by field and code."""
    return {
        f"{record.__name__}.{name}": {one.code: one.sources for one in codes.entries}
        for record in every_record()
        for name, info in record.model_fields.items()
        if isinstance(held := contract_of(info).held, Coded)
        if (codes := held.codes or closed_list_of(info)) is not None
    }
