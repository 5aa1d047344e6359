"""`make fuzz`: reads real files, spoilt at random, as if strangers had sent them.

    python -m scripts.fuzz [--inputs 50000] [--seed 1] [--at NUMBER] [--root FOLDER]

No input may raise an exception, take more than two seconds, or give a message of several lines or
at a line past the end of the file. Exit status: 0 no such input, 1 some, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from macros.project.project import Project
from scripts.command import content_at, guarded, root_option
from scripts.fuzz.run import Tally, fuzz
from scripts.fuzz.targets import targets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="make fuzz", description="Thử các tệp bị làm hỏng.")
    root_option(parser)
    parser.add_argument("--inputs", type=int, default=50_000, help="số đầu vào (mặc định: 50000)")
    parser.add_argument("--seed", type=int, default=1, help="số gieo (mặc định: 1)")
    parser.add_argument("--at", type=int, help="chỉ thử lại đầu vào mang số này")
    options = parser.parse_args(arguments)
    numbers = range(options.inputs) if options.at is None else range(options.at, options.at + 1)
    root = content_at(options.root)
    return guarded("make fuzz", lambda: _run(root, options.seed, numbers), trace=True)


def _run(root: Path, seed: int, numbers: range) -> int:
    start = time.monotonic()
    tallies: dict[str, Tally] = {}
    found = 0
    for one in fuzz(targets(Project(root)), seed, numbers, tallies):
        found += 1
        for line in one.lines():
            print(line, flush=True)
    for name, tally in tallies.items():
        seconds, number = tally.slowest
        print(f"{name}: {tally.inputs} đầu vào, lâu nhất {seconds:.2f} giây (số {number})")
    minutes = (time.monotonic() - start) / 60
    print(
        f"{len(numbers)} đầu vào (seed {seed}), {found} điều không được xảy ra, {minutes:.1f} phút"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
