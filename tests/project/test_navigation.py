"""The navigation as a YAML parser reads it, whatever way an editor wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError

from macros.messages.problems import Position
from macros.project.navigation import NavigationPage, read_navigation
from macros.project.project import Project
from macros.project.settings import read_settings

SETTINGS = """\
site_name: !ENV [NAME, x]
markdown_extensions:
  - toc: {slugify: !!python/name:markdown.extensions.toc.slugify }
"""


def read(root: Path, nav: str) -> list[str]:
    (root / "mkdocs.yml").write_text(SETTINGS + nav, encoding="utf-8")
    return [one.page for one in read_navigation(root).listed]


@pytest.mark.parametrize(
    "nav",
    [
        "nav:\n  - index.md\n  - Xã:\n      - xa/index.md\n      - Hai, 1990: xa/hai.md\nextra: 1\n",
        'nav:\n- "index.md"\n- "Xã: một":\n  - \'xa/index.md\'\n  - \'Hai: 1990\': "xa/hai.md"  # hai\n',
        "nav: [index.md, {Xã: [xa/index.md, {Hai: xa/hai.md}]}]\n",
        "nav:\n  - index.md\n  -\n    Xã:\n      - xa/index.md\n      - ? Hai\n        : xa/hai.md\n",
    ],
)
def test_pages_are_listed_in_their_order(tmp_path: Path, nav: str) -> None:
    assert read(tmp_path, nav) == ["index.md", "xa/index.md", "xa/hai.md"]


def test_names_with_spaces_and_letters_of_any_kind(tmp_path: Path) -> None:
    assert read(tmp_path, "nav:\n  - Bài: xã/bài một.md\n") == ["xã/bài một.md"]


def test_links_to_elsewhere_are_no_pages(tmp_path: Path) -> None:
    assert read(tmp_path, "nav:\n  - Kia: https://example.org/\n  - a.md\n") == ["a.md"]


def test_where_a_page_is_listed(tmp_path: Path) -> None:
    read(tmp_path, "nav:\n  - Đầu: index.md\n")
    assert read_navigation(tmp_path).listed == (
        NavigationPage("index.md", Position("mkdocs.yml", 5, 10)),
    )


@pytest.mark.parametrize("text", ["", "nav: [\n", "- a\n", "site_name: x\n"])
def test_settings_without_a_navigation_list_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_navigation(tmp_path).listed == ()
    assert read_navigation(tmp_path / "khong-co").listed == ()


def test_chapters_stand_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    read(tmp_path, "nav:\n  - b.md\n  - thieu.md\n  - b.md\n")
    (tmp_path / "docs").mkdir()
    for name in ("a", "b", "c"):
        text = f"---\ntitle: {name}\n---\n"
        (tmp_path / f"docs/{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "docs/hong.md").write_text("x", encoding="utf-8")
    project = Project(tmp_path)
    assert list(project.chapters) == ["b.md", "a.md", "c.md"]
    assert project.docs.pages == ("a.md", "b.md", "c.md", "hong.md")
    assert [one.position.path for one in project.docs.problems] == ["docs/hong.md"]


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("x: !!python/object/apply:os.system [a]\n", "4:1", "chạy mã khi tệp được đọc"),
        ("x: !!python/module:antigravity\n", "4:1", "chạy mã khi tệp được đọc"),
        ("x: !<tag:yaml.org,2002:python/name:os.system> a\n", "4:1", "chạy mã"),
        ("site_dir: /etc\n", "4:1", "không đổi được “site_dir”"),
        ("docs_dir: ..\n", "4:1", "không đổi được “docs_dir”"),
        ("INHERIT: ../../x.yml\n", "4:10", "INHERIT chỉ nhận macros/project/settings.yml"),
        ("site_description: a <img src=x>\n", "4:19", "đọc là thẻ HTML"),
        ("copyright: <script>x</script>\n", "4:12", "“copyright” chỉ nhận"),
        ("copyright: <a href='javascript:x'>x</a>\n", "4:12", "“copyright” chỉ nhận"),
        ("nav:\n  - <b>x: index.md\n", "5:5", "đọc là thẻ HTML"),
        ("nav:\n  - x: javascript://a/%0ax\n", "5:8", "không được dùng “javascript:”"),
        (f"x: &a [1]\ny: [{'*a, ' * 21}]\n", "5:85", "có hơn 20 bí danh"),
    ],
)
def test_what_the_build_would_refuse_or_run_is_told_at_its_place(
    tmp_path: Path, line: str, place: str, words: str
) -> None:
    read(tmp_path, line)
    (problem,) = read_navigation(tmp_path).problems
    assert str(problem).startswith(f"mkdocs.yml:{place}: lỗi: ")
    assert words in problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_tag_runs_when_settings_are_read(tmp_path: Path, encoding: str) -> None:
    text = f'x: !!python/object/apply:os.mkdir ["{tmp_path}/chay"]\n'
    (tmp_path / "mkdocs.yml").write_text(text, encoding=encoding)
    with pytest.raises(ConfigurationError):
        read_settings(tmp_path)
    assert not (tmp_path / "chay").exists()


def test_settings_are_no_link(tmp_path: Path) -> None:
    (tmp_path / "khac.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").symlink_to("khac.yml")
    (problem,) = read_navigation(tmp_path).problems
    assert "là liên kết" in problem.message


def test_usual_settings_are_not_refused(tmp_path: Path) -> None:
    usual = (
        "INHERIT: macros/project/settings.yml\n"
        "copyright: <b>©</b> <a href='https://vi.du/'>Đảng bộ</a>\n"
        "site_description: 3 < 5\n"
        "nav:\n  - Kia: https://vi.du/\n  - Thư: mailto:a@vi.du\n  - 5 < 7: a.md\n"
    )
    read(tmp_path, usual)
    assert read_navigation(tmp_path).problems == ()
