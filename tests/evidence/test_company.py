"""Numbers of one paragraph that would do for each other, and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from tests.evidence.helpers import source
from tests.evidence.test_contracts import STATISTICS, archive_of, fields_refused, refused_of

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = "data/changes/chuyen-1963.yml"
CONGRESSES = "data/organizations/xa-thu/congresses.yml"

TRANSFERS = (
    "Trong nhiệm kỳ, Đảng bộ chuyển đi 08 tổ chức đảng và 258 đảng viên về Đảng bộ huyện Gốm. "
    "Tiếp nhận 04 tổ chức, 77 đảng viên của Đảng bộ huyện Lụa. Kết nạp 33 đảng viên."
)


@pytest.mark.parametrize(
    ("units", "members", "refused"),
    [
        (8, 258, []),
        (4, 77, []),
        (8, 77, ["participants.units", "participants.members"]),
        (4, 258, ["participants.units", "participants.members"]),
        (4, 33, ["participants.members"]),  # 33 stands with no units at all.
        (8, None, []),
        (None, 33, []),  # Alone, a number is held by its unit.
    ],
)
def test_units_and_members_moved_together(
    tmp_path: Path, units: int | None, members: int | None, refused: list[str]
) -> None:
    numbers = {"units": units, "members": members}
    moved = "".join(f", {name}: {count}" for name, count in numbers.items() if count)
    change = (
        "kind: transfer\nsummary: Chuyển tổ chức đảng\ncite: ky-yeu#1\nparticipants:\n"
        f"  - {{ label: tổ chức đảng, role: moved{moved} }}\n"
    )
    assert sorted(refused_of(tmp_path, {CHANGE: change}, TRANSFERS)) == sorted(refused)


def test_a_companion_in_another_paragraph_is_no_hindrance(tmp_path: Path) -> None:
    change = (
        "kind: transfer\nsummary: Chuyển tổ chức đảng\ncite: ky-yeu#1-2\nparticipants:\n"
        "  - { label: tổ chức đảng, role: moved, units: 4, members: 77 }\n"
    )
    apart = ("Chuyển về 04 tổ chức đảng.", "Số chuyển về là 77 đảng viên.")
    assert refused_of(tmp_path, {CHANGE: change}, *apart) == []


RATIOS = (
    "Có 19 chi bộ đạt 50%; 32/38 tổ trưởng là đảng viên đạt 84,2%; 31/38 trưởng ban đạt 81,57%.",
    "Hồ sơ đúng hạn đạt 96,2% (481/500 hồ sơ). Mức độ hài lòng là 98%.",
    "Tổ trưởng là đảng viên: 32 người trong 38 người; tỷ lệ chung 70%, tỷ lệ nữ 84,2%.",
)


@pytest.mark.parametrize(
    ("paragraph", "top", "bottom", "percent", "stands"),
    [
        (1, 32, 38, "84.2", True),
        (1, 31, 38, "81.57", True),
        (1, 31, 38, "84.2", False),
        (1, 31, 38, "50", False),
        (1, 32, 38, "50", False),
        (2, 481, 500, "96.2", True),  # Before its pair, in brackets.
        (2, 481, 500, "98", False),
    ],
)
def test_a_percentage_is_that_of_its_ratio(
    tmp_path: Path, paragraph: int, top: int, bottom: int, percent: str, *, stands: bool
) -> None:
    told = _refused_percentages(tmp_path, paragraph, top, bottom, percent)
    assert told == ([] if stands else ["ratio"])


def test_a_ratio_that_is_not_printed_as_a_pair_has_any_percentage(tmp_path: Path) -> None:
    told = _refused_percentages(tmp_path, 3, 32, 38, "70")
    assert told == _refused_percentages(tmp_path, 3, 32, 38, "84.2")


def _refused_percentages(
    root: Path, paragraph: int, top: int, bottom: int, percent: str
) -> list[str]:
    """Return `ratio` if the percentage is refused; the pair itself does not matter here."""
    figure = (
        "observations:\n  - { id: ty-le, indicator: women, period: '1999', "
        f"ratio: {{ numerator: {top}, denominator: {bottom}, percent_printed: {percent} }}, "
        f"cite: ky-yeu#{paragraph} }}"
    )
    archive = archive_of(root, {STATISTICS: figure})
    lexicon = lexicon_of(archive)
    percentages = [one for one in claims(archive) if one.neighbours == ("%",) and one.near]
    assert len(percentages) == 1
    sources = {"ky-yeu": source("ky-yeu", *RATIOS, lexicon=lexicon)}
    return fields_refused(report(percentages, sources))


BODIES = (
    "Ban Thường vụ có 7 đồng chí, đều kiêm chức. Cấp ủy có 3 đồng chí là cán bộ chuyên trách Đảng.",
    "Ủy ban Kiểm tra gồm 5 ủy viên. (Có hai đồng chí chuyên trách), một người là Chủ nhiệm.",
)


@pytest.mark.parametrize(
    ("paragraph", "count", "stands"),
    [(1, 3, True), (1, 7, False), (2, 2, True), (2, 5, False), (2, 4, False)],
)
def test_the_full_time_members_are_in_the_sentence_that_says_so(
    tmp_path: Path, paragraph: int, count: int, *, stands: bool
) -> None:
    committee = (
        "committees:\n  - { id: kiem-tra, body: inspection, "
        f"full_time: {count}, cite: ky-yeu#{paragraph} }}"
    )
    told = refused_of(tmp_path, {CONGRESSES: committee}, *BODIES)
    assert ("full_time" not in told) == stands


def test_terms_that_old_evidence_does_not_know_wait(tmp_path: Path) -> None:
    committee = "committees:\n  - { id: kiem-tra, body: inspection, full_time: 3, cite: ky-yeu#1 }"
    archive = archive_of(tmp_path, {CONGRESSES: committee})
    counted = [one for one in claims(archive) if one.field == "full_time"]
    found = report(counted, {"ky-yeu": source("ky-yeu", *BODIES)})
    assert (fields_refused(found), sum(found.waiting.values())) == ([], 1)
