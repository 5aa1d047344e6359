"""What becomes of the wrong values of a small invented site, and what the command says of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from macros.archive.complete import load_archive
from macros.messages.output import DONE, WRONG
from macros.mutation import outcome as outcomes
from macros.mutation import report, trial
from macros.mutation.outcome import Outcome, Row, try_all
from macros.mutation.report import RECORDED, faults, mutate
from macros.mutation.strength import SHOWN
from macros.project.project import Project
from macros.system import parallel
from tests.output import read
from tests.small_site import TRANSCRIPTION, put, write_site

PLACE = "Membership.person", "another"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path)


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork of a test sees nothing that is patched later, and takes longer."""
    monkeypatch.setattr(parallel, "workers", lambda: 1)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    put(tmp_path, "sources/ky-yeu.txt", TRANSCRIPTION)
    return tmp_path / "sources"


def test_what_the_evidence_and_the_checks_refuse_is_counted_apart(
    root: Path, sources: Path
) -> None:
    found = try_all(Project(root), sources)
    assert found.price == []
    assert found.tried == sum(row.sources.total() for row in found.rows.values()) > 100
    row = found.rows["Observation.value", "another"]
    assert row.clone[trial.REFUSED] == row.sources[trial.REFUSED] == row.tried > 0
    assert {one.kind for one in found.survivors} >= {"none"}


def test_a_check_refuses_what_the_evidence_lets_pass(root: Path) -> None:
    found = try_all(Project(root))
    assert found.rows["Membership.congress", "ordinal"].clone[trial.REFUSED] > 0


def test_a_sample_is_the_same_for_the_same_seed(root: Path) -> None:
    first, again = (try_all(Project(root), share=20, seed=4) for _ in range(2))
    assert list(map(str, first.survivors)) == list(map(str, again.survivors))
    assert 0 < first.tried < try_all(Project(root)).tried / 4


def test_a_crash_is_no_refusal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(trial.match, "report", broken)
    with pytest.raises(ZeroDivisionError):
        try_all(Project(root))


def test_a_field_below_its_floor_is_named(root: Path) -> None:
    found = Outcome(rows={PLACE: Row(outcomes.Floor(80))})
    row = found.rows[PLACE]
    row.clone.update({trial.REFUSED: 7, trial.ACCEPTED: 3})
    row.passed = 3
    (line,) = faults(found, {})
    assert line.startswith("Membership.person, thay bằng giá trị khác cũng có trong đoạn: 3/10 ")
    row.passed = 2
    assert list(faults(found, {})) == []


NOTED = " ".join(PLACE)
"""The name of a row in the record."""


def test_what_was_noted_may_only_rise(root: Path) -> None:
    found = Outcome(rows={PLACE: Row(None)})
    found.rows[PLACE].clone.update({trial.REFUSED: 7, trial.ACCEPTED: 3})
    assert list(faults(found, {"clone": {NOTED: 70.0}})) == []
    (line,) = faults(found, {"clone": {NOTED: 70.5}})
    assert "từ chối 70,0% khi không có bản chép, theo tỷ lệ lần ấy phải là 70,5%" in line


def test_a_new_field_is_no_fall_nor_hides_one(root: Path) -> None:
    found = Outcome(rows={PLACE: Row(None), ("Statement.domain", "code"): Row(None)})
    found.rows[PLACE].clone.update({trial.REFUSED: 7, trial.ACCEPTED: 3})
    new = found.rows["Statement.domain", "code"]
    new.clone.update({trial.ACCEPTED: 1000})
    assert list(faults(found, {"clone": {NOTED: 70.0}})) == []
    new.clone.clear()
    new.clone.update({trial.REFUSED: 1000})
    (line,) = faults(found, {"clone": {NOTED: 80.0, "Person.gone word": 0.0}})
    assert "từ chối 70,0%" in line


def test_a_fall_of_one_field_may_be_made_good_by_another(root: Path) -> None:
    other = ("Document.date", "year")
    found = Outcome(rows={PLACE: Row(None), other: Row(None)})
    found.rows[PLACE].clone.update({trial.REFUSED: 7, trial.ACCEPTED: 3})
    found.rows[other].clone.update({trial.REFUSED: 27, trial.ACCEPTED: 3})
    noted = {NOTED: 76.0, " ".join(other): 88.0}
    assert list(faults(found, {"clone": noted})) == []
    (line,) = faults(found, {"clone": {**noted, NOTED: 77.0}})
    assert "từ chối 85,0%" in line
    assert "phải là 85,2%" in line


def test_marks_and_right_values_that_are_refused_are_the_price(root: Path) -> None:
    found = Outcome(marks=report.MOST_MARKS + 1)
    (line,) = faults(found, {})
    assert line.startswith("101 dấu implied, nhiều nhất là 100")
    put(root, "sources/ky-yeu.txt", TRANSCRIPTION.replace("60 đảng viên", "61 đảng viên"))
    assert try_all(Project(root), root / "sources").price != []


def test_the_command_prints_a_table_survivors_and_the_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "faults", lambda *_: iter(()))
    (root / RECORDED).parent.mkdir(parents=True)
    status, lines = read(mutate(Project(root), everything=True, record=True))
    assert status == DONE
    assert any(line.startswith("Observation.value ") and "sàn 99%" in line for line in lines)
    assert any("mà bỏ trống cũng được nhận (bỏ trống)" in line for line in lines)
    assert any(line.startswith("Đã thử ") for line in lines)
    noted = tomllib.loads((root / RECORDED).read_text(encoding="utf-8"))
    assert noted["clone"]["Observation.value random"] == 100.0
    assert "sources" not in noted
    archive, problems = load_archive(root)
    assert [one for one in problems if one.position.path == SHOWN] == []
    (numbers,) = (
        one
        for one in archive.verification.refused
        if (one.held, one.corruption) == ("Number", "another")
    )
    assert numbers.tried == numbers.clone > 0
    assert numbers.sources is None
    assert all(weak.why and weak.fields for weak in archive.verification.weak)


def test_what_was_measured_with_transcriptions_is_not_lost_without(
    root: Path, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "faults", lambda *_: iter(()))
    (root / RECORDED).parent.mkdir(parents=True)
    read(mutate(Project(root), sources, record=True))
    written = (root / SHOWN).read_text(encoding="utf-8")
    assert "sources: " in written
    read(mutate(Project(root), record=True))
    assert (root / SHOWN).read_text(encoding="utf-8") == written


def test_the_command_fails_below_what_was_noted(root: Path) -> None:
    put(root, RECORDED, '[clone]\n"Membership.manner none" = 99.9\n')
    status, lines = read(mutate(Project(root)))
    assert status == WRONG
    assert "theo tỷ lệ lần ấy phải là 99,9%" in lines[-1]
