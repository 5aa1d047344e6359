"""What the steps of a build say that they have made: the only files that may be published."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

Origin: TypeAlias = "Path | bytes | None"
"""The file that a published one is a copy of, or its bytes; None for what only its step knows."""

Made: TypeAlias = "dict[str, Origin]"
"""Where each file of the site comes from, by its path from the site's root."""
