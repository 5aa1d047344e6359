"""`make check`: everything an editor can get wrong, one problem a line, each with its remedy.

    python -m scripts.check [--sources FOLDER] [--trace]

Exit status: 0 no error, 1 errors, 2 the check could not run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.evidence.coverage import coverage
from macros.evidence.files import load
from macros.evidence.from_archive import claims
from macros.messages.problems import Problem, Severity
from macros.project.check import Report, check_project
from macros.text.numbers import say_number
from scripts.command import FAULT, guarded
from scripts.evidence import not_facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent


def check(root: Path, sources: Path | None) -> int:
    """Print what is wrong in the project at `root`, then what was compared; 1 if any error."""
    if sources is not None and not sources.is_dir():
        print(f"không có thư mục {sources} → sửa SOURCES=…", file=sys.stderr)
        return FAULT
    report = check_project(root, sources)
    for line in lines(report, root):
        print(line)
    return 1 if _of(report, Severity.ERROR) else 0


def lines(report: Report, root: Path) -> Iterator[str]:
    """Yield the lines that an editor reads: problems, notes, evidence, coverage, the sum."""
    for problem in sorted(report.problems):
        if problem.severity is not Severity.NOTE:
            yield str(problem)
    sections = {
        "Ghi chú (không phải lỗi):": [str(note) for note in _of(report, Severity.NOTE)],
        "Đối chiếu với nguồn:": report.evidence.lines(),
        "Con số của nguồn đã vào dữ liệu:": list(_coverage(report, root)),
    }
    for title, told in sections.items():
        if told:
            yield ""
            yield title
            yield from (f"  {line}" for line in told)
    yield ""
    yield summary(report)


def _of(report: Report, severity: Severity) -> list[Problem]:
    return sorted(p for p in report.problems if p.severity is severity)


def _coverage(report: Report, root: Path) -> Iterator[str]:
    """Yield a line a source that facts are drawn from: how many of its numbers they tell."""
    evidence, _ = load(root)
    described = {one: evidence[one] for one in evidence if one in report.archive.sources}
    not_facts = [one for source in report.archive.sources.values() for one in not_facts_of(source)]
    for one in coverage(claims(report.archive), described, not_facts).values():
        yield (
            f"{one.source}: {one.told} trong {one.numbers} con số, {one.not_facts} không phải "
            f"dữ kiện, {len(one.left)} còn bỏ ngoài"
        )


def summary(report: Report) -> str:
    """Return the last line: "3 lỗi, 1 cảnh báo." or what was checked without a fault."""
    errors, warnings = (len(_of(report, one)) for one in (Severity.ERROR, Severity.WARNING))
    faults = [f"{errors} lỗi" if errors else "Không có lỗi"]
    faults += [f"{warnings} cảnh báo"] if warnings else []
    if errors:
        return f"{', '.join(faults)}."
    facts = sum(1 for _ in report.archive.each_fact())
    compared = say_number(sum(report.evidence.compared.values()))
    return (
        f"{', '.join(faults)}. {report.chapters} chương, {say_number(facts)} dữ kiện, "
        f"{compared} giá trị đã đối chiếu."
    )


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="make check", description="Soát dữ liệu và bài viết.")
    parser.add_argument("--sources", type=Path, help="thư mục có các bản chép <mã nguồn>.txt")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    return guarded("make check", lambda: check(root, options.sources), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
