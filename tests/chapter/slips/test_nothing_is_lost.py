"""What was typed is compared with what the page shows: every word that vanishes is told."""

from __future__ import annotations

import random

import pytest

from macros.chapter.slips import markdown_slips, slips_of, vanished
from macros.messages.problems import Severity
from tests.chapter.fabricated import chapter
from tests.chapter.slips.cases import (
    CASES,
    CITE,
    CUT,
    EMPTY_ALT,
    ERROR,
    HASHES,
    NO_ALT,
    NO_WORDS,
    NUMBERS,
    SECOND_TITLE,
    SEVEN,
    SHORT,
    SKIPPED,
    SWALLOWED,
    Case,
)
from tests.chapter.slips.page import filled, lost_lines, page, render

BOOK_ONLY = {
    "a text without its mark",
    "mark and text of two names",
    "a list in a footnote",
    "a picture in a footnote",
    "a mark in code alone",
}
"""What the site shows and a book does not: there is no foot of the page for it."""
WRONG_ALL_THE_SAME = {
    *(CUT, SHORT, SWALLOWED, SECOND_TITLE, SKIPPED, NO_ALT, EMPTY_ALT),
    *(HASHES, NO_WORDS, SEVEN),
}
"""Mistakes that are errors though no word is lost: a row, an outline, a picture for the blind."""


def test_of_equal_words_that_which_is_out_of_order_is_told() -> None:
    """The first two words are shown, and the third, which is equal, is not."""
    lost = list(vanished.lost("một hai\n\nhai", lambda _: "<p>một hai</p>"))
    assert lost == [(9, ["hai"])]


@pytest.mark.parametrize(
    ("words", "said"),
    [(6, "một một một một một một"), (7, "một một một một một một …")],
)
def test_six_words_are_quoted(words: int, said: str) -> None:
    text = " ".join(["một"] * words)
    (slip,) = vanished.slips(f"{text} ![", lambda _: "<p></p>", ())
    assert slip.message == f"chữ “{said}” ở dòng này không hiện trên trang"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_word_that_vanishes_is_told_as_an_error(case: Case) -> None:
    told = [(line, words) for line, severity, words in case.told if severity == ERROR]
    vanishing = set(lost_lines(case.body))
    assert vanishing <= {line for line, _ in told}
    errors = {line for line, words in told if words not in WRONG_ALL_THE_SAME}
    if case.name not in BOOK_ONLY:
        assert errors <= vanishing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_net_adds_nothing_to_what_is_known(case: Case) -> None:
    first = list(markdown_slips(chapter(case.body)))
    assert list(markdown_slips(chapter(case.body), render)) == first


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("UBKT.\n\n*[UBKT]: lời trước\n*[UBKT]: lời sau\n", 3, "lời trước"),
        (f"UBKT.\n\n*[UBKT]: theo {CITE}\n*[UBKT]: lời sau\n", 3, "theo lời gọi"),
        (
            "UBKT.\n\n*[UBKT]: abcd1call call1abcd callxcall\n*[UBKT]: lời sau\n",
            3,
            "abcd1call call1abcd callxcall",
        ),
        ("Đoạn [a].\n\n[a]: mot.md\n    'lời thừa'\n", 4, "lời thừa"),
    ],
)
def test_what_no_rule_knows_is_caught_all_the_same(body: str, line: int, words: str) -> None:
    assert not list(slips_of(body))
    (found,) = markdown_slips(chapter(body), render)
    assert found.severity is Severity.ERROR
    assert found.position.line - 4 == line
    assert found.message == f"chữ “{words}” ở dòng này không hiện trên trang"


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Đoạn.\n\n## Mục\n\n- một [hai](ba.md)\n", False),
        ("Đoạn.\n\n    thụt\n", True),
        ("![Lễ](anh/le.png)\n", True),
        ("| A |\n|---|\n| 1 |\n", False),
        ("A | B\n", True),
        ("Đoạn.\n\n| A |\n|---|\nnối\n\nĐoạn.\n", True),
        ("[^1]: một\n[^2]: hai\n\n| A |\n|---|\n", False),
        ("[^1]: một\n[^1]: hai\n", True),
        ("[^a]: một\n\n[^A]: hai\n", True),
        ("[^1]: một\nnối\n", True),
    ],
)
def test_what_may_lose_a_word(text: str, may: bool) -> None:
    assert vanished.may_lose(text) is may


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: case.name)
def test_numbers_stay_as_typed(case: Case) -> None:
    assert lost_lines(case.body) == {}


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("1946. Chi bộ ra đời.\n", "<p>1946. Chi bộ ra đời.</p>"),
        ("- 1946. Chi bộ\n", "<ul>\n<li>1946. Chi bộ</li>\n</ul>"),
        ("5. năm\n6. sáu\n", '<ol start="5">\n<li>năm</li>\n<li>sáu</li>\n</ol>'),
        ("1. a\n2. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1. a\n1. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1. a\n\n1. b\n", "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"),
        ("1. a\n3. b\n", '<ol>\n<li>a</li>\n<li value="3">b</li>\n</ol>'),
        ("1. a\n\nĐoạn\n\n2. b\n", '<ol>\n<li>a</li>\n</ol>\n<p>Đoạn</p>\n<ol start="2">\n<li>b</li>\n</ol>'),
        ("- a\n\n1. b\n", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
    ],
)  # fmt: skip
def test_what_a_page_makes_of_numbers(body: str, html: str) -> None:
    assert page(body) == html


PIECES = [
    "Đảng bộ họp đại hội.",
    "Gồm:",
    "- một",
    "+ hai",
    "• ba",
    "  - bốn",
    "    - năm",
    "1. sáu",
    "2. bảy",
    "5. tám",
    "1946. chín",
    "    mười",
    "> mười một",
    "| A | B |",
    "|---|---|",
    "| 1 | 2 |",
    "| 1 | 2 | ba |",
    "Chữ[^1] nữa.",
    "[^1]: lời",
    "[Nguồn]: báo-cáo",
    "[x][Nguồn]",
    "!!! Chú ý ngay",
    '!!! note "Chú ý"',
    "```",
    "## Mục",
    "---",
    "*[ABC]: nghĩa",
    "![ảnh](a.png)",
    "**đậm** và *nghiêng*",
    '{{ cite("tai-lieu-thu#1") }}',
    "",
    "",
    "",
]


def test_random_chapters_lose_nothing_in_silence() -> None:
    source = random.Random(1946)
    for _ in range(1500):
        body = "\n".join(source.choices(PIECES, k=source.randint(2, 12))) + "\n"
        told = {
            one.position.line - 4
            for one in markdown_slips(chapter(body), render)
            if one.severity is Severity.ERROR
        }
        text = filled(body)
        assert set(lost_lines(body)) <= told, body
        if not vanished.may_lose(text):
            assert not lost_lines(body), body


def test_the_title_of_a_picture_is_its_caption() -> None:
    made = page('![Lễ](anh/le.png "Lễ thành lập, 1994")\n')
    assert made == (
        '<figure><img alt="Lễ" src="anh/le.png" /><figcaption>Lễ thành lập, 1994</figcaption></figure>'
    )
    assert "<figure" not in page('Xem ![Lễ](anh/le.png "Lễ thành lập")\n')
    # A link's title is no caption, though it is alone in its paragraph as well.
    assert page("[Lễ](le.md 'Xem lễ')\n") == '<p><a href="le.md" title="Xem lễ">Lễ</a></p>'
    assert page("![Lễ](anh/le.png)\n") == '<p><img alt="Lễ" src="anh/le.png" /></p>'
