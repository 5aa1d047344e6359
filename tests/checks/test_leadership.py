"""Who held a post when, and what of it cannot be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from macros.checks import congresses as congresses_check
from macros.checks import leadership as check
from tests.checks.leaders import (
    CONGRESSES,
    DEFAULT_CONGRESSES,
    HAI,
    LEADERSHIP,
    MOT,
    ORG,
    SUCCESSION,
    Check,
    congresses,
    held,
    lines,
    listed,
)
from tests.support import told


@pytest.mark.parametrize(
    "rule",
    [
        check.ends_before_start,
        check.ends_with_start,
        check.inferred_starts,
        check.inferred_ends,
        check.attested_only,
        check.typed_twice,
        check.holders,
        check.vacancies,
        congresses_check.in_order,
        congresses_check.ordinals_missing,
        congresses_check.committees_make_up,
    ],
)
def test_silent_when_right(tmp_path: Path, rule: Check) -> None:
    assert told(rule, tmp_path, SUCCESSION) == []


def test_ends_before_start(tmp_path: Path) -> None:
    files = held(f'{MOT}, start_date: "1999-07", end_date: "1999-06-30"')
    assert lines(check.ends_before_start, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: ngày kết thúc 30/06/1999 đứng trước ngày bắt đầu tháng 07/1999 "
        "→ đọc lại đoạn nguồn và sửa một trong hai ngày"
    ]


def test_ends_before_the_congress_that_elected(tmp_path: Path) -> None:
    files = held(
        f'{MOT}, congress: I, end_date: "1990-07"', f'{HAI}, congress: I, end_date: "1996"'
    )
    assert lines(check.ends_before_start, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: ngày kết thúc tháng 07/1990 đứng trước ngày bắt đầu 10/02/1996 "
        "(đại hội lần thứ I) → đọc lại đoạn nguồn và sửa end_date hoặc congress"
    ]


def test_ends_perhaps_before_start(tmp_path: Path) -> None:
    files = held(f'{MOT}, start_date: "1999-07", end_date: "1999"')
    assert told(check.ends_before_start, tmp_path, files) == []


def test_a_name_and_a_seat_end_before_they_begin(tmp_path: Path) -> None:
    path = f"{ORG}/organization.yml"
    text = """
        kind: party
        short_name: Khối
        names:
          - {id: ten, name: Khối, start_date: "1994", end_date: "1993", cite: ky-yeu#1}
        headquarters:
          - {id: nha, address: Phố Mới, start_date: "1996", end_date: "1995", cite: ky-yeu#1}
        """
    found = lines(check.ends_before_start, tmp_path, {path: text})
    assert [line.split(" → ")[0] for line in found] == [
        f"{path}:4: lỗi: ngày kết thúc năm 1993 đứng trước ngày bắt đầu năm 1994",
        f"{path}:6: lỗi: ngày kết thúc năm 1995 đứng trước ngày bắt đầu năm 1996",
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "end_basis: inferred",
            "end_basis: inferred nhưng không có end_date → ghi end_date hoặc xóa dòng này",
        ),
        (
            'end_date: "1999", end_basis: inferred',
            "ngày thôi chức được suy ra nhưng không dẫn đoạn nào nói đến người kế nhiệm "
            "→ thêm end_cite: nguồn#đoạn có lời “thay …”",
        ),
        (
            'end_date: "1999", end_cite: ky-yeu#2',
            "có end_cite nhưng ngày thôi chức không ghi là suy ra "
            "→ thêm end_basis: inferred, hoặc chuyển nguồn sang cite",
        ),
    ],
)
def test_inferred_ends(tmp_path: Path, entry: str, message: str) -> None:
    found = lines(check.inferred_ends, tmp_path, held(f"{MOT}, {entry}"))
    assert found == [f"{LEADERSHIP}:2: lỗi: {message}"]


def test_attested_beside_a_term(tmp_path: Path) -> None:
    files = held(f'{MOT}, attested: "1999", start_date: "1998"')
    assert lines(check.attested_only, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: vừa có ngày nhận hoặc thôi chức vừa có attested "
        "→ attested chỉ dùng khi nguồn không cho biết nhiệm kỳ; xóa một trong hai"
    ]


def test_attested_beside_an_end_and_alone(tmp_path: Path) -> None:
    ended = held(f'{MOT}, attested: "1999", end_date: "2000"')
    assert len(told(check.attested_only, tmp_path / "ended", ended)) == 1
    alone = held(f'{MOT}, attested: "1999"')
    assert told(check.attested_only, tmp_path / "alone", alone) == []


def test_day_of_an_election_by_a_congress_without_a_date(tmp_path: Path) -> None:
    files = {
        **held(f'{MOT}, congress: I, start_date: "1996-02-10"'),
        **congresses("id: dh-1, ordinal: I"),
    }
    assert told(check.typed_twice, tmp_path, files) == []


def test_day_of_election_typed_again(tmp_path: Path) -> None:
    files = held(f'{MOT}, congress: I, start_date: "1996-02-10"')
    assert lines(check.typed_twice, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: ngày nhận chức đã biết từ đại hội lần thứ I → xóa dòng start_date "
        "(hoặc xóa dòng congress nếu không do đại hội bầu)"
    ]


def test_two_in_a_post_of_one_seat(tmp_path: Path) -> None:
    files = held(
        f'{MOT}, start_date: "1994-01", end_date: "1999-07"',
        f'{HAI}, start_date: "1999-03-01", end_date: "2001"',
    )
    assert lines(check.holders, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: 2 người cùng giữ chức Bí thư một lúc, chức này có 1 ghế: "
        "Lý Văn Một (từ tháng 01/1994 đến tháng 07/1999), Lý Thị Hai (từ ngày 01/03/1999 đến "
        "năm 2001) → đọc lại đoạn nguồn, sửa ngày nhận hoặc thôi chức; thật sự cùng giữ thì ghi "
        "shared"
    ]


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("1999-07-31", "1999-07-01"),  # a handover within one month
        ("1999", "1999"),  # any day of the year
        ("1999-07~", "1999-03"),  # about July
        ("[1999-02..2001]", "1999-03"),  # perhaps in February
    ],
)
def test_perhaps_one_after_the_other(tmp_path: Path, end: str, start: str) -> None:
    files = held(
        f'{MOT}, start_date: "1994-01", end_date: "{end}"',
        f'{HAI}, start_date: "{start}", end_date: "2003"',
    )
    assert told(check.holders, tmp_path, files) == []


def test_unknown_end_is_no_overlap(tmp_path: Path) -> None:
    files = held(f'{MOT}, start_date: "1994-01"', f'{HAI}, start_date: "1999", end_date: "2001"')
    assert told(check.holders, tmp_path, files) == []


def deputies(*people: str) -> dict[str, str]:
    span = 'start_date: "1996-01", end_date: "2000-01"'
    return held(*(f"person: {person}, post: deputy-secretary, {span}" for person in people))


def test_as_many_as_there_are_seats(tmp_path: Path) -> None:
    assert told(check.holders, tmp_path, deputies("ly-van-mot", "ly-thi-hai")) == []
    three = deputies("ly-van-mot", "ly-thi-hai", "ly-van-ba")
    (line,) = lines(check.holders, tmp_path, three)
    assert "3 người cùng giữ chức Phó Bí thư một lúc, chức này có 2 ghế" in line


def test_as_many_as_there_are_seats_if_not_all_at_one_time(tmp_path: Path) -> None:
    early, late = ('start_date: "1996", end_date: "1998"', 'start_date: "1999", end_date: "2003"')
    span = 'start_date: "1996-01", end_date: "2003"'
    people = (("ly-van-mot", early), ("ly-thi-hai", span), ("ly-van-ba", late))
    entries = (f"person: {person}, post: deputy-secretary, {when}" for person, when in people)
    assert told(check.holders, tmp_path, held(*entries)) == []


def test_nobody_stands_in_his_own_way(tmp_path: Path) -> None:
    files = held(
        f'{MOT}, start_date: "1994-01", end_date: "1999-07"',
        f'{MOT}, start_date: "1996-01", end_date: "2001"',
    )
    assert told(check.holders, tmp_path, files) == []


def many(count: int, seats: int) -> dict[str, str]:
    """Return a post of so many seats, and so many who held it for the same years."""
    span = 'start_date: "1996-01", end_date: "2000-01"'
    roles = f"roles:\n- {{id: deputy-secretary, label: Phó Bí thư, seats: {seats}, order: 2}}\n"
    people = {f"data/people/ly-{number}.yml": f"name: Lý {number}\n" for number in range(count)}
    entries = (f"person: ly-{n}, post: deputy-secretary, {span}" for n in range(count))
    return {**held(*entries), **people, "data/posts.yml": roles}


@pytest.mark.parametrize(("count", "seats"), [(200, 1), (60, 10), (40, 30)])
def test_of_many_in_one_post_the_first_groups_are_enough(
    tmp_path: Path, count: int, seats: int
) -> None:
    start = time.process_time()
    assert (
        f"{seats + 1} người cùng giữ chức" in told(check.holders, tmp_path, many(count, seats))[0]
    )
    assert time.process_time() - start < 10


def test_a_post_of_many_seats_that_are_taken(tmp_path: Path) -> None:
    start = time.process_time()
    assert told(check.holders, tmp_path, many(40, 40)) == []
    assert time.process_time() - start < 10


POSTS = {
    "data/posts.yml": """
        roles:
          - {id: member, label: Ủy viên, order: 1}
          - {id: deputy-secretary, label: Phó Bí thư, seats: 2, order: 2}
          - {id: secretary, label: Bí thư, seats: 1, order: 3}
        """
}


def test_posts_without_a_number_of_seats_are_passed_over(tmp_path: Path) -> None:
    span = 'start_date: "1994-01", end_date: "1999-07"'
    files = held(
        f"person: ly-van-mot, post: member, {span}",
        f"person: ly-thi-hai, post: member, {span}",
        f"{MOT}, {span}",
        f"{HAI}, {span}",
    )
    (line,) = lines(check.holders, tmp_path, {**files, **POSTS})
    assert line.startswith(f"{LEADERSHIP}:5: lỗi: 2 người cùng giữ chức Bí thư một lúc")


def test_vacancies_are_those_of_posts_with_one_seat(tmp_path: Path) -> None:
    files = held(
        'person: ly-van-mot, post: member, start_date: "1994", end_date: "1995"',
        'person: ly-thi-hai, post: member, start_date: "1999"',
        'person: ly-van-mot, post: deputy-secretary, start_date: "1994", end_date: "1995"',
        'person: ly-thi-hai, post: deputy-secretary, start_date: "1999"',
        f'{MOT}, start_date: "1994", end_date: "1995"',
        f'{HAI}, start_date: "1999"',
    )
    (line,) = lines(check.vacancies, tmp_path, {**files, **POSTS})
    assert line.startswith(f"{LEADERSHIP}:7: ghi chú: Bí thư: không rõ ai giữ chức từ năm 1995")


def test_whoever_was_re_elected_is_told_of_where_the_time_began(tmp_path: Path) -> None:
    files = held(
        f'{MOT}, start_date: "1990", end_date: "1993"',
        f'{HAI}, start_date: "1994-06", end_date: "1996-02-10"',
        f'{HAI}, congress: I, manner: re-elected, end_date: "1999-07"',
    )
    assert [line.split(": ")[0] for line in lines(check.vacancies, tmp_path, files)] == [
        f"{LEADERSHIP}:3"
    ]
    overlapping = {**files, LEADERSHIP: files[LEADERSHIP].replace('"1993"', '"1997"')}
    assert [line.split(": ")[0] for line in lines(check.holders, tmp_path, overlapping)] == [
        f"{LEADERSHIP}:2"
    ]


def test_vacancy_is_a_note(tmp_path: Path) -> None:
    files = held(
        f'{MOT}, start_date: "1994-01", end_date: "2008-05"',
        f'{HAI}, start_date: "2008-12-08"',
    )
    assert lines(check.vacancies, tmp_path, files) == [
        f"{LEADERSHIP}:3: ghi chú: Bí thư: không rõ ai giữ chức từ tháng 05/2008 đến 08/12/2008 "
        "→ bổ sung nếu có nguồn; nếu không, trang vẫn hiện khoảng trống này"
    ]


@pytest.mark.parametrize(
    ("end", "start"),
    [("2008-11", "2008-12-08"), ("2008", "2009"), ("2008-05~", "2008-12"), ("2008", "2009~")],
)
def test_perhaps_no_vacancy(tmp_path: Path, end: str, start: str) -> None:
    files = held(
        f'{MOT}, start_date: "1994-01", end_date: "{end}"', f'{HAI}, start_date: "{start}"'
    )
    assert told(check.vacancies, tmp_path, files) == []


POINTED: tuple[tuple[Check, dict[str, str], str], ...] = (
    (check.ends_before_start, held(f'{MOT}, start_date: "1999", end_date: "1998"'), '"1998"'),
    (check.inferred_ends, held(f"{MOT}, end_basis: inferred"), "inferred"),
    (check.inferred_ends, held(f'{MOT}, end_date: "1999", end_cite: ky-yeu#2'), "ky-yeu#2"),
    (check.attested_only, held(f'{MOT}, start_date: "1998", attested: "1999"'), '"1999"'),
    (check.typed_twice, held(f'{MOT}, congress: I, start_date: "1996"'), '"1996"'),
    (
        congresses_check.in_order,
        congresses('id: dh-1, ordinal: I, term: "1996/2000", dates: "1998"'),
        '"1996/2000"',
    ),
    (
        congresses_check.in_order,
        congresses(DEFAULT_CONGRESSES[0], 'id: dh-2, ordinal: II, dates: "1990"'),
        '"1990"',
    ),
    (
        congresses_check.ordinals_missing,
        congresses("id: a, ordinal: IV", "id: b, ordinal: IX"),
        "IX",
    ),
    (
        congresses_check.committees_make_up,
        {CONGRESSES: listed("committees", ["id: a, body: inspection, size: 5, full_time: 6"])},
        "5",
    ),
)


@pytest.mark.parametrize(("rule", "files", "value"), POINTED)
def test_what_is_told_points_at_the_value_to_be_mended(
    tmp_path: Path, rule: Check, files: dict[str, str], value: str
) -> None:
    (text,) = told(rule, tmp_path, files)
    path, line, column, _ = text.split(":", 3)
    row = (tmp_path / path).read_text(encoding="utf-8").split("\n")[int(line) - 1]
    assert row[int(column) - 1 :].startswith(value)


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("1999-07", "1999-07", True),
        ("1999-07-01", "1999-07-01", True),
        ("1999-07-01", "1999-07", False),
        ("1999", "1999", False),
    ],
)
def test_a_term_takes_some_time(tmp_path: Path, start: str, end: str, *, wrong: bool) -> None:
    files = held(f'{MOT}, start_date: "{start}", end_date: "{end}"')
    assert bool(told(check.ends_with_start, tmp_path, files)) is wrong


def test_a_member_of_a_body_is_no_single_seat(tmp_path: Path) -> None:
    roles = """
        roles:
          - {id: secretary, label: Bí thư, seats: 1, order: 1}
          - {id: standing-member, label: Ủy viên, member_of: standing, seats: 1, order: 2}
          - {id: executive-member, label: Ủy viên, member_of: executive, seats: 15, order: 3}
        """
    assert lines(check.seats_of_members, tmp_path, {"data/posts.yml": roles}) == [
        "data/posts.yml:3: lỗi: Ủy viên là một ủy viên của Ban Thường vụ, không thể chỉ có một "
        "ghế → xóa dòng seats, hoặc xóa dòng member_of nếu đây là một chức lãnh đạo"
    ]


@pytest.mark.parametrize(
    ("first", "second", "alone"),
    [
        (("1990", "1995"), ("1994", "1999"), False),
        (("1990", "1995"), ("1995", "1999"), False),
        (("1990", "1995"), ("1996", "1999"), True),
        (("1996", "1999"), ("1990", "1995"), True),
    ],
)
def test_a_seat_is_shared_with_somebody(
    tmp_path: Path, first: tuple[str, str], second: tuple[str, str], *, alone: bool
) -> None:
    files = held(
        f'{MOT}, shared: handover, start_date: "{first[0]}", end_date: "{first[1]}"',
        f'{HAI}, start_date: "{second[0]}", end_date: "{second[1]}"',
    )
    assert (
        lines(check.shared_seats, tmp_path, files)
        == [
            f"{LEADERSHIP}:2: lỗi: ghi shared mà không ai khác giữ chức Bí thư cùng lúc → xóa dòng này, hoặc "
            "sửa ngày nhận, ngày thôi chức"
        ]
        * alone
    )
