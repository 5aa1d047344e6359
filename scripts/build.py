"""`make site`: build the whole site in a separate folder, and publish it only if all is well.

    python -m scripts.build [--root FOLDER] [--site FOLDER] [--offline] [--trace]

Exit status: 0 published, 1 errors to correct (the old site stays), 2 it could not run.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.messages.output import DONE
from macros.project.project import Project
from macros.site.build import publish
from macros.site.offline import write_copy
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(prog="make site", description="Dựng trang web.")
    root_option(parser)
    parser.add_argument("--site", type=Path, help="nơi đặt trang web (mặc định: site)")
    parser.add_argument("--offline", action="store_true", help="ghi thêm bản mở từ đĩa, dạng zip")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    # An archive has millions of objects and none of them becomes garbage: with Python's default
    # thresholds, the collector takes a fifth of the time.
    gc.set_threshold(1_000_000, 50, 50)
    root: Path = content_at(options.root)
    site: Path = (options.site or root / "site").resolve()

    def run() -> int:
        status = print_output(publish(Project(root), site))
        if status == DONE and options.offline:
            return print_output(write_copy(root, site))
        return status

    return guarded("make site", run, trace=options.trace)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # Exit without freeing the archive object by object, which takes half a second.
    os._exit(status)
