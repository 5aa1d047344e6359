"""Addresses that an earlier state of the project had and this one has no more, nor leads on from.

Pages and headings of chapters and pages made from the data are compared. Other places on a page
follow from ids, and a changed id is told of as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.urls import address
from macros.archive.complete import load_archive
from macros.catalogue.pages import generated_pages
from macros.chapter.links import headings, named_places
from macros.messages.problems import Position, Problem, Severity
from macros.project.base import data_at
from macros.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.archive import Archive
    from macros.chapter import Chapter

REDIRECTS = "data/redirects.yml"


class Addresses(NamedTuple):
    """The addresses of a site: the anchors that its headings give, by the address of the page."""

    anchors: Mapping[str, frozenset[str]]

    def vanished(self, later: Addresses, archive: Archive) -> list[str]:
        """Return the addresses that are not among the `later` ones, and that nothing leads on from.

        `archive` is the later one. Of a page that is gone, its headings are not told of.
        """
        moved = {one.old for one in archive.redirects}
        found = [page for page in self.anchors if page not in later.anchors and page not in moved]
        for page, anchors in self.anchors.items():
            if page in later.anchors:
                gone = (f"{page}#{one}" for one in sorted(anchors - later.anchors[page]))
                found += [one for one in gone if one not in moved]
        return sorted(found)


def addresses(root: Path, archive: Archive | None = None) -> Addresses:
    """Return the addresses of the project at `root`, as its own data and chapters give them.

    `archive` are its records, if they are read already.
    """
    docs = Project(root).docs
    # Of mentions in chapters nothing is asked: both states are compared without them.
    made = generated_pages(archive or load_archive(root)[0])
    found = {address(page): frozenset[str]() for page in (*docs.pages, *made)}
    for page, chapter in docs.chapters.items():
        found[address(page)] = frozenset(_places(chapter))
    return Addresses(found)


def _places(chapter: Chapter) -> Iterator[str]:
    """Yield the ids that editors give by what they type: of the title nobody needs one."""
    yield from (name for name, _ in named_places(chapter))
    for one in headings(chapter):
        # The words of a call come from the data.
        if one.level > 1 and "{{" not in one.text:
            yield one.id


def vanished_since(root: Path, base: str, archive: Archive) -> list[Problem]:
    """Return a warning for each address that the last commit shared with `base` still had.

    `archive` are the records of the project at `root`. Raises BaseError.
    """
    with data_at(root, base) as folder:
        before = addresses(folder)
    found = before.vanished(addresses(root, archive), archive)
    return [_told(one) for one in found]


def _told(where: str) -> Problem:
    what = "mục" if "#" in where else "trang"
    quoted = f'"{where}"' if "#" in where else where
    return Problem(
        Position(REDIRECTS),
        f"{what} “{where}” không còn, mà chưa có nơi chuyển đến",
        f"thêm một mục: - {{ old: {quoted}, new: … }}; đổi tên thì ghi địa chỉ mới",
        Severity.WARNING,
    )
