"""Write a fabricated project and its peer; in a process of its own, so that it can grow and end.

    python -m scripts.bench.prepare FOLDER ORGANIZATIONS

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


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])))
