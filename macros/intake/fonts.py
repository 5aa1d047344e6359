"""The text of runs in Unicode: a font left over from old encodings says what its letters mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.text.conversion import by_font, encoding_of_font

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping

_COUNTED = "font "


def in_unicode(pieces: Iterable[tuple[str, str]], seen: Counter[str]) -> str:
    """Return the text of pieces with their fonts; neighbours in one font are decoded together.

    A letter of VNI has two signs, which may be in two runs. `seen` counts texts by their encoding.
    """
    joined: list[tuple[str, str]] = []
    for text, font in pieces:
        if joined and joined[-1][1] == font:
            joined[-1] = (joined[-1][0] + text, font)
        else:
            joined.append((text, font))
    told: list[str] = []
    old: set[str] = set()
    for text, font in joined:
        meant = by_font(text, font)
        encoding = encoding_of_font(font)
        if encoding is not None and meant != text:
            old.add(encoding.name)
        told.append(meant)
    seen.update(f"{_COUNTED}{name}" for name in old)
    return "".join(told)


def told_of_fonts(seen: Mapping[str, int]) -> Iterator[str]:
    """Yield what was converted by font, for an editor."""
    for name, count in sorted(seen.items()):
        if name.startswith(_COUNTED):
            yield f"đổi {count} đoạn từ {name.removeprefix(_COUNTED)} sang Unicode, theo phông chữ"
