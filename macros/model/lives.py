"""The lives of an organization: when it was founded and when it ended, once or several times."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, Record, field, many, parts
from macros.model.codes import TURNS
from macros.model.contract import Coded, OnDate, Paraphrase, Reference
from macros.model.scalars import Date, Ids, Line


class Founding(Fact):
    """When, how and by which decisions an organization was founded or dissolved.

    `how` says if it was restored, destroyed or suspended; None is a plain founding or end.
    """

    date: Date | None = field(
        "Ngày",
        "Ngày thành lập hoặc giải thể.",
        None,
        held=OnDate(),
        column="foundings.date",
    )
    how: Annotated[str, TURNS] | None = field(
        "Hình thức",
        f"{TURNS.help}; bỏ trống nếu là thành lập, kết thúc hoạt động nói chung.",
        None,
        held=Coded(),
        column="foundings.how",
    )
    operating_from: Date | None = field(
        "Hoạt động từ",
        "Ngày bắt đầu hoạt động.",
        None,
        held=OnDate(),
        column="foundings.operating_from",
    )
    documents: Ids = many(
        "Văn bản", "Mã các quyết định.", held=Reference(), column="foundings.documents"
    )
    basis: Line | None = field(
        "Cơ sở",
        "Thành lập trên cơ sở nào.",
        None,
        held=Paraphrase(),
        column="foundings.basis",
    )


class Life(Record):
    """A time in which an organization existed, from a founding to an end.

    A side that no source states is None.
    """

    founding: Founding | None = parts("Bắt đầu", "Lần thành lập hay khôi phục.", None)
    dissolution: Founding | None = parts("Kết thúc", "Lần kết thúc hay tạm ngừng.", None)

    @property
    def turns(self) -> tuple[Founding, ...]:
        """The sides that are known, the founding first."""
        return tuple(filter(None, (self.founding, self.dissolution)))
