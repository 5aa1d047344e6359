"""Congresses, and the size and composition of committees."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, field, many
from macros.model.codes import BODIES, COMMITTEE_BASES
from macros.model.holding import (
    BESIDE,
    MATCHING,
    Attested,
    Coded,
    Number,
    OnDate,
    Reference,
)
from macros.model.scalars import Count, Date, Ids, Line, Ordinal


class Committee(Fact):
    """Size and composition of a body at one time; not every body was elected by a congress."""

    body: Annotated[str, BODIES] = field(
        "Cơ quan", f"{BODIES.help}.", held=Coded("sentence"), column="committees.body"
    )
    size: Count | None = field(
        "Số ủy viên", "Tổng số ủy viên.", None, held=Number(), column="committees.size"
    )
    full_time: Count | None = field(
        "Chuyên trách",
        "Số ủy viên chuyên trách.",
        None,
        held=Number(),
        column="committees.full_time",
    )
    concurrent: Count | None = field(
        "Kiêm nhiệm",
        "Số ủy viên kiêm nhiệm.",
        None,
        held=Number(),
        column="committees.concurrent",
    )
    basis: Annotated[str, COMMITTEE_BASES] | None = field(
        "Cách lập",
        f"{COMMITTEE_BASES.help}; bỏ trống nếu nguồn không nói.",
        None,
        held=Coded("sentence"),
        column="committees.basis",
    )
    congress: Ordinal | None = field(
        "Đại hội",
        "Số thứ tự đại hội (La Mã), nếu có.",
        None,
        held=Reference(),
        column="committees.congress",
    )
    decided_by: Line | None = field(
        "Bên quyết định",
        "Cơ quan bầu, chỉ định hay điều động, như nguồn ghi.",
        None,
        held=Attested(),
        column="committees.decided_by",
    )
    documents: Ids = many(
        "Văn bản", "Mã các quyết định.", held=Reference(), column="committees.documents"
    )
    date: Date | None = field(
        "Ngày",
        "Ngày lập; bỏ trống thì theo đại hội.",
        None,
        held=OnDate(),
        column="committees.date",
    )
    printed: Line | None = field(
        "Cách ghi",
        "Từ đứng cạnh con số trong nguồn.",
        None,
        held=BESIDE,
        column=MATCHING,
        shown=MATCHING,
    )


class Congress(Fact):
    """A congress (đại hội) of the organization's own series."""

    ordinal: Ordinal = field("Lần thứ", "Số La Mã.", held=Reference(), column="congresses.ordinal")
    term: Date | None = field(
        "Nhiệm kỳ",
        'Hai năm, ví dụ "1996/2000".',
        None,
        held=OnDate(),
        column="congresses.term",
    )
    dates: Date | None = field(
        "Ngày họp",
        'Ngày hay khoảng ngày, ví dụ "1996-02-09/1996-02-10".',
        None,
        held=OnDate(),
        column=("congresses.start_date", "congresses.end_date"),
    )
    delegates: Count | None = field(
        "Đại biểu",
        "Số đại biểu chính thức.",
        None,
        held=Number(),
        column="congresses.delegates",
    )
    theme: Line | None = field(
        "Chủ đề",
        "Chủ đề của đại hội; chỉ khi là tên gọi ngắn.",
        None,
        held=Attested(),
        column="congresses.theme",
    )
    documents: Ids = many(
        "Văn bản", "Mã văn bản liên quan.", held=Reference(), column="congresses.documents"
    )
