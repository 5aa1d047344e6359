"""`make remarks`: what the readers of a Word copy remarked, and where.

    python -m scripts.remarks FILE [--root FOLDER] [--trace]

Exit status: 0 listed, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.intake.word.remarks import remarks
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make remarks",
        description="Liệt kê lời góp ý và chỗ sửa (Track Changes) trong một bản Word.",
        usage="make remarks FILE=ban-gop-y.docx",
    )
    parser.add_argument("file", nargs="?", default="", help="tệp .docx")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    output = remarks(content_at(options.root), Path(options.file).expanduser())
    return guarded("make remarks", lambda: print_output(output), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
