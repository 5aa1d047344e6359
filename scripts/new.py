"""`make new`: an organization, a picture, or a record, from variables as an editor types them.

    python -m scripts.new [VARIABLE=value …] [--root FOLDER] [--trace]

Exit status: 0 made, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from macros.authoring.forms import make_new
from macros.project.project import Project
from scripts.command import Options, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make new",
        description="Tạo một tổ chức mới, một bản ghi mới, hoặc đưa một ảnh vào dữ liệu.",
        usage='make new ORGANIZATION=mã NAME="tên", hoặc make new PERSON="họ tên" …',
    )
    parser.add_argument("variables", nargs="*", metavar="BIẾN=giá-trị")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(options.root.resolve())
    pairs = (one.partition("=") for one in options.variables)
    given = {name: value for name, _, value in pairs if value}
    output = make_new(project, given)
    return guarded("make new", lambda: print_output(output), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
