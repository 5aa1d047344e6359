"""Wrong values: what an editor might mistype, miscopy or mistake for the right one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

from macros.dates import DateError, Edtf, parse_edtf
from macros.evidence.words import words
from macros.model.citations import Citation
from macros.model.closed_list import closed_list_of
from macros.model.codes import CORRUPTIONS
from macros.model.contract import Coded
from macros.model.organization import Name
from macros.text.vietnamese import is_id, parse_roman, roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.model.base import Record
    from macros.mutation.nearby_values import NearbyValues
    from macros.mutation.typed_values import TypedValue

ANOTHER, RANDOM, DAY, MONTH, YEAR = "another", "random", "day", "month", "year"
CODE, NONE, ORDINAL, WORD, DIGITS = "code", "none", "ordinal", "word", "digits"
NEIGHBOUR, MARKED = "neighbour", "marked"

# A long paragraph offers a hundred other indicators for one figure: they would outweigh all else.
_REFERENCES = 4
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Mutant:
    """A record of the data with one wrong value."""

    typed: TypedValue
    kind: str
    value: Any

    @property
    def record(self) -> Record:
        """The root record with the wrong value."""
        return self.typed.with_value(self.value)

    def __str__(self) -> str:
        wrong = "bỏ trống" if self.value is None else f"“{self.value}”"
        return (
            f"{self.typed.position}: {self.typed.field} của {self.typed.root.id} là "
            f"“{self.typed.value}”, mà {wrong} cũng được nhận ({CORRUPTIONS[self.kind]})"
        )


def corrupted(typed: TypedValue, nearby: NearbyValues, seed: int) -> Iterator[Mutant]:
    """Yield the record with each wrong value instead of the typed one, the same for a `seed`."""
    chance = Random(f"{seed} {typed.root.owner} {typed.root.id} {typed.path}")  # noqa: S311
    tried: set[Any] = {typed.value}
    for kind, value in _wrong(typed, nearby, chance):
        if value not in tried:
            tried.add(value)
            yield Mutant(typed, MARKED if typed.marked else kind, value)


def _wrong(typed: TypedValue, nearby: NearbyValues, chance: Random) -> Iterator[tuple[str, Any]]:
    codes = closed_list_of(typed.info) or (
        typed.held.codes if isinstance(typed.held, Coded) else None
    )
    match typed.value:
        case bool():
            yield CODE, not typed.value
        case str() if codes:
            # "other" says no more than no code.
            said = {one.code for one in codes.entries if one.said}
            yield from ((CODE if code in said else NONE, code) for code in codes)
            if typed.info.default in {None, ()}:
                yield NONE, None
        case Decimal() | int():
            yield from _numbers(typed, nearby, chance)
        case Edtf():
            yield from _dates(typed, nearby)
        case Citation():
            yield from _neighbours(typed.value)
        case str() if _is_ordinal(typed):
            yield from ((ORDINAL, one) for one in _ordinals(typed, nearby))
        case str() if ids := _ids(typed, nearby):
            near = nearby.references(typed)
            yield from ((ANOTHER, one) for one in chance.sample(near, min(len(near), _REFERENCES)))
            yield RANDOM, chance.choice([one for one in ids if one not in near] or ids)
        case str():
            yield from _texts(typed, nearby, chance)
        case _:
            raise TypeError(f"{typed.field}: no wrong value for {typed.value!r}")


def _numbers(typed: TypedValue, nearby: NearbyValues, chance: Random) -> Iterator[tuple[str, Any]]:
    of_type: Callable[[Decimal], Any] = type(typed.value)
    yield from (
        (ANOTHER, of_type(number))
        for number in nearby.numbers(typed.root)
        if number != typed.value and of_type(number) == number
    )
    largest = max(10, int(typed.value) * 2)
    yield RANDOM, of_type(Decimal(chance.randrange(1, largest)))


def _is_ordinal(typed: TypedValue) -> bool:
    return typed.name in {"congress", "congress_term", "ordinal"}


def _ordinals(typed: TypedValue, nearby: NearbyValues) -> Iterator[str]:
    series, slash, ordinal = typed.value.rpartition("/")
    # A conference is named by its id.
    number = 0 if is_id(ordinal) else parse_roman(ordinal)
    others = (other for other in (number - 1, number + 1) if number and other > 0)
    yield from (f"{series}{slash}{roman(other)}" for other in others)
    if dossier := nearby.archive.dossiers.get(typed.root.owner):
        keyed = typed.name != "ordinal"
        yield from (one.key if keyed else one.ordinal for one in dossier.congresses)


def _ids(typed: TypedValue, nearby: NearbyValues) -> list[str]:
    """Return the ids of the kind of thing that the value names; none if it names nothing."""
    archive = nearby.archive
    kinds: tuple[Iterable[str], ...] = (
        archive.people,
        archive.roles,
        archive.documents,
        archive.indicators,
        archive.dossiers,
    )
    named_by_text = isinstance(typed.record, Name) and typed.name == "name"
    found = next((ids for ids in kinds if typed.value in ids), ())
    return [] if named_by_text else sorted(set(found) - {typed.value})


def _neighbours(citation: Citation) -> Iterator[tuple[str, Citation]]:
    for step in (-1, 1):
        if citation.first + step > 0:
            first, last = citation.first + step, citation.last + step
            yield NEIGHBOUR, Citation(citation.source, citation.unit, first, last)


# --- dates ----------------------------------------------------------------------------------


def _dates(typed: TypedValue, nearby: NearbyValues) -> Iterator[tuple[str, Edtf]]:
    """Yield dates with one of their points exchanged or shifted, as far as those are dates."""
    for kind, text in _texts_of_dates(str(typed.value), nearby.dates(typed.root)):
        try:
            wrong = parse_edtf(text)
        except DateError:
            continue  # An end before its beginning, 30 February: no date at all.
        yield kind, wrong


def _texts_of_dates(text: str, near: list[str]) -> Iterator[tuple[str, str]]:
    for found in _POINT.finditer(text):
        for kind, other in (
            *((ANOTHER, one) for one in near if len(one) == len(found[0])),
            *_shifted(found[0]),
        ):
            if other != found[0]:
                yield kind, text[: found.start()] + other + text[found.end() :]


def _shifted(point: str) -> Iterator[tuple[str, str]]:
    year, *rest = point.split("-")
    for step in (-1, 1):
        yield YEAR, "-".join([f"{int(year) + step:04}", *rest])
        if rest:
            months = int(year) * 12 + int(rest[0]) - 1 + step
            yield MONTH, "-".join([f"{months // 12:04}", f"{months % 12 + 1:02}", *rest[1:]])
        if len(rest) > 1:
            yield DAY, (date.fromisoformat(point) + timedelta(step)).isoformat()


# --- texts ----------------------------------------------------------------------------------


def _texts(typed: TypedValue, nearby: NearbyValues, chance: Random) -> Iterator[tuple[str, str]]:
    """Yield texts with one word, or one number, replaced."""
    tokens = typed.value.split(" ")
    at = [n for n, token in enumerate(tokens) if words(token) and not _DIGITS.search(token)]
    for others in (nearby.words(typed.root), nearby.texts.get(typed.field, ())):
        here = chance.choice(at) if at else 0
        if others := [one for one in others if words(one) != words(tokens[here])] if at else []:
            yield WORD, " ".join([*tokens[:here], chance.choice(others), *tokens[here + 1 :]])
    if numbers := list(_DIGITS.finditer(typed.value)):
        found = chance.choice(numbers)
        other = str(int(found[0]) + chance.choice([1, 2, 10])).zfill(len(found[0]))
        yield DIGITS, typed.value[: found.start()] + other + typed.value[found.end() :]
