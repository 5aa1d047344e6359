"""Joins the PDFs of a volume that was laid out in stretches: pages, tags, bookmarks, destinations.

Each stretch is a tagged PDF whose objects are not compressed, as `plain` lets WeasyPrint write it.
A link from one stretch to another has an address that begins with `ELSEWHERE`, and becomes a
link within the book here.

The objects are copied one by one, with new numbers: a library that reads the stretches as PDFs
holds 1 MiB of objects per page. What is held here is the list of destinations and seven bytes per
object.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from macros.book.pdf_writer import PdfWriter

ELSEWHERE = "https://book.invalid/#"
"""The prefix of the address of an anchor in another stretch; RFC 2606 reserves its host."""

PAGES, OUTLINES, TAGS, DOCUMENT, PLACES, PARENTS, IDS, CATALOG = range(1, 9)
"""The numbers of the objects that the joined file has once, instead of one per part."""

LEAF = 256
"""The number of destinations in one node of their tree."""

_STRING = rb"\((?:\\.|[^\\()])*\)|<[0-9a-fA-F]*>(?!>)"
_TOKEN = re.compile(rb"(?P<string>%s)|(?P<number>\d+) 0 R\b" % _STRING, re.DOTALL)
_KEY = re.compile(rb"(?P<key>/StructParents?) (?P<number>\d+)")
_TREE = re.compile(rb"(?P<number>\d+) (?P<value>\[[^\]]*\]|\d+ 0 R)")
_NAME = re.compile(rb"(?P<name>%s) (?P<value>\[[^\]]*\]|\d+ 0 R)" % _STRING, re.DOTALL)
_LINK = re.compile(
    rb"/A <</Type /Action/S /URI/URI \(%s(?P<name>(?:\\.|[^\\()])*)\)>>"
    % re.escape(ELSEWHERE.encode())
)


def plain(pdf: Any) -> None:
    """Make WeasyPrint write a PDF without object streams, so that `join` can read it."""
    write = pdf.write
    pdf.write = lambda output, version, identifier, _: write(output, version, identifier, False)


def join(paths: Sequence[Path], target: Path) -> None:
    """Write the PDFs at `paths` as one to `target`; the same PDFs give the same bytes.

    Raises LookupError for a link to an anchor that no stretch has.
    """
    with ExitStack() as stack:
        parts = [_Part(stack.enter_context(path.open("rb"))) for path in paths]
        output = stack.enter_context(target.open("wb"))
        _Joiner(parts, output).write()


class _Part:
    """One PDF: its objects by number, and the numbers of the special ones."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        size = file.seek(0, 2)
        file.seek(max(0, size - 64))
        start = int(file.read().rpartition(b"startxref\n")[2].split(b"\n")[0])
        file.seek(start)
        table, _, trailer = file.read().partition(b"trailer\n")
        # Objects are written in the order of their numbers; the table follows the last.
        self._offsets = array("Q", (int(line[:10]) for line in table.split(b"\n")[2:-1]))
        self.count = len(self._offsets)
        self._offsets.append(start)
        self.catalog = _number(trailer, b"Root")
        self.information = _number(trailer, b"Info")
        catalog = self.get(self.catalog)
        self.pages = _number(catalog, b"Pages")
        self.outlines = _number(catalog, b"Outlines")
        self.tags = _number(catalog, b"StructTreeRoot")
        self.metadata = _number(catalog, b"Metadata")
        self.document = int(_matched(rb"/K \[?(\d+) 0 R", self.get(self.tags))[1])
        self.parents = _number(self.get(self.tags), b"ParentTree")
        self.ids = _number(self.get(self.tags), b"IDTree")

    def get(self, number: int) -> bytes:
        """Return an object as it is written between “obj” and “endobj”."""
        offset = self._offsets[number]
        self._file.seek(offset)
        data = self._file.read(self._offsets[number + 1] - offset)
        return data.partition(b" obj\n")[2].removesuffix(b"\nendobj\n")

    def places(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield the destinations: name as it is written, and page with position."""
        for match in _NAME.finditer(self.get(self.catalog).partition(b"/Dests ")[2]):
            yield match["name"], match["value"]


class _Shift(NamedTuple):
    """What to add to the numbers of a part's objects, and to its keys of the tree of parents.

    `own` maps the numbers of objects that the joined file has only once.
    """

    objects: int
    keys: int
    own: dict[int, int]

    def number(self, number: int) -> int:
        """Return the number of an object in the joined file."""
        return self.own.get(number) or number + self.objects

    def __call__(self, data: bytes) -> bytes:
        """Return an object with the numbers of the joined file."""

        def shifted(match: re.Match[bytes]) -> bytes:
            if match["string"] is not None:
                return match[0]
            return b"%d 0 R" % self.number(int(match["number"]))

        return _TOKEN.sub(shifted, data)


class _Joiner:
    """Writes several parts as one PDF."""

    def __init__(self, parts: Sequence[_Part], output: BinaryIO) -> None:
        self.parts = parts
        self.writer = PdfWriter(output)
        self.places: dict[bytes, tuple[bytes, bytes]] = {}
        self.wanted: set[bytes] = set()
        self.kids: list[bytes] = []
        self.parents: list[int] = []
        self.ids: list[tuple[bytes, bytes, int]] = []
        self.keys = 0
        self.writer.reserve(CATALOG)
        self.shifts = list(self._shifts())

    def _shifts(self) -> Iterator[_Shift]:
        key = 0
        for part in self.parts:
            own = {part.outlines: OUTLINES, part.tags: TAGS, part.document: DOCUMENT}
            yield _Shift(self.writer.reserve(part.count), key, own)
            numbers = [int(one["number"]) for one in _entries(part.get(part.parents))]
            key += max(numbers, default=-1) + 1
        self.keys = key

    def write(self) -> None:
        """Write the file."""
        for index in range(len(self.parts)):
            self._part(index)
        self._trees()
        if missing := self.wanted - self.places.keys():
            raise LookupError(min(missing).decode())
        self._own_objects()
        first = self.parts[0]
        self.writer.close(CATALOG, self.shifts[0].number(first.information))

    def _part(self, index: int) -> None:
        """Write the objects of one part that are not those of a whole file."""
        part, shift = self.parts[index], self.shifts[index]
        left = {part.catalog, part.outlines, part.tags, part.document, part.parents, part.ids}
        if index:
            left |= {part.information, part.metadata}
        joints = self._joints(index)
        for number in range(1, part.count):
            if number in left:
                continue
            data = part.get(number)
            head, mark, stream = data.partition(b"\nstream\n")
            head = shift(_KEY.sub(lambda one: b"%s %d" % (
                one["key"], int(one["number"]) + shift.keys), head))  # fmt: skip
            head = _LINK.sub(self._link, head)
            if number in joints:
                head = head.removesuffix(b">>") + joints[number] + b">>"
            self.writer.add(shift.number(number), head, mark + stream)
        document = part.get(part.document)
        self.kids.append(shift(_matched(rb"/K \[(.*?)\]", document)[1]))
        for name, value in part.places():
            self.places[_text(name)] = name, shift(value)
        self._leaves(part, shift)

    def _link(self, match: re.Match[bytes]) -> bytes:
        """Return the destination of a link to another part."""
        self.wanted.add(_text(b"(%s)" % match["name"]))
        return b"/Dest (%s)" % match["name"]

    def _joints(self, index: int) -> dict[int, bytes]:
        """Return what joins objects of a part to the rest: pages, first and last bookmark."""
        found = {self.parts[index].pages: b"/Parent %d 0 R" % PAGES}
        own = self._ends(index)
        if own is None:
            return found
        before = [ends for at in range(index) if (ends := self._ends(at))]
        after = [ends for at in range(index + 1, len(self.parts)) if (ends := self._ends(at))]
        shift = self.shifts[index].objects
        if before:
            found[own[0] - shift] = b"/Prev %d 0 R" % before[-1][1]
        if after:
            found[own[1] - shift] = found.get(own[1] - shift, b"") + b"/Next %d 0 R" % after[0][0]
        return found

    def _ends(self, index: int) -> tuple[int, int] | None:
        """Return the numbers of the first and the last bookmark of a part."""
        part, shift = self.parts[index], self.shifts[index]
        if not part.outlines:
            return None
        data = part.get(part.outlines)
        first, last = _number(data, b"First"), _number(data, b"Last")
        return (shift.number(first), shift.number(last)) if first else None

    def _leaves(self, part: _Part, shift: _Shift) -> None:
        """Write a part of the tree of parents and of that of ids."""
        entries = [
            (int(one["number"]) + shift.keys, shift(one["value"]))
            for one in _entries(part.get(part.parents))
        ]
        if entries:
            entries.sort()
            numbers = b" ".join(b"%d %s" % one for one in entries)
            self.parents.append(self._add(
                b"<</Limits [%d %d]/Nums [%s]>>" % (entries[0][0], entries[-1][0], numbers)
            ))  # fmt: skip
        if not part.ids:
            return
        names = [(one["name"], shift(one["value"])) for one in _NAME.finditer(part.get(part.ids))]
        if names:
            self.ids.append((names[0][0], names[-1][0], self._add(_leaf(names))))

    def _add(self, data: bytes) -> int:
        """Write an object of the joined file's own; return its number."""
        number = self.writer.reserve()
        self.writer.add(number, data)
        return number

    def _trees(self) -> None:
        """Write the trees of parents, ids and destinations."""
        self.writer.add(PARENTS, b"<</Kids [%s]>>" % _references(self.parents))
        # The ids of each part begin with its number, so that no part's are among another's.
        for (_, last, _), (first, _, _) in pairwise(self.ids):
            if _text(last) >= _text(first):
                raise ValueError(f"ids of two parts mingle: {last!r}, {first!r}")
        if self.ids:
            self.writer.add(IDS, b"<</Kids [%s]>>" % _references([one[2] for one in self.ids]))
        places = [self.places[name] for name in sorted(self.places)]
        leaves = [self._add(_leaf(places[at : at + LEAF])) for at in range(0, len(places), LEAF)]
        self.writer.add(PLACES, b"<</Kids [%s]>>" % _references(leaves))

    def _own_objects(self) -> None:
        """Write the objects that a file has once: catalog, pages, bookmarks, root of the tags."""
        add, parts = self.writer.add, self.parts
        pages = [shift.number(one.pages) for one, shift in zip(parts, self.shifts, strict=True)]
        count = sum(int(_matched(rb"/Count (\d+)", one.get(one.pages))[1]) for one in parts)
        add(PAGES, b"<</Type /Pages/Kids [%s]/Count %d>>" % (_references(pages), count))
        ends = [found for index in range(len(parts)) if (found := self._ends(index))]
        shown = sum(
            int(_matched(rb"/Count (-?\d+)", one.get(one.outlines))[1])
            for one in parts
            if one.outlines
        )
        outlines = b"/First %d 0 R/Last %d 0 R" % (ends[0][0], ends[-1][1]) if ends else b""
        add(OUTLINES, b"<</Count %d%s>>" % (shown, outlines))
        ids = b"/IDTree %d 0 R" % IDS if self.ids else b""
        add(
            TAGS,
            b"<</Type /StructTreeRoot/ParentTree %d 0 R/ParentTreeNextKey %d%s/K [%d 0 R]>>"
            % (PARENTS, self.keys, ids, DOCUMENT),
        )
        kids = b" ".join(self.kids)
        add(DOCUMENT, b"<</Type /StructElem/S /Document/K [%s]/P %d 0 R>>" % (kids, TAGS))
        first, shift = parts[0], self.shifts[0]
        catalog = first.get(first.catalog)
        names = re.search(rb"/Names <<.*?\]>>>>", catalog, re.DOTALL)
        if names:
            catalog = catalog.replace(names[0], b"")
        catalog = catalog.replace(b"/Pages %d 0 R" % first.pages, b"").removesuffix(b">>")
        own = b"/Pages %d 0 R/Names <</Dests %d 0 R>>" % (PAGES, PLACES)
        if ends and not first.outlines:
            own += b"/Outlines %d 0 R" % OUTLINES
        add(CATALOG, shift(catalog) + own + b">>")


def _number(data: bytes, key: bytes) -> int:
    """Return the number of the object that a dictionary has under a key, 0 for none."""
    found = re.search(rb"/%s (\d+) 0 R" % key, data)
    return int(found[1]) if found else 0


def _matched(pattern: bytes, data: bytes) -> re.Match[bytes]:
    found = re.search(pattern, data, re.DOTALL)
    if found is None:
        raise ValueError(f"no {pattern!r} in {data[:80]!r}")
    return found


def _entries(tree: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the entries of a flat tree of numbers."""
    return _TREE.finditer(tree.partition(b"/Nums [")[2])


def _leaf(names: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return the leaf of a tree of names with these entries."""
    listed = b" ".join(b"%s %s" % one for one in names)
    return b"<</Limits [%s %s]/Names [%s]>>" % (names[0][0], names[-1][0], listed)


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % one for one in numbers)


def _text(string: bytes) -> bytes:
    """Return the bytes that a string of a PDF stands for."""
    if string.startswith(b"<"):
        return bytes.fromhex(string[1:-1].decode())
    return re.sub(rb"\\(.)", rb"\1", string[1:-1], flags=re.DOTALL)
