"""The report on which numbers of the sources no fact covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.evidence.coverage import SourceCoverage, coverage
from macros.evidence.files import load
from macros.evidence.from_archive import claims
from macros.evidence.not_facts import not_facts_of
from macros.messages.output import DONE, WRONG, Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.claims import ValueClaim
    from macros.evidence.files import SourceEvidence
    from macros.messages.output import Output

_SHOWN = 20


def report_coverage(root: Path, *, everything: bool = False) -> Output:
    """Report the numbers of each source that no fact covers."""
    evidence, problems = load(root)
    yield from (Line(str(problem)) for problem in problems)
    # `make check` reports files of data/ that cannot be read; here they are left out.
    archive, _ = load_archive(root)
    for of_source in coverage_of(archive, evidence).values():
        yield from map(Line, coverage_lines(of_source, everything=everything))
    return WRONG if problems else DONE


def coverage_of(
    archive: Archive,
    evidence: Mapping[str, SourceEvidence],
    known: Sequence[ValueClaim] | None = None,
) -> dict[str, SourceCoverage]:
    """Return how many numbers of each source in `evidence` the facts of the archive cover.

    `known` are the claims of the archive, if they are at hand.
    """
    not_facts = [one for source in archive.sources.values() for one in not_facts_of(source)]
    return coverage(claims(archive) if known is None else known, evidence, not_facts)


def coverage_lines(of_source: SourceCoverage, *, everything: bool = False) -> list[str]:
    """Return the lines about one source, with all missing numbers or only the first ones."""
    head = (
        f"{of_source.words} (riêng: {len(of_source.missing_words)} số viết bằng chữ, "
        f"{of_source.labels} số đề mục và chú thích)"
    )
    missing = [*of_source.missing, *of_source.missing_words]
    shown = missing if everything else missing[:_SHOWN]
    lines = [head, *(f"  đoạn {item.paragraph}: {item.words}" for item in shown)]
    if len(shown) < len(missing):
        lines.append(f"  … còn {len(missing) - len(shown)}: thêm --all để xem hết")
    lines += [
        f"  not_facts thừa: “{item.printed}” ({item.reason}) đã vào dữ liệu, hoặc không có ở đó"
        for item in of_source.unused_not_facts
    ]
    return lines
