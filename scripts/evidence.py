"""Regenerate the evidence of the sources, and measure it.

    python -m scripts.evidence regenerate FOLDER [--dry-run]
    python -m scripts.evidence strength
    python -m scripts.evidence coverage [--all]

Exit status: 0 done, 1 something an editor must see to, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.evidence.coverage import NotFact, SourceCoverage, coverage
from macros.evidence.files import SourceEvidence, dump, evidence_path, from_transcription, load
from macros.evidence.from_archive import claims
from macros.evidence.move import Alignment, align, rewrite_project
from macros.evidence.strength import REQUIRED, measure
from macros.model.citations import CitationError, parse_citations
from macros.text.numbers import say_number
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.evidence.claims import ValueClaim
    from macros.messages.problems import Problem
    from macros.model.library import Source

ROOT = Path(__file__).resolve().parent.parent
_SHOWN = 20


def project_claims(root: Path) -> tuple[list[ValueClaim], list[NotFact]]:
    """Return the claims of all facts in the project at `root`, and what its sources rule out.

    What cannot be read is left out: telling of it is the task of the check.
    """
    archive, _ = load_archive(root)
    not_facts = [one for source in archive.sources.values() for one in not_facts_of(source)]
    return claims(archive), not_facts


def not_facts_of(source: Source) -> list[NotFact]:
    """Return the numbers that a source lists as none, one by one."""
    found: list[NotFact] = []
    for listed in source.not_facts:
        try:
            stretches = parse_citations(f"{source.id}#{listed.paragraphs.replace(' ', '')}")
        except CitationError:
            continue
        paragraphs = tuple(number for stretch in stretches for number in stretch.numbers)
        found += [NotFact(source.id, paragraphs, n, listed.reason) for n in listed.numbers]
    return found


# --- regenerate -----------------------------------------------------------------------------


def regenerate(root: Path, folder: Path, dry_run: bool) -> int:
    """Write the evidence of every transcription in `folder`; move the citations that moved."""
    paths = transcriptions(root, folder)
    if not paths:
        print(f"Không thấy bản chép <mã nguồn>.txt nào trong {folder}", file=sys.stderr)
        return 2
    old, _ = load(root)
    new = {path.stem: from_transcription(path) for path in paths}
    alignments = [align(old[source], new[source]) for source in sorted(new) if source in old]
    status = _move_citations(root, alignments, dry_run)
    for source in sorted(new):
        print(_write(root, new[source], dry_run))
    if dry_run:
        print("Chạy thử: chưa ghi tệp nào.")
    return status


def transcriptions(root: Path, folder: Path) -> list[Path]:
    """Return the texts in `folder` that are transcriptions: those whose name is a source's id.

    In a project without any source yet, every text whose name can be an id is one.
    """
    described = {path.stem for path in (root / "data" / "sources").glob("*.yml")}
    texts = sorted(folder.glob("*.txt"))
    if described:
        return [path for path in texts if path.stem in described]
    return [path for path in texts if is_id(path.stem)]


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


def _move_citations(root: Path, alignments: Sequence[Alignment], dry_run: bool) -> int:
    problems: list[Problem] = []
    for rewritten in rewrite_project(root, alignments):
        problems += rewritten.problems
        if rewritten.changed and not dry_run:
            rewritten.path.write_bytes(rewritten.text.encode())
        if rewritten.changed:
            name = rewritten.path.relative_to(root).as_posix()
            print(f"{name}: chuyển {rewritten.changed} chỗ dẫn")
    for problem in sorted(problems):
        print(problem, file=sys.stderr)
    return 1 if problems else 0


# --- measures -------------------------------------------------------------------------------


def strength(root: Path) -> int:
    """Print the share of wrong numbers that the evidence refuses, and those it takes."""
    claims, _ = project_claims(root)
    evidence, problems = load(root)
    outcome = measure(claims, evidence)
    for line in (*problems, *outcome.survivors):
        print(line)
    share = say_number(round(outcome.refused_share * 100, 1))
    print(f"Đã thử {outcome.tried} con số sai, từ chối {share}% (cần {REQUIRED * 100:.0f}%)")
    return 1 if problems or outcome.refused_share < REQUIRED else 0


def show_coverage(root: Path, everything: bool) -> int:
    """Print, for each source, the numbers that stand in it and in no fact."""
    claims, not_facts = project_claims(root)
    evidence, problems = load(root)
    for problem in problems:
        print(problem)
    for of_source in coverage(claims, evidence, not_facts).values():
        print("\n".join(coverage_lines(of_source, everything)))
    return 1 if problems else 0


def coverage_lines(of_source: SourceCoverage, everything: bool) -> list[str]:
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


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(description="Bằng chứng của các nguồn.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("regenerate", help="viết lại bằng chứng từ các bản chép")
    command.add_argument("folder", type=Path, help="thư mục có các tệp <mã nguồn>.txt")
    command.add_argument("--dry-run", action="store_true", help="chỉ báo, không ghi")
    commands.add_parser("strength", help="đo xem bao nhiêu con số sai bị từ chối")
    command = commands.add_parser("coverage", help="liệt kê con số của nguồn chưa vào dữ liệu")
    command.add_argument("--all", action="store_true", help="liệt kê hết")
    options = parser.parse_args(arguments)
    if options.command == "regenerate":
        return regenerate(root, options.folder, options.dry_run)
    if options.command == "strength":
        return strength(root)
    return show_coverage(root, options.all)


if __name__ == "__main__":
    sys.exit(main())
