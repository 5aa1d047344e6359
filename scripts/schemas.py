"""`make schemas`: write the JSON Schemas of the data files, for completion in editors.

python -m scripts.schemas [--root FOLDER] [--trace]
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from macros.authoring.schemas import write_schemas
from scripts.command import Options, guarded, print_output, root_option

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Options(prog="make schemas", description="Viết lại data/schemas/.")
    root_option(parser)
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    return guarded("make schemas", lambda: print_output(write_schemas(root)), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
