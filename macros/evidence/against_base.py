"""Compares the evidence of a branch with that of its base, the commit that it began from.

A pull request may also change evidence files, so they cannot be trusted. For a paragraph that the
base has too (the same hash), the values must be the same; other values are forged, or made by
another program. Whether a paragraph contains a text of data/ is a hash that anybody can compute:
there, only the base counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.evidence.files import evidence_path, same_values
from macros.messages.problems import Position, Problem
from macros.text.numbers import say_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence


def trusted(
    root: Path, branch: Mapping[str, SourceEvidence], base: Mapping[str, SourceEvidence]
) -> tuple[dict[str, SourceEvidence], list[Problem]]:
    """Return the evidence of `branch`, with paragraphs that `base` has taken from there.

    A paragraph is a problem if its values differ although its text does not.
    """
    problems: list[Problem] = []
    found = dict(branch)
    for name, source in branch.items():
        if name not in base:
            continue
        known = {one.sha256: one for one in base[name].paragraphs}
        problems += _forged(root, source, known)
        found[name] = replace(
            source,
            paragraphs=tuple(
                replace(known[one.sha256], number=one.number) if one.sha256 in known else one
                for one in source.paragraphs
            ),
            lexicon=base[name].lexicon,
        )
    return found, problems


def _forged(
    root: Path, source: SourceEvidence, known: Mapping[str, ParagraphEvidence]
) -> Iterator[Problem]:
    path = evidence_path(root, source.source).relative_to(root).as_posix()
    for one in source.paragraphs:
        old = known.get(one.sha256)
        if old is not None and not same_values(replace(old, number=one.number), one):
            yield Problem(
                # The first line of the file is its header.
                Position(path, one.number + 1),
                f"đoạn {one.number} có cùng mã băm như trước mà giá trị khác",
                "đoạn văn không đổi thì giá trị không đổi: lấy lại tệp của nhánh chính, hoặc chạy "
                "make evidence SOURCES=<thư mục bản chép>",
            )


@dataclass(frozen=True)
class ParagraphChanges:
    """The paragraphs of a source that a branch changes.

    `new` are numbers in the branch, `gone` numbers in the base.
    """

    source: str
    new: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """The change in words, for whoever reviews it."""
        parts = [
            f"{what} {say_ranges(numbers)}"
            for what, numbers in (("đoạn mới hoặc đã sửa", self.new), ("đoạn không còn", self.gone))
            if numbers
        ]
        return f"{self.source}: {'; '.join(parts)}"


def paragraph_changes(
    branch: Mapping[str, Sequence[str]], base: Mapping[str, Sequence[str]]
) -> Iterator[ParagraphChanges]:
    """Yield the changes of each source to which a branch adds paragraphs, or removes some.

    `branch` and `base` give the hashes of the paragraphs in order, by source.
    """
    for name in sorted({*branch, *base}):
        new, old = branch.get(name, ()), base.get(name, ())
        kept = {*new} & {*old}
        changes = ParagraphChanges(
            name,
            tuple(number for number, one in enumerate(new, start=1) if one not in kept),
            tuple(number for number, one in enumerate(old, start=1) if one not in kept),
        )
        if changes.new or changes.gone:
            yield changes
