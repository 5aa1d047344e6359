"""The linker of the book, as `SiteLinker` is that of the site."""

from __future__ import annotations

from macros.addresses.places import place_of
from macros.archive import Archive
from macros.chapter.page import LinkTarget

SCHEME = "book:"
"""The scheme of every address: ``book:#nguoi-a-b``, ``book:may-thuong/dai-hoi.md#dai-hoi-ii``.

The first is an anchor of the volume, the second a page under docs/. Whether that page is in the
volume is known only when the volume is composed (`links`).
"""


class BookLinker:
    """Links people to the index, documents to an appendix, sources to the bibliography."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def url(self, target: LinkTarget, origin: str, /) -> str:  # noqa: ARG002  (the same from anywhere)
        """Return the address of `target`: an anchor of the book, or a page (`SCHEME`); or ""."""
        if target.kind == "person":
            return f"{SCHEME}#" + person_anchor(target.id)
        if target.kind == "document":
            return f"{SCHEME}#" + document_anchor(target.id)
        if target.kind == "source":
            return f"{SCHEME}#" + source_anchor(target.id)
        place = place_of(target, self.archive)
        if place is None:
            return ""
        return SCHEME + place.page + (f"#{place.anchor}" if place.anchor else "")


def person_anchor(person: str) -> str:
    """Return the anchor of a person's line in the index of persons."""
    return f"nguoi-{person}"


def document_anchor(document: str) -> str:
    """Return the anchor of a document in the appendix of documents."""
    return f"van-ban-{document}"


def source_anchor(source: str) -> str:
    """Return the anchor of a source in the bibliography."""
    return f"nguon-{source}"
