"""Abbreviations of a chapter's own words are spelt out on hover; nothing else is touched."""

from __future__ import annotations

from markdown import Markdown
from markupsafe import Markup

from macros.chapter import Registry, VerbatimExtension, expand, parse_chapter
from macros.chapter.abbreviations import definitions
from tests.chapter.fabricated import Advice

GLOSSARY = {"UB": "Ủy ban", "UBX": 'Ủy ban "xã" & thôn', "HĐ": "Hội đồng"}

registry = Registry(glossary=lambda page: GLOSSARY)


@registry.macro(block=True)
def a_table(page: object) -> Markup:
    """A block component."""
    return Markup("<p>UB trong bảng</p>")


@registry.macro()
def a_word(page: object) -> Markup:
    """An inline component."""
    return Markup("<i>x</i>")


class Everything:
    def has(self, kind: str, entry: str, organization: str | None, /) -> bool:
        return True

    def known(self, kind: str, organization: str | None, /) -> list[str]:
        return []

    def advice(self, kind: str, entry: str, organization: str | None, /) -> Advice:
        return Advice("", None)


class Nowhere:
    def url(self, target: object, origin: str, /) -> str:
        return ""


def expanded(body: str, organization: str = "organization: xa\n") -> str:
    text = f"---\ntitle: Thử\n{organization}---\n{body}\n"
    chapter, problems = parse_chapter(text.encode(), "docs/xa/thu.md")
    assert chapter is not None
    assert problems == []
    return expand(chapter, Everything(), Nowhere(), registry=registry)


def html(body: str) -> str:
    return Markdown(extensions=["toc", VerbatimExtension()]).convert(expanded(body))


def test_only_whole_words_that_stand_in_the_text_are_defined() -> None:
    assert definitions("Họp UB, không phải UBND hay hđ.", GLOSSARY) == "\n\n*[UB]: Ủy ban\n"
    assert definitions("Không có gì.", GLOSSARY) == ""
    both = "\n\n*[HĐ]: Hội đồng\n*[UB]: Ủy ban\n"
    assert definitions("UB họp HĐ, UB", GLOSSARY) == both


def test_word_of_a_chapter_says_what_it_stands_for() -> None:
    assert html("Họp UB.") == '<p>Họp <abbr title="Ủy ban">UB</abbr>.</p>'


def test_full_form_is_never_markup() -> None:
    assert 'title="Ủy ban &quot;xã&quot; &amp; thôn"' in html("Họp UBX.")


def test_components_headings_and_code_are_left_alone() -> None:
    shown = html("## Họp UB\n\n{{ a_table() }}\n\n`HĐ` và HĐ")
    assert '<h2 id="hop-ub">Họp UB</h2>' in shown
    assert "<p>UB trong bảng</p>" in shown
    assert "<code>HĐ</code>" in shown
    assert shown.count("<abbr") == 1


def test_words_of_a_component_are_not_the_chapters() -> None:
    assert "*[UB]" not in expanded("{{ a_table() }}")


def test_a_call_parts_the_words_beside_it() -> None:
    assert "*[UB]" not in expanded("U{{ a_word() }}B")


def test_page_of_no_organization_is_left_as_it_is() -> None:
    assert "*[UB]" not in expanded("Họp UB.", organization="")


def test_last_block_of_a_chapter_keeps_its_shape() -> None:
    assert html("- một\n- UB") == (
        '<ul>\n<li>một</li>\n<li><abbr title="Ủy ban">UB</abbr></li>\n</ul>'
    )


def test_no_heading_of_any_depth_is_marked() -> None:
    for depth in range(1, 7):
        assert "<abbr" not in html(f"{'#' * depth} Họp UB")
