"""The marks that git leaves where it could not merge two changes."""

from __future__ import annotations

import re

_MARK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)
# Above it a blank line and a title, below it a blank line.
_TITLE_ABOVE = re.compile(r"(?:\A|\n)[ \t]*\r?\n[^\n]{1,80}(?<![.;:,])\r?\n\Z")
_BLANK_BELOW = re.compile(r"={7}[ ]*\r?(?:\n[ \t]*\r?\n|\n?\Z)")

WORDS = "còn dấu gộp của git"
REMEDY = (
    "giữ lại phần đúng của hai bên giữa <<<<<<< và >>>>>>>, xóa các dòng dấu, rồi chạy lại make "
    "check"
)


def line_of_mark(text: str, *, headings: bool = False) -> int:
    """Return the line, counted from 1, of the first mark in `text`; 0 where there is none.

    Any of the four marks counts, because a conflict may be only half resolved. With `headings`,
    a line of equals signs below a title, where no other mark is, makes it a heading of Markdown.
    """
    found = list(_MARK.finditer(text))
    if headings and all(_underlines(text, mark) for mark in found):
        return 0
    return text.count("\n", 0, found[0].start()) + 1 if found else 0


def _underlines(text: str, mark: re.Match[str]) -> bool:
    above = text[max(0, mark.start() - 100) : mark.start()]
    below = bool(_BLANK_BELOW.match(text, mark.start()))
    return mark[0][0] == "=" and below and bool(_TITLE_ABOVE.search(f"\n{above}"))
