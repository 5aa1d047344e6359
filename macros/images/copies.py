"""Makes the copies of pictures, each once: they are kept under a hash of what they are made from.

A copy is turned the right way up, in the colours of a screen (sRGB), and white where the picture is
transparent. It does not say where, when and with what the picture was taken.
"""

from __future__ import annotations

import hashlib
import io
import os
import time
import warnings
from contextlib import suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms, ImageOps

from macros.system.atomic import write_atomically
from macros.system.parallel import in_parallel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.admission.picture_file import PictureFile
    from macros.images.sizes import Recipe

CACHE = Path(".cache") / "copies"
_DAY = 86_400.0
_UNUSED = 90 * _DAY
"""Seconds after which a copy that nothing wants is removed."""
_RULES = "1"
"""Part of every key: raise it when copies are made in another way."""
_VERSION = version("pillow")
Order = tuple["PictureFile", "tuple[Recipe, ...]"]
"""A picture and the copies that are wanted of it."""
_SAVED: dict[str, dict[str, Any]] = {
    "webp": {"method": 4},
    "jpeg": {"optimize": True, "progressive": True},
    "png": {"optimize": True},
    "avif": {"speed": 6, "max_threads": 1},
}
"""How each format is written: AVIF by one thread, or the bytes would depend on the machine."""


def copy_of(file: PictureFile, recipe: Recipe) -> Path:
    """Return where a copy is kept, whether it has been made or not."""
    key = f"{_RULES} {_VERSION} {file.digest} {recipe}"
    name = hashlib.sha256(key.encode()).hexdigest()[:40]
    return CACHE / f"{name}{recipe.suffix}"


def make_copies(root: Path, orders: Iterable[Order], *, parallel: bool = False) -> int:
    """Make those copies that are not kept yet; return how many."""
    lacking: list[Order] = []
    for file, recipes in orders:
        if wanted := tuple(one for one in recipes if not _kept(copy_of(file, one))):
            lacking.append((file, wanted))
    if lacking:
        CACHE.mkdir(parents=True, exist_ok=True)
        in_parallel("việc thu nhỏ ảnh", partial(_make, root), lacking, parallel=parallel)
        _forget_unused()
    return sum(len(recipes) for _, recipes in lacking)


def _kept(path: Path) -> bool:
    """Return whether a copy is kept, and note that it is still wanted."""
    try:
        unused = time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return False
    if unused > _DAY:
        os.utime(path)
    return True


def _forget_unused() -> None:
    """Remove the copies that nothing has wanted for long: of pictures that are gone or changed."""
    for path in CACHE.iterdir():
        # Another build may be at work here.
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > _UNUSED:
                path.unlink()


def rewritten(path: Path, recipe: Recipe) -> bytes:
    """Return the picture at `path` written as a copy; raises OSError for a broken one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the size, which the caller has limited
        return _written(_as_displayed(path, (recipe,)), recipe)


def _make(root: Path, order: Order) -> None:
    """Decode a picture once, and write each copy of it, the largest first."""
    file, recipes = order
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the size, which admission has limited
        picture = _as_displayed(root / file.path, recipes)
        for recipe in sorted(recipes, key=lambda one: -one.width):
            write_atomically(copy_of(file, recipe), _written(picture, recipe))


def _as_displayed(path: Path, recipes: Sequence[Recipe]) -> Image.Image:
    """Return a picture as it is to be seen: turned, in sRGB or grey, without transparency.

    It is at least as large as the largest of `recipes`, if its file is.
    """
    longest = max(max(one.width, one.height) for one in recipes)
    with Image.open(path) as opened:
        profile = opened.info.get("icc_profile")
        # JPEG can be decoded at a half or a quarter: means of 2 × 2 points, in half the time.
        scale = longest / max(opened.size)
        opened.draft(None, (round(opened.width * scale), round(opened.height * scale)))
        opened.load()
        picture = ImageOps.exif_transpose(opened)
    if picture.mode in ("P", "PA", "LA", "RGBA", "RGBa", "La") or "transparency" in picture.info:
        over = picture.convert("RGBA")
        picture = Image.new("RGB", over.size, "white")
        picture.paste(over, mask=over.getchannel("A"))
    elif picture.mode not in ("L", "RGB"):
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    if max(picture.size) > longest:
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _in_srgb(picture, profile)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture with the colours of its profile in sRGB; unchanged without a usable one."""
    if not profile or picture.mode != "RGB":
        return picture
    try:
        return (
            ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            )
            or picture
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _written(picture: Image.Image, recipe: Recipe) -> bytes:
    """Return a copy as the bytes of its file."""
    size = (recipe.width, recipe.height)
    copy = picture
    if picture.size != size:
        copy = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if recipe.grey:
        copy = copy.convert("L")
    # A new picture, because `info` holds what the file said of itself.
    bare = Image.new(copy.mode, copy.size)
    bare.paste(copy)
    rights = {"xmp": recipe.rights.encode()} if recipe.rights else {}
    written = io.BytesIO()
    bare.save(written, recipe.format, quality=recipe.quality, **_SAVED[recipe.format], **rights)
    return written.getvalue()
