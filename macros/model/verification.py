"""How firmly values are held against the sources, as measured: written by `make mutate`."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, parts
from macros.model.codes import CORRUPTIONS
from macros.model.contract import Not
from macros.model.scalars import Count, Line, Lines

MEASURED = Not("số đo của phép soát: máy thử, không hỏi ở nguồn")
OF_CHECK = Not("số đo của phép soát, không phải dữ kiện lịch sử")


class Tried(Record):
    """Wrong values of one kind that were tried on the data: how many, and how many were refused."""

    corruption: Annotated[str, CORRUPTIONS] = field(
        "Kiểu sai", f"{CORRUPTIONS.help}.", held=MEASURED, column=OF_CHECK
    )
    tried: Count = field("Đã thử", "Số giá trị sai đã thử.", held=MEASURED, column=OF_CHECK)
    clone: Count = field(
        "Không có bản chép",
        "Số bị từ chối khi chỉ có tệp bằng chứng.",
        held=MEASURED,
        column=OF_CHECK,
    )
    sources: Count | None = field(
        "Có bản chép",
        "Số bị từ chối khi có cả bản chép; trống nếu chưa đo.",
        None,
        held=MEASURED,
        column=OF_CHECK,
    )


class Strength(Tried):
    """The wrong values of all fields that are held in one way: how many were refused."""

    held: Line = field(
        "Cách giữ",
        "Tên cách đối chiếu trong macros/model/contract.py.",
        held=MEASURED,
        column=OF_CHECK,
    )


class Weak(Tried):
    """Fields that are held more weakly than others of their kind, and why."""

    fields: Lines = field("Trường", "Bản ghi.trường.", held=MEASURED, column=OF_CHECK)
    why: Line = field("Vì sao", "Vì sao không giữ chắc hơn.", held=MEASURED, column=OF_CHECK)


class VerificationFile(Record):
    """`verification.yml`: generated, shown on the page on verification."""

    refused: tuple[Strength, ...] = parts("Mức chắc", "Theo cách đối chiếu và kiểu sai.", ())
    weak: tuple[Weak, ...] = parts("Giữ yếu", "Những trường giữ yếu hơn.", ())
