"""Regenerate the evidence from the transcriptions; citations follow their paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from macros.archive.complete import load_archive
from macros.evidence.files import (
    SourceEvidence,
    compare_with_transcription,
    dump,
    evidence_path,
    from_transcription,
    load,
)
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.move import Alignment, align, rewrite_project
from macros.evidence.published import text_paths
from macros.evidence.redaction import redaction_of
from macros.evidence.told_sentences import Teller, tellings, with_points
from macros.evidence.transcriptions import misnamed, unusable
from macros.messages.capped import capped
from macros.messages.output import DONE, FAULT, WRONG, Line, error_lines
from macros.messages.problems import Severity
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from macros.archive import Archive
    from macros.evidence.sentences import Points
    from macros.evidence.told_sentences import Telling
    from macros.messages.output import Output
    from macros.messages.problems import Problem

    ToldBy: TypeAlias = Callable[[Archive], Iterable[Telling]]


def nothing_else(_: Archive) -> Iterable[Telling]:
    """Return no texts: only data/ tells."""
    return ()


def regenerate(
    root: Path, folder: Path | None, *, told: ToldBy = nothing_else, dry_run: bool = False
) -> Output:
    """Write the evidence of every transcription in `folder` or data/; update the citations.

    `told` returns our own texts besides data/; it is called once the citations are updated. Nothing
    is written if one of the transcriptions is unusable. The exit status is 1 if an editor must see
    to a file or a citation, 2 without any transcription.
    """
    paths = transcriptions(root, folder)
    wrongly = misnamed(folder, _described(root)) if folder else ()
    problems = [*wrongly, *filter(None, map(unusable, paths))]
    if problems:
        yield from error_lines(capped(problems))
        return WRONG
    if not paths:
        where = folder or "data/sources: thêm SOURCES=thư-mục có các bản chép"
        yield from error_lines([f"Không thấy bản chép <mã nguồn>.txt nào trong {where}"])
        return FAULT
    old, _ = load(root)
    archive, _ = load_archive(root)
    fresh = Fresh(archive, paths)
    new = {path.stem: fresh.of(path) for path in paths}
    alignments = [align(old[source], new[source]) for source in sorted(new) if source in old]
    status = yield from _move_citations(root, alignments, dry_run)
    archive, _ = load_archive(root)
    fresh = Fresh(archive, paths, told(archive))
    new = {path.stem: fresh.of(path) for path in paths}
    for source in sorted(new):
        yield Line(_write(root, new[source], dry_run))
    if dry_run:
        yield Line("Chạy thử: chưa ghi tệp nào.")
    return status


def renewed(
    root: Path, folder: Path | None, told: ToldBy = nothing_else
) -> Iterator[tuple[Path, str]]:
    """Yield the evidence files that differ only because data/ or docs/ changed, with the new text.

    Those of a changed transcription are left out. While a file of data/ cannot be read there are
    none, because its texts would no longer be attested.
    """
    old, _ = load(root)
    archive, problems = load_archive(root)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return
    paths = [path for path in transcriptions(root, folder) if not unusable(path)]
    fresh_of = Fresh(archive, paths, told(archive))
    for path in paths:
        name = path.stem
        if name not in old:
            continue
        fresh = fresh_of.of(path)
        if dump(fresh) != dump(old[name]) and not compare_with_transcription(
            root, old[name], fresh
        ):
            yield evidence_path(root, name), dump(fresh)


class Fresh:
    """Takes evidence from transcriptions, with what depends on our own texts.

    `told` are those besides data/. `paths` are all transcriptions: each word is weighed by how
    rare it is in them.
    """

    def __init__(
        self, archive: Archive, paths: Iterable[Path], told: Iterable[Telling] = ()
    ) -> None:
        self.archive = archive
        self.lexicon = lexicon_of(archive)
        self.lines = {path.stem: self._lines(path) for path in paths}
        known = claims(archive, self.lexicon)
        self.teller = Teller([*tellings(archive, known), *told], self.lines, self.lexicon)

    def of(self, path: Path) -> SourceEvidence:
        """Return the evidence of one transcription."""
        found = from_transcription(path, self.lexicon, redaction_of(self.archive, path.stem))
        return with_points(found, self.lines[path.stem], self.teller)

    def points(self, source: str) -> dict[int, Points]:
        """Return the sentences of each paragraph of a transcription."""
        listed = enumerate(self.lines[source], start=1)
        return {number: self.teller.of(source, number, line) for number, line in listed if line}

    def _lines(self, path: Path) -> list[str]:
        redaction = redaction_of(self.archive, path.stem)
        return redaction.redacted(path.read_text(encoding="utf-8")).split("\n")


def transcriptions(root: Path, folder: Path | None) -> list[Path]:
    """Return the texts in `folder` that are transcriptions: those whose name is a source's id.

    In a project without any source yet, every text whose name can be an id is one. The text of a
    source that may be published is the one in data/sources/, whatever `folder` has.
    """
    described = _described(root)
    found = {path.stem: path for path in (sorted(folder.glob("*.txt")) if folder else ())}
    found |= {path.stem: path for path in text_paths(root)}
    known = described.__contains__ if described else is_id
    return [path for name, path in sorted(found.items()) if known(name)]


def _described(root: Path) -> set[str]:
    return {path.stem for path in (root / "data" / "sources").glob("*.yml")}


def _write(root: Path, evidence: SourceEvidence, dry_run: bool) -> str:
    path = evidence_path(root, evidence.source)
    text = dump(evidence)
    name = path.relative_to(root).as_posix()
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return f"{name}: không đổi"
    if not dry_run:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return f"{name}: {len(evidence.paragraphs)} đoạn, đã viết lại"


def _move_citations(root: Path, alignments: Sequence[Alignment], dry_run: bool) -> Output:
    problems: list[Problem] = []
    for rewritten in rewrite_project(root, alignments):
        problems += rewritten.problems
        if rewritten.changed and not dry_run:
            rewritten.path.write_bytes(rewritten.text.encode())
        if rewritten.changed:
            name = rewritten.path.relative_to(root).as_posix()
            yield Line(f"{name}: chuyển {rewritten.changed} trích dẫn")
    yield from error_lines(capped(problems))
    return WRONG if problems else DONE
