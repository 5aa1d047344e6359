"""What the file of a picture says: its size as seen, and what an author may not mean to publish."""

from __future__ import annotations

import re
import struct
import warnings
from typing import TYPE_CHECKING

from PIL import ExifTags, Image

from macros.admission.looked import Described

if TYPE_CHECKING:
    from pathlib import Path

_COORDINATES = (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)
# The same in XMP, as an attribute or an element.
_IN_XMP = re.compile(rb"exif:GPSL(?:at|ong)itude(?:>|\s*=)")
_REMARKS = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop"})
_TURNED = range(5, 9)
"""The orientations of Exif in which width and height change places."""
# Broken remarks hide nothing and turn nothing: other programs cannot read them either.
_BROKEN = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)


def described(path: Path) -> Described:
    """Return what the file of a picture that can be read says of it."""
    with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
        width, height = picture.size
        try:
            exif = picture.getexif()
            turned = exif.get(ExifTags.Base.Orientation, 1) in _TURNED
        except _BROKEN:
            exif, turned = Image.Exif(), False
        try:
            where = exif.get_ifd(ExifTags.IFD.GPSInfo)
        except _BROKEN:
            where = {}
        located = any(one in where for one in _COORDINATES)
        return Described(
            height if turned else width,
            width if turned else height,
            located=located or bool(_IN_XMP.search(path.read_bytes())),
            remarks=not _REMARKS.isdisjoint(picture.info),
            frames=getattr(picture, "n_frames", 1),
        )
