"""The catalogue of roles, `data/posts.yml`.

A role (“Bí thư”) is an entry of the catalogue; a post is a role in one organization, written
`<organization>/<role>` in the open data. The key `post:` of a membership holds the id of a role,
because its file belongs to one organization.
"""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field
from macros.model.codes import BODIES
from macros.model.contract import CATALOGUE, MATCHING, STRUCTURAL, Not
from macros.model.scalars import Count, Id, Label, Line


class Role(Record):
    """An entry of the catalogue: the office, in whichever organization it is held."""

    id: Id = field(
        "Mã",
        "Mã chức danh.",
        held=STRUCTURAL,
        column=("posts.id", "memberships.post_id"),
        shown=Not("mã chỉ nối lần giữ chức với chức danh"),
    )
    label: Label = field(
        "Chức danh",
        "Tên chức danh, ví dụ Bí thư.",
        held=CATALOGUE,
        column=("posts.label", "memberships.post"),
    )
    printed: Line | None = field(
        "Từ trong nguồn",
        "Từ mà nguồn dùng, nếu ngắn hơn.",
        None,
        held=CATALOGUE,
        column="posts.printed",
        shown=MATCHING,
    )
    seats: Count | None = field(
        "Số ghế",
        "Số người cùng giữ một lúc; bỏ trống nếu không định.",
        None,
        held=CATALOGUE,
        column="posts.seats",
    )
    member_of: Annotated[str, BODIES] | None = field(
        "Ủy viên của",
        f"Chỉ ghi khi chức danh là một ủy viên của một ban. {BODIES.help}. Bảng của chức danh ấy "
        "gập lại, không vào hình lãnh đạo.",
        None,
        held=CATALOGUE,
        column="posts.member_of",
    )
    order: Count = field(
        "Thứ tự",
        "Thứ tự trong danh sách; nhỏ đứng trước.",
        held=STRUCTURAL,
        column="posts.order",
    )
