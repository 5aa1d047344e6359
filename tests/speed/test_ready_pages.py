"""A page of a heading and components is what Markdown makes of it, whether it reads it or not."""

from __future__ import annotations

from typing import Any

import markdown
import pytest

from macros.chapter.verbatim import VerbatimExtension, wrap
from macros.text.vietnamese import slug

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
SETTINGS: dict[str, dict[str, Any]] = {"toc": {"permalink": "#", "slugify": slug}}
BODY = wrap('<div class="a" id="than">Một * hai | ba\n\n    bốn [năm](x)</div>')
FOOT = wrap('<section class="notes"><p>1521-QĐ/TU &amp; ATK</p></section>')
LINK, WORD = wrap('<a href="../x/">Sông</a>'), wrap("Sông")
PAGES = [
    f"\n# Lý Thị Mận {{: #ly-thi-man }}\n\n\n{BODY}\n",
    f"\n# Ngô Sáu (Gió Đông, số 6) {{: #ngo-sau-2 }}\n\n\n{BODY}\n\n\n{FOOT}\n",
    f"\n# Năm 1946 {{: #nam-1946 }}\n\n\n{BODY}\n",
    f"# Quyết định 12 {{: #van-ban-12 }}\n\n{FOOT}\n",
    f"\n# Một dòng {{: #mot-dong }}\n\n\n{LINK}\n",
    f"\n# Chữ thôi {{: #chu-thoi }}\n\n\n{WORD}\n",
]
READ = [
    f"\n# Không có mã\n\n\n{BODY}\n",
    f"\n# Có dấu “ngoặc” và *sao* {{: #a }}\n\n{BODY}\n",
    f"\n# Tên {{: #a }}\n\n{BODY}\n\nMột đoạn văn.\n",
    f"\n# Tên -- và... {{: #a }}\n\n{BODY}\n",
    "\n# Tên {: #a }\n\nMột đoạn.\n",
]


class Collector(markdown.treeprocessors.Treeprocessor):
    """Stands for MkDocs' own steps, which remember what they have seen of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.present_anchor_ids: set[str] = set()
        self.title: str | None = None

    def run(self, root: Any) -> None:
        self.present_anchor_ids |= {one.get("id") for one in root.iter() if one.get("id")}
        self.title = next("".join(one.itertext()) for one in root.iter("h1")).removesuffix("#")


def converter(*, plain: bool) -> markdown.Markdown:
    made = markdown.Markdown(
        extensions=[*EXTENSIONS, VerbatimExtension()], extension_configs=SETTINGS
    )
    if plain:
        vars(made).pop("convert", None)
    return made


def read(md: markdown.Markdown, text: str) -> tuple[Any, ...]:
    """Return what MkDocs keeps of a page."""
    md.reset()
    anchors, title = Collector(), Collector()
    md.treeprocessors.register(anchors, "mkdocs_extract_anchors", 4)
    md.treeprocessors.register(title, "mkdocs_extract_title", 4)
    html = md.convert(text)
    return html, vars(md)["toc_tokens"], anchors.present_anchor_ids, title.title


@pytest.mark.parametrize("order", [PAGES, PAGES[::-1], [*READ, *PAGES], [*PAGES, *READ, *PAGES]])
def test_a_page_is_what_markdown_makes_of_it(order: list[str]) -> None:
    quick, plain = converter(plain=False), converter(plain=True)
    assert "convert" in vars(quick)
    assert [read(quick, text) for text in order] == [read(plain, text) for text in order]


def test_markdown_reads_the_shape_of_pages_and_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    md = converter(plain=False)
    read(md, PAGES[0])
    monkeypatch.setattr(md.parser, "parseDocument", lambda _: pytest.fail("read by Markdown"))
    assert "Tô Bảy" in read(md, PAGES[0].replace("Lý Thị Mận", "Tô Bảy"))[0]


def test_an_extension_that_may_change_components_reads_all_pages() -> None:
    class Shout(markdown.postprocessors.Postprocessor):
        def run(self, text: str) -> str:
            return text.upper()

    class Loud(markdown.Extension):
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
            md.postprocessors.register(Shout(), "shout", 1)

    md = markdown.Markdown(extensions=[*EXTENSIONS, Loud(), VerbatimExtension()])
    assert "<H1" in md.convert(PAGES[0])
