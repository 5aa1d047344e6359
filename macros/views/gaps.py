"""Views of gaps in the sources, by kind; what many gaps share is said once, above all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.rules.gaps import SOURCES, Gap, gaps_of, missing_parts, sources_of
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, at_start, cites, organization_link, source_link


@dataclass(frozen=True)
class GapItem:
    """One gap in words, with the citations of what is known around it."""

    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class GapLine:
    """Gaps of one post or table, its name before them, "" where they need none."""

    title: str
    items: tuple[GapItem, ...]


@dataclass(frozen=True)
class GapOwner:
    """The gaps of one organization, or of one source."""

    owner: Link
    lines: tuple[GapLine, ...]


@dataclass(frozen=True)
class GapGroup:
    """The gaps of which `what` is said, by organization; without it, each says it in its words."""

    what: str
    owners: tuple[GapOwner, ...]


@dataclass(frozen=True)
class GapKind:
    """The gaps of one kind."""

    kind: str
    groups: tuple[GapGroup, ...]


def gaps(page: Page, volume: str) -> tuple[GapKind, ...]:
    """Return the gaps of a volume, by kind and organization."""
    return tuple(_by_kind(page, gaps_of(page.archive, volume)))


def gaps_of_no_volume(page: Page) -> tuple[GapKind, ...]:
    """Return what is missing from the sources that belong to no volume."""
    sources = sources_of(page.archive, None)
    return tuple(_by_kind(page, (gap for source in sources for gap in missing_parts(source))))


def _by_kind(page: Page, gaps: Iterable[Gap]) -> Iterator[GapKind]:
    for kind, many in groupby(gaps, lambda one: one.kind):
        found: dict[str, dict[str, list[Gap]]] = defaultdict(lambda: defaultdict(list))
        for gap in many:
            found[gap.told.what if gap.told else ""][gap.owner].append(gap)
        groups = (
            GapGroup(capital(what), tuple(_owner(page, kind, *one) for one in owners.items()))
            for what, owners in found.items()
        )
        yield GapKind(kind, tuple(groups))


def _owner(page: Page, kind: str, owner: str, gaps: Iterable[Gap]) -> GapOwner:
    link = (source_link if kind == SOURCES else organization_link)(page, owner)
    lines = (
        GapLine(title, tuple(_item(page, gap) for gap in many))
        for title, many in groupby(gaps, lambda gap: gap.told.title if gap.told else "")
    )
    return GapOwner(at_start(link), tuple(lines))


def _item(page: Page, gap: Gap) -> GapItem:
    words = gap.told.which if gap.told else gap.words
    return GapItem(keep_together(words), cites(page, gap.cite))
