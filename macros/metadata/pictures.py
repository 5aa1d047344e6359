"""Share pictures, which other sites show next to a link: one per volume, one for all other pages.

Drawn only for a site with an address, because other sites need one to fetch them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.archive import Archive
from macros.rendering.drawing import wrap
from macros.rendering.templates import render
from macros.text.vietnamese import capital
from macros.views.home import years
from macros.wording.organizations import kind_words

FOLDER = "assets/images/chia-se"
WIDTH, HEIGHT = 1200, 630
_FONTS = Path(__file__).parent / "fonts"
_TITLE, _DETAIL, _STEP = 68, 32, 88


def picture_of(archive: Archive, path: str) -> str:
    """Return the address of the picture for the page at `path`, from the site's root."""
    folder = path.partition("/")[0]
    volume = folder if any(one.id == folder for one in archive.volumes) else "trang"
    return f"{FOLDER}/{volume}.png"


def write_pictures(archive: Archive, target: Path, site_name: str) -> list[str]:
    """Draw all share pictures into the built site at `target`; return their paths on it."""
    folder = target / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trang.png").write_bytes(_draw(site_name, "", ""))
    written = [f"{FOLDER}/trang.png"]
    for volume in archive.volumes:
        kind = capital(kind_words(volume.organization))
        detail = ", ".join(part for part in (kind, years(volume)) if part)
        (folder / f"{volume.id}.png").write_bytes(_draw(volume.title, detail, site_name))
        written.append(f"{FOLDER}/{volume.id}.png")
    return written


def _draw(title: str, detail: str, foot: str) -> bytes:
    # Imported only when there is something to draw, because it is slow to load.
    import vl_convert

    _register()
    png: bytes = vl_convert.svg_to_png(picture(title, detail, foot))
    return png


class Line(NamedTuple):
    """A line of text on the picture; `y` and `size` in pixels."""

    y: float
    size: int
    colour: str
    text: str


def picture(title: str, detail: str, foot: str) -> str:
    """Return a picture as SVG: the title in up to four lines, a detail, the site's name."""
    large = wrap(title, _TITLE, WIDTH - 200)[:4]
    small = wrap(detail, _DETAIL, WIDTH - 300)
    top = 330 - _STEP * len(large) / 2
    below = top + _STEP * len(large)
    lines = [Line(top + _STEP * at, _TITLE, "#221e19", text) for at, text in enumerate(large)]
    lines += [Line(below + 44 * at, _DETAIL, "#5d554a", text) for at, text in enumerate(small)]
    lines.append(Line(586, 28, "#8c1d18", foot))
    return render("share_picture", width=WIDTH, height=HEIGHT, lines=lines)


@cache
def _register() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(_FONTS))
