"""Every page of a site as HTML, rendered in process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from macros.archive import Archive, Dossier
from macros.catalogue import registry
from macros.catalogue.pages import generated_pages
from macros.chapter import expand
from macros.chapter.page import LinkTarget
from macros.views.common import Page

_ADDRESSES = re.compile(r' (?:href|id|for|name|aria-[a-z]+|data-[a-z-]+|value)="[^"]*"')


class Linker:
    """Gives every target an address of its own."""

    def url(self, target: LinkTarget, origin: str) -> str:
        """Return where a target stands."""
        return f"/{target.kind}/{target.organization or ''}/{target.id}/{target.part}"


def pages(archive: Archive) -> str:
    """Return what readers see of all pages: the HTML without addresses."""
    return "\n".join(each_page(archive).values())


def each_page(archive: Archive) -> dict[str, str]:
    """Return what readers see of each page: by its path or by the call that gives it."""
    # A text is shown where it is at hand.
    published = (one.id for one in archive.sources.values() if one.published)
    archive = replace(archive, texts=dict.fromkeys(published, ("Lời của luật.",)))
    linker = Linker()
    found: dict[str, str] = {}
    for path, chapter in generated_pages(archive).items():
        found[path] = expand(chapter, archive, linker, registry=registry)
    for organization, name, arguments in _calls(archive):
        macro = registry.get(name)
        assert macro is not None
        page = Page(f"{organization or 'tra-cuu'}/index.md", organization, archive, linker)
        assert registry.closing
        of = " ".join(map(str, (organization, name, *arguments.values())))
        found[of] = f"{macro.render(page, **arguments)}\n{registry.closing(page)}"
    return {page: _ADDRESSES.sub("", text) for page, text in found.items()}


_WITHOUT = [
    "source_list",
    "people_index",
    "issuer_list",
    "document_kinds",
    "uncertainties",
    "other_gaps",
    "comparison_index",
    "organization_list",
    "organization_cards",
    "ways_in",
    "questions",
    "figure_owners",
    "milestones",
    "years_index",
    "office_holders",
    "strength",
]
_OF_EACH = [
    "organization_summary",
    "congress_table",
    "committee_rolls",
    "events",
    "chronicle",
    "statements",
    "promises",
    "lineage",
    "leadership_timeline",
    "statistics_all",
    "conflicts",
]

_Call = tuple[str | None, str, dict[str, Any]]


def _calls(archive: Archive) -> Iterator[_Call]:
    """Yield calls that show all that macros can show: organization, macro, arguments."""
    for name in _WITHOUT:
        yield None, name, {}
    for kind in ("term", "abbreviation"):
        yield None, "glossary", {"kind": kind}
    for document in archive.documents:
        yield None, "document", {"document": document}
    for picture in archive.pictures:
        yield None, "picture", {"picture": picture}
    for dossier in archive.dossiers.values():
        yield from _of_organization(archive, dossier)


def _of_organization(archive: Archive, dossier: Dossier) -> Iterator[_Call]:
    for name in _OF_EACH:
        yield dossier.id, name, {}
    yield dossier.id, "organization_name", {"name": dossier.id, "date": "1965"}
    for post in dict.fromkeys(one.post for one in dossier.memberships):
        yield dossier.id, "leadership_table", {"post": post}
    for meeting in dossier.meetings:
        yield dossier.id, "congress", {"ordinal": meeting.key}
    for roll in dossier.rolls:
        yield dossier.id, "roll", {"roll": roll.id}
    for table in dossier.target_sets:
        yield dossier.id, "targets_table", {"table": table.id}
        yield dossier.id, "targets_chart", {"table": table.id}
    for committee in dossier.committees:
        yield dossier.id, "committee_size", {"committee": committee.id}
    for indicator in dict.fromkeys(one.indicator for one in dossier.observations):
        yield dossier.id, "statistics_table", {"indicators": [indicator]}
    if dossier.organization.listed:
        yield dossier.id, "volume_contents", {}
