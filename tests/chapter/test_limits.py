"""A chapter that Markdown would hang on is refused at once; one at the limits is rendered soon."""

from __future__ import annotations

import time

import pytest
from markdown import Markdown

from macros.chapter import inspect, parse_chapter
from macros.chapter.limits import (
    MAX_ALL_BRACKETS,
    MAX_BLOCK_CALLS,
    MAX_BLOCK_LINES,
    MAX_BRACKETS,
    MAX_CALLS,
    MAX_CHARACTERS,
    MAX_LINE,
    MAX_LINES,
    MAX_NESTED,
    MAX_RUN,
    MAX_SIGNS,
    MAX_USES_OF_NOTE,
    beyond_limits,
)
from tests.chapter.fabricated import Archive, registry

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
SECONDS = 10
"""Of a processor that is shared with other tests; the figures in limits.py are of an idle one."""

PATHOLOGICAL = {
    "brackets": "[" * 20_000,
    "footnotes": "[^1] " * 20_000,
    "links": "[a](" * 20_000,
    "references": "[a][" * 20_000,
    "emphasis": "**[" * 15_000,
    "stars": "*a " * 15_000,
    "underscores": "_a " * 15_000,
    "ticks": "`" * 30_001,
    "dashes": "-\n" * 40_000,
    "one long rule": "-" * 100_000,
    "underline": "a\n" + "=" * 100_000,
    "numbers": "1. " * 2_000,
    "bullets": "- " * 2_000,
    "quotations": "> " * 2_000,
    "mixed lists": "- 1. > * " * 200,
    "nested by indentation": "\n".join("    " * depth + "- a" for depth in range(300)),
    "table": "a|b\n-|-\n" + "x|y\n" * 20_000,
    "one line": "chữ " * 10_000,
    "entities": "&lt;" * 20_000,
    "tags": "<a" * 20_000,
    "pictures": "![" * 20_000,
    "whole": "đoạn\n\n" * 50_000,
    "spaces": " " * 30_000,
    "brackets everywhere": ("[" * 79 + "\n\n") * 900,
    "addresses of links": "\n\n".join(f"[a{number}]: b.md" for number in range(2_400)),
    "one note everywhere": ("x[^1] " * 70 + "\n\n") * 25,
}


@pytest.mark.parametrize("body", PATHOLOGICAL.values(), ids=PATHOLOGICAL.keys())
def test_what_markdown_hangs_on_is_refused_at_once(body: str) -> None:
    chapter, _ = parse_chapter(f"---\ntitle: A\n---\nĐầu.\n\n{body}\n".encode(), "docs/a.md")
    assert chapter
    start = time.process_time()
    problems = inspect(chapter, registry, Archive()).problems
    assert time.process_time() - start < SECONDS
    (problem,) = problems
    assert 4 <= problem.position.line <= 6 + body.count("\n")
    assert " quá " in problem.message


def many(block: str) -> str:
    """Return as many of a block as fit into a chapter."""
    count = min(MAX_CHARACTERS // (len(block) + 2), MAX_LINES // (block.count("\n") + 2)) - 1
    return "\n\n".join([block] * count)


AT_THE_LIMITS = {
    "brackets": "\n\n".join(
        ["[" * (MAX_BRACKETS // 2) + "a" + "]( [" * (MAX_BRACKETS // 2 - 1)]
        * (MAX_ALL_BRACKETS // MAX_BRACKETS)
    ),
    "addresses": "đầu\n\n"
    + "\n\n".join(f"[a{number}]: b.md" for number in range(MAX_ALL_BRACKETS - 1)),
    "notes": "\n\n".join(["x[^1]"] * (MAX_USES_OF_NOTE - 1)) + "\n\n[^1]: a",
    "emphasis": many("**a _b " * (MAX_SIGNS // 2)),
    "ticks": many("`a ``b " * (MAX_SIGNS // 3)),
    "nested": many("- " * MAX_NESTED + "a"),
    "quotations": many("> " * MAX_NESTED + "a"),
    "rules": many("-" * MAX_RUN),
    "rows": many("a|b\n-|-\n" + "x|y\n" * (MAX_BLOCK_LINES - 4)),
    "lists": many("\n".join(["- a"] * (MAX_BLOCK_LINES - 2))),
    "long lines": many("chữ " * (MAX_LINE // 4 - 2)),
}


@pytest.mark.parametrize("body", AT_THE_LIMITS.values(), ids=AT_THE_LIMITS.keys())
def test_what_is_within_the_limits_is_rendered_soon(body: str) -> None:
    chapter, _ = parse_chapter(f"---\ntitle: A\n---\n{body}\n".encode(), "docs/a.md")
    assert chapter
    assert not [p for p in inspect(chapter, registry, Archive()).problems if " quá " in p.message]
    start = time.process_time()
    assert Markdown(extensions=EXTENSIONS).convert(body)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    ("call", "most"),
    [
        ('{{ leadership_table("secretary") }}', MAX_BLOCK_CALLS),
        ('Chữ {{ person("ly-van-dong") }}.', MAX_CALLS),
    ],
)
def test_a_chapter_holds_so_many_calls(call: str, most: int) -> None:
    for count in (most, most + 1):
        body = "\n\n".join([call] * count)
        chapter, _ = parse_chapter(f"---\ntitle: A\n---\n{body}\n".encode(), "docs/a.md")
        assert chapter
        told = [p for p in inspect(chapter, registry, Archive()).problems if " quá " in p.message]
        assert len(told) == count - most
    assert told[0].position.line == 4 + 2 * most


@pytest.mark.parametrize(
    "body",
    [
        many(" " * (MAX_LINE - 10)),
        many("\t" * (MAX_LINE - 10)),
        ("![" * 75 + "\n\n") * 26,
        many("<b>" * 90),
    ],
    ids=["spaces", "tabs", "pictures", "tags"],
)
def test_what_is_within_the_limits_is_inspected_soon_and_reported_in_part(body: str) -> None:
    chapter, _ = parse_chapter(f"---\ntitle: A\n---\n{body}\n".encode(), "docs/a.md")
    assert chapter
    start = time.process_time()
    problems = inspect(chapter, registry, Archive()).problems
    assert time.process_time() - start < 2
    assert len(problems) in (0, 21)
    assert not problems or "lỗi nữa trong chương này" in problems[-1].message


@pytest.mark.parametrize("sign", ["- ", "> ", "1. "])
def test_eight_levels_are_allowed_and_nine_are_not(sign: str) -> None:
    assert beyond_limits(f"{sign * 8}a\n") is None
    fault = beyond_limits(f"{sign * 9}a\n")
    assert fault is not None
    assert "8" in fault.message
