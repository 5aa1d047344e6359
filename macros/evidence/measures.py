"""Reports on the evidence: how many wrong numbers it refuses, which numbers no fact covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.evidence.coverage import ExcludedNumber, SourceCoverage, coverage
from macros.evidence.files import load
from macros.evidence.from_archive import claims
from macros.evidence.not_facts import not_facts_of
from macros.evidence.strength import REQUIRED, measure
from macros.messages.output import DONE, WRONG, Line
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from pathlib import Path

    from macros.evidence.claims import ValueClaim
    from macros.messages.output import Output

_SHOWN = 20


def report_strength(root: Path) -> Output:
    """Report the share of wrong numbers that the evidence refuses, and those that it accepts."""
    claims, _ = _claims(root)
    evidence, problems = load(root)
    outcome = measure(claims, evidence)
    yield from (Line(str(one)) for one in (*problems, *outcome.survivors))
    share = say_number(round(outcome.refused_share * 100, 1))
    yield Line(f"Đã thử {outcome.tried} con số sai, từ chối {share}% (cần {REQUIRED * 100:.0f}%)")
    return WRONG if problems or outcome.refused_share < REQUIRED else DONE


def report_coverage(root: Path, *, everything: bool = False) -> Output:
    """Report the numbers of each source that no fact covers."""
    claims, not_facts = _claims(root)
    evidence, problems = load(root)
    yield from (Line(str(problem)) for problem in problems)
    for of_source in coverage(claims, evidence, not_facts).values():
        yield from map(Line, coverage_lines(of_source, everything=everything))
    return WRONG if problems else DONE


def coverage_lines(of_source: SourceCoverage, *, everything: bool = False) -> list[str]:
    """Return the lines about one source, with all missing numbers or only the first ones."""
    head = (
        f"{of_source.source}: {of_source.numbers} con số; {of_source.covered} đã vào dữ liệu, "
        f"{of_source.not_facts} không phải dữ kiện, {len(of_source.missing)} còn bỏ ngoài "
        f"(riêng: {len(of_source.missing_words)} số viết bằng chữ, "
        f"{of_source.labels} số đề mục và chú thích)"
    )
    missing = [*of_source.missing, *of_source.missing_words]
    shown = missing if everything else missing[:_SHOWN]
    lines = [head, *(f"  đoạn {item.paragraph}: {item.words}" for item in shown)]
    if len(shown) < len(missing):
        lines.append(f"  … còn {len(missing) - len(shown)}: thêm --all để xem hết")
    lines += [
        f"  not_facts thừa: “{item.printed}” ({item.reason}) không còn ở chỗ đã ghi"
        for item in of_source.unused_not_facts
    ]
    return lines


def _claims(root: Path) -> tuple[list[ValueClaim], list[ExcludedNumber]]:
    """Return the claims of all facts in the project at `root`, and its excluded numbers.

    Files that cannot be read are left out: `make check` reports them.
    """
    archive, _ = load_archive(root)
    not_facts = [one for source in archive.sources.values() for one in not_facts_of(source)]
    return claims(archive), not_facts
