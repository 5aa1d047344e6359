"""People in office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from macros.model.aliases import Alias
from macros.model.base import Fact, Record, field, many, parts
from macros.model.career_codes import LATER_KINDS
from macros.model.contract import (
    EDITORS,
    STRUCTURAL,
    Attested,
    Coded,
    Not,
    OnDate,
    Paraphrase,
    Reference,
)
from macros.model.scalars import Date, Id, Ids, Label, Line, Lines

BY_FACTS = Not("được đối chiếu ở từng dữ kiện nêu người ấy")


class Later(Fact):
    """What happened to a person after the end of a term: rehabilitated, released, honoured.

    Its id is unique among the facts of the person.
    """

    kind: Annotated[str, LATER_KINDS] = field(
        "Việc", f"{LATER_KINDS.help}.", held=Coded("person"), column="later.kind"
    )
    date: Date | None = field("Ngày", "Khi nào.", None, held=OnDate("person"), column="later.date")
    decided_by: Line | None = field(
        "Bên quyết định",
        "Cơ quan quyết định, như nguồn ghi.",
        None,
        held=Attested(),
        column="later.decided_by",
    )
    documents: Ids = many(
        "Văn bản", "Mã các quyết định.", held=Reference(), column="later.documents"
    )


class Identity(Fact):
    """What a source says of who a person is: years of life, native place, a remark.

    Each source has an entry of its own; what it does not say is left out. Its id is unique among
    the facts of the person.
    """

    born: Date | None = field(
        "Sinh",
        "Ngày hoặc năm sinh, đúng mức nguồn ghi.",
        None,
        held=OnDate("person"),
        column="identities.born",
    )
    died: Date | None = field(
        "Mất",
        "Ngày hoặc năm mất, đúng mức nguồn ghi.",
        None,
        held=OnDate("person"),
        column="identities.died",
    )
    origin: Line | None = field(
        "Quê quán",
        "Quê quán, nguyên văn như nguồn ghi.",
        None,
        held=Attested(),
        column="identities.origin",
    )
    remark: Line | None = field(
        "Nhận biết",
        "Điều nguồn nói để nhận ra người này, như là em ruột của ai; lời diễn đạt.",
        None,
        held=Paraphrase(),
        column="identities.remark",
    )


class Person(Record):
    """A person in office; file `people/<id>.yml`. Only what sources publish about the office."""

    id: Id = field(
        "Mã",
        "Tên tệp.",
        held=STRUCTURAL,
        column=(
            "people.id",
            "memberships.person_id",
            "events.people",
            "identities.person_id",
            "later.person_id",
            "aliases.of_id",
        ),
        shown=Not("mã nằm trong địa chỉ của nhân vật"),
    )
    name: Label = field(
        "Họ tên",
        "Họ và tên đầy đủ.",
        held=BY_FACTS,
        column=(
            "people.name",
            "memberships.person",
            "identities.person",
            "later.person",
            "aliases.bearer",
        ),
    )
    other_names: Lines = many(
        "Tên khác", "Cách viết khác trong nguồn.", held=BY_FACTS, column="people.other_names"
    )
    aliases: tuple[Alias, ...] = parts(
        "Bí danh", "Bí danh, bí số, tên thường gọi, tên khai sinh; mỗi tên có nguồn riêng.", ()
    )
    identity: tuple[Identity, ...] = parts(
        "Nhân thân",
        "Năm sinh, năm mất, quê quán, điều để nhận biết; mỗi nguồn một mục. Nguồn không nói thì bỏ "
        "trống.",
        (),
    )
    later: tuple[Later, ...] = parts(
        "Về sau", "Việc xảy ra với người ấy sau khi thôi chức, như được minh oan.", ()
    )
    distinguished_by: Line | None = field(
        "Phân biệt",
        "Quê quán hay chức danh, để phân biệt; cần có ở cả hai người trùng tên.",
        None,
        held=EDITORS,
        column="people.distinguished_by",
    )
    note: Line | None = field(
        "Ghi chú", "Lời của ban biên tập.", None, held=EDITORS, column="people.note"
    )

    @property
    def called(self) -> tuple[str, ...]:
        """The name, how else sources spell it, and the aliases."""
        return (self.name, *self.other_names, *(one.name for one in self.aliases))

    def printed_in(self, fact: Record) -> tuple[str, ...]:
        """Return the names by which the passage of a fact can name this person.

        Other names of one syllable are left out, because they are parts of many names; so is an
        alias that is itself the fact.
        """
        alias = fact.name if isinstance(fact, Alias) else ""
        others = (one for one in self.called[1:] if " " in one and one != alias)
        return (self.name, *others)

    def each_fact(self) -> Iterator[Fact]:
        """Yield every fact of the person's own file."""
        yield from self.aliases
        yield from self.identity
        yield from self.later
