"""Checks that links and pictures of chapters lead to something, as MkDocs will resolve them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from macros.addresses.places import family_of
from macros.addresses.urls import address
from macros.admission.names import renamed
from macros.catalogue import registry
from macros.catalogue.pages import generated_pages
from macros.chapter import Chapter, ChapterError, LinkTarget, expand
from macros.chapter.links import Link, headings, links, named_places
from macros.checks.references import broken as broken_references
from macros.messages.links import ABSOLUTE, NO_PAGE, NO_PICTURE, NO_SECTION, NOT_A_NOTE, NOT_A_PAGE
from macros.messages.problems import Problem
from macros.messages.suggest import nearest, same_name
from macros.project.contents import about_page
from macros.project.paths import meant
from macros.system.program import PROGRAM
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from macros.archive import Archive
    from macros.chapter import Call, Inspection
    from macros.chapter.folder import Docs
    from macros.project.navigation import Navigation

_HOST = re.compile(
    r"(?:https?:?/{0,2})?(?P<host>(?:www\.|[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/.*)?)", re.I
)
_NUMBERED = re.compile(r"^ {0,3}\[(\d{1,3})\]:[ ]*\Z", re.MULTILINE)
_ID = re.compile(r'\sid="([^"]+)"')


class Nowhere:
    """A linker for pages of which only the ids are needed."""

    def url(self, target: LinkTarget, origin: str, /) -> str:  # noqa: ARG002
        """Return an address that leads nowhere."""
        return "#"


@dataclass(frozen=True)
class Pages:
    """What the links of chapters may lead to.

    `inspected` are the chapters with their inspections, by path from the root; `render` turns
    expanded Markdown into HTML.
    """

    docs: Docs
    navigation: Navigation
    archive: Archive
    inspected: Mapping[str, tuple[Chapter, Inspection]]
    render: Callable[[str], str]
    places: dict[str, frozenset[str] | None] = field(default_factory=dict)

    @cached_property
    def whole(self) -> bool:
        """Whether the archive is complete, so that the pages generated from it are known."""
        return not self.archive.unread and next(broken_references(self.archive), None) is None

    @cached_property
    def generated(self) -> Mapping[str, Chapter]:
        """The pages that are generated from the data."""
        return generated_pages(self.archive) if self.whole else {}

    @cached_property
    def files(self) -> frozenset[str]:
        """Every page and picture of docs/."""
        return frozenset((*self.docs.pages, *self.docs.pictures))

    @cached_property
    def refused(self) -> frozenset[str]:
        """The paths from the root that may not be read."""
        return frozenset(one.position.path for one in self.docs.problems)

    def holds(self, path: str) -> bool:
        """Return whether there is such a file, or there may be one."""
        if path in self.files or path in self.generated:
            return True
        if family_of(path) and not self.whole:
            return True
        return (PROGRAM / "overrides" / path).is_file() and path.startswith("assets/")

    def anchors(self, page: str) -> frozenset[str] | None:
        """Return the ids of a page that links can lead to; None if they are unknown."""
        if page not in self.places:
            self.places[page] = self._anchors(page)
        return self.places[page]

    def _anchors(self, page: str) -> frozenset[str] | None:
        chapter, inspection = self.inspected.get(f"docs/{page}", (None, None))
        if chapter is None and page in self.generated:
            chapter = self.generated[page]
        if chapter is None or not self.whole:
            return None
        return frozenset(self.ids(chapter, inspection)) or None

    def ids(self, chapter: Chapter, inspection: Inspection | None) -> list[str]:
        """Return the ids of a chapter's page as often as they stand there; none if it is wrong."""
        try:
            text = expand(
                chapter, self.archive, Nowhere(), registry=registry, inspection=inspection
            )
        except ChapterError:
            return []  # reported where the chapter is wrong
        return _ID.findall(self.render(text))


def heading_ids(chapter: Chapter) -> frozenset[str]:
    """Return the ids of a chapter's headings, as Markdown's `toc` gives them, and its own."""
    placed = [name for name, _ in named_places(chapter)]
    return frozenset((*placed, *(one.id for one in headings(chapter))))


def lost_links(pages: Pages) -> Iterator[Problem]:
    """Yield a problem for each link or picture of a chapter that leads nowhere."""
    for chapter, inspection in pages.inspected.values():
        if inspection.problems:
            continue  # what cannot be read hides where a link begins
        seen: set[str] = set()
        for link in links(chapter):
            if link.target not in seen and (problem := _lost(chapter, link, pages)):
                yield problem
            seen.add(link.target)


def doubled_places(pages: Pages) -> Iterator[Problem]:
    """Yield a problem for each place of a page that has the id of another."""
    for chapter, inspection in pages.inspected.values():
        if inspection.problems:
            continue
        first: dict[str, int] = {}
        for name, offset in named_places(chapter):
            if name in first:
                line = chapter.position(first[name]).line
                message = f"mã “{name}” đã đặt ở dòng {line}"
                yield Problem(chapter.position(offset), message, "đặt một mã khác")
            first.setdefault(name, offset)
        if again := _twice(inspection):
            ids = pages.ids(chapter, inspection)
            if len(ids) > len(set(ids)):
                message = f"lời gọi “{again.macro.name}” này đã có ở trên, các mục trùng mã nhau"
                place = chapter.position(again.segment.start)
                yield Problem(place, message, "giữ một lời gọi; chỗ kia dẫn đến nó bằng liên kết")


def _twice(inspection: Inspection) -> Call | None:
    """Return the first call of a component that stands on the page already."""
    seen: set[str] = set()
    for call in inspection.calls:
        if call.macro.block:
            key = f"{call.macro.name} {call.organization} {sorted(call.arguments.items())}"
            if key in seen:
                return call
            seen.add(key)
    return None


def _lost(chapter: Chapter, link: Link, pages: Pages) -> Problem | None:
    """Return what is wrong with one link; nothing for an address outside the site."""
    try:
        parts = urlsplit(link.target)
    except ValueError:
        message = f"không đọc được địa chỉ “{link.target}”"
        return Problem(chapter.position(link.offset), message, "sửa địa chỉ")
    if parts.scheme or parts.netloc:
        return None
    here = chapter.path.removeprefix("docs/")
    place = chapter.position(link.offset)
    if not parts.path:
        return _lost_anchor(chapter, link, here, parts.fragment, pages) or _empty(chapter, link)
    if host := _foreign(link.target, here, pages):
        message = f"địa chỉ “{link.target}” thiếu https://"
        return Problem(place, message, f"viết https://{host}")
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
    if not path.startswith(("/", "\\")) and not path.endswith("/") and pages.holds(target):
        return _lost_anchor(chapter, link, target, parts.fragment, pages)
    return _no_file(chapter, link, target, pages)


def _empty(chapter: Chapter, link: Link) -> Problem | None:
    if link.target:
        return None
    return Problem(
        chapter.position(link.offset), "liên kết không có địa chỉ", "ghi tệp .md vào ( )"
    )


def _foreign(target: str, here: str, pages: Pages) -> str | None:
    """Return the host and path of an address whose scheme was left out or misspelt."""
    match = _HOST.fullmatch(target)
    if (
        match is None
        or target.startswith(".")
        or (
            target.split("#")[0].endswith((".md", ".html", ".htm"))
            and not target.lower().startswith(("www.", "http"))
        )
    ):
        return None
    if posixpath.splitext(target)[1].lower() in _FILES and "/" not in target.rstrip("/"):
        return None
    first = target.split("/")[0]
    folder = posixpath.join(posixpath.dirname(here), first)
    inside = any(one.startswith((f"{folder}/", f"{first}/")) for one in pages.files)
    return None if inside else match["host"]


_FILES = (
    ".md",
    ".html",
    ".htm",
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".avif",
    ".svg",
    ".gif",
    ".yml",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".ppt",
    ".pptx",
    ".odt",
    ".pdf",
    ".txt",
)


def _no_file(chapter: Chapter, link: Link, target: str, pages: Pages) -> Problem:
    """Return the problem of a link to a missing file, with the file that was meant, if known."""
    here = chapter.path.removeprefix("docs/")
    path = unquote(urlsplit(link.target).path)
    absolute = path.startswith(("/", "\\"))
    inside = target.lstrip("/") if absolute else target
    known = frozenset((*pages.files, *pages.generated))
    about = about_page(inside, pages.navigation, pages.refused)
    from_root = posixpath.normpath(path.replace("\\", "/")).lstrip("./")
    found = _moved(inside, known, pages) or (
        from_root if from_root in known else meant(inside, known)
    )
    words = NO_PICTURE if link.picture else NO_PAGE
    if absolute:
        words = ABSOLUTE
    elif not link.picture and not posixpath.splitext(path)[1]:
        words = NOT_A_PAGE
    message, remedy = words
    label = _NUMBERED.search(chapter.body, 0, link.offset)
    if label and not found:
        message, remedy = NOT_A_NOTE
        message, remedy = message.format(n=label[1]), remedy.format(n=label[1])
    elif link.picture and (own := _of_a_record(target)):
        remedy = f'ảnh có bản ghi thì gọi {{{{ picture("{own}") }}}}, đứng riêng một đoạn'
    elif found:
        shown = posixpath.relpath(found, posixpath.dirname(here) or ".")
        fragment = urlsplit(link.target).fragment
        remedy = f"viết {shown}{f'#{fragment}' if fragment else ''}"
    elif link.picture and posixpath.basename(path) != renamed(posixpath.basename(path)):
        remedy = f"{remedy}; đặt tên là {renamed(posixpath.basename(path))}"
    place = chapter.position(link.offset)
    return Problem(place, message.format(url=link.target), remedy, about=about)


def _moved(page: str, known: Collection[str], pages: Pages) -> str | None:
    """Return the page that the content of a page of this path has moved to, if it has."""
    old = address(page)
    new = next((one.new for one in pages.archive.redirects if one.old == old), None)
    if new is None:
        return None
    path = new.partition("#")[0]
    return next((one for one in known if address(one) == path), None)


def _of_a_record(target: str) -> str:
    """Return the id of a picture of data/pictures/ that was linked as a file, "" for another."""
    folder, _, name = target.rpartition("/")
    return posixpath.splitext(name)[0] if f"/{folder}".endswith("/data/pictures") else ""


def _lost_anchor(
    chapter: Chapter, link: Link, page: str, fragment: str, pages: Pages
) -> Problem | None:
    """Return the problem of a link to a missing part of a page, if it is missing."""
    anchor = unquote(fragment)
    if not anchor or not page.endswith(".md") or anchor == "top":
        return None
    target = pages.inspected.get(f"docs/{page}")
    if target and anchor in heading_ids(target[0]):
        return None  # without rendering the page
    known = pages.anchors(page)
    if known is None or anchor in known:
        return None
    message, remedy = NO_SECTION
    family = family_of(page)
    people = family is not None and family.kind == "people"
    own = slug(anchor)
    near = own if own in known else (same_name if people else nearest)(anchor, known)
    if near:
        shown = link.target.partition("#")[0]
        remedy = f"viết {shown}#{near}"
    return Problem(chapter.position(link.offset), message.format(url=link.target), remedy)
