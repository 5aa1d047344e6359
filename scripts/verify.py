"""`make verify`: whether a published copy is, byte for byte, what a commit builds to.

    python -m scripts.verify COPY [--commit NAME] [--root FOLDER] [--trace]

Exit status: 0 it is, 1 it is not, 2 that cannot be known.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from macros.project.project import Project
from macros.site.verify import verify
from scripts.command import Options, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(prog="make verify", description="Đối chiếu một bản đã đăng với một commit.")
    parser.add_argument("copy", help="thư mục, hoặc địa chỉ http(s)")
    parser.add_argument("--commit", default="HEAD", help="commit (mặc định: HEAD)")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(options.root.resolve())
    return guarded(
        "make verify",
        lambda: print_output(verify(project, options.copy, options.commit)),
        trace=options.trace,
    )


if __name__ == "__main__":
    sys.exit(main())
