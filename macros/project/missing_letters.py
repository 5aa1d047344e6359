"""Checks for letters in data and chapters that no font of the book has, such as emoji."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.archive.mentions import EXEMPT
from macros.loading.yaml.characters import REFUSED
from macros.loading.yaml.strict import MAX_BYTES
from macros.messages.problems import Position, Problem, Severity
from macros.rendering.letters import unmet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.chapter import Chapter

# Latin letters with the marks of Vietnamese and similar languages, and usual punctuation. A test
# checks that every font of the book has them, so that the fonts are read for few texts only.
USUAL = "\x00-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2010-\u2014\u2018-\u201e\u2026\u2260"
_UNUSUAL = re.compile(f"[^{USUAL}]")
_REMARK = re.compile(r"^\s*#.*$", re.MULTILINE)
_SHOWN = 8


def in_data(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file of data/ with such letters outside its comments."""
    for path in sorted((root / "data").rglob("*.yml")):
        if path.is_file() and not path.is_symlink():
            # A larger file is refused where it is read; it may be larger than the memory.
            with path.open("rb") as file:
                text = file.read(MAX_BYTES).decode("utf-8", errors="ignore")
            if _UNUSUAL.search(text):
                bare = _REMARK.sub(lambda found: " " * len(found.group()), text)
                yield from _missing(path.relative_to(root).as_posix(), bare, 1)


def in_chapters(chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Yield a problem for each chapter of the book with such letters."""
    for page, chapter in chapters.items():
        if not page.startswith(EXEMPT):
            front = f"{chapter.front_matter.title} {chapter.front_matter.description or ''}"
            if _UNUSUAL.search(chapter.body):
                yield from _missing(chapter.path, chapter.body, chapter.first_line)
            elif _UNUSUAL.search(front):
                yield from _problem(chapter.path, 2, 1, unmet(_UNUSUAL.findall(front)))


def _missing(path: str, text: str, first_line: int) -> Iterator[Problem]:
    # Characters that are refused everywhere are reported where a file is read.
    missing = unmet(one for one in _UNUSUAL.findall(text) if not REFUSED.match(one))
    first = (
        next((n for n, letter in enumerate(text) if letter in missing), None) if missing else None
    )
    if first is not None:
        line = text.count("\n", 0, first)
        column = first - (text.rfind("\n", 0, first) + 1)
        yield from _problem(path, first_line + line, column + 1, missing)


def _problem(path: str, line: int, column: int, letters: Iterable[str]) -> Iterator[Problem]:
    ordered = sorted(letters)
    if ordered:
        shown = ", ".join(f"“{one}” (U+{ord(one):04X})" for one in ordered[:_SHOWN])
        more = f" và {len(ordered) - _SHOWN} chữ khác" if len(ordered) > _SHOWN else ""
        message = f"phông chữ của sách không có {shown}{more}"
        remedy = "thay bằng chữ hoặc dấu khác: sách in sẽ để trống chỗ ấy"
        yield Problem(Position(path, line, column), message, remedy, Severity.WARNING)
