"""The doors of the site: the few ways in that stand in the header of every page.

They are the same with one volume and with a hundred, since the volumes stand behind one of them. A
door with nothing behind it is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from macros.addresses.places import FIGURES, LINEAGES, OFFICE_HOLDERS, ORGANIZATIONS, YEARS
from macros.admission.docs import LOOK_UP
from macros.archive import Archive
from macros.rules.chronicle import chronicle

HOME = "index.md"
SHELF = "tap-sach"
"""The anchor of the list of volumes on the home page."""


class Door(NamedTuple):
    """A way in: its words, the page under docs/ that it opens, and an anchor there or "".

    `holds` are the pages and the folders (which end with a slash) that lie behind it;
    `filled` says whether an archive has anything to show there.
    """

    text: str
    page: str
    filled: Callable[[Archive], bool]
    holds: tuple[str, ...] = ()
    anchor: str = ""


_VOLUMES = Door("Tập sách", HOME, lambda archive: bool(archive.volumes), (HOME,))
_LOOK_UPS = (
    Door(
        "Nhân vật",
        f"{LOOK_UP}/nhan-vat/index.md",
        lambda archive: bool(archive.people),
        (f"{LOOK_UP}/nhan-vat/", OFFICE_HOLDERS, f"{LOOK_UP}/theo-ngay/"),
    ),
    Door(
        "Tổ chức",
        ORGANIZATIONS,
        lambda archive: len(archive.dossiers) > len(archive.volumes),
        (ORGANIZATIONS, f"{LOOK_UP}/to-chuc/", LINEAGES),
    ),
    Door(
        "Theo năm",
        YEARS,
        lambda archive: bool(chronicle(archive).by_year),
        (YEARS, f"{LOOK_UP}/nam/", f"{LOOK_UP}/thap-nien/"),
    ),
    Door(
        "Số liệu",
        FIGURES,
        lambda archive: any(one.observations for one in archive.dossiers.values()),
        (FIGURES, f"{LOOK_UP}/so-sanh/"),
    ),
    Door("Tư liệu", f"{LOOK_UP}/index.md", lambda archive: bool(archive.sources), (f"{LOOK_UP}/",)),
)


def doors(archive: Archive, pages: Collection[str], *, shelf: bool) -> Iterator[Door]:
    """Yield the doors of a site in their order; `pages` are those that it has, under docs/.

    `shelf` says whether the home page lists the volumes.
    """
    volumes = _VOLUMES._replace(anchor=SHELF) if shelf else _VOLUMES
    for one in (volumes, *_LOOK_UPS):
        if one.page in pages and one.filled(archive):
            yield one


def behind(one: Door, page: str, archive: Archive) -> bool:
    """Return whether a page lies behind a door; the first door that says so is the page's."""
    if one.page == HOME and page.partition("/")[0] in archive.dossiers:
        return True
    return any(page == held or (held[-1] == "/" and page.startswith(held)) for held in one.holds)
