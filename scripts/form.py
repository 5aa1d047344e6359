"""`make format` and `make repair`: the form of data files, and what a machine can mend.

    python -m scripts.form [--root FOLDER] format [FILE …] [--check]
    python -m scripts.form [--root FOLDER] repair FILE [--dry-run]

Exit status: 0 done, 1 something is left for an editor, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.authoring.known_codes import refresh_codes
from macros.mending.commands import format_data, repair
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(description="Mẫu của tệp dữ liệu, và chỗ máy sửa được.")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("format", help="chỉnh tệp dữ liệu theo một mẫu")
    command.add_argument("files", nargs="*", type=Path, help="không ghi là mọi tệp trong data/")
    command.add_argument("--check", action="store_true", help="chỉ báo, không ghi")
    command = commands.add_parser("repair", help="sửa những chỗ máy sửa được")
    command.add_argument("file", help="một chương, một tệp dữ liệu, hoặc một thư mục")
    command.add_argument("--dry-run", action="store_true", help="chỉ báo, không ghi")
    options = parser.parse_args(arguments)
    root = content_at(options.root)
    if options.command == "format":
        work = format_data(root, options.files, check=options.check)
    else:
        given = Path(options.file)
        path = given if given.exists() or not options.file else root / options.file
        work = repair(root, path, dry_run=options.dry_run)

    def done() -> int:
        status = print_output(work)
        if options.command == "format" and not options.check:
            refresh_codes(root)
        return status

    return guarded(f"make {options.command}", done, trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
