"""Evidence files: the same text for the same evidence, and nothing of the sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.evidence.files import (
    compare_with_transcription,
    dump,
    evidence_path,
    from_transcription,
    load,
    parse,
)
from tests.evidence.helpers import source

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = (
    "Ngày 21/03/1993, huyện lập Đảng bộ Thử theo Quyết định số 9-QĐ/HU, với 3.144 đảng viên đóng "
    "góp cho 66 hội quần chúng trong toàn huyện và hai chi bộ ở xa.",
    "",
    "Kính thưa Đại hội!",
)


def test_what_is_written_is_read_back() -> None:
    evidence = source("nguon-a", *PARAGRAPHS)
    assert parse(dump(evidence)) == evidence


def test_one_paragraph_a_line() -> None:
    lines = dump(source("nguon-a", *PARAGRAPHS)).splitlines()
    assert len(lines) == len(PARAGRAPHS) + 2
    assert lines[3].startswith('{"paragraph":3,')


def test_no_more_than_five_words_of_the_source_stand_in_a_row() -> None:
    written = re.findall(r"[^\W_]+", dump(source("nguon-a", *PARAGRAPHS)).lower())
    words = re.findall(r"[^\W\d_]+", PARAGRAPHS[0].lower())
    runs = {tuple(words[start : start + 6]) for start in range(len(words) - 5)}
    assert not any(tuple(written[start : start + 6]) in runs for start in range(len(written)))


def test_a_source_is_a_file_and_a_paragraph_a_line(tmp_path: Path) -> None:
    path = tmp_path / "nguon-a.txt"
    path.write_text("Một đoạn.\nHai đoạn.\n", encoding="utf-8")
    evidence = from_transcription(path)
    assert (evidence.source, [p.number for p in evidence.paragraphs]) == ("nguon-a", [1, 2])


def test_a_broken_file_is_a_problem(tmp_path: Path) -> None:
    good, bad = evidence_path(tmp_path, "nguon-a"), evidence_path(tmp_path, "nguon-b")
    good.parent.mkdir(parents=True)
    good.write_text(dump(source("nguon-a", "Có 3 lớp.")), encoding="utf-8")
    bad.write_text('{"source": "nguon-b", "format": 1}', encoding="utf-8")
    evidence, problems = load(tmp_path)
    assert list(evidence) == ["nguon-a"]
    assert [str(problem) for problem in problems] == [
        "data/sources/nguon-b.evidence.json:1:1: lỗi: không đọc được tệp bằng chứng → tệp này do "
        "máy viết, không sửa tay: chạy make evidence SOURCES=<thư mục bản chép>, hoặc lấy lại bản đã gửi "
        "bằng git checkout"
    ]


def test_evidence_that_is_not_that_of_the_transcription_is_a_problem(tmp_path: Path) -> None:
    old = source("nguon-a", "Có 3 lớp.", "Có 4 lớp.")
    assert compare_with_transcription(tmp_path, old, old) == []
    (problem,) = compare_with_transcription(
        tmp_path, old, source("nguon-a", "Có 3 lớp.", "Có 5 lớp.")
    )
    assert str(problem).startswith(
        "data/sources/nguon-a.evidence.json:3:1: lỗi: tệp bằng chứng không khớp bản chép, bắt đầu từ "
        "đoạn 2 →"
    )
