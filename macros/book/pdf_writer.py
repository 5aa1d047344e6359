"""Writes a PDF object by object, so that no more than a few objects are in memory."""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO

GATHERED = 200
"""The number of objects in one object stream."""

_FREE, _PLAIN, _COMPRESSED = range(3)
"""The kinds of entries of a cross-reference stream."""

_FIELDS = (1, 5, 2)
"""The number of bytes of each field of an entry: kind, offset or stream, index."""

_WIDTH = sum(_FIELDS)


class PdfWriter:
    """Writes a PDF 1.7 with compressed objects and a cross-reference stream.

    Pages are not compressed, so that a program that reads only those reads nothing else.
    """

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._at = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._entries = bytearray()
        self._next = 1
        self._waiting: list[tuple[int, bytes]] = []
        self._enter(0, _FREE, 0, 65535)
        self._write(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n")

    def reserve(self, count: int = 1) -> int:
        """Reserve `count` numbers for objects; return the first of them."""
        self._next += count
        return self._next - count

    def add(self, number: int, data: bytes, stream: bytes = b"") -> None:
        """Write an object; `stream` is what follows its dictionary, from “stream” on."""
        if stream or data.startswith(b"<</Type /Page/"):
            self._plain(number, data + stream)
            return
        self._waiting.append((number, data))
        if len(self._waiting) == GATHERED:
            self._gather()

    def close(self, catalog: int, information: int) -> None:
        """Write what is left, and the table of all objects."""
        if self._waiting:
            self._gather()
        own, at = self.reserve(), self._at
        self._enter(own, _PLAIN, at, 0)
        identifier = self._digest.hexdigest().encode()
        head = b"/Type /XRef/Size %d/W [%d %d %d]/Root %d 0 R/Info %d 0 R/ID [(%s) (%s)]" % (
            own + 1, *_FIELDS, catalog, information, identifier, identifier,
        )  # fmt: skip
        self._plain(own, _stream(head, bytes(self._entries)))
        self._write(b"startxref\n%d\n%%%%EOF\n" % at)

    def _gather(self) -> None:
        """Write the waiting objects as one stream."""
        number = self.reserve()
        places: list[bytes] = []
        at = 0
        for index, (own, data) in enumerate(self._waiting):
            self._enter(own, _COMPRESSED, number, index)
            places.append(b"%d %d" % (own, at))
            at += len(data) + 1
        table = b" ".join(places) + b"\n"
        head = b"/Type /ObjStm/N %d/First %d" % (len(places), len(table))
        data = table + b"\n".join(data for _, data in self._waiting)
        self._plain(number, _stream(head, data))
        self._waiting = []

    def _plain(self, number: int, data: bytes) -> None:
        self._enter(number, _PLAIN, self._at, 0)
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, data))

    def _write(self, data: bytes) -> None:
        self._output.write(data)
        self._digest.update(data)
        self._at += len(data)

    def _enter(self, number: int, *fields: int) -> None:
        """Enter an object in the table; numbers that no object has are free."""
        start = number * _WIDTH
        if (missing := start + _WIDTH - len(self._entries)) > 0:
            self._entries.extend(bytes(missing))
        entry = (value.to_bytes(width, "big") for value, width in zip(fields, _FIELDS, strict=True))
        self._entries[start : start + _WIDTH] = b"".join(entry)


def _stream(head: bytes, data: bytes) -> bytes:
    """Return a compressed stream whose dictionary has these entries."""
    packed = zlib.compress(data, 9)
    return b"<<%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream" % (
        head, len(packed), packed,
    )  # fmt: skip
