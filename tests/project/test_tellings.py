"""The sentences of chapters that tell: each by the citations that stand in it."""

from __future__ import annotations

from pathlib import Path

from macros.project.check import load
from macros.project.project import Project
from macros.project.tellings import chapter_tellings
from tests.small_site import write_site

CHAPTER = """---
title: Thử
organization: may-thuong
---

# Thử

Câu đầu *không* dẫn gì. Câu hai kể việc [mùa](index.md) màng{{ cite("ky-yeu#2,4") }}. Câu ba.{{ cite("ky-yeu#3") }} Câu tư kể tiếp.

| Bảng | Số{{ cite("ky-yeu#1") }} |
|---|---|

- Mục một{{ cite("ky-yeu#5") }}
"""


def tellings(root: Path) -> list[tuple[str, str]]:
    project = Project(root)
    return [
        (" ".join(map(str, one.citations)), " ".join(one.text.split()))
        for one in chapter_tellings(project, load(project).archive)
        if "Câu" in one.text or "Mục" in one.text or "Bảng" in one.text
    ]


def test_a_sentence_tells_the_paragraphs_that_it_cites_itself(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    (root / "docs" / "may-thuong" / "thu.md").write_text(CHAPTER, encoding="utf-8")
    assert tellings(root) == [
        ("ky-yeu#2 ky-yeu#4", "Câu hai kể việc mùa màng ."),
        ("ky-yeu#3", "Câu ba ."),
        ("ky-yeu#5", "- Mục một"),
    ]


def test_pages_about_the_site_tell_nothing_and_wrong_chapters_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    look_up = root / "docs" / "tra-cuu" / "thu.md"
    look_up.parent.mkdir(exist_ok=True)
    look_up.write_text(CHAPTER, encoding="utf-8")
    wrong = CHAPTER.replace("Mục một", '{{ persson("x") }} Mục một')
    (root / "docs" / "may-thuong" / "thu.md").write_text(wrong, encoding="utf-8")
    assert tellings(root) == []
