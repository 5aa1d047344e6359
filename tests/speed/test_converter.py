"""One converter of Markdown for all pages makes the pages that a new one for each makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.engine import parallel_pages, rendering
from macros.engine.inputs import Inputs
from macros.project.project import Project
from macros.system import processes
from tests.chapter.fabricated import Archive, Linker, registry

INPUTS = Inputs(Archive(), registry, Linker())
PAGES = {
    "index.md": "# Sông\n\n## Nguồn\n\nMột[^1] và [kia][mot].\n\n[^1]: Chú thích.\n\n[mot]: b.md\n",
    "b.md": "# Suối\n\n## Nguồn\n\n## Nguồn\n\nHai[^1] và [kia][mot].\n\n[^1]: Chú thích khác.\n",
    "c.md": "Không có tên mục.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nSông\n: Dòng nước\n",
    "d.md": "---\ntitle: Tên riêng\n---\n\n!!! note\n    Nhớ.\n\n<div id='nguon' markdown>*x*</div>\n",
}
CONFIGURATION = (
    "site_name: Sông Mây\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
    "markdown_extensions: [footnotes, tables, def_list, admonition, md_in_html, attr_list, "
    "{toc: {permalink: '#'}}]\n"
)


def test_pages_are_those_of_a_new_converter_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 1)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("{{ page.title }}{{ page.content }}{{ page.toc }}")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    made = []
    for target in ("one", "each"):
        rendering.render(Project(tmp_path), INPUTS, tmp_path / target)
        found = sorted((tmp_path / target).rglob("*.html"))
        made.append([file.read_text(encoding="utf-8") for file in found])
        monkeypatch.setattr(parallel_pages, "with_one_converter", lambda read: read)
    assert len(made[0]) == len(PAGES)
    assert made[0] == made[1]
    assert "Chú thích khác" in "".join(made[0])
