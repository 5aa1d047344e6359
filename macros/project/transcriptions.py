"""Where the transcriptions are on this machine: a file that git ignores remembers the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.coverage_report import report_coverage
from macros.evidence.published import text_paths
from macros.evidence.regenerate import regenerate, renewed
from macros.messages.output import DONE, Line
from macros.project.project import Project
from macros.project.tellings import chapter_tellings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.told_sentences import Telling
    from macros.messages.output import Output

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


def write(root: Path, folder: Path | None, *, dry_run: bool = False) -> Output:
    """Write the evidence of the transcriptions in a folder and of data/; remember the folder."""
    status = yield from regenerate(
        root, folder, told=lambda archive: _tellings(root, archive), dry_run=dry_run
    )
    if folder and not dry_run and status == DONE:
        remember(root, folder)
    return status


def has_texts(root: Path) -> bool:
    """Return whether the evidence can be renewed: a folder is remembered, or a text is in data/."""
    return bool(remembered(root) or text_paths(root))


def renew(root: Path, folder: Path | None) -> Iterator[Line]:
    """Renew what the evidence says of data/ and docs/; yield a line for each file.

    That is where texts and terms of our own are found, and which sentences are told. A file whose
    paragraphs differ from the transcription stays as it is: `make evidence` writes that one, and
    moves citations.
    """
    for path, text in renewed(root, folder, lambda archive: _tellings(root, archive)):
        path.write_text(text, encoding="utf-8", newline="\n")
        name = path.relative_to(root).as_posix()
        yield Line(f"{name}: đã ghi thêm những lời mới đối chiếu được, đếm lại câu đã kể")


def coverage(
    root: Path, folder: Path | None = None, source: str | None = None, everything: bool = False
) -> Output:
    """Report which numbers and sentences of the sources are told, as docs/ and data/ are now.

    Without `folder`, the remembered one is read. With `source`, only that source is reported; with
    `everything`, the lists are not cut short.
    """
    return report_coverage(
        root,
        folder or remembered(root),
        told=lambda archive: _tellings(root, archive),
        everything=everything,
        source=source,
    )


def _tellings(root: Path, archive: Archive) -> Iterator[Telling]:
    return chapter_tellings(Project(root), archive)
