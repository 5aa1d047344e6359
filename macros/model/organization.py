"""An organization: its kind, its names and headquarters over time, founding and dissolution.

Like Popolo's Organization, but names are dated (a text about 1997 shows the name of
1997), and the party organization, its committee and its office have separate names.
"""

from __future__ import annotations

from typing import Annotated

from macros.model.aliases import Alias
from macros.model.base import Fact, Record, field, many, parts
from macros.model.codes import NAME_BEARERS, ORGANIZATION_KINDS
from macros.model.contract import (
    CATALOGUE,
    EDITORS,
    STRUCTURAL,
    Attested,
    Coded,
    Derived,
    Not,
    OnDate,
    Reference,
)
from macros.model.contract import Name as NameHeld
from macros.model.lives import Founding, Life
from macros.model.scalars import Count, Date, Flag, Id, Ids, Label, Line, Lines
from macros.model.superiors import Area, Belonging, Parent, Superior, Territory, latest_first


class Name(Fact):
    """A name from a date on; it ends where the next one with the same `applies_to` begins."""

    name: Label = field(
        "Tên", "Tên đầy đủ như trong quyết định.", held=NameHeld(), column="names.name"
    )
    short_name: Label | None = field(
        "Tên gọn",
        "Tên dùng trong câu, nếu khác tên đầy đủ.",
        None,
        held=Derived("name"),
        column="names.short_name",
    )
    applies_to: Annotated[str, NAME_BEARERS] = field(
        "Tên của",
        f"{NAME_BEARERS.help}.",
        "organization",
        held=Coded("name"),
        column="names.applies_to",
    )
    start_date: Date | None = field(
        "Từ", "Ngày bắt đầu dùng tên.", None, held=OnDate(), column="names.start_date"
    )
    end_date: Date | None = field(
        "Đến",
        "Chỉ ghi khi không có tên kế tiếp.",
        None,
        held=OnDate(),
        column="names.end_date",
    )
    documents: Ids = many(
        "Văn bản",
        "Mã văn bản đặt hoặc đổi tên.",
        held=Reference(),
        column="names.documents",
    )


class Headquarters(Fact):
    """An address of the organization's office over a time."""

    address: Line = field(
        "Địa chỉ", "Địa chỉ trụ sở.", held=Attested(), column="headquarters.address"
    )
    start_date: Date | None = field(
        "Từ", "Ngày bắt đầu.", None, held=OnDate(), column="headquarters.start_date"
    )
    end_date: Date | None = field(
        "Đến", "Ngày kết thúc.", None, held=OnDate(), column="headquarters.end_date"
    )
    printed: Line | None = field(
        "Cách ghi",
        "Cách nguồn ghi thời gian khi không có ngày.",
        None,
        held=Attested(),
        column="headquarters.printed",
    )


class Organization(Record):
    """The file `organization.yml` of one organization; its id is its folder's name."""

    id: Id = field(
        "Mã",
        "Tên thư mục.",
        held=STRUCTURAL,
        column=("organizations.id", "*.organization_id"),
        shown=Not("mã nằm trong địa chỉ của tổ chức"),
    )
    kind: Annotated[str, ORGANIZATION_KINDS] = field(
        "Loại", f"{ORGANIZATION_KINDS.help}.", held=CATALOGUE, column="organizations.kind"
    )
    classification: Line | None = field(
        "Cấp",
        "Ví dụ: đảng bộ cấp trên trực tiếp cơ sở.",
        None,
        held=CATALOGUE,
        column="organizations.classification",
    )
    short_name: Label = field(
        "Tên gọi",
        "Tên ngắn cố định để hiện trong danh sách và mục lục.",
        held=CATALOGUE,
        column="organizations.short_name",
    )
    other_names: Lines = many(
        "Tên khác",
        "Cách viết khác trong nguồn, để tìm kiếm.",
        held=CATALOGUE,
        column="organizations.other_names",
    )
    aliases: tuple[Alias, ...] = parts(
        "Mật danh", "Mật danh, tên thời kháng chiến; mỗi tên có nguồn riêng.", ()
    )
    names: tuple[Name, ...] = parts("Các tên", "Các tên theo thời gian.", ())
    area: Area | None = field(
        "Địa bàn",
        "Mã đơn vị hành chính của tổ chức đảng.",
        None,
        held=CATALOGUE,
        column="organizations.area_id",
    )
    areas: tuple[Territory, ...] = parts(
        "Địa bàn theo thời gian", "Thay cho area khi địa bàn thay đổi, hay có vài nơi.", ()
    )
    parent: Parent | None = field(
        "Trực thuộc",
        "Mã tổ chức cấp trên.",
        None,
        held=CATALOGUE,
        column="organizations.parent_id",
    )
    parents: tuple[Superior, ...] = parts(
        "Cấp trên theo thời gian", "Thay cho parent khi cấp trên thay đổi.", ()
    )
    founding: Founding | None = parts("Thành lập", "Ngày và văn bản thành lập.", None)
    dissolution: Founding | None = parts("Kết thúc", "Ngày và văn bản kết thúc hoạt động.", None)
    lives: tuple[Life, ...] = parts(
        "Các lần hoạt động",
        "Thay cho founding và dissolution khi tổ chức kết thúc hay ngừng rồi lại hoạt động.",
        (),
    )
    headquarters: tuple[Headquarters, ...] = parts("Trụ sở", "Các trụ sở theo thời gian.", ())
    summary: Line | None = field(
        "Giới thiệu",
        "Một hai câu giới thiệu, không chứa số liệu.",
        None,
        held=EDITORS,
        column="organizations.summary",
    )
    picture: Id | None = field(
        "Ảnh",
        "Mã một ảnh trong data/pictures/ để hiện ở thẻ của tổ chức.",
        None,
        held=STRUCTURAL,
        column="organizations.picture_id",
    )
    order: Count = field(
        "Thứ tự",
        "Thứ tự trong danh sách; nhỏ đứng trước.",
        1000,
        held=STRUCTURAL,
        column="organizations.order",
    )
    listed: Flag = field(
        "Có trang riêng",
        "true nếu tổ chức là một tập của trang (có chương sử).",
        False,
        held=STRUCTURAL,
        column="organizations.listed",
    )

    @property
    def above(self) -> tuple[str, ...]:
        """The ids of the organizations directly above it at any time, the latest first."""
        return latest_first(self.parent, self.parents)

    @property
    def grounds(self) -> tuple[str, ...]:
        """The ids of the administrative units that it was in at any time, the latest first."""
        return latest_first(self.area, self.areas)

    @property
    def belongings(self) -> tuple[Belonging, ...]:
        """The times in which it was under a superior, and in an area."""
        return (*self.parents, *self.areas)

    @property
    def spans(self) -> tuple[Life, ...]:
        """The lives in order of time: `lives`, or a single one of `founding` and `dissolution`."""
        if self.lives:
            return self.lives
        # Both are validated already.
        return (Life.model_construct(founding=self.founding, dissolution=self.dissolution),)

    @property
    def beginning(self) -> Founding | None:
        """The first founding."""
        return self.spans[0].founding

    @property
    def ending(self) -> Founding | None:
        """The last end; None if no source states the end of the last life."""
        return self.spans[-1].dissolution

    @property
    def turns(self) -> tuple[Founding, ...]:
        """Every founding and every end, in order of time."""
        return tuple(turn for span in self.spans for turn in span.turns)

    def begins(self, turn: Fact) -> bool:
        """Return whether a turn is a founding, and not an end."""
        return any(span.founding is turn for span in self.spans)
