"""Values that the tables derive from records: who was elected, conflicts, posts elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.archive import Archive, Dossier
from macros.dates import order_key
from macros.model.base import Fact, citations_of
from macros.model.changes import ChangeEvent
from macros.model.citations import Citation
from macros.model.congresses import Committee, Congress
from macros.model.leadership import Membership, PostElsewhere
from macros.rules.conflicts import is_hidden_side
from macros.rules.congresses import congress_of

SECRETARY = ("secretary",)
DEPUTY_SECRETARIES = ("standing-deputy-secretary", "deputy-secretary")
INSPECTION_CHAIR = ("inspection-chair",)
"""The roles of `data/posts.yml` that the row of a congress names."""


@dataclass(frozen=True)
class Elected:
    """The bodies and officers elected at one congress, and their citations.

    A body is None if no source gives its size. Officers are person ids.
    """

    executive: Committee | None
    standing: Committee | None
    inspection: Committee | None
    secretary: tuple[str, ...]
    deputies: tuple[str, ...]
    inspection_chair: tuple[str, ...]
    citations: tuple[Citation, ...]


def elected_at(archive: Archive, dossier: Dossier, congress: Congress) -> Elected:
    """Return who and what a congress elected, including the inspection commission.

    Of two contradictory facts, the shown one counts.
    """
    inspection_owners = (dossier, *archive.children.get(dossier.id, ()))
    executive = _body(archive, (dossier,), congress, "executive")
    standing = _body(archive, (dossier,), congress, "standing")
    inspection = _body(archive, inspection_owners, congress, "inspection")
    secretary = _officers(archive, (dossier,), congress, SECRETARY)
    deputies = _officers(archive, (dossier,), congress, DEPUTY_SECRETARIES)
    chair = _officers(archive, inspection_owners, congress, INSPECTION_CHAIR)
    bodies = [one for one in (executive, standing, inspection) if one is not None]
    used: list[Fact] = [congress, *bodies, *secretary, *deputies, *chair]
    return Elected(
        executive,
        standing,
        inspection,
        _people(secretary),
        _people(deputies),
        _people(chair),
        tuple(citation for fact in used for citation in citations_of(fact)),
    )


def _body(
    archive: Archive, owners: Iterable[Dossier], congress: Congress, body: str
) -> Committee | None:
    """Return a body at a congress; later changes of it have a date and are sorted last."""
    found = [
        committee
        for owner in owners
        for committee in owner.committees
        if committee.body == body
        and congress_of(archive, owner, committee.congress) is congress
        and not is_hidden_side(archive, owner, committee)
    ]
    found.sort(key=lambda one: (one.date is not None, order_key(one.date)))
    return found[0] if found else None


def _officers(
    archive: Archive, owners: Iterable[Dossier], congress: Congress, posts: tuple[str, ...]
) -> list[Membership]:
    found = [
        membership
        for owner in owners
        for membership in owner.memberships
        if membership.post in posts
        and congress_of(archive, owner, membership.congress) is congress
        and not is_hidden_side(archive, owner, membership)
    ]
    return sorted(found, key=lambda one: posts.index(one.post))


def _people(memberships: Iterable[Membership]) -> tuple[str, ...]:
    """Return the ids of those who have a name."""
    return tuple(dict.fromkeys(one.person for one in memberships if one.person))


def conflict_ids(archive: Archive, dossier: Dossier, fact: Fact) -> tuple[str, ...]:
    """Return the conflicts of a fact; a conflict of another organization includes its id."""
    found = archive.conflicts_of.get((dossier.id, fact.id), ())
    ids = (reference(owner.id, conflict.id, dossier.id) for owner, conflict in found)
    return tuple(dict.fromkeys(ids))


def reference(owner: str, identifier: str, organization: str) -> str:
    """Return how a row of `organization` refers to a fact: its id, after its owner's if another's.

    The inverse of :func:`macros.archive.split_reference`.
    """
    return identifier if owner == organization else f"{owner}/{identifier}"


def posts_in_words(posts: Iterable[PostElsewhere]) -> tuple[str, ...]:
    """Return posts held elsewhere, with the id of an organization of the site in brackets."""
    return tuple(
        f"{one.role} ({one.organization})" if one.organization else one.role for one in posts
    )


def changes_in_order(archive: Archive) -> list[ChangeEvent]:
    """Return the changes of organizations by the time from which they hold, then by id."""
    return sorted(archive.changes.values(), key=lambda one: (order_key(one.since), one.id))


def by_id(archive: Archive) -> list[Dossier]:
    """Return the organizations in the order of their ids."""
    return sorted(archive.dossiers.values(), key=lambda one: one.id)
