"""Changes of organizations: mergers, splits, renamings, transfers."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, Record, field, many
from macros.model.codes import CHANGE_KINDS, EXTENTS, PARTICIPANT_ROLES
from macros.model.scalars import Count, Date, FactReference, Id, Ids, Label, Line


class Participant(Record):
    """A participant in a change event: which side, and how much of it takes part."""

    organization: Id | None = field("Tổ chức", "Mã tổ chức, nếu có trong dữ liệu.", None)
    label: Label | None = field("Tên", "Tên tổ chức không có trong dữ liệu.", None)
    role: Annotated[str, PARTICIPANT_ROLES] = field("Vai", f"{PARTICIPANT_ROLES.help}.")
    extent: Annotated[str, EXTENTS] | None = field(
        "Phạm vi", f"{EXTENTS.help}; bỏ trống nếu nguồn không nói.", None
    )
    printed: Line | None = field("Cách ghi", "Cách nguồn ghi phạm vi, ví dụ “phần còn lại”.", None)
    members: Count | None = field("Số đảng viên", "Số đảng viên chuyển theo.", None)
    units: Count | None = field("Số tổ chức", "Số tổ chức đảng chuyển theo.", None)


class ChangeEvent(Fact):
    """A merger, split, renaming or transfer (W3C ORG ChangeEvent); file `changes/<id>.yml`.

    Links between predecessors and successors are computed, never stored.
    """

    kind: Annotated[str, CHANGE_KINDS] = field("Loại", f"{CHANGE_KINDS.help}.")
    date: Date | None = field("Ngày", "Ngày thay đổi.", None)
    printed: Line | None = field("Cách ghi", "Cách nguồn ghi thời gian khi không có ngày.", None)
    participants: tuple[Participant, ...] = many("Các bên", "Các tổ chức tham gia.")
    documents: Ids = many("Văn bản", "Mã các văn bản.")
    summary: Line | None = field("Tóm tắt", "Một câu kể lại, không nhắc lại ngày và tên.", None)
    supersedes_name: FactReference | None = field("Tên cũ", "Mã tên được thay (đổi tên).", None)
