"""Contradictions: which side pages show, and which sides are hidden."""

from __future__ import annotations

from collections.abc import Iterable

from macros.archive import Archive, Dossier, split_reference
from macros.model.base import Fact
from macros.model.statistics import Observation


def is_hidden_side(archive: Archive, dossier: Dossier, fact: Fact) -> bool:
    """Return whether a fact is a side of a conflict that is not the shown one."""
    for owner, conflict in archive.conflicts_of.get((dossier.id, fact.id), ()):
        for claim in conflict.claims:
            is_it = claim.fact and split_reference(claim.fact, owner.id) == (dossier.id, fact.id)
            if is_it and not claim.shown:
                return True
    return False


def shown_instead(
    archive: Archive, dossier: Dossier, one: Observation, among: Iterable[Observation]
) -> Observation | None:
    """Return the figure `among` others that a contradiction shows instead of `one`."""
    others = {other.id: other for other in among}
    for owner, conflict in archive.conflicts_of.get((dossier.id, one.id), ()):
        for claim in conflict.claims:
            if claim.shown and claim.fact:
                organization, identifier = split_reference(claim.fact, owner.id)
                if organization == dossier.id and identifier != one.id and identifier in others:
                    return others[identifier]
    return None
