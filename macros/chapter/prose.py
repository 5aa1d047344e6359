"""The prose of a chapter: its text without calls, code and addresses."""

from __future__ import annotations

import re

from macros.chapter.markup import CODE, blank, without_calls, without_fenced_code
from macros.chapter.segments import segments

_TARGET = re.compile(r"(?<=\])\([^()\n]*\)|^[ \t]*\[[^\[\]\n]+\]:.*$|\{:[^}\n]*\}", re.MULTILINE)


def prose(body: str) -> str:
    """Return the body, of the same length, with a filler for each call and blanks for the rest."""
    text = without_fenced_code(without_calls(body, segments(body)[0]))
    for pattern in (CODE, _TARGET):
        text = pattern.sub(lambda found: blank(found.group()), text)
    return text
