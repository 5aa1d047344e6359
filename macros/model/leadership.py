"""Who held which post when: memberships, and the posts of a person elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from macros.model.base import Fact, Record, field, many
from macros.model.career_codes import (
    CAPACITIES,
    END_REASONS,
    FULL_TIME,
    MANNERS,
    SHARED_SEATS,
    STANDING_IN,
)
from macros.model.codes import BASES
from macros.model.contract import (
    BASIS,
    EDITORS,
    Attested,
    Cited,
    Coded,
    Name,
    Not,
    OnDate,
    Parts,
    Reference,
)
from macros.model.scalars import (
    Citations,
    CongressKey,
    Date,
    Dates,
    Flag,
    Id,
    Ids,
    Label,
    Line,
    one_or_many,
    refuse,
)

_ELSEWHERE = ("memberships.concurrent", "memberships.previously", "memberships.subsequently")


class PostElsewhere(Record):
    """Another post of a person, in an organization of this site or named in words."""

    organization: Id | None = field(
        "Tổ chức",
        "Mã tổ chức, nếu có trong dữ liệu.",
        None,
        held=Not("chức vụ được đối chiếu nguyên văn; mã chỉ nối đến trang của tổ chức"),
        column=_ELSEWHERE,
    )
    role: Line = field("Chức vụ", "Chức vụ như nguồn ghi.", held=Attested(), column=_ELSEWHERE)


def read_post_elsewhere(value: Any) -> Any:
    """Accept a post that is given in words alone."""
    return {"role": value} if isinstance(value, str) else value


PostsElsewhere = Annotated[
    tuple[Annotated[PostElsewhere, BeforeValidator(read_post_elsewhere)], ...],
    BeforeValidator(one_or_many),
]
Manners = Annotated[tuple[Annotated[str, MANNERS], ...], BeforeValidator(one_or_many)]

UNNAMED = "không rõ tên"
"""What a holder without a name is called if an editor says no more: `unnamed: true`."""


def read_unnamed(value: Any) -> Any:
    """Accept `true` for the usual words."""
    if value == "false":
        raise refuse("“false” không phải cách gọi một người", "xóa dòng này và ghi person")
    return UNNAMED if value == "true" else value


Unnamed = Annotated[
    Label, BeforeValidator(read_unnamed), WithJsonSchema({"type": ["string", "boolean"]})
]


def person_or_unnamed(given: Any) -> Any:
    """Accept `unnamed` instead of `person`; if both are missing, `person` is reported missing."""
    if isinstance(given, dict) and "unnamed" in given:
        return {"person": None, **given}
    return given


class Membership(Fact):
    """One election or appointment of one person to one post; views join consecutive ones.

    `post` is the id of a role: with the organization of the file, it names the post. A missing
    `end_date` means that no source gives an end, not that the term is open.
    A person known only on certain days has `attested` and no term. Where the sources, or the
    editors, do not name the person, `unnamed` stands instead of `person`.
    """

    instead: ClassVar[Mapping[str, str]] = {"person": "unnamed"}
    """The field that may stand instead of a required one."""

    person: Id | None = field(
        "Nhân vật",
        "Mã nhân vật trong data/people/; người không rõ tên thì thay bằng dòng “unnamed: …”.",
        held=Name(),
        column="memberships.person_id",
    )
    unnamed: Unnamed | None = field(
        "Người không nêu tên",
        "Thay cho person khi có người giữ chức mà không nêu tên: cách gọi trung tính của ban biên "
        f"tập, ví dụ “không nêu tên”; true là “{UNNAMED}”.",
        None,
        held=EDITORS,
        column="memberships.unnamed",
    )
    post: Id = field(
        "Chức danh",
        "Mã chức danh trong data/posts.yml.",
        held=Reference(),
        column="memberships.post_id",
    )
    capacity: Annotated[str, CAPACITIES] | None = field(
        "Tư cách",
        f"Bỏ trống nếu giữ chức chính thức. {CAPACITIES.help}.",
        None,
        held=Coded("person"),
        column="memberships.capacity",
    )
    shared: Annotated[str, SHARED_SEATS] | None = field(
        "Cùng giữ ghế",
        "Vì sao người khác cũng giữ ghế này cùng lúc; ghi ở một trong hai người. "
        f"{SHARED_SEATS.help}.",
        None,
        held=Not("ban biên tập đã đọc lại và giải thích; ngày của hai người được đối chiếu riêng"),
        column="memberships.shared",
    )
    start_date: Date | None = field(
        "Từ", "Ngày nhận chức.", None, held=OnDate("person"), column="memberships.start_date"
    )
    end_date: Date | None = field(
        "Đến",
        "Ngày thôi chức; bỏ trống nếu nguồn không nói.",
        None,
        held=OnDate("person"),
        column="memberships.end_date",
    )
    start_basis: Annotated[str, BASES] = field(
        "Căn cứ ngày nhận",
        f"{BASES.help}.",
        "stated",
        held=BASIS,
        column="memberships.start_basis",
    )
    end_basis: Annotated[str, BASES] = field(
        "Căn cứ ngày thôi",
        f"{BASES.help}. Suy ra từ đoạn nói người kế nhiệm thì cần end_cite.",
        "stated",
        held=BASIS,
        column="memberships.end_basis",
    )
    end_cite: Citations | None = field(
        "Nguồn ngày thôi",
        "Đoạn nói đến người kế nhiệm, khi ngày thôi được suy ra.",
        None,
        held=Cited(),
        column="memberships.source",
    )
    end_reason: Annotated[str, END_REASONS] | None = field(
        "Lý do thôi",
        f"Như nguồn ghi. {END_REASONS.help}.",
        None,
        held=Coded("person"),
        column="memberships.end_reason",
    )
    attested: Dates = many(
        "Ngày được nhắc",
        "Các ngày nguồn nhắc đến, khi không rõ nhiệm kỳ.",
        held=OnDate("person"),
        column="memberships.attested",
    )
    printed: Line | None = field(
        "Cách ghi",
        "Cách nguồn ghi thời gian khi không có ngày.",
        None,
        held=Attested(),
        column="memberships.printed",
    )
    manner: Manners = many(
        "Hình thức", f"{MANNERS.help}.", held=Coded("person"), column="memberships.manner"
    )
    congress: CongressKey | None = field(
        "Đại hội",
        "Số thứ tự đại hội đã bầu (La Mã); của một loạt khác thì ma-loat/I; hội nghị đại biểu thì "
        "mã của nó.",
        None,
        held=Reference(),
        column="memberships.congress",
    )
    congress_term: CongressKey | None = field(
        "Khóa",
        "Số thứ tự khóa (La Mã, hay ma-loat/I) mà người không do đại hội bầu giữ chức.",
        None,
        held=Reference(),
        column="memberships.congress_term",
    )
    decided_by: Line | None = field(
        "Bên quyết định",
        "Cơ quan bầu, chỉ định hay điều động, như nguồn ghi.",
        None,
        held=Attested(),
        column="memberships.decided_by",
    )
    documents: Ids = many(
        "Văn bản", "Mã các quyết định.", held=Reference(), column="memberships.documents"
    )
    full_time: Flag | None = field(
        "Chuyên trách",
        "true: chuyên trách; false: kiêm nhiệm.",
        None,
        held=Coded("person", FULL_TIME),
        column="memberships.full_time",
    )
    concurrent: PostsElsewhere = many(
        "Kiêm chức", "Chức vụ giữ đồng thời.", held=Parts(), column="memberships.concurrent"
    )
    previously: PostsElsewhere = many(
        "Trước đó",
        "Chức vụ trước khi nhận chức này.",
        held=Parts(),
        column="memberships.previously",
    )
    subsequently: PostsElsewhere = many(
        "Sau đó",
        "Chức vụ sau khi thôi chức này.",
        held=Parts(),
        column="memberships.subsequently",
    )

    @property
    def holder(self) -> str:
        """The key that tells holders apart: the person's id, or a key that no other holder has.

        Two holders without a name are never taken for one person. Such a key sorts after all ids.
        """
        return self.person or f"~{self.id}"

    @property
    def stands_in(self) -> bool:
        """Whether the holder of the post may be there at the same time."""
        return self.capacity in STANDING_IN

    _without_person = model_validator(mode="before")(person_or_unnamed)
