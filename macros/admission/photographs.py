"""What a photograph says about itself that its author may not mean to publish."""

from __future__ import annotations

import re
import struct
import warnings
from typing import TYPE_CHECKING

from PIL import ExifTags, Image

if TYPE_CHECKING:
    from pathlib import Path

_COORDINATES = (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)
# The same in XMP, as an attribute or an element.
_IN_XMP = re.compile(rb"exif:GPSL(?:at|ong)itude(?:>|\s*=)")


def says_where(path: Path) -> bool:
    """Return whether a picture that can be read says where it was taken."""
    with warnings.catch_warnings(), Image.open(path) as picture:
        warnings.simplefilter("ignore")
        try:
            where = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
            where = {}  # Broken remarks hide nothing: other programs cannot read them either.
        return any(one in where for one in _COORDINATES) or bool(_IN_XMP.search(path.read_bytes()))
