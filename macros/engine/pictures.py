"""Puts the copies of pictures into the built site."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from macros.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.admission.looked import PictureFile
    from macros.engine.inputs import BuildState
    from macros.images.sizes import Recipe
    from macros.project.site_files import SiteFiles


def orders_of(archive: Archive) -> Iterator[tuple[str, PictureFile, tuple[Recipe, ...]]]:
    """Yield each picture that has a file, by id, with the copies that the site shows of it."""
    from macros.images.rights import rights_of
    from macros.images.sizes import recipes

    for identifier, file in archive.picture_files.items():
        if one := archive.pictures.get(identifier):
            yield identifier, file, recipes(file, one.kind, rights_of(one))


def make_all(root: Path, archive: Archive, *, parallel: bool = False) -> int:
    """Make every copy that the site needs and that is not kept yet; return how many.

    Not `parallel` in a server, which has threads.
    """
    if not archive.picture_files:
        return 0
    from macros.images.copies import make_copies  # decoders of pictures are large

    orders = [(file, recipes) for _, file, recipes in orders_of(archive)]
    return make_copies(root, orders, parallel=parallel)


def publish_copies(state: BuildState, root: Path, target: Path) -> SiteFiles:
    """Copy every copy into the site at `target`; return them, by their paths on it.

    `root` is the folder of the project.

    An original is published only if its record says so.
    """
    archive = state.inputs.archive if state.inputs else None
    if not isinstance(archive, Archive) or not archive.picture_files:
        return {}
    from macros.images.copies import copy_of
    from macros.images.sizes import original_path, path_of

    make_all(root, archive)
    made: SiteFiles = {}
    for identifier, file, recipes in orders_of(archive):
        made |= {path_of(identifier, recipe): copy_of(file, recipe) for recipe in recipes}
        if archive.pictures[identifier].publish_original:
            made[original_path(identifier, file)] = root / file.path
    for path, origin in made.items():
        (target / path).parent.mkdir(exist_ok=True)
        if origin:
            shutil.copyfile(str(origin), target / path)
    return made
