"""What the tests of unusual holders share: their pages as text, and a site with other memberships."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.archive import Archive
from tests.support import archive_of


def plain(html: str) -> str:
    """Return the text of HTML in one line, without the marks of citations."""
    text = re.sub(r"<[^>]+>", " ", re.sub(r">¶[^<]*<", "><", html))
    return " ".join(text.replace("\u00a0", " ").split())


def with_memberships(root: Path, files: Mapping[str, str], *entries: str) -> Archive:
    """Return the archive of `files` with these memberships of “khoi” in place of its own."""
    lines = [f"  - {{id: m-{at}, cite: ky-yeu#2, {one}}}" for at, one in enumerate(entries)]
    own = {"data/organizations/khoi/leadership.yml": "\n".join(["memberships:", *lines])}
    return archive_of(root, {**files, **own})
