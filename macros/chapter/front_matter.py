"""A chapter: its front matter, with a fixed set of typed keys, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from macros.loading.yaml.encoding import misencoded
from macros.loading.yaml.strict import Items, Node, Table, Text, parse_yaml
from macros.messages.nouns import NOUNS
from macros.messages.problems import Position, Problem, errors
from macros.messages.suggest import did_you_mean, listed
from macros.model.codes import PARTS
from macros.text.merge_marks import REMEDY, WORDS, line_of_mark
from macros.text.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HIDEABLE = ("navigation", "toc", "path", "footer")
KEYS = ("title", "organization", "description", "part", "hide")
UNCITED = ("foreword", "preface", "sources")
"""Parts in which the publishers speak for themselves, so that no source is needed."""
MAX_BYTES = 1024 * 1024
"""The most bytes of a chapter: no more is read. The limits of its text are in `limits.py`."""
_FENCE = "---"
_JINJA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")


@dataclass(frozen=True)
class FrontMatter:
    """The front matter of a chapter; `hide` names the page elements that the theme leaves out.

    `part` is one of `PARTS`, "" for an ordinary chapter.
    """

    title: str
    organization: str | None = None
    description: str | None = None
    hide: tuple[str, ...] = ()
    part: str = ""

    def meta(self) -> dict[str, object]:
        """Return the values as the theme reads them, without unset keys."""
        # Escaped, because the theme writes them unescaped into text and attributes of the page.
        values: dict[str, object] = {
            "title": escape(self.title),
            "organization": self.organization,
            "description": escape(self.description or ""),
            "hide": list(self.hide),
        }
        return {key: value for key, value in values.items() if value}


@dataclass(frozen=True)
class Chapter:
    """A page that editors write; `path` is as shown to them, `first_line` is that of the body."""

    path: str
    front_matter: FrontMatter
    body: str
    first_line: int
    key_positions: Mapping[str, Position] = field(default_factory=dict, compare=False)

    def position(self, offset: int) -> Position:
        """Return the position of a character of the body, counted from 0."""
        line = self.body.count("\n", 0, offset)
        column = offset - (self.body.rfind("\n", 0, offset) + 1)
        return Position(self.path, self.first_line + line, column + 1)


def read_chapter(path: Path, shown: str) -> tuple[Chapter | None, list[Problem]]:
    """Read the chapter at `path`; editors are shown the path `shown`."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        problem = Problem(Position(shown), "không đọc được tệp", "kiểm tra tên và quyền của tệp")
        return None, [problem]
    if len(data) > MAX_BYTES:
        message = f"chương lớn hơn {MAX_BYTES // 1024} KiB"
        return None, [Problem(Position(shown), message, "tách thành nhiều chương")]
    return parse_chapter(data, shown)


def parse_chapter(data: bytes, shown: str) -> tuple[Chapter | None, list[Problem]]:
    """Return the chapter in `data`, or None and the problems; a leading BOM is dropped."""
    if problem := misencoded(data, shown):
        return None, [problem]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "tệp không mã hóa bằng UTF-8"
        return None, [Problem(Position(shown, line), message, "lưu lại tệp với bảng mã UTF-8")]
    if line := line_of_mark(text, headings=True):
        return None, [Problem(Position(shown, line), WORDS, REMEDY)]
    lines = text.split("\n")
    ends = [i for i, line in enumerate(lines) if i and line.rstrip() == _FENCE]
    if lines[0].rstrip() != _FENCE or not ends:
        message = "chương không có phần đầu giữa hai dòng “---”"
        remedy = "mở đầu tệp bằng ba dòng: “---”, “title: …”, “---”"
        return None, [Problem(Position(shown), message, remedy)]
    head = "\n".join(lines[1 : ends[0]]) + "\n"
    front_matter, key_positions, problems = _front_matter(head, shown)
    if front_matter is None:
        return None, problems
    body = "\n".join(lines[ends[0] + 1 :])
    return Chapter(shown, front_matter, body, ends[0] + 2, key_positions), problems


def _front_matter(
    head: str, shown: str
) -> tuple[FrontMatter | None, dict[str, Position], list[Problem]]:
    """Return the parsed text between the fences, the position of each key, and the problems."""
    if jinja := list(_jinja(head, shown)):
        return None, {}, jinja
    node, problems = parse_yaml(head.encode(), shown, first_line=2)
    if node is None:
        return None, {}, problems
    if not isinstance(node, Table):
        message = "phần đầu chương không phải các dòng “khóa: giá trị”"
        return None, {}, [*problems, Problem(Position(shown, 2), message, "viết “title: …”")]
    reader = _Reader(node, shown)
    front_matter = reader.read()
    found = [*problems, *reader.problems]
    key_positions = {str(key): value.position for key, value in node.items()}
    return (None if errors(found) else front_matter), key_positions, found


def _jinja(head: str, shown: str) -> list[Problem]:
    """Return a problem for each line that contains a delimiter of Jinja."""
    return [
        Problem(
            Position(shown, number, match.start() + 1),
            f"phần đầu chương không được có “{match.group()}”",
            "viết thẳng chữ cần hiện; lời gọi macro chỉ dùng trong thân chương",
        )
        for number, line in enumerate(head.split("\n"), start=2)
        if (match := _JINJA.search(line))
    ]


class _Reader:
    """Converts the table of the front matter to its type and collects the problems."""

    def __init__(self, table: Table, shown: str) -> None:
        self.table = table
        self.values: dict[str, Node] = {str(key): value for key, value in table.items()}
        self.shown = shown
        self.problems: list[Problem] = []

    def read(self) -> FrontMatter:
        unknown = [key for key in self.table if key not in KEYS]
        for key in unknown:
            remedy = did_you_mean(key, KEYS, f"chỉ dùng: {listed(KEYS)}")
            if "title" not in self.values and len(unknown) == 1:
                remedy = "còn thiếu tên chương: nếu là nó thì viết “title: …”"
            elif fold(key.replace("_", " ")) == fold(NOUNS["organization"]):
                remedy = "viết “organization: …”"
            self._fault(key.position, f"phần đầu chương không có khóa “{key}”", remedy)
        if "title" not in self.values and len(unknown) != 1:
            position = Position(self.shown)
            self._fault(position, "phần đầu chương thiếu “title”", "thêm dòng “title: …”")
        return FrontMatter(
            self._text("title") or "",
            self._text("organization"),
            self._text("description"),
            self._hide(),
            self._part(),
        )

    def _fault(self, position: Position, message: str, remedy: str) -> None:
        self.problems.append(Problem(position, message, remedy))

    def _text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, Text) and not value and not value.quoted:
            return None  # reported where it was read
        if not isinstance(value, Text) or not value.strip():
            self._fault(value.position, f"“{key}” phải là một dòng chữ", f"viết “{key}: …”")
            return None
        return str(value)

    def _part(self) -> str:
        value = self._text("part")
        if value is not None and value not in PARTS:
            parts = listed(f"{part} ({what})" for part, what in PARTS.items())
            remedy = did_you_mean(value, PARTS, f"chỉ dùng: {parts}")
            self._fault(self.values["part"].position, f"sách không có phần “{value}”", remedy)
        return value or ""

    def _hide(self) -> tuple[str, ...]:
        value = self.values.get("hide")
        if value is None:
            return ()
        if not isinstance(value, Items):
            remedy = "viết “hide: [navigation]”"
            self._fault(value.position, "“hide” phải là một danh sách", remedy)
            return ()
        for item in value:
            if item not in HIDEABLE:
                word = item if isinstance(item, Text) else "…"
                remedy = did_you_mean(word, HIDEABLE, f"chỉ dùng: {listed(HIDEABLE)}")
                self._fault(item.position, f"không ẩn được “{word}”", remedy)
        return tuple(str(item) for item in value)
