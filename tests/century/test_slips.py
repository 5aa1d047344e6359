"""One slip in the volume, one message: at its place, with the words that mend it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.messages.problems import Severity
from macros.project.check import check_project
from macros.project.project import Project
from tests.bad_input.slips import Slip
from tests.century.slips import SLIPS
from tests.century.volume import write_volume


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_volume(tmp_path_factory.mktemp("slips"))


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_once_where_it_is(volume: Path, tmp_path: Path, slip: Slip) -> None:
    site = shutil.copytree(volume, tmp_path / "site")
    slip.edit(site)
    problems = check_project(Project(site)).problems
    found = [one for one in problems if one.severity is not Severity.NOTE]
    assert len(found) == 1, "\n".join(map(str, found))
    (problem,) = found
    line = str(problem)
    assert problem.position.path == slip.path, line
    if slip.at:
        text = (site / slip.path).read_text(encoding="utf-8").split("\n")
        assert slip.at.split("\n")[0] in text[problem.position.line - 1], line
    for words in slip.words:
        assert re.search(words, line), line


def test_slips_are_many() -> None:
    assert len(SLIPS) >= 50
