"""The chapters of each volume in the order of the navigation, as its first page lists them.

Order comes from `nav:` in mkdocs.yml, title and description from each chapter's front matter;
neither is typed a second time on the volume's page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.chapter import Chapter, read_chapter

if TYPE_CHECKING:
    from pathlib import Path

_NAV_LINE = re.compile(r"^\s+-\s+(?:.*?:\s+)?(?P<page>[\w/-]+\.md)\s*$")


@dataclass(frozen=True)
class Entry:
    """A chapter in a volume's contents; `page` is its path under docs/."""

    page: str
    title: str
    description: str


Contents = Mapping[str, tuple[Entry, ...]]
"""The chapters of each volume but its first page, by the volume's folder."""


def contents(chapters: Iterable[Chapter], nav: Iterable[str], docs: str = "docs") -> Contents:
    """Return the chapters of each volume in the order of `nav`, paths under docs/."""
    known = {one.path.removeprefix(f"{docs}/"): one.front_matter for one in chapters}
    found: dict[str, list[Entry]] = defaultdict(list)
    for page in nav:
        folder, _, name = page.partition("/")
        if page in known and name and name != "index.md":
            front = known[page]
            found[folder].append(Entry(page, front.title, front.description or ""))
    return {folder: tuple(entries) for folder, entries in found.items()}


def navigation(root: Path) -> tuple[str, ...]:
    """Return the pages that `nav:` of the project at `root` names, in order.

    Read line by line: the file as a whole can only be read by MkDocs, with its tags.
    """
    try:
        lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    after = lines[lines.index("nav:") + 1 :] if "nav:" in lines else []
    found = []
    for line in after:
        if line and not line[0].isspace() and not line.startswith("#"):
            break
        if match := _NAV_LINE.match(line):
            found.append(match["page"])
    return tuple(found)


def contents_in(root: Path) -> Contents:
    """Read the chapters that the navigation of the project at `root` names."""
    nav = navigation(root)
    paths = ((root / "docs" / page, f"docs/{page}") for page in nav)
    read = (read_chapter(path, shown)[0] for path, shown in paths if path.is_file())
    return contents((one for one in read if one), nav)
