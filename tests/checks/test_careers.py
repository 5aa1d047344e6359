"""Nothing is held after death, and nothing is answered before it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.checks import careers
from tests.support import archive_of, told

if TYPE_CHECKING:
    from pathlib import Path

LEADERSHIP = "data/organizations/khoi/leadership.yml"
CONGRESSES = "data/organizations/khoi/congresses.yml"
PERSON = "data/people/ly-van-ba.yml"
DIED = 'start_date: "1931", end_date: "1940-11", end_reason: died'
REMEDY = "sửa một trong hai ngày; người khác trùng tên thì lập tệp riêng trong data/people/"
FILES = {CONGRESSES: "congresses: [{id: dh, ordinal: I, dates: '1945-05-10', cite: ky-yeu#5}]"}


def terms(*entries: str) -> dict[str, str]:
    """The file of memberships of one person, each in a post of its own line."""
    lines = [
        f"  - {{id: m{at}, person: ly-van-ba, post: member, cite: ky-yeu#2, {one}}}"
        for at, one in enumerate(entries)
    ]
    return {**FILES, LEADERSHIP: "\n".join(["memberships:", *lines])}


def person(*later: str) -> dict[str, str]:
    lines = [f"  - {{id: l{at}, cite: ky-yeu#3, {one}}}" for at, one in enumerate(later)]
    return {PERSON: "\n".join(["name: Lý Văn Ba", "later:", *lines])}


@pytest.mark.parametrize(
    ("other", "column", "said"),
    [
        ('start_date: "1940-12"', 75, "nhận chức tháng 12/1940"),
        ('start_date: "1940-12", end_date: "1941"', 75, "nhận chức tháng 12/1940"),
        ("congress: I", 73, "nhận chức ngày 10/05/1945"),
        ('start_date: "1940", end_date: "1941"', 93, "còn giữ chức đến năm 1941"),
        ('attested: ["1939", "1945-08"]', 73, "còn giữ chức tháng 08/1945"),
    ],
)
def test_who_died_holds_no_post(tmp_path: Path, other: str, column: int, said: str) -> None:
    assert told(careers.after_death, tmp_path, terms(DIED, other)) == [
        f"{LEADERSHIP}:3:{column}: lỗi: Lý Văn Ba từ trần tháng 11/1940 (mục “m0”) mà {said} → {REMEDY}"
    ]


@pytest.mark.parametrize(
    "other",
    [
        'start_date: "1940", end_date: "1940-11-20"',
        'start_date: "1940-11"',
        'attested: ["1940-11-05"]',
        "printed: về sau",
        'start_date: "1935", end_date: "1940-11", end_reason: fallen',
    ],
)
def test_what_may_have_been_before_death_is_right(tmp_path: Path, other: str) -> None:
    assert told(careers.after_death, tmp_path, terms(DIED, other)) == []


@pytest.mark.parametrize(
    "end",
    ['end_date: "1940-11", end_reason: arrested', "end_reason: died", 'end_date: "1940-11"'],
)
def test_only_a_dated_death_ends_all(tmp_path: Path, end: str) -> None:
    files = terms(f'start_date: "1931", {end}', 'start_date: "1945"')
    assert (
        told(careers.after_death, tmp_path, {**files, **person("kind: released, date: '1945'")})
        == []
    )


def test_of_two_deaths_the_first_counts(tmp_path: Path) -> None:
    late = 'start_date: "1935", end_date: "1942", end_reason: fallen'
    (line,) = told(careers.after_death, tmp_path, terms(late, DIED))
    assert "từ trần tháng 11/1940 (mục “m1”) mà còn giữ chức đến năm 1942" in line
    assert line.startswith(f"{LEADERSHIP}:2:")


def test_only_a_release_is_too_late(tmp_path: Path) -> None:
    files = person(
        "kind: martyr, date: '1960'",
        "kind: exonerated, date: '1957'",
        "kind: released, date: '1940-11'",
        "kind: released",
        "kind: released, date: '1941'",
    )
    assert told(careers.after_death, tmp_path, {**terms(DIED), **files}) == [
        f"{PERSON}:7:52: lỗi: Lý Văn Ba từ trần tháng 11/1940 (mục “m0”) mà ra tù năm 1941 → {REMEDY}"
    ]


EXPELLED = 'start_date: "1931", end_date: "1949-04", end_reason: expelled'


@pytest.mark.parametrize(
    ("kind", "end", "words"),
    [
        ("restored", "expelled", "được khôi phục đảng tịch năm 1948 trước khi bị khai trừ"),
        ("released", "arrested", "ra tù năm 1948 trước khi bị bắt"),
        ("exonerated", "dismissed", "được minh oan năm 1948 trước khi bị cách chức"),
        ("martyr", "fallen", "được công nhận liệt sĩ năm 1948 trước khi hy sinh"),
        ("restored", "arrested", ""),
        ("released", "expelled", ""),
        ("martyr", "dismissed", ""),
    ],
)
def test_an_answer_follows_what_it_answers(tmp_path: Path, kind: str, end: str, words: str) -> None:
    files = terms(EXPELLED.replace("expelled", end)) | person(f"kind: {kind}, date: '1948'")
    line = f"{PERSON}:3:0: lỗi: Lý Văn Ba {words} tháng 04/1949 (mục “m0”) → sửa một trong hai ngày"
    found = told(careers.before_the_end, tmp_path, files)
    assert [without_column(one) for one in found] == ([without_column(line)] if words else [])


def without_column(line: str) -> str:
    """Return a line without its column."""
    path, row, _, rest = line.split(":", 3)
    return f"{path}:{row}:{rest}"


@pytest.mark.parametrize(
    ("ends", "later"),
    [
        ((EXPELLED,), "kind: restored, date: '1949'"),
        ((EXPELLED,), "kind: restored"),
        (('start_date: "1931", end_reason: expelled',), "kind: restored, date: '1930'"),
        (
            ('start_date: "1931", end_date: "1935", end_reason: expelled', EXPELLED),
            "kind: restored, date: '1940'",
        ),
    ],
)
def test_an_answer_to_one_of_several_ends_is_enough(
    tmp_path: Path, ends: tuple[str, ...], later: str
) -> None:
    assert told(careers.before_the_end, tmp_path, terms(*ends) | person(later)) == []


def test_both_dates_are_named_as_what_may_be_wrong(tmp_path: Path) -> None:
    restored = "kind: restored, date: '1948'"
    last = EXPELLED.replace("1949-04", "1952")
    (root := tmp_path / "answer").mkdir()
    (problem,) = careers.before_the_end(archive_of(root, terms(EXPELLED, last) | person(restored)))
    assert "(mục “m0”)" in problem.message
    assert [(one.path, one.line, one.column) for one in problem.values] == [
        (PERSON, 3, problem.position.column),
        (LEADERSHIP, 2, 93),
    ]
    assert problem.position.column == 52
    (problem,) = careers.after_death(archive_of(tmp_path, terms(DIED, 'start_date: "1945"')))
    # The day, the death, and the person, who may be the wrong one.
    assert [(one.path, one.line) for one in problem.values] == [
        (LEADERSHIP, 3),
        (LEADERSHIP, 2),
        (LEADERSHIP, 3),
    ]
    assert problem.values[0] == problem.position
    assert problem.values[1].column == 93


def identity(*entries: str) -> dict[str, str]:
    """The file of a person with what sources say of the person's life."""
    lines = [f"  - {{id: n{at}, cite: ky-yeu#3, {one}}}" for at, one in enumerate(entries)]
    return {PERSON: "\n".join(["name: Lý Văn Ba", "identity:", *lines])}


def test_a_death_that_the_own_file_tells_ends_all(tmp_path: Path) -> None:
    files = {**terms('start_date: "1941"'), **identity('died: "1940-11"')}
    (line,) = told(careers.after_death, tmp_path, files)
    assert line.endswith(
        f"lỗi: Lý Văn Ba mất tháng 11/1940 (mục “n0”) mà nhận chức năm 1941 → {REMEDY}"
    )


def test_nobody_dies_before_birth(tmp_path: Path) -> None:
    (line,) = told(careers.after_death, tmp_path, identity('born: "1950", died: "1940-11"'))
    assert "Lý Văn Ba mất tháng 11/1940 mà sinh năm 1950" in line
    assert told(careers.after_death, tmp_path, identity('born: "1940", died: "1940"')) == []


def test_an_entry_says_something(tmp_path: Path) -> None:
    (line,) = told(careers.after_death, tmp_path, identity("note: chưa rõ"))
    assert "mục “n0” không ghi điều gì" in line
