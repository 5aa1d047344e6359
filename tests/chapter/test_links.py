"""The links, headings and named places of a chapter, as Markdown reads them."""

from __future__ import annotations

import pytest

from macros.chapter import inspect, parse_chapter
from macros.chapter.links import headings, links, named_places
from tests.chapter.fabricated import Archive, chapter, registry


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Không có liên kết [nào].", []),
        ("[Trang](../khac.md)", [(8, "../khac.md", False)]),
        ('[Trang](khac.md "Tên trang")', [(8, "khac.md", False)]),
        ("[Trang]( khac.md#muc 'Tên' )", [(9, "khac.md#muc", False)]),
        ("![Cổng](anh/cong.jpg)", [(8, "anh/cong.jpg", True)]),
        ("[![Cổng](cong.jpg)](khac.md)", [(9, "cong.jpg", True), (20, "khac.md", False)]),
        ("[Trang](<khac.md>)", [(8, "khac.md", False)]),
        ("[Sông (cũ)](song_(cu).md)", [(12, "song_(cu).md", False)]),
        ("[a](mot.md) và [b](hai.md)", [(4, "mot.md", False), (19, "hai.md", False)]),
        ("[a]\n\n[a]: khac.md", [(10, "khac.md", False)]),
        ("[^1]\n\n[^1]: khac.md", []),
        ("*[UBKT]: Ủy ban", []),
        ("`[a](b.md)` và \\[a](b.md)", []),
        ("```\n[a](b.md)\n```", []),
        ('{{ person("[a](b.md)") }}', []),
        ("[a](b.md\n\nkhông đóng)", []),
        ("a](b.md) và [", []),
        ("[a](không đóng", []),
        (f"[a](b.md{' ' * 1_994})", [(4, "b.md", False)]),
        (f"[a](b.md{' ' * 1_996})", []),
        (f"[{'a' * 1_998}](b.md)", [(2_001, "b.md", False)]),
        (f"[{'a' * 1_999}](b.md)", []),
    ],
)
def test_links(body: str, expected: list[tuple[int, str, bool]]) -> None:
    assert [tuple(one) for one in links(chapter(body))] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Một\n\n## Hai", [(1, "Một", "mot"), (2, "Hai", "hai")]),
        ("## Hai {: #muc-hai }", [(2, "Hai", "muc-hai")]),
        ("## Hai {: .lon #muc-hai } ##", [(2, "Hai", "muc-hai")]),
        (
            "## Hai\n\n### Hai\n\nĐoạn\n{: #hai_2 }\n\n## Hai",
            [(2, "Hai", "hai"), (3, "Hai", "hai_1"), (2, "Hai", "hai_3")],
        ),
        ("Một\n===\n\nHai\n---\n", [(1, "Một", "mot"), (2, "Hai", "hai")]),
        (
            "## **Đậm** và [liên kết](b.md), `mã`",
            [(2, "Đậm và liên kết, mã", "dam-va-lien-ket-ma")],
        ),
        ("#Không", []),
        ("    # Không", []),
        ("```\n# Không\n```", []),
    ],
)
def test_headings(body: str, expected: list[tuple[int, str, str]]) -> None:
    assert [tuple(one[1:]) for one in headings(chapter(body))] == expected


def test_named_places() -> None:
    body = "## Hai {: #hai }\n\nĐoạn {: .nho #ba }\n\n`{: #bon }` {{ chart([]) }}"
    assert named_places(chapter(body)) == [("hai", 7), ("ba", 23)]
    assert named_places(chapter("Không có gì")) == []


def test_a_fault_about_a_file_names_it_from_the_root() -> None:
    text = "---\ntitle: A\n---\n\n[Số liệu](<khac/so lieu.md>)\n"
    read, problems = parse_chapter(text.encode(), "docs/mot/hai.md")
    assert read is not None, problems
    (problem,) = inspect(read, registry, Archive()).problems
    assert problem.about is not None
    assert problem.about.home == "docs/mot/khac/so lieu.md"
