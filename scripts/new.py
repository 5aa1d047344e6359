"""`make new`: a new organization that checks and builds, or a picture with its record.

    python -m scripts.new ID NAME [--kind party] [--root FOLDER] [--trace]
    python -m scripts.new --picture FILE [--id ID] [--root FOLDER] [--trace]

Exit status: 0 made, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.authoring.create import create
from macros.authoring.picture import create_picture
from macros.project.project import Project
from scripts.command import guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.messages.output import Output


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="make new",
        description="Tạo một tổ chức mới, hoặc đưa một ảnh vào dữ liệu.",
        usage='make new ORGANIZATION=mã NAME="tên", hoặc make new PICTURE=tệp [ID=mã]',
    )
    parser.add_argument("id", nargs="?", default="", help="mã của tổ chức, ví dụ may-thuong")
    parser.add_argument("name", nargs="?", default="", help="tên ngắn, hiện trong mục lục")
    parser.add_argument("--kind", default="party", help="party, administrative, mass, other")
    parser.add_argument("--picture", type=Path, help="tệp ảnh để đưa vào data/pictures/")
    parser.add_argument("--id", dest="own", default="", help="mã của ảnh; không ghi thì theo tệp")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(options.root.resolve())

    def made() -> Output:
        if options.picture is not None:
            return create_picture(project, options.picture, options.own)
        return create(project, options.id, options.name, options.kind)

    return guarded("make new", lambda: print_output(made()), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
