"""The picture that stands for a page where its address is shared: one for each volume, one for all.

Drawn only for a site with an address, since nothing can ask for a picture without one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from macros.archive import Archive
from macros.model.codes import ORGANIZATION_KINDS
from macros.rendering.drawing import wrap
from macros.text.vietnamese import capital
from macros.views.home import years

FOLDER = "assets/images/chia-se"
WIDTH, HEIGHT = 1200, 630
_FONT = "Be Vietnam Pro SemiBold"
_FONTS = Path(__file__).parent / "fonts"
_TITLE, _STEP = 68, 88


def picture_of(archive: Archive, path: str) -> str:
    """Return the address under the site's root of the picture for the page at `path`."""
    folder = path.partition("/")[0]
    volume = folder if any(one.id == folder for one in archive.volumes) else "trang"
    return f"{FOLDER}/{volume}.png"


def write_pictures(archive: Archive, target: Path, site_name: str) -> None:
    """Draw all pictures into the built site at `target`."""
    folder = target / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trang.png").write_bytes(_draw(site_name, "", ""))
    for volume in archive.volumes:
        kind = volume.organization.classification or ORGANIZATION_KINDS[volume.organization.kind]
        detail = ", ".join(part for part in (capital(kind), years(volume)) if part)
        (folder / f"{volume.id}.png").write_bytes(_draw(volume.title, detail, site_name))


def _draw(title: str, detail: str, foot: str) -> bytes:
    # Loaded when there is something to draw: that takes a while.
    import vl_convert

    _register()
    png: bytes = vl_convert.svg_to_png(picture(title, detail, foot))
    return png


def picture(title: str, detail: str, foot: str) -> str:
    """Return a picture as SVG: the title in up to four lines, a detail, the site's name."""
    lines = wrap(title, _TITLE, WIDTH - 200)[:4]
    top = 330 - _STEP * len(lines) / 2
    words = [_text(100, top + _STEP * at, _TITLE, "#221e19", line) for at, line in enumerate(lines)]
    small = wrap(detail, 32, WIDTH - 300)
    words += [
        _text(100, top + _STEP * len(lines) + 44 * at, 32, "#5d554a", line)
        for at, line in enumerate(small)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdfcf9"/>'
        f'<rect width="{WIDTH}" height="18" fill="#8c1d18"/>'
        f'<path d="M100 540H{WIDTH - 100}" stroke="#ddd5c6" stroke-width="2"/>'
        f"{''.join(words)}{_text(100, 586, 28, '#8c1d18', foot)}</svg>"
    )


def _text(x: float, y: float, size: int, colour: str, text: str) -> str:
    place = f'x="{x}" y="{y}" font-size="{size}" fill="{colour}"'
    return f'<text {place} font-family="{_FONT}" font-weight="600">{escape(text)}</text>'


@cache
def _register() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(_FONTS))
