"""The report on which numbers of the sources no fact covers, and which sentences nothing tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.evidence.coverage import SourceCoverage, coverage
from macros.evidence.files import load, read
from macros.evidence.from_archive import claims
from macros.evidence.not_facts import not_facts_of
from macros.evidence.regenerate import Fresh, nothing_else, transcriptions
from macros.evidence.sentence_status import joined, source_sentences
from macros.evidence.sentences import points_of
from macros.messages.output import DONE, WRONG, Line
from macros.text.numbers import say_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.claims import ValueClaim
    from macros.evidence.files import SourceEvidence
    from macros.evidence.regenerate import ToldBy
    from macros.evidence.sentence_status import SourceSentences
    from macros.messages.output import Output

_SHOWN = 20


def report_coverage(
    root: Path,
    folder: Path | None = None,
    *,
    told: ToldBy = nothing_else,
    everything: bool = False,
    source: str | None = None,
) -> Output:
    """Report the numbers of each source that no fact covers, and the sentences that nothing tells.

    With a `folder` of transcriptions, sentences are counted as data/ and docs/ are now, and those
    that are not told are shown. `source` asks for one source.
    """
    evidence, problems = load(root)
    yield from (Line(str(problem)) for problem in problems)
    # `make check` reports files of data/ that cannot be read; here they are left out.
    archive, _ = load_archive(root)
    documents, _ = read(root)
    paths = transcriptions(root, folder) if folder else []
    fresh = Fresh(archive, paths, told(archive)) if paths else None
    for name, of_source in coverage_of(archive, evidence).items():
        if source not in {None, name}:
            continue
        yield from map(Line, coverage_lines(of_source, everything=everything))
        if record := archive.sources.get(name):
            known = fresh.lines.get(name) if fresh else None
            points = (
                joined(record, fresh.points(name))
                if fresh and known
                else source_sentences(record, documents.get(name))
            )
            yield from map(Line, sentence_lines(points, known, everything=everything))
    return WRONG if problems else DONE


def sentence_lines(
    found: SourceSentences, lines: Sequence[str] | None = None, *, everything: bool = False
) -> Iterator[str]:
    """Yield the lines about the sentences of a source; `lines` are its paragraphs, if available."""
    if not found.words:
        return
    yield f"  {found.words}"
    untold = [one for one in found.paragraphs if one.untold]
    shown = untold if everything else untold[:_SHOWN]
    for one in shown:
        if lines is None:
            yield f"    đoạn {one.number}: chưa kể câu {say_ranges(one.untold)}"
            continue
        sentences = points_of(lines[one.number - 1])
        for at in one.untold:
            yield f"    {found.source}#{one.number} câu {at}: {sentences[at - 1].strip()}"
    if len(shown) < len(untold):
        yield f"    … còn {len(untold) - len(shown)} đoạn: thêm --all để xem hết"


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
