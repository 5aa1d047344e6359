"""`make serve`: live preview of exactly what `make site` would publish.

python -m scripts.serve [--port 8000] [--host 127.0.0.1] [--root FOLDER] [--trace]
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from macros.authoring.known_codes import begin_codes
from macros.project.project import Project
from macros.site.preview import serve
from scripts.command import Options, content_at, guarded, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(prog="make serve", description="Xem thử trang tại máy.")
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định: 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ (mặc định: chỉ máy này)")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    project = Project(content_at(options.root))
    say, complain = partial(print, flush=True), partial(print, file=sys.stderr)

    def run() -> int:
        begin_codes(project.root)
        return serve(project, options.host, options.port, say, complain)

    return guarded("make serve", run, trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
