"""The page that a macro renders for: anchors are given once, citations are counted once."""

from __future__ import annotations

from macros.chapter import CitationNumbers, Page
from tests.chapter.fabricated import Archive, Linker

PATH = "docs/phuong-an-lac/dai-hoi.md"


def test_an_anchor_is_given_to_the_first_call_alone() -> None:
    page = Page(PATH, None, Archive(), Linker())
    assert [page.take(name) for name in ("nam-1994", "nam-1994", "nam-1995")] == [
        "nam-1994",
        "",
        "nam-1995",
    ]


def test_a_citation_keeps_its_number() -> None:
    page = Page(PATH, None, Archive(), Linker(), CitationNumbers())
    cited = ["nguon#2", "nguon#1", "nguon#2", "khac#1"]
    assert [page.cite_number(one) for one in cited] == [1, 2, 1, 3]
