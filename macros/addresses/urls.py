"""From a page under docs/ to its address on the site: the only place with this rule.

A page is served as a folder, and `index.md` as the folder that it stands in:
`may-thuong/dai-hoi.md` → `may-thuong/dai-hoi/`, `may-thuong/index.md` → `may-thuong/`.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.addresses.places import Place


def folder_of(page: str) -> str:
    """Return the folder that a page is served from, without a final slash; "" is the root."""
    stem = page.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    return folder if name == "index" else stem


def address(page: str, anchor: str = "") -> str:
    """Return the address of a page, or of a place on it, from the site's root."""
    folder = folder_of(page)
    return (f"{folder}/" if folder else "") + (f"#{anchor}" if anchor else "")


def address_of(place: Place) -> str:
    """Return the address of a place from the site's root: “tra-cuu/nguon/x/#doan-12”."""
    return address(place.page, place.anchor)


def relative_path(here: str, there: str) -> str:
    """Return the relative path from one folder of the site to another, "" being the root: “../b”.

    Like `posixpath.relpath`, but faster: that one asks for the current directory each time.
    """
    start, goal = (one.split("/") if one else [] for one in (here, there))
    pairs = zip(start, goal, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return "/".join([".."] * (len(start) - shared) + goal[shared:])
