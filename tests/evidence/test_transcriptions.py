"""A text that is no transcription is told before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.transcriptions import misnamed, unusable
from scripts import evidence as command
from tests.text.encoders import cp1258, tcvn3

TEXT = """\
Ngày 02/3/1950, Tỉnh ủy Sông Mây ra quyết định thành lập Đảng bộ xã Mây Thượng, có 40 đảng viên.
Đại hội lần thứ nhất họp ngày 10/5/1952; bà Lý Thị Mận được bầu làm Bí thư.
"""
WRAPPED = """\
Ngày 02/3/1950, Tỉnh ủy Sông Mây ra quyết định thành lập Đảng bộ xã
Mây Thượng, có bốn mươi đảng viên, sinh hoạt ở năm chi bộ đặt tại
các thôn ven sông, trong đó chi bộ đông nhất là chi bộ thôn Hạ với
mười hai đảng viên, còn chi bộ ít nhất là chi bộ của trường học xã
có ba đảng viên.
"""


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (TEXT.encode("utf-16"), 1, "tệp mã hóa bằng UTF-16, không phải UTF-8"),
        (cp1258(TEXT), 1, "tệp mã hóa bằng Windows-1258, không phải UTF-8"),
        (tcvn3(TEXT).encode("latin-1"), 1, "tệp mã hóa bằng TCVN3 (phông .VnTime)"),
        (tcvn3(TEXT).encode(), 1, "chữ viết bằng bảng mã cũ TCVN3 (phông .VnTime)"),
        (b"a\n\xff\n", 2, "bản chép không mã hóa bằng UTF-8"),
        (b" \n\n", 1, "bản chép không có chữ nào"),
        (WRAPPED.encode(), 2, "bản chép bị ngắt dòng giữa câu"),
    ],
)
def test_a_text_that_is_none(tmp_path: Path, data: bytes, line: int, words: str) -> None:
    path = tmp_path / "nguon-a.txt"
    path.write_bytes(data)
    problem = unusable(path)
    assert problem is not None
    assert (problem.position.path, problem.position.line) == (path.as_posix(), line)
    assert problem.message.startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Mục I\nvề tổ chức\n",
        "- một đảng bộ đã được thành lập ở đây vào năm ấy\n- hai chi bộ\n" * 5,
        WRAPPED.replace("\n", " ") + "\n" + WRAPPED.replace("\n", " "),
        "Chi bộ thôn Hạ có mười hai đảng viên sinh hoạt\nCHI BỘ HAI\n" * 4,
    ],
)
def test_a_transcription(tmp_path: Path, text: str) -> None:
    path = tmp_path / "nguon-a.txt"
    path.write_text(text, encoding="utf-8")
    assert unusable(path) is None


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problem = unusable(tmp_path / "nguon-a.txt")
    assert problem is not None
    assert problem.message == "không đọc được bản chép"


def test_a_text_that_is_named_almost_as_a_source(tmp_path: Path) -> None:
    for name in ("Nguồn A.txt", "nguon-a.TXT", "nguon-b.txt", "ghi chú.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = [(one.message, one.remedy) for one in misnamed(tmp_path, {"nguon-a", "nguon-b"})]
    assert found == [
        (f"tên tệp “{name}” không phải là mã nguồn nên không được đọc", "đổi tên thành nguon-a.txt")
        for name in ("Nguồn A.txt", "nguon-a.TXT")
    ]


def test_nothing_is_written_then(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, folder = tmp_path / "project", tmp_path / "sources"
    folder.mkdir()
    (folder / "nguon-a.txt").write_text(TEXT, encoding="utf-8")
    evidence = evidence_path(root, "nguon-a")
    evidence.parent.mkdir(parents=True)
    evidence.write_text(dump(from_transcription(folder / "nguon-a.txt")), encoding="utf-8")
    (root / "data/sources/nguon-a.yml").write_text("title: Thử\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Thử\n", encoding="utf-8")
    before = evidence.read_bytes()
    for data in (TEXT.encode("utf-16"), b"", WRAPPED.encode(), tcvn3(TEXT).encode()):
        (folder / "nguon-a.txt").write_bytes(data)
        assert command.main(["--root", str(root), "regenerate", str(folder)]) == 1
        told = capsys.readouterr()
        assert (told.out + told.err).count("lỗi: ") == 1
        assert evidence.read_bytes() == before
