"""Views of what is uncertain: contradictions by volume, and gaps in the sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from macros.addresses.places import conflicts_page
from macros.chapter.page import LinkTarget
from macros.rules.gaps import SOURCES, Gap, gaps_of, missing_parts, sources_of
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, at_start, cites, organization_link, source_link


@dataclass(frozen=True)
class VolumeLine:
    """One volume: its contradictions by topic, and how many gaps its sources leave."""

    volume: Link
    conflicts: Link
    topics: tuple[Link, ...]
    gaps: Link


@dataclass(frozen=True)
class GapLine:
    """One gap in words, with the citations of what is known around it."""

    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class GapOwner:
    """The gaps of one organization, or of one source."""

    owner: Link
    lines: tuple[GapLine, ...]


@dataclass(frozen=True)
class GapKind:
    """The gaps of one kind, by organization or source."""

    kind: str
    owners: tuple[GapOwner, ...]


def volumes(page: Page) -> tuple[VolumeLine, ...]:
    """Return every volume with its contradictions and the number of its gaps."""
    archive = page.archive
    lines = []
    for volume in archive.volumes:
        recorded = [
            (one, conflict) for one in archive.family(volume.id) for conflict in one.conflicts
        ]
        topics = tuple(
            Link(capital(conflict.topic), page.url(LinkTarget("conflict", conflict.id, one.id)))
            for one, conflict in recorded
        )
        gaps = len(gaps_of(archive, volume.id))
        conflicts_url = page.url(LinkTarget("page", conflicts_page(volume.id))) if recorded else ""
        lines.append(
            VolumeLine(
                at_start(organization_link(page, volume.id)),
                Link(str(len(recorded)), conflicts_url),
                topics,
                Link(str(gaps), page.url(LinkTarget("gaps", volume.id)) if gaps else ""),
            )
        )
    return tuple(lines)


def gaps(page: Page, volume: str) -> tuple[GapKind, ...]:
    """Return the gaps of a volume, by kind and organization."""
    return _by_kind(page, gaps_of(page.archive, volume))


def gaps_of_no_volume(page: Page) -> tuple[GapKind, ...]:
    """Return what is missing from the sources that belong to no volume."""
    sources = sources_of(page.archive, None)
    return _by_kind(page, (gap for source in sources for gap in missing_parts(source)))


def _by_kind(page: Page, gaps: Iterable[Gap]) -> tuple[GapKind, ...]:
    found: dict[str, dict[str, list[GapLine]]] = defaultdict(lambda: defaultdict(list))
    for gap in gaps:
        line = GapLine(keep_together(gap.words), cites(page, gap.cite))
        found[gap.kind][gap.owner].append(line)
    return tuple(
        GapKind(
            kind,
            tuple(
                GapOwner(
                    at_start((source_link if kind == SOURCES else organization_link)(page, owner)),
                    tuple(lines),
                )
                for owner, lines in owners.items()
            ),
        )
        for kind, owners in found.items()
    )
