"""Calls become components, which reach the finished page byte for byte."""

from __future__ import annotations

import markdown
import pytest

from macros.chapter import ChapterError, CitationNumbers, VerbatimExtension, expand
from macros.chapter.verbatim import wrap
from tests.chapter.fabricated import FIGURE, TABLE, Archive, Linker, chapter, registry

EXTENSIONS = [
    "toc",
    "tables",
    "attr_list",
    "md_in_html",
    "footnotes",
    "def_list",
    "abbr",
    "admonition",
    "smarty",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
PERSON = '<a href="../person/ly-van-dong/">ly-van-dong *K* _UBKT_</a>'
ABBREVIATIONS = "\n\n*[UBKT]: Ủy ban kiểm tra\n*[K]: Khóa\n"


def expanded(body: str) -> str:
    return expand(chapter(body), Archive(), Linker(), registry=registry)


def rendered(body: str) -> str:
    extensions = [*EXTENSIONS, VerbatimExtension()]
    html: str = markdown.markdown(expanded(body) + ABBREVIATIONS, extensions=extensions)
    return html


def test_text_without_calls_is_left_alone() -> None:
    body = "# Đề mục\n\nMột *hai* \\* ba  \nbốn\n"
    assert expanded(body) == body


@pytest.mark.parametrize(
    "body",
    [
        'Ông {{ person("ly-van-dong") }}, UBKT.',
        '{{ person("ly-van-dong") }}',
        '**{{ person("ly-van-dong") }}** và *{{ person("ly-van-dong") }}*',
        '| A | B |\n|---|---|\n| {{ person("ly-van-dong") }} | x |',
        '- mục {{ person("ly-van-dong") }}\n    - con {{ person("ly-van-dong") }}',
        'Từ\n:   nghĩa {{ person("ly-van-dong") }}',
        'Chú[^1]\n\n[^1]: {{ person("ly-van-dong") }}',
        '!!! note "Chú ý"\n    {{ person("ly-van-dong") }}',
        '> {{ person("ly-van-dong") }}',
        '{{ person("ly-van-dong") }}{: .lop }',
        '(c) 1/2 {{ person("ly-van-dong") }} --> "x"',
    ],
)
def test_inline_component_is_untouched(body: str) -> None:
    html = rendered(body)
    assert html.count(PERSON) == body.count("{{")
    assert "\ue000" not in html
    assert "wzxhzdk" not in html


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "trước\n{}\nsau",
        "{}\n{}",
        "- mục\n\n    {}\n\n- khác",
        "!!! note\n\n    {}\n\n    chữ",
        '??? note "x"\n    chữ\n    {}\n',
        '=== "Thẻ"\n\n    {}\n',
        "[^1]\n\n[^1]:\n    chữ\n\n    {}\n",
        "Từ\n\n:   nghĩa\n\n    {}\n",
    ],
)
@pytest.mark.parametrize(
    ("call", "component"),
    [
        ('{{ leadership_table("secretary") }}', TABLE),
        ('{{ chart(["ly-van-dong"]) }}', FIGURE),
    ],
)
def test_block_component_is_untouched_and_no_paragraph(
    around: str, call: str, component: str
) -> None:
    html = rendered(around.replace("{}", call))
    assert html.count(component) == around.count("{}")
    assert f"<p>{component[:6]}" not in html
    assert "wzxhzdk" not in html


def test_markdown_around_a_block_still_works() -> None:
    html = rendered('*trước*\n{{ leadership_table("secretary") }}\n*sau*')
    assert html == f"<p><em>trước</em></p>\n{TABLE}\n<p><em>sau</em></p>"


def test_component_cannot_forge_a_mark() -> None:
    with pytest.raises(ValueError, match="private-use mark"):
        wrap("a\ue001b")


def test_citations_are_numbered_by_first_appearance() -> None:
    body = (
        'a{{ cite("tai-lieu-thu#2") }} b{{ cite("tai-lieu-thu#1") }} c{{ cite("tai-lieu-thu#2") }}'
    )
    text = expanded(body)
    assert [text[i + 1] for i, c in enumerate(text) if c == "["] == ["1", "2", "1"]
    assert expanded(body) == text


def test_citations_of_a_page_are_listed_in_their_order() -> None:
    numbers = CitationNumbers()
    assert [numbers.number(citation) for citation in ("b#2", "a#1", "b#2")] == [1, 2, 1]
    assert list(numbers) == ["b#2", "a#1"]


def test_organization_of_the_chapter_and_of_the_call() -> None:
    html = rendered('{{ congress("VI") }} {{ congress("I", organization="xa-binh-hoa") }}')
    assert "ĐH VI phuong-an-lac" in html
    assert "ĐH I xa-binh-hoa" in html


def test_refused_chapter_is_not_expanded() -> None:
    with pytest.raises(ChapterError) as caught:
        expanded('{{ person("ly-van-dong")|safe }}\n\n{{ config }}')
    assert [p.position.line for p in caught.value.problems] == [5, 7]


def test_failing_macro_is_told_as_a_problem() -> None:
    with pytest.raises(ChapterError) as caught:
        expanded("x {{ broken() }}")
    assert str(caught.value) == (
        "docs/thu.md:5:3: lỗi: macro “broken” không dựng được (KeyError: 'x') → "
        "báo dòng này cho người phụ trách mã nguồn"
    )
