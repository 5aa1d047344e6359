"""A new organization: the fewest files that pass the checks and build, and its menu entries.

The files contain no facts: every chapter shows what data/ states.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from macros.admission.docs import GENERATED_FOLDERS, GUIDE, LOOK_UP
from macros.archive import CHANGES, PICTURES
from macros.model.codes import ORGANIZATION_KINDS
from macros.project.navigation import CONFIG
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

RESERVED = frozenset({CHANGES, PICTURES, LOOK_UP, GUIDE, "book", "tim-kiem", *GENERATED_FOLDERS})
"""Ids that are already names of folders on the site or of an owner of facts."""

_ORGANIZATION = """\
# Mỗi dòng là một trường; xem các trường khác và cách ghi trong hướng dẫn biên tập.
kind: {kind}
short_name: {name}
{more}order: {order}
# Khi đã có nguồn, bỏ dấu # và sửa:
# founding:
#   id: thanh-lap
#   date: "1946-05-01"
#   cite: ma-nguon#1
"""
_CHAPTERS: tuple[tuple[str, str, str], ...] = (
    ("index", "", "organization_summary()"),
    ("nguon-goc", "Nguồn gốc và thay đổi", "lineage()"),
    ("dai-hoi", "Các kỳ đại hội", "congress_table()"),
    ("lanh-dao", "Lãnh đạo qua các thời kỳ", "leadership_timeline()"),
    ("so-lieu", "Số liệu", "statistics_all()"),
    ("su-kien", "Sự kiện", "events()"),
    ("mau-thuan", "Tư liệu chưa thống nhất", "conflicts()"),
)
"""File, title ("": the organization's name) and macro call of each chapter."""

_CHAPTER = """\
---
title: {title}
organization: {identifier}
---

# {heading}

{{{{ {call} }}}}
"""
_NO_NAME = re.compile(r"[<>\\{}]")
_NAV = re.compile(r"^nav:[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^(?P<indent>[ \t]*)- ", re.MULTILINE)


class ScaffoldError(ValueError):
    """An organization or a picture that cannot be made; `message`, `remedy` are in Vietnamese."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} → {remedy}")
        self.message = message
        self.remedy = remedy


def new_organization(
    root: Path,
    identifier: str,
    name: str,
    *,
    kind: str = "party",
    order: int = 1000,
    listed: bool = True,
    area: str = "",
    parent: str = "",
    config: str | None = None,
) -> dict[str, str]:
    """Return the files of a new organization by path, including mkdocs.yml with its menu.

    One that is not `listed` has a record alone, no chapters. `area` and `parent` are ids of other
    organizations. `config` is the text of mkdocs.yml if `root` has none yet. Raises ScaffoldError
    for an id or a name that cannot be used. Nothing is written.
    """
    refuse_id(root, identifier)
    title = clean_name(name)
    if kind not in ORGANIZATION_KINDS:
        raise ScaffoldError(
            f"không có loại “{kind}”", f"KIND là một trong: {', '.join(ORGANIZATION_KINDS)}"
        )
    quoted = json.dumps(title, ensure_ascii=False)
    given = {"area": area, "parent": parent, "listed": "true" if listed else ""}
    more = "".join(f"{key}: {value}\n" for key, value in given.items() if value)
    record = _ORGANIZATION.format(kind=kind, name=quoted, order=order, more=more)
    files = {f"data/organizations/{identifier}/organization.yml": record}
    if not listed:
        return files
    files |= _chapters(identifier, title)
    menu = {"": f"{identifier}/index.md"} | {
        words: f"{identifier}/{stem}.md" for stem, words, _ in _CHAPTERS if words
    }
    if config is None:
        config = (root / CONFIG).read_text(encoding="utf-8")
    files[CONFIG] = add_to_menu(config, quoted, menu)
    return files


def _chapters(identifier: str, title: str) -> dict[str, str]:
    return {
        f"docs/{identifier}/{stem}.md": _CHAPTER.format(
            title=json.dumps(words or title, ensure_ascii=False),
            identifier=identifier,
            heading=words or title,
            call=call,
        )
        for stem, words, call in _CHAPTERS
    }


def refuse_id(root: Path, identifier: str) -> None:
    """Raise ScaffoldError for an id that is misspelt, reserved or in use."""
    if not is_id(identifier):
        raise ScaffoldError(
            f"mã “{identifier}” không đúng dạng",
            "chỉ dùng chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ, ví dụ: may-ha",
        )
    if identifier in RESERVED:
        raise ScaffoldError(
            f"mã “{identifier}” đã dành cho việc khác của trang", "chọn một mã khác"
        )
    if (root / "data" / "organizations" / identifier).exists():
        raise ScaffoldError(
            f"tổ chức “{identifier}” đã có ở data/organizations/{identifier}/",
            "chọn một mã khác, hoặc sửa các tệp ở đó",
        )
    if (root / "docs" / identifier).exists():
        raise ScaffoldError(f"thư mục docs/{identifier}/ đã có", "chọn một mã khác")


def clean_name(name: str) -> str:
    """Return the name as it is stored: NFC, single spaces; raises ScaffoldError if unfit."""
    title = " ".join(unicodedata.normalize("NFC", name).split())
    if not title:
        raise ScaffoldError("chưa có tên tổ chức", 'thêm NAME="Đảng bộ xã …"')
    if found := _NO_NAME.search(title):
        raise ScaffoldError(
            f"tên tổ chức có ký tự {found.group()}", "viết tên chỉ gồm chữ, số, dấu câu"
        )
    return title


def add_to_menu(config: str, title: str, pages: Mapping[str, str]) -> str:
    """Return the text of mkdocs.yml with a section for `pages` (words → file), before look-up.

    Everything else stays unchanged, comments too. Raises ScaffoldError if `nav:` is not a list.
    """
    start = _NAV.search(config)
    if start is None:
        raise ScaffoldError("mkdocs.yml không có phần “nav:” viết thành các dòng", "thêm phần nav:")
    begin = start.end() + 1
    following = re.compile(r"^[^\s#-]", re.MULTILINE).search(config, begin)
    end = following.start() if following else len(config)
    first = _ITEM.search(config, begin, end)
    indent = first["indent"] if first else "  "
    at = _offset_of_section(config, begin, end, indent)
    lines = [f"{indent}- {title}:"]
    for words, file in pages.items():
        lines.append(f"{indent}    - {words}: {file}" if words else f"{indent}    - {file}")
    before = config[:at] if config[:at].endswith("\n") else config[:at] + "\n"
    return before + "\n".join(lines) + "\n" + config[at:]


def _offset_of_section(config: str, begin: int, end: int, indent: str) -> int:
    """Return the offset for the section: before that of the look-up pages, or after the last."""
    sections = list(_top_items(config, begin, end, indent))
    for start, stop in sections:
        if re.search(rf"(?:- |: ){re.escape(LOOK_UP)}/", config[start:stop]):
            return start
    text = config[begin:end]
    # Comments and blank lines after the list belong to the next setting.
    kept = re.sub(r"(?:^[ \t]*(?:#.*)?\n)+\Z", "", text, flags=re.MULTILINE)
    return begin + len(kept) if sections else begin


def _top_items(config: str, begin: int, end: int, indent: str) -> Iterator[tuple[int, int]]:
    """Yield where each top-level entry of the menu begins and ends."""
    starts = [m.start() for m in _ITEM.finditer(config, begin, end) if m["indent"] == indent]
    yield from zip(starts, [*starts[1:], end], strict=True)
