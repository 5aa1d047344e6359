"""One noun for one thing, wherever an editor reads: no message and no guide says it otherwise."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from macros.messages.nouns import NOUNS

ROOT = Path(__file__).parents[2]

REFUSED = {
    "person": r"\bmã (?:của )?(?:(?:các|những) )?người\b|\bngười nào mang mã\b|\bngười “",
    "role": r"\bchức vụ\b",
    "indicator": r"\bchỉ tiêu thống kê\b|\bmã chỉ tiêu\b",
    "document": r"\bvăn bản UTF-8\b|\bmã tài liệu\b",
    "source": r"\btài liệu\b",
    "conflict": r"\bxung đột\b|\bmã (?:của )?chỗ không khớp\b",
    "citation": r"\bchỗ dẫn\b|\bdẫn chứng\b",
    "transcription": r"\bbản phiên âm\b",
    "evidence": r"\btệp đối chiếu\b|(?<!tệp )\bbằng chứng\b",
    "chapter": r"\bbài viết\b",
    "navigation": r"\bthanh điều hướng\b|\bthực đơn\b",
}
"""Noun → what looks like a synonym of it."""

FOR_READERS = ("macros/views/", "macros/wording/", "macros/book/", "macros/rules/")
"""What readers read calls a source “tài liệu”; “nguồn” is the editors' word, for its record."""

MEANT_OTHERWISE = {
    ("role", "macros/model/leadership.py"),  # an office in an organization that we may not have
    ("role", "macros/opendata/memberships.py"),
    ("role", "macros/opendata/datapackage.py"),
    ("source", "macros/model/codes.py"),  # “tài liệu không kinh doanh”, a term of the law
    ("source", "macros/model/picture_codes.py"),  # a picture of a document
    ("source", "macros/model/edition.py"),
    ("source", "macros/engine/headings.py"),  # words of headings that readers see
    ("source", "macros/authoring/create.py"),  # a file, before it has become a source
    ("source", "docs/bien-tap/du-lieu.md"),  # likewise, as the page says it
    ("source", "docs/bien-tap/an-ban.md"),
    ("evidence", "docs/bien-tap/nguon.md"),  # the title, of what evidence is
    ("evidence", "docs/bien-tap/index.md"),
    ("chapter", "macros/search/kinds.py"),  # a reader's filter: what has been written
}
"""(noun, file) where the word is another thing's."""


def python_strings(path: Path) -> Iterator[str]:
    """Yield what a module may print: its texts, not what explains it to a programmer."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in explained:
            yield node.value


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Return (file, text) of all that an editor reads: messages, commands, the guide."""
    return tuple(_texts())


def _texts() -> Iterator[tuple[str, str]]:
    for folder in ("macros", "scripts"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "bench" not in path.parts:
                for text in python_strings(path):
                    yield path.relative_to(ROOT).as_posix(), text
    for path in sorted((ROOT / "docs/bien-tap").glob("*.md")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for name in ("Makefile", "README.vi.md"):
        if (ROOT / name).exists():
            yield name, (ROOT / name).read_text(encoding="utf-8")


def words(text: str, kind: str) -> list[str]:
    return re.findall(REFUSED[kind], text, re.IGNORECASE)


@pytest.mark.parametrize("kind", REFUSED)
def test_nothing_that_an_editor_reads_has_another_noun(kind: str) -> None:
    assert kind in NOUNS
    found = [(file, text) for file, text in texts() if words(text, kind)]
    found = [one for one in found if kind != "source" or not one[0].startswith(FOR_READERS)]
    assert [one for one in found if (kind, one[0]) not in MEANT_OTHERWISE] == []


def test_every_exception_is_needed() -> None:
    needed = {(kind, file) for file, text in texts() for kind in REFUSED if words(text, kind)}
    here = {(kind, file) for kind, file in MEANT_OTHERWISE if (ROOT / file).exists()}
    assert needed >= here


def test_no_noun_is_refused_for_another_and_none_stands_twice() -> None:
    assert len(set(NOUNS.values())) == len(NOUNS)
    assert not [(noun, kind) for noun in NOUNS.values() for kind in REFUSED if words(noun, kind)]
