"""The encoding of a file: UTF-8, or a problem that names the one it is in and how to leave it."""

from __future__ import annotations

from macros.messages.problems import Position, Problem
from macros.text.old_encodings import recognise, recognise_bytes


def misencoded(data: bytes, shown: str, first_line: int = 1) -> Problem | None:
    """Return the problem of a file that is in another encoding than UTF-8, if it can be named.

    Letters that UTF-8 holds but that were meant in an old encoding (TCVN3, VNI, VIQR) count too.
    Nothing else should be told of such a file: its letters are not what they seem to be.
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
