"""`make new ORGANIZATION=id NAME="…"`: a new organization that checks and builds.

Usage: `python -m scripts.new ID NAME [--kind party] [--trace]`. Exit status: 0 made, 1 refused.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.authoring.scaffold import ScaffoldError, new_organization
from scripts.command import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
_STEP = 10
_NEXT = """\

Việc tiếp theo:
  1. Ghi tài liệu gốc vào data/sources/<mã nguồn>.yml, rồi make evidence SOURCES=<thư mục bản chép>.
  2. Ghi tên gọi, ngày thành lập… vào data/organizations/{id}/organization.yml; nhân sự, đại hội,
     số liệu vào các tệp leadership.yml, congresses.yml, statistics.yml cạnh đó.
  3. Viết chương trong docs/{id}/; tên mục trên thực đơn ở phần nav của mkdocs.yml.
  4. make check để soát, make serve để xem."""


def create(root: Path, identifier: str, name: str, kind: str) -> int:
    """Write the files of the new organization, all or none; return the exit status."""
    archive, _ = load_archive(root)
    order = max((one.organization.order for one in archive.volumes), default=0) + _STEP
    try:
        files = new_organization(root, identifier, name, kind=kind, order=order)
    except ScaffoldError as refusal:
        print(f"lỗi: {refusal.message} → {refusal.remedy}", file=sys.stderr)
        return 1
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path}: {'thêm mục' if path == 'mkdocs.yml' else 'đã tạo'}")
    print(_NEXT.format(id=identifier))
    return 0


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="make new",
        description="Tạo một tổ chức mới.",
        usage='make new ORGANIZATION=mã NAME="tên"',
    )
    parser.add_argument("id", nargs="?", default="", help="mã của tổ chức, ví dụ le-chan")
    parser.add_argument("name", nargs="?", default="", help="tên ngắn, hiện trên thực đơn")
    parser.add_argument("--kind", default="party", help="party, administrative, mass, other")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    return guarded(
        "make new",
        lambda: create(root, options.id, options.name, options.kind),
        trace=options.trace,
    )


if __name__ == "__main__":
    sys.exit(main())
