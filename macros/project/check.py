"""Everything an editor can get wrong, in one pass: data, evidence, chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.admission.pictures import refused_pictures
from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.archive.contents import contents
from macros.archive.mentions import mentions
from macros.catalogue import registry
from macros.chapter import Chapter, Inspection, inspect
from macros.checks.chapters import missing_pages, one_address, unsourced
from macros.checks.table import check_archive
from macros.evidence import files, match
from macros.evidence.claims import ValueClaim
from macros.evidence.from_archive import claims
from macros.messages.problems import Position, Problem
from macros.project.project import Project
from macros.project.shelf import books
from macros.system.processes import in_background


@dataclass
class Report:
    """What a full check found: problems of every severity, and what was compared."""

    archive: Archive
    problems: list[Problem]
    evidence: match.Report = field(default_factory=match.Report)
    chapters: int = 0


def check_project(project: Project, transcriptions: Path | None = None) -> Report:
    """Check data and chapters; with a folder of `transcriptions`, against those too."""
    loaded = load(project)
    # Half of the work each, where there are two processors.
    data = in_background("việc soát dữ liệu", lambda: check_loaded(project, loaded, transcriptions))
    chapters = check_chapters(project, loaded.archive)
    problems, evidence = data()
    found = sorted({*problems, *chapters.problems})
    return Report(chapters.archive, found, evidence, chapters.count)


@dataclass(frozen=True)
class Chapters:
    """What is in docs/: how many chapters, those that could be read by path, what is wrong.

    `archive` is the one that they were held against, with what they name and the contents of each
    volume; `problems` are unsorted.
    """

    count: int = 0
    inspected: Mapping[str, tuple[Chapter, Inspection]] = field(default_factory=dict)
    archive: Archive = field(default_factory=Archive)
    problems: list[Problem] = field(default_factory=list)


def check_chapters(project: Project, archive: Archive) -> Chapters:
    """Hold all chapters against the archive."""
    docs = project.docs
    found = list(docs.problems)
    inspected: dict[str, tuple[Chapter, Inspection]] = {}
    for chapter in docs.chapters.values():
        inspection = inspect(chapter, registry, archive)
        inspected[chapter.path] = chapter, inspection
        found.extend(inspection.problems)
        found.extend(unsourced(chapter, registry, archive, inspection))
    found.extend(missing_pages(archive, docs.pages))
    found.extend(one_address(docs.pages))
    found.extend(refused_pictures(project.root, docs.pictures))
    listed = contents(docs.chapters, (one.page for one in project.navigation))
    archive = replace(archive, mentions=mentions(inspected.values()), contents=listed)
    return Chapters(len(docs.pages), inspected, archive, found)


@dataclass(frozen=True)
class Loaded:
    """What was read of data/, and the problems of reading it.

    `evidence` are the files as read: only the check of the data takes them apart.
    """

    archive: Archive
    evidence: dict[str, files.RawEvidence]
    problems: tuple[Problem, ...]


def load(project: Project) -> Loaded:
    """Read data/ and the evidence, and hold them against nothing yet."""
    root = project.root
    archive, problems = load_archive(root)
    evidence, found = files.read(root)
    archive = replace(
        archive,
        books=books(root, archive),
        paragraphs={source: len(one["paragraphs"]) for source, one in evidence.items()},
        unread=archive.unread | {problem.position.path for problem in found},
    )
    return Loaded(archive, evidence, (*problems, *found))


def check_loaded(
    project: Project, loaded: Loaded, transcriptions: Path | None = None
) -> tuple[list[Problem], match.Report]:
    """Return everything wrong with the data, unsorted, and what was compared with the sources."""
    root = project.root
    evidence, found = files.parse_all(root, loaded.evidence)
    problems = [*loaded.problems, *found]
    unread = loaded.archive.unread | {problem.position.path for problem in found}
    archive = replace(loaded.archive, unread=unread) if found else loaded.archive
    problems.extend(check_archive(archive))
    texts = _transcriptions(root, transcriptions, evidence, problems)
    held = [claim for claim in claims(archive) if not _already_reported(claim, archive)]
    compared = match.report(held, evidence, texts)
    problems.extend(compared.problems)
    return problems, compared


def _already_reported(claim: ValueClaim, archive: Archive) -> bool:
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
                message = "không đọc được bản phiên âm"
                remedy = "lưu lại tệp với bảng mã UTF-8"
                problems.append(Problem(Position(path.as_posix()), message, remedy))
                continue
            problems.extend(files.compare_with_transcription(root, evidence[path.stem], fresh))
            texts[path.stem] = path.read_text(encoding="utf-8").split("\n")
    return texts
