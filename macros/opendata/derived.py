"""What the tables hold beyond the records: who and what came of a congress, names as of a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.archive import Archive, Dossier, split_reference
from macros.dates import Edtf, order_key
from macros.model.base import Fact, citations_of
from macros.model.citations import Citation
from macros.model.leadership import Committee, Congress, Membership, PostElsewhere
from macros.rules.terms import congress_of, start_of

SECRETARY = ("secretary",)
DEPUTY_SECRETARIES = ("standing-deputy-secretary", "deputy-secretary")
INSPECTION_CHAIR = ("inspection-chair",)
"""The roles of `data/posts.yml` that a congress's row names."""


@dataclass(frozen=True)
class Elected:
    """The bodies and officers that came of one congress, and where that stands.

    A body is None where no source gives its size. Officers are person ids.
    """

    executive: Committee | None
    standing: Committee | None
    inspection: Committee | None
    secretary: tuple[str, ...]
    deputies: tuple[str, ...]
    inspection_chair: tuple[str, ...]
    citations: tuple[Citation, ...]


def elected_at(archive: Archive, dossier: Dossier, congress: Congress) -> Elected:
    """Return what came of a congress, in the organization or in its inspection commission.

    Of two facts that contradict each other, the one that is shown counts.
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
    """Return the size of a body at a congress; a later change of it has a date and comes last."""
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
    return tuple(dict.fromkeys(membership.person for membership in memberships))


def is_hidden_side(archive: Archive, dossier: Dossier, fact: Fact) -> bool:
    """Whether a fact is the side of a conflict that is not shown elsewhere."""
    for owner, conflict in archive.conflicts_of.get((dossier.id, fact.id), ()):
        for claim in conflict.claims:
            is_it = claim.fact and split_reference(claim.fact, owner.id) == (dossier.id, fact.id)
            if is_it and not claim.shown:
                return True
    return False


def conflict_ids(archive: Archive, dossier: Dossier, fact: Fact) -> tuple[str, ...]:
    """Return the conflicts that a fact is a side of; one kept elsewhere names its organization."""
    found = archive.conflicts_of.get((dossier.id, fact.id), ())
    ids = (
        conflict.id if owner.id == dossier.id else f"{owner.id}/{conflict.id}"
        for owner, conflict in found
    )
    return tuple(dict.fromkeys(ids))


def known_start(archive: Archive, dossier: Dossier, membership: Membership) -> Edtf | None:
    """Return the first moment known of a membership: its start, or the first day attested."""
    return start_of(archive, dossier, membership) or next(iter(membership.attested), None)


def start_basis(archive: Archive, dossier: Dossier, membership: Membership) -> str | None:
    """Return on what ground a start is given; a day taken from the congress is inferred.

    A basis belongs to a date: beside an empty one it would state what no source says.
    """
    if start_of(archive, dossier, membership) is None:
        return None
    return membership.start_basis if membership.start_date else "inferred"


def first_and_last(dates: Edtf | None) -> tuple[Edtf | None, Edtf | None]:
    """Return the days between which something went on; a date that is no interval is both."""
    if dates is None or dates.kind != "interval":
        return dates, dates
    return dates.start, dates.end


def organization_name(dossier: Dossier, when: Edtf | None) -> str:
    """Return the name in use on a date; the fixed short name where the date is not known."""
    name = dossier.name_on(when) if when else None
    return dossier.title if name is None else name.short_name or name.name


def posts_in_words(posts: Iterable[PostElsewhere]) -> tuple[str, ...]:
    """Return posts held elsewhere; an organization of the site is told by its id in brackets."""
    return tuple(
        f"{one.role} ({one.organization})" if one.organization else one.role for one in posts
    )


def role_label(archive: Archive, post: str) -> str:
    """Return the Vietnamese name of a role; its id where the catalogue lacks it."""
    role = archive.roles.get(post)
    return role.label if role else post


def person_name(archive: Archive, person: str) -> str:
    """Return a person's name; the id where no file describes the person."""
    found = archive.people.get(person)
    return found.name if found else person


def by_id(archive: Archive) -> list[Dossier]:
    """Return the organizations in the order of their ids."""
    return sorted(archive.dossiers.values(), key=lambda one: one.id)
