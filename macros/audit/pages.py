"""Checks the built pages, whatever wrote them.

The last check before publishing. Every HTML file of the built site is parsed: each link must have
a target, each id must be unique, each image must have a description, no macro call may be left
over, and no page may load anything from another host.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from macros.audit.inline_code import inline_code, may_hold_code
from macros.messages.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from lxml.etree import _Element

# What a browser fetches by itself, unlike links that a reader may follow.
_FETCHED = {
    "script": ("src",),
    "img": ("src",),
    "source": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "image": ("href",),
    "use": ("href",),
    "link": ("href",),
}
_NOT_FETCHED = {"canonical", "prev", "next", "license"}
_STYLES = "//style/text() | //@style"
# Code may show a macro call; running text may not contain one.
_TEXT = (
    "//body//text()[contains(., '{{') or contains(., '{%') or contains(., '{#')]"
    "[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]"
)
_MACRO = re.compile(
    r"\{\{-?\s*\w+\s*\(.*?\}\}|\{%-?\s*(?:set|if|for|include|macro|raw)\b.*?%\}", re.DOTALL
)
# Quick tests on the source: most pages then need no search through the parsed tree.
_CODE = re.compile(rb"<(code|pre|script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_MARK = re.compile(rb"\{[{%#]")
_NAMED_ANCHOR = re.compile(rb"<a\s[^>]*\bname\s*=", re.IGNORECASE)
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class BuiltPage:
    """What the audit needs of one built page.

    `path` is relative to the site's root, with forward slashes; `ids` are the possible targets of
    links; `links` are the addresses of `<a>` and of what the page fetches, as written, each once.
    """

    path: str
    ids: frozenset[str]
    links: tuple[str, ...]
    problems: tuple[Problem, ...]


class BuiltSite(NamedTuple):
    """A built site: its folder, where it will stand on its host, and its files.

    An address that begins with `base_path` (`/` or `/lich-su/`) belongs to the site; `files` are
    paths from its root, with forward slashes.
    """

    folder: Path
    base_path: str
    files: frozenset[str]


def files_of(folder: Path) -> frozenset[str]:
    """Return the path of each file under `folder`, relative to it."""

    # Not Path.rglob, which takes five times as long.
    def paths() -> Iterator[str]:
        for inner, _, names in os.walk(folder):
            within = os.path.relpath(inner, folder).replace(os.sep, "/")
            yield from (name if within == "." else f"{within}/{name}" for name in names)

    return frozenset(paths())


def audit(site: BuiltSite) -> list[Problem]:
    """Return every problem in a built site, sorted by page."""
    paths = sorted(path for path in site.files if path.endswith(".html"))
    pages = {path: read_page(path, (site.folder / path).read_bytes()) for path in paths}
    targets = {path: pages[path].ids if path in pages else frozenset[str]() for path in site.files}
    problems = {
        problem
        for page in pages.values()
        for problem in (*page.problems, *_broken_links(page, targets, site.base_path))
    }
    for path in site.files:
        if path.endswith(".css"):
            urls = _css_urls((site.folder / path).read_text(encoding="utf-8"))
            problems.update(_foreign_requests(path, urls))
            problems.update(_missing_files(path, urls, site.files))
    return sorted(problems)


def read_page(path: str, source: bytes) -> BuiltPage:
    """Parse one page, and find the problems that concern it alone."""
    if not source.strip():
        empty = _problem(path, "trang không có nội dung", "xem mẫu trong overrides/ và dựng lại")
        return BuiltPage(path, frozenset(), (), (empty,))
    tree = etree.fromstring(source, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    ids = _found(tree, "//@id")
    links = [value.strip() for value in _found(tree, "//a/@href")]
    fetched = list(_fetched(tree))
    # The tree is searched only if the page may contain inline code.
    coded = may_hold_code(source, tree, links)
    if coded:
        fetched += [url for css in _found(tree, _STYLES) for url in _css_urls(css)]
    problems = (
        *_repeated_ids(path, ids),
        *_images_without_words(path, tree),
        *(_leftover_macros(path, tree) if _MARK.search(_CODE.sub(b"", source)) else ()),
        *_foreign_requests(path, fetched),
        *(_code_in_the_page(path, tree) if coded else ()),
    )
    names = _found(tree, "//a/@name") if _NAMED_ANCHOR.search(source) else []
    targets = frozenset(ids + names)
    return BuiltPage(path, targets, tuple(dict.fromkeys([*links, *fetched])), problems)


def _fetched(tree: _Element) -> Iterator[str]:
    """Yield the addresses that a browser fetches for a page, as written."""
    for element in tree.iter(*_FETCHED):
        tag = str(element.tag)
        if tag == "link" and element.get("rel") in _NOT_FETCHED:
            continue
        for name in _FETCHED[tag]:
            if (value := element.get(name)) is not None:
                yield value.strip()
        for part in element.get("srcset", "").split(","):
            yield from part.split()[:1]


def _found(tree: _Element, path: str) -> list[str]:
    """Return the texts that an XPath finds, as plain strings, faster than smart strings."""
    return [str(value) for value in tree.xpath(path, smart_strings=False)]


def _problem(path: str, message: str, remedy: str) -> Problem:
    return Problem(Position(path), message, remedy)


def _repeated_ids(path: str, ids: Iterable[str]) -> Iterator[Problem]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield _problem(
                path,
                f"mã “{name}” có {times} lần trong một trang",
                "đổi tên mục hoặc đặt mã riêng bằng {: #mã }",
            )


def _images_without_words(path: str, tree: _Element) -> Iterator[Problem]:
    for image in tree.iter("img"):
        if image.get("alt") is None:
            yield _problem(
                path,
                f"ảnh “{image.get('src', '')}” không có lời mô tả",
                "viết ![lời mô tả](tệp ảnh)",
            )


def _leftover_macros(path: str, tree: _Element) -> Iterator[Problem]:
    for text in _found(tree, _TEXT):
        if found := _MACRO.search(text):
            shown = " ".join(found.group().split())[:40]
            yield _problem(
                path,
                f"còn sót lời gọi chưa được thay: “{shown}”",
                "sửa lời gọi trong bài; để in nguyên văn, đặt trong dấu `…`",
            )


def _code_in_the_page(path: str, tree: _Element) -> Iterator[Problem]:
    for tag in inline_code(tree):
        yield _problem(
            path,
            f"“{tag}” có mã hoặc định dạng viết thẳng trong trang, trình duyệt sẽ bỏ qua",
            "chuyển vào tệp trong overrides/assets/, dùng lớp (class) thay cho style",
        )


def _foreign_requests(path: str, urls: Iterable[str]) -> Iterator[Problem]:
    for url in urls:
        parts = urlsplit(url)
        if parts.netloc or parts.scheme in {"http", "https"}:
            yield _problem(
                path,
                f"trang tải “{url}” từ máy chủ khác",
                "chép tệp đó vào docs/ hoặc overrides/assets/ rồi trỏ tới tệp đã chép",
            )


def _css_urls(text: str) -> list[str]:
    found = _CSS_URL.findall(_CSS_COMMENT.sub("", text))
    return [url for url in found if not url.startswith(("data:", "#"))]


def _missing_files(path: str, urls: Iterable[str], files: Set[str]) -> Iterator[Problem]:
    for url in urls:
        parts = urlsplit(url)
        if not parts.netloc and _join(path, unquote(parts.path)) not in files:
            yield _problem(path, f"không có tệp “{url}”", "sửa tên trong url(…) hoặc thêm tệp")


def _broken_links(
    page: BuiltPage, targets: Mapping[str, frozenset[str]], base_path: str
) -> Iterator[Problem]:
    """Yield a problem for each internal link of `page` whose target page or anchor is missing."""
    for url in page.links:
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            continue
        target = _target(page.path, unquote(parts.path), base_path, targets)
        if target is None:
            yield _problem(page.path, f"liên kết hỏng “{url}”", "sửa địa chỉ hoặc thêm trang đó")
            continue
        anchor = unquote(parts.fragment)
        # `#?` and `#:~:` are for scripts and browsers; `#top` needs no id.
        if (
            anchor
            and anchor != "top"
            and target.endswith(".html")
            and not anchor.startswith((":~:", "?"))
            and anchor not in targets[target]
        ):
            yield _problem(
                page.path,
                f"liên kết “{url}” trỏ đến mục không có trong trang “{target}”",
                "sửa phần sau dấu # hoặc đặt mã {: #mã } cho mục đó",
            )


def _target(page: str, path: str, base_path: str, targets: Mapping[str, object]) -> str | None:
    """Return the file that a static host serves for `path` on `page`, or None."""
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(base_path):
            return None
        name: str | None = _join("", path[len(base_path) :])
    else:
        name = _join(page, path)
    if name is None:
        return None
    folder = f"{name}/index.html" if name else "index.html"
    if path.endswith(("/", ".")):
        return folder if folder in targets else None
    return next((found for found in (name, folder) if found in targets), None)


def _join(page: str, path: str) -> str | None:
    """Resolve `path` against the folder of `page`: "" is the root, None is outside the site."""
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
