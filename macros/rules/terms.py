"""Terms of office: consecutive memberships of one person in one post, joined.

A membership is one election or appointment; a reader wants to know how long
somebody held the post. A membership elected by a congress begins on its date,
which is not repeated in the membership.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, zip_longest
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.dates import Edtf, Term, order_key, parse_edtf
from macros.dates.term import HANDOVER_DAYS
from macros.model.congresses import Congress
from macros.model.leadership import Membership
from macros.model.posts import Role
from macros.rules.absences import life_at
from macros.rules.congresses import above, congress_of, meeting_named, term_of
from macros.rules.inferred import is_inferred
from macros.text.vietnamese import parse_roman


@dataclass(frozen=True)
class Tenure:
    """One uninterrupted time of one person in one post, as far as the sources say.

    `start` and `end` are None if no source gives them; `attested` has the days on
    which a person without a known term was named. `lasted` is the start of the
    last of several memberships: the post was held at least until then.
    `person` is None for a holder without a name, whose memberships are never joined: nobody knows
    that they are one person's.
    The bases say whether a source states a day or it is inferred, see :func:`start_basis`.
    """

    person: str | None
    post: str
    start: Edtf | None
    end: Edtf | None
    end_basis: str
    attested: tuple[Edtf, ...]
    memberships: tuple[Membership, ...]
    lasted: Edtf | None = None
    start_basis: str = "stated"
    life: int | None = 0
    """In which life of the organization, counted from 0; None if nothing tells."""

    @property
    def first(self) -> Membership:
        """The membership with which the tenure began."""
        return self.memberships[0]

    @property
    def holder(self) -> str:
        """The key that tells holders apart."""
        return self.first.holder

    @property
    def capacity(self) -> str | None:
        """In what capacity the post was held, see :data:`macros.model.career_codes.CAPACITIES`."""
        return self.first.capacity

    @property
    def stands_in(self) -> bool:
        """Whether the holder of the post may be there at the same time."""
        return self.first.stands_in

    @property
    def shares_seat(self) -> bool:
        """Whether the editors say that another had the seat at the same time."""
        return any(one.shared for one in self.memberships)

    @property
    def infers_start(self) -> bool:
        """Whether the first day is known, but inferred."""
        return self.start is not None and self.start_basis == "inferred"

    @property
    def infers_end(self) -> bool:
        """Whether the last day is known, but inferred."""
        return self.end is not None and self.end_basis == "inferred"

    @property
    def term(self) -> Term:
        """The time as a term, for comparing with others."""
        if self.end is None and self.lasted and self.lasted.is_point:
            return Term(self.start, parse_edtf(f"[{self.lasted.text.rstrip('~')}..]"))
        return Term(self.start, self.end)

    @property
    def known_start(self) -> Edtf | None:
        """The first known date of the tenure: its start, or the first attested day."""
        return self.start or (self.attested[0] if self.attested else None)


def start_of(archive: Archive, dossier: Dossier, membership: Membership) -> Edtf | None:
    """Return when a membership began: its start date, or the last day of its congress."""
    if membership.start_date or membership.attested:
        return membership.start_date
    congress = congress_of(archive, dossier, membership.congress)
    if congress is None or congress.days is None:
        return None
    days = congress.days
    # one_of has an end too, but that is not the last day of the congress.
    return days.end if days.kind == "interval" and days.end else days


def start_basis(archive: Archive, dossier: Dossier, membership: Membership) -> str | None:
    """Return the basis of a start; the last day of a congress of several days is inferred.

    The elected may have taken office on any day of such a congress; a congress of one day states
    the start. Without a start there is no basis.
    """
    if start_of(archive, dossier, membership) is None:
        return None
    if membership.start_date:
        return "inferred" if is_inferred(membership, "start_date") else "stated"
    congress = congress_of(archive, dossier, membership.congress)
    several = congress is not None and congress.days and congress.days.kind == "interval"
    unsaid = is_inferred(membership, "congress") or (
        congress and is_inferred(congress, "dates", "sessions")
    )
    return "inferred" if several or unsaid else "stated"


def end_basis(membership: Membership) -> str | None:
    """Return the basis of the end of a membership, None without an end."""
    if membership.end_date is None:
        return None
    return "inferred" if is_inferred(membership, "end_date") else "stated"


def known_start(archive: Archive, dossier: Dossier, membership: Membership) -> Edtf | None:
    """Return the first known date of a membership: its start, or the first attested day."""
    return start_of(archive, dossier, membership) or next(iter(membership.attested), None)


def tenures(archive: Archive, dossier: Dossier, post: str | None = None) -> tuple[Tenure, ...]:
    """Return the tenures of an organization (of one `post`, if given), in order of time."""
    by_post = _by_post(archive, dossier)
    return by_post[None] if post is None else by_post.get(post, ())


def _by_post(archive: Archive, dossier: Dossier) -> Mapping[str | None, tuple[Tenure, ...]]:
    """Return the tenures of each post, and all of them under None."""
    # Cached, because every person's entry, table and timeline needs them.
    found: dict[str | None, tuple[Tenure, ...]]
    known = archive.memo.setdefault("tenures", {})
    owner, found = known.get(dossier.id, (None, {}))
    if owner is not dossier:
        every = _tenures(archive, dossier)
        # The tenures of one post do not depend on those of others.
        found = {
            post: tuple(one for one in every if one.post == post)
            for post in {one.post for one in every}
        }
        found[None] = every
        known[dossier.id] = dossier, found
    return found


def _tenures(archive: Archive, dossier: Dossier) -> tuple[Tenure, ...]:
    held: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for membership in dossier.memberships:
        held[membership.holder, membership.post].append(membership)
    joined: list[Tenure] = []
    for memberships in held.values():
        joined.extend(_join(archive, dossier, memberships))
    return tuple(sorted(joined, key=lambda one: (order_key(one.known_start), one.post, one.holder)))


def _join(archive: Archive, dossier: Dossier, memberships: list[Membership]) -> list[Tenure]:
    """Join the consecutive memberships of one person in one post and one capacity."""
    ordered = sorted(
        memberships,
        key=lambda one: order_key(known_start(archive, dossier, one)),
    )
    chains: list[list[Membership]] = []
    for membership in ordered:
        if chains and _follows_on(archive, dossier, chains[-1][-1], membership):
            chains[-1].append(membership)
        else:
            chains.append([membership])
    return [one for chain in chains for one in _stages(archive, dossier, chain)]


def _stages(archive: Archive, dossier: Dossier, chain: list[Membership]) -> Iterator[Tenure]:
    """Yield a tenure for each capacity; one without a stated end ends where the next begins.

    Somebody who acted and was then elected went on without a break: that end is inferred.
    """
    parts = [list(same) for _, same in groupby(chain, key=lambda one: one.capacity)]
    for part, following in zip_longest(parts, parts[1:]):
        tenure = _tenure(archive, dossier, part)
        if following and tenure.end is None:
            end = start_of(archive, dossier, following[0])
            tenure = replace(tenure, end=end, end_basis="inferred" if end else "stated")
        yield tenure


def _follows_on(archive: Archive, dossier: Dossier, before: Membership, after: Membership) -> bool:
    """Return whether `after` continues `before`: a re-election, or the next congress's election.

    Sources seldom say "re-elected" of a person who was designated first and then elected. An end
    more than a month before the next start interrupts the tenure, and so does the end of a life of
    the organization.
    """
    if _life_of(archive, dossier, before) != _life_of(archive, dossier, after):
        return False
    start = start_of(archive, dossier, after)
    last = before.end_date.certain_latest() if before.end_date else None
    first = start.certain_earliest() if start else None
    if last is not None and first is not None and (first - last).days > HANDOVER_DAYS:
        return False
    if "re-elected" in after.manner:
        return True
    earlier, later = (_term_number(archive, dossier, one) for one in (before, after))
    return earlier is not None and later == (earlier[0], earlier[1] + 1)


def _life_of(archive: Archive, dossier: Dossier, membership: Membership) -> int | None:
    """Return in which life of the organization a membership began, see :func:`life_at`."""
    spans = dossier.organization.spans
    return life_at(spans, known_start(archive, dossier, membership) or membership.end_date)


def _term_number(
    archive: Archive, dossier: Dossier, membership: Membership
) -> tuple[int, int] | None:
    """Return series and number of the congress in whose term a membership began, None if unknown.

    The first series is 0; (0, 0) is before all congresses.
    """
    stated = membership.congress or membership.congress_term
    if stated:
        owner, meeting = meeting_named(archive, dossier, stated)
        opened = term_of(owner, meeting)
        return _number(owner, opened) if opened else None
    day = membership.start_date.certain_earliest() if membership.start_date else None
    if day is None:
        return None
    owner = dossier if dossier.congresses else next(iter(above(archive, dossier)), dossier)
    held = [
        _number(owner, congress)
        for congress in owner.congresses
        if congress.days and (end := congress.days.latest()) and end <= day
    ]
    return max(held, default=(0, 0))


def _number(owner: Dossier, congress: Congress) -> tuple[int, int]:
    named = [None, *(one.id for one in owner.series)]
    at = named.index(congress.series) if congress.series in named else len(named)
    return at, parse_roman(congress.ordinal)


def _tenure(archive: Archive, dossier: Dossier, chain: list[Membership]) -> Tenure:
    first, last = chain[0], chain[-1]
    return Tenure(
        person=first.person,
        post=first.post,
        start=start_of(archive, dossier, first),
        end=last.end_date,
        end_basis=end_basis(last) or "stated",
        attested=tuple(day for one in chain for day in one.attested),
        memberships=tuple(chain),
        lasted=start_of(archive, dossier, last) if len(chain) > 1 else None,
        start_basis=start_basis(archive, dossier, first) or "stated",
        life=_life_of(archive, dossier, first),
    )


class Vacancy(NamedTuple):
    """A time without a known holder: the tenures around it, the end of one, the other's start."""

    before: Tenure
    after: Tenure
    since: Edtf
    until: Edtf


def vacancies(archive: Archive, dossier: Dossier, role: Role) -> Iterator[Vacancy]:
    """Yield the times without a known holder of a post; none if it has more than one seat."""
    if role.seats == 1:
        held = tenures(archive, dossier, role.id)
        for at in range(1, len(held)):
            if found := vacancy_before(held, at):
                yield found


def vacancy_before(held: Sequence[Tenure], at: int) -> Vacancy | None:
    """Return the vacancy of more than a month before a tenure of a seat; None if there is none.

    The tenures before it are looked at back to one that neither stood in nor shared its seat: the
    holder may have outlasted those who came after. While an organization did not exist, no seat was
    vacant: only tenures in the same life of it are compared.
    """
    since = at - 1
    while since and (held[since].stands_in or _shares_seat(held, since)):
        since -= 1
    earlier = [one for one in held[since:at] if one.life == held[at].life]
    if not earlier or any(one.end is None for one in earlier):
        return None
    before = max(earlier, key=lambda one: (one.end and one.end.certain_latest()) or date.max)
    gap = _vacancy_between(before, held[at])
    return Vacancy(before, held[at], *gap) if gap else None


def _shares_seat(held: Sequence[Tenure], at: int) -> bool:
    """Return whether a tenure shared its seat with the one before; either of them may say so."""
    return held[at].shares_seat or held[at - 1].shares_seat


def last_of(held: Sequence[Tenure]) -> Tenure:
    """Return the last tenure of a post, without stand-ins for a holder who stayed longer."""
    return next((one for one in reversed(held) if not _outlasted(one, held)), held[-1])


def _outlasted(tenure: Tenure, held: Sequence[Tenure]) -> bool:
    """Return whether a tenure is that of a stand-in, and a holder of the post has a later end."""
    last = tenure.end.certain_latest() if tenure.stands_in and tenure.end else None
    ends = (one.end.certain_latest() for one in held if one.end and not one.stands_in)
    return last is not None and any(end > last for end in ends if end)


def _vacancy_between(before: Tenure, after: Tenure) -> tuple[Edtf, Edtf] | None:
    """Return the end and the start around a time of more than a month between two tenures."""
    if before.end is None or after.start is None:
        return None
    last, first = before.end.certain_latest(), after.start.certain_earliest()
    if last is None or first is None or (first - last).days <= HANDOVER_DAYS:
        return None
    return before.end, after.start
