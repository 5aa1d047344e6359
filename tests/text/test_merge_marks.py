"""The marks of a half resolved merge are found; a heading of Markdown is none."""

from __future__ import annotations

import pytest

from macros.text.merge_marks import line_of_mark


@pytest.mark.parametrize(
    "text",
    [
        "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n",
        "a\n=======\nc\n>>>>>>> x\n",
        "a\n=======\nb\n",
        "a\n>>>>>>> x",
        "a\n||||||| 3ca7ab6\n",
        "a\n=======\r\nb\r\n",
        "a\n=======\n\nb\n\n>>>>>>> x\n",
        "Một câu dài.\n=======\n\nb\n",
    ],
)
def test_a_mark(text: str) -> None:
    assert line_of_mark(text) == 2
    assert line_of_mark(text, headings=True) == 2


@pytest.mark.parametrize(
    "text", ["", "a <<<<<<< b\n", "======== \n", "=====\n", "<<<<<<<<< a\n", "======\n"]
)
def test_no_mark(text: str) -> None:
    assert line_of_mark(text) == 0


@pytest.mark.parametrize(
    "text",
    ["Đảng bộ\n=======\n\nĐoạn.\n", "\nĐảng bộ\n=======\n", "Đoạn.\n\nMục\r\n=======\r\n\r\n"],
)
def test_a_heading_is_no_mark_in_markdown(text: str) -> None:
    assert line_of_mark(text, headings=True) == 0
    assert line_of_mark(text) > 0
