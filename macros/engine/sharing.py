"""Patches one build of MkDocs: several processes read its pages, and several write them.

MkDocs goes through all pages twice: to turn each into HTML, and to put the theme around it. Each
time it does the first page alone, by which what all pages share is made ready (the chapters are
guarded, the templates compiled); then other processes begin at the last page, and what they have
done is taken from them. A page at which another process warns or fails is done again in this one,
where that is told.

Not for a server, which has threads.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.commands import build
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.processes import Ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_LEFT_BY_READING = ("markdown", "content", "meta", "toc", "_title_from_render")


class _Read(NamedTuple):
    """What reading a page leaves in it; links to anchors are by the path of the file aimed at."""

    attributes: dict[str, Any]
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


@contextmanager
def shared_pages() -> Iterator[None]:
    """Let the one build that is run meanwhile share its pages out."""
    read, write = build._populate_page, build._build_page
    reading, writing = _Reading(read), _Writing(write)
    _replace(reading, writing)
    try:
        yield
    finally:
        _replace(read, write)
        for ahead in (reading.ahead, writing.ahead):
            if ahead:
                ahead.close()


def _replace(read: Callable[..., None], write: Callable[..., None]) -> None:
    setattr(build, "_populate_page", read)  # noqa: B010 (hides it from mypy)
    setattr(build, "_build_page", write)  # noqa: B010


class _Reading:
    """Stands in the place of MkDocs' function that reads a page and renders its Markdown."""

    def __init__(self, read: Callable[..., None]) -> None:
        self.read = read
        self.ahead: Ahead[_Read] | None = None

    def __call__(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        if self.ahead is None:
            self.read(page, config, files, dirty)
            self.ahead = self._begin(page.file, config, files)
        elif found := self.ahead.take(page.file.src_uri):
            _put(page, found, files)
        else:
            self.read(page, config, files, dirty)

    def _begin(self, done: File, config: MkDocsConfig, files: Files) -> Ahead[_Read]:
        listed = files.documentation_pages()
        pages = {one.src_uri: one.page or Page(None, one, config) for one in listed if one != done}

        def read(path: str) -> _Read | None:
            page = pages[path]
            return _taken(page) if _unheard(self.read, page, config, files) else None

        return Ahead(read, list(pages))


class _Writing:
    """Stands in the place of MkDocs' function that puts the theme around a page and writes it."""

    def __init__(self, write: Callable[..., None]) -> None:
        self.write = write
        self.ahead: Ahead[bool] | None = None

    def __call__(
        self, page: Page, config: MkDocsConfig, listed: Sequence[File], *rest: Any, **named: Any
    ) -> None:
        if self.ahead is None:
            self.write(page, config, listed, *rest, **named)
            pages = {one.src_uri: one.page for one in listed if one.page is not page}

            def write(path: str) -> bool | None:
                return _unheard(self.write, pages[path], config, listed, *rest, **named) or None

            self.ahead = Ahead(write, list(pages))
        elif not self.ahead.take(page.file.src_uri):
            self.write(page, config, listed, *rest, **named)


def _unheard(step: Callable[..., None], *given: Any, **named: Any) -> bool:
    """Take a step in a process whose warnings nobody hears; return whether there were none."""
    counter = CountHandler(level=logging.WARNING)
    logging.getLogger("mkdocs").handlers[:] = [counter]
    step(*given, **named)
    return not counter.counts


def _taken(page: Page) -> _Read:
    attributes = {name: getattr(page, name) for name in _LEFT_BY_READING}
    links = {to.src_uri: found for to, found in (page.links_to_anchors or {}).items()}
    return _Read(attributes, page.present_anchor_ids, links)


def _put(page: Page, found: _Read, files: Files) -> None:
    for name, value in found.attributes.items():
        setattr(page, name, value)
    page.present_anchor_ids = found.anchors
    page.links_to_anchors = {
        file: links
        for path, links in found.links.items()
        if (file := files.get_file_from_path(path))
    }
