"""Memberships and congresses of one organization, each on a line of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.archive import Archive
from macros.messages.problems import Problem
from tests.snapshots import assert_entry
from tests.support import archive_of

PLACES = Path(__file__).with_name("places.txt")
"""At which columns it is told, and from which other places it was computed, for each test."""

ORG = "data/organizations/khoi"
LEADERSHIP = f"{ORG}/leadership.yml"
CONGRESSES = f"{ORG}/congresses.yml"

Check = Callable[[Archive], Iterable[Problem]]

DEFAULT_CONGRESSES = (
    'id: dh-1, ordinal: I, term: "1996/2000", dates: "1996-02-09/1996-02-10"',
    'id: dh-2, ordinal: II, term: "2000/2005", dates: "2000-12-10/2000-12-12"',
)

MOT = "person: ly-van-mot, post: secretary"
HAI = "person: ly-thi-hai, post: secretary"


def listed(name: str, entries: Iterable[str]) -> str:
    lines = [f"  - {{cite: ky-yeu#1, {entry}}}" for entry in entries]
    return "\n".join([f"{name}:", *lines])


def congresses(*entries: str) -> dict[str, str]:
    return {CONGRESSES: listed("congresses", entries)}


def held(*entries: str) -> dict[str, str]:
    """Return memberships, each on a line of its own from line 2, and two congresses."""
    numbered = [f"id: m-{i}, {entry}" for i, entry in enumerate(entries)]
    return {**congresses(*DEFAULT_CONGRESSES), LEADERSHIP: listed("memberships", numbered)}


def lines(check: Check, root: Path, files: dict[str, str]) -> list[str]:
    """Return what is told without the column: `path:line: lỗi: …`; columns are in places.txt."""
    problems = sorted(check(archive_of(root, files)))
    places = [" ← ".join(map(str, (one.position, *one.values))) for one in problems]
    test = os.environ["PYTEST_CURRENT_TEST"].rpartition("::")[2].removesuffix(" (call)")
    assert_entry(PLACES, f"{test} {check.__name__}", "; ".join(places) or "-")
    found = []
    for text in map(str, problems):
        path, line, _, rest = text.split(":", 3)
        found.append(f"{path}:{line}:{rest}")
    return found


SUCCESSION = held(
    f'{MOT}, start_date: "1994-01"',
    f'{MOT}, congress: I, manner: re-elected, end_date: "1999-07", end_basis: inferred, '
    "end_cite: ky-yeu#2",
    f'{HAI}, start_date: "1999-07", end_date: "2000-12-12"',
    "person: ly-van-ba, post: secretary, congress: II",
)
