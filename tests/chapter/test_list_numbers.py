"""Numbered lists keep the numbers that were typed, and years are not numbers of lists."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.chapter.list_numbers import keep_numbers, may_begin_list, number_of

AS_TYPED = [
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    (" 1. a\n   2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("0. a\n1. b", '<ol start="0"><li>a</li><li>b</li></ol>'),
    ("12. a\n13. b", '<ol start="12"><li>a</li><li>b</li></ol>'),
    ("12. a\n\n13. b", '<ol start="12"><li><p>a</p></li><li><p>b</p></li></ol>'),
    ("1. a\n3. b\n4. c", '<ol><li>a</li><li value="3">b</li><li>c</li></ol>'),
    (
        "1. a\n5. b\n6. c\n\n7. d",
        '<ol><li>a</li><li value="5">b</li><li><p>c</p></li><li><p>d</p></li></ol>',
    ),
    # “1. 1. 1.” is meant to be counted, in one block or in several.
    ("1. a\n1. b\n1. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
    ("1. a\n\n1. b", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
    ("1. a\n2. b\n1. c", '<ol><li>a</li><li>b</li><li value="1">c</li></ol>'),
    # A list continues after what stands between, if the number is the next one.
    (
        "1. a\n\nĐoạn\n\n2. b\n\nĐoạn\n\n3. c",
        '<ol><li>a</li></ol><p>Đoạn</p><ol start="2"><li>b</li></ol>'
        '<p>Đoạn</p><ol start="3"><li>c</li></ol>',
    ),
    ("1. a\n\n- b\n\n2. c", '<ol><li>a</li></ol><ul><li>b</li></ul><ol start="2"><li>c</li></ol>'),
    (
        "1. a\n3. b\n\nĐoạn\n\n4. c",
        '<ol><li>a</li><li value="3">b</li></ol><p>Đoạn</p><ol start="4"><li>c</li></ol>',
    ),
    ("- a\n\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    # Continued paragraphs and lists within an item.
    (
        "5. a\n\n    tiếp\n\n6. b",
        '<ol start="5"><li><p>a</p><p>tiếp</p></li><li><p>b</p></li></ol>',
    ),
    (
        "1. a\n    5. x\n    6. y\n2. b",
        '<ol><li>a<ol start="5"><li>x</li><li>y</li></ol></li><li>b</li></ol>',
    ),
    # A list whose first item stands in the line of another item.
    ("1. 1. a\n    2. b", "<ol><li><ol><li>a</li><li>b</li></ol></li></ol>"),
    ("- 1. a\n    2. b", "<ul><li><ol><li>a</li><li>b</li></ol></li></ul>"),
    ("1. - a\n    - b", "<ol><li><ul><li>a</li><li>b</li></ul></li></ol>"),
    (
        "- 1. a\n    2. b\n    5. c",
        '<ul><li><ol><li>a</li><li>b</li><li value="5">c</li></ol></li></ul>',
    ),
    (
        "- - a\n    1. b\n    5. c",
        '<ul><li><ul><li>a</li><li>b</li><li value="5">c</li></ul></li></ul>',
    ),
    ("Đoạn\n\n1. a\n3. b", '<p>Đoạn</p><ol><li>a</li><li value="3">b</li></ol>'),
    # Years, days and numbers that stand alone begin paragraphs.
    ("1946. Năm ấy", "<p>1946. Năm ấy</p>"),
    ("12. a", "<p>12. a</p>"),
    ("1. a\n\nĐoạn\n\n3. b", "<ol><li>a</li></ol><p>Đoạn</p><p>3. b</p>"),
    ("15. 3. 1946 họp", "<p>15. 3. 1946 họp</p>"),
    ("2. 9. 1945 là ngày ấy", "<p>2. 9. 1945 là ngày ấy</p>"),
    ("1. a\n\n    5. b", "<ol><li><p>a</p><p>5. b</p></li></ol>"),
    ("- a\n    1946. x", "<ul><li>a    1946. x</li></ul>"),
    (
        "> 1. a\n\nĐoạn\n\n2. b",
        "<blockquote><ol><li>a</li></ol></blockquote><p>Đoạn</p><p>2. b</p>",
    ),
]


@pytest.mark.parametrize(("typed", "shown"), AS_TYPED)
def test_numbers_are_shown_as_typed(typed: str, shown: str) -> None:
    md = Markdown()
    keep_numbers(md)
    assert md.convert(typed).replace("\n", "") == shown


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("1. a", 1),
        ("   999. a", 999),
        ("    1. a", None),
        ("1000. a", None),
        ("1.a", None),
        ("2. 9.1945", None),
        ("2. 9. 19456", 2),
        ("2. 123. 1945", 2),
        ("a 1. b", None),
    ],
)
def test_number_of_a_line(line: str, number: int | None) -> None:
    assert number_of(line) == number


@pytest.mark.parametrize(
    ("number", "before", "after", "begins"),
    [
        (1, None, [], True),
        (0, 7, [], True),
        (2, 1, [], True),
        (2, 2, [], False),
        (2, None, [3, 9], True),
        (2, None, [4, 3], False),
        (2, None, [], False),
    ],
)
def test_what_may_begin_a_list(
    number: int, before: int | None, after: list[int], begins: bool
) -> None:
    assert may_begin_list(number, before, after) is begins
