"""Which figure stands for an indicator: the latest that is shown, of the whole organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.rules.statistics import latest
from tests.support import archive_of

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = "data/organizations/may/statistics.yml"
FILES = {
    "data/indicators.yml": """
        indicators:
          - {id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên}
        """,
    "data/organizations/may/organization.yml": """
        {kind: party, classification: đảng bộ, short_name: Đảng bộ Mây}
        """,
}


def figure(name: str, period: str, rest: str = "") -> str:
    return (
        f'- {{id: {name}, indicator: party-members, period: "{period}", value: 4{rest}, '
        "cite: ky-yeu#1}"
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([figure("a", "1950"), figure("b", "1955")], "b"),
        # Of two that are open the one that began later; a known end counts as the time up to it.
        ([figure("a", "1955-08/"), figure("b", "1950-08/")], "a"),
        ([figure("a", "1950/1954"), figure("b", "1953-08/")], "a"),
        ([figure("a", "1950/1952"), figure("b", "1953-08/")], "b"),
        (
            [
                figure("a", "1950"),
                figure("b", "1955", ", part_of: a, dimension: giới, category: nữ"),
            ],
            "a",
        ),
        ([figure("b", "1955", ", dimension: giới, category: nữ")], None),
    ],
)
def test_the_latest_of_the_whole(tmp_path: Path, figures: list[str], expected: str | None) -> None:
    lines = "\n".join(f"  {one}" for one in figures)
    archive = archive_of(tmp_path, {**FILES, FIGURES: f"observations:\n{lines}"})
    dossier = archive.dossiers["may"]
    found = latest(archive, dossier, dossier.observations)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize("shown", ["a", "b"])
def test_of_a_contradiction_the_side_that_pages_show(tmp_path: Path, shown: str) -> None:
    claims = ", ".join(f"{{fact: {one}{', shown: true' * (one == shown)}}}" for one in "ab")
    files = {
        FIGURES: f"observations:\n  {figure('a', '1955')}\n  {figure('b', '1955')}",
        "data/organizations/may/conflicts.yml": (
            f"conflicts: [{{id: so, kind: contradiction, topic: số, note: Khác nhau., claims: [{claims}]}}]"
        ),
    }
    archive = archive_of(tmp_path, {**FILES, **files})
    dossier = archive.dossiers["may"]
    found = latest(archive, dossier, dossier.observations)
    assert found
    assert found.id == shown
