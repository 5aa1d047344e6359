"""Views of people: the index by name, and a person's entry with every post held."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from macros.addresses.places import initial_of
from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import order_key
from macros.model.leadership import Membership
from macros.rules.aliases import days_of, in_use
from macros.rules.inferred import marked
from macros.rules.names import name_on
from macros.rules.pictures import pictures_of_people
from macros.rules.terms import Tenure, known_start, tenures
from macros.rules.titles import titled
from macros.text.vietnamese import capital, person_sort_key
from macros.views.aliases import AliasRow, alias_rows
from macros.views.appearances import Appearances, appearances_of_person
from macros.views.common import Link, Page, at_start, person_link, post_in
from macros.views.later import LaterLine, later_lines
from macros.views.leadership import TenureRow, tenure_row
from macros.views.picture_pages import picture_links
from macros.views.pictures import PictureView, portrait_view, sizes_of_portrait
from macros.wording.people import aliases_beside


@dataclass(frozen=True)
class PersonLine:
    """A person in an index: the name and the posts held."""

    link: Link
    posts: tuple[str, ...]
    distinguished_by: str
    aliases: str


@dataclass(frozen=True)
class Initial:
    """The people filed under one letter."""

    letter: str
    url: str
    people: tuple[PersonLine, ...]


def people_index(page: Page) -> tuple[Initial, ...]:
    """Return all people by the initial of the given name, in Vietnamese order."""
    filed: dict[str, list[PersonLine]] = defaultdict(list)
    for person in sorted(page.archive.people.values(), key=lambda one: person_sort_key(one.name)):
        filed[initial_of(person.id)].append(
            PersonLine(
                person_link(page, person.id),
                _posts(page, person.id),
                person.distinguished_by or "",
                aliases_beside(person.aliases),
            )
        )
    return tuple(
        Initial(letter.upper(), page.url(LinkTarget("people", letter)), tuple(lines))
        for letter, lines in sorted(filed.items())
    )


def _posts(page: Page, person_id: str) -> tuple[str, ...]:
    held = page.archive.memberships_of.get(person_id, ())
    # Who led is told by that alone; the entry has the seats in a body too.
    leading = [one for one in held if not _is_member(page.archive, one[1])]
    words = []
    for dossier, membership in leading or held:
        post = page.archive.role_label(membership.post)
        name = name_on(dossier, known_start(page.archive, dossier, membership))
        said = f"{titled(post_in(post, name), membership.capacity)} {name}"
        words.append(marked(said, membership, "person", "post", "capacity"))
    return tuple(dict.fromkeys(words))


def _is_member(archive: Archive, membership: Membership) -> bool:
    role = archive.roles.get(membership.post)
    return role is not None and role.member_of is not None


def people_under(page: Page, letter: str) -> tuple[PersonEntry, ...]:
    """Return the entries of the people filed under `letter`, in Vietnamese order."""
    filed = [one for one in page.archive.people.values() if initial_of(one.id) == letter]
    filed.sort(key=lambda one: person_sort_key(one.name))
    return tuple(person_entry(page, one.id) for one in filed)


@dataclass(frozen=True)
class PersonEntry:
    """A person of the look-up pages: every post held, in order of time, and appearances."""

    id: str
    name: str
    other_names: tuple[str, ...]
    distinguished_by: str
    aliases: tuple[AliasRow, ...]
    note: str
    rows: tuple[TenureRow, ...]
    later: tuple[LaterLine, ...]
    appearances: tuple[Appearances, ...]
    portrait: PictureView | None = None
    pictures: tuple[Link, ...] = ()

    @property
    def portrait_sizes(self) -> str:
        """How wide the portrait stands, for a browser to choose a copy."""
        return sizes_of_portrait(self.portrait) if self.portrait else ""


def _of_person(page: Page, dossier: Dossier, tenure: Tenure, row: TenureRow) -> TenureRow:
    """Return the row for a person's entry: post first, its organization on the next line.

    The organization has the aliases that were in use meanwhile.
    """
    assert row.organization is not None
    named = at_start(row.organization)
    post = titled(post_in(row.post, named.text), tenure.capacity)
    days = [day for one in tenure.memberships for day in days_of(page.archive, dossier, one)]
    if said := aliases_beside(in_use(dossier.organization.aliases, days)):
        named = named._replace(text=f"{named.text} ({said})")
    return replace(row, post=capital(post), organization=named)


def person_entry(page: Page, person_id: str) -> PersonEntry:
    """Return a person's entry with every post in every organization."""
    person = page.archive.people[person_id]
    # They stand first, so their marks take the first numbers.
    aliases = alias_rows(page, person.aliases)
    rows: list[tuple[tuple[object, ...], TenureRow]] = []
    owners = dict.fromkeys(d.id for d, _ in page.archive.memberships_of.get(person_id, ()))
    for owner in owners:
        dossier = page.archive.dossiers[owner]
        for tenure in tenures(page.archive, dossier):
            if tenure.person == person_id:
                label = page.archive.role_label(tenure.post)
                row = tenure_row(page, dossier, tenure, label, alone=False)
                row = _of_person(page, dossier, tenure, row)
                rows.append((order_key(tenure.known_start), row))
    return PersonEntry(
        id=person.id,
        name=person.name,
        other_names=person.other_names,
        distinguished_by=person.distinguished_by or "",
        aliases=aliases,
        note=person.note or "",
        rows=tuple(row for _, row in sorted(rows, key=lambda item: item[0])),
        later=later_lines(page, person),
        appearances=appearances_of_person(page, person_id),
        portrait=portrait_view(page, person_id),
        pictures=picture_links(page, pictures_of_people(page.archive).get(person_id, ())),
    )
