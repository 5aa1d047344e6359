"""Checks of documents: those of one symbol can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.messages.problems import Problem
from macros.rules.documents import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive


def told_apart(archive: Archive) -> Iterator[Problem]:
    """Documents of one issuer, kind and symbol differ in their day, their term or their subject."""
    # Those of one symbol share one tuple.
    for same in {id(one): one for one in alike(archive).values()}.values():
        told: dict[tuple[str, str, str | None, str | None], str] = {}
        for one in same:
            issuer = archive.issuer_of[one.id].id
            key = (issuer, str(one.date or ""), one.term, one.subject)
            other = told.setdefault(key, one.id)
            if other != one.id:
                yield Problem(
                    one.where("symbol"),
                    f"“{one.id}” và “{other}” cùng số, ký hiệu {one.symbol}, không phân biệt được",
                    "ghi date, term (khóa) hoặc subject cho cả hai; nếu là một văn bản thì giữ "
                    "một mã",
                )
