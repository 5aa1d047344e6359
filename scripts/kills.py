"""`make kills`: kills builds at random moments, and checks what they leave behind.

    python -m scripts.kills [--site 60] [--book 30] [--seed 1]

On a small fabricated project, `make site` and `make book` are killed (SIGKILL to the command or to
the make that started it, SIGTERM, Ctrl+C). After each, the published edition must be complete,
either the old or the new one, and no process may be left; after a later build that finishes, no
file may be left. Exit status: 0 as it must be, 1 not so, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from scripts.bench.generate import generate
from scripts.command import guarded
from scripts.killing.trial import BOOK, SITE, Trial

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="make kills", description="Giết các lần dựng giữa chừng.")
    parser.add_argument("--site", type=int, default=60, help="số lần giết make site")
    parser.add_argument("--book", type=int, default=30, help="số lần giết make book")
    parser.add_argument("--seed", type=int, default=1, help="số gieo (mặc định: 1)")
    options = parser.parse_args(arguments)
    counts = {SITE: options.site, BOOK: options.book}
    return guarded("make kills", lambda: _run(counts, options.seed), trace=True)


def _run(counts: dict[str, int], seed: int) -> int:
    faults = 0
    with tempfile.TemporaryDirectory(prefix="giet-") as folder:
        for command, count in counts.items():
            if not count:
                continue
            root = Path(folder) / command / "noi-dung"
            root.mkdir(parents=True)
            generate(root, 1)
            trial = Trial(command, root, Random(f"{seed}:{command}"))  # noqa: S311
            for line in trial.run(count):
                print(line, flush=True)
            faults += trial.faults
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
