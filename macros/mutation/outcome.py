"""Trying wrong values, and counting by field and kind of corruption which are refused."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from macros.evidence import files
from macros.evidence.lexicon import lexicon_of
from macros.mutation.corruptions import Mutant, corrupted
from macros.mutation.floors import Floor, floor_of
from macros.mutation.nearby_values import NearbyValues
from macros.mutation.trial import ACCEPTED, REFUSED, Checks, Evidence
from macros.mutation.typed_values import roots, typed_values
from macros.project.check import Reading, load, read_transcriptions
from macros.system.parallel import in_parallel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from macros.messages.problems import Problem
    from macros.project.project import Project

_WORK = "việc thử giá trị sai"
_FEW = 6
WHOLE = 100
"""The share in percent of a run that tries everything."""


class Verdict(NamedTuple):
    """What became of one wrong value: on a clone, and where the transcriptions are at hand."""

    clone: str
    sources: str | None = None

    @property
    def all_refused(self) -> Verdict:
        """The verdict of a check that asks no source."""
        return Verdict(REFUSED, self.sources and REFUSED)

    @property
    def strictest(self) -> str:
        """What the floors are about: the transcriptions, where there are any."""
        return self.sources or self.clone


@dataclass
class Row:
    """The wrong values of one kind for one field; `held` names the way in which it is held."""

    floor: Floor | None
    held: str = ""
    clone: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    passed: int = 0

    @property
    def tried(self) -> int:
        """How many were tried."""
        return self.clone.total()

    def holds(self, *, whole: bool) -> bool:
        """Return whether the row meets its floor; of a sample, whether it may."""
        if self.floor is None:
            return True
        test = self.floor.holds if whole else self.floor.may_hold
        return test(self.tried, self.passed)


@dataclass
class Outcome:
    """What a run found.

    `price` are the errors that right values give, `marks` the number of `implied`.
    """

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    survivors: list[Mutant] = field(default_factory=list)
    price: list[Problem] = field(default_factory=list)
    marks: int = 0
    with_sources: bool = False
    whole: bool = True

    @property
    def tried(self) -> int:
        """How many wrong values were tried."""
        return sum(row.tried for row in self.rows.values())

    def share(self, what: str, state: str = REFUSED) -> float:
        """Return the percentage in a state: "clone", or "sources" with the transcriptions."""
        found = sum(getattr(row, what)[state] for row in self.rows.values())
        return 100 * found / self.tried if self.tried else 100.0

    @property
    def below(self) -> list[tuple[str, str]]:
        """The fields and kinds that miss their floor."""
        return [key for key, row in self.rows.items() if not row.holds(whole=self.whole)]


def try_all(
    project: Project, sources: Path | None = None, *, share: int = WHOLE, seed: int = 1
) -> Outcome:
    """Try a share of all wrong values of a project, drawn with `seed`.

    An exception of the check is one of this run too: it never counts as a refusal.
    """
    loaded = load(project)
    archive = loaded.archive
    evidence, problems = files.parse_all(loaded.evidence)
    fresh = dict(evidence)
    reading = Reading(archive, lexicon_of(archive))
    texts = read_transcriptions(project.root, sources, fresh, reading, problems)
    forms = [(evidence, None), *([(fresh, texts)] if texts is not None else [])]
    judge = Evidence(archive, *forms)
    nearby = NearbyValues(archive, evidence)
    every = [one for typed in typed_values(archive) for one in corrupted(typed, nearby, seed)]
    tried = _drawn(every, share, seed)
    outcome = Outcome(with_sources=texts is not None, whole=share == WHOLE)
    outcome.price = [*loaded.problems, *problems]
    for root in roots(archive):
        outcome.marks += len(vars(root.record).get("implied", ()))
        outcome.price += judge.refused(root)
    by_evidence = in_parallel(
        _WORK, lambda one: Verdict(*judge.verdicts(one.typed.root, one.record)), tried
    )
    _count(outcome, _checked(tried, by_evidence, Checks(archive)))
    return outcome


def _checked(
    tried: Sequence[Mutant], verdicts: Sequence[Verdict], checks: Checks
) -> Iterator[tuple[Mutant, Verdict]]:
    """Yield each wrong value with its verdict, which the other checks may turn into a refusal.

    They are asked about what the evidence lets pass. Since they are slow, they try a few values of
    each field and kind, and the others only if one of these is refused; an untried value passes.
    """
    open_ones: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (mutant, verdict) in enumerate(zip(tried, verdicts, strict=True)):
        if REFUSED not in verdict or len(set(filter(None, verdict))) > 1:
            open_ones[mutant.typed.field, mutant.kind].append(at)
    # First what the evidence lets pass for certain, then what waits for it.
    for found in open_ones.values():
        found.sort(key=lambda at: verdicts[at].strictest != ACCEPTED)
    few = [at for found in open_ones.values() for at in found[:_FEW]]
    refused = _refused(few, tried, checks)
    more = [at for found in open_ones.values() if refused & {*found} for at in found[_FEW:]]
    refused |= _refused(more, tried, checks)
    for at, mutant in enumerate(tried):
        yield mutant, verdicts[at].all_refused if at in refused else verdicts[at]


def _refused(places_of: Sequence[int], tried: Sequence[Mutant], checks: Checks) -> set[int]:
    found = in_parallel(_WORK, lambda at: checks.refuse(tried[at]), places_of)
    return {at for at, refused in zip(places_of, found, strict=True) if refused}


def _drawn(mutants: list[Mutant], share: int, seed: int) -> list[Mutant]:
    if share == WHOLE:
        return mutants
    drawn = Random(seed).sample(range(len(mutants)), len(mutants) * share // WHOLE)  # noqa: S311
    return [mutants[at] for at in sorted(drawn)]


def _count(outcome: Outcome, judged: Iterable[tuple[Mutant, Verdict]]) -> None:
    for mutant, verdict in judged:
        key = mutant.typed.field, mutant.kind
        row = outcome.rows.setdefault(key, Row(floor_of(mutant), type(mutant.typed.held).__name__))
        row.clone[verdict.clone] += 1
        if verdict.sources:
            row.sources[verdict.sources] += 1
        # A waiting value is reported, and STRICT=1 refuses it: it has not passed unseen.
        if verdict.strictest == ACCEPTED:
            row.passed += 1
            outcome.survivors.append(mutant)
    outcome.rows = dict(sorted(outcome.rows.items()))
