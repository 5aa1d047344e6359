"""`make changes BASE=origin/main`: the facts that a pull request changes, in words (Markdown).

The data of the working tree are compared with those of the common ancestor.

    python -m scripts.changes [BASE] [--root FOLDER] [--trace]

Exit status: 0 reported, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from macros.changes.report import changes
from macros.project.project import Project
from scripts.command import content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="make changes", description="Kể các dữ kiện thay đổi.", usage="make changes BASE=nhánh"
    )
    parser.add_argument("base", nargs="?", default="origin/main", help="nhánh để so")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(content_at(options.root))
    return guarded(
        "make changes", lambda: print_output(changes(project, options.base)), trace=options.trace
    )


if __name__ == "__main__":
    sys.exit(main())
