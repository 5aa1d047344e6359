"""Which file of docs/ was meant by an address that leads nowhere."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from macros.admission.names import renamed
from macros.messages.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg")


def meant(path: str, known: Collection[str]) -> str | None:
    """Return the file that was most likely meant by `path`, relative to docs/.

    Tried in turn: the path with a common mistake undone (another separator, suffix or no suffix, a
    folder instead of its page, `docs/` in front), the path with other capitals and marks, the only
    file of this name in another folder, and the nearest name in its folder.
    """
    forms = list(dict.fromkeys(_forms(path)))
    for form in forms:
        if form in known:
            return form
    folded: dict[str, str] = {_fold(one): one for one in known}
    for form in forms:
        if found := folded.get(_fold(form)):
            return found
    for form in forms:
        same = [one for one in known if posixpath.basename(one) == posixpath.basename(form)]
        if len(same) == 1 and posixpath.basename(form) != "index.md":
            return same[0]
    folder, name = posixpath.split(forms[0])
    siblings = {posixpath.basename(o): o for o in known if posixpath.dirname(o) == folder}
    near = nearest(name, siblings)
    return siblings[near] if near else None


def same_file(one: str, other: str) -> bool:
    """Return whether two paths differ only in capitals, marks, spaces and the like."""
    return one == other or _fold(one) == _fold(other)


def _forms(path: str) -> Iterator[str]:
    plain = posixpath.normpath(unquote(path).replace("\\", "/"))
    yield plain
    plain = re.sub(r"^(?:\.?/)*(?:docs/)?", "", plain)
    yield plain
    stem, suffix = posixpath.splitext(plain)
    yield f"{plain}/index.md".lstrip("/")
    if suffix in ("", ".html", ".htm", ".markdown"):
        yield f"{stem}.md"
    elif suffix.lower() in _PICTURES:
        for other in _PICTURES:
            yield stem + other


def _fold(path: str) -> str:
    return "/".join(renamed(part) if "." in part else part.lower() for part in path.split("/"))
