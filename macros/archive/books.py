"""The books that a site may offer beside its pages."""

from __future__ import annotations

from dataclasses import dataclass

COLLECTED = "toan-tap"
"""The name of the volume that holds all others."""


@dataclass(frozen=True)
class BookFile:
    """A book to be had: where, as what, how large (“1,2 MB”); `volume` is an organization or "".

    `path` is from the site's root: ``sach/may-thuong.pdf``.
    """

    volume: str
    title: str
    path: str
    kind: str
    size: str
