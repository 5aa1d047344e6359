"""The base of all records: strict fields, a position in a file and, for facts, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr

from macros.messages.problems import Position
from macros.model.citations import Citation
from macros.model.codes import IMPLICATIONS
from macros.model.contract import (
    EDITORS,
    IN_PARTS,
    MATCHING,
    STRUCTURAL,
    Cited,
    Contract,
    Holding,
    Not,
    Parts,
)
from macros.model.scalars import Citations, Id, Line
from macros.speed.positions import FieldPositions, position_of


def field(
    label: str,
    description: str,
    default: Any = ...,
    *,
    held: Holding | Not,
    column: str | tuple[str, ...] | Not,
    shown: Literal[True] | Not = True,
    **rules: Any,
) -> Any:
    """Declare a field with its Vietnamese label and description for schemas and the guide.

    `held`, `column` (`table.column` of the open data, or several) and `shown` are its contract, see
    :mod:`macros.model.contract`; `rules` are those of pydantic's Field.
    """
    columns = (column,) if isinstance(column, str) else column
    contract = Contract(held, columns, shown)
    return Field(default, title=label, description=description, json_schema_extra=contract, **rules)


def many(label: str, description: str, **contract: Any) -> Any:
    """Declare an optional list, empty by default; for its `contract` see :func:`field`."""
    return field(label, description, (), **contract)


def parts(label: str, description: str, default: Any = ..., **rules: Any) -> Any:
    """Declare records within the record, each of whose fields has a contract of its own."""
    return field(label, description, default, held=Parts(), column=IN_PARTS, **rules)


class Record(BaseModel):
    """One mapping of a data file: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    # Without a default, because pydantic would copy it for every record.
    _positions: FieldPositions = PrivateAttr()

    def where(self, name: str = "") -> Position:
        """Return the position of the record, or of the value of its field `name`."""
        return position_of(self, name)


class Implied(Record):
    """The editor's mark that a value is right although the source does not contain its words."""

    kind: Annotated[str, IMPLICATIONS] = field(
        "Loại",
        f"{IMPLICATIONS.help}.",
        "worded",
        held=EDITORS,
        column=Not("cột inferred của mỗi bảng kể tên những trường suy ra"),
    )
    why: Line = field(
        "Vì sao", "Một câu cho người soát.", held=EDITORS, column=MATCHING, shown=MATCHING
    )


def read_implied(value: Any) -> Any:
    """Accept a reason alone, which means that the source says it in other words."""
    return {"why": value} if isinstance(value, str) else value


ImpliedFields = dict[str, Annotated[Implied, BeforeValidator(read_implied)]]


class Fact(Record):
    """A statement of a source, with an id and citations."""

    id: Id = field(
        "Mã",
        "Mã của dữ kiện, duy nhất trong tổ chức; không bao giờ đổi.",
        held=STRUCTURAL,
        column="*.id",
        shown=Not("mã nằm trong địa chỉ của dữ kiện"),
    )
    cite: Citations = field(
        "Nguồn",
        "Nguồn và đoạn, ví dụ ky-yeu#12; nhiều nguồn thì viết thành danh sách.",
        held=Cited(),
        column="*.source",
    )
    cite_for: dict[str, Citations] = field(
        "Nguồn riêng",
        "Tên trường → nguồn chỉ nói về trường ấy.",
        {},
        held=Cited(),
        column="*.source",
    )
    implied: ImpliedFields = parts(
        "Không có nguyên chữ",
        "Tên trường → vì sao giá trị đúng dù nguồn không có từ ấy; kind: inferred nếu là suy ra.",
        {},
    )
    note: Line | None = field(
        "Ghi chú",
        "Lời giải thích cho người đọc, bằng lời của ban biên tập.",
        None,
        held=EDITORS,
        column="*.note",
    )


def citations_of(fact: Fact) -> tuple[Citation, ...]:
    """Return every citation of a fact: of single fields, of its end, of the rows of a roll too."""
    own = (citation for _, citation in cited_fields(fact))
    rows: Iterable[Record] = vars(fact).get("rows", ())
    of_rows = (citation for row in rows for citation in vars(row)["cite"] or ())
    return tuple(dict.fromkeys((*own, *of_rows)))


def cited_fields(record: Record) -> Iterator[tuple[str, Citation]]:
    """Yield every citation of a fact or a document with the name of its field."""
    # Not getattr, which is slow in Pydantic for a missing field.
    given = vars(record)
    by_field = {
        "cite": (given["cite"],),
        "cite_for": tuple(given["cite_for"].values()),
        "end_cite": (given.get("end_cite") or (),),
    }
    for name, lists in by_field.items():
        for citations in lists:
            yield from ((name, citation) for citation in citations)
