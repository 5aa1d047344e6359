"""The files that the steps of a build declare: no other file may be published."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

Origin: TypeAlias = "Path | bytes | None"
"""The file of which a published one is a copy, or its bytes; None if only its step knows them."""

SiteFiles: TypeAlias = "dict[str, Origin]"
"""Where each file of the site comes from, by its path from the site's root."""
