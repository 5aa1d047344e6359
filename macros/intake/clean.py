"""Cleans a reading: old encodings, then the debris of word processors; every change is told.

Encodings come first: the letter ư of TCVN3 is the soft hyphen of everybody else. Spelling and
quotes stay as they are: a transcription keeps what its source has.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.loading.yaml.characters import REFUSED, SPACE
from macros.text.conversion import by_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.intake.document import Reading
    from macros.text.conversion import Converted

_BULLET = re.compile(
    "^(?:[•●○◦▪▫■□◆◇➢➤►▶‣⁃∙·\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc\uf02d\uf02b\uf0b0\uf0be]\\s*|o\\s{2,})(?=\\S)"
)
_SPACES = re.compile(r"\s+")
_TOLD = {
    "nfc": "{} đoạn có chữ tổ hợp, đã dựng sẵn (NFC)",
    "space": "{} dấu cách không ngắt, đã thay bằng dấu cách thường",
    "soft": "{} gạch nối mềm, đã bỏ",
    "zero": "{} ký tự không bề rộng hoặc điều khiển, đã bỏ",
    "bullet": "{} dấu đầu dòng, đã viết là gạch nối",
}
SIGN = "□"
"""What stands for a sign of a font of signs: what it showed, the file does not say."""
_SIGN = "có ký hiệu của phông riêng, ở đây viết □"
_SUSPECT = "có thể còn chữ bảng mã cũ"


def cleaned(reading: Reading) -> Reading:
    """Return a reading in clean Unicode, without empty paragraphs; what changed is in `told`."""
    converted = by_text([one.text for one in reading.paragraphs])
    cells = [by_text(list(one.cells)) for one in reading.paragraphs]
    seen: Counter[str] = Counter()
    paragraphs = []
    for one, told, parts in zip(reading.paragraphs, converted, cells, strict=True):
        text, doubts = _clean(told.text, seen)
        if not text:
            continue
        if not told.sure:
            doubts = (*doubts, _SUSPECT)
        ignored: Counter[str] = Counter()
        paragraphs.append(
            replace(
                one,
                text=text,
                cells=tuple(_clean(part.text, ignored)[0] for part in parts),
                doubts=(*one.doubts, *doubts),
            )
        )
    told_of = [*_conversions(converted), *_debris(seen)]
    return replace(reading, paragraphs=tuple(paragraphs), told=(*reading.told, *told_of))


def _clean(text: str, seen: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """Return one paragraph without debris, and what a person should look at."""
    composed = unicodedata.normalize("NFC", text)
    seen["nfc"] += composed != text
    bulleted = _BULLET.sub("- ", composed.strip())
    seen["bullet"] += bulleted != composed.strip()
    doubts: list[str] = []

    def refused(found: re.Match[str]) -> str:
        letter = found.group()
        if letter == "\u2011":
            return "-"
        if SPACE.match(letter):
            seen["space"] += letter == "\u00a0"
            return " "
        if unicodedata.category(letter) == "Co":
            doubts.append(_SIGN)
            return SIGN
        seen["soft" if letter == "\u00ad" else "zero"] += 1
        return ""

    return _SPACES.sub(" ", REFUSED.sub(refused, bulleted)).strip(), tuple(doubts[:1])


def _conversions(converted: list[Converted]) -> Iterator[str]:
    counts = Counter(one.encoding for one in converted if one.encoding and one.sure)
    for name, count in counts.items():
        yield f"đổi {count} đoạn từ {name} sang Unicode, theo mặt chữ"


def _debris(seen: Counter[str]) -> Iterator[str]:
    for name, words in _TOLD.items():
        if seen[name]:
            yield words.format(seen[name])
