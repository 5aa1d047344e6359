"""The marks that git leaves where it could not merge two changes."""

from __future__ import annotations

import re

_MARK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)

WORDS = "còn dấu gộp của git"
REMEDY = (
    "giữ lại phần đúng của hai bên giữa <<<<<<< và >>>>>>>, xóa các dòng dấu, rồi chạy lại make "
    "check"
)


def line_of_mark(text: str) -> int:
    """Return the line, counted from 1, of the first mark in `text`; 0 where there is none.

    Each of the four counts alone: in a conflict that was half resolved, only some are left.
    """
    found = _MARK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
