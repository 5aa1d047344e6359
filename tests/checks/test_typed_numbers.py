"""A number that the data hold is not typed again; one in a short paragraph has a source."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.chapter import parse_chapter
from macros.checks.typed_numbers import typed_numbers
from tests.support import archive_of

ORG = "data/organizations/khoi"
DATA = {
    f"{ORG}/statistics.yml": """
        observations:
          - {id: a, indicator: party-members, period: "2001", value: 2522, cite: ky-yeu#2}
          - {id: b, indicator: party-members, period: "2001", value: 522, cite: ky-yeu#2,
             part_of: a, dimension: giới, category: nữ}
          - {id: c, indicator: share, period: "2002", value: 98.76, cite: ky-yeu#2}
          - {id: d, indicator: share, period: "2003", value: 100, cite: ky-yeu#2}
          - {id: e, indicator: party-members, period: "2004", value: 7, cite: ky-yeu#2}
        """,
    f"{ORG}/congresses.yml": """
        congresses: [{id: dh-1, ordinal: I, delegates: 150, cite: ky-yeu#1}]
        committees: [{id: bch, body: executive, size: 21, cite: ky-yeu#1}]
        """,
    "data/indicators.yml": """
        indicators:
          - {id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên}
          - {id: share, label: Tỷ lệ, group: Đảng viên, unit: "%"}
        """,
}
HEAD = "---\ntitle: Chương\norganization: khoi\n---\n"
WITH_CITE = '{{ cite("ky-yeu#2") }}'
KNOWN = "gõ tay đã có trong dữ liệu → viết"
UNSOURCED = 'gõ tay không dẫn nguồn nào → lấy từ dữ liệu bằng {{ statistic(…) }}, hoặc thêm {{ cite("nguồn#đoạn") }}'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("numbers"), DATA)


def told(archive: Archive, body: str, head: str = HEAD, path: str = "docs/khoi/a.md") -> list[str]:
    chapter, _ = parse_chapter((head + body).encode(), path)
    assert chapter is not None
    return [str(one).removeprefix(f"{path}:") for one in typed_numbers(chapter, archive)]


@pytest.mark.parametrize(
    ("typed", "shown", "call"),
    [
        ("2.522 đảng viên", "2.522 đảng viên", 'statistic("party-members", "2001")'),
        ("2522 đảng viên", "2522 đảng viên", 'statistic("party-members", "2001")'),
        ("2,522 đảng viên", "2,522 đảng viên", 'statistic("party-members", "2001")'),
        ("98.76%", "98.76%", 'statistic("share", "2002")'),
        ("522 Đảng viên", "522 đảng viên", 'statistic("party-members", "2001", category="nữ")'),
        ("98,76%", "98,76%", 'statistic("share", "2002")'),
        ("150 đại biểu", "150 đại biểu", 'congress("I")'),
        ("21 ủy viên", "21 ủy viên", 'committee_size("bch")'),
    ],
)
def test_a_number_of_the_data(archive: Archive, typed: str, shown: str, call: str) -> None:
    line = f"5:4: lỗi: con số “{shown}” {KNOWN} {{{{ {call} }}}}"
    assert told(archive, f"Có {typed}.\n") == [line]
    assert told(archive, f"Có {typed}{WITH_CITE}.\n") == [line]
    assert told(archive, f"Có {typed} trong một câu dài hơn mười hai chữ, và còn dài hơn nữa.") == [
        line
    ]


@pytest.mark.parametrize("typed", ["60 đảng viên", "97,5%", "7 đảng viên", "30 đại biểu", "100%"])
def test_a_number_without_a_source_in_a_short_paragraph(archive: Archive, typed: str) -> None:
    assert told(archive, f"Có {typed}.\n") == [f"5:4: lỗi: con số “{typed}” {UNSOURCED}"]
    assert told(archive, f"- Có {typed}.\n") == [f"5:6: lỗi: con số “{typed}” {UNSOURCED}"]
    assert told(archive, f"Có {typed}{WITH_CITE}.\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "Năm 2001, đảng viên họp ngày 27/01/1994.",
        "Quyết định số 2522-QĐ/TU của đảng viên",
        "## Có 2.522 đảng viên",
        "`2.522 đảng viên`",
        "Bài “2.522 đảng viên ra quân”.",
        "Hơn 3.000 nhà.",
        f"Có 2.522 đại biểu dự một hội nghị rất lớn của toàn tỉnh hồi ấy{WITH_CITE}.",
        f"Có 2.522 ủy viên dự một hội nghị rất lớn của toàn tỉnh hồi ấy{WITH_CITE}.",
        "12.522 đảng viênx, 1/522 đảng viên",
        "Từ 1998–2522 đảng viên",
        '{{ statistic("party-members", "2001") }}',
    ],
)
def test_what_is_no_typed_number_of_the_data(archive: Archive, body: str) -> None:
    assert told(archive, body) == []


def test_a_number_of_the_data_after_one_of_another_thing(archive: Archive) -> None:
    (line,) = told(archive, "Hơn 3.000 nhà, 2.522 đảng viên.")
    assert line.startswith("5:16: lỗi: con số “2.522 đảng viên”")


def test_pages_that_tell_no_history_may_type_numbers(archive: Archive) -> None:
    body = "Có 2.522 đảng viên.\n"
    assert told(archive, body, "---\ntitle: Chương\n---\n") == []
    assert told(archive, body, path="docs/bien-tap/a.md") == []
