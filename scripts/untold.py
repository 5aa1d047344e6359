"""`make untold`: what a source says and no fact tells, as a page at this machine.

    python -m scripts.untold [--root FOLDER] SOURCE [--sources FOLDER] [--port PORT]

Exit status: 0 stopped by the editor, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.drafting.server import untold
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make untold", description="Mở tại máy trang những điều nguồn nói mà chưa kể."
    )
    parser.add_argument("source", nargs="?", default="", help="mã nguồn")
    parser.add_argument("--sources", type=Path, help="thư mục bản chép")
    parser.add_argument("--port", type=int, default=0, help="cổng; 0 là cổng trống bất kỳ")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    work = untold(root, options.source, options.sources, options.port)
    return guarded("make untold", lambda: print_output(work), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
