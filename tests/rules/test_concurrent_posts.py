"""Which other posts were surely held when a tenure began."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.rules.concurrent_posts import concurrent_tenures
from macros.rules.terms import tenures
from tests.support import archive_of

MOT = "person: ly-van-mot"


def posts_beside(root: Path, own: str, *others: str) -> list[str]:
    """Return the posts held beside the first tenure as deputy."""
    entries = (f"{MOT}, post: deputy-secretary, {own}", *others)
    lines = [f"  - {{id: m-{i}, cite: ky-yeu#2, {entry}}}" for i, entry in enumerate(entries)]
    text = "\n".join(["memberships:", *lines])
    archive = archive_of(root, {"data/organizations/khoi/leadership.yml": text})
    first = next(one for one in tenures(archive, archive.dossiers["khoi"], "deputy-secretary"))
    return [f"{one.tenure.post}{' ?' * one.inferred}" for one in concurrent_tenures(archive, first)]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ('start_date: "2009-04"', 'attested: ["2009-04"]'),
        ('start_date: "2009-04"', 'start_date: "2009-04"'),
        ('attested: ["2024"]', 'attested: ["[2022..]", "2024"]'),
        ('start_date: "2009-04"', 'start_date: "2008", end_date: "2010"'),
    ],
)
def test_held_on_that_day(tmp_path: Path, own: str, other: str) -> None:
    assert posts_beside(tmp_path, own, f"{MOT}, post: member, {other}") == ["member"]


@pytest.mark.parametrize(
    "other",
    [
        'start_date: "2008"',  # who knows for how long
        'start_date: "2008", end_date: "2009-04"',  # left for the new post
        'start_date: "2009", end_date: "2010"',  # may have come later in the year
        'attested: ["2009-05"]',
    ],
)
def test_not_surely_held_on_that_day(tmp_path: Path, other: str) -> None:
    assert posts_beside(tmp_path, 'start_date: "2009-04"', f"{MOT}, post: member, {other}") == []


def test_not_of_another_person_or_the_same_post(tmp_path: Path) -> None:
    others = (
        'person: ly-thi-hai, post: member, attested: ["2009-04"]',
        f'{MOT}, post: deputy-secretary, attested: ["2009-04"]',
    )
    assert posts_beside(tmp_path, 'start_date: "2009-04"', *others) == []


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            'start_date: "2009-04", end_date: "2010", end_basis: inferred, end_cite: ky-yeu#3',
            "member",
        ),
        ('start_date: "2009-04", start_basis: inferred', "member ?"),
        ('start_date: "2008", start_basis: inferred, end_date: "2010"', "member ?"),
        ('attested: ["2009-04"], implied: {attested: {kind: inferred, why: lời kể}}', "member ?"),
    ],
)
def test_what_it_rests_on_may_be_inferred(tmp_path: Path, other: str, told: str) -> None:
    assert posts_beside(tmp_path, 'start_date: "2009-04"', f"{MOT}, post: member, {other}") == [
        told
    ]
