"""Books as `make book` builds them, for tests that read them back."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

from macros.system.program import PROGRAM
from tests.book.reading import Book


def make_books(root: Path, folder: Path, *arguments: str) -> tuple[int, str]:
    """Build the books of the site at `root` into `folder`; return the status and what was told."""
    command = [sys.executable, "-m", "scripts.book", "--root", str(root), "--folder", str(folder)]
    done = subprocess.run([*command, *arguments], cwd=PROGRAM, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@cache
def read(path: Path) -> Book:
    """Return the book at `path`, read once."""
    return Book(path)
