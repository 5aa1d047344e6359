"""Regenerate the evidence of the sources, and measure it.

    python -m scripts.evidence [--root FOLDER] regenerate FOLDER [--dry-run]
    python -m scripts.evidence [--root FOLDER] coverage [SOURCE] [--all] [--sources FOLDER]
    python -m scripts.evidence [--root FOLDER] renew

Exit status: 0 done, 1 something an editor must see to, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.messages.output import DONE
from macros.project.transcriptions import coverage, remembered, renew, write
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.messages.output import Output


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(description="Tệp bằng chứng của các nguồn.")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("regenerate", help="viết lại tệp bằng chứng từ các bản chép")
    command.add_argument(
        "folder",
        type=Path,
        nargs="?",
        help="thư mục có các tệp <mã nguồn>.txt; không ghi thì là thư mục đã nhớ",
    )
    command.add_argument("--dry-run", action="store_true", help="chỉ báo, không ghi")
    command = commands.add_parser(
        "coverage", help="liệt kê con số của nguồn chưa vào dữ liệu, câu của nguồn chưa kể"
    )
    command.add_argument("source", nargs="?", help="mã của một nguồn; không ghi là mọi nguồn")
    command.add_argument(
        "--sources", type=Path, help="thư mục bản chép, để đếm lại ngay và in cả câu"
    )
    command.add_argument("--all", action="store_true", help="liệt kê hết")
    commands.add_parser("renew", help="ghi lại phần theo dữ liệu, từ thư mục đã nhớ")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    work: dict[str, Callable[[], Output]] = {
        "regenerate": lambda: write(
            root, options.folder or remembered(root), dry_run=options.dry_run
        ),
        "coverage": lambda: coverage(root, options.sources, options.source, options.all),
        "renew": lambda: _renew(root),
    }
    return guarded(
        "make evidence", lambda: print_output(work[options.command]()), trace=options.trace
    )


def _renew(root: Path) -> Output:
    yield from renew(root, remembered(root))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
