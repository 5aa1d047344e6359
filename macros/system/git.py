"""Calls of git on the project: commits, dates, files of another commit."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class GitMissingError(Exception):
    """This machine has no git."""


def output(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints in the folder `root`, None where it fails.

    Paths come as they are, not quoted. Raises GitMissingError.
    """
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise GitMissingError from error
    return done.stdout if done.returncode == 0 else None


def text(root: Path, *arguments: str) -> str:
    """Return what git prints, "" where it fails or is missing."""
    try:
        found = output(root, *arguments)
    except GitMissingError:
        return ""
    return found.decode(errors="replace") if found else ""


def commit_of(root: Path) -> str:
    """Return the commit that is checked out, with a final “+” if something is not committed.

    "" without git.
    """
    commit = text(root, "rev-parse", "HEAD").strip()
    changed = commit and text(root, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    return f"{commit}+" if changed else commit


def last_commit_time(root: Path) -> str:
    """Return when the last commit was made, in seconds since 1970; "" without git."""
    return text(root, "log", "-1", "--format=%ct").strip()
