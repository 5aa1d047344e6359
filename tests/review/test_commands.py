"""Problems as commands of a job: each on its line, none of a stranger's making."""

from __future__ import annotations

import json

from macros.messages.problems import Position, Problem, Severity
from scripts.review.commands import code_quality, commands


def test_errors_and_warnings_stand_on_their_lines() -> None:
    found = [
        Problem(Position("data/a.yml", 3, 7), "thiếu ngày", "thêm ngày"),
        Problem(Position("docs/b.md", 9), "câu dài", "cắt đôi", Severity.WARNING),
        Problem(Position("docs/b.md", 9), "tên hai lần", "không cần làm gì", Severity.NOTE),
    ]
    assert list(commands(found)) == [
        "::error file=data/a.yml,line=3,col=7,title=lỗi::thiếu ngày → thêm ngày",
        "::warning file=docs/b.md,line=9,col=1,title=cảnh báo::câu dài → cắt đôi",
    ]


def test_no_text_of_a_stranger_becomes_a_command() -> None:
    one = Problem(Position("docs/a,b:c%.md", 1), "50%\n::add-mask::x", "sửa")
    (line,) = commands([one])
    assert "\n" not in line
    assert line.startswith("::error file=docs/a%2Cb%3Ac%25.md,line=1,col=1,title=lỗi::50%25")


def test_gitlab_gets_a_report_with_lines() -> None:
    found = [
        Problem(Position("data/a.yml", 3, 7), "thiếu ngày", "thêm ngày"),
        Problem(Position("docs/b.md", 9), "tên hai lần", "không cần làm gì", Severity.NOTE),
    ]
    (one,) = json.loads(code_quality(found))
    assert one["location"] == {"path": "data/a.yml", "lines": {"begin": 3}}
    assert (one["severity"], one["description"]) == ("major", "thiếu ngày → thêm ngày")
