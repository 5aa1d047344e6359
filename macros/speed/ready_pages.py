"""Lets pages pass Markdown by that hold nothing for it: one heading, and components below it.

All pages of people, organizations, documents and years are such. Markdown reads the first of them,
with placeholders for the words of the heading; to read each took a seventh of the time of the page
of a person. The plain version is Markdown itself (tests/speed/test_ready_pages.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown import Markdown

_WORDS, _OWN = "zqwords", "zqown"
# Words in which no extension of Markdown sees a sign of its own: no quotes, no dashes in a row.
_HEADING = re.compile(
    r"(\s*# )((?:[^\W_]|[ ,:;()/–%+]|[.-](?![.-]))+)( \{: #)([^\W_][\w-]*)( \}\n)"
)
_OURS = ("raw_html", "amp_substitute", "footnote")
"""What works on the finished text of a page; whatever else does may mean to change components."""


class _Shape(NamedTuple):
    """What Markdown makes of such a page: the HTML around its components, its headings.

    The placeholders stand for the words of the heading and for its id.
    """

    around: tuple[str, ...]
    headings: tuple[dict[str, Any], ...]


def pass_by(
    md: Markdown,
    component: re.Pattern[str],
    note_anchors: Callable[[Sequence[str]], None],
) -> None:
    """Let `md` return pages of that shape without reading them.

    `component` matches a component with its marks, its HTML is the only group; `note_anchors` is
    told the components of a page.
    """
    ours = sum(one in md.postprocessors for one in _OURS)
    if "toc" in md.treeprocessors and ours == len(md.postprocessors):
        converter = _Converter(md, component, note_anchors)
        setattr(md, "convert", converter.convert)  # noqa: B010 (hides it from mypy)


class _Converter:
    """Converts pages as `md` does, which reads all but those of the shape."""

    def __init__(
        self,
        md: Markdown,
        component: re.Pattern[str],
        note_anchors: Callable[[Sequence[str]], None],
    ) -> None:
        self.md = md
        self.read = md.convert
        self.component = component
        self.note_anchors = note_anchors
        self.shapes: dict[tuple[str, ...], _Shape] = {}

    def convert(self, text: str) -> str:
        """Return the HTML of a page, and leave behind on `md` what it would have left."""
        heading = _HEADING.match(text)
        if heading is None:
            return self.read(text)
        before, words, between, own, after = heading.groups()
        below = text[heading.end() :]
        rest = self.component.split(below)
        gaps, parts = rest[::2], rest[1::2]
        if "".join(gaps).strip():
            return self.read(text)
        # Around an element that is no block, Markdown puts a paragraph.
        tags = (part.partition(">")[0].partition(" ")[0] for part in parts)
        key = (before, *gaps, *tags)
        if key not in self.shapes:
            head = f"{before}{_WORDS}{between}{_OWN}{after}"
            self.shapes[key] = self._shape_of(head + below, parts)
        shape = self.shapes[key]
        vars(self.md)["toc_tokens"] = [_filled(one, words, own) for one in shape.headings]
        _tell_mkdocs(self.md, words, own)
        self.note_anchors(parts)
        first, *others = shape.around
        pieces = [first.replace(_OWN, own).replace(_WORDS, words)]
        for part, piece in zip(parts, others, strict=True):
            pieces += (part, piece)
        return "".join(pieces)

    def _shape_of(self, text: str, parts: Sequence[str]) -> _Shape:
        rest = self.read(text)
        around = []
        for part in parts:
            before, _, rest = rest.partition(part)
            around.append(before)
        return _Shape((*around, rest), tuple(vars(self.md)["toc_tokens"]))


def _filled(heading: dict[str, Any], words: str, own: str) -> dict[str, Any]:
    """Return a heading for the contents of a page with its words; below it there are none."""
    texts = {name: value for name, value in heading.items() if isinstance(value, str)}
    filled = {
        name: value.replace(_OWN, own).replace(_WORDS, words) for name, value in texts.items()
    }
    return {**heading, **filled}


def _tell_mkdocs(md: Markdown, words: str, own: str) -> None:
    """Tell those of MkDocs' steps that collect something what they would have found."""
    if "mkdocs_extract_title" in md.treeprocessors:
        collector: Any = md.treeprocessors["mkdocs_extract_title"]
        collector.title = words
    if "mkdocs_extract_anchors" in md.treeprocessors:
        collector = md.treeprocessors["mkdocs_extract_anchors"]
        collector.present_anchor_ids -= {_OWN}
        collector.present_anchor_ids.add(own)
    if "relpath" in md.treeprocessors:
        # The link of the heading to itself, in the page that Markdown has read as the shape.
        collector = md.treeprocessors["relpath"]
        for links in collector.links_to_anchors.values():
            links.pop(_OWN, None)
