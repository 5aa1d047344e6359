"""Calls become components, which reach the finished page byte for byte."""

from __future__ import annotations

from typing import ClassVar

import markdown
import pytest
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from macros.chapter import (
    ChapterError,
    CitationNumbers,
    Registry,
    VerbatimExtension,
    expand,
    inspect,
)
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


def test_an_inspection_that_was_made_before_counts() -> None:
    sound = chapter("a")
    broken = inspect(chapter("{{ a }}\n{{ b }}"), registry, Archive())
    with pytest.raises(ChapterError) as caught:
        expand(sound, Archive(), Linker(), registry=registry, inspection=broken)
    assert str(caught.value).splitlines() == [str(problem) for problem in broken.problems]
    assert len(caught.value.problems) == 2


def test_a_block_stands_between_lines_of_its_own_at_its_indentation() -> None:
    call = '{{ leadership_table("secretary") }}'
    assert expanded(f"a\n    {call}\nb") == f"a\n    \n    {wrap(str(TABLE))}\n\nb"
    assert expanded(call) == f"\n{wrap(str(TABLE))}\n"


def own(component: object, *, block: bool = False) -> Registry:
    """Return a registry of one macro `a`, which gives `component`."""
    registry = Registry()

    def a(page: object) -> Markup:
        return component  # type: ignore[return-value]

    registry.macro(block=block)(a)
    return registry


def told(component: object, *, block: bool = False) -> str:
    with pytest.raises(ChapterError) as caught:
        expand(chapter("{{ a() }}"), Archive(), Linker(), registry=own(component, block=block))
    return str(caught.value)


def test_the_words_between_calls_stay_between_them() -> None:
    one, two = ('{{ congress("VI") }}', '{{ congress("V") }}')
    name = '<span class="dh">ĐH {} phuong-an-lac</span>'
    assert expanded(f"a {one} b {two} c") == (
        f"a {wrap(name.format('VI'))} b {wrap(name.format('V'))} c"
    )
    assert rendered(f"a {one} b {two} c") == (
        f"<p>a {name.format('VI')} b {name.format('V')} c</p>"
    )


def test_a_block_on_the_line_after_an_empty_first_one() -> None:
    call = '{{ leadership_table("secretary") }}'
    assert expanded(f"\n{call}") == f"\n\n{wrap(str(TABLE))}\n"


def test_markdown_loads_the_extension_by_its_name() -> None:
    md = markdown.Markdown(extensions=["macros.chapter.verbatim"])
    assert md.convert(f"*x* {wrap('<i>*y*</i>')}") == "<p><em>x</em> <i>*y*</i></p>"


def test_what_a_macro_may_not_give() -> None:
    assert "(TypeError: a macro returns Markup)" in told("<b>x</b>")
    wrong = "(ValueError: a block component begins with a block element)"
    assert wrong in told(Markup("<b>x</b>"), block=True)
    assert wrong in told(Markup("x<p>y</p>"), block=True)
    assert wrong in told(Markup("<pre>x</pre>"), block=True)
    assert "(ValueError: a component's HTML holds a private-use mark)" in told(Markup("\x02"))


@pytest.mark.parametrize("mark", ["\ue000", "\ue001", "\x02", "\x03"])
def test_no_component_holds_a_mark(mark: str) -> None:
    with pytest.raises(ValueError, match="private-use mark"):
        wrap(f"a{mark}b")


def test_space_around_a_component_goes() -> None:
    text = expand(chapter("x {{ a() }}"), Archive(), Linker(), registry=own(Markup(" <b>y</b>\n")))
    assert text == f"x {wrap('<b>y</b>')}"


@pytest.mark.parametrize(
    ("foot", "expected"), [(Markup("<p>n</p>"), f"\n\n{wrap('<p>n</p>')}\n"), (None, "")]
)
def test_what_stands_at_the_foot_of_a_page(foot: Markup | None, expected: str) -> None:
    registry = Registry(closing=lambda page: foot)
    assert expand(chapter("a"), Archive(), Linker(), registry=registry) == f"a{expected}"


def test_anchors_of_components_are_known_to_the_checker_of_links() -> None:
    class Collector(Preprocessor):
        present_anchor_ids: ClassVar[set[str]] = set()

        def run(self, lines: list[str]) -> list[str]:
            return lines

    md = markdown.Markdown(extensions=[VerbatimExtension()])
    collector = Collector(md)
    md.preprocessors.register(collector, "mkdocs_raw_html", 1)
    html = wrap('<p id="a" class="x">b</p><i\nid="c">') + wrap('<i data-id="d" id="">')
    md.convert(f"x {html}")
    assert collector.present_anchor_ids == {"a", "c"}
