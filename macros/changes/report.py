"""The facts that a pull request changes, in words (Markdown)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.changes.differences import VERBS, Difference, differences
from macros.evidence.base import paragraph_changes, trusted
from macros.evidence.files import load, read_hashes
from macros.messages.output import DONE, FAULT, Line, error_lines
from macros.messages.problems import errors
from macros.project.base import BaseError, data_at, pictures_replaced
from macros.project.vanished import REDIRECTS, addresses
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.archive import Archive
    from macros.evidence.base import ParagraphChanges
    from macros.messages.output import Output
    from macros.messages.problems import Problem
    from macros.project.project import Project

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#]")


def changes(project: Project, base: str) -> Output:
    """Report the changes of a project's data since its common ancestor with `base`."""
    try:
        with data_at(project.root, base) as folder:
            old, _ = load_archive(folder)
            replaced = pictures_replaced(project.root, base)
            known, hashes = load(folder)[0], read_hashes(folder)
            before = addresses(folder, old)
    except BaseError as error:
        yield from error_lines([f"lỗi: {error}"])
        return FAULT
    new, problems = load_archive(project.root)
    yield from map(Line, report(differences(old, new, replaced), base))
    vanished = before.vanished(addresses(project.root, new), new)
    yield from map(Line, address_report(old, new, vanished))
    evidence, _ = load(project.root)
    _, forged = trusted(project.root, evidence, known)
    changed = list(paragraph_changes(read_hashes(project.root), hashes))
    yield from map(Line, evidence_report(changed, forged))
    if found := errors(problems):
        yield Line(
            f"\n{len(found)} lỗi khi đọc dữ liệu, nên danh sách trên có thể thiếu: chạy make check."
        )
    return DONE


def report(found: Sequence[Difference], base: str) -> Iterator[str]:
    """Yield the lines of the report: totals, a warning about changed ids, then each owner."""
    yield f"# Thay đổi về dữ kiện so với {_plain(base)}"
    yield ""
    if not found:
        yield "Không dữ kiện nào thay đổi."
        return
    counts = Counter(one.kind for one in found)
    yield (
        ", ".join(f"{counts[kind]} {word}" for kind, word in VERBS.items() if counts[kind]) + "."
    )
    if counts["renamed"] or counts["moved"]:
        yield ""
        yield (
            "**Có mã bị đổi.** Mã không bao giờ đổi: địa chỉ trang và các chỗ trỏ tới đều theo mã. "
            "Trả lại mã cũ, trừ khi mã vừa mới đặt và chưa công bố."
        )
    for _, group in groupby(found, key=lambda one: one.owner):
        listed = list(group)
        yield ""
        yield f"## {_plain(listed[0].section)}"
        yield ""
        for one in listed:
            # In a code span, # does not become a link to an issue.
            sources = ", ".join(f"`{source}`" for source in one.sources)
            yield f"- {capital(VERBS[one.kind])} {_plain(one.text)}" + (
                f"; nguồn {sources}" if sources else ""
            )


def address_report(old: Archive, new: Archive, vanished: Sequence[str]) -> Iterator[str]:
    """Yield the addresses that have moved, and those that are gone without a way on; or nothing."""
    before = {one.old: one.new for one in old.redirects}
    after = {one.old: one.new for one in new.redirects}
    moved = [one for one in after if before.get(one) != after[one]]
    lost = [one for one in before if one not in after]
    if moved or lost or vanished:
        yield ""
        yield "## Địa chỉ"
        yield ""
    for one in moved:
        yield f"- Chuyển `{one}` đến `{after[one] or '/'}`"
    for one in lost:
        yield f"- Thôi chuyển `{one}` đến `{before[one] or '/'}`"
    for one in vanished:
        yield f"- **Mất `{one}`**: ai đã dẫn đến đó sẽ không tìm thấy; thêm vào `{REDIRECTS}`"


def evidence_report(
    changed: Sequence[ParagraphChanges], forged: Sequence[Problem]
) -> Iterator[str]:
    """Yield the paragraphs of evidence that changed, and those that say something else than before.

    Nothing, if the evidence is the same.
    """
    if changed or forged:
        yield ""
        yield "## Tệp bằng chứng của nguồn"
        yield ""
    for one in changed:
        yield f"- {_plain(one.words)}; người giữ nguồn cần so với bản chép"
    for problem in forged:
        yield f"- **{_plain(problem.position.path)}**: {_plain(problem.message)}"


def _plain(text: str) -> str:
    """Return text as Markdown on one line, escaped, without mentions of users."""
    flat = " ".join(text.split())
    return _MARKUP.sub(lambda match: "\\" + match.group(), flat).replace("@", "&#64;")
