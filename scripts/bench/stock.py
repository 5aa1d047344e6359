"""The stock version: the same pages, already expanded, for the unmodified theme.

Every page of the fabricated project, including generated ones, becomes plain Markdown with its
components as raw HTML. mkdocs-material builds it with the same Markdown extensions and navigation,
but with nothing of this project: no hooks, macros or overrides. Tables are HTML (`docs`), which
saves Markdown most of its work, or Markdown (`docs-markdown`), as authors would write them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from macros.catalogue.pages import generated_pages
from macros.chapter import expand, parse_chapter
from macros.chapter.verbatim import CLOSE, OPEN
from macros.engine.load import inputs_from
from macros.project.check import load
from macros.project.navigation import PROGRAM_SETTINGS
from macros.project.project import Project
from scripts.bench.generate import Nav, nav_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXTENSIONS = re.compile(r"^markdown_extensions:\n(?:[ #].*\n|\n)+", re.MULTILINE)
# A blank line would end a block of raw HTML.
_BLANK_LINES = re.compile(r"\n\s*\n")
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_COMPONENT = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def write_stock(project: Path, root: Path, nav: Nav) -> int:
    """Write the stock version of `project` to the empty folder `root`; return its page count.

    `root` gets three configurations: mkdocs.yml, markdown-tables.yml and
    without-search.yml.
    """
    count = 0
    for path, head, text in expanded_pages(project):
        for folder, table in (("docs", str), ("docs-markdown", markdown_tables)):
            target = root / folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(head + plain(text, table), encoding="utf-8")
        count += 1
    for name, docs, plugins in (
        ("mkdocs.yml", "docs", "[search]"),
        ("markdown-tables.yml", "docs-markdown", "[search]"),
        ("without-search.yml", "docs", "[]"),
    ):
        (root / name).write_text(configuration(nav, docs, plugins), encoding="utf-8")
    return count


def expanded_pages(project: Path) -> Iterator[tuple[str, str, str]]:
    """Yield every page of a project as (path under docs/, front matter, expanded text)."""
    docs = project / "docs"
    archive = load(Project(project)).archive
    built = inputs_from(archive)
    pages = generated_pages(archive)
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        chapter, problems = parse_chapter(file.read_bytes(), f"docs/{path}")
        if chapter is None:
            raise ValueError(f"a fabricated page cannot be read: {problems}")
        pages[path] = chapter
    for path, chapter in pages.items():
        text = expand(chapter, built.archive, built.linker, registry=built.registry)
        yield path, f'---\ntitle: "{chapter.front_matter.title}"\n---\n', text


def plain(expanded: str, table: Callable[[str], str]) -> str:
    """Return an expanded chapter without the marks of components, for plain Markdown.

    `table` converts the HTML of each component.
    """
    return _COMPONENT.sub(lambda mark: table(_BLANK_LINES.sub("\n", mark[1])), expanded)


def markdown_tables(html: str) -> str:
    """Return a component with its tables moved to its end, in Markdown with HTML cells."""
    tables = _TABLE.findall(html)
    return "\n\n".join([_TABLE.sub("", html), *map(_pipes, tables)])


def _pipes(table: str) -> str:
    rows = [[" ".join(cell.split()) for cell in _CELL.findall(row)] for row in _ROW.findall(table)]
    lines = [f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def configuration(nav: Nav, docs: str, plugins: str) -> str:
    """Return the stock mkdocs.yml, with the Markdown extensions of the real one."""
    real = PROGRAM_SETTINGS.read_text(encoding="utf-8")
    extensions = _EXTENSIONS.search(real)
    if extensions is None:
        raise ValueError("settings.yml has no markdown_extensions")
    head = ["site_name: Trang mẫu", "theme:", "  name: material", "  language: vi"]
    lines = [*head, f"docs_dir: {docs}", f"plugins: {plugins}", *nav_lines(nav), extensions.group()]
    return "\n".join(lines) + "\n"
