"""Records of posts: each tenure with its certain bounds, and the times without a holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.addresses.places import OFFICE_HOLDERS
from macros.chapter.page import LinkTarget
from macros.model.codes import BODIES
from macros.rules.congresses import meeting_named, term_of
from macros.rules.offices import has_page_per_group, holder_groups
from macros.rules.terms import last_of, tenures, vacancy_before
from macros.rules.titles import titled
from macros.search.answers.parts import cited, filled, iso, linked, within
from macros.text.vietnamese import capital
from macros.views.as_of import absent_days, bounds_of, existed, lives_of
from macros.views.common import at_start, organization_link, post_beside, post_in
from macros.views.leadership import members_note, post_group, roles_of
from macros.views.organization import spoken_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from macros.archive import Archive, Dossier
    from macros.dates.term import Bounds
    from macros.model.citations import Citation
    from macros.model.posts import Role
    from macros.rules.terms import Tenure
    from macros.search.answers.parts import Record
    from macros.views.common import Page
    from macros.views.leadership import TenureRow

# Whoever took up a post within so many days of the founding is its first holder.
_SOON_AFTER_FOUNDING = 31


def posts(page: Page, dossier: Dossier, days: Mapping[str, str]) -> Iterator[tuple[str, Record]]:
    """Yield (role, record) for each post with known holders in the organization.

    The rows of a record are in order of time: the holder (none for a vacancy), the term as on the
    pages, and its bounds; see :class:`macros.dates.term.Bounds`.
    `days` are those of :func:`pages_of_days`.
    """
    for role in roles_of(page, dossier):
        held = tenures(page.archive, dossier, role.id)
        last = last_of(held)
        rows = post_group(page, dossier, role).rows
        bounds = bounds_of(held, single=role.seats == 1, lives=lives_of(dossier))
        record = {
            "post": role.label,
            "short": post_beside(role.label, dossier.title),
            "organization": linked(at_start(organization_link(page, dossier.id))),
            "rows": list(_rows(page, dossier, rows, held, bounds)),
            "single": role.seats == 1 and not any(one.shares_seat for one in held),
            # Of a body of many, others may have been members before whoever is named.
            "first": role.member_of is None and _is_first(dossier, held[0]),
            "said": members_note(role),
            # Counted from the end, where it is not the last row.
            "last": len(held) - held.index(last) if last is not held[-1] else None,
            "until": spoken_until(page, citations_of_all(last)).strip(" ()"),
            "spoken": iso(_speaks_until(page, last)),
            "existed": [iso(day) for day in existed(dossier)],
            "absent": [[one.after, one.before, one.words] for one in absent_days(dossier)],
            "days": days.get(dossier.id, ""),
        }
        yield role.id, filled(record)
        for capacity in capacities_of(dossier, role):
            yield key_of_role(role, capacity), _of_capacity(record, role, dossier, capacity, held)


def _of_capacity(
    record: Record, role: Role, dossier: Dossier, capacity: str, held: Sequence[Tenure]
) -> Record:
    """Return the record of those who held a post in one capacity: who was “Quyền Bí thư”."""
    rows = (row for row in record["rows"] if "person" in row)
    return filled(
        {
            **record,
            "post": titled(role.label, capacity),
            "short": titled(post_beside(role.label, dossier.title), capacity),
            "rows": [row for row, one in zip(rows, held, strict=True) if one.capacity == capacity],
            "single": False,
            "first": False,
            "last": None,
        }
    )


def capacities_of(dossier: Dossier, role: Role) -> tuple[str, ...]:
    """Return the capacities, other than in full, in which a post of an organization was held."""
    held = (one.capacity for one in dossier.memberships if one.post == role.id)
    return tuple(dict.fromkeys(one for one in held if one))


def key_of_role(role: Role, capacity: str | None) -> str:
    """Return what the records of a post are called after, those of a capacity by themselves."""
    return f"{role.id}.{capacity}" if capacity else role.id


def asked_by(dossier: Dossier, role: Role) -> Iterator[tuple[str, str]]:
    """Yield (words, key) for what a reader may ask of a post: the post, then each capacity."""
    for capacity in (None, *capacities_of(dossier, role)):
        for name in labels(role, dossier):
            yield titled(name, capacity), key_of_role(role, capacity)


def citations_of_all(tenure: Tenure) -> list[Citation]:
    """Return the citations of all memberships of a tenure."""
    return [citation for one in tenure.memberships for citation in one.cite]


def _speaks_until(page: Page, tenure: Tenure) -> date | None:
    """Return up to when the sources of a tenure speak; None if that is unknown of one."""
    sources = {one.source for one in citations_of_all(tenure)} & page.archive.sources.keys()
    days = [page.archive.sources[one].speaks_until.latest() for one in sources]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _is_first(dossier: Dossier, tenure: Tenure) -> bool:
    """Return whether nobody can have held the post before: it was taken up at the founding."""
    founding = dossier.organization.beginning
    founded = founding.date if founding else None
    if founded is None or tenure.start is None:
        return False
    sides = (founded.latest(), tenure.start.earliest(), founded.earliest(), tenure.start.latest())
    if not all(sides):
        return False
    last, start, first, by = (day for day in sides if day)
    return (start - last).days <= _SOON_AFTER_FOUNDING and by >= first


def pages_of_days(page: Page) -> Mapping[str, str]:
    """Return the address of the page of office holders, by organization."""
    archive = page.archive
    if not has_page_per_group(archive):
        url = page.url(LinkTarget("page", OFFICE_HOLDERS))
        return dict.fromkeys(archive.dossiers, url)
    return {
        dossier.id: page.url(LinkTarget("holders", group.id))
        for group in holder_groups(archive)
        for dossier in group.dossiers
    }


def body_of(role: Role) -> list[str]:
    """Return the body that a post is a seat of, as pages name it; nothing for other posts."""
    return [capital(BODIES[role.member_of])] if role.member_of else []


def labels(role: Role, dossier: Dossier) -> tuple[str, ...]:
    """Return what a post of an organization is called, its full name first.

    The name need not repeat that of the organization: “Chủ nhiệm” of an Ủy ban Kiểm tra. Shorter
    forms in the sources count too, and for a seat the body: “ai trong Ban Thường vụ”.
    """
    said = [role.label, *([role.printed] if role.printed else [])]
    said += [name for body in body_of(role) for name in (body, f"Thành viên {body}")]
    said += [post_in(one, dossier.title) for one in said]
    return tuple(dict.fromkeys(said))


def _rows(
    page: Page,
    dossier: Dossier,
    rows: Sequence[TenureRow],
    held: Sequence[Tenure],
    bounds: Sequence[Bounds],
) -> Iterator[Record]:
    """Yield the rows of a post as the pages show them, each with its days."""
    at = 0
    for row in rows:
        if row.absent:
            # What is asked of those days is answered by `absent`.
            continue
        if row.person is None:
            gap = vacancy_before(held, at)
            assert gap is not None
            empty = [iso(gap.since.certain_latest()), iso(gap.until.certain_earliest())]
            yield {"term": row.term, "note": row.note, "sure": empty}
            continue
        known, tenure = bounds[at], held[at]
        at += 1
        yield filled(
            {
                "person": linked(row.person),
                "term": f"{row.title}, {row.term}" if row.title else row.term,
                "inferred": row.inferred,
                "how": [*row.how, *([row.full_time] if row.full_time else [])],
                "documents": [[one.text, one.url] for one in row.documents],
                "note": row.note,
                "possible": [iso(known.earliest), iso(known.latest)],
                "sure": [iso(known.sure_from), iso(known.sure_to)],
                "moments": list(_moments(tenure)),
                "begun": iso(_begun(tenure)),
                "cites": cited(row.cites),
                "congresses": list(_congresses(page.archive, dossier, tenure)),
            }
        )


def _congresses(archive: Archive, dossier: Dossier, tenure: Tenure) -> Iterator[str]:
    """Yield the congresses of whose terms the holder is told, which tell apart who has no name."""
    for one in () if tenure.person else tenure.memberships:
        if key := one.congress or one.congress_term:
            owner, meeting = meeting_named(archive, dossier, key)
            if opened := term_of(owner, meeting):
                yield opened.key


def _moments(tenure: Tenure) -> Iterator[list[str]]:
    """Yield the periods within each of which the post was held on some day."""
    seen = dict.fromkeys(
        one for one in (tenure.start, tenure.lasted, tenure.end, *tenure.attested) if one
    )
    for one in seen:
        yield within(one)


def _begun(tenure: Tenure) -> date | None:
    """Return the last day on which a membership of the tenure is known to have begun."""
    last = tenure.lasted or tenure.start or (tenure.attested[-1] if tenure.attested else None)
    return (last.earliest() or last.latest()) if last else None
