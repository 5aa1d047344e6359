"""Whatever an editor gets wrong is told in one clear line, and the published site stays."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from macros.messages.problems import Severity
from macros.project.check import Against, check_project
from macros.project.project import Project
from tests.bad_input import chapters, data, edition, encodings, files
from tests.small_site import ROOT, Slip, write_site

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = files.SLIPS + data.SLIPS + chapters.SLIPS + edition.SLIPS + encodings.SLIPS
BUILT = (
    "tab",
    "misspelt person",
    "wrong evidence number",
    "two holders",
    "attribute",
    "front matter missing",
)
"""Slips that are also taken through the real build, which takes seconds."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site-of-may-thuong"
    root.mkdir()
    return write_site(root)


def test_the_site_itself_has_no_fault(site: Path) -> None:
    report = check_project(Project(site), Against(site.parent / f"{site.name}-transcriptions"))
    assert report.problems == []
    assert sum(report.evidence.compared.values()) == 37


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_in_one_line(site: Path, slip: Slip) -> None:
    slip.apply(site)
    assert [str(problem) for problem in check_project(Project(site)).problems] == [slip.told]


def test_a_misspelt_indicator_hides_no_other_slip_of_a_chapter(site: Path) -> None:
    statistics = site / "data/organizations/may-thuong/statistics.yml"
    statistics.write_text(statistics.read_text().replace("party-members", "party-membres", 1))
    chapter = site / "docs/may-thuong/index.md"
    chapter.write_text(chapter.read_text().replace('"1950-03-02")', '"1951-03-02")'))
    told = [str(problem) for problem in check_project(Project(site)).problems]
    assert [line.split(":")[0] for line in told] == [
        "data/organizations/may-thuong/statistics.yml",
        "docs/may-thuong/index.md",
    ]
    assert "không có số liệu “party-members” cho “1951-03-02”" in told[1]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_what_is_told_names_the_file_the_line_and_the_remedy(slip: Slip) -> None:
    labels = "|".join(severity.label for severity in Severity)
    found = re.fullmatch(rf"(\S+):(\d+):(\d+): ({labels}): (.+) → (.+)", slip.told)
    assert found
    assert slip.path.startswith(found[1]) or found[1].endswith("/organization.yml")
    assert "\n" not in slip.told


def test_slips_are_many_and_differ() -> None:
    assert len(SLIPS) >= 90
    assert len({slip.name for slip in SLIPS}) == len(SLIPS)


def digest(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def run(module: str, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1000000000"}
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_failed_build_tells_why_and_leaves_the_published_site(site: Path) -> None:
    first = run("scripts.build", "--root", str(site))
    assert first.returncode == 0, first.stderr
    published = digest(site / "site")
    assert any(name.endswith(".html") for name in published)
    for slip in SLIPS:
        if slip.name not in BUILT:
            continue
        before = (site / slip.path).read_bytes()
        slip.apply(site)
        result = run("scripts.build", "--root", str(site))
        (site / slip.path).write_bytes(before)
        assert result.returncode == 1, slip.name
        assert slip.told in result.stderr.splitlines(), slip.name
        assert "Traceback" not in result.stdout + result.stderr
        assert digest(site / "site") == published, slip.name
