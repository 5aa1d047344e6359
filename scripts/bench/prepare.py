"""Writes a fabricated project and its stock version, in a separate process.

    python -m scripts.bench.prepare FOLDER ORGANIZATIONS [--alone]

With --alone there is no stock version, which books do not need.

A measured process starts as a copy of the benchmark's process, which must therefore stay small:
otherwise its memory would count as the peak of the build.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from scripts.bench.generate import generate
from scripts.bench.stock import write_stock


def main(folder: Path, organizations: int) -> int:
    """Write `folder`/project and `folder`/stock; return the number of pages of each."""
    shutil.rmtree(folder, ignore_errors=True)
    project, stock = folder / "project", folder / "stock"
    for one in (project, stock):
        one.mkdir(parents=True)
    return write_stock(project, stock, generate(project, organizations))


def alone(folder: Path, organizations: int) -> None:
    """Write `folder`/project alone."""
    shutil.rmtree(folder, ignore_errors=True)
    project = folder / "project"
    project.mkdir(parents=True)
    generate(project, organizations)


if __name__ == "__main__":
    if "--alone" in sys.argv:
        alone(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        print(main(Path(sys.argv[1]), int(sys.argv[2])))
