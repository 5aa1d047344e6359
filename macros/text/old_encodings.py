"""Recognises Vietnamese text in an encoding other than UTF-8, or misread as another encoding.

Neither a dictionary nor statistics are used: a word is evidence of an encoding if it is not a
Vietnamese syllable as typed but is one when decoded. A line needs at least two such words, and more
of them than words against the encoding, so that foreign names, units and signs are not reported.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.text.syllables import has_marks, is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Set

_BY_UNIKEY = "chuyển mã bằng UniKey (Ctrl+Shift+F6) từ {} sang Unicode, lưu tệp với bảng mã UTF-8"
_BY_NOTEPAD = "mở tệp bằng Notepad, chọn Save As (Lưu thành), Encoding: UTF-8 rồi lưu lại"
_MISREAD = " bị đọc nhầm thành Windows-1252"
_PROPER = "Ạ"
"""The first of the letters that Unicode has only for Vietnamese."""

_LONGEST = 120_000
"""Only so many characters are examined: a text in an old encoding shows it early."""


@dataclass(frozen=True)
class Encoding:
    """An encoding: its name, how to convert from it, and how to decode a word of it.

    A text with none of the `letters` and none of the `pairs` has no word in this encoding. Pairs
    take longer to find: they are searched for only in a text that contains one of the `hints` (one
    or two characters) or, if there are no hints, one without Vietnamese letters. `ascii` says that
    words are written in the letters of English; then at least one word must have a pair.
    """

    name: str
    remedy: str
    letters: frozenset[str]
    pairs: re.Pattern[str]
    decode: Callable[[str], str]
    ascii: bool = False
    hints: tuple[str, ...] = ()

    def may_be_in(self, text: str, present: Set[str]) -> bool:
        """Return whether a text with these characters may be in the encoding."""
        if not self.letters.isdisjoint(present):
            return True
        if self.hints:
            hints = (hint for hint in self.hints if hint[0] in present and hint[-1] in present)
            possible = any(hint in text for hint in hints)
        else:
            possible = max(present, default="") < _PROPER
        return possible and bool(self.pairs.search(text))


class Found(NamedTuple):
    """What was recognised: the encoding, its first line (from 1), and the number of such lines.

    `typed` are some words of that line, `meant` the same words decoded.
    """

    encoding: str
    remedy: str
    line: int
    lines: int
    typed: str
    meant: str
    in_bytes: bool = False

    @property
    def message(self) -> str:
        """The message for an editor."""
        more = f" (từ đây {self.lines} dòng)" if self.lines > 1 else ""
        shown = f": “{self.typed}” là “{self.meant}”" if self.typed else ""
        if self.in_bytes:
            return f"tệp mã hóa bằng {self.encoding}, không phải UTF-8{shown}{more}"
        return f"chữ viết bằng bảng mã cũ {self.encoding}, không phải Unicode{shown}{more}"


# --- TCVN3 ------------------------------------------------------------------------------------

# Vietnamese standard TCVN 5712:1993, VN3. Most capitals have no code: fonts show them.
_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)

# --- VNI --------------------------------------------------------------------------------------

_CIRCUMFLEX = dict(
    zip("âáàåãä", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True)
)
_BREVE = dict(zip("êéèúüë", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_TONE = dict(zip("ùøûõï", ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_VNI_ALONE = str.maketrans("ñÑôÔöÖæÆóÓòÒîÎ", "đĐơƠưƯỉỈĩĨịỊỵỴ")
_VNI = re.compile(
    "([aeoAEO])([âáàåãäÂÁÀÅÃÄ])|([aA])([êéèúüëÊÉÈÚÜË])|([aeouyôöAEOUYÔÖ])([ùøûõïÙØÛÕÏ])"
)


def _from_vni(word: str) -> str:
    def letter(found: re.Match[str]) -> str:
        if found[1]:
            return found[1] + "\u0302" + _CIRCUMFLEX[found[2].lower()]
        if found[3]:
            return found[3] + "\u0306" + _BREVE[found[4].lower()]
        return found[5].translate(_VNI_ALONE) + _TONE[found[6].lower()]

    pieces: list[str] = []
    at = 0
    for found in _VNI.finditer(word):
        pieces += [word[at : found.start()].translate(_VNI_ALONE), letter(found)]
        at = found.end()
    return "".join(pieces) + word[at:].translate(_VNI_ALONE)


_NEVER = re.compile(r"(?!)")

# --- VIQR -------------------------------------------------------------------------------------

_VIQR = re.compile(r"([aeiouyAEIOUY])([\^(+]?)([`'?~.]?)|[dD][dD]")
_VIQR_MARKS = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "`": "\u0300", "'": "\u0301"} | {
    "?": "\u0309", "~": "\u0303", ".": "\u0323", "": ""
}  # fmt: skip
_VIQR_PAIRS = re.compile(
    r"[aeoAEO]\^|[ouOU]\+[`'?~.]?[a-zA-Z]|[aA]\([`'?~.]?[a-z]|\b[dD][dD][aeiouy]"
)


def _from_viqr(word: str) -> str:
    def letter(found: re.Match[str]) -> str:
        if not found[1]:
            return "Đ" if found[0][0] == "D" else "đ"
        return found[1] + _VIQR_MARKS[found[2]] + _VIQR_MARKS[found[3]]

    return _VIQR.sub(letter, word)


# --- bytes read by another table --------------------------------------------------------------


def _character(byte: int) -> str:
    """Return the character of a byte in Windows-1252; its five gaps are read as Latin-1."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


WINDOWS = {byte: _character(byte) for byte in range(0x80, 0xA0)}
_BYTES = {chr(byte): byte for byte in range(256)} | {c: b for b, c in WINDOWS.items()}


def _bytes_of(word: str) -> bytes:
    return bytes(_BYTES.get(letter, 0x3F) for letter in word)


def _from_utf8(word: str) -> str:
    try:
        return _bytes_of(word).decode("utf-8")
    except UnicodeDecodeError:
        return word


def _from_1258(word: str) -> str:
    return _bytes_of(word).decode("cp1258", "replace")


ENCODINGS = (
    Encoding(
        f"UTF-8{_MISREAD}",
        "chép lại từ bản gốc, mở bản gốc với bảng mã UTF-8",
        frozenset("ÄÅÆ\xa0¡¢£¨©ª¬\xad²³´µ¹º»½¿"),
        _NEVER,
        _from_utf8,
    ),
    Encoding(
        "TCVN3 (phông .VnTime)",
        _BY_UNIKEY.format("TCVN3 (ABC)"),
        frozenset("¡¢£¤¥¦§¨©ª«¬\xad®¯µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþ"),
        _NEVER,
        lambda word: word.translate(_TCVN3),
    ),
    Encoding(
        "VNI (phông VNI-Times)",
        _BY_UNIKEY.format("VNI Windows"),
        frozenset("ñÑöÖæÆîÎûÛøØïÏåÅäÄüÜëË"),
        re.compile("[aA][à-ãè-êùúÀ-ÃÈ-ÊÙÚ]|[eE][à-ãùÀ-ÃÙ]|[oO][âãùÂÃÙ]"),
        _from_vni,
    ),
    Encoding(
        f"Windows-1258{_MISREAD}",
        "mở tệp gốc với bảng mã Windows-1258 (Vietnamese), lưu lại với bảng mã UTF-8",
        frozenset("ÐðÞþ"),
        re.compile("[aâãeêôõýyAÂÃEÊOUÔÕÝY][ÌÒìò]"),
        _from_1258,
        hints=tuple(a + b for a in "âãêôõýaÂÔÕÝA" for b in "ìòÌÒ"),
    ),
    Encoding(
        "VIQR",
        _BY_UNIKEY.format("VIQR"),
        frozenset(),
        _VIQR_PAIRS,
        _from_viqr,
        ascii=True,
        hints=("^", "o+", "u+", "O+", "U+", "a(", "A(", "dd", "DD", "Dd"),
    ),
)

# --- evidence ---------------------------------------------------------------------------------

_LETTERS = re.compile(r"[^\W\d_]+")
_AROUND = "\"'“”‘’()[]{},;:!?…–—-/*_#|>="
"""Signs that may stand before and after a word."""
# Words of only these characters may be proper Unicode: English, Vietnamese and common signs.
_ORDINARY = re.compile(
    r"[\x00-\x7fÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…°²³½×±·«»§©®ºªµ]*"
)


class _Word(NamedTuple):
    typed: str
    meant: str


def recognise(text: str) -> Found | None:
    """Return the encoding that a text was really written in, None if it is proper Unicode."""
    best: list[tuple[int, Found]] = []
    text = text[:_LONGEST]
    present = set(text)
    for encoding in ENCODINGS:
        if not encoding.may_be_in(text, present):
            continue
        lines = list(_lines(text, encoding))
        if lines:
            weight = sum(len(words) for _, words in lines)
            number, words = lines[0]
            typed = " ".join(word.typed for word in words[:3])
            meant = " ".join(word.meant for word in words[:3])
            found = Found(encoding.name, encoding.remedy, number, len(lines), typed, meant)
            best.append((weight, found))
    return max(best, key=lambda one: one[0])[1] if best else None


def _lines(text: str, encoding: Encoding) -> Iterator[tuple[int, list[_Word]]]:
    """Yield the number of each line in an encoding, and its words."""
    for number, line in enumerate(text.split("\n"), start=1):
        if encoding.may_be_in(line, set(line)):
            found = _evidence(line, encoding)
            if _suffices(found, line):
                yield number, found.words


def _suffices(found: _Evidence, line: str) -> bool:
    """Return whether there is more evidence for an encoding than against it.

    A single word counts only in a short line, such as a name or a title: in a longer one it may be
    a foreign name.
    """
    words, against, proper = found
    if len(words) > 1:
        return len(words) > against
    few = len(words) == 1 and not against and not proper and len(line.split()) <= 6
    return few and len(_LETTERS.findall(words[0].meant)[0]) > 3


def with_soft_hyphens(word: str) -> str:
    """Return what a word with soft hyphens says in TCVN3, where each is the letter ư, or ""."""
    meant = word.translate(_TCVN3)
    return meant if is_meant(meant) else ""


class _Evidence(NamedTuple):
    """The words of a line for an encoding, the number of words against it, and of proper words."""

    words: list[_Word]
    against: int
    proper: int


def _evidence(line: str, encoding: Encoding) -> _Evidence:
    words: list[_Word] = []
    against = proper = 0
    strong = False
    for typed in line.split(" "):
        if typed.isascii() and not encoding.ascii:
            continue
        if not (encoding.ascii and typed.isascii()) and is_proper(typed):
            proper += any(ord(letter) > 0xFF for letter in typed.strip(_AROUND))
            continue
        meant = unicodedata.normalize("NFC", encoding.decode(typed))
        if meant != typed and is_meant(meant):
            words.append(_Word(typed, meant))
            strong = strong or not encoding.ascii or bool(encoding.pairs.search(typed))
        elif not typed.isascii():
            against += 1
    return _Evidence(words if strong else [], against, proper)


def is_proper(typed: str) -> bool:
    """Return whether a word is Vietnamese, English or a sign as it was typed."""
    if not _ORDINARY.fullmatch(typed):
        return False
    if typed.strip(_AROUND) != "".join(_LETTERS.findall(typed)):
        return not re.search(r"[^\W\d_][°²³½×±·«»§©®ºªµ]|[§©®ºªµ«»·][^\W\d_]", typed)
    return all(part.isascii() or is_syllable(part) for part in _LETTERS.findall(typed))


def is_meant(meant: str) -> bool:
    """Return whether a decoded word is Vietnamese, with marks."""
    parts = _LETTERS.findall(meant)
    return bool(parts) and has_marks(meant) and all(map(is_syllable, parts))


# --- bytes ------------------------------------------------------------------------------------


def recognise_bytes(data: bytes) -> Found | None:
    """Return the encoding of a file; None if it is UTF-8 or unknown."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4096]:
        return _utf16(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = recognise(data.decode("latin-1").translate(WINDOWS))
        if found is None:
            return None
        name = found.encoding.removesuffix(_MISREAD)
        line = data.count(b"\n", 0, error.start) + 1
        return found._replace(encoding=name, line=line, in_bytes=True)
    return None


def _utf16(data: bytes) -> Found | None:
    """Return UTF-16 for bytes that begin with its mark, or have a zero byte in English letters."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    big = data.startswith(b"\xfe\xff") or (not marked and data[:1] == b"\x00")
    whole = data[: len(data) // 2 * 2]
    try:
        text = whole.decode("utf-16-be" if big else "utf-16-le")
    except UnicodeDecodeError:
        return None
    if not marked and not re.search("[a-z]{2}|[#-]", text):
        return None
    return Found("UTF-16", _BY_NOTEPAD, 1, 1, "", "", in_bytes=True)
