"""The registry of all macros, and the types of their parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from markupsafe import Markup

from macros.archive import Archive, Dossier
from macros.chapter.page import Context
from macros.chapter.registry import Finding, Reference, Registry
from macros.chapter.segments import NO_ORGANIZATION
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page

OrganizationId = Annotated[str, Reference("organization")]
PersonId = Annotated[str, Reference("person")]
RoleId = Annotated[str, Reference("role")]
DocumentId = Annotated[str, Reference("document")]
IssuerId = Annotated[str, Reference("issuer")]
SourceId = Annotated[str, Reference("source")]
IndicatorId = Annotated[str, Reference("indicator")]
PictureId = Annotated[str, Reference("picture")]
CongressOrdinal = Annotated[str, Reference("congress", scoped=True)]
StatementId = Annotated[str, Reference("statement", scoped=True)]
RollId = Annotated[str, Reference("roll", scoped=True)]

Faults = Iterator[Finding]
"""What a macro's own check yields."""


def _closing(page: Page) -> Markup | None:
    """Return the list of the page's citations, for its foot; None if there are none."""
    from macros.views.common import notes

    listed = notes(page)
    return render("notes", sources=listed) if listed else None


def _glossary(page: Page) -> Mapping[str, str]:
    """Return the expansion of each abbreviation; terms are explained on their own page."""
    return page.archive.glossary


registry = Registry(closing=_closing, glossary=_glossary)


def dossier_of(page: Context[Archive]) -> Dossier:
    """Return the organization that a call is about; the macro's check ensures that it exists."""
    return page.archive.dossiers[page.organization or ""]


def readable(context: Context[Archive], stem: str) -> bool:
    """Return whether the organization's file `<stem>.yml` could be read or does not exist."""
    return f"data/organizations/{context.organization}/{stem}.yml" not in context.archive.unread


def needs_organization(context: Context[Archive], **_: object) -> Faults:
    """The call has an organization: its own argument, or the chapter's."""
    if context.organization is None:
        yield (
            "lời gọi không biết nói về tổ chức nào",
            'thêm dòng “organization: …” ở đầu chương, hoặc organization="…" trong lời gọi',
            NO_ORGANIZATION,
        )
