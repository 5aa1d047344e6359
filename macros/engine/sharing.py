"""Patches one build of MkDocs: several processes read its pages, and each writes those it read.

MkDocs goes through all pages twice: to turn each into HTML, and to put the theme around it. It
reads the first page alone, by which what all pages share is made ready (the chapters are guarded,
the templates compiled); then other processes begin at the last page, and where they meet each is
told of the other's pages what the theme shows of them: the text of a page stays where it was made.
A page at which another process warns or fails is done again in this one, where that is told.

Not for a server, which has threads.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mkdocs.commands import build
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.engine.ahead import Ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

# What a page's title follows from, and what a theme may say beside it.
_NAMED_BY = ("meta", "_title_from_render")

_Names: TypeAlias = "Mapping[str, Any]"


class _Read(NamedTuple):
    """What is told of a page read elsewhere; links to anchors are by the path of the file."""

    names: _Names
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


@contextmanager
def shared_pages(config: MkDocsConfig) -> Iterator[None]:
    """Let the one build of `config` that is run meanwhile share its pages out."""
    read, write = build._populate_page, build._build_page
    shared = _Shared(read, write)
    # The last to be asked, so that no plugin changes it any more.
    config.plugins.events["nav"].append(shared.keep)
    _replace(shared.read, shared.write)
    try:
        yield
    finally:
        _replace(read, write)
        config.plugins.events["nav"].remove(shared.keep)
        if shared.ahead:
            shared.ahead.close()


def _replace(read: Callable[..., None], write: Callable[..., None]) -> None:
    setattr(build, "_populate_page", read)  # noqa: B010 (hides it from mypy)
    setattr(build, "_build_page", write)  # noqa: B010


class _Shared:
    """Stands in the place of the two functions of MkDocs by which a page is read and written."""

    def __init__(self, read: Callable[..., None], write: Callable[..., None]) -> None:
        self._read = _without_text(read)
        self._write = _without_content(write)
        self._nav: Navigation | None = None
        self._files: Files | None = None
        self._pages: dict[str, Page] = {}
        self._unread: set[str] = set()
        self._elsewhere: set[str] = set()
        self._written: set[str] | None = None
        self.ahead: Ahead[_Read, dict[str, _Names], set[str]] | None = None

    def keep(self, nav: Navigation, **_: object) -> None:
        """Keep the navigation, which no page leads to."""
        self._nav = nav

    def read(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """Turn a page into HTML, unless another process has."""
        path = page.file.src_uri
        if self.ahead is None:
            self._read(page, config, files, dirty)
            self.ahead = self._begin(page, config, files)
        elif found := self.ahead.take(path):
            _put(page, found, files)
            self._elsewhere.add(path)
        else:
            self._read(page, config, files, dirty)
        self._unread.discard(path)
        if not self._unread:
            self.ahead.go_on({path: _names(page) for path, page in self._pages.items()})

    def write(self, page: Page, config: MkDocsConfig, *rest: Any, **named: Any) -> None:
        """Put the theme around a page and write it, unless the process that read it has."""
        path = page.file.src_uri
        if path in self._elsewhere and self.ahead:
            if self._written is None:
                self._written = {path for some in self.ahead.outcomes() for path in some}
            if path in self._written:
                return
            self._read(page, config, self._files)
        self._write(page, config, *rest, **named)

    def _begin(
        self, first: Page, config: MkDocsConfig, files: Files
    ) -> Ahead[_Read, dict[str, _Names], set[str]]:
        self._files, listed = files, files.documentation_pages()
        self._pages = {one.src_uri: one.page or Page(None, one, config) for one in listed}
        self._unread = set(self._pages)
        names = [path for path, page in self._pages.items() if page is not first]
        mine: list[str] = []

        def read(path: str) -> _Read | None:
            page = self._pages[path]
            if not _unheard(self._read, page, config, files):
                return None
            mine.append(path)
            links = {to.src_uri: found for to, found in (page.links_to_anchors or {}).items()}
            return _Read(_names(page), page.present_anchor_ids, links)

        def write(told: dict[str, _Names]) -> set[str]:
            for path in told.keys() - set(mine):
                _name(self._pages[path], told[path])
            env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
            given = (config, listed, self._nav, env)
            return {path for path in mine if _unheard(self._write, self._pages[path], *given)}

        return Ahead(read, names, write)


def _without_text(read: Callable[..., None]) -> Callable[..., None]:
    """Let no page keep its text when it has become HTML: together they are half of the memory."""

    def step(page: Page, *given: Any) -> None:
        read(page, *given)
        page.markdown = ""

    return step


def _without_content(write: Callable[..., None]) -> Callable[..., None]:
    """Let no page keep its HTML when it is written."""

    def step(page: Page, *given: Any, **named: Any) -> None:
        write(page, *given, **named)
        page.content = ""

    return step


def _unheard(step: Callable[..., None], *given: Any) -> bool:
    """Take a step where nobody hears a warning or sees it fail; return whether all went well."""
    counter = CountHandler(level=logging.WARNING)
    logging.getLogger("mkdocs").handlers[:] = [counter]
    try:
        step(*given)
    except Exception:
        return False
    return not counter.counts


def _names(page: Page) -> _Names:
    return {name: getattr(page, name) for name in _NAMED_BY}


def _name(page: Page, names: _Names) -> None:
    for name, value in names.items():
        setattr(page, name, value)
    # Without a text, a page has no title for MkDocs.
    page.markdown = page.content = ""


def _put(page: Page, found: _Read, files: Files) -> None:
    _name(page, found.names)
    page.present_anchor_ids = found.anchors
    page.links_to_anchors = {
        file: links
        for path, links in found.links.items()
        if (file := files.get_file_from_path(path))
    }
