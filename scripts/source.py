"""`make source`: a document becomes a transcription, the record of its source, and evidence.

    python -m scripts.source FILE [--id ID] [--title TITLE] [--sources FOLDER] [--again]
                             [--published REASON] [--licence TEXT]
    python -m scripts.source --paragraphs SOURCE [--sources FOLDER]

Exit status: 0 made, 1 refused, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.intake.command import Request, take
from macros.intake.paragraphs import paragraphs
from scripts.command import Options, content_at, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.messages.output import Output


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(
        prog="make source",
        description="Đưa một văn bản vào làm nguồn.",
        usage='make source FILE=tệp ID=mã TITLE="tên nguồn" [SOURCES=thư-mục]',
    )
    parser.add_argument("file", nargs="?", default="", help="tệp văn bản")
    parser.add_argument("--id", default="", help="mã nguồn; không ghi thì theo tên tệp")
    parser.add_argument("--title", default="", help="tên nguồn, như in")
    parser.add_argument("--sources", type=Path, help="thư mục bản chép, ngoài kho mã")
    parser.add_argument("--again", action="store_true", help="thay bản chép đã có")
    parser.add_argument(
        "--published", default="", metavar="LÝ-DO", help="vì sao được công bố cả lời"
    )
    parser.add_argument("--licence", default="", help="căn cứ để công bố")
    parser.add_argument("--paragraphs", metavar="MÃ", help="in các đoạn của một nguồn")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = content_at(options.root)

    def made() -> Output:
        if options.paragraphs is not None:
            return paragraphs(root, options.paragraphs, options.sources)
        request = Request(
            Path(options.file).expanduser(),
            options.id,
            options.title,
            options.sources,
            options.again,
            options.published,
            options.licence,
        )
        return take(root, request)

    command = "make paragraphs" if options.paragraphs is not None else "make source"
    return guarded(command, lambda: print_output(made()), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
