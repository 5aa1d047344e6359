"""What this site's books say of their edition."""

from __future__ import annotations

from macros.archive.complete import load_archive
from macros.book.imprint import imprint_of
from macros.system.program import PROGRAM


def test_the_project_itself_invents_nothing() -> None:
    archive, _ = load_archive(PROGRAM)
    for volume in ("toan-tap", *(one.id for one in archive.volumes)):
        imprint = imprint_of(archive, volume)
        assert imprint.state == "bản thảo"
        assert (imprint.issuer, imprint.publisher, imprint.isbn, imprint.sale) == ("",) * 4
