"""Updating citations after a transcription was corrected.

Only the evidence of the old text is available, not the text. Paragraphs with an unchanged hash
are paired first, in order; between them, paragraphs with nearly the same words; a paragraph that
was split or joined is paired with each part. An editor must see to what cannot be paired.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from macros.messages.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence

_ALIKE = 0.5
"""The least share of common words of two versions of a paragraph."""
_CONTAINED = 0.85
"""The least share of the words of a part that occur in the whole it was split from."""
_FEWEST_WORDS = 8
"""Fewer different words than this occur in any long paragraph by chance."""


@dataclass(frozen=True)
class Alignment:
    """The new paragraphs for each paragraph of the old text: none, one, or several parts."""

    source: str
    old_count: int
    moves: Mapping[int, tuple[int, ...]]
    inserted: frozenset[int] = field(default=frozenset())

    @property
    def changed(self) -> bool:
        """Whether any citation has to change."""
        return any(self.moves.get(n) != (n,) for n in range(1, self.old_count + 1))

    @property
    def lost(self) -> tuple[int, ...]:
        """The old paragraphs without a counterpart in the new text."""
        return tuple(n for n in range(1, self.old_count + 1) if n not in self.moves)


def align(old: SourceEvidence, new: SourceEvidence) -> Alignment:
    """Pair the paragraphs of two versions of a transcription."""
    matcher = SequenceMatcher(
        a=[p.sha256 for p in old.paragraphs], b=[p.sha256 for p in new.paragraphs], autojunk=False
    )
    moves: dict[int, tuple[int, ...]] = {}
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        old_part, new_part = old.paragraphs[a:a_end], new.paragraphs[b:b_end]
        if tag == "equal":
            pairs = zip(old_part, new_part, strict=True)
            moves |= {before.number: (after.number,) for before, after in pairs}
        else:
            moves |= _similar(old_part, new_part)
    _find_moved(old, new, moves)
    used = {number for numbers in moves.values() for number in numbers}
    inserted = frozenset(p.number for p in new.paragraphs) - used
    return Alignment(old.source, len(old.paragraphs), moves, inserted)


def _similar(
    old: Iterable[ParagraphEvidence], new: Iterable[ParagraphEvidence]
) -> dict[int, tuple[int, ...]]:
    """Pair paragraphs by their words: with the most similar one, or else with all parts."""
    candidates = list(new)
    found: dict[int, tuple[int, ...]] = {}
    for before in old:
        alike = [(_alikeness(before, after), -after.number) for after in candidates]
        share, number = max(alike, default=(0.0, 0))
        parts = tuple(p.number for p in candidates if _is_part(before, p))
        if parts:
            found[before.number] = parts
        elif share >= _ALIKE:
            found[before.number] = (-number,)
    return found


def _alikeness(before: ParagraphEvidence, after: ParagraphEvidence) -> float:
    everything = before.words | after.words
    return len(before.words & after.words) / len(everything) if everything else 0.0


def _is_part(before: ParagraphEvidence, after: ParagraphEvidence) -> bool:
    fewest = min(len(before.words), len(after.words))
    return fewest >= _FEWEST_WORDS and len(before.words & after.words) / fewest >= _CONTAINED


def _find_moved(
    old: SourceEvidence, new: SourceEvidence, moves: dict[int, tuple[int, ...]]
) -> None:
    """Pair paragraphs that were moved unchanged, if exactly one new paragraph is the same."""
    used = {number for numbers in moves.values() for number in numbers}
    free: dict[str, list[int]] = {}
    for after in new.paragraphs:
        if after.number not in used:
            free.setdefault(after.sha256, []).append(after.number)
    for before in old.paragraphs:
        same = free.get(before.sha256, [])
        if before.number not in moves and len(same) == 1:
            moves[before.number] = (same[0],)


# --- rewriting ------------------------------------------------------------------------------

# Locators of pages and articles (#tr.3, #dieu-2) begin with a letter and are not matched.
_CITATION = r"(?<![\w-]){source}#(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)(?![\w-])"
_PARAGRAPHS = re.compile(r"(?<=\bparagraphs: )([\"']?)(\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*)(?=\1)")


@dataclass(frozen=True)
class Rewritten:
    """A file whose citations moved: its new text, and what an editor must see to."""

    path: Path
    text: str
    changed: int
    problems: tuple[Problem, ...]


def rewrite_project(root: Path, alignments: Iterable[Alignment]) -> list[Rewritten]:
    """Return the files of data/ and docs/ with a citation that moves or is lost; writes none."""
    changed = [alignment for alignment in alignments if alignment.changed]
    paths = [*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md")]
    rewritten = []
    for path in sorted(paths):
        result = _rewrite_file(root, path, changed)
        if result.changed or result.problems:
            rewritten.append(result)
    return rewritten


def _rewrite_file(root: Path, path: Path, alignments: Iterable[Alignment]) -> Rewritten:
    # Bytes, because reading as text would change the line ends.
    text = original = path.read_bytes().decode()
    name = path.relative_to(root).as_posix()
    problems: list[Problem] = []
    count = 0
    for alignment in alignments:
        shape = re.compile(_CITATION.format(source=re.escape(alignment.source)))
        shapes = [(shape, 1)]
        if name == f"data/sources/{alignment.source}.yml":
            shapes.append((_PARAGRAPHS, 2))
        for pattern, group in shapes:
            text, moved, failed = _substitute(text, pattern, group, alignment, name)
            count += moved
            problems += failed
    return Rewritten(path, text if count else original, count, tuple(problems))


def _substitute(
    text: str, shape: re.Pattern[str], group: int, alignment: Alignment, name: str
) -> tuple[str, int, list[Problem]]:
    problems: list[Problem] = []
    moved = 0

    def new_locator(match: re.Match[str]) -> str:
        nonlocal moved
        locator = match[group]
        new = moved_locator(locator, alignment)
        if new is None:
            problems.append(_lost(text, match.start(group), locator, alignment, name))
            return match.group()
        moved += new != locator
        return _replace(match, group, new)

    rewritten = shape.sub(new_locator, text)
    return rewritten, moved, problems


def _replace(match: re.Match[str], group: int, new: str) -> str:
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return match.group()[:start] + new + match.group()[end:]


def moved_locator(locator: str, alignment: Alignment) -> str | None:
    """Return "12-13,15" as it is in the new text; None if an editor must see to it.

    A range stays a range if only inserted paragraphs came between its own.
    """
    parts = [_moved_range(part.strip(), alignment) for part in locator.split(",")]
    known = [part for part in parts if part is not None]
    return ",".join(known) if len(known) == len(parts) else None


def _moved_range(part: str, alignment: Alignment) -> str | None:
    first, _, last = part.partition("-")
    numbers = range(int(first), int(last or first) + 1)
    if any(number not in alignment.moves for number in numbers):
        return None
    new = {moved for number in numbers for moved in alignment.moves[number]}
    between = set(range(min(new), max(new) + 1)) - new
    if not between <= alignment.inserted:
        return None
    return str(min(new)) if len(new) == 1 else f"{min(new)}-{max(new)}"


def _lost(text: str, at: int, locator: str, alignment: Alignment, name: str) -> Problem:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return Problem(
        Position(name, line, column),
        f"{alignment.source}#{locator} trỏ tới đoạn không còn tìm thấy trong bản chép mới",
        "xem bản chép mới và sửa tay trích dẫn này",
    )
