"""Old places of a page that still exists: each leads to where its content stands now.

On the same page the old name is a second one of the new place. Where the place has gone to another
page, a line at the head says so to whoever comes for the old one, and to nobody else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.urls import relative_path
from macros.rendering.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.model.redirects import Redirect

_CELL = re.compile(r"<t[hd]\b[^>]*>")
_ITEM = re.compile(r"<(?:li|dt|dd)\b[^>]*>")
_INSIDE = {
    **dict.fromkeys(("table", "thead", "tbody", "tr"), _CELL),
    **dict.fromkeys(("ul", "ol", "dl"), _ITEM),
}
"""The elements that hold no text of their own, with the first inside that does."""


class Elsewhere(NamedTuple):
    """An old place whose content is on another page now: its anchor, the way there, its name."""

    anchor: str
    url: str
    to: str


def by_page(redirects: Iterable[Redirect]) -> Mapping[str, Mapping[str, str]]:
    """Return the old places by the address of their page: anchor → new address."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in redirects:
        page, _, anchor = one.old.partition("#")
        if anchor:
            found[page][anchor] = one.new
    return found


def with_old_places(
    html: str, url: str, moved: Mapping[str, str], titles: Mapping[str, str | None] | None = None
) -> str:
    """Return the content of the page at `url` with its old places; `moved` are anchor → address.

    `titles` are the titles of pages by their addresses, where they are known.
    """
    elsewhere: list[Elsewhere] = []
    for anchor, new in moved.items():
        page, _, place = new.partition("#")
        here = page == url
        # A heading that has gone from a page that stays leads to the page's head.
        at = (_inside(html, place) if place else 0) if here else None
        if at is not None:
            html = html[:at] + str(render("moved_place", anchor=anchor)) + html[at:]
        else:
            relative = relative_path(url.rstrip("/"), page.rstrip("/"))
            way = f"{relative or '.'}/" + (f"#{place}" if place else "")
            elsewhere.append(Elsewhere(anchor, way, (titles or {}).get(page) or new))
    return str(render("moved_away", places=elsewhere)) + html if elsewhere else html


def _inside(html: str, anchor: str) -> int | None:
    """Return where the content of the element with an id begins, None if there is none."""
    tag = re.search(rf'<(\w+)\b[^>]*\sid="{re.escape(anchor)}"[^>]*>', html)
    if tag is None:
        return None
    inner = _INSIDE.get(tag[1])
    holding = inner.search(html, tag.end()) if inner else tag
    return holding.end() if holding else None
