"""`make word`: a volume as .docx for those who review in Word, in `dist/word/`.

    python -m scripts.word [--only ID] [--folder FOLDER] [--root FOLDER] [--trace]

Exit status: 0 all are written, 1 some are not, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.book.word.command import FOLDER, make_word
from macros.project.project import Project
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make word", description="Dựng bản Word để góp ý.", usage="make word ONLY=mã"
    )
    root_option(parser)
    parser.add_argument("--only", action="append", default=[], help="chỉ dựng tập này")
    parser.add_argument("--folder", type=Path, help=f"nơi đặt tệp (mặc định: {FOLDER})")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    output = make_word(Project(content_at(options.root)), options.only, options.folder)
    return guarded("make word", lambda: print_output(output), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
