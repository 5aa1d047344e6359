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
    ("call", "most", "what"),
    [
        (
            '{{ leadership_table("secretary") }}',
            MAX_BLOCK_CALLS,
            "61 lời gọi macro cho bảng, biểu đồ hay danh sách, quá 60",
        ),
        ('Chữ {{ person("ly-van-dong") }}.', MAX_CALLS, "1501 lời gọi macro, quá 1500"),
    ],
)
def test_a_chapter_holds_so_many_calls(call: str, most: int, what: str) -> None:
    for count in (most, most + 1):
        body = "\n\n".join([call] * count)
        chapter, _ = parse_chapter(f"---\ntitle: A\n---\n{body}\n".encode(), "docs/a.md")
        assert chapter
        told = [p for p in inspect(chapter, registry, Archive()).problems if " quá " in p.message]
        assert len(told) == count - most
    assert told[0].position.line == 4 + 2 * most
    assert told[0].message == f"chương có {what}"


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


MANY_CHAPTERS, MANY_PARTS = "tách thành nhiều chương", "tách thành nhiều đoạn hoặc nhiều chương"
JUST_BEYOND = {
    "characters": (
        "\n\n".join(["a" * 9_998] * 10) + "\n\nb",
        (0, "chương dài 100001 ký tự, quá 100000", MANY_CHAPTERS),
    ),
    "lines": ("a\n\n" * 2_500, (0, "chương có 5001 dòng, quá 5000", MANY_CHAPTERS)),
    "line": ("a\n\n" + "b" * 20_001, (3, "dòng dài 20001 ký tự, quá 20000", MANY_PARTS)),
    "run": ("a\n\n" + "=" * 201, (3, "một dấu lặp liền quá 200 lần", "xóa bớt")),
    "two runs": (
        "a " + "-" * 201 + " " + "!" * 201,
        (2, "một dấu lặp liền quá 200 lần", "xóa bớt"),
    ),
    "a long run": ("a " + "-" * 210, (2, "một dấu lặp liền quá 200 lần", "xóa bớt")),
    "two runs of a sign": (
        f"a {'-' * 201} {'-' * 201}",
        (2, "một dấu lặp liền quá 200 lần", "xóa bớt"),
    ),
    "lists": (
        "a\n\n" + "- " * 9 + "b",
        (3, "danh sách hoặc trích dẫn lồng quá 8 tầng", "bỏ bớt tầng"),
    ),
    "indented": (
        "a\n" + "    " * 9 + "b",
        (2, "dòng thụt quá 8 tầng", "bỏ bớt dấu cách ở đầu dòng"),
    ),
    "block": (
        "a\n\n" + "b\n" * 602,
        (3, "một đoạn hay bảng có 602 dòng liền, quá 600", "chia ra bằng dòng trống"),
    ),
    "last block": (
        "a\n\n" + "b\n" * 601 + "b",
        (3, "một đoạn hay bảng có 601 dòng liền, quá 600", "chia ra bằng dòng trống"),
    ),
    "brackets": ("a\n\nb" + "[c " * 81, (4, "một đoạn có 81 dấu “[”, quá 80", MANY_PARTS)),
    "brackets of all": (
        "a\n\n" + ("[" * 80 + "\n\n") * 25 + "[",
        (3, "chương có 2001 dấu “[”, quá 2000", MANY_CHAPTERS),
    ),
    "note": (
        "a\n\n" + "b[^c]\n\n" * 101,
        (4, "chú thích [^c] được dẫn 101 lần, quá 100", "viết thành nhiều chú thích"),
    ),
    "note with a long name": (
        f"[^{'c' * 60}]\n\n" * 101,
        (
            0,
            f"chú thích [^{'c' * 40}] được dẫn 101 lần, quá 100",
            "viết thành nhiều chú thích",
        ),
    ),
    **{
        sign: (
            "a\n\nb " + f"{sign}c " * 301,
            (5, f"một đoạn có 301 dấu “{sign}”, quá 300", MANY_PARTS),
        )
        for sign in "*_`<!~^&"
    },
}


@pytest.mark.parametrize(("body", "told"), JUST_BEYOND.values(), ids=JUST_BEYOND.keys())
def test_what_is_just_beyond_a_limit_is_told_with_its_place(
    body: str, told: tuple[int, str, str]
) -> None:
    fault = beyond_limits(body)
    assert fault is not None
    assert (fault.offset, fault.message, fault.remedy) == told


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(["a" * 9_998] * 10) + "\n\n",
        "a\n\n" * 2_499 + "a\n",
        "b" * 20_000,
        "=" * 200,
        "_" * 250,
        "7" * 250,
        "    " * 8 + "b",
        "b\n" * 600,
        "[c " * 80,
        ("[" * 80 + "\n\n") * 25,
        "b[^c]\n\n" * 100,
        "*c " * 300,
        "a\n\n" + " \n" * 700,
    ],
)
def test_what_just_fits_is_not_told(body: str) -> None:
    assert beyond_limits(body) is None
