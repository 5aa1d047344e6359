"""Views of contradictions: those of an organization, and how much is uncertain in each volume."""

from __future__ import annotations

from dataclasses import dataclass

from macros.addresses.places import conflicts_page, fact_anchor
from macros.archive import Dossier, split_reference
from macros.chapter.page import LinkTarget
from macros.model.conflicts import Conflict
from macros.model.statement_codes import CONFLICT_KINDS
from macros.rules.gaps import gaps_of
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, at_start, cites, organization_link
from macros.views.facts import key_of
from macros.wording.conflicts import conflict_words
from macros.wording.facts import fact_words


@dataclass(frozen=True)
class Side:
    """One claim of a conflict, in words."""

    text: str
    cites: tuple[Cite, ...]
    shown: bool
    fact: str = ""
    """The key of the fact that it is, see :func:`macros.views.facts.key_of`."""


@dataclass(frozen=True)
class ConflictView:
    """A conflict: what it is about, what each passage says, what a reader may take from it.

    `kind` says whether the sides can be true together: “mâu thuẫn, không thể cùng đúng”.
    """

    id: str
    kind: str
    topic: str
    sides: tuple[Side, ...]
    note: str


def conflicts(page: Page, dossier: Dossier) -> tuple[ConflictView, ...]:
    """Return the contradictions of an organization and of those that its volume covers."""
    return tuple(
        _conflict(page, one, conflict, fact_anchor("conflict", conflict.id, one.id, dossier.id))
        for one in page.archive.family(dossier.id) or (dossier,)
        for conflict in one.conflicts
    )


def _conflict(page: Page, dossier: Dossier, conflict: Conflict, anchor: str) -> ConflictView:
    kind = CONFLICT_KINDS.entry(conflict.kind)
    said = f"{capital(kind.word)}, {kind.means}" if kind.means else capital(kind.word)
    claimed = sides(page, dossier, conflict)
    return ConflictView(anchor, said, capital(conflict.topic), claimed, conflict.note)


def sides(page: Page, dossier: Dossier, conflict: Conflict) -> tuple[Side, ...]:
    """Return the claims of a conflict of an organization in words, in their order."""
    found = []
    for claim in conflict.claims:
        if claim.fact:
            owner = claim.fact.partition("/")[0] if "/" in claim.fact else dossier.id
            fact = page.archive.fact(claim.fact, dossier.id)
            text = fact_words(page.archive, owner, fact) if fact else claim.fact
            marks = cites(page, fact.cite) if fact else ()
        else:
            text, marks = claim.statement or "", cites(page, claim.cite or ())
        key = key_of(*split_reference(claim.fact, dossier.id)) if claim.fact else ""
        found.append(Side(capital(keep_together(text)), marks, claim.shown, key))
    return tuple(found)


@dataclass(frozen=True)
class VolumeLine:
    """One volume: its conflicts by topic, how many of each kind, and how many gaps there are.

    `conflicts` counts them by kind, in the order of the closed list.
    """

    volume: Link
    conflicts: tuple[Link, ...]
    topics: tuple[Link, ...]
    gaps: Link


def volumes(page: Page) -> tuple[VolumeLine, ...]:
    """Return every volume with its contradictions and the number of its gaps."""
    archive = page.archive
    lines = []
    for volume in archive.volumes:
        recorded = [
            (one, conflict) for one in archive.family(volume.id) for conflict in one.conflicts
        ]
        topics = tuple(
            Link(
                capital(conflict_words(conflict)),
                page.url(LinkTarget("conflict", conflict.id, one.id)),
            )
            for one, conflict in recorded
        )
        gaps = len(gaps_of(archive, volume.id))
        conflicts_url = page.url(LinkTarget("page", conflicts_page(volume.id))) if recorded else ""
        lines.append(
            VolumeLine(
                at_start(organization_link(page, volume.id)),
                tuple(
                    Link(str(count), conflicts_url if count else "")
                    for kind in CONFLICT_KINDS
                    for count in (sum(conflict.kind == kind for _, conflict in recorded),)
                ),
                topics,
                Link(str(gaps), page.url(LinkTarget("gaps", volume.id)) if gaps else ""),
            )
        )
    return tuple(lines)
