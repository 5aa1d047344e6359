"""The files of the cards: what opens when a reader points at a link to a fact.

`<page>/cards.json` holds the cards of the facts on a page by anchor, with addresses relative to the
page; a browser fetches it when a reader first points at a link to one of them. `edit` is the
address in the repository that the `line` of a card is appended to, "" without a repository.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from macros.addresses.places import in_card_folder, is_volume_page, place_of
from macros.addresses.urls import folder_of
from macros.archive import CHANGES
from macros.chapter.page import LinkTarget
from macros.chapter.page import Page as PageOf
from macros.engine.linker import SiteLinker
from macros.model.congresses import Meeting
from macros.model.leadership import Membership
from macros.model.statements import Statement
from macros.model.statistics import Observation
from macros.model.targets import Target
from macros.project.site_files import SiteFiles
from macros.rules.fact_dates import cited_for_date, date_of
from macros.views.cards import Card, statistic_card
from macros.views.entity_cards import document_card, organization_card, person_card
from macros.views.fact_cards import fact_card
from macros.views.facts import key_of
from macros.views.target_cards import target_card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.addresses.places import Place
    from macros.archive import Archive, Dossier
    from macros.model.base import Fact
    from macros.views.common import Link, Page

NAME = "cards.json"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write_cards(archive: Archive, generated: Iterable[str], edit: str, site: Path) -> SiteFiles:
    """Write the cards into the pages' folders below `site`; return the files by their paths.

    For the arguments see :func:`cards`.
    """
    written: SiteFiles = {}
    for path, text in cards(archive, generated, edit).items():
        (site / path).write_bytes(text)
        written[path] = text
    return written


def cards(archive: Archive, generated: Iterable[str], edit: str) -> dict[str, bytes]:
    """Return the files of the cards by their paths on the site; equal archives give equal bytes.

    `generated` are the pages made from the data, by their paths under docs/.
    """
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    linker = SiteLinker(archive)

    @cache
    def page_of(path: str) -> Page:
        return PageOf(f"docs/{path}", None, archive, linker)

    for made_page in filter(in_card_folder, generated):
        found[made_page] = {}  # looked up when it is pointed at, whether it has cards or not
    for place, made in (*_statistics(archive), *_targets(archive), *_entities(archive)):
        found[place.page][place.anchor] = _plain(made(page_of(place.page)))
    for path, key, made in _dated(archive):
        found[path][key] = _plain(made(page_of(path)))
    return {
        f"{folder_of(page)}/{NAME}": _ENCODER.encode({"edit": edit, "cards": own}).encode()
        for page, own in sorted(found.items())
    }


def _statistics(archive: Archive) -> Iterator[tuple[Place, Callable[[Page], Card]]]:
    """Yield the place of each statistic, and what makes its card."""
    for dossier in archive.dossiers.values():
        for one in dossier.observations:
            if place := place_of(LinkTarget("statistic", one.id, dossier.id), archive):
                yield place, partial(statistic_card, dossier=dossier, one=one)


def _targets(archive: Archive) -> Iterator[tuple[Place, Callable[[Page], Card]]]:
    """Yield the place of each target that a chapter shows, and what makes its card."""
    for dossier in archive.dossiers.values():
        for table in dossier.target_sets:
            for one in table.targets:
                if place := place_of(LinkTarget("target", one.id, dossier.id), archive):
                    yield place, partial(target_card, dossier=dossier, table=table, one=one)


def _dated(archive: Archive) -> Iterator[tuple[str, str, Callable[[Page], Card]]]:
    """Yield the page, the key and the maker of the card of each dated fact.

    Posts and congresses have one without a date too. The page is that of the source of its date.
    """
    for owner, dossier, fact in _facts(archive):
        dated = date_of(archive, dossier, fact, end=False) or getattr(fact, "end_date", None)
        if dated or isinstance(fact, _UNDATED_TOO):
            source = cited_for_date(fact, end=False)[0].source
            if place := place_of(LinkTarget("source", source), archive):
                key = key_of(owner, fact.id)
                yield place.page, key, partial(fact_card, dossier=dossier, fact=fact)


_UNDATED_TOO = (Membership, Meeting)

_OTHERWISE = (Observation, Statement, Target)
"""The facts that have cards of their own, or no date."""


def _facts(archive: Archive) -> Iterator[tuple[str, Dossier, Fact]]:
    """Yield the facts that may be dated, with their owner and an organization that they tell of."""
    for dossier in archive.dossiers.values():
        own = (one for one in dossier.each_fact() if not isinstance(one, _OTHERWISE))
        yield from ((dossier.id, dossier, fact) for fact in own)
    for change in archive.changes.values():
        named = (archive.dossiers.get(one.organization or "") for one in change.participants)
        if of := next(filter(None, named), None):
            yield CHANGES, of, change


def _entities(archive: Archive) -> Iterator[tuple[Place, Callable[[Page], Card]]]:
    """Yield the place of each person, organization and document, and what makes its card."""
    made: Mapping[str, Mapping[str, Callable[[Page], Card]]] = {
        "person": {one: partial(person_card, identifier=one) for one in archive.people},
        "organization": {
            one.id: partial(organization_card, dossier=one) for one in archive.dossiers.values()
        },
        "document": {one: partial(document_card, identifier=one) for one in archive.documents},
    }
    for kind, entries in made.items():
        for identifier, make in entries.items():
            place = place_of(LinkTarget(kind, identifier), archive)
            if place and (in_card_folder(place.page) or is_volume_page(place.page)):
                yield place, make


def _plain(card: Card) -> dict[str, Any]:
    """Return a card for JSON: a link as [text, address], other words as a string."""
    rows = [[row.label, [_said(one) for one in row.said]] for row in card.rows]
    return {key: value for key, value in {**card._asdict(), "rows": rows}.items() if value}


def _said(one: Link) -> str | list[str]:
    return [one.text, one.url] if one.url else one.text
