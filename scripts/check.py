"""`make check`: reports all mistakes in data and chapters, one line each, with remedies.

    python -m scripts.check [--root FOLDER] [--sources FOLDER] [--base COMMIT] [--strict]
        [--trace]

Exit status: 0 no error, 1 errors, 2 the check could not run.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(prog="make check", description="Soát dữ liệu và các chương.")
    root_option(parser)
    parser.add_argument("--sources", type=Path, help="thư mục có các bản chép <mã nguồn>.txt")
    parser.add_argument("--base", help="nhánh mà tệp bằng chứng phải giữ theo, ví dụ origin/main")
    parser.add_argument("--strict", action="store_true", help="giá trị còn chờ đối chiếu là lỗi")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    # Most of a check is the import of what it needs, and what that makes is no garbage.
    gc.disable()
    try:
        from macros.authoring.known_codes import write_codes
        from macros.project.project import Project
        from macros.project.report import check
    finally:
        gc.enable()
    return guarded(
        "make check",
        lambda: print_output(
            check(
                Project(root),
                options.sources,
                options.base,
                strict=options.strict,
                after=partial(write_codes, root),
            )
        ),
        trace=options.trace,
    )


if __name__ == "__main__":
    sys.exit(main())
