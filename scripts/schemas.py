"""`make schemas`: write the JSON Schemas of the data files, which editors complete from.

python -m scripts.schemas [--trace]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.authoring.schemas import FOLDER, generated_files
from scripts.command import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent


def write(root: Path) -> int:
    """Write every generated file that differs, and remove schemas of kinds that are no more."""
    files = generated_files()
    changed = 0
    for name, text in files.items():
        path = root / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: đã viết")
        changed += 1
    for path in sorted((root / FOLDER).glob("*.json")):
        name = path.relative_to(root).as_posix()
        if name not in files:
            path.unlink()
            print(f"{name}: đã xóa")
            changed += 1
    if not changed:
        print(f"{FOLDER}: không đổi")
    return 0


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="make schemas", description="Viết lại data/schemas/.")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    return guarded("make schemas", lambda: write(root), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
