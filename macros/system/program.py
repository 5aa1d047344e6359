"""The folder of the program, and its default files for a folder of content."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2]
"""The folder that contains macros/, overrides/ and scripts/."""


def own_or_default(root: Path, path: str) -> Path:
    """Return the file `path` of the content at `root`, or that of the program if it has none."""
    own = root / path
    return own if own.exists() else PROGRAM / path
