"""Joins the PDFs of a volume that was laid out in stretches: pages, tags, bookmarks, destinations.

Each stretch is a tagged PDF, as WeasyPrint writes it. A link from one stretch to another has an
address that begins with `ELSEWHERE`, and becomes a link within the book here.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

ELSEWHERE = "https://book.invalid/#"
"""The prefix of the address of an anchor in another stretch; RFC 2606 reserves its host."""


def join(paths: Sequence[Path]) -> bytes:
    """Return the PDFs at `paths` as one; the same PDFs give the same bytes.

    Raises LookupError for a link to an anchor that no stretch has.
    """
    with ExitStack() as stack:
        whole = stack.enter_context(Pdf.open(paths[0]))
        joiner = _Joiner(whole)
        for path in paths[1:]:
            joiner.add(stack.enter_context(Pdf.open(path)))
        joiner.close()
        target = io.BytesIO()
        whole.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


class _Joiner:
    """A PDF to which others are added."""

    def __init__(self, whole: Pdf) -> None:
        self.whole = whole
        tree = whole.Root.StructTreeRoot
        self.root = _document(tree)
        self.parents: list[Any] = list(tree.ParentTree.Nums)
        self.names = _names(tree.get("/IDTree"))
        self.destinations = _names(whole.Root.get("/Names", Dictionary()).get("/Dests"))

    def add(self, part: Pdf) -> None:
        """Add the pages of a PDF, with tags, bookmarks and destinations."""
        whole = self.whole
        shift = max((int(number) for number in self.parents[::2]), default=-1) + 1
        first = len(whole.pages)
        with warnings.catch_warnings():
            # Destinations are joined below, by name.
            warnings.simplefilter("ignore", pikepdf.exceptions.PageCopyWarning)
            whole.pages.extend(part.pages)
        for page in list(whole.pages)[first:]:
            if "/StructParents" in page:
                page.StructParents = int(page.StructParents) + shift
            for note in page.get("/Annots", []):
                if "/StructParent" in note:
                    note.StructParent = int(note.StructParent) + shift
        tree = whole.copy_foreign(part.Root.StructTreeRoot)
        for kid in list(_document(tree).K):
            kid.P = self.root
            self.root.K.append(kid)
        numbers = list(tree.ParentTree.Nums)
        for number, value in zip(numbers[::2], numbers[1::2], strict=True):
            self.parents += [int(number) + shift, value]
        self.names |= _names(tree.get("/IDTree"))
        held = part.Root.get("/Names", Dictionary()).get("/Dests")
        if held is not None:
            self.destinations |= _names(whole.copy_foreign(part.make_indirect(held)))
        self._bookmarks(part, first)

    def _bookmarks(self, part: Pdf, first: int) -> None:
        """Add the bookmarks of a PDF whose first page has the index `first`."""

        def copied(item: OutlineItem) -> OutlineItem:
            destination: Any = item.destination
            page = part.pages.index(pikepdf.Page(destination[0])) + first
            left, top = (float(one) if one is not None else 0.0 for one in list(destination)[2:4])
            made = OutlineItem(item.title, page, "XYZ", left=left, top=top)
            made.children.extend(copied(child) for child in item.children)
            return made

        with part.open_outline() as its, self.whole.open_outline() as outline:
            outline.root.extend(copied(item) for item in its.root)

    def close(self) -> None:
        """Complete the trees of names, and the links from one part to another."""
        whole, tree = self.whole, self.whole.Root.StructTreeRoot
        tree.ParentTree.Nums = Array(self.parents)
        tree.ParentTreeNextKey = max(int(number) for number in self.parents[::2]) + 1
        if self.names:
            tree.IDTree = whole.make_indirect(_tree(self.names))
        whole.Root.Names = Dictionary(Dests=whole.make_indirect(_tree(self.destinations)))
        for page in whole.pages:
            for note in page.get("/Annots", []):
                self._link(note)

    def _link(self, note: Any) -> None:
        address = str(note.A.get("/URI", "")) if "/A" in note else ""
        if not address.startswith(ELSEWHERE):
            return
        name = address.removeprefix(ELSEWHERE).encode()
        if name not in self.destinations:
            raise LookupError(name.decode())
        del note[Name.A]
        note.Dest = String(name)


def _document(tree: Any) -> Any:
    """Return the root element of a tree of tags."""
    return tree.K[0] if isinstance(tree.K, Array) else tree.K


def _names(tree: Any) -> dict[bytes, Any]:
    """Return the entries of a flat tree of names."""
    if tree is None or "/Names" not in tree:
        return {}
    flat = list(tree.Names)
    return {bytes(name): value for name, value in zip(flat[::2], flat[1::2], strict=True)}


def _tree(names: dict[bytes, Any]) -> Dictionary:
    flat = [one for name in sorted(names) for one in (String(name), names[name])]
    return Dictionary(Names=Array(flat))
