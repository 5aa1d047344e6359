"""The report of a check: problems, notes, what was compared, the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.files import load
from macros.messages.capped import capped
from macros.messages.output import DONE, FAULT, WRONG, Line, error_lines
from macros.messages.problems import Problem, Severity
from macros.project.base import BaseError, data_at
from macros.project.check import Against, Report, check_project
from macros.project.transcriptions import remembered, renew
from macros.project.vanished_addresses import vanished_since
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.files import SourceEvidence
    from macros.messages.output import Output
    from macros.project.project import Project


def check(
    project: Project,
    sources: Path | None,
    base: str | None = None,
    *,
    strict: bool = False,
    after: Callable[[Archive], None] | None = None,
) -> Output:
    """Check a project and report the result; the exit status is 1 if there is an error.

    `sources` is a folder of transcriptions to compare the evidence with; `base` is a commit with
    whose evidence that of a pull request must agree; if `strict`, a value that waits to be compared
    is an error. Without `base`, the folder may be the one that `make evidence` was given last, and
    values that it newly attests are written into the evidence. `after` gets the archive that was
    read, in the end.
    """
    if sources is not None and not sources.is_dir():
        yield from error_lines([f"không có thư mục {sources} → sửa SOURCES=…"])
        return FAULT
    # A pull request is compared with its base alone, also by someone who has the transcriptions.
    folder = sources or (None if base else remembered(project.root))
    try:
        known = evidence_at(project.root, base) if base else None
    except BaseError as error:
        yield from error_lines([f"lỗi: {error}"])
        return FAULT
    report = check_project(project, Against(folder, known, strict, coverage=True))
    if base:
        report.problems += vanished_since(project.root, base, report.archive)
    yield from map(Line, lines(report))
    if after:
        after(report.archive)
    if _of(report, Severity.ERROR):
        return WRONG
    if folder and not base:
        yield from renew(project.root, folder)
    return DONE


def evidence_at(root: Path, base: str) -> dict[str, SourceEvidence]:
    """Return the evidence that a commit has; raises BaseError.

    Files that cannot be read, such as those of an older format, are left out.
    """
    with data_at(root, base) as folder:
        return load(folder)[0]


def lines(report: Report) -> Iterator[str]:
    """Yield the lines of the report: problems, notes, evidence, coverage, totals."""
    listed = capped(report.problems)
    yield from (str(problem) for problem in listed if problem.severity is not Severity.NOTE)
    sections = {
        "Ghi chú (không phải lỗi):": [str(one) for one in listed if one.severity is Severity.NOTE],
        "Đối chiếu với nguồn:": report.evidence.lines(),
        "Con số của nguồn đã vào dữ liệu:": report.evidence.coverage,
        "Câu của nguồn đã kể:": report.evidence.sentences,
    }
    for title, section in sections.items():
        if section:
            yield ""
            yield title
            yield from (f"  {line}" for line in section)
    yield ""
    yield summary(report)


def _of(report: Report, severity: Severity) -> list[Problem]:
    return sorted(p for p in report.problems if p.severity is severity)


def summary(report: Report) -> str:
    """Return the last line: "3 lỗi, 1 cảnh báo.", or what was checked without errors."""
    errors, warnings = (len(_of(report, one)) for one in (Severity.ERROR, Severity.WARNING))
    counts = [f"{errors} lỗi" if errors else "Không có lỗi"]
    counts += [f"{warnings} cảnh báo"] if warnings else []
    if errors:
        return f"{', '.join(counts)}."
    facts = sum(1 for _ in report.archive.each_fact())
    compared = say_number(sum(report.evidence.compared.values()))
    return (
        f"{', '.join(counts)}. {report.chapters} chương, {say_number(facts)} dữ kiện, "
        f"{compared} giá trị đã đối chiếu."
    )
