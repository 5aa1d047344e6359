"""The least share of wrong values that must be refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive.complete import load_archive
from macros.mutation.corruptions import CODE, DAY, NONE, ORDINAL, Mutant
from macros.mutation.floors import Floor, floor_of
from macros.mutation.typed_values import typed_values
from tests.small_site import write_site


def test_a_floor_leaves_so_many_to_pass() -> None:
    assert Floor(93).holds(100, 7)
    assert not Floor(93).holds(100, 8)
    assert Floor(99).holds(0, 0)


def test_a_sample_fails_only_what_can_hardly_meet_the_floor() -> None:
    assert Floor(93).may_hold(10, 1)  # one in two samples
    assert not Floor(93).may_hold(10, 6)
    assert Floor(99).may_hold(3, 0)


@pytest.mark.parametrize(
    ("field", "kind", "least"),
    [
        ("Membership.manner", CODE, 90),
        ("Membership.manner", NONE, None),
        ("Membership.congress", ORDINAL, 90),
        ("Congress.dates", DAY, 93),
        ("Observation.value", "another", 99),
        ("Membership.person", "another", 80),
        ("Membership.person", "random", None),
        ("Document.date", "another", None),
    ],
)
def test_each_field_and_kind_has_its_own(
    tmp_path: Path, field: str, kind: str, least: int | None
) -> None:
    archive, _ = load_archive(write_site(tmp_path))
    typed = next(one for one in typed_values(archive) if one.field == field)
    floor = floor_of(Mutant(typed, kind, None))
    assert (floor and floor.least) == least
