"""Converts Vietnamese text in an old encoding to Unicode.

The font of a run decides, where a document has fonts: `.VnTime` is TCVN3, `VNI-Times` is VNI, and
`.VnTimeH` shows capitals. Without fonts each paragraph is recognised by its syllables, and short
ones follow the rest of the document. Soft hyphens must still be in the text: in TCVN3 each is ư.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.text.old_encodings import ENCODINGS, WINDOWS, Encoding, is_meant, is_proper, recognise
from macros.text.syllables import has_marks, is_syllable

if TYPE_CHECKING:
    from collections.abc import Sequence

_MISREAD_UTF8, _TCVN3, _VNI, _CP1258, _VIQR = ENCODINGS
_NAMED = {one.name: one for one in (_MISREAD_UTF8, _TCVN3, _VNI, _CP1258)}
"""By name. Without VIQR, in which a full stop is a tone: most paragraphs would become wrong."""
_LEAST = 3
"""A document counts as written in an encoding if at least so many paragraphs are."""
_WORD = re.compile(r"[^\W\d_]+")


class Converted(NamedTuple):
    """A paragraph after conversion; `encoding` is what it was in, "" for Unicode.

    `sure` is false for one that seems to be in an old encoding and was left as it is.
    """

    text: str
    encoding: str = ""
    sure: bool = True


def encoding_of_font(font: str) -> Encoding | None:
    """Return the encoding of the text that a font shows rightly, None for Unicode."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return _TCVN3
    return _VNI if name.startswith("vni") else None


def by_font(text: str, font: str) -> str:
    """Return the text of a run in Unicode; unchanged if only its font is of an old encoding.

    A font is a strong sign but no proof: when a document is converted, the old font often stays.
    """
    encoding = encoding_of_font(font)
    if encoding is None or (text.isascii() and not _shows_capitals(font)):
        return text
    if any(map(_is_unicode_only, text)):
        return text
    meant = unicodedata.normalize("NFC", encoding.decode(text))
    if _syllables(meant) < _syllables(text):
        return text
    return meant.upper() if _shows_capitals(font) else meant


def _shows_capitals(font: str) -> bool:
    return encoding_of_font(font) is _TCVN3 and font.strip().endswith("H")


def _is_unicode_only(letter: str) -> bool:
    """Return whether a letter is in no font of the old encodings."""
    return ord(letter) > 0xFF and letter.isalpha()


def _syllables(text: str) -> int:
    """Return the number of words with marks that are Vietnamese, minus those that are not."""
    marked = [word for word in _WORD.findall(text) if has_marks(word) or not word.isascii()]
    return sum(1 if is_syllable(word) else -1 for word in marked)


def by_text(paragraphs: Sequence[str]) -> list[Converted]:
    """Return paragraphs in Unicode; those in another encoding are recognised by their syllables."""
    found = [recognise(one) for one in paragraphs]
    names = [one.encoding if one else "" for one in found]
    most = Counter(name for name in names if name in _NAMED).most_common(1)
    with_marks = sum(not one.isascii() for one in paragraphs)
    majority = ""
    if most and most[0][1] >= _LEAST and most[0][1] * 2 > with_marks:
        majority = most[0][0]
    return [_converted(one, name, majority) for one, name in zip(paragraphs, names, strict=True)]


def _converted(text: str, name: str, majority: str) -> Converted:
    """Return a paragraph converted, by the document's `majority` where that gives proper words."""
    if majority and not text.isascii() and not any(map(_is_unicode_only, text)):
        meant = _decoded(text, _NAMED[majority])
        if meant != text and all(is_meant(word) for word in meant.split() if not word.isascii()):
            return Converted(meant, majority)
    if name in _NAMED:
        return Converted(_decoded(text, _NAMED[name]), name)
    if name:
        return Converted(text, name, sure=False)
    whole_old = majority and not any(map(_is_unicode_only, text))
    unsure = whole_old and not all(map(is_proper, text.split()))
    return Converted(text, majority if unsure else "", sure=not unsure)


def _decoded(text: str, encoding: Encoding) -> str:
    """Return a paragraph decoded, except its words that are Unicode already."""
    if encoding is _MISREAD_UTF8:
        # One of the bytes of a letter may look like a no-break space, so the whole text is decoded.
        whole = encoding.decode(text)
        if whole != text:
            return unicodedata.normalize("NFC", whole)
    words = text.split(" ")
    return " ".join(
        word
        if encoding in (_TCVN3, _VNI) and any(map(_is_unicode_only, word))
        else unicodedata.normalize("NFC", encoding.decode(word))
        for word in words
    )


def characters(data: bytes) -> str:
    """Return a character for each byte of a text in an old encoding, as Windows showed them."""
    return data.decode("latin-1").translate(WINDOWS)
