"""Pages whose frame is rendered once for many are those whose frame is rendered for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment

from macros.engine import rendering
from macros.engine.load import inputs_of
from macros.project.check import check_chapters, load
from macros.project.project import Project
from macros.speed.fragments import Fragments, plain
from macros.system import processes
from tests.small_site import write_site

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = '{% call kept("head") %}{{ word }}{% endcall %}'


def built(project: Project, target: Path) -> Mapping[str, str]:
    """Return the pages of a site, built by one process."""
    chapters = check_chapters(project, load(project).archive)
    found = rendering.render(project, inputs_of(project, chapters), target)
    assert found.problems == []
    pages = sorted(target.rglob("*.html"))
    return {one.relative_to(target).as_posix(): one.read_text(encoding="utf-8") for one in pages}


def test_the_pages_of_a_site_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 1)
    (tmp_path / "trang").mkdir()
    project = Project(write_site(tmp_path / "trang"))
    quick = built(project, tmp_path / "once")
    monkeypatch.setattr(Fragments, "kept", staticmethod(plain))
    each = built(project, tmp_path / "each")
    assert sum(path.startswith("tra-cuu/nhan-vat/") for path in quick) > 1
    assert quick == each


def test_a_part_is_rendered_once_for_pages_that_are_alike() -> None:
    environment = Environment(autoescape=True)
    environment.globals["kept"] = Fragments().kept
    template = environment.from_string(SOURCE)
    assert template.render(alike=("nhan-vat",), word="một") == "một"
    assert template.render(alike=("nhan-vat",), word="hai") == "một"
    assert template.render(alike=("nam",), word="ba") == "ba"


def test_a_page_that_is_like_no_other_is_rendered_by_itself() -> None:
    environment = Environment(autoescape=True)
    for kept in (Fragments().kept, plain):
        environment.globals["kept"] = kept
        template = environment.from_string(SOURCE)
        assert [template.render(alike=None, word=one) for one in ("một", "hai")] == ["một", "hai"]
