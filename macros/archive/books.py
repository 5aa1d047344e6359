"""The books that a site may offer for download."""

from __future__ import annotations

from dataclasses import dataclass

COLLECTED = "toan-tap"
"""The name of the collected volume, which contains all others."""


@dataclass(frozen=True)
class BookFile:
    """A book for download.

    `path` is from the site's root: ``sach/may-thuong.pdf``; `kind` is “PDF” or “EPUB”; `size` is in
    words: “1,2 MB”. `volume` is the id of an organization, "" for the collected volume.
    """

    volume: str
    title: str
    path: str
    kind: str
    size: str
