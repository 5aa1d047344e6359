"""`make draft`: proposed facts of a source, and how good the proposals are.

    python -m scripts.draft [--root FOLDER] SOURCE [--kind KIND] [--sources FOLDER]
    python -m scripts.draft [--root FOLDER] --apply FILE [--sources FOLDER]
    python -m scripts.draft [--root FOLDER] --measure [SOURCE] [--sources FOLDER]

Exit status: 0 done, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.drafting.command import apply_sheet, draft
from macros.drafting.measure import measure
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make draft", description="Đề nghị dữ kiện từ một nguồn, ghi mục đã nhận, hoặc đo."
    )
    parser.add_argument("source", nargs="?", default="", help="mã nguồn")
    parser.add_argument("--sources", type=Path, help="thư mục bản chép")
    parser.add_argument("--kind", default="", help="chỉ một loại dữ kiện")
    parser.add_argument("--apply", type=Path, help="ghi những mục đã nhận của một tệp đề nghị")
    parser.add_argument("--measure", action="store_true", help="đo trên dữ liệu đang có")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    work = (
        measure(root, options.sources, options.source)
        if options.measure
        else apply_sheet(root, options.apply, options.sources)
        if options.apply
        else draft(root, options.source, options.sources, options.kind)
    )
    return guarded("make draft", lambda: print_output(work), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
