"""Checks of chapters: every paragraph has a source, every address has its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.urls import folder_of
from macros.archive.mentions import EXEMPT
from macros.chapter import inspect
from macros.chapter.front_matter import UNCITED
from macros.chapter.markup import FILLER, without_calls, without_fenced_code
from macros.messages.problems import Position, Problem, Severity
from macros.rules.statistics import find_figures, is_bound
from macros.wording.statistics import figure_text

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.chapter import Call, Chapter, Inspection, Lookup, Registry
    from macros.model.statistics import Observation

SHORT = 12
"""A paragraph of at most so many words needs no source: it only introduces something."""

NAMING = frozenset({"person", "organization_name"})
"""Macros that show a name without a citation; they do not count as a source."""

_FIGURE = "statistic"
_COMPARES = re.compile(
    r"\b(?:(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông) hơn|gấp (?:đôi|rưỡi|\w+ lần))\b"
    rf"|(?:tăng(?! cường)|giảm(?! nghèo| thiểu)|vượt)\b(?! ?{FILLER}))",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…;](?=[ \n])")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+", re.MULTILINE)
_NO_PROSE = re.compile(
    r"^[ \t>]*(?:#{1,6}[ \t]|!!!|\?\?\?|\||\{:|\[[^\]\n]+\]:|\*\[).*$", re.MULTILINE
)
_LINK_FIRST = re.compile(r"[ \t>*_]*\[[^\]\n]+\]\(")
_LETTER = re.compile(r"[^\W\d_]")


class Paragraph(NamedTuple):
    """A paragraph or list item of a chapter's body: where it starts, and its text."""

    start: int
    text: str


def unsourced(
    chapter: Chapter,
    registry: Registry,
    archive: Lookup,
    inspection: Inspection | None = None,
) -> Iterator[Problem]:
    """A paragraph of an organization's chapter has a citation or a macro that gives one.

    `inspection` is the result of `inspect`, if the chapter was inspected before.
    """
    exempt = chapter.path.removeprefix("docs/").startswith(EXEMPT)
    front = chapter.front_matter
    if front.organization is None or exempt or front.part in UNCITED:
        return
    inspection = inspection or inspect(chapter, registry, archive)
    if inspection.problems:
        return  # what a broken call stands for is not known
    sourced = [call.segment.start for call in inspection.calls if call.macro.name not in NAMING]
    for paragraph in paragraphs(_masked(chapter, inspection)):
        end = paragraph.start + len(paragraph.text)
        if any(paragraph.start <= start < end for start in sourced):
            continue
        words = [word for word in paragraph.text.split() if _LETTER.search(word)]
        if len(words) > SHORT:
            yield Problem(
                chapter.position(paragraph.start),
                f"đoạn văn “{' '.join(words[:5])} …” không dẫn nguồn nào",
                'thêm {{ cite("nguồn#đoạn") }} hoặc một macro lấy từ dữ liệu',
                Severity.WARNING,
            )


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Yield paragraphs and list items, but no headings, tables, code or lists of links."""
    body = without_fenced_code(body)
    body = _NO_PROSE.sub(lambda match: " " * len(match.group()), body)
    breaks = {0, len(body)}
    breaks.update(match.end() for match in _BLANK.finditer(body))
    breaks.update(match.start() for match in _ITEM.finditer(body))
    ordered = sorted(breaks)
    for start, end in pairwise(ordered):
        text = body[start:end]
        item = _ITEM.match(text)
        if item and _LINK_FIRST.match(text, item.end()):
            continue
        if text.strip():
            yield Paragraph(start + len(text) - len(text.lstrip()), text.strip())


def bounds_compared(
    chapter: Chapter, archive: Archive, inspection: Inspection
) -> Iterator[Problem]:
    """Values that are only bounds are not compared: “trên 95%” may be more than 97%, or less.

    This is a note, because the source may compare them itself. A value directly after “tăng” is not
    compared: it says by how much.
    """
    figures = [call for call in inspection.calls if call.macro.name == _FIGURE]
    bounds = {call.segment.start: one for call in figures if (one := _bound(archive, call))}
    # Looked for first, because most chapters have none.
    if inspection.problems or not bounds:
        return
    masked = _masked(chapter, inspection)
    for start, end in _clauses(masked):
        within = [one for at, one in bounds.items() if start <= at < end]
        said = _COMPARES.search(masked, start, end) if within else None
        if said is not None:
            yield Problem(
                chapter.position(said.start()),
                f"“{said.group()}” đứng cùng vế câu với “{figure_text(archive, within[0])}”, "
                "con số chỉ là một giới hạn",
                "chỉ giữ lời so sánh khi chính nguồn so sánh; nếu không thì viết lại",
                Severity.NOTE,
            )


def _masked(chapter: Chapter, inspection: Inspection) -> str:
    """Return the body with its calls masked, of the same length."""
    return without_calls(chapter.body, (call.segment for call in inspection.calls))


def _clauses(body: str) -> Iterator[tuple[int, int]]:
    for paragraph in paragraphs(body):
        start, end = paragraph.start, paragraph.start + len(paragraph.text)
        for stop in _STOP.finditer(body, start, end):
            yield start, stop.end()
            start = stop.end()
        yield start, end


def _bound(archive: Archive, call: Call) -> Observation | None:
    """Return the figure that a call shows, if it is only a bound."""
    dossier = archive.dossiers.get(call.organization or "")
    if dossier is None:
        return None
    indicator, period, category = (
        call.arguments.get(name) for name in ("indicator", "period", "category")
    )
    named = str(category) if category else None
    found = find_figures(archive, dossier, str(indicator), str(period), named)
    return found[0] if len(found) == 1 and is_bound(found[0]) else None


def one_address(pages: Iterable[str]) -> Iterator[Problem]:
    """No two pages are served from one address, as `a.md` and `a/index.md` would be."""
    first: dict[str, str] = {}
    for page in pages:
        other = first.setdefault(folder_of(page), page)
        if other != page:
            message = f"cùng địa chỉ với docs/{other}"
            yield Problem(Position(f"docs/{page}"), message, "gộp hai chương, hoặc đổi tên một")
