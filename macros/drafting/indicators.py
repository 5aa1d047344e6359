"""Which indicator a number counts: the likeliest few, by the words beside it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from macros.evidence.claims import UNIT_SYNONYMS
from macros.evidence.words import content_words, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from macros.archive import Archive

NEW = "chỉ số mới"
"""The offer that no known indicator counts this."""
OFFERED = 3
_SURE = 0.62
"""From this likeness on, a second guess is offered before “chỉ số mới”."""


class _Known(NamedTuple):
    id: str
    unit: tuple[str, ...]
    units: frozenset[tuple[str, ...]]
    label: frozenset[str]
    used: int


class Indicators:
    """The catalogue of indicators, with the words that stand beside their figures so far.

    Figures that only the source `without` tells are left out, to measure what is not known.
    """

    def __init__(self, archive: Archive, without: str = "") -> None:
        self._archive, self._without = archive, without

    @cached_property
    def _printed(self) -> dict[str, Counter[tuple[str, ...]]]:
        found: dict[str, Counter[tuple[str, ...]]] = {}
        for dossier in self._archive.dossiers.values():
            for one in dossier.observations:
                if self._without and {each.source for each in one.cite} <= {self._without}:
                    continue
                beside = words(one.printed or one.unit or "")
                found.setdefault(one.indicator, Counter())[beside] += 1
        return found

    @cached_property
    def _known(self) -> list[_Known]:
        found = []
        for one in self._archive.indicators.values():
            used = self._printed.get(one.id, Counter())
            if self._without and not used:
                continue
            units = {words(one.unit), *map(words, one.printed), *used}
            units |= {words(text) for text in UNIT_SYNONYMS.get(one.unit, ())}
            label = frozenset(content_words(words(one.label)))
            known = _Known(one.id, words(one.unit), frozenset(units) - {()}, label, used.total())
            found.append(known)
        return found

    @cached_property
    def known(self) -> Collection[str]:
        """The ids of the indicators that may be offered."""
        return {one.id for one in self._known}

    @cached_property
    def _rare(self) -> dict[str, float]:
        counts = Counter(word for one in self._known for word in one.label)
        return {word: 1 / count for word, count in counts.items()}

    @cached_property
    def units(self) -> list[tuple[str, ...]]:
        """All units that figures have had, the longest first."""
        every = {unit for one in self._known for unit in one.units}
        return sorted(every, key=lambda unit: (-len(unit), unit))

    def offers(
        self, after: Sequence[str], before: Sequence[str], around: Sequence[str]
    ) -> tuple[str, ...]:
        """Return the likeliest indicators, and “chỉ số mới” among them.

        `after` and `before` are the words directly beside the number, `around` those of its part of
        the sentence.
        """
        near, wide = {*after, *before}, set(around)
        scored = sorted(
            (
                (self._likeness(one, tuple(after), near, wide), one.used, one.id)
                for one in self._known
            ),
            reverse=True,
        )
        best = [one for score, _, one in scored[: OFFERED - 1] if score > 0]
        if not best or scored[0][0] < _SURE / 2:
            return (NEW, *best)
        return (*best, NEW)

    def _likeness(
        self, one: _Known, after: tuple[str, ...], near: set[str], wide: set[str]
    ) -> float:
        fits = any(after[: len(unit)] == unit for unit in one.units if unit)
        rest = one.label - set(one.unit)
        whole = sum(self._rare[word] for word in rest) or 1.0
        said = sum(self._rare[word] * (1.0 if word in near else 0.7) for word in rest & wide)
        missing = 0.0 if rest else 0.15
        return (0.5 if fits else 0.0) + 0.5 * said / whole + missing * fits
