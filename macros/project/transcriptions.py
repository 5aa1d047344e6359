"""Where the transcriptions are on this machine: a file that git ignores remembers the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.regenerate import renewed
from macros.messages.output import Line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = ".sources"


def remember(root: Path, folder: Path) -> None:
    """Remember a folder of transcriptions for the project at `root`."""
    (root / FILE).write_text(f"{folder.resolve()}\n", encoding="utf-8")


def remembered(root: Path) -> Path | None:
    """Return the remembered folder; None if there is none, or it has gone."""
    try:
        path = (root / FILE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = root / path
    return folder if path and folder.is_dir() else None


def renew(root: Path, folder: Path) -> Iterator[Line]:
    """Renew what the evidence says of data/; yield a line for each file.

    That is which texts and terms of our own stand where, and how many sentences are told.
    A file whose paragraphs differ from the transcription stays as it is: `make evidence` writes
    such, and moves citations.
    """
    for path, text in renewed(root, folder):
        path.write_text(text, encoding="utf-8", newline="\n")
        name = path.relative_to(root).as_posix()
        yield Line(f"{name}: đã ghi thêm những lời mới đối chiếu được, đếm lại câu có dữ kiện")
