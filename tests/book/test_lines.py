"""Lines of text are filled, whatever stands at the end of a piece of text."""

from __future__ import annotations

import re

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from macros.book import weasyprint_fixes
from macros.system.program import PROGRAM
from macros.text.vietnamese import NBSP

STYLE = (
    "<style>@page { size: %dpx 400px; margin: 0 } p { margin: 0 } b { white-space: nowrap }</style>"
)


def lines(text: str, width: int) -> list[str]:
    with weasyprint_fixes.applied():
        (page, *_) = HTML(string=STYLE % width + text).render().pages
    return [
        "".join(one.text for one in line.descendants() if isinstance(one, TextBox))
        for line in page._page_box.descendants()
        if isinstance(line, LineBox)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Có mười đoàn viên<i>.</i>. Ban quản trị lâm thời có năm người; trưởng ban là "
        f"<a>Phùng{NBSP}Văn{NBSP}Khế</a>, nói thêm ở sau.</p>",
        f"<p>Hai năm đầu có số của từng năm, về sau chỉ có tổng của năm năm{NBSP}<b>1955–1959</b>"
        "<sup>88</sup>.</p>",
    ],
)
def test_no_line_ends_after_its_first_word(text: str) -> None:
    # Of so many widths one lets the text fit but for the space that it ends with.
    for width in range(420, 640, 2):
        found = lines(text, width)
        full = max(map(len, found[:-1]), default=0)
        assert all(len(line) > full * 0.7 for line in found[:-1]), (width, found)


def style_of_calls() -> str:
    """Return the book's own rule for the calls of notes."""
    text = (PROGRAM / "overrides/book/styles/paper.css").read_text(encoding="utf-8")
    (rule,) = re.findall(r"^\.fn::footnote-call \{.*?\}", text, re.MULTILINE | re.DOTALL)
    return f"<style>.fn {{ float: footnote }} {rule}</style>"


@pytest.mark.parametrize("end", ["kiểu mẫu.", "kiểu mẫu", "<b>14-QĐ/TW</b>."])
def test_no_line_is_a_call_alone(end: str) -> None:
    text = (
        "<p>Chủ đề của các đơn vị trước sáp nhập gồm quản lý đất đai, trật tự xây dựng, nông thôn "
        f"mới nâng cao, {end}<small class=fn>Nguồn</small></p>"
    )
    for width in range(300, 420, 2):
        assert not any(
            line.strip("\u2060 ") == "1" for line in lines(style_of_calls() + text, width)[:-1]
        )
