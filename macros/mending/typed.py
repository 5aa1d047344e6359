"""Mends letters that an editor did not mean: encodings, forms of letters, what has no width."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from macros.loading.yaml.characters import REFUSED, SPACE
from macros.text.conversion import by_text, characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS = re.compile("\r\n|\r|\x85|\u2028|\u2029")


class Mending(NamedTuple):
    """A line as it is mended: its number from 1, and what was mended, in Vietnamese."""

    line: int
    told: str


class Mended(NamedTuple):
    """A text after mending, and what was mended, in order."""

    text: str
    mendings: list[Mending]


def decoded(data: bytes) -> Mended | None:
    """Return the text of a file in whatever encoding, None if that is not known."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return Mended(data.decode("utf-16"), [Mending(1, "đổi cả tệp từ UTF-16 sang UTF-8")])
        except UnicodeDecodeError:
            return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = characters(data)
        if not any(one.encoding and one.sure for one in by_text(text.splitlines())):
            return None
        return Mended(text, [Mending(1, "đổi cả tệp sang UTF-8")])
    bare = text.removeprefix("\ufeff")
    return Mended(bare, [Mending(1, "bỏ dấu thứ tự byte (BOM)")] if bare != text else [])


def mend_letters(text: str) -> Mended:
    """Return a text in clean Unicode; encodings first, because ư of TCVN3 is the soft hyphen."""
    lines = _BREAKS.sub("\n", text).split("\n")
    converted = by_text(lines)
    mended: list[str] = []
    mendings: list[Mending] = []
    for number, one in enumerate(converted, start=1):
        if one.encoding and one.sure:
            mendings.append(Mending(number, f"đổi từ {one.encoding} sang Unicode"))
        line = one.text if one.sure else lines[number - 1]
        clean = _clean(line)
        mendings += [Mending(number, told) for told in _told(line, clean)]
        mended.append(clean)
    return Mended("\n".join(mended), mendings)


def _clean(line: str) -> str:
    def refused(found: re.Match[str]) -> str:
        letter = found.group()
        if letter == "\u2011":
            return "-"
        # What a font of signs showed, nobody knows: the check names it.
        if letter == "\ufffd" or unicodedata.category(letter) == "Co":
            return letter
        return " " if SPACE.match(letter) else ""

    return REFUSED.sub(refused, unicodedata.normalize("NFC", line))


def _told(line: str, clean: str) -> Iterator[str]:
    if line == clean:
        return
    if not unicodedata.is_normalized("NFC", line):
        yield "dựng sẵn chữ tổ hợp (NFC)"
    found = set(REFUSED.findall(line)) - set(REFUSED.findall(clean))
    if any(SPACE.match(one) for one in found):
        yield "thay dấu cách không ngắt bằng dấu cách thường"
    if "\u2011" in found:
        yield "thay gạch nối không ngắt bằng gạch nối thường"
    if any(not SPACE.match(one) and one != "\u2011" for one in found):
        yield "bỏ ký tự không nhìn thấy"
