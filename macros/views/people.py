"""Views of people in lists: all of them by the letters of their names, and those of one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from macros.addresses.places import entry_of, initial_of
from macros.chapter.page import LinkTarget
from macros.model.people import Person
from macros.rules.inferred import marked
from macros.rules.names import name_on
from macros.rules.posts import is_member
from macros.rules.service import years_of
from macros.rules.terms import known_start
from macros.rules.titles import titled
from macros.text.vietnamese import initial, person_sort_key
from macros.views.appearances import ChapterMention, chapter_mentions
from macros.views.common import Link, Page, person_link, post_in
from macros.wording.people import aliases_beside, life_years


@dataclass(frozen=True)
class PersonLine:
    """A person in a list: name, the years of which facts tell, the posts held.

    `anchor` is where links to the person led before there was a page; `mentions` are the chapters
    that name somebody without a page; `told_apart` are the years of life and the editors' words.
    """

    link: Link
    anchor: str
    years: str
    posts: tuple[str, ...]
    told_apart: str
    aliases: str
    mentions: tuple[ChapterMention, ...] = ()


@dataclass(frozen=True)
class Initial:
    """The people whose given names begin with one letter."""

    letter: str
    people: tuple[PersonLine, ...]


def people_index(page: Page) -> tuple[Initial, ...]:
    """Return all people by the initial of the given name, in Vietnamese order."""
    return _by_letter(page, page.archive.people.values())


def people_under(page: Page, letter: str) -> tuple[Initial, ...]:
    """Return the people filed under the letter `d` of an id: under D and Đ of a name."""
    filed = [one for one in page.archive.people.values() if initial_of(one.id) == letter]
    return _by_letter(page, filed)


def _by_letter(page: Page, people: Iterable[Person]) -> tuple[Initial, ...]:
    ordered = sorted(people, key=lambda one: person_sort_key(one.name))
    return tuple(
        Initial(letter, tuple(_line(page, one) for one in own))
        for letter, own in groupby(ordered, key=lambda one: initial(one.name))
    )


def _line(page: Page, person: Person) -> PersonLine:
    link = person_link(page, person.id)
    listed = link.url == page.url(LinkTarget("page", "#".join(entry_of(person.id))))
    return PersonLine(
        link,
        person.id,
        years_of(page.archive, person.id),
        _posts(page, person.id),
        "; ".join(filter(None, (life_years(person), person.distinguished_by))),
        aliases_beside(person.aliases),
        chapter_mentions(page, "person", person.id) if listed else (),
    )


def _posts(page: Page, person_id: str) -> tuple[str, ...]:
    held = page.archive.memberships_of.get(person_id, ())
    # Who led is told by that alone; the entry has the seats in a body too.
    leading = [one for one in held if not is_member(page.archive, one[1].post)]
    words = []
    for dossier, membership in leading or held:
        post = page.archive.role_label(membership.post)
        name = name_on(dossier, known_start(page.archive, dossier, membership))
        said = f"{titled(post_in(post, name), membership.capacity)} {name}"
        words.append(marked(said, membership, "person", "post", "capacity"))
    return tuple(dict.fromkeys(words))
