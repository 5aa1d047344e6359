"""An inferred start falls on a day of something else that the data has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.checks import leadership as check
from tests.checks.leaders import HAI, LEADERSHIP, MOT, ORG, held, lines

if TYPE_CHECKING:
    from pathlib import Path

FOUNDED = """kind: party
short_name: Đảng bộ khối
parent: tren
founding: { id: lap, date: "1994-01-27", operating_from: "1994-02-01", cite: ky-yeu#1 }
names: [{ id: ten, name: Khối Một, start_date: "1997-03", cite: ky-yeu#1 }]
"""
ABOVE = """kind: party
short_name: Đảng bộ trên
founding: { id: lap, date: "1990-05-05", cite: ky-yeu#1 }
"""


@pytest.mark.parametrize(
    ("day", "falls"),
    [
        ("1994-01-27", True),  # the founding
        ("1994-01", True),
        ("1994", True),
        ("1994-02", True),  # begins to work
        ("1994-03", False),
        ("1990-05", True),  # the body above
        ("1997-03", True),  # a name
        ("1997-03-01", False),  # more than the name says
        ("2000-12-10", True),  # a congress, either of its days
        ("2000-12-12", True),
        ("2000-11", False),
        ("1999-07", True),  # the end of another term
        ("[1994-01-27..1996]", True),
        ("[1995-03..1998-04]", False),
        ("1963-04", True),  # a change
    ],
)
def test_an_inferred_start_is_a_day_of_something(tmp_path: Path, day: str, *, falls: bool) -> None:
    files = {
        **held(f'{HAI}, start_date: "{day}", start_basis: inferred', f'{MOT}, end_date: "1999-07"'),
        f"{ORG}/organization.yml": FOUNDED,
        "data/organizations/tren/organization.yml": ABOVE,
        "data/changes/doi-ten.yml": 'kind: renaming\ndate: "1963-04-02"\ncite: ky-yeu#1\n'
        "participants: [{ organization: khoi, role: from }]\n",
    }
    found = lines(check.inferred_starts, tmp_path, files)
    assert len(found) == (0 if falls else 1)
    if found:
        assert found[0].startswith(f"{LEADERSHIP}:2: lỗi: ngày nhận chức ")
        assert "ghi là suy ra, mà không trùng mốc nào của tổ chức → ghi mốc" in found[0]


def test_a_stated_start_needs_no_other_day(tmp_path: Path) -> None:
    assert lines(check.inferred_starts, tmp_path, held(f'{HAI}, start_date: "1994-03"')) == []


def test_a_body_whose_superior_is_missing_is_not_told_twice(tmp_path: Path) -> None:
    """That the superior is missing is a mistake of its own, and its days may be the ones."""
    files = {
        **held(f'{HAI}, start_date: "1990-05", start_basis: inferred'),
        f"{ORG}/organization.yml": FOUNDED,
    }
    assert lines(check.inferred_starts, tmp_path, files) == []


def test_such_a_body_hides_no_other(tmp_path: Path) -> None:
    sound = "kind: party\nshort_name: Đảng bộ xã\n"
    entry = f'{HAI}, start_date: "1990-05", start_basis: inferred'
    files = {
        **held(entry),
        f"{ORG}/organization.yml": FOUNDED,
        "data/organizations/xa/organization.yml": sound,
        "data/organizations/xa/leadership.yml": held(entry)[LEADERSHIP].replace("m-0", "xa-0"),
    }
    (line,) = lines(check.inferred_starts, tmp_path, files)
    assert line.startswith("data/organizations/xa/leadership.yml:2: lỗi: ngày nhận chức ")
