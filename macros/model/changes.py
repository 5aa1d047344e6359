"""Changes of organizations: mergers, splits, renamings, transfers."""

from __future__ import annotations

from typing import Annotated

from macros.dates import Edtf
from macros.model.base import Fact, Record, field, many, parts
from macros.model.codes import CHANGE_KINDS, EXTENTS, PARTICIPANT_ROLES
from macros.model.contract import (
    STRUCTURAL,
    Attested,
    Coded,
    Not,
    Number,
    OnDate,
    Paraphrase,
    Reference,
)
from macros.model.scalars import Count, Date, FactReference, Id, Ids, Label, Line


class Participant(Record):
    """A participant in a change event: which side, and how much of it takes part."""

    organization: Id | None = field(
        "Tổ chức",
        "Mã tổ chức, nếu có trong dữ liệu.",
        None,
        held=Reference(),
        column="participants.organization_id",
    )
    label: Label | None = field(
        "Tên",
        "Tên tổ chức không có trong dữ liệu.",
        None,
        held=Attested(),
        column="participants.label",
    )
    role: Annotated[str, PARTICIPANT_ROLES] = field(
        "Vai",
        f"{PARTICIPANT_ROLES.help}.",
        held=Not("vai của mỗi bên theo loại thay đổi, nguồn không có từ riêng cho vai"),
        column="participants.role",
    )
    extent: Annotated[str, EXTENTS] | None = field(
        "Phạm vi",
        f"{EXTENTS.help}; bỏ trống nếu nguồn không nói.",
        None,
        held=Coded("printed"),
        column="participants.extent",
    )
    printed: Line | None = field(
        "Cách ghi",
        "Cách nguồn ghi phạm vi, ví dụ “phần còn lại”.",
        None,
        held=Attested(),
        column="participants.printed",
    )
    members: Count | None = field(
        "Số đảng viên",
        "Số đảng viên chuyển theo.",
        None,
        held=Number(),
        column="participants.members",
    )
    units: Count | None = field(
        "Số tổ chức",
        "Số tổ chức đảng chuyển theo.",
        None,
        held=Number(),
        column="participants.units",
    )


class ChangeEvent(Fact):
    """A merger, split, renaming or transfer (W3C ORG ChangeEvent); file `changes/<id>.yml`.

    Links between predecessors and successors are computed, never stored.
    """

    kind: Annotated[str, CHANGE_KINDS] = field(
        "Loại", f"{CHANGE_KINDS.help}.", held=Coded(), column="changes.kind"
    )
    date: Date | None = field(
        "Ngày",
        "Ngày thay đổi; có effective_date thì là ngày quyết định.",
        None,
        held=OnDate(),
        column="changes.date",
    )
    effective_date: Date | None = field(
        "Có hiệu lực từ",
        "Ngày thay đổi thật sự bắt đầu, khi nguồn ghi cả ngày quyết định.",
        None,
        held=OnDate(),
        column="changes.effective_date",
    )
    printed: Line | None = field(
        "Cách ghi",
        "Cách nguồn ghi thời gian khi không có ngày.",
        None,
        held=Attested(),
        column="changes.printed",
    )
    participants: tuple[Participant, ...] = parts("Các bên", "Các tổ chức tham gia.", ())
    documents: Ids = many(
        "Văn bản", "Mã các văn bản.", held=Reference(), column="changes.documents"
    )
    summary: Line | None = field(
        "Tóm tắt",
        "Một câu kể lại, không nhắc lại ngày và tên.",
        None,
        held=Paraphrase(),
        column="changes.summary",
    )
    supersedes_name: FactReference | None = field(
        "Tên cũ",
        "Mã tên được thay (đổi tên).",
        None,
        held=STRUCTURAL,
        column="changes.supersedes_name",
        shown=Not("tên cũ và tên mới đã đứng trong danh sách tên của tổ chức"),
    )

    @property
    def since(self) -> Edtf | None:
        """The day from which the change holds, with which days of other records are compared.

        The day of the decision if no other is known.
        """
        return self.effective_date or self.date
