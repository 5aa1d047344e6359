"""The examples that the editors' guide shows are calls that the guard accepts on this site."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import registry
from macros.chapter import expand, parse_chapter
from macros.engine.linker import SiteLinker
from macros.project.check import load
from macros.project.project import Project

ROOT = Path(__file__).resolve().parents[2]
GUIDED = [name for name in registry.names() if (one := registry.get(name)) and one.guide]


@pytest.fixture(scope="module")
def archive():
    return load(Project(ROOT)).archive


@pytest.mark.parametrize("name", GUIDED)
def test_example_expands(archive, name: str) -> None:
    macro = registry.get(name)
    assert macro is not None
    call = f"{{{{ {name}({macro.example}) }}}}"
    text = f"---\ntitle: Thử\norganization: khoi-cac-co-quan\n---\n\n{call}\n"
    chapter, problems = parse_chapter(text.encode(), "docs/khoi-cac-co-quan/thu.md")
    assert not problems
    assert chapter is not None
    html = expand(chapter, archive, SiteLinker(archive), registry=registry)
    assert call not in html
    assert len(html.strip()) > len(name)


def test_every_macro_but_those_of_generated_pages_is_in_the_guide() -> None:
    hidden = set(registry.names()) - set(GUIDED)
    assert hidden == {
        "comparison_of",
        "documents_of",
        "field_guide",
        "gaps_in",
        "macro_guide",
        "people_entries",
        "source_entry",
    }
