"""The superiors and the areas of an organization over time; there may be several at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.dates import order_key
from macros.model.base import Fact, field, many
from macros.model.contract import OnDate, Reference
from macros.model.scalars import Date, Id, Ids, refuse


class Superior(Fact):
    """An organization directly above this one over a time.

    A missing day is one that no source gives. Its id is unique among the organization's facts.
    """

    organization: Id = field(
        "Cấp trên",
        "Mã tổ chức cấp trên.",
        held=Reference(),
        column="superiors.superior_id",
    )
    start_date: Date | None = field(
        "Từ", "Ngày bắt đầu trực thuộc.", None, held=OnDate(), column="superiors.start_date"
    )
    end_date: Date | None = field(
        "Đến", "Ngày thôi trực thuộc.", None, held=OnDate(), column="superiors.end_date"
    )
    documents: Ids = many(
        "Văn bản", "Mã văn bản quyết định.", held=Reference(), column="superiors.documents"
    )

    @property
    def other(self) -> str:
        """The id of the organization that this one belonged to."""
        return self.organization


class Territory(Fact):
    """An administrative unit in which a party organization was over a time."""

    area: Id = field(
        "Địa bàn", "Mã đơn vị hành chính.", held=Reference(), column="territories.area_id"
    )
    start_date: Date | None = field(
        "Từ", "Ngày bắt đầu.", None, held=OnDate(), column="territories.start_date"
    )
    end_date: Date | None = field(
        "Đến", "Ngày kết thúc.", None, held=OnDate(), column="territories.end_date"
    )
    documents: Ids = many(
        "Văn bản", "Mã văn bản quyết định.", held=Reference(), column="territories.documents"
    )

    @property
    def other(self) -> str:
        """The id of the unit that the organization belonged to."""
        return self.area


Belonging = Superior | Territory
"""A time in which an organization belonged to another one."""


def in_order(dated: Iterable[Belonging]) -> list[Belonging]:
    """Return what an organization belonged to in order of time.

    One without a start comes first; of several with the same start, one without an end comes last.
    """
    return sorted(
        dated,
        key=lambda one: (
            one.start_date is not None,
            order_key(one.start_date),
            one.end_date is None,
            order_key(one.end_date),
        ),
    )


def latest_first(single: str | None, dated: Iterable[Belonging]) -> tuple[str, ...]:
    """Return the ids of all that an organization ever belonged to, the latest first."""
    ids = (one.other for one in reversed(in_order(dated)))
    return tuple(dict.fromkeys((*([single] if single else []), *ids)))


def _single(name: str) -> Callable[[Any], Any]:
    def single(value: Any) -> Any:
        if isinstance(value, list | dict):
            raise refuse(
                "cần đúng một mã",
                f"nhiều nơi, hay có thời gian, thì ghi ở {name}: mỗi nơi một mục có id và cite",
            )
        return value

    return single


Parent = Annotated[Id, BeforeValidator(_single("parents"))]
Area = Annotated[Id, BeforeValidator(_single("areas"))]
"""One id without a time; an editor who writes several is referred to the list with times."""
