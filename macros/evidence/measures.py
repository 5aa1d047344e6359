"""What the evidence is worth, in words: how much it refuses, and what no fact tells of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.evidence.coverage import ExcludedNumber, SourceCoverage, coverage
from macros.evidence.files import load
from macros.evidence.from_archive import claims
from macros.evidence.not_facts import not_facts_of
from macros.evidence.strength import REQUIRED, measure
from macros.messages.telling import DONE, WRONG, Line
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from pathlib import Path

    from macros.evidence.claims import ValueClaim
    from macros.messages.telling import Telling

_SHOWN = 20


def tell_strength(root: Path) -> Telling:
    """Tell the share of wrong numbers that the evidence refuses, and those it takes."""
    claims, _ = _claims(root)
    evidence, problems = load(root)
    outcome = measure(claims, evidence)
    yield from (Line(str(one)) for one in (*problems, *outcome.survivors))
    share = say_number(round(outcome.refused_share * 100, 1))
    yield Line(f"Đã thử {outcome.tried} con số sai, từ chối {share}% (cần {REQUIRED * 100:.0f}%)")
    return WRONG if problems or outcome.refused_share < REQUIRED else DONE


def tell_coverage(root: Path, *, everything: bool = False) -> Telling:
    """Tell, for each source, the numbers that stand in it and in no fact."""
    claims, not_facts = _claims(root)
    evidence, problems = load(root)
    yield from (Line(str(problem)) for problem in problems)
    for of_source in coverage(claims, evidence, not_facts).values():
        yield from map(Line, coverage_lines(of_source, everything=everything))
    return WRONG if problems else DONE


def coverage_lines(of_source: SourceCoverage, *, everything: bool = False) -> list[str]:
    """Return what an editor reads of one source; all that is left out, or the first of it."""
    head = (
        f"{of_source.source}: {of_source.numbers} con số; {of_source.told} đã vào dữ liệu, "
        f"{of_source.not_facts} không phải dữ kiện, {len(of_source.left)} còn bỏ ngoài "
        f"(riêng: {len(of_source.left_words)} số viết bằng chữ, "
        f"{of_source.labels} số đề mục và chú thích)"
    )
    left = [*of_source.left, *of_source.left_words]
    shown = left if everything else left[:_SHOWN]
    lines = [head, *(f"  đoạn {item.paragraph}: {item.words}" for item in shown)]
    if len(shown) < len(left):
        lines.append(f"  … còn {len(left) - len(shown)}: thêm --all để xem hết")
    lines += [
        f"  not_facts thừa: “{item.printed}” ({item.reason}) không còn ở chỗ đã ghi"
        for item in of_source.unused_not_facts
    ]
    return lines


def _claims(root: Path) -> tuple[list[ValueClaim], list[ExcludedNumber]]:
    """Return the claims of all facts in the project at `root`, and what its sources rule out.

    What cannot be read is left out: telling of it is the task of the check.
    """
    archive, _ = load_archive(root)
    not_facts = [one for source in archive.sources.values() for one in not_facts_of(source)]
    return claims(archive), not_facts
