"""Pages read and written by several processes are those that one process makes, faults included."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from macros.engine import rendering
from macros.engine.inputs import Inputs
from macros.project.project import Project
from macros.system import processes
from tests.chapter.fabricated import Archive, Linker, registry

COUNT = 40
INPUTS = Inputs(Archive(), registry, Linker())
TEMPLATE = """<!doctype html><title>{{ page.title }}</title>{{ page.content }}
{% for item in page.toc %}{{ item.title }}{% endfor %}
{% for item in nav.pages %}<a href="{{ item.url | url }}">{{ item.title }}</a>{% endfor %}
{% if page.meta.hong %}{{ 1 // 0 }}{% endif %}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "theme").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "theme/main.html").write_text(TEMPLATE, encoding="utf-8")
    names = ["index.md", *(f"bai-{number:02}.md" for number in range(1, COUNT))]
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Sông Mây\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "validation: {links: {anchors: warn}}\nnav: [" + ", ".join(names) + "]\n",
        encoding="utf-8",
    )
    for number, name in enumerate(names):
        following = names[(number + 1) % COUNT]
        text = f"---\nmuc: {number}\n---\n# Bài {number}\n\n## Mục\n\n[tiếp]({following}#muc)\n"
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path


def built(
    project: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> tuple[dict[str, str], list[str]]:
    monkeypatch.setattr(processes, "workers", lambda: workers)
    target = project / f"site-{workers}"
    problems, *_ = rendering.render(Project(project), INPUTS, target)
    pages = {
        file.relative_to(target).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in target.rglob("*.html")
    }
    return pages, [str(one) for one in problems]


def test_the_pages_are_those_of_one_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, shared = (built(project, workers, monkeypatch) for workers in (1, 3))
    assert len(alone[0]) == COUNT
    assert shared == alone
    assert alone[1] == []


@pytest.mark.parametrize("name", ["bai-02.md", "bai-39.md"])
@pytest.mark.parametrize("link", ["khong-co.md", "index.md#xa"])
def test_a_warning_is_told_once_wherever_the_page_was_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, link: str
) -> None:
    (project / "docs" / name).write_text(f"# Bài\n\n## Mục\n\n[kia]({link})\n", encoding="utf-8")
    alone, shared = (built(project, workers, monkeypatch)[1] for workers in (1, 3))
    assert len(alone) == 1
    assert alone[0].startswith(f"docs/{name}:5:7: lỗi: liên kết “{link}” trỏ đến ")
    assert shared == alone


def test_a_page_that_fails_in_another_process_is_told_here(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "---\nhong: true\n---\n# Bài\n\n## Mục\n"
    (project / "docs/bai-39.md").write_text(broken, encoding="utf-8")
    monkeypatch.setattr(processes, "workers", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        rendering.render(Project(project), INPUTS, project / "site")


def test_other_processes_take_part(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = TEMPLATE + "{{ config.extra.process() }}"
    (project / "theme/main.html").write_text(template, encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    hook = "import os\ndef on_config(config):\n    config.extra['process'] = os.getpid\n"
    (project / "so.py").write_text(hook, encoding="utf-8")
    config += "hooks: [so.py]\n"
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    built(project, 2, monkeypatch)
    last = (project / f"site-2/bai-{COUNT - 1}/index.html").read_text(encoding="utf-8")
    assert not last.endswith(f"{os.getpid()}")
