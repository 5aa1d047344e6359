"""The pages at addresses that have moved, which send readers on."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.addresses.urls import relative_path
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.redirects import Redirect
    from macros.project.site_files import SiteFiles

_TEMPLATE = PROGRAM / "overrides" / "moved.html"


class MovedAnchor(NamedTuple):
    """A part of a page that has moved, the address of the new place, and that address in full."""

    anchor: str
    url: str
    to: str


class Moved(NamedTuple):
    """What a page at an old address needs: addresses relative to it, "" for no canonical one."""

    url: str
    to: str
    root: str
    canonical: str
    anchors: tuple[MovedAnchor, ...]


def write_redirects(redirects: Iterable[Redirect], site_url: str, site: Path) -> SiteFiles:
    """Write a page at each old address below `site`; return the files by their paths.

    `site_url` ends with a slash, or is "" if nobody knows where the site stands.
    """
    written: SiteFiles = {}
    for path, text in moved_pages(redirects, site_url).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)
        written[path] = text
    return written


def moved_pages(redirects: Iterable[Redirect], site_url: str) -> dict[str, bytes]:
    """Return the pages at old addresses by their paths on the site.

    A part of a page that still exists is no page of its own: the page itself leads on.
    """
    wholes: dict[str, str] = {}
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for one in redirects:
        page, _, anchor = one.old.partition("#")
        if anchor:
            places[page][anchor] = one.new
        else:
            wholes[page] = one.new
    return {
        f"{page}index.html": _page(page, new, places.get(page, {}), site_url).encode()
        for page, new in sorted(wholes.items())
    }


def _page(page: str, new: str, places: dict[str, str], site_url: str) -> str:
    moved = Moved(
        url=_from(page, new),
        to=new or "trang đầu",
        root="../" * page.count("/"),
        canonical=site_url + new.partition("#")[0] if site_url else "",
        anchors=tuple(
            MovedAnchor(anchor, _from(page, to), to) for anchor, to in sorted(places.items())
        ),
    )
    return _environment().get_template(_TEMPLATE.name).render(moved=moved, header=False)


def _from(page: str, new: str) -> str:
    """Return the address of a place relative to the page at the address `page`."""
    path, mark, anchor = new.partition("#")
    relative = relative_path(page.rstrip("/"), path.rstrip("/"))
    return f"{relative or '.'}/{mark}{anchor}"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATE.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
