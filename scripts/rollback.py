"""`make rollback`: put the build that was replaced last, or another one, in the place of the site.

    python -m scripts.rollback [--to ID] [--root FOLDER] [--site FOLDER] [--trace]

Exit status: 0 done, 1 there is none to go back to, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.site.rollback import rollback
from scripts.command import Options, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(prog="make rollback", description="Trở lại bản trước.")
    parser.add_argument("--to", default="", help="mã của bản (mặc định: bản vừa bị thay)")
    root_option(parser)
    parser.add_argument("--site", type=Path, help="nơi đặt trang web (mặc định: site)")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    site: Path = (options.site or options.root / "site").resolve()
    return guarded(
        "make rollback", lambda: print_output(rollback(site, options.to)), trace=options.trace
    )


if __name__ == "__main__":
    sys.exit(main())
