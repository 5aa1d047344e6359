"""Builds that are killed at random leave whole sites; a build that does not is found out."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from scripts import kills
from scripts.killing import trial as trials
from scripts.killing.trial import SITE, WAYS, Trial

if TYPE_CHECKING:
    from pathlib import Path


def test_killed_builds_leave_whole_sites(capsys: pytest.CaptureFixture[str]) -> None:
    """Each way of killing once; `make kills` does so ninety times, with books."""
    assert kills.main(["--site", str(len(WAYS)), "--book", "0", "--seed", "3"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"make site: giết {len(WAYS)} lần (")
    assert told.endswith("), 0 điều sai\n")


# In the place of make: it publishes two files, one after the other.
HALF = """
import pathlib, sys, time
number = pathlib.Path("mkdocs.yml").read_text().split()[-1]
pathlib.Path("site").mkdir(exist_ok=True)
for name in "ab":
    pathlib.Path("site", name).write_text(number)
    time.sleep(0.4)
"""
WHOLE = """
import os, pathlib, sys, time
number = pathlib.Path("mkdocs.yml").read_text().split()[-1]
time.sleep(0.3)
pathlib.Path("moi").write_text(number)
pathlib.Path("site").mkdir(exist_ok=True)
os.replace("moi", "site/a")
"""
LEAVES_A_PROCESS = "import os, time\nif not os.fork(): time.sleep(5)\n" + WHOLE
LEAVES_FILES = "import tempfile\ntempfile.mkdtemp()\n" + WHOLE
SAYS_MUCH = (
    "import signal, sys\nsignal.signal(signal.SIGINT, lambda *_: sys.stderr.write('a\\nb\\n'))\n"
    + WHOLE.replace("0.3", "2")
)


class Faulty(Trial):
    """Runs a script in the place of make."""

    script = WHOLE

    def arguments(self) -> list[str]:
        # Its child is “the command”.
        inner = (
            "import signal, subprocess, sys\n"
            f"child = subprocess.Popen([sys.executable, '-c', {self.script!r}])\n"
            "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
            "sys.exit(child.wait())"
        )
        return [sys.executable, "-c", inner]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (WHOLE, ""),
        (HALF, "không phải nguyên bản cũ, cũng không phải nguyên bản mới"),
        (LEAVES_A_PROCESS, "tiến trình chạy sau"),
        (LEAVES_FILES, "còn sót "),
        (SAYS_MUCH, "nhiều hơn một dòng: ['a', 'b'"),
    ],
)
def test_what_a_killed_build_may_not_leave_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, expected: str
) -> None:
    if script is LEAVES_A_PROCESS:
        # Waited for each time. The others end by themselves, on a busy machine late.
        monkeypatch.setattr(trials, "_GRACE", 0.5)
    root = tmp_path / "du-an"
    root.mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    trial = Faulty(SITE, root, Random(1), folder=root)
    trial.script = script
    lines = list(trial.run(10))
    # The moments are drawn from how long a build took: where the machine became quick or slow
    # since, none of ten fell between the two files.
    for _ in range(9 if expected else 0):
        lines = lines if trial.faults else list(trial.run(10))
    assert (trial.faults > 0) is bool(expected), lines
    assert any(expected in line for line in lines)


def test_two_editions_must_differ(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    trial = Faulty(SITE, tmp_path, Random(1), folder=tmp_path)
    trial.script = "import pathlib; pathlib.Path('site').mkdir(exist_ok=True)"
    with pytest.raises(RuntimeError, match="equal"):
        list(trial.run(1))
