"""Puts the copies of pictures into the built site, and their sizes into its pages."""

from __future__ import annotations

import posixpath
import re
import shutil
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from macros.addresses.places import page_of
from macros.admission.docs import DOCS, LOOK_UP
from macros.archive import Archive
from macros.archive.figures import file_key
from macros.images.sizes import beside_chapters, original_path, path_of, recipes
from macros.rendering.templates import render
from macros.rules.pictures import DECADES, EVERY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.admission.picture_file import PictureFile
    from macros.archive.figures import Figures
    from macros.engine.inputs import BuildState
    from macros.images.sizes import Recipe
    from macros.project.site_files import SiteFiles

    Copy = tuple[str, PictureFile, Recipe]
    """Where a copy stands on the site, the picture that it is of, how it is made."""

_PICTURE = re.compile(r'<img\b(?![^>]*\swidth=)[^>]*\ssrc="([^"]+)"')
_CAPTIONED = re.compile(
    r'<figure[^>]*>\s*<img\b[^>]*\ssrc="(?P<source>[^"]+)"[^>]*>\s*<figcaption>'
)
"""The beginning of a picture that a chapter brings, as Markdown makes a figure of it."""


INDEX = page_of(DECADES, EVERY)
"""The generated page that lists all pictures, which no editor can put into the menu."""


def add_to_menu(menu: Any) -> bool:
    """Add the page of all pictures to the part of a menu with look-up pages, if there is one.

    `menu` is the `nav` of the settings; returns whether the page is in it.
    """
    for entry in menu or ():
        below = next(iter(entry.values())) if isinstance(entry, dict) else entry
        if isinstance(below, list) and add_to_menu(below):
            return True
        if isinstance(below, str) and below.startswith(f"{LOOK_UP}/"):
            # Unless an editor has listed it.
            if all(INDEX not in _addresses(one) for one in menu):
                menu.append({"Ảnh": INDEX})
            return True
    return False


def _addresses(entry: Any) -> tuple[Any, ...]:
    return tuple(entry.values()) if isinstance(entry, dict) else (entry,)


def copies_of_records(archive: Archive) -> Iterator[Copy]:
    """Yield every copy of the pictures of data/ that the site shows."""
    if not archive.picture_files:
        return
    from macros.images.rights import rights_of

    for identifier, file in archive.picture_files.items():
        if one := archive.pictures.get(identifier):
            for recipe in recipes(file, one.kind, rights_of(one)):
                yield path_of(identifier, recipe), file, recipe


def copies_beside_chapters(root: Path, pictures: Mapping[str, PictureFile]) -> Iterator[Copy]:
    """Yield a copy for each picture of docs/ that is not published as it is."""
    for path, file in pictures.items():
        if recipe := beside_chapters(file, (root / DOCS / path).stat().st_size):
            yield path, file, recipe


def make_all(
    root: Path, archive: Archive, pictures: Mapping[str, PictureFile], *, parallel: bool = False
) -> int:
    """Make every copy that the site needs and that is not kept yet; return how many.

    `pictures` are those beside the chapters. Not `parallel` in a server, which has threads.
    """
    copies = [*copies_of_records(archive), *copies_beside_chapters(root, pictures)]
    if not copies:
        return 0
    from macros.images.copies import make_copies  # decoders of pictures are large

    wanted: dict[PictureFile, tuple[Recipe, ...]] = {}
    for _, file, recipe in copies:
        wanted[file] = (*wanted.get(file, ()), recipe)
    return make_copies(root, wanted.items(), parallel=parallel)


def publish_copies(state: BuildState, root: Path, target: Path) -> SiteFiles:
    """Put every copy into the site at `target`; return them, by their paths on it.

    `root` is the folder of the project. An original is published only if its record says so.
    """
    archive = state.inputs.archive if state.inputs else None
    if state.inputs is None or not isinstance(archive, Archive):
        return {}
    pictures = state.inputs.pictures
    made: SiteFiles = {}
    if archive.picture_files or pictures:
        from macros.images.copies import copy_of

        make_all(root, archive, pictures)
        copies = (*copies_of_records(archive), *copies_beside_chapters(root, pictures))
        made |= {path: copy_of(file, recipe) for path, file, recipe in copies}
    for identifier, file in archive.picture_files.items():
        if (one := archive.pictures.get(identifier)) and one.publish_original:
            made[original_path(identifier, file)] = root / file.path
    for path, origin in made.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(origin), target / path)
    return made


def with_numbers(html: str, path: str, url: str, figures: Figures) -> str:
    """Return the HTML of the page at `path` under docs/ with the number of each captioned file.

    `url` is the page's address on the site, which the addresses in it are relative to.
    """

    def labelled(found: re.Match[str]) -> str:
        key = file_key(f"{url}_", unescape(found["source"]))
        figure = figures.on(path, key)
        if figure is None:
            return found[0]
        return f"{found[0]}{render('caption_label', figure=figure)} "

    return _CAPTIONED.sub(labelled, html)


def with_sizes(html: str, url: str, pictures: Mapping[str, PictureFile]) -> str:
    """Return the HTML of a page at `url` with the size of each picture that a chapter brings.

    Pictures of records have theirs already. A browser loads these only when they come near.
    """

    def sized(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(url, unquote(found[1])))
        file = pictures.get(path)
        if file is None or not file.width:
            return found[0]
        return f'{found[0]} width="{file.width}" height="{file.height}" loading="lazy"'

    return _PICTURE.sub(sized, html)
