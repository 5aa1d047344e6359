"""The encoding of a file: any other than UTF-8 is a problem, which names it and the remedy."""

from __future__ import annotations

from macros.messages.problems import Position, Problem
from macros.text.old_encodings import recognise, recognise_bytes


def misencoded(data: bytes, shown: str, first_line: int = 1) -> Problem | None:
    """Return the problem of a file in another encoding than UTF-8, if the encoding is recognised.

    UTF-8 whose letters were meant in an old encoding (TCVN3, VNI, VIQR) is such a problem too.
    Report nothing else about the file, because its letters are not what they seem to be.
    """
    found = recognise_bytes(data)
    if found is None:
        try:
            found = recognise(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return None
    if found is None:
        return None
    return Problem(Position(shown, first_line + found.line - 1), found.message, found.remedy)
