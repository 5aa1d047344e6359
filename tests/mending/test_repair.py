"""`make repair`: every mending is shown with its line, and nothing else changes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from macros.project.check import check_project
from macros.project.project import Project
from scripts.form import main
from tests.small_site import CHAPTER, STATISTICS, write_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_site(tmp_path / "site")
    main(["--root", str(root), "format"])
    return root


def repaired(
    root: Path, path: str, data: str | bytes, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[str, list[str]]:
    file = root / path
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    capsys.readouterr()
    main(["--root", str(root), "repair", str(file), *more])
    told = capsys.readouterr().out.splitlines()
    return file.read_text(encoding="utf-8"), told


def test_a_chapter_pasted_from_word(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = (
        "---\ntitle: Mây\norganization: may-thuong\n---\n\n# Mây\n\n"
        "Xã\u00a0Mây có\u200b hai thôn:\n• Thôn Đông;\n•\tThôn Đoài.\n\n"
        + unicodedata.normalize("NFD", "Đảng bộ")
        + " có {{ statistic(“party-members”, “1955”) }} và “dấu nháy”.\n\n```\n• giữ\tnguyên\n```\n"
    )
    text, told = repaired(root, CHAPTER, typed, capsys)
    assert text == (
        "---\ntitle: Mây\norganization: may-thuong\n---\n\n# Mây\n\n"
        "Xã Mây có hai thôn:\n\n- Thôn Đông;\n- Thôn Đoài.\n\n"
        'Đảng bộ có {{ statistic("party-members", "1955") }} và “dấu nháy”.\n\n```\n• giữ\tnguyên\n```\n'
    )
    assert told == [
        f"{CHAPTER}:8: thay dấu cách không ngắt bằng dấu cách thường",
        f"{CHAPTER}:8: bỏ ký tự không nhìn thấy",
        f"{CHAPTER}:12: dựng sẵn chữ tổ hợp (NFC)",
        f"{CHAPTER}:9: viết dấu đầu dòng là gạch nối",
        f"{CHAPTER}:9: thêm dòng trống trước danh sách",
        f"{CHAPTER}:10: thay Tab bằng dấu cách",
        f"{CHAPTER}:10: viết dấu đầu dòng là gạch nối",
        f"{CHAPTER}:12: thay dấu nháy cong trong lời gọi bằng dấu nháy thẳng",
        "8 chỗ đã sửa; chạy make check để xem còn gì.",
    ]


def test_a_data_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = (root / STATISTICS).read_text(encoding="utf-8")
    assert 'period: "1955"' in sound
    spoilt = (
        sound.replace('period: "1955"', "period: “1955”", 1)
        .replace("    id", "\t\tid")
        .replace("value: ", "value:\u00a0", 1)
    )
    text, told = repaired(root, STATISTICS, spoilt, capsys)
    assert text == sound
    assert f"{told[0].rpartition(':')[2]}" == " thay dấu cách không ngắt bằng dấu cách thường"
    assert any("thay dấu nháy cong quanh ngày" in one for one in told)
    assert [str(one) for one in check_project(Project(root)).problems] == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_chapter_in_another_encoding(
    root: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    sound = (root / CHAPTER).read_text(encoding="utf-8")
    text, told = repaired(root, CHAPTER, sound.encode(encoding), capsys)
    assert text == sound
    assert len(told) == 2


def test_a_chapter_in_an_old_encoding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = "# X· M©y\n\n§¶ng bé x· M©y Th\xadîng ®\xadîc thµnh lËp n¨m 1950.\n"
    for data in (old.encode("latin-1"), old.encode()):
        text, told = repaired(root, CHAPTER, data, capsys)
        assert text == "# Xã Mây\n\nĐảng bộ xã Mây Thượng được thành lập năm 1950.\n"
        assert any("đổi từ TCVN3" in one for one in told)


def test_nothing_is_written_in_a_dry_run_or_without_need(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, told = repaired(root, CHAPTER, "a\u00a0b\n", capsys, "--dry-run")
    assert text == "a\u00a0b\n"
    assert told[-1] == "1 chỗ sẽ sửa (chưa ghi)."
    text, told = repaired(root, CHAPTER, "# A\n\n- một\n- hai\n\n1. ba\n", capsys)
    assert text == "# A\n\n- một\n- hai\n\n1. ba\n"
    assert told == ["Không có chỗ nào máy sửa được; chạy make check để xem các lỗi khác."]


def test_a_list_within_an_item_gets_no_empty_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = "Gồm:\n\n- một\n  hai\n- ba\nbốn\n- năm\n"
    assert repaired(root, CHAPTER, sound, capsys)[0] == sound


def test_what_is_no_content_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (root / "mkdocs.yml", tmp_path / "x.md", root / "docs/khong-co.md"):
        assert main(["--root", str(root), "repair", str(path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
    (root / CHAPTER).write_bytes(b"\x81\x8d\xff")
    assert main(["--root", str(root), "repair", str(root / CHAPTER)]) == 1
    assert "không nhận ra bảng mã" in capsys.readouterr().err
