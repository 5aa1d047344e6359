"""The navigation of the site: the pages that `nav:` in mkdocs.yml lists, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml
from pathspec.gitignore import GitIgnoreSpec

from macros.admission.docs import DOCS
from macros.loading.yaml.characters import SourceText
from macros.loading.yaml.encoding import misencoded
from macros.loading.yaml.syntax import explain
from macros.messages.problems import Position, Problem
from macros.messages.suggest import nearest
from macros.text.merge_marks import REMEDY, WORDS, line_of_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

CONFIG = "mkdocs.yml"
_LEFT_OUT = ("not_in_nav", "exclude_docs", "draft_docs")
"""Settings of MkDocs that name pages which the navigation need not list."""
_NO_SUCH_PAGE = "sửa phần nav của mkdocs.yml, hoặc thêm tệp vào docs/"


class NavigationPage(NamedTuple):
    """A page that the navigation lists: its path under docs/, and where it is listed."""

    page: str
    position: Position


def read_navigation(root: Path) -> tuple[NavigationPage, ...]:
    """Return the pages that `nav:` of `root`/mkdocs.yml lists, in all sections.

    The file is only parsed to nodes, because its tags (`!ENV`, `!!python/name:`) are for MkDocs. A
    missing or invalid file lists nothing; the check reports it.
    """
    try:
        node = _parsed((root / CONFIG).read_bytes()).get("nav")
    except (OSError, yaml.YAMLError):
        return ()
    return tuple(_pages(node)) if node else ()


def navigation_problems(
    root: Path,
    pages: Collection[str],
    has_page: Callable[[str], bool],
    *,
    all_listed: Callable[[], bool],
) -> Iterator[Problem]:
    """Yield what is wrong with mkdocs.yml as an editor may leave it, and with its navigation.

    Every page that it lists is there; it lists every one of `pages` if `all_listed` says so.
    """
    try:
        data = (root / CONFIG).read_bytes()
    except OSError:
        return
    if problem := _unreadable(data):
        yield problem
        return
    nodes = _parsed(data)
    if "nav" not in nodes:
        return
    listed = tuple(_pages(nodes["nav"]))
    known = {one.page for one in listed}
    for one in listed:
        if not has_page(one.page):
            message = f"mục lục nhắc đến “{one.page}” nhưng không có tệp ấy"
            meant = nearest(one.page, set(pages) - known)
            remedy = f"có phải ý bạn là “{meant}”?" if meant else _NO_SUCH_PAGE
            known |= {meant or ""}
            yield Problem(one.position, message, remedy)
    omitted = list(_omitted(nodes, pages, known))
    if omitted and all_listed():
        yield from omitted


def _unreadable(data: bytes) -> Problem | None:
    """Return why mkdocs.yml cannot be read: its encoding, marks of a merge, its syntax."""
    if problem := misencoded(data, CONFIG):
        return problem
    text = data.decode("utf-8", "replace")
    if line := line_of_mark(text):
        return Problem(Position(CONFIG, line), WORDS, REMEDY)
    try:
        _parsed(data)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        typed = text.split("\n")[mark.line] if mark and mark.line <= text.count("\n") else ""
        if mark and "\t" in typed[: len(typed) - len(typed.lstrip())]:
            position = Position(CONFIG, mark.line + 1, mark.column + 1)
            return Problem(position, "thụt đầu dòng bằng phím Tab", "thay mỗi Tab bằng 2 dấu cách")
        return explain(error, SourceText(text, CONFIG, 1), None)
    except yaml.YAMLError:
        return Problem(Position(CONFIG), "không đọc được tệp", "lưu lại tệp với bảng mã UTF-8")
    return None


def _parsed(data: bytes) -> dict[str, yaml.Node]:
    """Return the nodes of mkdocs.yml by key; raises YAMLError."""
    node = yaml.compose(data, Loader=yaml.CSafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): value for key, value in pairs}


def _omitted(
    nodes: Mapping[str, yaml.Node], pages: Collection[str], listed: Collection[str]
) -> Iterator[Problem]:
    left_out = [
        nodes[key].value for key in _LEFT_OUT if isinstance(nodes.get(key), yaml.ScalarNode)
    ]
    patterns = GitIgnoreSpec.from_lines(line for text in left_out for line in text.splitlines())
    for page in pages:
        if page not in listed and not patterns.match_file(page):
            remedy = f"thêm dòng “- {page}” vào phần nav của mkdocs.yml"
            yield Problem(Position(f"{DOCS}/{page}"), "trang chưa có trong mục lục", remedy)


def _pages(node: yaml.Node) -> Iterator[NavigationPage]:
    """Yield the pages of an entry: a path alone, a title with a path, or a section of entries."""
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        if node.value.endswith(".md"):
            yield NavigationPage(node.value, Position(CONFIG, mark.line + 1, mark.column + 1))
    elif isinstance(node, yaml.MappingNode):
        for _, entry in node.value:
            yield from _pages(entry)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _pages(entry)
