"""Real MkDocs builds of a small invented site: what gets through, and what stops the build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFIG = """\
site_name: Thử
theme: {{name: material, font: false}}
use_directory_urls: false
validation: {{anchors: warn}}
extra: {{bien: giá trị}}
markdown_extensions: [attr_list, md_in_html, footnotes, tables, abbr, pymdownx.superfences]
plugins:
  - macros:
      module_name: site_macros
{settings}
"""
MODULE = """\
import macros
from macros.engine.inputs import BuildState, Inputs, state_of
from tests.chapter.fabricated import Archive, Linker, registry


def define_env(env):
    state_of(env.conf).inputs = Inputs(Archive(), registry, Linker())
    macros.define_env(env)
"""
GOOD = """\
---
title: Trang tốt
organization: phuong-an-lac
---

# Trang tốt

Ông {{ person("ly-van-dong") }}, [biểu đồ](#bieu-do).

{{ chart(["ly-van-dong"]) }}
"""


def page(body: str, extra: str = "") -> str:
    return f"---\ntitle: Trang thử\n{extra}---\n\n{body}\n"


def site(root: Path, pages: dict[str, str | bytes], settings: str = "") -> Path:
    """Write a site with these pages."""
    (root / "docs").mkdir(parents=True)
    lines = "".join(f"      {line}\n" for line in settings.splitlines())
    (root / "mkdocs.yml").write_text(CONFIG.format(settings=lines), encoding="utf-8")
    (root / "site_macros.py").write_text(MODULE, encoding="utf-8")
    for name, content in pages.items():
        data = content if isinstance(content, bytes) else content.encode()
        (root / "docs" / name).write_bytes(data)
    return root


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs build --strict`` in the site."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_good_pages(tmp_path: Path) -> None:
    other = page('{{ leadership_table("secretary") }}', "description: Mô tả\nhide: [toc]\n")
    root = site(
        tmp_path,
        {"index.md": GOOD, "khac.md": b"\xef\xbb\xbf" + other.encode()},
        "j2_variable_start_string: '[['\nj2_variable_end_string: ']]'\nrender_by_default: false",
    )
    result = build(root)
    assert result.returncode == 0, result.stderr
    html = (root / "site/index.html").read_text(encoding="utf-8")
    from tests.chapter.fabricated import FIGURE, TABLE

    assert '<a href="../person/ly-van-dong/">ly-van-dong *K* _UBKT_</a>' in html
    assert FIGURE in html
    khac = (root / "site/khac.html").read_text(encoding="utf-8")
    assert TABLE in khac
    assert "<title>Trang thử - Thử</title>" in khac
    assert '<meta name="description" content="Mô tả">' in khac
    assert "\ue000" not in html + khac


HOSTILE = {
    "a-class.md": (page("{{ ''.__class__ }}"), ["5:4"]),
    "b-raw.md": (page("{% raw %}{{ x }}{% endraw %}"), ["5:1", "5:13"]),
    "c-config.md": (page("{{ config }}"), ["5:4"]),
    "d-include.md": (page('{% include "x" %}'), ["5:1"]),
    "e-safe.md": (page('{{ person("ly-van-dong")|safe }}'), ["5:4"]),
    "f-render.md": (page("{{ config }}", "render_macros: false\n"), ["3:1"]),
    "g-ignore.md": (page("{{ config }}", "ignore_macros: true\n"), ["3:1"]),
    "h-bom.md": (b"\xef\xbb\xbf" + page("{{ config }}").encode(), ["5:4"]),
    "i-title.md": ("---\ntitle: '{{ config }}'\n---\n", ["2:9"]),
    "j-variable.md": (
        page("{{ bien }} {{ environment }} {{ context() }}"),
        ["5:4", "5:15", "5:33"],
    ),
    "k-html.md": (page("<script>alert(1)</script>"), ["5:1"]),
    "l-multimarkdown.md": ("title: A\nrender_macros: false\n\n{{ config }}\n", ["1:1"]),
    "m-dots.md": ("---\ntitle: A\n...\n\n{{ config }}\n", ["1:1"]),
    "n-now.md": (page("{{ now() }} {{ macros_info() }} {{ fix_url('x') }}"), ["5:4"]),
}


def test_hostile_pages_stop_the_build_and_are_all_told(tmp_path: Path) -> None:
    pages = {name: content for name, (content, _) in HOSTILE.items()}
    root = site(tmp_path, {"index.md": GOOD, **pages})
    result = build(root)
    assert result.returncode == 1
    for name, (_, places) in HOSTILE.items():
        for place in places:
            assert f"docs/{name}:{place}: lỗi: " in result.stderr
    assert "Traceback" not in result.stderr
    assert not (root / "site/index.html").exists()


@pytest.mark.parametrize(
    "settings",
    [
        "j2_variable_start_string: '[['\nj2_variable_end_string: ']]'",
        "j2_block_start_string: '<%'\nj2_comment_start_string: '<#'",
        "render_by_default: false",
        "on_undefined: keep\non_error_fail: false",
    ],
)
def test_settings_of_the_plugin_have_no_effect(tmp_path: Path, settings: str) -> None:
    root = site(tmp_path / "a", {"index.md": page("{{ config }}")}, settings)
    result = build(root)
    assert result.returncode == 1
    assert "docs/index.md:5:4: lỗi: không được dùng biến “config” trong chương" in result.stderr


def test_other_marks_are_plain_text(tmp_path: Path) -> None:
    settings = "j2_variable_start_string: '[['\nj2_variable_end_string: ']]'"
    root = site(tmp_path, {"index.md": page("Chữ [[ 6 * 7 ]] vẫn là chữ")}, settings)
    result = build(root)
    assert result.returncode == 0, result.stderr
    assert "Chữ [[ 6 * 7 ]] vẫn là chữ" in (root / "site/index.html").read_text(encoding="utf-8")


def test_data_that_cannot_be_loaded_stops_the_build(tmp_path: Path) -> None:
    root = site(tmp_path, {"index.md": GOOD})
    (root / "site_macros.py").write_text(
        "import macros\n"
        "from macros.engine import plugin\n"
        "from macros.engine.inputs import DataError\n"
        "from macros.messages.problems import Position, Problem\n"
        "def refuse(config):\n"
        "    raise DataError([Problem(Position('data/a.yml', 3, 2), 'hỏng', 'sửa')])\n"
        "plugin.load_inputs = refuse\n"
        "define_env = macros.define_env\n",
        encoding="utf-8",
    )
    result = build(root)
    assert result.returncode == 1
    assert "data/a.yml:3:2: lỗi: hỏng → sửa" in result.stderr
    assert "Traceback" not in result.stderr
