"""Everything an editor can get wrong, in one pass: data, evidence, chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.archive.contents import contents, navigation
from macros.archive.mentions import mentions
from macros.book.shelf import books
from macros.catalogue import registry
from macros.chapter import Chapter, Inspection, inspect, read_chapter
from macros.checks.chapters import missing_pages, unsourced
from macros.checks.table import check_archive
from macros.evidence import files, match
from macros.evidence.claims import ValueClaim
from macros.evidence.from_archive import claims
from macros.loading.tree import Begun
from macros.messages.problems import Position, Problem
from macros.system.processes import aside


@dataclass
class Report:
    """What a full check found: problems of every severity, and what was compared."""

    archive: Archive
    problems: list[Problem]
    evidence: match.Report = field(default_factory=match.Report)
    chapters: int = 0


def check_data(root: Path, transcriptions: Path | None = None) -> tuple[Archive, list[Problem]]:
    """Load the data of the project at `root` and return it with everything wrong in it."""
    loaded = load(root)
    return loaded.archive, check_loaded(root, loaded, transcriptions)[0]


def check_project(root: Path, transcriptions: Path | None = None) -> Report:
    """Check data and chapters; with a folder of `transcriptions`, against those too."""
    loaded = load(root)
    # Half of the work each, where there are two processors.
    data = aside(lambda: check_loaded(root, loaded, transcriptions))
    chapters = check_chapters(root, loaded.archive)
    problems, evidence = data()
    found = sorted({*problems, *chapters.problems})
    return Report(chapters.archive, found, evidence, chapters.count)


@dataclass(frozen=True)
class Chapters:
    """What is in docs/: how many chapters, those that could be read by path, what is wrong.

    `archive` is the one that they were held against, with what they name and the contents of each
    volume; `problems` are unsorted.
    """

    count: int
    inspected: dict[str, tuple[Chapter, Inspection]]
    archive: Archive
    problems: list[Problem]


def check_chapters(root: Path, archive: Archive) -> Chapters:
    """Read all chapters and hold them against the archive."""
    paths = sorted((root / "docs").rglob("*.md"))
    found: list[Problem] = []
    inspected: dict[str, tuple[Chapter, Inspection]] = {}
    for path in paths:
        chapter, problems = read_chapter(path, path.relative_to(root).as_posix())
        found.extend(problems)
        if chapter:
            inspection = inspect(chapter, registry, archive)
            inspected[chapter.path] = chapter, inspection
            found.extend(inspection.problems)
            found.extend(unsourced(chapter, registry, archive, inspection))
    pages = {path.relative_to(root / "docs").as_posix() for path in paths}
    found.extend(missing_pages(archive, pages))
    listed = contents((chapter for chapter, _ in inspected.values()), navigation(root))
    archive = replace(archive, mentions=mentions(inspected.values()), contents=listed)
    return Chapters(len(paths), inspected, archive, found)


@dataclass(frozen=True)
class Loaded:
    """What was read of data/, and the problems of reading it.

    `evidence` are the files as read: only the check of the data takes them apart.
    """

    archive: Archive
    evidence: dict[str, files.RawEvidence]
    problems: tuple[Problem, ...]


def load(root: Path, begun: Begun | None = None) -> Loaded:
    """Read data/ and the evidence, and hold them against nothing yet.

    What other processes have `begun` to read is not read again.
    """
    archive, problems = load_archive(root, begun)
    evidence, found = files.read(root)
    archive = replace(
        archive,
        books=books(root, archive),
        paragraphs={source: len(one["paragraphs"]) for source, one in evidence.items()},
        unread=archive.unread | {problem.position.path for problem in found},
    )
    return Loaded(archive, evidence, (*problems, *found))


def check_loaded(
    root: Path, loaded: Loaded, transcriptions: Path | None = None
) -> tuple[list[Problem], match.Report]:
    """Return everything wrong with the data, unsorted, and what was compared with the sources."""
    evidence, found = files.understood(root, loaded.evidence)
    problems = [*loaded.problems, *found]
    unread = loaded.archive.unread | {problem.position.path for problem in found}
    archive = replace(loaded.archive, unread=unread) if found else loaded.archive
    problems.extend(check_archive(archive))
    texts = _transcriptions(root, transcriptions, evidence, problems)
    held = [claim for claim in claims(archive) if not _told_already(claim, archive)]
    compared = match.report(held, evidence, texts)
    problems.extend(compared.problems)
    return problems, compared


def _told_already(claim: ValueClaim, archive: Archive) -> bool:
    """Whether the citation itself is at fault: one problem for it, not one for each value.

    Told by the checks of references (no such source), of evidence (none at hand) and of the
    last paragraph.
    """
    for citation in claim.citations:
        if citation.unit != "paragraph":
            continue
        last = archive.paragraphs.get(citation.source)
        source = archive.sources.get(citation.source)
        if last is None and (source is None or source.transcribed):
            return True
        if last is not None and citation.last > last:
            return True
    return False


def _transcriptions(
    root: Path,
    folder: Path | None,
    evidence: dict[str, files.SourceEvidence],
    problems: list[Problem],
) -> dict[str, Sequence[str]] | None:
    """Read the transcriptions at hand; committed evidence that is not theirs is a problem."""
    if folder is None:
        return None
    texts: dict[str, Sequence[str]] = {}
    for path in sorted(folder.glob("*.txt")):
        if path.stem in evidence:
            try:
                fresh = files.from_transcription(path)
            except (OSError, UnicodeDecodeError):
                message = "không đọc được bản chép"
                remedy = "lưu lại tệp với bảng mã UTF-8"
                problems.append(Problem(Position(path.as_posix()), message, remedy))
                continue
            problems.extend(files.compare_with_transcription(root, evidence[path.stem], fresh))
            texts[path.stem] = path.read_text(encoding="utf-8").split("\n")
    return texts
