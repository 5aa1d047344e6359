"""The roll of the committees: who is named in the term of each congress, and in which posts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.archive import Dossier
from macros.dates import say
from macros.model.congresses import Congress
from macros.model.leadership import Membership
from macros.rules.congresses import in_term, meeting_words
from macros.rules.inferred import marked
from macros.rules.titles import title_of
from macros.text.vietnamese import capital, keep_together, person_sort_key
from macros.views.common import Cite, Link, Page, at_start, cites, holder_link
from macros.views.congress import (
    BodySize,
    bodies_of,
    body_size,
    conference_words,
    held_detail,
)

_Held = list[tuple[Membership, bool]]
"""The memberships of one person in a term, and whether the congress elected to them."""


@dataclass(frozen=True)
class Member:
    """A line of a roll: a person with all posts held in the term.

    `detail` says how and from when a post was held without election by the congress.
    """

    number: int
    person: Link
    posts: str
    detail: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Roll:
    """Those named of one term; `bodies` are the committees with the sizes that sources give."""

    title: str
    bodies: tuple[BodySize, ...]
    members: tuple[Member, ...]


def committee_rolls(page: Page, dossier: Dossier) -> tuple[Roll, ...]:
    """Return a roll for each congress of an organization, an empty one where nobody is named."""
    return tuple(_roll(page, dossier, one) for one in dossier.congresses)


def _roll(page: Page, dossier: Dossier, congress: Congress) -> Roll:
    held: dict[str, _Held] = defaultdict(list)
    for membership, there in in_term(page.archive, dossier, congress):
        # Each without a name has a line of its own.
        held[membership.person or f"~{len(held):03}"].append((membership, there))

    def order(person: str) -> tuple[object, ...]:
        # By the highest post, then by name; those without a name come last.
        first = min(_rank(page, membership) for membership, _ in held[person])
        known = page.archive.people.get(person)
        return (first, not known, person_sort_key(known.name) if known else (), person)

    term = f", nhiệm kỳ {say(congress.term)}" if congress.term else ""
    title = marked(capital(meeting_words(dossier, congress)) + term, congress, "ordinal", "term")
    return Roll(
        keep_together(title),
        tuple(body_size(one) for one in bodies_of(page.archive, dossier, congress)),
        tuple(
            _member(page, dossier, number, held[person])
            for number, person in enumerate(sorted(held, key=order), start=1)
        ),
    )


def _member(page: Page, dossier: Dossier, number: int, held: _Held) -> Member:
    ranked = sorted(held, key=lambda one: _rank(page, one[0]))
    titles = [title_of(page.archive, membership) for membership, _ in ranked]
    details = (
        held_detail(one, there=there, at=conference_words(page.archive, dossier, one, there=there))
        for one, there in ranked
    )
    marks = [citation for membership, _ in ranked for citation in membership.cite]
    return Member(
        number,
        at_start(holder_link(page, *(one for one, _ in held))),
        ", ".join(dict.fromkeys(titles)),
        "; ".join(dict.fromkeys(filter(None, details))),
        cites(page, marks),
    )


def _rank(page: Page, membership: Membership) -> tuple[int, str, bool]:
    role = page.archive.roles.get(membership.post)
    return (role.order if role else 0, membership.post, membership.stands_in)
