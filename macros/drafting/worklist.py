"""What of a source is told, explained, common, or still untold: value by value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from macros.drafting.already_told import AlreadyTold, paragraphs_of
from macros.drafting.people import groups_in
from macros.drafting.reading import plain
from macros.drafting.titles import Titles
from macros.evidence.extract import places_in
from macros.evidence.not_facts import not_facts_of
from macros.evidence.numbers import printed_values
from macros.evidence.symbols import symbol_key
from macros.evidence.words import words
from macros.model.leadership import Membership

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.dates.printed import FoundDate
    from macros.drafting.reading import Reading
    from macros.evidence.sentences import Span
    from macros.evidence.symbols import FoundSymbol
    from macros.model.base import Fact
    from macros.model.people import Person

State = Literal["told", "explained", "common", "untold"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Value(NamedTuple):
    """A value as printed: its place in the paragraph, its kind, and what became of it.

    `why` is the reason of a number that is no fact, `fact` the id of the one fact that tells it.
    """

    start: int
    end: int
    kind: str
    state: State
    why: str = ""
    fact: str = ""


class Telling(NamedTuple):
    """A fact that cites a paragraph, and where it stands: `file:line`."""

    id: str
    place: str


@dataclass
class Worked:
    """A paragraph with its values in order, and the facts that cite it."""

    number: int
    text: str
    values: list[Value] = field(default_factory=list)
    facts: list[Telling] = field(default_factory=list)

    def count(self, state: State) -> int:
        """Return how many values are in a state."""
        return sum(one.state == state for one in self.values)


def worklist(reading: Reading) -> list[Worked]:
    """Return the paragraphs of a source with what is told of them."""
    told = AlreadyTold(reading)
    work = _Work(reading, told)
    return [work.paragraph(number) for number in range(1, len(reading.raw) + 1)]


class _Work:
    def __init__(self, reading: Reading, told: AlreadyTold) -> None:
        self._reading, self._told = reading, told
        self._titles = Titles(reading)
        record = reading.archive.sources.get(reading.source)
        listed = not_facts_of(record) if record else []
        self._explained = {(at, one.printed): one.reason for one in listed for at in one.paragraphs}
        self._symbols = {
            symbol_key(str(one.symbol)) for one in reading.archive.documents.values() if one.symbol
        }
        self._facts: dict[int, list[Fact]] = {}
        for _, fact in reading.archive.each_fact():
            for number in paragraphs_of(fact, reading.source):
                self._facts.setdefault(number, []).append(fact)

    def paragraph(self, number: int) -> Worked:
        raw = self._reading.raw
        following = raw[number] if number < len(raw) else ""
        printed = places_in(raw[number - 1], following)
        facts = self._facts.get(number, [])
        values = [
            *self._numbers(number, printed.numbers),
            *(self._date(number, one) for one in printed.dates),
            *(self._symbol(one) for one in printed.symbols),
            *self._people(printed.text, facts),
        ]
        tellings = [Telling(one.id, f"{one.where().path}:{one.where().line}") for one in facts]
        return Worked(number, printed.text, list(_apart(values)), tellings)

    def _numbers(self, number: int, spans: tuple[Span, ...]) -> Iterator[Value]:
        found = self._reading.paragraphs[number - 1].numbers
        for at, span in enumerate(spans):
            start, end, text = span
            own = found[at].printed if len(found) == len(spans) else text
            if reason := self._explained.get((number, own), ""):
                yield Value(start, end, "number", "explained", reason)
            else:
                missing = (number, own) in self._told.missing
                fact = "" if missing else self._told.teller(number, "number", printed_values(own))
                yield Value(start, end, "number", "untold" if missing else "told", fact=fact)

    def _date(self, number: int, one: FoundDate) -> Value:
        start, end = one.start, one.end
        if any((number, text) in self._told.days for text in one.edtf):
            fact = self._told.teller(number, "date", one.edtf)
            return Value(start, end, "date", "told", fact=fact)
        # Terms, years of plans and feast days are nobody's task.
        task = any(_DAY.fullmatch(text) for text in one.edtf)
        return Value(start, end, "date", "untold" if task else "common")

    def _symbol(self, one: FoundSymbol) -> Value:
        known = all(symbol_key(text) in self._symbols for text in one.symbols)
        return Value(one.start, one.end, "symbol", "told" if known else "untold")

    def _people(self, text: str, facts: list[Fact]) -> Iterator[Value]:
        people = self._reading.archive.people
        posts = {one.post for one in facts if isinstance(one, Membership)}
        named: dict[tuple[str, ...], set[str]] = {}
        for fact in facts:
            for name in _names(fact, people):
                named.setdefault(words(name), set()).add(fact.id)
        clean = plain(text)
        for group in groups_in(clean, clean):
            for person in group.people:
                known = words(person.name) in named
                state: State = "told" if known else "common" if group.replaced else "untold"
                ids = named.get(words(person.name), set())
                fact_id = next(iter(ids)) if len(ids) == 1 else ""
                yield Value(person.start, person.end, "name", state, fact=fact_id)
        for title in self._titles.in_sentence(clean):
            told = title.role in posts
            yield Value(title.start, title.end, "office", "told" if told else "common")


def _names(fact: Fact, people: Mapping[str, Person]) -> Iterator[str]:
    ids = {getattr(fact, "person", None), *getattr(fact, "people", ())}
    for one in ids:
        identifier = getattr(one, "person", one)
        person = people.get(identifier) if identifier else None
        if person is not None:
            yield from (person.name, *person.other_names, *(a.name for a in person.aliases))


def _apart(values: list[Value]) -> Iterator[Value]:
    """Yield the values in order, those that overlap an earlier one left out."""
    end = 0
    for one in sorted(values):
        if one.start >= end:
            yield one
            end = one.end
