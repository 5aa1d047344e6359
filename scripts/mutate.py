"""`make mutate`: how many wrong values of the data the check refuses, field by field.

    python -m scripts.mutate [--root FOLDER] [--sources FOLDER] [--share 100] [--seed 1] [--all]

Exit status: 0 every floor holds, 1 one does not, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.mutation.report import mutate
from macros.project.project import Project
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make mutate", description="Làm sai từng giá trị của dữ liệu, xem có bị từ chối không."
    )
    root_option(parser)
    parser.add_argument("--sources", type=Path, help="thư mục có các bản chép <mã nguồn>.txt")
    parser.add_argument("--share", type=int, default=100, help="chỉ thử bấy nhiêu phần trăm")
    parser.add_argument("--seed", type=int, default=1, help="số gieo (mặc định: 1)")
    parser.add_argument("--all", action="store_true", help="liệt kê hết giá trị sai được nhận")
    parser.add_argument("--record", action="store_true", help="ghi lại tỷ lệ của toàn bộ")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(content_at(options.root))
    output = mutate(
        project,
        options.sources,
        share=options.share,
        seed=options.seed,
        everything=options.all,
        record=options.record,
    )
    return guarded("make mutate", lambda: print_output(output), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
