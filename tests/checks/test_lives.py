"""Lives of an organization: they follow one another, each with its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.checks import lives as check
from tests.checks.leaders import ORG, SUCCESSION, lines
from tests.support import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.leaders import Check

PATH = f"{ORG}/organization.yml"
HEAD = "kind: party\nshort_name: Khối\nlives:\n"


def lives(*entries: str) -> dict[str, str]:
    """Return an organization with these lives, each on a line of its own from line 4."""
    return {PATH: HEAD + "".join(f"  - {{{one}}}\n" for one in entries)}


def turn(side: str, identifier: str, rest: str = "") -> str:
    return f"{side}: {{id: {identifier}, cite: ky-yeu#1{rest}}}"


LAP = turn("founding", "lap", ', date: "1930"')
PHA = turn("dissolution", "pha", ', date: "1931", how: destroyed')
LAI = turn("founding", "lai", ', date: "1936", how: restored')
SOUND = lives(f"{LAP}, {PHA}", LAI)
RULES = (check.one_form, check.with_sides, check.in_order, check.on_their_side, check.of_changes)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("files", [SOUND, SUCCESSION], ids=["lives", "none"])
def test_silent_when_right(tmp_path: Path, rule: Check, files: dict[str, str]) -> None:
    assert told(rule, tmp_path, files) == []


def test_dissolved_before_founded(tmp_path: Path) -> None:
    path = f"{ORG}/organization.yml"
    text = """
        kind: party
        short_name: Khối
        founding: {id: lap, date: "1994-01-27", cite: ky-yeu#1}
        dissolution: {id: thoi, date: "1993", cite: ky-yeu#1}
        """
    assert lines(check.in_order, tmp_path, {path: text}) == [
        f"{path}:4: lỗi: tổ chức kết thúc năm 1993 trước khi thành lập 27/01/1994 "
        "→ sửa một trong hai ngày"
    ]


@pytest.mark.parametrize(
    ("founding", "dissolution"),
    [
        ('date: "1994-01-27", ', 'date: "1994", '),
        ('date: "1994", ', 'date: "1995", '),
        ("", 'date: "1993", '),
        ('date: "1994", ', ""),
    ],
)
def test_dissolved_perhaps_after_founded(tmp_path: Path, founding: str, dissolution: str) -> None:
    text = f"""
        kind: party
        short_name: Khối
        founding: {{id: lap, {founding}cite: ky-yeu#1}}
        dissolution: {{id: thoi, {dissolution}cite: ky-yeu#1}}
        """
    files = {f"{ORG}/organization.yml": text}
    assert told(check.in_order, tmp_path, files) == []


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("1929", "4:44"),
        ("1937", "5:20"),
    ],
)
def test_lives_follow_one_another(tmp_path: Path, day: str, line: str) -> None:
    files = {PATH: SOUND[PATH].replace('"1931"', f'"{day}"')}
    (text,) = told(check.in_order, tmp_path, files)
    assert text.startswith(f"{PATH}:{line.partition(':')[0]}:")
    expected = (
        "tổ chức bị phá vỡ năm 1929 trước khi thành lập năm 1930"
        if day == "1929"
        else "tổ chức khôi phục năm 1936 trước khi bị phá vỡ năm 1937"
    )
    assert expected in text


def test_sides_that_no_source_dates_do(tmp_path: Path) -> None:
    undated = lives(f"{LAP}, {turn('dissolution', 'pha')}", turn("founding", "lai"))
    for rule in RULES:
        assert told(rule, tmp_path, undated) == []


def test_sides_are_needed_between_lives(tmp_path: Path) -> None:
    assert lines(check.with_sides, tmp_path, lives(LAP, PHA)) == [
        f"{PATH}:4: lỗi: lần hoạt động thứ 1 không có lúc kết thúc mà đã có lần sau → thêm "
        "dissolution (id, cite); nguồn không ghi ngày thì không cần date",
        f"{PATH}:5: lỗi: lần hoạt động thứ 2 không có lúc bắt đầu → thêm founding (id, cite); "
        "nguồn không ghi ngày thì không cần date",
    ]


@pytest.mark.parametrize(
    ("side", "how", "wrong"),
    [
        ("founding", "restored", False),
        ("founding", "suspended", True),
        ("dissolution", "suspended", False),
        ("dissolution", "resumed", True),
    ],
)
def test_words_stand_on_their_side(tmp_path: Path, side: str, how: str, *, wrong: bool) -> None:
    text = f"kind: party\nshort_name: Khối\n{turn(side, 'mot', f', how: {how}')}\n"
    found = told(check.on_their_side, tmp_path, {PATH: text})
    assert bool(found) is wrong
    if found:
        fitting = "restored, resumed" if side == "founding" else "dissolved, destroyed, suspended"
        other = "dissolution" if side == "founding" else "founding"
        assert f"là lời của {other}, không của {side} → ghi {fitting}, hoặc chuyển" in found[0]
        assert found[0].endswith(f"sang {other}")


@pytest.mark.parametrize(
    ("kind", "role", "own", "lacking"),
    [
        ("restoration", "to", f"{LAP}\n{PHA}\n", "chỉ có một lần hoạt động"),
        ("suspension", "from", f"{LAP}\n", "không có lúc kết thúc"),
    ],
)
def test_changes_agree_with_the_lives(
    tmp_path: Path, kind: str, role: str, own: str, lacking: str
) -> None:
    change = f"""
        kind: {kind}
        participants: [{{organization: khoi, role: {role}}}, {{label: Chi bộ Đò, role: {role}}}]
        cite: ky-yeu#1
        """
    files = {"data/changes/viec.yml": change}
    (text,) = told(
        check.of_changes, tmp_path, {**files, PATH: f"kind: party\nshort_name: Khối\n{own}"}
    )
    assert lacking in text
    assert told(check.of_changes, tmp_path / "sound", {**files, **SOUND}) == []
