"""Patches one build of MkDocs: several processes read its pages, and each writes those it read.

MkDocs goes through all pages twice: to turn each into HTML ("read"), and to put the theme around it
("write"). The main process reads the first page alone, which prepares what all pages share (it
guards the chapters and compiles the templates). Then worker processes start from the last page.
When they meet the main process, each gets the listings of the pages that the others have read: what
the theme shows of them in menus and links. The text of a page stays in the process that made it. A
page on which a worker warns or fails is done again in the main process, which reports the problem.

A server cannot use this, because it has threads.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mkdocs.commands import build
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.admission.docs import DOCS
from macros.chapter import ChapterError, in_time
from macros.engine.plugin import stop
from macros.engine.shared_work import SharedWork
from macros.speed.converter import with_one_converter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

# The attributes of a page that menus and links of other pages show, or compute its title from.
_LISTED = ("meta", "_title_from_render")

_Listing: TypeAlias = "Mapping[str, Any]"


class _ReadPage(NamedTuple):
    """A page that a worker has read; `links` to anchors are by the path of the target file."""

    listing: _Listing
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


@contextmanager
def shared_pages(config: MkDocsConfig) -> Iterator[None]:
    """Let the build of `config` that runs within this context share its pages with workers."""
    read, write = build._populate_page, build._build_page
    shared = _SharedBuild(read, write)
    # Last of the event's handlers, so that no plugin changes the navigation afterwards.
    config.plugins.events["nav"].append(shared.remember_navigation)
    _replace(shared.read, shared.write)
    try:
        yield
    finally:
        _replace(read, write)
        config.plugins.events["nav"].remove(shared.remember_navigation)
        if shared.work:
            shared.work.close()


def _replace(read: Callable[..., None], write: Callable[..., None]) -> None:
    setattr(build, "_populate_page", read)  # noqa: B010 (hides it from mypy)
    setattr(build, "_build_page", write)  # noqa: B010


class _SharedBuild:
    """Replaces the two functions of MkDocs that read and write a page."""

    def __init__(self, read: Callable[..., None], write: Callable[..., None]) -> None:
        self._read = _without_text(with_one_converter(read))
        self._write = _without_content(write)
        self._nav: Navigation | None = None
        self._files: Files | None = None
        self._pages: dict[str, Page] = {}
        self._unread: set[str] = set()
        self._read_elsewhere: set[str] = set()
        self._written: set[str] | None = None
        self.work: SharedWork[_ReadPage, dict[str, _Listing], set[str]] | None = None

    def remember_navigation(self, nav: Navigation, **_: object) -> None:
        """Remember the navigation, which the pages themselves do not refer to."""
        self._nav = nav

    def read(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """Turn a page into HTML, unless a worker has done so."""
        path = page.file.src_uri
        if self.work is None:
            self._read(page, config, files, dirty)
            self.work = self._start_work(page, config, files)
        elif found := self.work.take(path):
            _apply(page, found, files)
            self._read_elsewhere.add(path)
        else:
            self._read(page, config, files, dirty)
        self._unread.discard(path)
        if not self._unread:
            self.work.start_second_phase(
                {path: _listing_of(page) for path, page in self._pages.items()}
            )

    def write(self, page: Page, config: MkDocsConfig, *rest: Any, **named: Any) -> None:
        """Put the theme around a page and write it, unless the worker that read it has done so."""
        path = page.file.src_uri
        if path in self._read_elsewhere and self.work:
            if self._written is None:
                self._written = {path for some in self.work.outcomes() for path in some}
            if path in self._written:
                return
            self._read(page, config, self._files)
        self._write(page, config, *rest, **named)

    def _start_work(
        self, first: Page, config: MkDocsConfig, files: Files
    ) -> SharedWork[_ReadPage, dict[str, _Listing], set[str]]:
        self._files, listed = files, files.documentation_pages()
        self._pages = {one.src_uri: one.page or Page(None, one, config) for one in listed}
        self._unread = set(self._pages)
        names = [path for path, page in self._pages.items() if page is not first]
        own: list[str] = []

        def read(path: str) -> _ReadPage | None:
            page = self._pages[path]
            if not _without_warnings(self._read, page, config, files):
                return None
            own.append(path)
            links = {to.src_uri: found for to, found in (page.links_to_anchors or {}).items()}
            return _ReadPage(_listing_of(page), page.present_anchor_ids, links)

        def write(listings: dict[str, _Listing]) -> set[str]:
            for path in listings.keys() - set(own):
                _apply_listing(self._pages[path], listings[path])
            env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
            given = (config, listed, self._nav, env)
            return {
                path for path in own if _without_warnings(self._write, self._pages[path], *given)
            }

        return SharedWork(read, names, write)


def _without_text(read: Callable[..., None]) -> Callable[..., None]:
    """Drop the text of each page once it is HTML: all texts together take half of the memory.

    A page that takes too long is reported as a problem of its chapter.
    """

    def step(page: Page, *given: Any) -> None:
        try:
            with in_time(f"{DOCS}/{page.file.src_uri}"):
                read(page, *given)
        except ChapterError as error:
            raise stop(error.problems) from None
        page.markdown = ""

    return step


def _without_content(write: Callable[..., None]) -> Callable[..., None]:
    """Drop the HTML of each page once it is written."""

    def step(page: Page, *given: Any, **named: Any) -> None:
        write(page, *given, **named)
        page.content = ""

    return step


def _without_warnings(step: Callable[..., None], *given: Any) -> bool:
    """Run a step with warnings and errors silenced; return whether there were none."""
    counter = CountHandler(level=logging.WARNING)
    logging.getLogger("mkdocs").handlers[:] = [counter]
    try:
        step(*given)
    except Exception:
        return False
    return not counter.counts


def _listing_of(page: Page) -> _Listing:
    return {name: getattr(page, name) for name in _LISTED}


def _apply_listing(page: Page, listing: _Listing) -> None:
    for name, value in listing.items():
        setattr(page, name, value)
    # MkDocs gives no title to a page whose text is None.
    page.markdown = page.content = ""


def _apply(page: Page, found: _ReadPage, files: Files) -> None:
    _apply_listing(page, found.listing)
    page.present_anchor_ids = found.anchors
    page.links_to_anchors = {
        file: links
        for path, links in found.links.items()
        if (file := files.get_file_from_path(path))
    }
