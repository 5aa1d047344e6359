"""The navigation of the site: the pages that `nav:` in mkdocs.yml lists, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

from macros.loading.yaml.encoding import misencoded
from macros.messages.problems import Position, Problem
from macros.text.merge_marks import REMEDY, WORDS, line_of_mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = "mkdocs.yml"


class NavigationPage(NamedTuple):
    """A page that the navigation lists: its path under docs/, and where it is listed."""

    page: str
    position: Position


def read_navigation(root: Path) -> tuple[NavigationPage, ...]:
    """Return the pages that `nav:` of `root`/mkdocs.yml lists, in all sections.

    The file is only parsed to nodes, because its tags (`!ENV`, `!!python/name:`) are for MkDocs. A
    missing or invalid file lists nothing; MkDocs reports it.
    """
    try:
        with (root / CONFIG).open("rb") as file:
            node = yaml.compose(file, Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError):
        return ()
    if not isinstance(node, yaml.MappingNode):
        return ()
    return tuple(
        listed for key, value in node.value if key.value == "nav" for listed in _pages(value)
    )


def unreadable(root: Path) -> Iterator[Problem]:
    """Yield why the letters of mkdocs.yml cannot be read: another encoding, marks of a merge."""
    try:
        data = (root / CONFIG).read_bytes()
    except OSError:
        return
    if problem := misencoded(data, CONFIG):
        yield problem
    elif line := line_of_mark(data.decode("utf-8", "replace")):
        yield Problem(Position(CONFIG, line), WORDS, REMEDY)


def _pages(node: yaml.Node) -> Iterator[NavigationPage]:
    """Yield the pages of an entry: a path alone, a title with a path, or a section of entries."""
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        if node.value.endswith(".md"):
            yield NavigationPage(node.value, Position(CONFIG, mark.line + 1, mark.column + 1))
    elif isinstance(node, yaml.MappingNode):
        for _, entry in node.value:
            yield from _pages(entry)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _pages(entry)
