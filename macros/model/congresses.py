"""Congresses and conferences of delegates, and the size and composition of committees."""

from __future__ import annotations

from typing import Annotated

from macros.dates import Edtf, certainly_before, first_and_last, parse_edtf
from macros.model.base import Fact, Record, field, many, parts
from macros.model.codes import BODIES, COMMITTEE_BASES, CONFERENCE_KINDS
from macros.model.contract import (
    BESIDE,
    EDITORS,
    MATCHING,
    STRUCTURAL,
    Attested,
    Coded,
    Number,
    OnDate,
    Paraphrase,
    Reference,
)
from macros.model.scalars import CongressKey, Count, Date, Id, Ids, Label, Line, Ordinal


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
    congress: CongressKey | None = field(
        "Đại hội",
        "Số thứ tự đại hội (La Mã), nếu có; của một loạt khác thì ma-loat/I; hội nghị thì mã của "
        "nó.",
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


class Session(Record):
    """One of the rounds in which a congress met."""

    dates: Date | None = field(
        "Ngày họp",
        "Ngày hay khoảng ngày của vòng họp.",
        None,
        held=OnDate(),
        column=("sessions.start_date", "sessions.end_date"),
    )
    place: Line | None = field(
        "Nơi họp", "Địa điểm.", None, held=Attested(), column="sessions.place"
    )
    decided: Line | None = field(
        "Đã quyết định",
        "Một câu kể vòng họp ấy đã quyết định gì.",
        None,
        held=Paraphrase(),
        column="sessions.decided",
    )


class Meeting(Fact):
    """What congresses and conferences have in common."""

    dates: Date | None = field(
        "Ngày họp",
        'Ngày hay khoảng ngày, ví dụ "1996-02-09/1996-02-10"; họp nhiều vòng thì ghi ở sessions.',
        None,
        held=OnDate(),
        column=("*.start_date", "*.end_date"),
    )
    place: Line | None = field(
        "Nơi họp", "Địa điểm, như nguồn ghi.", None, held=Attested(), column="*.place"
    )
    delegates: Count | None = field(
        "Đại biểu",
        "Số đại biểu dự; nguồn tách riêng đại biểu chính thức thì ghi số ấy.",
        None,
        held=Number(),
        column="*.delegates",
    )
    theme: Line | None = field(
        "Chủ đề",
        "Chủ đề; chỉ khi là tên gọi ngắn.",
        None,
        held=Attested(),
        column="*.theme",
    )
    decided: Line | None = field(
        "Đã quyết định",
        "Một câu kể đã quyết định gì.",
        None,
        held=Paraphrase(),
        column="*.decided",
    )
    documents: Ids = many(
        "Văn bản", "Mã văn bản liên quan.", held=Reference(), column="*.documents"
    )

    @property
    def key(self) -> str:
        """What names it within its organization, see :data:`macros.model.scalars.CongressKey`."""
        return self.id

    @property
    def days(self) -> Edtf | None:
        """When it met."""
        return self.dates

    @property
    def rounds(self) -> tuple[Session, ...]:
        """The sessions of one that met more than once."""
        return ()


class Congress(Meeting):
    """A congress (đại hội) of one of the organization's series."""

    ordinal: Ordinal = field("Lần thứ", "Số La Mã.", held=Reference(), column="congresses.ordinal")
    series: Id | None = field(
        "Loạt đại hội",
        "Mã trong series, khi tổ chức đếm đại hội lại từ I; bỏ trống là loạt đầu.",
        None,
        held=STRUCTURAL,
        column="congresses.series",
    )
    term: Date | None = field(
        "Nhiệm kỳ",
        'Hai năm, ví dụ "1996/2000".',
        None,
        held=OnDate(),
        column="congresses.term",
    )
    sessions: tuple[Session, ...] = parts(
        "Các vòng họp", "Từng vòng theo thứ tự, khi họp nhiều vòng cách nhau.", ()
    )

    @property
    def days(self) -> Edtf | None:
        """When it met: from the first day of its first session to the last of its last.

        A side that is not known to be a day, a month or a year is unknown.
        """
        dated = [one.dates for one in self.sessions if one.dates]
        if len(dated) < 2:
            return self.dates or next(iter(dated), None)
        first, last = first_and_last(dated[0])[0], first_and_last(dated[-1])[1]
        if first and last and certainly_before(last, first):
            return dated[0]  # a check reports that the sessions are in the wrong order
        sides = [side.text if side and side.is_point else "" for side in (first, last)]
        return parse_edtf("/".join(sides)) if any(sides) else dated[-1]

    @property
    def rounds(self) -> tuple[Session, ...]:
        """Its sessions, none where it met once."""
        return self.sessions

    @property
    def key(self) -> str:
        """Its ordinal, after the id of its series if that is not the first: `tu-2025/I`."""
        return f"{self.series}/{self.ordinal}" if self.series else self.ordinal


class Conference(Meeting):
    """A conference of delegates (hội nghị đại biểu), such as in the middle of a term."""

    kind: Annotated[str, CONFERENCE_KINDS] = field(
        "Loại", f"{CONFERENCE_KINDS.help}.", held=Coded(), column="conferences.kind"
    )
    congress: CongressKey | None = field(
        "Khóa",
        "Đại hội mở đầu nhiệm kỳ (số La Mã), nếu có.",
        None,
        held=Reference(),
        column="conferences.congress",
    )


class Series(Record):
    """A series of congresses that counts from I again."""

    id: Id = field(
        "Mã",
        "Mã của loạt đại hội, duy nhất trong tổ chức; không bao giờ đổi.",
        held=STRUCTURAL,
        column="congress_series.id",
    )
    label: Label = field(
        "Tên gọi",
        "Cụm từ phân biệt với loạt khác, ví dụ: sau hợp nhất năm 2025.",
        held=EDITORS,
        column="congress_series.label",
    )
