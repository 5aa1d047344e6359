"""Chapters expanded ahead are those that would have been expanded when asked for."""

from __future__ import annotations

import os

import pytest

from macros.chapter import Chapter, ChapterError, FrontMatter
from macros.engine import ahead
from macros.problems import Position, Problem

CHAPTERS = [Chapter(f"docs/{n}.md", FrontMatter("Bài"), f"bài {n}", 4) for n in range(30)]
BROKEN = Problem(Position("docs/29.md"), "hỏng", "sửa")


def expand(chapter: Chapter) -> str:
    if chapter is CHAPTERS[29]:
        raise ChapterError([BROKEN])
    return f"{os.getpid()} {chapter.body}"


def taken(workers: int, monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    monkeypatch.setattr(ahead, "workers", lambda: workers)
    begun = ahead.Ahead(expand, CHAPTERS)
    return [begun.take(chapter) for chapter in CHAPTERS]


def test_what_is_taken_is_the_text_of_that_chapter(monkeypatch: pytest.MonkeyPatch) -> None:
    for chapter, text in zip(CHAPTERS, taken(2, monkeypatch), strict=True):
        assert text is None or text.split(" ", 1)[1] == chapter.body
        assert text is None or not text.startswith(f"{os.getpid()} ")


def test_a_chapter_that_fails_is_left_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken(3, monkeypatch)[29] is None


def test_nothing_is_done_ahead_with_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken(1, monkeypatch) == [None] * 30


def test_no_chapter_is_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "workers", lambda: 2)
    begun = ahead.Ahead(expand, CHAPTERS)
    begun.take(CHAPTERS[3])
    assert begun.take(CHAPTERS[3]) is None
