"""What readers are told of verification: the same counts as the check, and every reason once."""

from __future__ import annotations

from pathlib import Path

from macros.evidence import files
from macros.project.check import check_loaded, load
from macros.project.project import Project
from macros.views.verification import STATES, unheld, verification
from tests.small_site import write_site


def test_counts_are_those_of_the_check(tmp_path: Path) -> None:
    project = Project(write_site(tmp_path / "site"))
    loaded = load(project)
    _, report = check_loaded(project, loaded)
    found = verification(loaded.archive)
    totals = {state: sum(getattr(report, state).values()) for state in STATES}
    assert totals["compared"] > 20
    assert found.totals == tuple(str(n) if n else "–" for n in totals.values())
    assert [one.word for one in found.kinds][:2] == ["Con số", "Mốc thời gian"]


def test_without_evidence_nothing_is_counted(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    files.evidence_path(root, "ky-yeu").unlink()
    found = verification(load(Project(root)).archive)
    assert set(found.totals) == {"–"}


def test_each_reason_stands_once_with_its_fields() -> None:
    reasons = [one.why for one in unheld()]
    assert len(reasons) == len(set(reasons))
    assert all(one.fields for one in unheld())
    assert "Ghi chú" in next(one.fields for one in unheld() if one.why == "Lời của ban biên tập")
