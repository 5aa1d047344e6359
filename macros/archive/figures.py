"""The figures of each volume, with the numbers that the site and the book give them.

A volume numbers its pictures and charts through, in the order in which its chapters are printed,
and each once: shown again, a figure keeps its number.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from macros.text.vietnamese import NBSP

if TYPE_CHECKING:
    from macros.chapter.registry import Shown

PLATES = "plates"
"""The value of `pictures:` in data/edition.yml that gathers all pictures at the end of a volume."""
_PICTURE = "picture/"


@dataclass(frozen=True)
class Figure:
    """A figure of a volume: its key, its number from 1, and where it is first shown.

    `page` is a path under docs/, `anchor` an id on that page, "" for none.
    """

    key: str
    number: int
    page: str
    anchor: str = ""

    @property
    def label(self) -> str:
        """What captions and links call it: “Hình 3”."""
        return f"Hình{NBSP}{self.number}"


def picture_key(identifier: str) -> str:
    """Return the key of a picture of data/pictures/."""
    return f"{_PICTURE}{identifier}"


def picture_of(key: str) -> str:
    """Return the id of the picture that a key is of, "" for another figure."""
    return key.removeprefix(_PICTURE) if key.startswith(_PICTURE) else ""


def drawn_key(macro: str, organization: str | None, named: str = "") -> str:
    """Return the key of what a macro draws of an organization."""
    return f"{macro}/{organization or ''}/{named}"


def file_key(page: str, source: str) -> str:
    """Return the key of a picture that a chapter brings, whatever its caption.

    `source` is its address as seen from `page`, a path under docs/.
    """
    path = posixpath.join(posixpath.dirname(page), unquote(source.partition("?")[0]))
    return f"file/{posixpath.normpath(path)}"


def numbered(
    pages: Iterable[tuple[str, Iterable[Shown]]], *, gathered: bool
) -> Mapping[str, Figure]:
    """Return the figures that the pages of a volume show, by their keys.

    If a volume has its pictures `gathered` at the end, they follow the other figures.
    """
    first: dict[str, tuple[str, str]] = {}
    for page, shown in pages:
        for one in shown:
            first.setdefault(one.key, (page, one.anchor))
    order = sorted(first, key=lambda key: gathered and key.startswith(_PICTURE))
    return {key: Figure(key, at, *first[key]) for at, key in enumerate(order, start=1)}


@dataclass(frozen=True)
class Figures:
    """The figures of a site: of each volume by their keys, and what each page shows.

    `volumes` are by the volume's folder, their figures in the order of their numbers; `pages` has
    the keys by path under docs/, of pages outside the volumes as well. `tables` has the page that
    shows every statistic of an organization, by the organization's id; `targets` the page that
    shows a table of targets, by the ids of organization and table.
    """

    volumes: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def on(self, path: str, key: str) -> Figure | None:
        """Return a figure as it is numbered where the chapter at `path` (`docs/…`) shows it.

        None on a page of no volume.
        """
        volume = path.removeprefix("docs/").partition("/")[0]
        return self.of(volume).get(key)

    def of(self, volume: str) -> Mapping[str, Figure]:
        """Return the figures of a volume, by their keys."""
        return self.volumes.get(volume, {})

    def volumes_showing(self, picture: str) -> tuple[tuple[str, Figure], ...]:
        """Return the volumes that show a picture, by their ids, each with the figure that it is."""
        key = picture_key(picture)
        return tuple((volume, own[key]) for volume, own in self.volumes.items() if key in own)

    def pictures_on(self, page: str) -> tuple[str, ...]:
        """Return the ids of the pictures of data/ that a page under docs/ shows, each once."""
        keys = dict.fromkeys(self.pages.get(page, ()))
        return tuple(filter(None, map(picture_of, keys)))
