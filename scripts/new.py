"""`make new ORGANIZATION=id NAME="…"`: a new organization that checks and builds.

    python -m scripts.new ID NAME [--kind party] [--root FOLDER] [--trace]

Exit status: 0 made, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from macros.authoring.create import create
from macros.project.project import Project
from scripts.command import guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="make new",
        description="Tạo một tổ chức mới.",
        usage='make new ORGANIZATION=mã NAME="tên"',
    )
    parser.add_argument("id", nargs="?", default="", help="mã của tổ chức, ví dụ may-thuong")
    parser.add_argument("name", nargs="?", default="", help="tên ngắn, hiện trong mục lục")
    parser.add_argument("--kind", default="party", help="party, administrative, mass, other")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(options.root.resolve())
    return guarded(
        "make new",
        lambda: print_output(create(project, options.id, options.name, options.kind)),
        trace=options.trace,
    )


if __name__ == "__main__":
    sys.exit(main())
