"""The builds that were replaced: the last few are kept beside the site, for going back.

They lie in `.cache/releases` beside the folder of the site, never in what is served:
`<id>/site` the files, `<id>/manifest.json` what they are. `current.json` is the manifest of the
site itself.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.site.manifest import Manifest, dump, load, read_folder

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 5
"""How many replaced builds are kept."""


@dataclass(frozen=True)
class Release:
    """A build that was replaced: where it lies, what it is, and when (seconds since 1970)."""

    folder: Path
    manifest: Manifest
    replaced: float

    @property
    def site(self) -> Path:
        """The folder of its files."""
        return self.folder / "site"


@dataclass(frozen=True)
class Releases:
    """The releases in one folder, which need not exist yet."""

    folder: Path

    @classmethod
    def beside(cls, site: Path) -> Releases:
        """Return the releases of the site in the folder `site`."""
        return cls(site.parent / ".cache" / "releases")

    @property
    def current(self) -> Path:
        """The file that says what the site itself is made of."""
        return self.folder / "current.json"

    def of_site(self, site: Path) -> Manifest:
        """Return the manifest of the site as it stands.

        The stored manifest is not trusted: a build may have been killed, files changed by hand.
        """
        files = read_folder(site)
        known = load(self.current)
        if known and known.files == files:
            return known
        return Manifest("", "", "", files)

    def listed(self) -> list[Release]:
        """Return the releases, the last that was replaced first."""
        found = []
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            manifest = load(folder / "manifest.json")
            if manifest and (folder / "site").is_dir():
                found.append(Release(folder, manifest, (folder / "manifest.json").stat().st_mtime))
        return sorted(found, key=lambda one: (-one.replaced, one.folder.name))

    def incomplete(self) -> list[str]:
        """Return the names of folders that are no release: their manifest or files are gone."""
        whole = {one.folder.name for one in self.listed()}
        folders = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted(one.name for one in folders if one.is_dir() and one.name not in whole)

    def manifests(self) -> list[Manifest]:
        """Return what is remembered of the site itself and of the releases."""
        current = load(self.current)
        return [*([current] if current else []), *(one.manifest for one in self.listed())]

    def keep(self, replaced: Path, manifest: Manifest) -> None:
        """Keep a build that was replaced, given its folder, and remove the oldest."""
        folder = self.folder / manifest.id
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        replaced.rename(folder / "site")
        # Last: a folder without it is no release.
        (folder / "manifest.json").write_text(dump(manifest), encoding="utf-8")
        self.tidy()

    def tidy(self) -> None:
        """Remove releases beyond the number kept, and what a killed build has left incomplete."""
        releases = self.listed()
        kept = {one.folder for one in releases[:KEPT]}
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            if folder.is_dir() and folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)
