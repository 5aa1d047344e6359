"""What the file of a picture says: its size as seen, and what an author may not mean to publish."""

from __future__ import annotations

import re
import struct
import warnings
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from macros.admission.picture_file import Described

if TYPE_CHECKING:
    from pathlib import Path

_COORDINATES = (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)
# The same in XMP, as an attribute or an element.
_IN_XMP = re.compile(rb"exif:GPSL(?:at|ong)itude(?:>|\s*=)")
# Words for a place: in XMP, and in the older IPTC (quarter, town, province, country).
_WORDS_IN_XMP = re.compile(
    rb"(?:photoshop:(?:City|State|Country)|Iptc4xmpCore:Location"
    rb"|Iptc4xmpExt:(?:Sublocation|City|ProvinceState|CountryName|LocationName))"
    rb"(?:\s*=\s*[\"']|[^<>]*>\s*(?:<rdf:[^>]*>\s*)*)(?P<words>[^<>\"'\s][^<>\"']*)"
)
_IN_IPTC = ((2, 92), (2, 90), (2, 95), (2, 101))
_REMARKS = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop"})
_TURNED = range(5, 9)
"""The orientations of Exif in which width and height change places."""
# Broken metadata needs no care: other programs cannot read it either.
_BROKEN = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)


def described(path: Path) -> Described:
    """Return what the readable file of a picture says of the picture."""
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
        content = path.read_bytes()
        located = any(one in where for one in _COORDINATES) or bool(_IN_XMP.search(content))
        place = "" if located else _place(picture, content)
        return Described(
            height if turned else width,
            width if turned else height,
            located=located or bool(place),
            remarks=not _REMARKS.isdisjoint(picture.info),
            frames=getattr(picture, "n_frames", 1),
            place=place,
        )


def _place(picture: ImageFile.ImageFile, content: bytes) -> str:
    """Return the words in which a file says where its picture was taken, "" for none."""
    if found := _WORDS_IN_XMP.search(content):
        return _read(found["words"])
    try:
        fields = IptcImagePlugin.getiptcinfo(picture) or {}
    except _BROKEN:
        return ""
    said = (fields.get(one) for one in _IN_IPTC)
    # A field that is there twice is a list.
    each = (one[0] if isinstance(one, list) and one else one for one in said)
    return next((words for one in each if isinstance(one, bytes) and (words := _read(one))), "")


def _read(words: bytes) -> str:
    return " ".join(words.decode("utf-8", "replace").replace("\0", " ").split())
