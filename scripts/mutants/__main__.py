"""`make mutants`: how many small faults in the code the tests find.

    python -m scripts.mutants [--sample 200] [--seed 1] [--rooms loading dates] [--jobs 2]

Each mutant is one changed place in one of the rooms, tried with the tests of that room alone.
Exit status: 0 enough are found, 1 too few, 2 the tests fail without any mutant.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from macros.system.program import PROGRAM
from scripts.mutants.equivalents import read_equivalents
from scripts.mutants.report import rate, report
from scripts.mutants.rooms import ROOMS, draw
from scripts.mutants.trial import TrialError, try_all

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 95.0
"""The percentage of mutants that the tests must find."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw mutants, try them and report; return the exit status."""
    options = _parser().parse_args(arguments)
    rooms = [room for room in ROOMS if room.name in options.rooms]
    drawn = draw(PROGRAM, rooms, options.sample, options.seed)
    equivalents = read_equivalents()
    counted = [one for one in drawn if not any(same.means(one) for same in equivalents)]
    trials = []
    try:
        for trial in try_all(PROGRAM, rooms, counted, options.jobs):
            trials.append(trial)
            if options.each:
                print(f"{trial.seconds:6.1f} s  {trial.fate.value}: {trial.mutant}", flush=True)
    except TrialError as error:
        print(f"không thử được: {error}", file=sys.stderr)
        return 2
    print(report(rooms, trials, len(drawn) - len(counted)))
    return 0 if rate(trials) >= ENOUGH else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make mutants", description="Thử xem kiểm thử có phát hiện những lỗi nhỏ trong mã."
    )
    parser.add_argument("--sample", type=int, default=200, help="số đột biến; 0 là tất cả")
    parser.add_argument("--seed", type=int, default=1, help="số gieo để chọn mẫu (mặc định: 1)")
    names = [room.name for room in ROOMS]
    parser.add_argument("--rooms", nargs="+", choices=names, default=names, help="phần mã để thử")
    jobs = os.cpu_count() or 1
    parser.add_argument("--jobs", type=int, default=jobs, help="số phép thử cùng lúc")
    parser.add_argument("--each", action="store_true", help="in từng phép thử khi xong")
    return parser


if __name__ == "__main__":
    sys.exit(main())
