"""Views of gaps in the sources, by kind and organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from macros.rules.gaps import SOURCES, Gap, gaps_of, missing_parts, sources_of
from macros.text.vietnamese import keep_together
from macros.views.common import Cite, Link, Page, at_start, cites, organization_link, source_link


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
