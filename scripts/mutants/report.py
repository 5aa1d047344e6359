"""The report of the trials."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scripts.mutants.trial import Fate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.mutants.rooms import Room
    from scripts.mutants.trial import Trial


def rate(trials: Sequence[Trial]) -> float:
    """Return the percentage of killed mutants; 100 if there were none."""
    alive = sum(trial.fate is Fate.ALIVE for trial in trials)
    return 100 * (len(trials) - alive) / len(trials) if trials else 100.0


def report(rooms: Sequence[Room], trials: Sequence[Trial], equivalent: int) -> str:
    """Return one line for each room, the survivors and the whole; `equivalent` were left out."""
    lines = []
    for room in rooms:
        here = [one for one in trials if one.mutant.path.startswith(f"{room.code}/")]
        lines.append(f"{room.name:8} {_counted(here)}")
    alive = sorted(
        (one.mutant for one in trials if one.fate is Fate.ALIVE), key=lambda m: (m.path, m.line)
    )
    if alive:
        lines += ["", "Còn sống:", *(f"  {mutant}" for mutant in alive)]
    return "\n".join([*lines, "", f"Cả thảy: {_counted(trials)}; bỏ qua {equivalent} tương đương"])


def _counted(trials: Sequence[Trial]) -> str:
    fates = Counter(trial.fate for trial in trials)
    counted = ", ".join(f"{fates[fate]} {fate.value}" for fate in Fate)
    return f"{rate(trials):5.1f}% của {len(trials)}: {counted}"
