"""The links and pictures of a chapter's Markdown, except in calls and code, with positions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.chapter.markup import CODE, FILLER, fences, without_calls
from macros.chapter.segments import segments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.chapter.front_matter import Chapter

_ESCAPED = re.compile(r"\\[\\\[\]()!]")
_OPENED = re.compile(r"\]\(")
_DEFINED = re.compile(
    r"^[ ]{0,3}(?<!\*)\[(?P<label>(?!\^)[^\[\]\n]+)\]:[ \t]*<?(?P<target>[^\s<>]+)", re.M
)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+(?P<text>.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<text>[^\n]*\S[^\n]*)\n[ ]{0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_NAMED = re.compile(r"#(?P<id>[A-Za-z][\w-]*)")
_INLINE_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")


class Link(NamedTuple):
    """A link or picture: the offset of its address in the body, and the address without a title."""

    offset: int
    target: str
    picture: bool = False


def masked(body: str) -> str:
    """Return the body, of the same length, with fillers for calls, code and escaped signs."""
    if "{{" in body:
        body = without_calls(body, segments(body)[0])
    if "`" in body or "~~~" in body:
        body = _filled(body, fences(body))
        body = _filled(body, [match.span() for match in CODE.finditer(body)])
    return _ESCAPED.sub(FILLER * 2, body) if "\\" in body else body


def _filled(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], re.sub(r"[^\n]", FILLER, text[start:end])]
        at = end
    return "".join(pieces) + text[at:]


def links(chapter: Chapter) -> Iterator[Link]:
    """Yield every link and picture of a chapter; a reference, where it is defined."""
    if "](" not in chapter.body and "]:" not in chapter.body:
        return
    text = masked(chapter.body)
    for match in _OPENED.finditer(text):
        begin, end = _opening(text, match.start()), _closing(text, match.end())
        if begin is None or end is None:
            continue
        inside = text[match.end() : end]
        target = _TITLE.sub("", inside).strip()
        offset = match.end() + len(inside) - len(inside.lstrip())
        yield Link(offset, target.strip("<>"), picture=text[max(0, begin - 1) : begin] == "!")
    for match in _DEFINED.finditer(text):
        yield Link(match.start("target"), match["target"])


def _closing(text: str, start: int) -> int | None:
    """Return the offset that closes the bracket before `start`, within one paragraph."""
    depth = 1
    for offset in range(start, min(len(text), start + 2000)):
        sign = text[offset]
        if sign == "\n" and text[offset : offset + 2] == "\n\n":
            return None
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return offset
    return None


def _opening(text: str, end: int) -> int | None:
    """Return the offset of the square bracket that the one at `end` closes, if there is one."""
    depth = 0
    for offset in range(end, max(-1, end - 2000), -1):
        depth += (text[offset] == "]") - (text[offset] == "[")
        if depth == 0:
            return offset
    return None


def headings(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Yield the text of each heading, without Markdown, and the id that it was given, or ""."""
    text = masked(chapter.body)
    found = [*_HEADING.finditer(text), *_UNDERLINED.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        start, end = match.span("text")
        written = chapter.body[start:end]
        named = _NAMED.search("".join(_ATTRIBUTES.findall(written)))
        plain = _INLINE_LINK.sub(r"\1", _ATTRIBUTES.sub("", written))
        yield re.sub(r"[*_`]", "", plain).strip(), named["id"] if named else ""


def named_places(chapter: Chapter) -> list[tuple[str, int]]:
    """Return the ids that a chapter gives by `{: #id }`, wherever they stand, with offsets."""
    if "{" not in chapter.body:
        return []
    found = _ATTRIBUTES.finditer(masked(chapter.body))
    return [(n["id"], one.start()) for one in found for n in _NAMED.finditer(one.group())]
