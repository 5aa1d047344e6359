"""What a whole contribution changes: chapters, pictures, navigation, program, in each format."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.changes.command import changes_of
from macros.changes.compare import Changes
from macros.changes.formats import FORMATS
from tests.picture_files import drawn
from tests.small_site import (
    CHAPTER,
    CONGRESSES,
    DOCUMENTS,
    STATISTICS,
    TRANSCRIPTION,
    Slip,
    put,
    write_site,
)


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.vn", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def commit(root: Path, name: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", f"--message={name}")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "a")
    git(root, "checkout", "--quiet", "-b", "sua")
    return root


def edit(site: Path, path: str, old: str, new: str) -> None:
    Slip("", path, old, new, "").apply(site)


def text(found: Changes) -> str:
    return "\n".join(FORMATS["text"](found))


def markdown(found: Changes) -> str:
    return "\n".join(FORMATS["markdown"](found))


def test_a_merger_is_told_with_its_parties(site: Path) -> None:
    put(
        site,
        "data/changes/hop-nhat.yml",
        """\
kind: merger
date: "1958-08-20"
participants:
  - { organization: may-thuong, role: from, extent: whole, members: 41 }
  - { label: Đảng bộ xã Mây Hạ, role: to, units: 3 }
documents: [quyet-dinh-12-1950]
cite: ky-yeu#5
""",
    )
    said = text(changes_of(site, "main"))
    assert "Thêm “hop-nhat”:" in said
    assert "Tổ chức: “Đảng bộ xã Mây Thượng” (may-thuong)" in said
    assert "Số đảng viên: 41" in said
    assert "Tên: “Đảng bộ xã Mây Hạ”" in said
    assert "Số tổ chức: 3" in said
    assert "Văn bản: “Quyết định số 12-QĐ/TU” (quyet-dinh-12-1950)" in said


def test_congress_document_and_contradiction_are_told_in_full(site: Path) -> None:
    edit(
        site,
        CONGRESSES,
        "congresses:\n",
        "congresses:\n  - { id: dai-hoi-3, ordinal: III, dates: '1960', term: '1960/1963', "
        "delegates: 77, cite: 'ky-yeu#5' }\n",
    )
    edit(
        site,
        DOCUMENTS,
        "documents:\n",
        "documents:\n  - { id: nghi-quyet-3, kind: resolution, symbol: 3-NQ/TU, date: '1956-01-02', "
        "cite: 'ky-yeu#3' }\n",
    )
    put(
        site,
        "data/organizations/may-thuong/conflicts.yml",
        """\
conflicts:
  - id: so-dang-vien
    kind: contradiction
    topic: số đảng viên
    claims:
      - { fact: dang-vien-1950, shown: true }
      - { statement: 50 đảng viên, cite: "ky-yeu#5" }
    note: Hai đoạn ghi khác nhau.
""",
    )
    said = text(changes_of(site, "main"))
    for words in (
        "Nhiệm kỳ: 1960–1963",
        "Đại biểu: 77",
        "Cơ quan ban hành: “Tỉnh ủy Sông Mây” (tinh-uy-song-may)",
        "Ngày: 02/01/1956",
        "Chỗ chưa thống nhất mới: 1. so-dang-vien.",
        "Các bên: Dữ kiện: “Đảng viên (02/03/1950): 40 đảng viên” (dang-vien-1950), Được hiện: có",
        "Các bên: Nội dung: “50 đảng viên”, Nguồn: ky-yeu#5",
    ):
        assert words in said, said


def test_a_chapter_is_told_with_what_it_newly_tells(site: Path) -> None:
    old = 'Bí thư đầu tiên là {{ person("ly-thi-man") }}.{{ cite("ky-yeu#2") }}'
    new = (
        'Bí thư sau đó là {{ person("phung-van-khe") }}.{{ cite("ky-yeu#2,4") }}\n\n## Sau năm 1955'
        '\n\nCó {{ statistic("party-members", "1955") }}.\n\n{{ congress("II") }}'
    )
    edit(site, CHAPTER, old, new)
    (one,) = changes_of(site, "main").chapters
    assert (one.path, one.kind, one.title) == (
        "may-thuong/index.md",
        "changed",
        "Đảng bộ xã Mây Thượng",
    )
    assert one.sections == ("Đảng bộ xã Mây Thượng", "Sau năm 1955")
    assert one.told == (
        "nhân vật Phùng Văn Khế (phung-van-khe)",
        "Đảng viên (năm 1955): 60 đảng viên (dang-vien-1955)",
        "Đại hội lần thứ II, 20/08/1958 (II)",
        "nguồn ky-yeu, đoạn 4",
    )
    assert one.untold == ("nhân vật Lý Thị Mận (ly-thi-man)",)
    assert one.come > one.gone > 0


def test_navigation_pictures_and_program_are_told(site: Path) -> None:
    put(
        site, "docs/may-thuong/moi.md", "---\ntitle: Mới\norganization: may-thuong\n---\n\nBa từ.\n"
    )
    drawn((300, 200)).save(site / "docs/may-thuong/cau.png")
    (site / "docs/may-thuong/dai-hoi.md").unlink()
    edit(site, "mkdocs.yml", "      - Các kỳ đại hội: may-thuong/dai-hoi.md\n", "")
    edit(site, "mkdocs.yml", "  - Tra cứu:", "      - Chương mới: may-thuong/moi.md\n  - Tra cứu:")
    edit(site, "mkdocs.yml", "site_name: Lịch sử Mây Thượng", "site_name: Sử Mây")
    put(site, "overrides/a.js", "1\n")
    found = changes_of(site, "main")
    assert [(one.path, one.kind) for one in found.chapters] == [
        ("may-thuong/dai-hoi.md", "removed"),
        ("may-thuong/moi.md", "added"),
    ]
    assert found.navigation == (
        "Mục lục thêm may-thuong/moi.md (Mây Thượng › Chương mới)",
        "Mục lục bỏ may-thuong/dai-hoi.md (Mây Thượng › Các kỳ đại hội)",
        "mkdocs.yml, “site_name”: Lịch sử Mây Thượng → Sử Mây",
    )
    assert found.pictures == ("Thêm tệp hình docs/may-thuong/cau.png",)
    assert found.program == ("overrides: 1 tệp",)


def test_a_chapter_elsewhere_is_moved_and_an_order_is_told(site: Path) -> None:
    git(site, "mv", "docs/may-thuong/dai-hoi.md", "docs/may-thuong/cac-ky.md")
    edit(site, "mkdocs.yml", "      - Các kỳ đại hội: may-thuong/dai-hoi.md\n", "")
    edit(
        site,
        "mkdocs.yml",
        "      - Số liệu: may-thuong/so-lieu.md\n      - Tư liệu chưa thống nhất: "
        "may-thuong/mau-thuan.md\n",
        "      - Tư liệu chưa thống nhất: may-thuong/mau-thuan.md\n      - Số liệu: "
        "may-thuong/so-lieu.md\n      - Các kỳ đại hội: may-thuong/cac-ky.md\n",
    )
    found = changes_of(site, "main")
    (one,) = found.chapters
    assert (one.kind, one.was) == ("moved", "may-thuong/dai-hoi.md")
    assert any("đổi thứ tự" in line for line in found.navigation)
    assert "Có mã bị đổi" in text(found)


def test_moved_citations_are_one_line(site: Path) -> None:
    statistics = (site / STATISTICS).read_text(encoding="utf-8")
    put(site, STATISTICS, statistics.replace("cite: ky-yeu#3", "cite: ky-yeu#2"))
    lines = text(changes_of(site, "main")).splitlines()
    assert [line for line in lines if "ky-yeu" in line] == [
        "  - 3 dữ kiện dẫn ky-yeu: ky-yeu#3 → ky-yeu#2"
    ]


def test_a_text_that_is_published_is_told(site: Path) -> None:
    path = "data/sources/ky-yeu.txt"
    put(site, path, TRANSCRIPTION)
    assert changes_of(site, "main").texts == (
        "Công bố lời của nguồn “ky-yeu”: 5 đoạn; xem lại lý do ở published",
    )
    assert "Lời của nguồn được công bố" in text(changes_of(site, "main"))
    commit(site, "b")
    put(site, path, TRANSCRIPTION.replace("35 đại biểu", "36 đại biểu"))
    git(site, "checkout", "--quiet", "-b", "sua-nua")
    found = changes_of(site, "sua").texts
    assert found == ("Sửa lời của nguồn “ky-yeu”: đoạn 2",)


def test_two_commits_are_compared_whatever_is_open(site: Path) -> None:
    edit(site, STATISTICS, "value: 40", "value: 41")
    commit(site, "b")
    git(site, "checkout", "--quiet", "main")
    assert "40 đảng viên → 41 đảng viên" in text(changes_of(site, "main", "sua"))
    assert changes_of(site, "main").facts == ()


def test_json_has_everything_that_is_told(site: Path) -> None:
    edit(site, STATISTICS, "value: 40", "value: 41")
    document: dict[str, Any] = json.loads("\n".join(FORMATS["json"](changes_of(site, "main"))))
    (fact,) = document["facts"]
    assert document["version"] == 1
    assert (fact["id"], fact["kind"], fact["sources"]) == (
        "dang-vien-1950",
        "changed",
        ["ky-yeu#1"],
    )
    assert fact["details"] == [["", "40 đảng viên", "41 đảng viên"]]
    assert (fact["path"], fact["line"]) == (STATISTICS, 2)


HOSTILE = "a`*b* <img src=x> | [c](https://d.vn) @ban #1"


def test_names_of_strangers_stay_text_in_markdown(site: Path) -> None:
    put(site, "data/people/ke-la.yml", f"name: '{HOSTILE}'\n")
    put(site, "docs/may-thuong/ke-la.md", f"---\ntitle: '{HOSTILE}'\n---\n\nLời.\n")
    edit(site, "mkdocs.yml", "  - Tra cứu:", f"  - '{HOSTILE}': may-thuong/ke-la.md\n  - Tra cứu:")
    said = markdown(changes_of(site, "main"))
    for raw in ("a`*", " <img", "[c](", "https://", "@ban", " #1", " | "):
        assert raw not in said, said
