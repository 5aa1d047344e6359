"""The page that a macro renders for: its context, links and citation numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.messages.problems import About


class Advice(Protocol):
    """What to do about a missing entry where it is used, and what all its uses are about."""

    @property
    def remedy(self) -> str:
        """What to do at one use."""
        ...

    @property
    def about(self) -> About | None:
        """The thing that is missing."""
        ...


class Lookup(Protocol):
    """The part of the archive that the guard needs: which ids of a kind exist.

    `organization` narrows kinds whose ids are unique only within one organization (a
    congress "VI"); it is None for kinds with global ids (a person).
    """

    def has(self, kind: str, entry: str, organization: str | None, /) -> bool:
        """Return whether there is such an entry."""
        ...

    def known(self, kind: str, organization: str | None, /) -> Iterable[str]:
        """Return the ids of all such entries."""
        ...

    def advice(self, kind: str, entry: str, organization: str | None, /) -> Advice:
        """Return what to do about an entry that does not exist."""
        ...


ArchiveT = TypeVar("ArchiveT", bound=Lookup)


class LinkTarget(NamedTuple):
    """What a component links to, independent of its address on the site or in the book.

    `organization` is the owner of a congress, conflict or statistic; `part` is a paragraph of a
    source.
    """

    kind: str
    id: str
    organization: str | None = None
    part: str = ""


class Linker(Protocol):
    """Gives the addresses of link targets, which differ between the site and the book."""

    def url(self, target: LinkTarget, origin: str, /) -> str:
        """Return the address of the target, relative to the page of the chapter `origin`."""
        ...


class CitationNumbers:
    """Numbers the citations of one page from 1, in the order in which they first appear.

    Their sources have a letter each, in the same order: A, B, …, Z, and a number after that.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._sources: dict[str, str] = {}

    def number(self, citation: str) -> int:
        """Return the citation's number, giving it the next one when it is new."""
        return self._numbers.setdefault(citation, len(self._numbers) + 1)

    def letter(self, source: str) -> str:
        """Return the letter of a source, giving it the next one when it is new."""
        place = len(self._sources)
        following = ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)
        return self._sources.setdefault(source, following)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the citations in the order of their numbers."""
        return iter(tuple(self._numbers))


@dataclass(frozen=True)
class Context(Generic[ArchiveT]):
    """What is known about a call before rendering; a macro's own check gets this.

    `organization` is the one the call is about: its ``organization=``, else the chapter's.
    """

    path: str
    organization: str | None
    archive: ArchiveT


@dataclass(frozen=True)
class Page(Context[ArchiveT]):
    """The page that a macro renders for."""

    linker: Linker
    citations: CitationNumbers = field(default_factory=CitationNumbers)
    anchors: set[str] = field(default_factory=set)
    """The anchors that are already on the page, shared by all calls on it."""

    def take(self, anchor: str) -> str:
        """Return the anchor to the first call that asks for it, "" to others: it must be unique."""
        if anchor in self.anchors:
            return ""
        self.anchors.add(anchor)
        return anchor

    def cite_number(self, citation: str) -> int:
        """Return the number of the citation on this page, counting from 1."""
        return self.citations.number(citation)

    def url(self, target: LinkTarget) -> str:
        """Return the address of the target, relative to this page."""
        return self.linker.url(target, self.path)
