"""Pictures that the tests make: shapes and grain that weigh like a photograph; nobody is in them."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """\
kind: photograph
alt: Mấy bóng người đứng trước một ngôi nhà lá
caption: Trước trụ sở cũ
holder: kho lưu trữ xã Mây Thượng
licence: unknown
"""
"""The least that a record of a picture says."""


def drawn(size: tuple[int, int] = (1200, 800), seed: int = 1) -> Image.Image:
    """Return a picture of light and dark shapes with grain, always the same for one seed."""
    chance = random.Random(seed)
    small = (max(2, size[0] // 8), max(2, size[1] // 8))
    picture = Image.new("RGB", small, (96, 110, 120))
    pen = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y = chance.randrange(small[0]), chance.randrange(small[1])
        wide, high = chance.randrange(2, small[0]), chance.randrange(2, small[1])
        colour = tuple(chance.randrange(40, 216) for _ in range(3))
        pen.ellipse((x - wide // 4, y - high // 4, x + wide // 4, y + high // 4), fill=colour)
    picture = picture.resize(size, Image.Resampling.BICUBIC)
    return Image.blend(picture, _grain(size, chance), 0.12)


def _grain(size: tuple[int, int], chance: random.Random) -> Image.Image:
    tile = Image.frombytes("RGB", (256, 256), chance.randbytes(3 * 256 * 256))
    tile = tile.filter(ImageFilter.GaussianBlur(0.8))
    grain = Image.new("RGB", size)
    for x in range(0, size[0], 256):
        for y in range(0, size[1], 256):
            grain.paste(tile, (x, y))
    return grain


def put_picture(
    root: Path,
    name: str = "tru-so-cu",
    *,
    size: tuple[int, int] = (1200, 800),
    record: str | None = RECORD,
    suffix: str = ".jpg",
    picture: Image.Image | None = None,
    **saved: object,
) -> Path:
    """Write a picture into data/pictures/ of the site at `root`, with a record; return its path.

    `saved` are Pillow's options; without a `record` none is written.
    """
    folder = root / "data" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}{suffix}"
    (picture or drawn(size, zlib.crc32(name.encode()))).save(path, **saved)  # type: ignore[arg-type]
    if record is not None:
        (folder / f"{name}.yml").write_text(record, encoding="utf-8")
    return path
