"""`make book`: a volume per organization and the collected one, as PDF and EPUB, in `dist/book/`.

Exit status: 0 all volumes are built, 1 some are not (the others are), 2 it could not run.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.book.build import ALL_KINDS
from macros.book.command import Wanted, make_books
from macros.book.formats import DEFAULT, FORMATS
from macros.book.printing_house import PrintingHouse
from macros.book.task import KINDS
from macros.project.books import BUILT
from macros.project.project import Project
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the books; return the exit status."""
    parser = Options(prog="make book", description="Dựng sách PDF và EPUB.")
    root_option(parser)
    parser.add_argument("--format", choices=FORMATS, default=DEFAULT, help="khổ giấy")
    parser.add_argument("--kind", choices=ALL_KINDS, action="append",
                        help="chỉ dựng loại này; draft: bản thảo; press: cho nhà in")  # fmt: skip
    parser.add_argument("--icc", type=Path, help="hồ sơ màu CMYK của nhà in (cho press)")
    parser.add_argument("--grey", action="store_true", help="ruột chỉ in màu đen (cho press)")
    parser.add_argument("--folder", type=Path, help=f"nơi đặt sách (mặc định: {BUILT})")
    parser.add_argument("--only", action="append", default=[], help="chỉ dựng tập này")
    parser.add_argument("--jobs", type=int, default=0, help="số tập dựng cùng lúc")
    options = parser.parse_args(arguments)
    project = Project(content_at(options.root))
    wanted = Wanted(
        options.format,
        options.kind or KINDS,
        options.folder,
        options.only,
        options.jobs or None,
        PrintingHouse(options.icc, options.grey),
    )
    return guarded(
        "make book",
        lambda: print_output(make_books(project, wanted)),
        trace=bool(os.environ.get("TRACE")),
    )


if __name__ == "__main__":
    sys.exit(main())
