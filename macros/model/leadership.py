"""Who held which post when: memberships, and the posts of a person elsewhere."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.model.base import Fact, Record, field, many
from macros.model.codes import BASES, END_REASONS, MANNERS
from macros.model.scalars import Citations, Date, Dates, Flag, Id, Ids, Line, Ordinal, one_or_many


class PostElsewhere(Record):
    """Another post of a person, in an organization of this site or named in words."""

    organization: Id | None = field("Tổ chức", "Mã tổ chức, nếu có trong dữ liệu.", None)
    role: Line = field("Chức vụ", "Chức vụ như nguồn ghi.")


def read_post_elsewhere(value: Any) -> Any:
    """Accept a post that is given in words alone."""
    return {"role": value} if isinstance(value, str) else value


PostsElsewhere = Annotated[
    tuple[Annotated[PostElsewhere, BeforeValidator(read_post_elsewhere)], ...],
    BeforeValidator(one_or_many),
]
Manners = Annotated[tuple[Annotated[str, MANNERS], ...], BeforeValidator(one_or_many)]


class Membership(Fact):
    """One election or appointment of one person to one post; views join consecutive ones.

    `post` is the id of a role: with the organization of the file, it names the post. A missing
    `end_date` means that no source gives an end, not that the term is open.
    A person known only on certain days has `attested` and no term.
    """

    person: Id = field("Nhân vật", "Mã nhân vật trong data/people/.")
    post: Id = field("Chức danh", "Mã chức danh trong data/posts.yml.")
    start_date: Date | None = field("Từ", "Ngày nhận chức.", None)
    end_date: Date | None = field("Đến", "Ngày thôi chức; bỏ trống nếu nguồn không nói.", None)
    start_basis: Annotated[str, BASES] = field("Căn cứ ngày nhận", f"{BASES.help}.", "stated")
    end_basis: Annotated[str, BASES] = field(
        "Căn cứ ngày thôi",
        f"{BASES.help}. Suy ra từ đoạn nói người kế nhiệm thì cần end_cite.",
        "stated",
    )
    end_cite: Citations | None = field(
        "Nguồn ngày thôi", "Đoạn nói đến người kế nhiệm, khi ngày thôi được suy ra.", None
    )
    end_reason: Annotated[str, END_REASONS] | None = field(
        "Lý do thôi", f"Như nguồn ghi. {END_REASONS.help}.", None
    )
    attested: Dates = many("Được nhắc ngày", "Các ngày nguồn nhắc đến, khi không rõ nhiệm kỳ.")
    printed: Line | None = field("Cách ghi", "Cách nguồn ghi thời gian khi không có ngày.", None)
    manner: Manners = many("Hình thức", f"{MANNERS.help}.")
    congress: Ordinal | None = field("Đại hội", "Số thứ tự đại hội đã bầu (La Mã).", None)
    congress_term: Ordinal | None = field(
        "Khóa",
        "Số thứ tự khóa (La Mã) mà người không do đại hội bầu giữ chức.",
        None,
    )
    decided_by: Line | None = field(
        "Bên quyết định", "Cơ quan bầu, chỉ định hay điều động, như nguồn ghi.", None
    )
    documents: Ids = many("Văn bản", "Mã các quyết định.")
    full_time: Flag | None = field("Chuyên trách", "true: chuyên trách; false: kiêm nhiệm.", None)
    concurrent: PostsElsewhere = many("Kiêm chức", "Chức vụ giữ đồng thời.")
    previously: PostsElsewhere = many("Trước đó", "Chức vụ trước khi nhận chức này.")
    subsequently: PostsElsewhere = many("Sau đó", "Chức vụ sau khi thôi chức này.")
