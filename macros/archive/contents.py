"""The chapters of each volume in the order of the navigation, as its first page lists them.

Order comes from `nav:` in mkdocs.yml, title and description from each chapter's front matter;
neither is repeated on the volume's page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.chapter import Chapter


@dataclass(frozen=True)
class Entry:
    """A chapter in a volume's contents; `page` is its path under docs/."""

    page: str
    title: str
    description: str


Contents = Mapping[str, tuple[Entry, ...]]
"""The chapters of each volume, without its first page, by the volume's folder."""


def contents(chapters: Mapping[str, Chapter], nav: Iterable[str]) -> Contents:
    """Return the chapters of each volume in the order of `nav`; both by paths under docs/."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for page in nav:
        folder, _, name = page.partition("/")
        if page in chapters and name and name != "index.md":
            front = chapters[page].front_matter
            found[folder].append(Entry(page, front.title, front.description or ""))
    return {folder: tuple(entries) for folder, entries in found.items()}
