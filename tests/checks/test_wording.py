"""No one is called “đồng chí” by the narration; what a source says or is called stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.wording import comrades_in_chapter, comrades_in_data
from macros.messages.problems import Severity
from tests.chapter.fabricated import chapter
from tests.support import archive_of

ORG = "data/organizations/khoi"
TOLD = "lỗi: lời kể gọi người là “{}” → chỉ viết tên, chức danh, hoặc “ông”, “bà”; số người thì viết “người”, “đảng viên”"


@pytest.mark.parametrize(
    ("body", "place", "words"),
    [
        ("Có 25 đồng chí được bầu.", "5:7", "đồng chí"),
        ("Đoạn.\n\nĐồng chí Lý Văn Một làm Bí thư.", "7:1", "Đồng chí"),
        ("- Các đồng chí và các đồng chí nữa", "5:7", "đồng chí"),
        ("| A | Đ/c Mận |\n", "5:7", "Đ/c"),
        ("## ĐỒNG CHÍ MẬN\n", "5:4", "ĐỒNG CHÍ"),
    ],
)
def test_it_is_told_once_for_a_paragraph(body: str, place: str, words: str) -> None:
    assert [str(one) for one in comrades_in_chapter(chapter(body))] == [
        f"docs/thu.md:{place}: {TOLD.format(words)}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Không dùng “đồng chí”.",
        "Bức thư “Gửi các đồng chí ở Mây Thượng” được đọc.",
        "Hội Thanh niên Cách mạng Đồng chí Hội họp.",
        "Nghĩa tình đồng chí.",
        "Viết `đồng chí` hay {{ cite(\"tai-lieu-thu#1\") }}.",
        "[chữ](dong-chi/đ/c.md)",
        "Cùng chí hướng.",
    ],
)  # fmt: skip
def test_what_is_quoted_or_a_name_is_not(body: str) -> None:
    assert list(comrades_in_chapter(chapter(body))) == []


def test_front_matter_is_text_too() -> None:
    head = "---\ntitle: Đồng chí Mận\ndescription: Về đồng chí Mận.\n---\n"
    found = list(comrades_in_chapter(chapter("Đoạn.\n", head)))
    assert [str(one.position) for one in found] == ["docs/thu.md:2:8", "docs/thu.md:3:14"]


DATA = {
    f"{ORG}/events.yml": """
        events:
          - {id: hop, summary: Các đồng chí họp, date: "2001", cite: ky-yeu#2}
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - id: bi-thu
            person: ly-van-mot
            post: secretary
            note: Thay đồng chí Hai.
            concurrent: [Đ/c Ủy viên]
            cite: ky-yeu#1
        """,
    f"{ORG}/statistics.yml": """
        observations:
          - {id: a, indicator: party-members, period: "2001", value: 5, unit: đồng chí, cite: ky-yeu#2}
          - {id: b, indicator: party-members, period: "2002", value: 5, printed: đồng chí, cite: ky-yeu#2}
          - {id: c, indicator: party-members, period: "2003", period_printed: các đồng chí họp, value: 5, cite: ky-yeu#2}
        """,
    "data/people/ly-van-ba.yml": "name: Lý Văn Ba\nnote: Đồng chí của ông Một",
    "data/pictures/san-dinh.yml": """
        kind: photograph
        alt: Các đồng chí đứng trước đình
        caption: Đồng chí Mận nói chuyện
        holder: kho lưu trữ
        licence: unknown
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy
        documents:
          - {id: qd-1, kind: decision, subject: Khen thưởng đồng chí Mận, cite: ky-yeu#3}
        """,
}


def test_texts_of_the_data_are_held_to_it(tmp_path: Path) -> None:
    found = list(comrades_in_data(archive_of(tmp_path, DATA)))
    assert {one.severity for one in found} == {Severity.ERROR}
    assert sorted(str(one.position).removeprefix("data/") for one in found) == [
        "organizations/khoi/events.yml:2:24",
        "organizations/khoi/leadership.yml:5:11",
        "organizations/khoi/leadership.yml:6:18",
        "organizations/khoi/statistics.yml:2:71",
        "people/ly-van-ba.yml:2:7",
        "pictures/san-dinh.yml:2:6",
        "pictures/san-dinh.yml:3:10",
    ]
