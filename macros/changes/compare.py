"""Everything that a pull request changes, gathered from two states of the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.changes.chapters import ChapterChange, chapter_changes
from macros.changes.differences import Difference, differences
from macros.changes.other_files import (
    navigation_changes,
    picture_changes,
    program_changes,
    replaced_pictures,
    text_changes,
)
from macros.evidence.against_base import paragraph_changes, trusted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.changes.state import State
    from macros.project.base import ChangedFiles


@dataclass(frozen=True)
class Changes:
    """The changes since `base`: those of facts by owner, chapters, and lines for all other things.

    `moved` are the redirects that came, as (old address, new address), `unmoved` those that went;
    `vanished` the addresses that lead nowhere any more.
    `unread` are the mistakes in reading the branch, `unread_before` those in reading the base: what
    could not be read is not told.
    """

    base: str
    facts: tuple[Difference, ...] = ()
    chapters: tuple[ChapterChange, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    unmoved: tuple[tuple[str, str], ...] = ()
    vanished: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    forged: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    unread: int = 0
    unread_before: int = 0


def compare(root: Path, base: str, old: State, new: State, files: ChangedFiles) -> Changes:
    """Return all changes from one state to another; `root` is the folder of the branch."""
    _, forged = trusted(root, new.evidence, old.evidence)
    return Changes(
        base,
        tuple(differences(old.archive, new.archive, replaced_pictures(files))),
        tuple(chapter_changes(old, new)),
        tuple(_redirects(new, old)),
        tuple(one for one in _redirects(old, new) if one[0] not in _sources(new)),
        _vanished(old, new),
        tuple(navigation_changes(old, new)),
        tuple(picture_changes(files)),
        tuple(one.words for one in paragraph_changes(new.hashes, old.hashes)),
        tuple(f"{one.position.path}: {one.message}" for one in forged),
        tuple(program_changes(files)),
        tuple(text_changes(old, new)),
        new.unread,
        old.unread,
    )


def _sources(state: State) -> set[str]:
    return {one.old for one in state.archive.redirects}


def _redirects(now: State, before: State) -> Iterator[tuple[str, str]]:
    """Yield the redirects that `before` does not have."""
    known = {one.old: one.new for one in before.archive.redirects}
    for one in now.archive.redirects:
        if known.get(one.old) != one.new:
            yield one.old, one.new


def _vanished(old: State, new: State) -> tuple[str, ...]:
    if old.addresses is None or new.addresses is None:
        return ()
    return tuple(old.addresses.vanished(new.addresses, new.archive))
