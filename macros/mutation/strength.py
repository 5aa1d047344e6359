"""data/verification.yml: what readers are told about how firmly values are held."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from macros.mutation.trial import REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.mutation.outcome import Outcome, Row

SHOWN = "data/verification.yml"


def strength_file(outcome: Outcome) -> str:
    """Return the file: the counts by way of holding and kind of corruption, and the weak fields."""
    by_way: dict[tuple[str, str], list[Row]] = {}
    by_reason: dict[tuple[str, str], list[tuple[str, Row]]] = {}
    for (field, kind), row in outcome.rows.items():
        by_way.setdefault((row.held, kind), []).append(row)
        if row.floor and row.floor.why:
            by_reason.setdefault((row.floor.why, kind), []).append((field, row))
    return "\n".join(_lines(outcome, by_way, by_reason)) + "\n"


def _lines(
    outcome: Outcome,
    by_way: dict[tuple[str, str], list[Row]],
    by_reason: dict[tuple[str, str], list[tuple[str, Row]]],
) -> Iterator[str]:
    yield "# Do make mutate SOURCES=… ARGS=--record viết; không sửa tay."
    yield "refused:"
    for (held, kind), rows in sorted(by_way.items()):
        counts = _counts(rows, outcome)
        yield f"  - {{ held: {held}, corruption: {kind}, {counts} }}"
    if by_reason:
        yield "weak:"
    for (why, kind), found in sorted(by_reason.items()):
        fields = ", ".join(field for field, _ in found)
        counts = _counts((row for _, row in found), outcome)
        yield f"  - fields: [{fields}]"
        yield f"    why: {_quoted(why)}"
        yield f"    corruption: {kind}"
        yield from (f"    {part}" for part in counts.split(", "))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _counts(rows: Iterable[Row], outcome: Outcome) -> str:
    found: Counter[str] = Counter()
    for row in rows:
        found["tried"] += row.tried
        found["clone"] += row.clone[REFUSED]
        found["sources"] += row.sources[REFUSED]
    names = ("tried", "clone", *(("sources",) if outcome.with_sources else ()))
    return ", ".join(f"{name}: {found[name]}" for name in names)
