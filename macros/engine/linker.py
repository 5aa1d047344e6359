"""The linker of the site: the address of each entry of the archive, as seen from a page."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from macros.addresses.places import place_of
from macros.addresses.urls import folder_of, relative_path
from macros.archive import Archive
from macros.chapter.page import LinkTarget


class SiteLinker:
    """Links entries to their pages on the site."""

    def __init__(self, archive: Archive, docs: str = "docs") -> None:
        self.archive = archive
        self.docs = docs
        self._urls: dict[tuple[LinkTarget, str], str] = {}

    def url(self, target: LinkTarget, origin: str, /) -> str:
        """Return the address of `target` relative to the page of `origin`; "" if it has none.

        A file that is not a page, such as the open data, is addressed by its path on the site.
        """
        # A page links to the same entries many times.
        url = self._urls.get((target, origin))
        if url is None:
            url = self._urls[target, origin] = self._url(target, origin)
        return url

    def _url(self, target: LinkTarget, origin: str) -> str:
        if target.kind == "file":
            here = _folder(self.docs, origin)
            return posixpath.relpath(target.id, here or ".")
        place = place_of(target, self.archive)
        if place is None:
            return ""
        path = _relative_path(self.docs, origin, place.page)
        return path + (f"#{place.anchor}" if place.anchor else "") or "./"


@lru_cache(maxsize=1 << 16)
def _relative_path(docs: str, origin: str, page: str) -> str:
    """Return the relative path from the page of the chapter `origin` to `page`, "" to itself."""
    here, there = _folder(docs, origin), folder_of(page)
    return "" if here == there else relative_path(here, there) + "/"


@lru_cache(maxsize=1 << 10)
def _folder(docs: str, origin: str) -> str:
    """Return the folder that the chapter `origin` is served from."""
    return folder_of(posixpath.relpath(origin, docs))
