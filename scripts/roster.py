"""`make import`: the rows of a list of people, told one by one, and written when asked to.

    python -m scripts.roster FILE --organization ID [--post ID] [--congress III] [--cite SOURCE#12]
        [--apply] [--root FOLDER] [--trace]

Exit status: 0 told or written, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.authoring.known_codes import refresh_codes
from macros.intake.roster.command import Request, import_list
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make import",
        description="Đưa một danh sách cấp ủy viên trong bảng Excel hay CSV vào nhân sự.",
        usage="make import FILE=danh-sach.xlsx ORGANIZATION=mã CITE=nguồn#đoạn [APPLY=1]",
    )
    parser.add_argument("file", nargs="?", default="", help="bảng .xlsx hoặc .csv")
    parser.add_argument("--organization", default="", help="mã tổ chức")
    parser.add_argument("--post", default="", help="mã chức danh của dòng không ghi chức danh")
    parser.add_argument("--congress", default="", help="đại hội đã bầu, số La Mã")
    parser.add_argument("--cite", default="", help="trích dẫn của cả danh sách")
    parser.add_argument("--apply", action="store_true", help="ghi những dòng đã rõ")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    request = Request(
        Path(options.file).expanduser(),
        options.organization,
        options.post,
        options.congress,
        options.cite,
        options.apply,
    )

    def done() -> int:
        status = print_output(import_list(root, request))
        if request.apply:
            refresh_codes(root)
        return status

    return guarded("make import", done, trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
