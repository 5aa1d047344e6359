"""A copy of the site to carry on a stick: a zip whose pages work by a double click.

From a disk no server adds `index.html` to a folder, and browsers load neither modules nor fonts:
links are written in full, the modules come as one plain script, the fonts within the style.
"""

from __future__ import annotations

import re
import zipfile
from base64 import b64encode
from typing import TYPE_CHECKING

from macros.engine.scripts import plain_script
from macros.messages.output import DONE, Line
from macros.project.settings import read_settings
from macros.system.program import PROGRAM
from macros.text.numbers import say_number
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from pathlib import Path

    from macros.messages.output import Output

FOLDER = "dist/offline"
_FOR_HOSTS = ("_headers", "sitemap.xml", "404.html")
"""Files that only a server reads."""
_LINK = re.compile(r'(?P<before>\shref=")(?P<path>[^"#?:]+)(?P<rest>[#?][^"]*)?"')
_REFRESH = re.compile(r'(?P<before>content="0; ?url=)(?P<path>[^"#?:]+)(?P<rest>[#?][^"]*)?"')
_MODULE = re.compile(r'(<script src="[^"]*/reading\.js") type="?module"?')
_FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")
_FETCHED_EARLY = re.compile(r'<link\b[^>]*\brel="?(?:preload|modulepreload|manifest)"?[^>]*>')
_READING = "reading.js"
_SCRIPTS = "assets/javascripts"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows: the same site gives the same bytes."""
_MEGABYTE = 1_000_000
_COMPRESSED = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".woff2", ".pdf", ".epub", ".zip")


def write_copy(root: Path, site: Path) -> Output:
    """Write the built `site` of the project at `root` into a zip; yield where it is."""
    name = slug(str(read_settings(root).get("site_name", ""))) or "trang"
    target = root / FOLDER / f"{name}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    made = target.with_suffix(".tmp")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(one for one in site.rglob("*") if one.is_file()):
            inner = path.relative_to(site).as_posix()
            if inner in _FOR_HOSTS or inner.startswith("."):
                continue
            entry = zipfile.ZipInfo(f"{name}/{inner}", _DAY)
            stored = path.suffix in _COMPRESSED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, _content(path, inner))
    made.replace(target)
    size = say_number(round(target.stat().st_size / _MEGABYTE) or 1)
    shown = target.relative_to(root).as_posix()
    yield Line(f"Bản mang đi: {shown} ({size} MB); giải nén rồi mở {name}/index.html")
    return DONE


def _content(path: Path, inner: str) -> bytes:
    if inner == f"{_SCRIPTS}/{_READING}":
        folder = PROGRAM / "overrides" / _SCRIPTS
        return plain_script({one.name: one for one in folder.glob("*.js")}, _READING).encode()
    if path.suffix == ".css":
        return _with_fonts(path).encode()
    if path.suffix != ".html":
        return path.read_bytes()
    return on_disk(path.read_text(encoding="utf-8")).encode()


def _with_fonts(path: Path) -> str:
    """Return a style with its fonts in it: a page on a disk may load none from a file."""

    def held(found: re.Match[str]) -> str:
        font = (path.parent / found[1]).read_bytes()
        return f"url(data:font/woff2;base64,{b64encode(font).decode()})"

    return _FONT.sub(held, path.read_text(encoding="utf-8"))


def on_disk(page: str) -> str:
    """Return a page with links to files in place of folders, and without modules."""
    page = _REFRESH.sub(_to_file, _LINK.sub(_to_file, page))
    page = _FETCHED_EARLY.sub("", page).replace("font-src 'self'", "font-src 'self' data:")
    return _MODULE.sub(r"\1 defer", page)


def _to_file(link: re.Match[str]) -> str:
    path = link["path"]
    last = path.rpartition("/")[2]
    if last in ("", ".", ".."):
        path = f"{path.rstrip('/')}/index.html" if path != "." else "index.html"
    return f'{link["before"]}{path}{link["rest"] or ""}"'
