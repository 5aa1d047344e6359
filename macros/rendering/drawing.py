"""Text in pictures that the program lays out itself: its width and its line breaks.

A picture is drawn at build, before any browser has measured a letter, so widths are estimated
from classes of letters; they come out a little wide, so that words stay within their boxes.
"""

from __future__ import annotations

from unicodedata import normalize

_NARROW = frozenset("iljtfrI.,;:'’!|()[]-/ ")
_WIDE = frozenset("mwMW@%—")


def text_width(text: str, size: float) -> float:
    """Return about how wide `text` is in the sans-serif face at `size`, in the unit of `size`."""
    return size * sum(_share(letter) for letter in normalize("NFD", text))


def _share(letter: str) -> float:
    """Return the width of one letter in ems; a combining mark has none."""
    if "\u0300" <= letter <= "\u036f":
        return 0.0
    if letter in _NARROW or letter == "\u00a0":
        return 0.33
    if letter in _WIDE:
        return 0.9
    return 0.7 if letter.isupper() else 0.57


def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return `text` in lines no wider than `width`; a longer word stands on a line of its own."""
    lines: list[str] = []
    for word in text.replace("\u00a0", " ").split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


def balanced(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return `text` as :func:`wrap` does, in as few lines but of like length: names stay whole."""
    lines = wrap(text, size, width)
    while True:
        longest = max((text_width(line, size) for line in lines), default=0.0)
        tried = wrap(text, size, longest - size / 100)
        if len(tried) > len(lines) or tried == lines:
            return lines
        lines = tried
