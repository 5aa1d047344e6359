"""The sentences of the chapters, each with its citations: it tells what the passages say."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from macros.admission.docs import DOCS
from macros.archive.mentions import EXEMPT
from macros.catalogue import registry
from macros.chapter import CitationNumbers, Page, inspect
from macros.chapter.expand import ChapterError, pieces
from macros.chapter.verbatim import CLOSE, OPEN
from macros.checks.chapters import paragraphs
from macros.evidence.sentences import split_sentences
from macros.evidence.told_sentences import Telling
from macros.model.citations import parse_citations
from macros.project.links import Nowhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.chapter import Chapter
    from macros.project.project import Project

_MARKS = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
_TAG = re.compile(f"<[^<>]*>|[{OPEN}{CLOSE}]")
_MARKUP = re.compile(r"(?<=\])\([^()\n]*\)|\{:[^}\n]*\}|[\[\]*_`]")
_CITED = re.compile("\x02([^\x03]*)\x03")
# A citation after a full stop belongs to the sentence that ends there.
_CITED_BEHIND = re.compile("([.!?…]+)((?:\x02[^\x03]*\x03)+)")


class _RecordingNumbers(CitationNumbers):
    """The numbers of a page's citations; remembers which it gave since `take` was last called."""

    def __init__(self) -> None:
        super().__init__()
        self._given: list[str] = []

    def number(self, citation: str) -> int:
        self._given.append(citation)
        return super().number(citation)

    def take(self) -> str:
        given, self._given = self._given, []
        return " ".join(given)


def chapter_tellings(project: Project, archive: Archive) -> Iterator[Telling]:
    """Yield the sentences with citations of all chapters; of a chapter with mistakes, none."""
    for chapter in project.docs.chapters.values():
        if not chapter.path.removeprefix(f"{DOCS}/").startswith(EXEMPT):
            yield from _sentences(chapter, archive)


def _sentences(chapter: Chapter, archive: Archive) -> Iterator[Telling]:
    inspection = inspect(chapter, registry, archive)
    if inspection.problems:
        return
    numbers = _RecordingNumbers()
    page = Page(chapter.path, chapter.front_matter.organization, archive, Nowhere(), numbers)
    body = ""
    try:
        for piece in pieces(chapter, inspection, page):
            cited = numbers.take()
            if piece.call is None:
                body += piece.text
            elif piece.call.macro.block:
                body += "\n\n"  # facts are counted as told by themselves
            else:
                body += f"{unescape(_TAG.sub('', _MARKS.sub('', piece.text)))}\x02{cited}\x03"
    except ChapterError:
        return  # the check of the chapter reports it
    for paragraph in paragraphs(body):
        text = " ".join(_MARKUP.sub("", paragraph.text).split())
        for sentence in split_sentences(_CITED_BEHIND.sub(r"\2\1", text)):
            cited = " ".join(one[1] for one in _CITED.finditer(sentence))
            if cited:
                citations = tuple(c for key in cited.split() for c in parse_citations(key))
                yield Telling(citations, _CITED.sub(" ", sentence))
