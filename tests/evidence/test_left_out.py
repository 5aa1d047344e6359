"""Sentences that a source's record leaves out: what is said of wrong entries, and of needless ones."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.evidence.left_out import left_out
from macros.evidence.sentence_status import joined
from macros.evidence.sentences import Points, points_of
from tests.evidence.helpers import source
from tests.support import CATALOGUES, archive_of

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.files import SourceEvidence

SOURCE = "data/sources/ky-yeu.yml"
LONG = " ".join(f"từ{chr(ord('a') + n % 26)}{'x' * (n // 26)}" for n in range(50))
LINES = (
    "PHẦN I",
    "Xã họp bàn việc mùa. Xã bầu ban mới. Kính chào.",
    "Ban họp bàn việc mùa của xã.",
    f"{LONG}.",
    "Một câu dài. Hai câu dài. Ba câu dài.",
)
TOLD = {2: (1,), 3: (1,)}


def read(tmp_path: Path, entries: str) -> tuple[Archive, dict[str, SourceEvidence]]:
    own = textwrap.dedent(CATALOGUES[SOURCE]).strip()
    archive = archive_of(tmp_path, {SOURCE: f"{own}\nleft_out: [{entries}]"})
    plain = source("ky-yeu", *LINES)
    counted = tuple(
        replace(one, points=Points(len(points_of(line)), TOLD.get(one.number, ())))
        for one, line in zip(plain.paragraphs, LINES, strict=True)
    )
    return archive, {"ky-yeu": replace(plain, paragraphs=counted)}


def messages(tmp_path: Path, entries: str) -> list[str]:
    archive, evidence = read(tmp_path, entries)
    return [str(one).split(": ", 1)[1] for one in left_out(archive, evidence)]


def test_each_sentence_is_told_or_left_out_or_neither(tmp_path: Path) -> None:
    archive, evidence = read(
        tmp_path,
        '{paragraphs: "1", reason: heading}, {paragraphs: "2", sentences: "3", reason: exhortation}',
    )
    counted = {one.number: one.points for one in evidence["ky-yeu"].paragraphs if one.points}
    found = joined(archive.sources["ky-yeu"], counted)
    heading, talk, *_ = found.paragraphs
    assert (heading.sentences, list(heading.frame)) == (0, [1])
    assert (talk.told, list(talk.left_out), talk.untold) == ((1,), [3], (2,))
    assert (found.sentences, found.told, found.left_out, found.untold) == (8, 2, 1, 5)
    assert (
        found.words
        == "8 câu (không tính 1 đề mục, thể thức, lời thưa gửi); 2 đã kể (25%), 1 cố ý không kể (12%), 5 chưa kể"
    )


def test_silent_when_right(tmp_path: Path) -> None:
    assert messages(tmp_path, '{paragraphs: "1", reason: heading}') == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            '{paragraphs: "2-3", sentences: "1", reason: exhortation}',
            "lỗi: sentences chỉ dùng khi paragraphs là một đoạn",
        ),
        ('{paragraphs: "2", sentences: hai, reason: exhortation}', "lỗi: “hai” không phải số câu"),
        (
            '{paragraphs: "2", sentences: "3-4", reason: exhortation}',
            "lỗi: đoạn 2 chỉ có 3 câu, không có câu 4 → sửa số câu",
        ),
        (
            '{paragraphs: "4", reason: heading}',
            "lỗi: đoạn 4 dài như một đoạn văn, không phải đề mục hay thể thức",
        ),
        (
            '{paragraphs: "5", reason: formality}',
            "lỗi: đoạn 5 dài như một đoạn văn, không phải đề mục hay thể thức",
        ),
        (
            '{paragraphs: "3", reason: repetition}',
            "lỗi: nhắc lại mà không ghi nhắc lại đoạn nào → thêm of, ví dụ of: ky-yeu#12",
        ),
        (
            '{paragraphs: "5", sentences: "1", reason: connective, of: ky-yeu#2}',
            "lỗi: of chỉ dùng với lý do nhắc lại đoạn khác → bỏ of, hoặc ghi reason: repetition",
        ),
        (
            '{paragraphs: "1", reason: heading}, {paragraphs: "1-2", reason: exhortation}',
            "lỗi: đoạn 1 đã có ở một mục left_out trên → giữ lại một trong hai mục",
        ),
        (
            '{paragraphs: "2", reason: exhortation}',
            "ghi chú: đoạn 2, câu 1 đã kể rồi mà còn ghi là không kể → bỏ câu ấy khỏi left_out",
        ),
        (
            '{paragraphs: "2", sentences: "2", reason: repetition, of: ky-yeu#5}',
            "ghi chú: ky-yeu#5 mà câu này nhắc lại cũng chưa kể câu nào → kể đoạn ấy trước",
        ),
        (
            '{paragraphs: "5", reason: repetition, of: ky-yeu#2}',
            "ghi chú: đoạn 5 có ít từ chung với ky-yeu#2 mà nó nhắc lại → đọc lại cả hai đoạn",
        ),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, entry: str, message: str) -> None:
    assert any(line.startswith(message) for line in messages(tmp_path, entry))


def test_a_repetition_in_much_the_same_words_is_right(tmp_path: Path) -> None:
    entry = '{paragraphs: "3", reason: repetition, of: ky-yeu#2}'
    assert not any("ít từ chung" in line for line in messages(tmp_path, entry))


def test_no_more_than_a_tenth_of_a_source_is_left_out(tmp_path: Path) -> None:
    (line,) = messages(tmp_path, '{paragraphs: "5", sentences: "1", reason: connective}')
    assert line == (
        "ghi chú: 1 trong 9 câu của nguồn ghi là cố ý không kể, quá 10% "
        "→ kể bớt những câu ấy trong chương hay dữ kiện"
    )


def test_where_nobody_has_counted_nothing_is_said_of_numbers(tmp_path: Path) -> None:
    archive, _ = read(tmp_path, '{paragraphs: "2", sentences: "9", reason: exhortation}')
    assert list(left_out(archive, {"ky-yeu": source("ky-yeu", *LINES)})) == []


def test_where_nobody_has_counted_only_what_is_left_out_is_known(tmp_path: Path) -> None:
    archive, _ = read(tmp_path, '{paragraphs: "2", sentences: "3", reason: exhortation}')
    found = joined(archive.sources["ky-yeu"], {})
    (one,) = found.paragraphs
    assert (list(one.left_out), one.untold, one.sentences) == ([3], (), 0)
    assert found.words == ""
