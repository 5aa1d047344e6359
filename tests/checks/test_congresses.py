"""Congresses in their order, near their terms; committees of a possible size."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import congresses as check
from tests.checks.leaders import (
    CONGRESSES,
    DEFAULT_CONGRESSES,
    ORG,
    congresses,
    lines,
    listed,
)
from tests.support import archive_of, told


@pytest.mark.parametrize(
    ("second", "what"),
    [
        ('term: "1991/1995"', "nhiệm kỳ"),
        ('term: "1996/2000"', "nhiệm kỳ"),
        ('term: "1995/2001"', "nhiệm kỳ"),
        ('term: "/1990"', "nhiệm kỳ"),
        ('dates: "1995-12"', "ngày họp"),
        ('dates: "1996-02-09/1996-02-10"', "ngày họp"),
    ],
)
def test_congresses_out_of_order(tmp_path: Path, second: str, what: str) -> None:
    files = congresses(DEFAULT_CONGRESSES[0], f"id: dh-2, ordinal: II, {second}")
    assert lines(check.in_order, tmp_path, files) == [
        f"{CONGRESSES}:3: lỗi: {what} của đại hội lần thứ II không sau đại hội lần thứ I "
        "→ sửa số thứ tự hoặc thời gian"
    ]


@pytest.mark.parametrize("second", ['dates: "1996"', 'dates: "[1996-01..1996-12]"', ""])
def test_congresses_perhaps_in_order(tmp_path: Path, second: str) -> None:
    entry = f"id: dh-2, ordinal: II, {second}".removesuffix(", ")
    files = congresses(DEFAULT_CONGRESSES[0], entry)
    assert told(check.in_order, tmp_path, files) == []


def test_congress_whose_forerunner_has_no_date(tmp_path: Path) -> None:
    files = congresses("id: dh-1, ordinal: I", DEFAULT_CONGRESSES[1])
    assert told(check.in_order, tmp_path, files) == []


@pytest.mark.parametrize(
    "entry",
    [
        'term: "1996/2000", dates: "1995-12"',
        'term: "1996/2000", dates: "1997"',
        'term: "/2000", dates: "1990"',
        'term: "1996/2000", dates: "[..1998]"',
    ],
)
def test_congress_near_its_term_or_perhaps_so(tmp_path: Path, entry: str) -> None:
    files = congresses(f"id: dh-1, ordinal: I, {entry}")
    assert told(check.in_order, tmp_path, files) == []


def test_congress_far_from_its_term_after_one_that_tells_no_term(tmp_path: Path) -> None:
    files = congresses(
        'id: dh-1, ordinal: I, dates: "1990"',
        'id: dh-2, ordinal: II, term: "1996/2000", dates: "1998-02"',
    )
    (line,) = lines(check.in_order, tmp_path, files)
    assert line.startswith(f"{CONGRESSES}:3: lỗi: đại hội lần thứ II họp năm 1998")


def test_congress_far_from_its_term(tmp_path: Path) -> None:
    files = congresses('id: dh-1, ordinal: I, term: "1996/2000", dates: "1998-02"')
    assert lines(check.in_order, tmp_path, files) == [
        f"{CONGRESSES}:2: lỗi: đại hội lần thứ I họp năm 1998 nhưng nhiệm kỳ bắt đầu năm 1996 "
        "→ sửa nhiệm kỳ hoặc ngày họp"
    ]


def test_gap_between_congresses_is_a_note(tmp_path: Path) -> None:
    files = congresses("id: dh-4, ordinal: IV", "id: dh-9, ordinal: IX")
    assert lines(check.ordinals_missing, tmp_path, files) == [
        f"{CONGRESSES}:3: ghi chú: thiếu đại hội giữa lần thứ 4 và lần thứ 9 → bổ sung nếu có nguồn"
    ]


def test_one_congress_missing_is_told_as_well(tmp_path: Path) -> None:
    files = congresses("id: dh-2, ordinal: II", "id: dh-3, ordinal: III", "id: dh-5, ordinal: V")
    (line,) = lines(check.ordinals_missing, tmp_path, files)
    assert line.startswith(f"{CONGRESSES}:4: ghi chú: thiếu đại hội giữa lần thứ 3 và lần thứ 5")


@pytest.mark.parametrize(
    ("numbers", "total"),
    [
        ("size: 5, full_time: 6", 6),
        ("size: 5, concurrent: 6", 6),
        ("size: 5, full_time: 5", None),
        ("full_time: 6, concurrent: 2", None),
        ("size: 5", None),
    ],
)
def test_committee_of_which_not_everything_is_known(
    tmp_path: Path, numbers: str, total: int | None
) -> None:
    entry = f"id: ubkt, body: inspection, {numbers}, basis: elected"
    found = told(check.committees_make_up, tmp_path, {CONGRESSES: listed("committees", [entry])})
    assert [f"cộng lại là {total}," in line for line in found] == ([True] if total else [])


@pytest.mark.parametrize(("concurrent", "found"), [(3, []), (4, [6])])
def test_committee_of_more_parts_than_members(
    tmp_path: Path, concurrent: int, found: list[int]
) -> None:
    entry = f"id: ubkt, body: inspection, size: 5, full_time: 2, concurrent: {concurrent}"
    files = {CONGRESSES: listed("committees", [f"{entry}, basis: elected"])}
    expected = [
        f"{CONGRESSES}:2: lỗi: chuyên trách và kiêm nhiệm cộng lại là {total}, nhiều hơn "
        "tổng số 5 → đọc lại đoạn nguồn và sửa số"
        for total in found
    ]
    assert lines(check.committees_make_up, tmp_path, files) == expected


LIVES = """kind: party
short_name: Khối
lives:
  - founding: { id: a, date: "1930-04", cite: ky-yeu#1 }
    dissolution: { id: b, how: suspended, date: "1940-10", cite: ky-yeu#1 }
  - founding: { id: c, how: resumed, date: "1945-08", cite: ky-yeu#1 }
    dissolution: { id: d, date: "1990-03", cite: ky-yeu#1 }
"""


@pytest.mark.parametrize(
    ("days", "relation"),
    [
        ("1929-05-01", "trước ngày thành lập (tháng 04/1930)"),
        (
            "1942-05-01",
            "khi tổ chức không hoạt động (tạm ngừng hoạt động tháng\u00a010/1940, "
            "hoạt động trở lại tháng\u00a008/1945)",
        ),
        ("1991-05-01", "sau khi tổ chức kết thúc (tháng 03/1990)"),
        ("1940-10", None),
        ("1946-05-01", None),
    ],
)
def test_a_congress_while_the_organization_was_not_there(
    tmp_path: Path, days: str, relation: str | None
) -> None:
    files = {
        f"{ORG}/organization.yml": LIVES,
        **congresses(f'id: dh-1, ordinal: I, dates: "{days}"'),
    }
    remedy = "nếu nguồn nói đúng như vậy thì để nguyên; nếu không thì sửa một trong hai ngày"
    expected = [f"{CONGRESSES}:2: ghi chú: đại hội lần thứ I họp {relation} → {remedy}"]
    assert lines(check.outside_life, tmp_path, files) == (expected if relation else [])


def test_a_count_anew_without_its_series_is_told_once(tmp_path: Path) -> None:
    entries = [
        'id: dh-1, ordinal: I, dates: "1976-11-10"',
        'id: dh-2, ordinal: II, dates: "1980-05-03"',
        'id: dh-2025, ordinal: I, dates: "2025-08-12"',
    ]
    text = f"{listed('congresses', entries)}\nseries:\n  - {{ id: moi, label: sau hợp nhất }}\n"
    for rule in (check.in_order, check.series):
        assert told(rule, tmp_path / rule.__name__, {CONGRESSES: text}) == []


def test_rounds_in_order_or_without_days_are_right(tmp_path: Path) -> None:
    rounds = (
        '[{dates: "1975-03-02"}, {dates: "1976-11-10"}]',
        '[{dates: "1976-11-10"}, {place: Chợ Mới}]',
        '[{place: Chợ Mới}, {dates: "1976-11-10"}]',
        '[{dates: "1975"}, {place: Chợ Mới}, {dates: "1976"}]',
    )
    for number, listing in enumerate(rounds):
        files = {
            CONGRESSES: listed("congresses", [f"id: dh-1, ordinal: I, sessions: {listing}"]),
        }
        assert told(check.sessions, tmp_path / str(number), files) == []


def test_days_out_of_order_say_which_values_they_come_from(tmp_path: Path) -> None:
    rounds = '[{ dates: "1976-11-10" }, { dates: "1975-03-02" }]'
    files = {
        CONGRESSES: listed("congresses", [f"id: dh-1, ordinal: I, sessions: {rounds}"])
        + "\nconferences:\n"
        '  - { id: hn, kind: mid-term, congress: I, dates: "1970-04-05", cite: ky-yeu#1 }\n'
    }
    archive = archive_of(tmp_path, files)
    for rule in (check.sessions, check.conferences):
        (problem,) = rule(archive)
        assert problem.position in problem.values
