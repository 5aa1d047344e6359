"""A long chronology folds as much as it must, and counts what it folds."""

from __future__ import annotations

from itertools import chain

import pytest

from macros.rules.chronicle import KINDS
from macros.views.chronology_lines import Entry
from macros.views.common import Link
from macros.views.folding import STAGES, folded_kinds, runs

NOTHING, PAPERS, EVENTS, POSTS, ALL = STAGES


def entry(kind: str, words: int = 20) -> Entry:
    return Entry(
        id="",
        day="",
        whole="01/02",
        kind=kind,
        label=KINDS[kind],
        great=False,
        pieces=(Link("đắp đập " * (words // 2)),),
        cites=(),
        whose=None,
    )


@pytest.mark.parametrize(
    ("counts", "folded"),
    [
        ({"document": 20, "event": 20, "post": 20}, NOTHING),
        ({"document": 90, "event": 40, "post": 20}, PAPERS),
        ({"document": 30, "event": 200, "post": 40}, EVENTS),
        ({"document": 30, "event": 200, "post": 150, "congress": 9}, POSTS),
        ({"organization": 200, "congress": 30}, ALL),
    ],
)
def test_what_is_less_than_the_rest_is_folded_first(
    counts: dict[str, int], folded: frozenset[str]
) -> None:
    entries = [entry(kind) for kind, many in counts.items() for _ in range(many)]
    years = [entries[at : at + 5] for at in range(0, len(entries), 5)]
    assert folded_kinds(years) == folded


def test_long_words_and_many_years_without_entries_take_room_too() -> None:
    assert folded_kinds([[entry("post")] * 10]) == NOTHING
    assert folded_kinds([[entry("post", 800)] * 10]) == POSTS
    assert folded_kinds([[entry("event")], *[[]] * 400]) == ALL
    assert folded_kinds([[entry("event")]], others=130) == ALL


def test_entries_keep_their_order_and_each_run_counts_its_own() -> None:
    kinds = ["event", "document", "event", "post", "document", "congress"]
    entries = [entry(kind) for kind in kinds]
    found = list(runs(entries, EVENTS))
    assert list(chain.from_iterable(one.entries for one in found)) == entries
    assert [[(of.label, of.count) for of in one.folded] for one in found] == [
        [("Việc", 2), ("Văn bản", 1)],
        [],
        [("Văn bản", 1)],
        [],
    ]
