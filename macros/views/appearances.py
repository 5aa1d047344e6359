"""Where an entry appears: the chapters that name it, the facts that mention it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.archive import CHANGES, is_person
from macros.chapter.page import LinkTarget
from macros.dates import order_key
from macros.model.changes import ChangeEvent
from macros.rules.fact_dates import date_of
from macros.text.vietnamese import keep_together
from macros.views.common import Cite, Link, Page, at_start, cites, organization_link
from macros.wording.facts import fact_words

if TYPE_CHECKING:
    from macros.archive.mentions import Mention
    from macros.dates import Edtf
    from macros.model.base import Fact


OPENING = "Trang mở đầu"


@dataclass(frozen=True)
class Appearances:
    """The appearances within one organization: chapters as links, one line per fact.

    `organization` is None for pages that belong to no organization.
    """

    organization: Link | None
    chapters: tuple[Link, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class ChapterMention:
    """A chapter that names an entry, with the sections that do; `organization` is its volume."""

    organization: Link | None
    chapter: Link
    sections: tuple[Link, ...]


def chapter_mentions(page: Page, kind: str, identifier: str) -> tuple[ChapterMention, ...]:
    """Return every chapter that names an entry, in the site's order of organizations."""
    named = page.archive.mentions.get((kind, identifier), ())
    return tuple(
        ChapterMention(
            at_start(organization_link(page, one.organization)) if one.organization else None,
            _chapter(page, one),
            tuple(
                Link(section.text, page.url(LinkTarget("page", f"{one.page}#{section.anchor}")))
                for section in one.sections
            ),
        )
        for one in sorted(named, key=lambda one: (_order(page, one.organization), _at(page, one)))
    )


def _at(page: Page, mention: Mention) -> int:
    """Return where a chapter stands in its volume, 0 for the first page."""
    chapters = page.archive.contents.get(mention.organization, ())
    return next((at for at, one in enumerate(chapters, 1) if one.page == mention.page), 0)


def _chapter(page: Page, mention: Mention) -> Link:
    # A volume's first page has the organization's name as title, which precedes the link.
    title = OPENING if mention.page.endswith("/index.md") else mention.title
    return Link(title, page.url(LinkTarget("page", mention.page)))


@dataclass(frozen=True)
class FactLine:
    """A fact in one line, and the organization that it is of, None for one of none."""

    organization: Link | None
    words: str
    cites: tuple[Cite, ...]


def facts_naming(page: Page, person: str, kind: type[Fact]) -> tuple[FactLine, ...]:
    """Return the facts of one kind that name a person: the rolls, the statements."""
    return tuple(
        FactLine(
            at_start(organization_link(page, owner)),
            keep_together(fact_words(page.archive, owner, fact)),
            cites(page, fact.cite),
        )
        for owner, fact in page.archive.naming.get(person, ())
        if isinstance(fact, kind)
    )


def appearances_of_document(page: Page, document: str) -> tuple[Appearances, ...]:
    """Return the chapters that name a document, and the facts that are based on it."""
    return _appearances(page, "document", document, page.archive.facts_on.get(document, ()))


def _appearances(
    page: Page, kind: str, identifier: str, facts: Iterable[tuple[str, Fact]]
) -> tuple[Appearances, ...]:
    chapters: dict[str, list[Link]] = defaultdict(list)
    lines: dict[str, list[str]] = defaultdict(list)
    for mention in page.archive.mentions.get((kind, identifier), ()):
        chapters[mention.organization].append(_chapter(page, mention))
    for owner, fact in sorted(facts, key=lambda one: order_key(_day(page, *one))):
        words = keep_together(fact_words(page.archive, owner, fact))
        lines[_organization_of(owner, fact)].append(words)
    owners = sorted({*chapters, *lines}, key=lambda one: _order(page, one))
    return tuple(
        Appearances(
            at_start(organization_link(page, owner)) if owner else None,
            tuple(chapters[owner]),
            tuple(dict.fromkeys(lines[owner])),
        )
        for owner in owners
    )


def _day(page: Page, owner: str, fact: Fact) -> Edtf | None:
    """Return the date by which facts are sorted: when a fact was or began."""
    dossier = page.archive.dossiers.get(owner)
    if dossier is None:
        return fact.since if isinstance(fact, ChangeEvent) else getattr(fact, "date", None)
    return date_of(page.archive, dossier, fact, end=False)


def _organization_of(owner: str, fact: Fact) -> str:
    """Return the organization of a fact; for a change event, its first participant on the site.

    A fact of a person belongs to none.
    """
    if is_person(owner):
        return ""
    if owner != CHANGES or not isinstance(fact, ChangeEvent):
        return owner
    return next((one.organization for one in fact.participants if one.organization), "")


def _order(page: Page, owner: str) -> tuple[int, int, str]:
    """Return the key that sorts organizations in the site's order."""
    dossier = page.archive.dossiers.get(owner)
    if dossier is None:
        return (2, 0, owner)
    return (0 if dossier.organization.listed else 1, dossier.organization.order, owner)
