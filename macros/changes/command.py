"""`make changes`: two states of a project are read and compared."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from macros.changes.compare import Changes, compare
from macros.changes.formats import FORMATS
from macros.changes.state import read_state
from macros.messages.output import DONE, FAULT, Line, error_lines
from macros.project.base import BaseError, changed_files, content_of, shared_commit

if TYPE_CHECKING:
    from pathlib import Path

    from macros.messages.output import Output


def changes(root: Path, base: str, head: str = "", form: str = "markdown") -> Output:
    """Report what the project at `root` changes since its common ancestor with `base`.

    Without `head`, the working tree is compared; else that commit. `form` is a key of `FORMATS`.
    """
    try:
        found = changes_of(root, base, head)
    except BaseError as error:
        yield from error_lines([f"lỗi: {error}"])
        return FAULT
    yield from map(Line, FORMATS[form](found))
    return DONE


def changes_of(root: Path, base: str, head: str = "") -> Changes:
    """Return what `head`, or the working tree at `root`, changes; raises BaseError."""
    commit = shared_commit(root, base, head or "HEAD")
    with ExitStack() as opened:
        old = read_state(opened.enter_context(content_of(root, commit)))
        folder = opened.enter_context(content_of(root, head)) if head else root
        new = read_state(folder)
        return compare(folder, base, old, new, changed_files(root, commit, head))
