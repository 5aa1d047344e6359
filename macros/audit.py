"""What is wrong with the pages as built, whatever wrote them.

The last look before publishing: every HTML file of the built site is parsed and held to what a
reader needs: each link leads somewhere, each id is there once, each image says what it shows, no
macro was left standing, and no page asks another host for anything.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree

from macros.inline_code import has_code, inline_code
from macros.problems import Position, Problem
from macros.processes import each

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from lxml.etree import _Element

# What a browser fetches by itself, as against what a reader may choose to follow.
_FETCHED = (
    "//script/@src | //img/@src | //source/@src | //audio/@src | //video/@src | //video/@poster"
    " | //iframe/@src | //embed/@src | //object/@data | //image/@href | //use/@href"
    " | //link[not(@rel='canonical' or @rel='prev' or @rel='next' or @rel='license')]/@href"
)
_SRCSET = "//img/@srcset | //source/@srcset"
_STYLES = "//style/text() | //@style"
# Code may show a macro; running text may not hold one.
_TEXT = (
    "//body//text()[contains(., '{{') or contains(., '{%') or contains(., '{#')]"
    "[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]"
)
_MACRO = re.compile(r"\{\{.*|\{%.*|\{#.*", re.DOTALL)
# What can be seen without the tree: pages with none of it are spared the search.
_CODE = re.compile(rb"<(code|pre|script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_MARK = re.compile(rb"\{[{%#]")
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """What the audit needs of one built page.

    `path` is relative to the site's root, with forward slashes; `ids` are what a link may aim at;
    `links` are the addresses of `<a>` and of what the page fetches, as written, each once.
    """

    path: str
    ids: frozenset[str]
    links: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_pages(site: Path) -> list[Page]:
    """Parse every page under `site`."""
    return each(_read_file, [(p.relative_to(site).as_posix(), p) for p in site.rglob("*.html")])


def audit(site: Path, base_path: str = "/", read: Sequence[Page] | None = None) -> list[Problem]:
    """Return every problem in the built site under `site`, sorted by page.

    `base_path` is where the site will stand on its host (`/` or `/lich-su/`): an address that
    begins with it is one of the site's own. `read` are its pages where they have been parsed.
    """
    files = set(_files(site))
    pages = {page.path: page for page in (read_pages(site) if read is None else read)}
    targets = {path: pages[path].ids if path in pages else frozenset[str]() for path in files}
    problems = {
        problem
        for page in pages.values()
        for problem in (*page.problems, *_broken_links(page, targets, base_path))
    }
    for path in files:
        if path.endswith(".css"):
            urls = _css_urls((site / path).read_text(encoding="utf-8"))
            problems.update(_foreign_requests(path, urls))
            problems.update(_missing_files(path, urls, files))
    return sorted(problems)


def _files(site: Path) -> Iterator[str]:
    """Yield the path of each file of the site, relative to its root."""
    # Not Path.rglob, which takes five times as long.
    for folder, _, names in os.walk(site):
        within = os.path.relpath(folder, site).replace(os.sep, "/")
        yield from (name if within == "." else f"{within}/{name}" for name in names)


def _read_file(page: tuple[str, Path]) -> Page:
    path, file = page
    return read_page(path, file.read_bytes())


def read_page(path: str, source: bytes) -> Page:
    """Parse one page, and find what is wrong with it by itself."""
    if not source.strip():
        empty = _problem(path, "trang không có nội dung", "xem mẫu trong overrides/ và dựng lại")
        return Page(path, frozenset(), (), (empty,))
    tree = etree.fromstring(source, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    ids = _found(tree, "//@id")
    fetched = [value.strip() for value in _found(tree, _FETCHED)]
    if b"srcset" in source.lower():
        found = (part for value in _found(tree, _SRCSET) for part in value.split(","))
        fetched += [part.split()[0] for part in found]
    # Pages without any such attribute are spared the search through all of theirs.
    coded = has_code(source)
    if coded or b"<style" in source.lower():
        fetched += [url for css in _found(tree, _STYLES) for url in _css_urls(css)]
    links = [value.strip() for value in _found(tree, "//a/@href")]
    problems = (
        *_repeated_ids(path, ids),
        *_images_without_words(path, tree),
        *(_leftover_macros(path, tree) if _MARK.search(_CODE.sub(b"", source)) else ()),
        *_foreign_requests(path, fetched),
        *_code_in_the_page(path, tree, attributes=coded),
    )
    names = _found(tree, "//a/@name")
    return Page(path, frozenset(ids + names), tuple(dict.fromkeys([*links, *fetched])), problems)


def _found(tree: _Element, path: str) -> list[str]:
    """Return the texts that an XPath finds; not such as know their element, which cost the most."""
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
    for image in tree.xpath("//img[not(@alt)]"):
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


def _code_in_the_page(path: str, tree: _Element, *, attributes: bool) -> Iterator[Problem]:
    for tag in inline_code(tree, attributes=attributes):
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
                "chép tệp đó vào docs/ hoặc overrides/assets/ rồi trỏ tới bản chép",
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
    page: Page, targets: Mapping[str, frozenset[str]], base_path: str
) -> Iterator[Problem]:
    """Yield what each internal link of `page` misses: the page itself, or the place in it."""
    for url in page.links:
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            continue
        target = _target(page.path, unquote(parts.path), base_path, targets)
        if target is None:
            yield _problem(page.path, f"liên kết hỏng “{url}”", "sửa địa chỉ hoặc thêm trang đó")
            continue
        place = unquote(parts.fragment)
        # A script reads what follows `#?` or `#:~:`; the top of a page needs no id.
        if (
            place
            and place != "top"
            and target.endswith(".html")
            and not place.startswith((":~:", "?"))
            and place not in targets[target]
        ):
            yield _problem(
                page.path,
                f"liên kết “{url}” trỏ đến mục không có trong trang “{target}”",
                "sửa phần sau dấu # hoặc đặt mã {: #mã } cho mục đó",
            )


def _target(page: str, path: str, base_path: str, targets: Mapping[str, object]) -> str | None:
    """Return the file that `path` on `page` means on a static host, or None if there is none."""
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
