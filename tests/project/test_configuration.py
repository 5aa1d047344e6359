"""The settings of a site: what the build would refuse is told at its line, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from material.plugins.search.config import SearchConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs_macros.plugin import MacrosPlugin

from macros.project.configuration import KINDS, OPTIONS
from macros.project.markdown import Renderer
from macros.project.navigation import read_navigation, wrong_keys
from macros.project.own_settings import INHERITED
from macros.project.settings import read_settings

START = "site_name: Mây Thượng\n"
WHOLE = "theme:\n  name: material\nplugins:\n"
"""With a theme, all settings are the site's own."""


def messages(root: Path, text: str) -> list[str]:
    (root / "docs").mkdir(exist_ok=True)
    (root / "hong.py").write_text("a = 1\ndef (\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(START + text, encoding="utf-8")
    navigation = read_navigation(root)
    return [str(one) for one in (*wrong_keys(navigation), *navigation.wrong_settings)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("theme:\n  name: materal\n", 3, "“material”"),
        ("theme: materal\n", 2, "“material”"),
        ("theme: readthedocs\n", 2, "dùng một trong: “material”|material"),
        ("theme: [material]\n", 2, "“theme” không phải"),
        ("theme:\n  features: navigation.tabs\n", 3, "viết features: [navigation.tabs]"),
        ("theme:\n  language: vn\n", 3, "viết vi cho tiếng Việt"),
        ("theme:\n  custom_dir: rieng\n", 3, "“rieng”, ở đó không có gì"),
        ("plugins:\n  - serch\n", 3, "“search”"),
        ("plugins:\n  - search:\n      langg: vi\n", 4, "“lang”"),
        ("plugins:\n  - search:\n      lang: 5\n", 4, "“lang” không phải"),
        (f"{WHOLE}  - macros:\n      on_error_fail: chắc\n", 6, "true hoặc false"),
        ("plugins:\n  - macros: {module_name: macros}\n", 3, "xóa mục này"),
        (f"{WHOLE}  - macros: {{module_name: khong}}\n", 5, "“khong”, ở đó không có gì"),
        (f"{WHOLE}  - macros:\n      modules: [khong_co_goi]\n", 6, "“khong_co_goi”"),
        (f"{WHOLE}  - macros:\n      include_dir: khong\n", 6, "“khong”, ở đó"),
        ("plugins: search\n", 2, "viết plugins: [search]"),
        ("markdown_extensions:\n  - tablees\n", 3, "“tables”"),
        ("site_url: lichsu.example\n", 2, "https://"),
        ("strict: có\n", 2, "true hoặc false"),
        ("site_author: 1945\n", 2, 'viết site_author: "1945"'),
        ("extra_css: a.css\n", 2, "viết extra_css: [a.css]"),
        ("hooks: [khong-co.py]\n", 2, "ở đó không có gì"),
        ("theme:\n  palette: 5\n", 3, "“palette” không phải"),
        ("theme:\n  static_templates: [khong.html]\n", 3, "không thấy tệp “khong.html”"),
        ("extra_templates: [khong.html]\n", 2, "không dùng được mục này"),
        ("mdx_configs: {toc: {a: 1}}\n", 2, "không dùng được mục này"),
        ("edit_uri_template: 'sua/{tep}'\n", 2, "dùng {path}"),
        ("theme:\n  custom_dir: /\n", 3, "ngoài thư mục của trang"),
        ("watch: [docs/../..]\n", 2, "ngoài thư mục của trang"),
        ("hooks: [docs]\n", 2, "đó không phải tệp đọc được"),
        ("hooks: [hong.py]\n", 2, "“hong.py” viết sai ở dòng 2"),
        ("extra_css: [khong/co.css]\n", 2, "không thấy tệp “khong/co.css”"),
        ("extra_css: ['https://a.example/b.css']\n", 2, "ở máy chủ khác"),
        ("extra_javascript:\n  - {path: khong/co.js, defer: true}\n", 3, "không thấy tệp"),
        ("extra_javascript:\n  - {pat: khong/co.js}\n", 3, "không có đường dẫn"),
        ("theme:\n  logo: khong/co.svg\n", 3, "không thấy tệp “khong/co.svg”"),
        ("markdown_extensions: [os]\n", 2, "không có phần mở rộng của Markdown nào tên “os”"),
        ("markdown_extensions: [cua_toi]\n", 2, "không có phần mở rộng của Markdown"),
        ("markdown_extensions:\n  - toc: sâu\n", 3, "“toc” không phải các dòng"),
        ("validation:\n  links:\n    anchors: loi\n", 4, "“warn”|warn"),
        ("theme:\n  icon:\n    logo: material/khong-co\n", 4, "“material/khong-co”"),
        ("theme:\n  icon:\n    admonition:\n      note: octicons/../a\n", 5, "“octicons/../a”"),
        (
            "theme:\n  palette:\n    toggle:\n      icon: material/weather-suny\n",
            5,
            "weather-sunny”",
        ),
        ("theme:\n  palette:\n    - toggle: {icon: khong}\n", 4, "“khong”"),
        ("extra:\n  social:\n    - icon: fontawesome/brands/facebok\n", 4, "brands/facebook”"),
        ("extra:\n  x: !!python/name:material.khong.co\n", 3, "“material.khong.co”"),
        *(
            (f"plugins:\n  - {name}\n", 3, f"không dùng được “{name}”")
            for name in ("social", "material/privacy", "info", "blog", "tags", "offline", "group")
        ),
        ("plugins: {optimize: {}}\n", 2, "không dùng được “optimize”"),
        ("menu:\n  - index.md\n", 2, "có phải ý bạn là “nav”"),
    ],
)
def test_a_wrong_setting_is_told_once_at_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    found = messages(tmp_path, text)
    assert len(found) == 1, found
    assert found[0].startswith(f"mkdocs.yml:{line}:")
    assert any(part in found[0] for part in words.split("|")), found[0]


@pytest.mark.parametrize(
    "text",
    [
        "theme: material\n",
        "theme:\n  name: material\n  palette: {scheme: slate}\n  language: vi\n",
        "plugins: [search, material/meta]\n",
        "plugins:\n  search: {lang: vi}\n  macros: {on_error_fail: true}\n",
        "plugins:\n  - search:\n      lang: [vi, en]\n",
        'site_url: !ENV [SITE_URL, ""]\nstrict: !ENV [STRICT, false]\n',
        "site_url:\nrepo_url: https://example.org/a\n",
        "markdown_extensions:\n  - attr_list\n  - toc: {permalink: true}\n  - macros.chapter\n",
        "extra_css: [assets/stylesheets/text.css, rieng/a.css]\ntheme: {custom_dir: overrides}\n",
        "theme:\n  logo: assets/images/logo.svg\n  favicon: logo.png\n",
        "markdown_extensions:\n  - pymdownx.emoji: {emoji_index: "
        "!!python/name:material.extensions.emoji.twemoji }\n",
        "edit_uri_template: 'sua/{path}'\ntheme: {static_templates: [_headers, 404.html]}\n",
        "theme: {name: null, custom_dir: overrides}\n",
        "theme:\n  icon: {logo: material/weather-sunny, tag: {html: fontawesome/brands/html5}}\n",
        "extra:\n  social:\n    - {icon: fontawesome/brands/facebook, link: https://example.org}\n",
        "# !!python/name:khong.co\n",
        "strict: false\nextra: {a: b}\nvalidation: {nav: {not_found: info}}\n",
    ],
)
def test_what_is_right_is_not_told(tmp_path: Path, text: str) -> None:
    for path in ("overrides/rieng/a.css", "docs/logo.png"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()
    assert messages(tmp_path, text) == []


RUNNING = [
    "!!pyth%6fn/object/apply:os.getpid []",
    "!!python/%6eame:os.system",
    "!!python/name:os.system",
    "!!python/name:materialy.x",
    "!!python/object/apply:os.getpid []",
    "[!!pyth%6Fn/name:os.system ]",
    "!<%74ag:yaml.org,2002:python/name:os.system>",
]


@pytest.mark.parametrize("value", RUNNING)
def test_a_tag_that_runs_what_it_names_is_not_read(tmp_path: Path, value: str) -> None:
    text = f"{START}extra:\n  a: {value}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    (problem,) = read_navigation(tmp_path).problems
    assert str(problem).startswith("mkdocs.yml:3:1: lỗi: thẻ YAML ở dòng này chạy mã")
    with pytest.raises(ConfigurationError):
        read_settings(tmp_path)


def test_a_tag_named_anew_behind_a_byte_order_mark(tmp_path: Path) -> None:
    text = "\ufeff%TAG !x! tag:yaml.org,2002:pyt\n---\na: !x!hon/name:os.system\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert [one.position.line for one in read_navigation(tmp_path).problems] == [1]
    with pytest.raises(ConfigurationError):
        read_settings(tmp_path)


def test_an_extension_of_the_site_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cua_toi.py").write_text("raise SystemExit('đã chạy')\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(START + "markdown_extensions: [cua_toi, 5]\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert Renderer(tmp_path)("chữ") == "<p>chữ</p>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plugins:\n  - search\n", "mất “macros”"),
        ("hooks: [them.py]\n", "mất “macros/engine/hooks.py”"),
        ("plugins:\n  - macros: {module_name: docs}\n  - search\n", ""),
        ("plugins:\n  - macros\n  - search\n", "thiếu các tùy chọn"),
    ],
)
def test_a_list_that_replaces_that_of_the_program(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "them.py").write_text("", encoding="utf-8")
    doubled = ["mkdocs.yml:3:5"] if "- macros" in text else []
    # Without INHERIT, lists are joined.
    assert [one.partition(": ")[0] for one in messages(tmp_path, text)] == doubled
    whole = f"INHERIT: {INHERITED}\n{text}"
    assert "xóa dòng này: cài đặt của chương trình" in messages(tmp_path, whole)[-1]
    (tmp_path / INHERITED).parent.mkdir(parents=True)
    (tmp_path / INHERITED).touch()
    found = messages(tmp_path, whole)
    assert len(found) == bool(words), found
    assert not words or words in found[0]


def test_a_refused_plugin_in_such_a_list_is_all_that_is_told(tmp_path: Path) -> None:
    (tmp_path / INHERITED).parent.mkdir(parents=True)
    (tmp_path / INHERITED).touch()
    (found,) = messages(tmp_path, f"INHERIT: {INHERITED}\nplugins: [macros, social]\n")
    assert "không dùng được “social”" in found


@pytest.mark.parametrize("tag", ["!khong", "!Env", "!!text", "!relative"])
def test_a_tag_that_nothing_reads_is_told_at_its_place(tmp_path: Path, tag: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{START}copyright: {tag} Chữ\n", encoding="utf-8")
    (problem,) = read_navigation(tmp_path).problems
    assert str(problem).startswith("mkdocs.yml:2:12: lỗi: “!")
    with pytest.raises(ConfigurationError):
        read_settings(tmp_path)


def test_the_lists_are_those_of_mkdocs_and_its_plugins() -> None:
    assert {name for name, _ in MkDocsConfig()._schema} | {"INHERIT"} == set(KINDS)
    assert {name for name, _ in MacrosPlugin.config_scheme} == set(OPTIONS["macros"])
    assert {name for name, _ in SearchConfig()._schema} == set(OPTIONS["search"])
