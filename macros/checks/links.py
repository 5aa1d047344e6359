"""Checks that each link and picture of a chapter leads to an existing page, section or file.

MkDocs reports the same faults when it builds, but without their positions.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from macros.admission.docs import DOCS
from macros.chapter.markup import CODE, blank, without_calls, without_fenced_code
from macros.chapter.segments import segments
from macros.messages.problems import Problem
from macros.messages.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from macros.chapter import Chapter

NO_PAGE = (
    "liên kết “{url}” trỏ đến tệp không có",
    "sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
)
NO_SECTION = (
    "liên kết “{url}” trỏ đến mục không có",
    "sửa phần sau dấu #, hoặc đặt mã {{: #mã }} cho mục đó",
)
ABSOLUTE = (
    "liên kết “{url}” bắt đầu bằng dấu /",
    "viết đường dẫn tính từ tệp này, ví dụ ../tra-cuu/index.md",
)
NOT_A_PAGE = ("liên kết “{url}” không trỏ đến tệp .md nào", "viết tên tệp .md cần dẫn đến")
NO_PICTURE = ("không có hình “{url}”", "đặt tệp hình cạnh chương, hoặc sửa tên trong chương")
"""Messages and remedies; `{url}` becomes the address as it was typed."""

_AIMED = re.compile(r"(?P<picture>!?)\[[^\[\]\n]*\]\((?P<target>[^()\n]*)\)")
_DEFINED = re.compile(r"^ {0,3}\[[^\[\]^\n][^\[\]\n]*\]:[ ]*(?P<target>[^\s]+)", re.MULTILINE)
_TITLE = re.compile(r"\s+[\"'].*$")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """What chapters can link to: pages and pictures by path under docs/, and sections of a page.

    `has_page` is true for generated pages too; `sections` returns None for a page that is not read;
    `refused` are files that exist but have a problem of their own.
    """

    pages: Collection[str]
    pictures: Collection[str]
    refused: Collection[str]
    has_page: Callable[[str], bool]
    sections: Callable[[str], Collection[str] | None]


class _Link(NamedTuple):
    offset: int
    target: str
    picture: bool


def broken_links(chapter: Chapter, known: Known) -> Iterator[Problem]:
    """Every link and picture of a chapter leads to something that exists."""
    page = chapter.path.removeprefix(f"{DOCS}/")
    for link in _links(chapter.body):
        if fault := _fault(link, page, known):
            message, remedy = fault
            position = chapter.position(link.offset)
            yield Problem(position, message.format(url=link.target), remedy.format())


def _links(body: str) -> Iterator[_Link]:
    text = without_fenced_code(without_calls(body, segments(body)[0]))
    text = CODE.sub(lambda found: blank(found.group()), text)
    for found in _AIMED.finditer(text):
        target = _TITLE.sub("", found["target"].strip())
        if target and not re.search(r"\s", target):
            yield _Link(text.index(target, found.start("target")), target, bool(found["picture"]))
    for found in _DEFINED.finditer(text):
        # Text that only looks like a definition is reported by `chapter.slips`.
        if re.search(r"[./#]", found["target"]):
            yield _Link(found.start("target"), found["target"], False)


def _fault(link: _Link, page: str, known: Known) -> tuple[str, str] | None:
    if _ELSEWHERE.match(link.target):
        return None
    if link.target.startswith("/"):
        return ABSOLUTE
    path, _, section = unquote(link.target).partition("#")
    path = path.partition("?")[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target in known.refused:
        return None
    if link.picture or (target in known.pictures and path):
        return None if target in known.pictures else _near(NO_PICTURE, target, page, known.pictures)
    if not target.endswith(".md"):
        return NO_PAGE if "." in posixpath.basename(target) else NOT_A_PAGE
    if target != page and not known.has_page(target):
        return _near(NO_PAGE, target, page, known.pages)
    sections = known.sections(target) if section else None
    return NO_SECTION if sections is not None and section not in sections else None


def _near(
    texts: tuple[str, str], target: str, page: str, candidates: Collection[str]
) -> tuple[str, str]:
    """Return the message with the nearest path as its remedy, if there is a near one."""
    here = posixpath.dirname(page)
    paths = (posixpath.relpath(one, here or ".") for one in candidates)
    hint = did_you_mean(posixpath.relpath(target, here or "."), paths).strip()
    return texts[0], hint.replace("{", "{{").replace("}", "}}") or texts[1]
