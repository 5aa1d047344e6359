"""The order in which the chapters of a volume are printed.

It follows the navigation, except for what has its own place in a book: forewords stand before the
chapters, conclusions after them, and reference tables are appendices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.chapter import Chapter

Chapters = Mapping[str, Chapter]
"""Chapters by page of the site, in the order of printing."""

APPENDICES = (
    "lanh-dao", "dai-hoi", "committees", "roll", "so-lieu", "chi-tieu", "viec-de-ra", "bien-nien",
    "su-kien", "mau-thuan",
)  # fmt: skip
"""The pages of an organization that are reference tables, which a book has at the end.

Chapters with these names, and those whose `part:` says so, are appendices; required tables that
none of them shows are added when a book is made.
"""

_OF_PART = {"committees": "committees", "roll": "roll", "chronology": "bien-nien"}

OPENING = ("foreword", "preface")
"""Parts that stand before the chapters, in this order."""

CLOSING = ("conclusion",)
"""Parts that follow the last chapter."""

LAST = ("sources",)
"""Parts that follow the appendices, before the bibliography."""


@dataclass(frozen=True)
class Arrangement:
    """The chapters of one organization by page of the site.

    `opening` comes before them, `closing` after them, `last` after the appendices.
    """

    chapters: Chapters
    appendices: Chapters
    opening: Chapters = field(default_factory=dict)
    closing: Chapters = field(default_factory=dict)
    last: Chapters = field(default_factory=dict)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the pages in the order of printing."""
        for group in (self.opening, self.chapters, self.closing, self.appendices, self.last):
            yield from group


def arranged(organization: str, chapters: Chapters) -> Arrangement:
    """Return the chapters of an organization; `chapters` are all, in the navigation's order."""
    own = {path: one for path, one in chapters.items() if path.startswith(f"{organization}/")}
    tables = {path: kind for path, one in own.items() if (kind := appendix_of(path, one))}
    order = sorted(tables, key=lambda path: APPENDICES.index(tables[path]))
    opening, closing, last = (of_parts(own, names) for names in (OPENING, CLOSING, LAST))
    aside = {*tables, *opening, *closing, *last}
    return Arrangement(
        {path: one for path, one in own.items() if path not in aside},
        {path: own[path] for path in order},
        opening,
        closing,
        last,
    )


def of_parts(chapters: Chapters, names: Sequence[str]) -> Chapters:
    """Return the chapters that are these parts of a book, in the order of the names."""
    found = [(path, one) for path, one in chapters.items() if one.front_matter.part in names]
    return dict(sorted(found, key=lambda item: names.index(item[1].front_matter.part)))


def appendix_of(path: str, chapter: Chapter) -> str:
    """Return the kind of appendix of a page, or "": `chi-tieu-2030.md` is one of targets."""
    if chapter.front_matter.part:
        return _OF_PART.get(chapter.front_matter.part, "")
    stem = Path(path).stem
    if stem in APPENDICES:
        return stem
    return next((kind for kind in ("so-lieu", "chi-tieu") if stem.startswith(f"{kind}-")), "")
