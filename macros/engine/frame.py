"""Where a page stands on the site, for the theme: doors, trail, menu, the pages before and after.

All of it follows from the navigation of MkDocs and from the archive; a template only writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.addresses.doors import HOME, Door, behind, doors
from macros.addresses.entities import ENTITIES
from macros.addresses.places import family_of
from macros.addresses.urls import address
from macros.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from macros.chapter import Chapter

_KINDS = frozenset(one.kind for one in ENTITIES)
_LISTS_VOLUMES = "organization_cards("


class FrameLink(NamedTuple):
    """A link around the text: its words (HTML), and its address from the root of the site.

    `current` is true of the door that the page lies behind, and of the page itself.
    """

    text: str
    url: str
    current: bool = False


class Neighbour(NamedTuple):
    """The page before or after: its words (HTML), its address from the root, and what it is."""

    text: str
    url: str
    what: str


@dataclass(frozen=True)
class Standing:
    """Where a page stands; whatever does not apply is empty.

    `menu` are the entries of the navigation that the side menu shows, after the doors.
    """

    doors: tuple[FrameLink, ...] = ()
    trail: tuple[FrameLink, ...] = ()
    menu: tuple[Any, ...] = ()
    previous: Neighbour | None = None
    next: Neighbour | None = None


@dataclass
class Frame:
    """What all pages of one build share: the archive, the doors, the entries of the navigation.

    `always` are the entries that every side menu shows: those behind no door.
    """

    archive: Archive
    doors: tuple[Door, ...]
    entries: tuple[Any, ...]
    always: tuple[Any, ...]

    def standing(self, page: Page | None) -> Standing:
        """Return where a page stands; None is for a page outside the navigation, such as 404."""
        path = page.file.src_uri if page else ""
        own = next((one for one in self.doors if page and behind(one, path, self.archive)), None)
        links = tuple(FrameLink(one.text, _url(one), one is own) for one in self.doors)
        shown = [one for one in self.entries if one in self.always or _holds(one, page)]
        if page is None:
            return Standing(links, menu=tuple(shown))
        return Standing(
            links,
            tuple(self._trail(page, own)) if path != HOME else (),
            tuple(shown),
            self._neighbour(page, page.previous_page, "trước"),
            self._neighbour(page, page.next_page, "sau"),
        )

    def _trail(self, page: Page, own: Door | None) -> Iterator[FrameLink]:
        """Yield the door, what the navigation has between the door and the page, and the page."""
        if own and own.page == page.file.src_uri:
            yield FrameLink(own.text, page.url, True)
            return
        if own:
            yield FrameLink(own.text, _url(own))
        for one in reversed(list(page.ancestors)):
            first = _first(one)
            if first is None or first is page:
                continue
            path = first.file.src_uri
            # Without sections that begin behind another door, or with the page of this one.
            if own is None or (path != own.page and behind(own, path, self.archive)):
                yield FrameLink(one.title or "", first.url)
        yield FrameLink(page.title or "", page.url, True)

    def _neighbour(self, page: Page, other: Page | None, which: str) -> Neighbour | None:
        """Return a link to the page before or after; from a volume to another, it says so."""
        if other is None:
            return None
        here, there = (one.file.src_uri.partition("/")[0] for one in (page, other))
        if here == there or (page.parent and page.parent is other.parent):
            what = f"Chương {which}" if here in self.archive.dossiers else f"Trang {which}"
            return Neighbour(other.title or "", other.url, what)
        volume = self.archive.dossiers.get(there)
        if volume and here in self.archive.dossiers:
            return Neighbour(escape(volume.title), address(f"{there}/{HOME}"), f"Tập {which}")
        return None


def frame_of(archive: object, home: Chapter | None, nav: Navigation, files: Files) -> Frame:
    """Return the frame of a build; one without the project's data has no doors.

    `home` is the chapter of the first page.
    """
    archive = archive if isinstance(archive, Archive) else Archive()
    shelf = home is not None and _LISTS_VOLUMES in home.body
    pages = {one.src_uri for one in files.documentation_pages()}
    entries = tuple(nav.items)
    found = tuple(doors(archive, pages, shelf=shelf))
    behind_doors = [one for one in entries if _behind(one, found, archive)]
    return Frame(archive, found, entries, tuple(one for one in entries if one not in behind_doors))


def _behind(entry: Any, found: Sequence[Door], archive: Archive) -> bool:
    first = _first(entry)
    if first is None:
        return False
    return any(behind(one, first.file.src_uri, archive) for one in found)


def _first(entry: Any) -> Page | None:
    """Return the page that stands for an entry of the navigation, or None for a bare link."""
    while getattr(entry, "children", None):
        entry = entry.children[0]
    return entry if getattr(entry, "is_page", False) else None


def _holds(entry: Any, page: Page | None) -> bool:
    return page is not None and (entry is page or entry in page.ancestors)


def _url(one: Door) -> str:
    # MkDocs takes an address that begins with # for one on the page itself.
    return (address(one.page) or "./") + (f"#{one.anchor}" if one.anchor else "")


def alike(page: Page, standing: Standing | None) -> tuple[object, ...] | None:
    """Return what the frame of a page depends on but for its own words, links and metadata.

    None is for a page whose frame is its own: one that editors write, or that a menu shows.
    """
    path = page.file.src_uri
    kind = family_of(path)
    if standing is None or kind is None or kind.kind not in _KINDS or page in standing.menu:
        return None
    hidden = page.meta.get("hide") or ()
    return path.rpartition("/")[0], standing.doors, tuple(map(id, standing.menu)), tuple(hidden)
