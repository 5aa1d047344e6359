"""mkdocs.yml as editors write it: the pages that `nav:` lists, and what is wrong with the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.admission.names import refusal
from macros.loading.yaml.strict import Items, Node, Table, Text, parse_yaml
from macros.messages.problems import Position, Problem
from macros.messages.suggest import nearest, offered
from macros.project.configuration import KINDS, Configuration
from macros.project.own_settings import (
    PACKAGES,
    refused_address,
    refused_settings,
    refused_title,
    runs_code,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = "mkdocs.yml"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*://|mailto:", re.IGNORECASE)
_GLUED = re.compile(r"(?P<title>[^:/]+):(?P<page>\S.*\.md)")
_NEEDED = "site_name"
_LEFT_OUT = ("not_in_nav", "exclude_docs", "draft_docs")
"""Settings of MkDocs that name pages which the navigation need not list."""
PROGRAM_SETTINGS = Path(__file__).with_name("settings.yml")
"""The program's settings for every site."""


class NavigationPage(NamedTuple):
    """A page that the navigation lists: its path under docs/, and where it is listed."""

    page: str
    position: Position


@dataclass(frozen=True)
class Navigation:
    """What mkdocs.yml lists, in its order, the problems of the file, and its settings.

    `settings` are all that the file has, and `wrong_settings` what is wrong with their values.
    `left_out` has the patterns of the pages that need not be listed; `known` is false where the
    file could not be read, so that it is not known what it lists.
    """

    listed: tuple[NavigationPage, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: str = ""
    known: bool = False
    settings: Table = field(default_factory=Table)
    wrong_settings: tuple[Problem, ...] = ()

    @property
    def keys(self) -> tuple[Text, ...]:
        """The names of the settings in the file."""
        return tuple(self.settings)

    def leaves_out(self, page: str) -> bool:
        """Return whether a page under docs/ need not be listed."""
        patterns = self.left_out.splitlines()
        if not patterns:
            return False
        from pathspec.gitignore import GitIgnoreSpec  # a large package, that few sites need

        return GitIgnoreSpec.from_lines(patterns).match_file(page)


def read_navigation(root: Path) -> Navigation:
    """Read `nav:` of `root`/mkdocs.yml; a missing file is reported where it is needed."""
    if (root / CONFIG).is_symlink() and (linked := refusal(root / CONFIG, CONFIG)):
        return Navigation(problems=(linked,))
    try:
        data = (root / CONFIG).read_bytes()
    except OSError:
        return Navigation()
    if line := runs_code(data.decode("utf-8", "replace")):
        message = "thẻ YAML ở dòng này chạy mã khi tệp được đọc"
        remedy = f"xóa dòng này; “!!python/name:” chỉ nhận tên của {', '.join(PACKAGES)}"
        return Navigation(problems=(Problem(Position(CONFIG, line), message, remedy),))
    # Its tags (`!ENV`, `!!python/name:`) are for MkDocs.
    node, problems = parse_yaml(data, CONFIG, foreign=True)
    if not isinstance(node, Table):
        if node is not None and not problems:
            problems = [Problem(Position(CONFIG), "tệp phải gồm các dòng “khóa: giá trị”", _LIKE)]
        return Navigation(problems=tuple(problems))
    nav = node.get("nav")
    found = list(_entries(nav)) if nav is not None else []
    left_out = [one for key in _LEFT_OUT if isinstance(one := node.get(key), Text)]
    return Navigation(
        tuple(one for one in found if isinstance(one, NavigationPage)),
        (*problems, *refused_settings(node), *(one for one in found if isinstance(one, Problem))),
        "\n".join(left_out),
        nav is not None and not problems,
        node,
        tuple(Configuration(root, node, data.decode().splitlines()).problems()),
    )


_LIKE = "xem mkdocs.yml của một trang đang dùng"


def _entries(node: Node) -> Iterator[NavigationPage | Problem]:
    """Yield the pages of an entry: a path alone, a title with a path, or a section of entries."""
    if isinstance(node, Items):
        for entry in node:
            yield from _entries(entry)
    elif isinstance(node, Table):
        for title, entry in node.items():
            yield from refused_title(title)
            if isinstance(entry, Text) and not entry.strip():
                remedy = f"viết “{title}: thư-mục/tệp.md”, hoặc thụt các mục con vào bên dưới"
                yield Problem(title.position, f"mục “{title}” của mục lục không có tệp nào", remedy)
            else:
                yield from _entries(entry)
    else:
        yield from _page(node)


def _page(node: Text) -> Iterator[NavigationPage | Problem]:
    if _ELSEWHERE.match(node):
        yield from refused_address(node)
        return
    if glued := _GLUED.fullmatch(node):
        title, page = glued["title"], glued["page"]
        message = f"thiếu dấu cách sau dấu hai chấm ở “{node}”"
        yield Problem(node.position, message, f"viết “{title}: {page}”")
        yield NavigationPage(page, node.position)
    else:
        yield NavigationPage(str(node), node.position)


def wrong_keys(navigation: Navigation) -> Iterator[Problem]:
    """Yield a problem for each setting that MkDocs does not know, and for a missing name."""
    known = KINDS.keys()
    written = set(map(str, navigation.keys))
    lists = {str(key) for key, node in navigation.settings.items() if isinstance(node, Items)}
    for key in navigation.keys:
        if key not in known:
            near = nearest(key, known - written)
            if not near and key in lists and "nav" not in written:
                near = "nav"
            remedy = offered(near, "xóa dòng này")
            yield Problem(key.position, f"mkdocs.yml không có mục nào tên “{key}”", remedy)
    if navigation.keys and _NEEDED not in written:
        unknown = {nearest(key, [_NEEDED]) for key in written - known}
        if _NEEDED not in unknown:
            remedy = f"thêm dòng “{_NEEDED}: …”, tên của trang"
            yield Problem(Position(CONFIG), f"mkdocs.yml thiếu “{_NEEDED}”", remedy)
