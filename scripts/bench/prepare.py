"""Write a fabricated project and its peer; in a process of its own, so that it can grow and end.

    python -m scripts.bench.prepare FOLDER ORGANIZATIONS [--alone]

With --alone there is no peer: books have none to be written.

A measured process begins as a copy of the one that starts it: that one had better be small, or the
most memory that a build is seen to take would be its parent's.
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
    """Write `folder`/project and no peer."""
    shutil.rmtree(folder, ignore_errors=True)
    project = folder / "project"
    project.mkdir(parents=True)
    generate(project, organizations)


if __name__ == "__main__":
    if "--alone" in sys.argv:
        alone(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        print(main(Path(sys.argv[1]), int(sys.argv[2])))
