"""The table of checks; each yields the problems of one rule over the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from macros.checks import (
    aliases,
    careers,
    congresses,
    documents,
    edition,
    effective,
    leadership,
    lives,
    organizations,
    people,
    pictures,
    references,
    rolls,
    sources,
    statements,
    statistics,
    superiors,
    targets,
    wording,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.archive import Archive
    from macros.messages.problems import Problem


Check: TypeAlias = "Callable[[Archive], Iterable[Problem]]"
"""Yields the problems that break one rule; its docstring states the rule."""

CHECKS: tuple[Check, ...] = (
    references.broken,
    references.broken_within,
    references.shown_in_pictures,
    references.unknown_fields,
    references.doubled,
    references.abbreviations,
    leadership.unnamed,
    leadership.ends_before_start,
    leadership.ends_with_start,
    leadership.inferred_starts,
    leadership.inferred_ends,
    leadership.attested_only,
    leadership.typed_twice,
    leadership.holders,
    leadership.seats_of_members,
    leadership.shared_seats,
    leadership.vacancies,
    congresses.in_order,
    congresses.ordinals_missing,
    congresses.committees_make_up,
    congresses.sessions,
    congresses.conferences,
    congresses.series,
    congresses.outside_life,
    congresses.another_series,
    aliases.another_name,
    careers.after_death,
    careers.before_the_end,
    organizations.renamings,
    effective.in_force_before_decided,
    documents.told_apart,
    lives.one_form,
    lives.with_sides,
    lives.in_order,
    lives.on_their_side,
    lives.of_changes,
    superiors.one_form,
    superiors.repeated,
    superiors.fitting_kinds,
    superiors.outside_life,
    superiors.circles,
    organizations.roles_in_changes,
    organizations.absorbed,
    organizations.short_names,
    organizations.merged_wholes,
    organizations.terms_outside,
    people.named,
    people.in_capitals,
    people.told_apart,
    people.posts_in_full,
    people.posts_told_twice,
    statistics.values_given,
    statistics.breakdowns,
    statistics.percentages,
    statistics.printed_ranges,
    targets.row_numbers,
    targets.results,
    statistics.printed_numbers,
    sources.without_evidence,
    sources.passages,
    sources.ranges,
    sources.unread,
    sources.later_than_source,
    sources.conflicts,
    people.unused,
    statements.one_sentence,
    statements.attributed_once,
    statements.one_speaker,
    statements.few_passages,
    statements.of_fitting_kind,
    statements.said_once,
    statements.answers,
    rolls.twice,
    rolls.days_in_order,
    rolls.named_otherwise,
    pictures.sourced,
    pictures.permitted,
    pictures.described,
    pictures.taken,
    pictures.large_enough,
    pictures.on_the_day,
    pictures.named_in_caption,
    pictures.depicted,
    wording.comrades_in_data,
    edition.volumes,
    edition.states,
    edition.numbers,
)


def check_archive(archive: Archive) -> list[Problem]:
    """Return the problems that all checks find."""
    return [problem for check in CHECKS for problem in check(archive)]
