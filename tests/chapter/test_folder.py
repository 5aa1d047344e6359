"""The folder docs/ is read whole: what can be read and what cannot, by its path."""

from __future__ import annotations

from pathlib import Path

from macros.chapter.folder import Docs, read_docs

HEAD = "---\ntitle: {}\n---\nchữ\n"


def test_every_page_in_order_and_what_is_wrong_with_the_others(tmp_path: Path) -> None:
    for page, text in (
        ("b.md", HEAD.format("Hai")),
        ("a/c.md", HEAD.format("Một")),
        ("hong.md", "không có phần đầu"),
        ("a/hong.md", "---\ntitel: Ba\n---\n"),
        ("anh.txt", "không phải chương"),
    ):
        path = tmp_path / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    docs = read_docs(tmp_path)
    assert docs.pages == ("a/c.md", "a/hong.md", "b.md", "hong.md")
    titles = {page: one.front_matter.title for page, one in docs.chapters.items()}
    assert titles == {"a/c.md": "Một", "b.md": "Hai"}
    assert {one.path for one in docs.chapters.values()} == {"docs/a/c.md", "docs/b.md"}
    assert [problem.position.path for problem in docs.problems] == [
        "docs/anh.txt",
        "docs/a/hong.md",
        "docs/hong.md",
    ]


def test_no_folder(tmp_path: Path) -> None:
    assert read_docs(tmp_path) == Docs()
