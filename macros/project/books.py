"""The books that are already built: their files, and what pages of the site say about them."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

from macros.archive import Archive
from macros.archive.books import COLLECTED, BookFile
from macros.text.numbers import say_number

BUILT = "dist/book"
"""The folder into which `make book` puts the books."""

FOLDER = "sach"
"""The folder of the books on the site."""

KINDS = (("pdf", "PDF"), ("epub", "EPUB"))


def books(root: Path, archive: Archive) -> tuple[BookFile, ...]:
    """Return the books that are built, the collected volume first.

    Paths are from the site's root: ``sach/may-thuong.pdf``.
    """
    titles = {COLLECTED: "Toàn tập", **{one.id: one.title for one in archive.volumes}}
    return tuple(
        BookFile(
            volume="" if name == COLLECTED else name,
            title=title,
            path=f"{FOLDER}/{file.name}",
            kind=words,
            size=size_words(file.stat().st_size),
        )
        for name, title in titles.items()
        for kind, words in KINDS
        if (file := root / BUILT / f"{name}.{kind}").is_file()
    )


def size_words(size: int) -> str:
    """Return a file's size in words: “905 KB”, “1,9 MB”."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)}\u00a0KB"
    return f"{say_number(Decimal(size) / 1_000_000 // Decimal('0.1') * Decimal('0.1'))}\u00a0MB"


def copy_books(root: Path, archive: Archive, staging: Path) -> tuple[BookFile, ...]:
    """Copy the books that are built into the site's folder `staging`; return them."""
    found = books(root, archive)
    for one in found:
        target = staging / one.path
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(root / BUILT / target.name, target)
    return found
