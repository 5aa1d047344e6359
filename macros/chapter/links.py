"""The links and pictures of a chapter's Markdown, except in calls and code, with positions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.chapter.markup import CODE, FILLER, fences, without_calls
from macros.chapter.segments import segments
from macros.text.vietnamese import slug

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
# What must be on the line is looked for ahead: tried at each of its signs, it took n² steps.
_UNDERLINED = re.compile(r"^(?=[^\n]*\S)(?P<text>[^\n]+)\n[ ]{0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_NAMED = re.compile(r"#(?P<id>[A-Za-z][\w-]*)")
_COUNTED = re.compile(r"^(.*)_(\d+)$")
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


class Heading(NamedTuple):
    """A heading: the offset in the body, its level from 1, its text without Markdown, its id.

    The id is the one that was given, or that Markdown's `toc` makes of the text.
    """

    offset: int
    level: int
    text: str
    id: str


def headings(chapter: Chapter) -> list[Heading]:
    """Return the headings of a chapter, in order."""
    text = masked(chapter.body)
    found = [*_HEADING.finditer(text), *_UNDERLINED.finditer(text)]
    used = {name for name, _ in named_places(chapter)}
    made: list[Heading] = []
    for match in sorted(found, key=lambda one: one.start()):
        start, end = match.span("text")
        written = chapter.body[start:end]
        named = _NAMED.search("".join(_ATTRIBUTES.findall(written)))
        plain = re.sub(r"[*_`]", "", _INLINE_LINK.sub(r"\1", _ATTRIBUTES.sub("", written))).strip()
        identifier = named["id"] if named else _counted(slug(plain), used)
        used.add(identifier)
        made.append(Heading(match.start(), _level(match), plain, identifier))
    return made


def _level(match: re.Match[str]) -> int:
    if match.re is _HEADING:
        return len(match[1])
    return 1 if match[0].rstrip().endswith("=") else 2


def _counted(identifier: str, used: set[str]) -> str:
    """Return the id that `toc` gives where others have it already: `muc_1`, `muc_2`."""
    while identifier in used or not identifier:
        counted = _COUNTED.match(identifier)
        identifier = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{identifier}_1"
    return identifier


def named_places(chapter: Chapter) -> list[tuple[str, int]]:
    """Return the ids that a chapter gives by `{: #id }`, wherever they stand, with offsets."""
    if "{" not in chapter.body:
        return []
    found = _ATTRIBUTES.finditer(masked(chapter.body))
    return [(n["id"], one.start()) for one in found for n in _NAMED.finditer(one.group())]
