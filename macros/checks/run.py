"""Everything an editor can get wrong, in one pass: data, evidence, chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.archive import Archive
from macros.catalogue import registry
from macros.chapter import guard, read_chapter
from macros.checks.chapters import unsourced
from macros.checks.table import check_archive
from macros.complete import load_archive
from macros.evidence import files, match
from macros.evidence.claims import Claim
from macros.evidence.from_archive import claims
from macros.problems import Problem


@dataclass
class Report:
    """What a full check found: problems of every severity, and what was compared."""

    archive: Archive
    problems: list[Problem]
    evidence: match.Report = field(default_factory=match.Report)
    chapters: int = 0


def check_data(root: Path, transcriptions: Path | None = None) -> tuple[Archive, list[Problem]]:
    """Load the data of the project at `root` and return it with everything wrong in it."""
    report = _check_data(root, transcriptions)
    return report.archive, report.problems


def check_project(root: Path, transcriptions: Path | None = None) -> Report:
    """Check data and chapters; with a folder of `transcriptions`, against those too."""
    report = _check_data(root, transcriptions)
    for path in sorted((root / "docs").rglob("*.md")):
        shown = path.relative_to(root).as_posix()
        chapter, problems = read_chapter(path, shown)
        report.problems.extend(problems)
        report.chapters += 1
        if chapter:
            report.problems.extend(guard(chapter, registry, report.archive))
            report.problems.extend(unsourced(chapter, registry, report.archive))
    report.problems = sorted(set(report.problems))
    return report


def _check_data(root: Path, transcriptions: Path | None) -> Report:
    archive, problems = load_archive(root)
    evidence, found = files.load(root)
    problems.extend(found)
    archive = replace(
        archive,
        paragraphs={source: len(one.paragraphs) for source, one in evidence.items()},
        unread=archive.unread | {problem.position.path for problem in found},
    )
    problems.extend(check_archive(archive))
    texts = _transcriptions(root, transcriptions, evidence, problems)
    held = [claim for claim in claims(archive) if not _told_already(claim, archive)]
    compared = match.report(held, evidence, texts)
    problems.extend(compared.problems)
    return Report(archive, problems, compared)


def _told_already(claim: Claim, archive: Archive) -> bool:
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
            fresh = files.from_transcription(path)
            problems.extend(files.compare_with_transcription(root, evidence[path.stem], fresh))
            texts[path.stem] = path.read_text(encoding="utf-8").split("\n")
    return texts
