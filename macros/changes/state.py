"""One state of a project, read as far as its changes are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.chapter.folder import Docs, read_docs
from macros.evidence.files import SourceEvidence, load, read_hashes
from macros.evidence.published import texts_as_typed
from macros.loading.yaml.strict import Items, Node, Table
from macros.messages.problems import errors
from macros.project.navigation import Navigation, read_navigation
from macros.project.vanished_addresses import Addresses, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class State:
    """The content of a folder; `unread` is how many problems there were in reading it."""

    archive: Archive = field(default_factory=Archive)
    docs: Docs = field(default_factory=Docs)
    navigation: Navigation = field(default_factory=Navigation)
    evidence: Mapping[str, SourceEvidence] = field(default_factory=dict)
    hashes: Mapping[str, list[str]] = field(default_factory=dict)
    addresses: Addresses | None = None
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: int = 0


def read_state(root: Path) -> State:
    """Read the content at `root`; what cannot be read is counted."""
    archive, problems = load_archive(root)
    docs = read_docs(root)
    navigation = read_navigation(root)
    found = errors((*problems, *docs.problems, *navigation.problems))
    return State(
        archive,
        docs,
        navigation,
        load(root)[0],
        read_hashes(root),
        addresses(root, archive),
        texts_as_typed(root),
        len(found),
    )


def listed(navigation: Navigation) -> list[tuple[str, str]]:
    """Return the entries of the navigation in order: the path under docs/ and the titles to it."""
    return list(_entries(navigation.settings.get("nav"), ()))


def _entries(node: Node | None, titles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(node, Items):
        for entry in node:
            yield from _entries(entry, titles)
    elif isinstance(node, Table):
        for title, entry in node.items():
            yield from _entries(entry, (*titles, str(title)))
    elif node is not None:
        yield str(node), " › ".join(titles)
