"""One run: makes inputs from a seed, judges them, and reduces each that is wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from scripts.fuzz.judge import judge, smallest
from scripts.fuzz.mutate import Mutator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scripts.fuzz.targets import Seed, Target

_SHOWN = 2_000


@dataclass(frozen=True)
class Found:
    """What one input did wrong; `data` is the smallest part of it that still does."""

    number: int
    target: str
    path: str
    kind: str
    detail: str
    data: bytes

    def lines(self) -> Iterator[str]:
        """Yield what a maintainer reads: what, where, with which input."""
        yield f"đầu vào số {self.number}, {self.target}, từ {self.path}: {self.kind}"
        yield f"  {self.detail}"
        cut = " …" if len(self.data) > _SHOWN else ""
        yield f"  {len(self.data)} byte: {self.data[:_SHOWN]!r}{cut}"


def input_of(targets: Sequence[Target], seed: int, number: int) -> tuple[Target, Seed, bytes]:
    """Return input `number` of a run; it depends only on the seed and the files."""
    random = Random(f"{seed}:{number}")  # noqa: S311  (not for secrets)
    target = random.choices(targets, [one.share for one in targets])[0]
    chosen = random.choice(target.seeds)
    mutator = Mutator(random, [one.data for one in target.seeds])
    as_json = chosen.path.endswith(".json")
    return target, chosen, mutator.spoilt(chosen.data, as_json=as_json, gently=target.gently)


@dataclass
class Tally:
    """How many inputs a target got, and its slowest: seconds of processor time, and its number."""

    inputs: int = 0
    slowest: tuple[float, int] = (0.0, 0)


def fuzz(
    targets: Sequence[Target], seed: int, numbers: range, tallies: dict[str, Tally]
) -> Iterator[Found]:
    """Judge the inputs of `numbers`; yield the first for each cause."""
    usable = [one for one in targets if one.seeds]
    known: set[tuple[str, str]] = set()
    for number in numbers:
        target, chosen, data = input_of(usable, seed, number)
        start = time.process_time()
        verdict = judge(chosen.read, data)
        tally = tallies.setdefault(target.name, Tally())
        tally.inputs += 1
        tally.slowest = max(tally.slowest, (time.process_time() - start, number))
        if verdict is None or (target.name, verdict.kind) in known:
            continue
        known.add((target.name, verdict.kind))
        least = smallest(chosen.read, data, verdict.kind)
        again = judge(chosen.read, least) or verdict
        yield Found(number, target.name, chosen.path, verdict.kind, again.detail, least)
