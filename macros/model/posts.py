"""The catalogue of roles, `data/posts.yml`.

A role (“Bí thư”) is an entry of the catalogue; a post is a role in one organization, written
`<organization>/<role>` in the open data. The key `post:` of a membership holds the id of a role,
because its file belongs to one organization.
"""

from __future__ import annotations

from macros.model.base import Record, field
from macros.model.scalars import Count, Id, Label, Line


class Role(Record):
    """An entry of the catalogue: the office, in whichever organization it is held."""

    id: Id = field("Mã", "Mã chức danh.")
    label: Label = field("Chức danh", "Tên chức danh, ví dụ Bí thư.")
    printed: Line | None = field("Từ trong nguồn", "Từ mà nguồn dùng, nếu ngắn hơn.", None)
    seats: Count | None = field(
        "Số ghế", "Số người cùng giữ một lúc; bỏ trống nếu không định.", None
    )
    order: Count = field("Thứ tự", "Thứ tự trong danh sách; nhỏ đứng trước.")
