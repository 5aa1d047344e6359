"""What a build keeps in the configuration of MkDocs."""

from __future__ import annotations

from macros.chapter import Chapter, FrontMatter
from macros.engine.inputs import BuildState, Inputs
from tests.chapter.fabricated import Archive, Linker, registry


def test_the_trace_of_a_plugin_does_not_write_out_the_data() -> None:
    """mkdocs-macros turns the whole configuration into text in each build."""
    page = Chapter("docs/a.md", FrontMatter("A"), "Trang " * 1_000, 1)
    state = BuildState(Inputs(Archive(), registry, Linker(), pages={"a.md": page}))
    assert len(str(state)) < 200
