"""Where the program lies, and what it gives to a folder of content that has no such file itself."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2]
"""The folder that holds macros/, overrides/ and scripts/."""


def given(root: Path, path: str) -> Path:
    """Return where `path` is read from: the content at `root`, or else the program."""
    own = root / path
    return own if own.exists() else PROGRAM / path
