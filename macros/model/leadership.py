"""Who held which post when: roles, memberships, committees, congresses."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.model.base import Fact, Record, field, many
from macros.model.codes import BASES, BODIES, COMMITTEE_BASES, END_REASONS, EVENT_KINDS, MANNERS
from macros.model.scalars import (
    Citations,
    Count,
    Date,
    Dates,
    FactReference,
    Flag,
    Id,
    Ids,
    Label,
    Line,
    Lines,
    Ordinal,
    one_or_many,
)


class Role(Record):
    """An entry of the catalogue of posts (`data/posts.yml`); a post is `<organization>/<role>`."""

    id: Id = field("Mã", "Mã chức danh.")
    label: Label = field("Chức danh", "Tên chức danh, ví dụ Bí thư.")
    printed: Line | None = field("Từ trong nguồn", "Từ mà nguồn dùng, nếu ngắn hơn.", None)
    seats: Count | None = field(
        "Số ghế", "Số người cùng giữ một lúc; bỏ trống nếu không định.", None
    )
    order: Count = field("Thứ tự", "Thứ tự trong danh sách; nhỏ đứng trước.")


class Person(Record):
    """A person in office; file `people/<id>.yml`. Only what sources publish about the office."""

    id: Id = field("Mã", "Tên tệp.")
    name: Label = field("Họ tên", "Họ và tên đầy đủ.")
    other_names: Lines = many("Tên khác", "Cách viết khác trong nguồn.")
    distinguished_by: Line | None = field("Phân biệt", "Lời phân biệt với người trùng tên.", None)
    note: Line | None = field("Ghi chú", "Lời của ban biên tập.", None)


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

    A missing `end_date` means that no source gives an end, not that the term is open.
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


class Committee(Fact):
    """Size and composition of a body at one time; not every body was elected by a congress."""

    body: Annotated[str, BODIES] = field("Cơ quan", f"{BODIES.help}.")
    size: Count | None = field("Số ủy viên", "Tổng số ủy viên.", None)
    full_time: Count | None = field("Chuyên trách", "Số ủy viên chuyên trách.", None)
    concurrent: Count | None = field("Kiêm nhiệm", "Số ủy viên kiêm nhiệm.", None)
    basis: Annotated[str, COMMITTEE_BASES] | None = field(
        "Cách lập", f"{COMMITTEE_BASES.help}; bỏ trống nếu nguồn không nói.", None
    )
    congress: Ordinal | None = field("Đại hội", "Số thứ tự đại hội (La Mã), nếu có.", None)
    decided_by: Line | None = field(
        "Bên quyết định", "Cơ quan bầu, chỉ định hay điều động, như nguồn ghi.", None
    )
    documents: Ids = many("Văn bản", "Mã các quyết định.")
    date: Date | None = field("Ngày", "Ngày lập; bỏ trống thì theo đại hội.", None)
    printed: Line | None = field("Cách ghi", "Từ đứng cạnh con số trong nguồn.", None)


class Congress(Fact):
    """A congress (đại hội) of the organization's own series."""

    ordinal: Ordinal = field("Lần thứ", "Số La Mã.")
    term: Date | None = field("Nhiệm kỳ", 'Hai năm, ví dụ "1996/2000".', None)
    dates: Date | None = field(
        "Ngày họp", 'Ngày hay khoảng ngày, ví dụ "1996-02-09/1996-02-10".', None
    )
    delegates: Count | None = field("Đại biểu", "Số đại biểu chính thức.", None)
    theme: Line | None = field("Chủ đề", "Chủ đề của đại hội; chỉ khi là tên gọi ngắn.", None)
    documents: Ids = many("Văn bản", "Mã văn bản liên quan.")


class Event(Fact):
    """A dated event other than a congress, a change or an appointment."""

    kind: Annotated[str, EVENT_KINDS] = field("Loại", f"{EVENT_KINDS.help}.", "event")
    counterpart: Line | None = field(
        "Bên kia", "Cơ quan khen thưởng, hoặc cơ quan nhận kiến nghị.", None
    )
    date: Date | None = field("Ngày", "Ngày hay khoảng thời gian.", None)
    printed: Line | None = field("Cách ghi", "Cách nguồn ghi thời gian khi không có ngày.", None)
    summary: Line = field("Sự kiện", "Một câu kể lại.")
    people: Ids = many("Nhân vật", "Mã các nhân vật được nêu tên.")
    documents: Ids = many("Văn bản", "Mã văn bản liên quan.")
    place: Line | None = field("Nơi", "Địa điểm.", None)


class Claim(Record):
    """One side of a contradiction: a fact, or a few words with a citation."""

    fact: FactReference | None = field("Dữ kiện", "Mã dữ kiện (không gõ lại giá trị).", None)
    statement: Line | None = field("Nội dung", "Vài lời, khi không có dữ kiện.", None)
    cite: Citations | None = field("Nguồn", "Nguồn của nội dung gõ tay.", None)
    shown: Flag = field("Được hiện", "true cho giá trị hiện ở nơi khác; đúng một mục.", False)


class Conflict(Record):
    """A contradiction between sources, or passages of one source; always shown to readers."""

    id: Id = field("Mã", "Mã mâu thuẫn, duy nhất trong tổ chức.")
    topic: Line = field("Về việc", "Mâu thuẫn về điều gì.")
    claims: tuple[Claim, ...] = field("Các bên", "Ít nhất hai mục.", min_length=2)
    note: Line = field("Nhận xét", "Lời trung tính: người đọc nên hiểu thế nào.")
