"""Citations after a transcription was corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.evidence.move import align, moved_locator, rewrite_project
from tests.evidence.helpers import source

if TYPE_CHECKING:
    from pathlib import Path

A = "Đoạn thứ nhất kể việc thành lập chi bộ làng Thượng với mười hai người."
B = "Trong năm sau, chi bộ mở ba lớp học và kết nạp 14 đảng viên trẻ ở xóm Đông."
C = "Đại hội lần thứ hai bầu ông Lê Văn Thử làm Bí thư, nhiệm kỳ 2001 - 2005."
D = "Trụ sở chuyển về phố Mới, gần chợ huyện."
OLD = source("nguon-a", A, B, C, D)


def moves(*paragraphs: str) -> dict[int, tuple[int, ...]]:
    return dict(align(OLD, source("nguon-a", *paragraphs)).moves)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ((A, B, C, D), {1: (1,), 2: (2,), 3: (3,), 4: (4,)}),
        ((A, "Một đoạn mới.", B, C, D), {1: (1,), 2: (3,), 3: (4,), 4: (5,)}),
        ((A, C, D), {1: (1,), 3: (2,), 4: (3,)}),
        ((A, B.replace("14", "15"), C, D), {1: (1,), 2: (2,), 3: (3,), 4: (4,)}),
        ((A, f"{B} {C}", D), {1: (1,), 2: (2,), 3: (2,), 4: (3,)}),
        (
            (A, B[:41], B[41:], C, D),
            {1: (1,), 2: (2, 3), 3: (4,), 4: (5,)},
        ),
        ((D, A, B, C), {1: (2,), 2: (3,), 3: (4,), 4: (1,)}),
    ],
)
def test_paragraphs_are_found_again(
    new: tuple[str, ...], expected: dict[int, tuple[int, ...]]
) -> None:
    assert moves(*new) == expected


def test_equal_paragraphs_keep_their_order() -> None:
    old = source("nguon-a", "Kính thưa!", A, "Kính thưa!", B)
    new = source("nguon-a", "Kính thưa!", "Mới.", A, "Kính thưa!", B)
    assert dict(align(old, new).moves) == {1: (1,), 2: (3,), 3: (4,), 4: (5,)}


def test_a_stretch_moves_as_a_whole() -> None:
    alignment = align(OLD, source("nguon-a", A, "Mới.", B, C, D))
    assert moved_locator("1-2", alignment) == "1-3"
    assert moved_locator("2-3,4", alignment) == "3-4,5"
    lost = align(OLD, source("nguon-a", A, C, D))
    assert moved_locator("1-2", lost) is None


def test_files_keep_everything_but_the_citations(tmp_path: Path) -> None:
    data = tmp_path / "data" / "organizations" / "xa-thu" / "events.yml"
    chapter = tmp_path / "docs" / "xa-thu.md"
    described = tmp_path / "data" / "sources" / "nguon-a.yml"
    for path in (data, chapter, described):
        path.parent.mkdir(parents=True, exist_ok=True)
    data.write_bytes(
        b"events:\r\n  - cite: [nguon-a#2-3, nguon-a#tr.2]  # nguon-ab#2\r\n"
        b"    also: other-nguon-a#2\r\n"
    )
    chapter.write_text('Chữ. {{ cite("nguon-a#4") }} và nguon-a#1.\n', encoding="utf-8")
    described.write_text('headings:\n  - paragraphs: "2-4"\n    title: I\n', encoding="utf-8")

    alignment = align(OLD, source("nguon-a", A, "Mới.", B, C, D))
    results = {r.path: r for r in rewrite_project(tmp_path, [alignment])}

    assert results[data].text == (
        "events:\r\n  - cite: [nguon-a#3-4, nguon-a#tr.2]  # nguon-ab#2\r\n"
        "    also: other-nguon-a#2\r\n"
    )
    assert results[chapter].text == 'Chữ. {{ cite("nguon-a#5") }} và nguon-a#1.\n'
    assert results[described].text == 'headings:\n  - paragraphs: "3-5"\n    title: I\n'
    assert [r.changed for r in results.values()] == [1, 1, 1]


def test_a_citation_of_a_lost_paragraph_is_left_for_a_person(tmp_path: Path) -> None:
    chapter = tmp_path / "docs" / "a.md"
    chapter.parent.mkdir()
    chapter.write_text("# Chương\n\nMột. nguon-a#2 và nguon-a#3\n", encoding="utf-8")
    (result,) = rewrite_project(tmp_path, [align(OLD, source("nguon-a", A, C, D))])
    assert result.text == "# Chương\n\nMột. nguon-a#2 và nguon-a#2\n"
    assert [str(problem) for problem in result.problems] == [
        "docs/a.md:3:14: lỗi: nguon-a#2 trỏ tới đoạn không còn tìm thấy trong bản chép mới → xem "
        "bản chép mới và sửa tay trích dẫn này"
    ]
