"""`make changes BASE=origin/main`: everything that a pull request changes, in words.

The content of the working tree, or of the commit TO, is compared with that of the common ancestor.

    python -m scripts.changes [BASE] [--to COMMIT] [--format markdown|text|json] [--root FOLDER]
        [--trace]

Exit status: 0 reported, 2 it could not run.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMATS = ("markdown", "text", "json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make changes",
        description="Kể mọi thay đổi bằng lời.",
        usage="make changes BASE=nhánh",
    )
    parser.add_argument("base", nargs="?", default="origin/main", help="nhánh để so")
    parser.add_argument("--to", default="", help="commit cần kể (mặc định: các tệp đang mở)")
    parser.add_argument(
        "--format", choices=_FORMATS, default="markdown", help="dạng in ra (mặc định: markdown)"
    )
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    # Most of the time goes into imports and records, and what they make is no garbage.
    gc.disable()
    from macros.changes.command import changes

    return guarded(
        "make changes",
        lambda: print_output(changes(root, options.base, options.to, options.format)),
        trace=options.trace,
    )


if __name__ == "__main__":
    sys.exit(main())
