"""Checks of tables of targets: the numbers of their rows, and how results are judged."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive import Archive
from macros.messages.problems import Problem
from macros.model.codes import JUDGEMENTS
from macros.model.targets import Target


def row_numbers(archive: Archive) -> Iterator[Problem]:
    """No two rows of one group of a table have the same number."""
    for dossier in archive.dossiers.values():
        for table in dossier.target_sets:
            first: dict[tuple[str | None, str, str | None], Target] = {}
            for row in table.targets:
                if row.number is None or row.row_of:
                    continue
                other = first.setdefault((row.group, row.number, row.organization), row)
                if other is not row:
                    yield Problem(
                        row.where("number"),
                        f"dòng {row.number} của nhóm này đã có ({other.id})",
                        "sửa number theo bảng; các dòng con thì ghi row_of",
                    )


def results(archive: Archive) -> Iterator[Problem]:
    """A result is a judgement, as tables print it: “Đạt”, “Chưa đạt”, “Vượt”."""
    for dossier in archive.dossiers.values():
        for table in dossier.target_sets:
            for row in table.targets:
                if row.result and not any(one in row.result.lower() for one in JUDGEMENTS):
                    yield Problem(
                        row.where("result"),
                        f"“{row.result}” không phải lời đánh giá",
                        f"ghi như bảng in, thường có một trong các từ: {', '.join(JUDGEMENTS)}",
                    )
