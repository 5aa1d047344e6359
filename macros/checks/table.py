"""The table of checks: each a small generator of problems over the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.archive import Archive
from macros.checks import edition, leadership, references, sources, statistics
from macros.messages.problems import Problem


@dataclass(frozen=True)
class Check:
    """A named check; its docstring states the rule that it holds the archive to."""

    name: str
    run: Callable[[Archive], Iterable[Problem]]


CHECKS = (
    Check("references", references.broken),
    Check("references-within", references.broken_within),
    Check("cite-for", references.unknown_fields),
    Check("unique-ids", references.doubled),
    Check("dates-in-order", leadership.ends_before_start),
    Check("inferred-ends", leadership.inferred_ends),
    Check("attested-only", leadership.attested_only),
    Check("typed-once", leadership.typed_twice),
    Check("one-holder-a-seat", leadership.holders),
    Check("vacancies", leadership.vacancies),
    Check("congresses-in-order", leadership.congresses_in_order),
    Check("congresses-missing", leadership.ordinals_missing),
    Check("committees", leadership.committees_make_up),
    Check("values-given", statistics.values_given),
    Check("breakdowns", statistics.breakdowns),
    Check("percentages", statistics.percentages),
    Check("printed-ranges", statistics.printed_ranges),
    Check("source-evidence", sources.without_evidence),
    Check("source-range", sources.beyond_the_end),
    Check("source-time", sources.later_than_source),
    Check("conflicts", sources.conflicts),
    Check("people-used", sources.unused_people),
    Check("edition-volumes", edition.volumes),
    Check("edition-states", edition.states),
    Check("edition-numbers", edition.numbers),
)


def check_archive(archive: Archive) -> list[Problem]:
    """Return what every check of the table finds."""
    return [problem for check in CHECKS for problem in check.run(archive)]
