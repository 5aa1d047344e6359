"""Redaction of evidence: leaves out paragraphs that nothing cites, and withheld names.

Evidence contains no sentences, but numbers, names and dates. For a restricted source, only what the
site publishes anyway is committed; a withheld name is written to no file at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.evidence.extract import ParagraphEvidence
from macros.messages.problems import Position, Problem
from macros.rules.citations import every_citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.archive import Archive

REPLACEMENT = "…"
"""Replaces a withheld name before a text is read."""


@dataclass(frozen=True)
class Redaction:
    """What is left out of the evidence of one source.

    `withheld` are names; `kept` are the numbers of the paragraphs that are kept whole, None for
    all. Of the others, only number and hash remain.
    """

    withheld: tuple[str, ...] = ()
    kept: frozenset[int] | None = None

    def redacted(self, text: str) -> str:
        """Return a text without the withheld names, however they are capitalised."""
        if not self.withheld:
            return text
        listed = "|".join(map(re.escape, sorted(self.withheld, key=len, reverse=True)))
        return re.sub(rf"(?<!\w)(?:{listed})(?!\w)", REPLACEMENT, text, flags=re.IGNORECASE)

    def kept_of(self, paragraphs: Iterable[ParagraphEvidence]) -> tuple[ParagraphEvidence, ...]:
        """Return the paragraphs, with only number and hash of those that are not kept."""
        return tuple(
            one
            if self.kept is None or one.number in self.kept
            else ParagraphEvidence(one.number, one.sha256)
            for one in paragraphs
        )


NO_REDACTION = Redaction()


def redaction_of(archive: Archive, source: str) -> Redaction:
    """Return what is left out of the evidence of a source, as its record says."""
    record = archive.sources.get(source)
    if record is None or not (record.restricted or record.withheld):
        return NO_REDACTION
    kept = frozenset(_cited(archive, source)) if record.restricted else None
    return Redaction(record.withheld, kept)


def _cited(archive: Archive, source: str) -> Iterator[int]:
    """Yield the numbers of the paragraphs of a source that facts cite."""
    for *_, one in every_citation(archive):
        if one.source == source and one.unit == "paragraph":
            yield from one.numbers


def published_names(root: Path, archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each line of data/ and docs/ with a name that a source withholds."""
    names = {name for source in archive.sources.values() for name in source.withheld}
    if not names:
        return
    said = Redaction(tuple(names))
    files = [*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md")]
    for path in sorted(files):
        listing = False
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            # The list itself: its key, and the items below it.
            listing = line.startswith("withheld:") or (listing and line.startswith((" ", "-")))
            if not listing and said.redacted(line) != line:
                yield Problem(
                    Position(path.relative_to(root).as_posix(), number),
                    "dòng này nêu một tên được giữ kín",
                    "bỏ tên ấy, hoặc bỏ nó khỏi withheld của nguồn",
                )
