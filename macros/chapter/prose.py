"""What a chapter says in its own words: its text without calls, code and addresses."""

from __future__ import annotations

import re

from macros.chapter.markup import fences, without_calls
from macros.chapter.segments import segments

CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_TARGET = re.compile(r"(?<=\])\([^()\n]*\)|^[ \t]*\[[^\[\]\n]+\]:.*$|\{:[^}\n]*\}", re.MULTILINE)


def prose(body: str) -> str:
    """Return the body, of the same length, with a filler for each call and blanks for the rest."""
    text = without_calls(body, segments(body)[0])
    for start, end in fences(text):
        text = text[:start] + _blank(text[start:end]) + text[end:]
    text = CODE.sub(lambda found: _blank(found.group()), text)
    return _TARGET.sub(lambda found: _blank(found.group()), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
