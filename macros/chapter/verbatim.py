"""Carries the HTML of components through Markdown untouched.

Markdown would interpret stars, pipes and abbreviations within inline HTML, and end a block of HTML
at an indentation. So `expand` puts each component between two private-use characters, which no
chapter may contain. This extension removes the component before Markdown sees the text and puts
it back, byte for byte, into the finished page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from macros.chapter.abbreviations import AbbreviationExtension
from macros.chapter.list_numbers import keep_numbers
from macros.chapter.pictures import show_captions
from macros.speed.ready_pages import pass_by

if TYPE_CHECKING:
    from collections.abc import Sequence

OPEN, CLOSE = "\ue000", "\ue001"
_COMPONENT = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
# Markdown's own stash uses the last two as delimiters.
_FORBIDDEN = (OPEN, CLOSE, "\x02", "\x03")
# Ids, the targets of links. Templates escape quotes, so this cannot match within a text. A pattern
# that begins with letters is several times as fast as one that begins with a space.
_ANCHOR = re.compile(r'id="(?<=\sid=")([^"]+)"')


def wrap(html: str) -> str:
    """Return the HTML marked as a component; raises ValueError if it contains a mark."""
    if any(mark in html for mark in _FORBIDDEN):
        raise ValueError("a component's HTML holds a private-use mark")
    return f"{OPEN}{html}{CLOSE}"


class VerbatimExtension(Extension):
    """Python-Markdown extension for expanded chapters; needed wherever one is rendered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Take components out before whitespace is normalised; stash them before HTML is parsed.

        Also register the abbreviations with which an expanded chapter may end, the lists whose
        numbers are shown as typed, and the captions of pictures.
        """
        AbbreviationExtension().extendMarkdown(md)
        keep_numbers(md)
        show_captions(md)
        take = _Take(md)
        store = _Store(md, take)
        md.preprocessors.register(take, "verbatim_take", 100)
        md.preprocessors.register(store, "verbatim_store", 20.5)
        pass_by(md, _COMPONENT, store.note_anchors)


class _Take(Preprocessor):
    """Replaces each component by its number between the marks."""

    components: list[str]

    def run(self, lines: list[str]) -> list[str]:
        self.components = []
        return _COMPONENT.sub(self._number, "\n".join(lines)).split("\n")

    def _number(self, match: re.Match[str]) -> str:
        self.components.append(match.group(1))
        return f"{OPEN}{len(self.components) - 1}{CLOSE}"


class _Store(Preprocessor):
    """Replaces each number by a placeholder of Markdown's stash of raw HTML."""

    def __init__(self, md: Markdown, take: _Take) -> None:
        super().__init__(md)
        self.take = take

    def note_anchors(self, components: Sequence[str]) -> None:
        """Tell MkDocs the anchors of components, to find broken links.

        It collects those of raw HTML in a preprocessor of its own. Here a pattern finds them:
        letting MkDocs parse the HTML of components took as long as all of Markdown.
        """
        if "mkdocs_raw_html" in self.md.preprocessors:
            collector: Any = self.md.preprocessors["mkdocs_raw_html"]
            for component in components:
                collector.present_anchor_ids.update(_ANCHOR.findall(component))

    def run(self, lines: list[str]) -> list[str]:
        self.note_anchors(self.take.components)
        return _COMPONENT.sub(self._stored, "\n".join(lines)).split("\n")

    def _stored(self, match: re.Match[str]) -> str:
        stored: str = self.md.htmlStash.store(self.take.components[int(match.group(1))])
        return stored


def makeExtension(**kwargs: object) -> VerbatimExtension:  # noqa: N802 (see above)
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return VerbatimExtension(**kwargs)
