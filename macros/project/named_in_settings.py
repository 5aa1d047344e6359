"""The icons, languages and modules that settings name: without one of them, a build fails.

The theme has icons and languages in files, so a check finds them without importing the theme.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.messages.problems import Position, Problem
from macros.messages.suggest import nearest, offered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FOLDER = ".icons"
_NAME = re.compile(r"!!python/name:([\w.]+)")


def missing_icons(settings: Table, folders: Sequence[Path]) -> Iterator[Problem]:
    """Yield a problem for each icon of the theme, the palette or the foot that no folder has."""
    for icon in _named(settings):
        if (
            not icon
            or ".." in icon
            or not any((folder / _FOLDER / f"{icon}.svg").is_file() for folder in folders)
        ):
            remedy = offered(_near(icon, folders), "sửa tên, hoặc xóa dòng này")
            yield Problem(icon.position, f"giao diện không có hình nào tên “{icon}”", remedy)


def _near(icon: str, folders: Sequence[Path]) -> str | None:
    """Return the icon of the same set whose name is nearest."""
    stem, _, _ = icon.rpartition("/")
    if not stem or ".." in stem:
        return None
    known = [
        f"{stem}/{one.stem}" for each in folders for one in (each / _FOLDER / stem).glob("*.svg")
    ]
    return nearest(icon, known)


def _named(settings: Table) -> Iterator[Text]:
    theme, extra = settings.get("theme"), settings.get("extra")
    if isinstance(theme, Table):
        yield from _leaves(theme.get("icon"))
        palette = theme.get("palette")
        for scheme in palette if isinstance(palette, Items) else [palette]:
            toggle = scheme.get("toggle") if isinstance(scheme, Table) else None
            yield from _leaves(toggle.get("icon") if isinstance(toggle, Table) else None)
    social = extra.get("social") if isinstance(extra, Table) else None
    for link in social if isinstance(social, Items) else ():
        yield from _leaves(link.get("icon") if isinstance(link, Table) else None)


def _leaves(node: Node | None) -> Iterator[Text]:
    if isinstance(node, Table):
        for one in node.values():
            yield from _leaves(one)
    elif isinstance(node, Text):
        yield node


def missing_modules(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each name in Python whose module is not there."""
    for number, line in enumerate(lines, start=1):
        for found in () if line.lstrip().startswith("#") else _NAME.finditer(line):
            if not is_module(found[1].rpartition(".")[0]):
                message = f"không có mô-đun Python nào chứa “{found[1]}”"
                position = Position(path, number, found.start() + 1)
                yield Problem(position, message, "sửa tên ấy, hoặc xóa dòng này")


def languages() -> set[str]:
    """Return the languages of the theme; its package is found without being imported."""
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    return {
        file.stem
        for folder in folders or ()
        for file in Path(folder, "templates/partials/languages").glob("*.html")
    }


def is_module(name: str) -> bool:
    """Return whether there is a module of this name; the packages it is in are imported."""
    try:
        return find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False
