"""Text of the data within Markdown shows as it is."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import Markdown

from macros.chapter import parse_chapter
from macros.text.markdown import as_text

AWKWARD = [
    "<dự thảo> báo cáo",
    "{bản 2} và {{ person('x') }} và {% if %}{# ghi chú #}",
    "*đậm* _nghiêng_ **rất** `mã` ~~bỏ~~",
    "[chữ](http://vi.du) ![ảnh](x.png) [^1] [x][y]",
    "Quyết định #12 {: #ma .lop } #",
    r"gạch \ chéo \* và &lt; & &amp;",
    "1946. Chi bộ",
    "- gạch đầu dòng",
    "dòng | cột",
    "<script>alert(1)</script>",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_a_heading_shows_the_text(text: str) -> None:
    converter = Markdown(extensions=["attr_list", "tables", "footnotes", "toc", "def_list"])
    shown = html.fragment_fromstring(converter.convert(f"# {as_text(text)}"), create_parent="div")
    (heading,) = shown
    assert heading.tag == "h1"
    assert heading.text_content() == text
    assert len(heading) == 0


@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_is_a_call(text: str) -> None:
    chapter, problems = parse_chapter(f"---\ntitle: A\n---\n# {as_text(text)}\n".encode(), "a.md")
    assert problems == []
    assert chapter
    assert not {"{{", "{%", "{#"} & {chapter.body[at : at + 2] for at in range(len(chapter.body))}
