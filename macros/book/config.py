"""The settings of the site that the book needs: its name, its licence, Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.project import settings
from macros.project.markdown import extensions


@dataclass(frozen=True)
class Settings:
    """The settings of the site at `root` as far as the book needs them.

    `extensions` holds the options of each Markdown extension by its name.
    """

    root: Path
    site_name: str
    licence: str
    extensions: Mapping[str, Mapping[str, Any]]

    @property
    def docs(self) -> Path:
        """The folder of the chapters."""
        return self.root / "docs"


def read_settings(root: Path) -> Settings:
    """Read `mkdocs.yml`; the settings of the edition itself are in `data/edition.yml`."""
    config = settings.read_settings(root)
    return Settings(
        root=root,
        site_name=str(config.get("site_name", "")),
        licence=str(config.get("copyright", "")),
        extensions=_extensions(config),
    )


def _extensions(config: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the options of each Markdown extension, without permalinks of headings."""
    found = extensions(config)
    found["toc"].pop("permalink", None)
    return found
