"""Prints a PDF with a press's inks: greys and text with black alone, the rest by its profile.

WeasyPrint writes screen colours (RGB). A press would print black RGB text with four inks on top of
each other, which blurs it. So every colour is converted, in the operators of pages and forms and in
the pictures.
"""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name, Operator, PdfImage
from PIL import Image, ImageCms

from macros.book.finishing.streams import Pdf, painters, pictures

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
NEAR = 1.6 / 255
"""Parts of a colour that differ by less are equal: a grey written with six digits."""

PAPER = 0.965
"""Lighter colours are not printed, because dots so small do not hold on a plate."""

INK, TINGE = 0.25, 0.06
"""Darker, nearly grey colours become black, because letters of four inks are blurred."""

# Operators that set a colour → the one that sets inks in their place, for areas or for lines.
_SETS = {"rg": "k", "RG": "K", "g": "k", "G": "K", "sc": "k", "scn": "k", "SC": "K", "SCN": "K"}
_SPACES = {"cs": "k", "CS": "K"}
_DEVICE = ("/DeviceRGB", "/DeviceGray", "/DeviceCMYK")


class UnprintableError(Exception):
    """A colour or a picture that cannot be converted to inks; the message says which."""


class ProfileError(Exception):
    """A profile that is not one of a press with four inks; the message says why."""


class Inks:
    """Converts colours to inks by the profile of a press; with `grey`, to black ink alone."""

    def __init__(self, profile: bytes, *, grey: bool = False) -> None:
        """Raises ProfileError for what is no profile of four inks."""
        try:
            press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            kind, space = press.profile.device_class, press.profile.xcolor_space.strip()
        except (OSError, ImageCms.PyCMSError) as error:
            raise ProfileError("không phải tệp hồ sơ màu ICC") from error
        if kind != "prtr" or space != "CMYK":
            raise ProfileError("không phải hồ sơ của máy in bốn màu (CMYK)")
        self.profile = profile
        self.name = ImageCms.getProfileDescription(press).strip()
        self.grey = grey
        try:
            self._transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", RELATIVE,
                ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )  # fmt: skip
        except ImageCms.PyCMSError as error:
            raise ProfileError("hỏng, không dùng để đổi màu được") from error
        self.of = lru_cache(4096)(self._of)

    def _of(self, red: float, green: float, blue: float) -> tuple[float, float, float, float]:
        """Return a colour of a screen (parts from 0 to 1) in inks: cyan, magenta, yellow, black."""
        parts = (red, green, blue)
        if min(parts) > PAPER:
            return (0, 0, 0, 0)
        if max(parts) - min(parts) < NEAR:
            return (0, 0, 0, round(1 - sum(parts) / 3, 3))
        if max(parts) < INK and max(parts) - min(parts) < TINGE:
            return (0, 0, 0, 1)
        if self.grey:
            return (0, 0, 0, round(1 - (0.299 * red + 0.587 * green + 0.114 * blue), 3))
        pixel = Image.new("RGB", (1, 1), tuple(round(part * 255) for part in parts))
        converted = ImageCms.applyTransform(pixel, self._transform)
        assert converted is not None
        cyan, magenta, yellow, black = converted.getpixel((0, 0))  # type: ignore[misc]
        inks = (cyan, magenta, yellow, black)
        return tuple(round(ink / 255, 3) for ink in inks)  # type: ignore[return-value]

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in inks, in grey where it has no colour or `grey` asks for it."""
        if self.grey or picture.mode in ("1", "L"):
            return picture.convert("L")
        converted = ImageCms.applyTransform(picture.convert("RGB"), self._transform)
        assert converted is not None
        return converted


def read_profile(path: Path) -> bytes:
    """Return the bytes of a profile; raises ProfileError for a file that cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ProfileError(f"không đọc được ({error.strerror})") from error


def print_with(pdf: Pdf, inks: Inks) -> None:
    """Convert every colour of a PDF to inks.

    Raises UnprintableError for one that cannot be converted: a shading, a pattern without a colour
    of its own, a picture that cannot be opened.
    """
    for holder in painters(pdf):
        commands = _commands_in_inks(holder, inks)
        if commands is not None:
            _write(pdf, holder, commands)
    for picture in pictures(pdf):
        _print_picture(picture, inks)
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == Name.Transparency:
            one.CS = Name.DeviceCMYK
        group = one.get("/Group") if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) else None
        if group is not None and "/CS" in group:
            group.CS = Name.DeviceCMYK


def _commands_in_inks(holder: Any, inks: Inks) -> list[Any] | None:
    """Return the commands of a page or form with colours in inks; None if it sets no colour."""
    found: list[Any] = []
    changed = False
    spaces = {"k": "/DeviceGray", "K": "/DeviceGray"}
    stack: list[dict[str, str]] = []
    for command in pikepdf.parse_content_stream(holder):
        operands, operator = command.operands, str(command.operator)
        if operator == "q":
            stack.append(dict(spaces))
        elif operator == "Q" and stack:
            spaces = stack.pop()
        elif operator == "sh":
            raise UnprintableError("hình có chuyển sắc (gradient)")
        elif operator in _SPACES:
            spaces[_SPACES[operator]] = str(operands[0])
            if str(operands[0]) in _DEVICE:
                # The operator that then sets the colour names its space itself.
                changed = True
                continue
        elif operator in _SETS:
            converted = _inks(operator, operands, spaces[_SETS[operator]], inks)
            if converted is not None:
                found.append(pikepdf.ContentStreamInstruction(converted, Operator(_SETS[operator])))
                changed = True
                continue
        found.append(command)
    return found if changed else None


def _inks(operator: str, operands: Any, space: str, inks: Inks) -> list[float] | None:
    """Return the inks of a colour that an operator sets; None for a pattern, which has its own."""
    space = {"rg": _DEVICE[0], "RG": _DEVICE[0], "g": _DEVICE[1], "G": _DEVICE[1]}.get(
        operator, space
    )
    if space == "/Pattern":
        return None
    if space not in _DEVICE:
        raise UnprintableError(f"màu ghi theo không gian {space.strip('/')}")
    numbers = [float(one) for one in operands]
    if space == "/DeviceCMYK":
        return numbers
    return list(inks.of(*(numbers if space == "/DeviceRGB" else numbers * 3)))


def _write(pdf: Pdf, holder: Any, commands: list[Any]) -> None:
    data = pikepdf.unparse_content_stream(commands)
    if isinstance(holder, pikepdf.Page):
        holder.obj.Contents = pdf.make_stream(data)
    else:
        holder.write(data)


def _print_picture(picture: Any, inks: Inks) -> None:
    """Convert a picture to inks; masks have no colour."""
    space = picture.get("/ColorSpace")
    if picture.get("/ImageMask") or space is None or space in (Name.DeviceCMYK, Name.DeviceGray):
        return
    try:
        opened = PdfImage(picture).as_pil_image()
    except Exception as error:  # pikepdf and Pillow raise many kinds for what they cannot open
        raise UnprintableError("hình không mở được để đổi màu") from error
    converted = inks.picture(opened)
    packed = zlib.compress(converted.tobytes(), 9)
    picture.write(packed, filter=Name.FlateDecode)
    picture.ColorSpace = Name.DeviceGray if converted.mode == "L" else Name.DeviceCMYK
    picture.BitsPerComponent = 8
    for key in ("/Decode", "/Intent"):
        if key in picture:
            del picture[key]
