"""One slip, one message: at its place, with the words that mend it.

Each slip is made in the small site, as editors make them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.messages.problems import Problem, Severity
from macros.project.check import check_project
from macros.project.project import Project
from tests.bad_input import (
    slips_at_other_ids,
    slips_in_absorptions,
    slips_in_aliases,
    slips_in_calls,
    slips_in_careers,
    slips_in_congresses,
    slips_in_data,
    slips_in_effective_dates,
    slips_in_holders,
    slips_in_laws,
    slips_in_lives,
    slips_in_lunar_dates,
    slips_in_places,
    slips_in_rolls,
    slips_in_superiors,
    slips_in_symbols,
    slips_once,
)
from tests.bad_input.slips import EVENTS, MORE, Slip, added, typed
from tests.small_site import CHAPTER, DOCUMENTS, PERSON, write_site
from tests.snapshots import assert_entry, read_entries

LINES = Path(__file__).with_name("slips.txt")
"""What is told of each slip, whole, as read over."""

SLIPS = tuple(
    slip
    for module in (
        slips_at_other_ids,
        slips_in_absorptions,
        slips_in_aliases,
        slips_in_calls,
        slips_in_careers,
        slips_in_congresses,
        slips_in_data,
        slips_in_effective_dates,
        slips_in_holders,
        slips_in_laws,
        slips_in_lives,
        slips_in_lunar_dates,
        slips_in_places,
        slips_in_rolls,
        slips_in_superiors,
        slips_in_symbols,
        slips_once,
    )
    for slip in module.SLIPS
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    for path, text in MORE.items():
        (root / path).write_text(text, encoding="utf-8")
    document = "  - { id: quyet-dinh-kem-1950, kind: decision, cite: ky-yeu#1 }\n"
    added(DOCUMENTS, document)(root)
    return root


def problems(root: Path) -> list[Problem]:
    found = check_project(Project(root)).problems
    return [one for one in found if one.severity is not Severity.NOTE]


def test_the_site_has_nothing_to_mend(site: Path) -> None:
    assert problems(site) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_once_where_it_is(site: Path, slip: Slip) -> None:
    slip.edit(site)
    found = problems(site)
    assert len(found) == 1, "\n".join(map(str, found))
    (problem,) = found
    line = str(problem)
    assert problem.position.path == slip.path, line
    if slip.at:
        text = (site / slip.path).read_text(encoding="utf-8").split("\n")
        assert slip.at.split("\n")[0] in text[problem.position.line - 1], line
    for words in slip.words:
        assert re.search(words, line), line
    for words in slip.never:
        assert not re.search(words, line), line
    # Which other places and things it is about decides what else is told beside it.
    values = [f"; tính từ {place}" for place in problem.values]
    about = [f"; về {problem.about}"] if problem.about else []
    assert_entry(LINES, slip.name, "".join([line, *values, *about]))


def test_no_slip_is_gone() -> None:
    assert list(read_entries(LINES)) == sorted(slip.name for slip in SLIPS)


@pytest.mark.parametrize("text", ["[](khong-co.md)", "[mục]()", "[mục](thanh lap.md)"])
def test_no_note_tells_again_what_an_error_beside_it_tells(site: Path, text: str) -> None:
    added(CHAPTER, f"\nXem {text}.\n")(site)
    assert len(check_project(Project(site)).problems) == 1


def test_a_name_in_capitals_is_noted(site: Path) -> None:
    typed(PERSON, "Lý Thị Mận", "LÝ THỊ MẬN")(site)
    (note,) = (one for one in check_project(Project(site)).problems if "hoa" in one.message)
    assert note.position.path == PERSON
    assert note.remedy == "viết Lý Thị Mận"


def test_a_strange_mark_of_a_note_is_noted(site: Path) -> None:
    added(CHAPTER, "\nĐoạn[ˆ1].\n")(site)
    (note,) = check_project(Project(site)).problems
    assert "gõ lại [^1]" in str(note)


@pytest.mark.parametrize("rest", ["# 3", "# 3 của nguồn", "# đoạn sau", "# (3)"])
def test_a_comment_behind_a_sentence_is_noted(site: Path, rest: str) -> None:
    typed(EVENTS, "summary: Đại hội lại họp.", f"summary: Đại hội họp, xem mục {rest}")(site)
    (note,) = check_project(Project(site)).problems
    assert note.severity is Severity.NOTE
    assert note.position.path == EVENTS
    assert f"phần “{rest}”" in note.message
    assert "dấu nháy đơn" in note.remedy


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    cite: ky-yeu#5", "    cite: ky-yeu#5 # đoạn cuối"),
        ("    cite: ky-yeu#5", "    note: 'Xem mục số # 3' # soát lại\n    cite: ky-yeu#5"),
        (
            "    cite: ky-yeu#5",
            "    # Câu này là ghi chú # 3 của người biên tập.\n    cite: ky-yeu#5",
        ),
        ("    cite: ky-yeu#5", "    note: >-\n      Xem mục số # 3.\n    cite: ky-yeu#5"),
    ],
)
def test_a_comment_is_a_comment(site: Path, old: str, new: str) -> None:
    typed(EVENTS, old, new)(site)
    assert check_project(Project(site)).problems == []


def test_slips_are_many() -> None:
    assert len(SLIPS) >= 165
