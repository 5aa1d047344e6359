"""Of a file, and of all files, so many problems are told and how many there are besides."""

from __future__ import annotations

from macros.messages.capped import OF_ALL, OF_FILE, capped
from macros.messages.problems import Position, Problem, Severity


def at(path: str, line: int, severity: Severity = Severity.ERROR, message: str = "sai") -> Problem:
    return Problem(Position(path, line), message, "sửa", severity)


def test_few_are_told_as_they_are_once_and_in_order() -> None:
    problems = [at("b.md", 2), at("a.md", 1), at("b.md", 2)]
    assert capped(problems) == [at("a.md", 1), at("b.md", 2)]
    whole = [at("a.md", line) for line in range(1, OF_FILE + 2)]
    assert capped(whole) == whole


def test_of_many_in_one_file_the_first_are_told_and_the_rest_counted() -> None:
    many = [at("a.md", line) for line in range(1, 501)]
    *first, last = capped([*many, at("b.md", 1), at("a.md", 9, Severity.NOTE)])[: OF_FILE + 2]
    assert [one.position.line for one in first if one.severity is Severity.ERROR] == [
        *range(1, OF_FILE + 1)
    ]
    assert str(last) == (
        f"a.md:{OF_FILE + 1}:1: lỗi: còn {500 - OF_FILE} lỗi nữa trong tệp này → sửa các chỗ đã "
        "nêu rồi chạy lại để xem tiếp"
    )


def test_one_that_stands_for_several_is_counted_as_such() -> None:
    many = [at("a.md", line) for line in range(1, 30)]
    more = at("a.md", 30, message="còn 70 lỗi nữa trong chương này")
    assert "còn 79 lỗi nữa" in capped([*many, more])[-1].message


def test_of_many_files_the_first_are_told_and_the_rest_counted() -> None:
    many = [at(f"a{number:04}.md", 1) for number in range(3_000)]
    *first, last = capped([*many, at("b.md", 1, Severity.WARNING)])[: OF_ALL + 1]
    assert first == many[:OF_ALL]
    assert last.message == f"còn {3_000 - OF_ALL} lỗi nữa ở các tệp khác"
