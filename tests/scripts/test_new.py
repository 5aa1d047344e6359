"""`make new`: an organization with nothing but a name checks and builds; ids are guarded."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.authoring.scaffold import ScaffoldError, add_to_menu
from macros.project.check import check_project
from macros.project.project import Project
from scripts import new
from tests.bad_input.test_bad_input import run
from tests.small_site import write_site

NAME = "Đảng bộ xã Mây Hạ"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    return write_site(root)


def test_a_new_organization_checks_and_builds(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new.main(["--root", str(site), "ORGANIZATION=may-ha", f"NAME={NAME}"]) == 0
    told = capsys.readouterr().out
    assert "data/organizations/may-ha/organization.yml: đã tạo\n" in told
    assert "mkdocs.yml: thêm mục\n" in told
    assert "make check" in told
    report = check_project(Project(site))
    assert [str(problem) for problem in report.problems] == []
    assert report.archive.dossiers["may-ha"].title == NAME
    # The new volume stands after the one that was there.
    assert [one.id for one in report.archive.volumes] == ["may-thuong", "may-ha"]
    result = run("scripts.build", "--root", str(site))
    assert result.returncode == 0, result.stderr
    page = (site / "site/may-ha/index.html").read_text(encoding="utf-8")
    assert NAME in page
    assert "may-ha" in (site / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["ORGANIZATION=Mây-Hạ", f"NAME={NAME}"],
            "lỗi: mã “Mây-Hạ” không đúng dạng → chỉ dùng chữ thường không dấu, chữ số và gạch nối, "
            "bắt đầu bằng chữ, ví dụ: may-ha\n",
        ),
        (
            ["ORGANIZATION=may-thuong", f"NAME={NAME}"],
            "lỗi: tổ chức “may-thuong” đã có ở data/organizations/may-thuong/ → chọn một mã khác, "
            "hoặc sửa các tệp ở đó\n",
        ),
        (
            ["ORGANIZATION=changes", f"NAME={NAME}"],
            "lỗi: mã “changes” đã dành cho việc khác của trang → chọn một mã khác\n",
        ),
        (["ORGANIZATION=may-ha"], 'lỗi: chưa có tên tổ chức → thêm NAME="Đảng bộ xã …"\n'),
        (
            ["ORGANIZATION=may-ha", "NAME=Đảng bộ {{ config }}"],
            "lỗi: tên tổ chức có ký tự { → viết tên chỉ gồm chữ, số, dấu câu\n",
        ),
        (
            ["ORGANIZATION=may-ha", f"NAME={NAME}", "KIND=dang"],
            "lỗi: không có loại “dang” → KIND là một trong: party, administrative, mass, other\n",
        ),
        (
            [],
            "lỗi: mã “” không đúng dạng → chỉ dùng chữ thường không dấu, chữ số và gạch nối, bắt "
            "đầu bằng chữ, ví dụ: may-ha\n",
        ),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert new.main(["--root", str(site), *arguments]) == 1
    assert capsys.readouterr().err == message
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


MENU = {"": "may-ha/index.md", "Số liệu": "may-ha/so-lieu.md"}
SECTION = '  - "Mây Hạ":\n      - may-ha/index.md\n      - Số liệu: may-ha/so-lieu.md\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "nav:\n  # Đầu\n  - index.md\n",
            "  - Tra cứu:\n      - tra-cuu/index.md\nextra: {}  # sau\n",
        ),
        ("nav:\n  - index.md\n", "\n# Phần mở rộng\nextra: {}\n"),
        ("nav: # thực đơn\n  - A: index.md\n  - B:\n      - b/index.md\n", ""),
    ],
)
def test_the_menu_gains_a_section_and_nothing_else_changes(before: str, after: str) -> None:
    config = add_to_menu(before + after, '"Mây Hạ"', MENU)
    assert config == before + SECTION + after
    assert {"Mây Hạ": ["may-ha/index.md", {"Số liệu": "may-ha/so-lieu.md"}]} in yaml.safe_load(
        config
    )["nav"]


def test_a_menu_that_is_not_indented() -> None:
    config = add_to_menu("nav:\n- index.md\nextra: {}\n", '"Mây Hạ"', MENU)
    assert yaml.safe_load(config)["nav"][1] == {
        "Mây Hạ": ["may-ha/index.md", {"Số liệu": "may-ha/so-lieu.md"}]
    }


def test_without_a_menu_nothing_can_be_added() -> None:
    with pytest.raises(ScaffoldError, match="không có phần “nav:”"):
        add_to_menu("site_name: A\n", '"Mây Hạ"', MENU)
