"""The columns of the CSV tables: those of fields of the model, and computed ones.

A field names its columns where it is declared (`column="memberships.manner"`), and its label and
help describe them. A table lists its columns in their order; columns of fields that it does not
list follow at the end, so that a new field is published as soon as it is declared. A column that no
field declares says why it exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, get_args, get_origin

from macros.dates import Edtf
from macros.model.base import Record
from macros.model.closed_list import ClosedList, closed_list_of
from macros.model.contract import Not, contract_of
from macros.rules.inferred import inferred_fields, lunar_dates
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from macros.archive import Archive, Dossier

Cell = str | int | bool | Decimal | Edtf | tuple[str, ...] | None
R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record that becomes a row, with its organization and the record around it, if any."""

    archive: Archive
    record: R
    owner: Dossier | None = None
    within: Record | None = None

    @property
    def dossier(self) -> Dossier:
        """The organization of the record, which has one."""
        assert self.owner is not None
        return self.owner

    def part(self, record: S) -> Entry[S]:
        """Return the entry of a record within this one."""
        return Entry(self.archive, record, self.owner, self.record)


Value = Callable[[Entry[Any]], Cell]


@dataclass(frozen=True)
class Column:
    """A column: its name, what it means, the type of its cells and how to get them.

    `because` says why a column exists that no field declares; "" for one that a field declares.
    """

    name: str
    value: Value
    title: str = ""
    description: str = ""
    kind: type = str
    required: bool | None = None
    categories: Mapping[str, str] = field(default_factory=dict)
    because: str = ""

    @property
    def optional(self) -> Column:
        """The same column, but possibly empty, although the field always has a value."""
        return replace(self, required=False)

    @property
    def always(self) -> Column:
        """The same column, but never empty, although the field may be left out."""
        return replace(self, required=True)


@dataclass(frozen=True)
class Table:
    """A CSV file `<name>.csv`: its record, columns, primary key and entries in order."""

    name: str
    title: str
    record: type[Record]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    entries: Callable[[Archive], Sequence[Entry[Any]]]

    def rows(self, archive: Archive) -> Iterator[tuple[Cell, ...]]:
        """Yield the cells of each entry, in the order of the columns."""
        for entry in self.entries(archive):
            yield tuple(column.value(entry) for column in self.columns)


def of_field(
    name: str,
    value: Value | None = None,
    *,
    title: str = "",
    description: str = "",
    kind: type | None = None,
) -> Column:
    """Return the column of a field of the table's record; the field provides what is not given."""
    return Column(name, value or _unset, title, description, kind or NoneType)


def computed(
    name: str,
    value: Value,
    title: str,
    description: str,
    *,
    kind: type = str,
    required: bool = False,
    categories: ClosedList[Any] | None = None,
    because: str = "",
) -> Column:
    """Return a column that is not, or not only, a field of the table's record."""
    codes = dict(categories) if categories and kind is not tuple else {}
    return Column(name, value, title, description, kind, required, codes, because)


def _inferred(entry: Entry[Any]) -> Cell:
    lunar = (path for path, _ in lunar_dates(entry.record))
    return tuple(dict.fromkeys((*inferred_fields(entry.record), *lunar)))


def _lunar(entry: Entry[Any]) -> Cell:
    return tuple(f"{path}={date}" for path, date in lunar_dates(entry.record))


INFERRED = computed(
    "inferred",
    _inferred,
    "Suy ra",
    "Những trường mà không nguồn nào nói hẳn giá trị: ban biên tập suy ra; trường của phần bên "
    "trong viết sau dấu chấm.",
    kind=tuple,
    because="the editors' marks of all fields of the record",
)
LUNAR = computed(
    "lunar",
    _lunar,
    "Âm lịch",
    "Những ngày mà nguồn ghi theo âm lịch, như nguồn ghi, sau tên trường: năm âm lịch, tháng, "
    "ngày. Ở cột của trường ấy là ngày dương lịch tính ra.",
    kind=tuple,
    because="EDTF has no lunar dates, which any date of the record may be",
)
"""The last columns of each table of facts and documents."""


def table(
    name: str,
    title: str,
    record: type[Record],
    columns: Iterable[str | Column],
    entries: Callable[[Archive], Sequence[Entry[Any]]],
    *,
    key: tuple[str, ...],
) -> Table:
    """Return a table with the listed `columns`, then all others that its record declares.

    A record whose fields can be inferred has the columns `inferred` and `lunar` at the end. Raises
    LookupError for a listed column without a title that no field declares.
    """
    declared = dict(_declared(name, key, record))
    found: list[Column] = []
    for one in columns:
        column = of_field(one) if isinstance(one, str) else one
        of = declared.pop(column.name, None)
        if of is None and not column.title:
            message = f"no field of {record.__name__} declares the column {name}.{column.name}"
            raise LookupError(message)
        found.append(_completed(column, of, record) if of else column)
    found += (_completed(of_field(column), of, record) for column, of in declared.items())
    if "implied" in record.model_fields:
        found += (INFERRED, LUNAR)
    return Table(name, title, record, tuple(found), key, entries)


def columns_of(record: type[Record], name: str) -> tuple[str, ...]:
    """Return the columns that a field names, `table.column`; () for one that names none."""
    published = contract_of(record.model_fields[name]).published
    return () if isinstance(published, Not) else published


def _declared(table: str, key: tuple[str, ...], record: type[Record]) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table that the fields of its record name, with the first field.

    `*` stands for the table of the record, and `*.id` for the last column of its key.
    """
    seen: set[str] = set()
    for field_name in record.model_fields:
        for one in columns_of(record, field_name):
            of, _, column = one.partition(".")
            if one == "*.id":
                column = key[-1]
            if of in (table, "*") and column not in seen:
                seen.add(column)
                yield column, field_name


def _completed(column: Column, name: str, record: type[Record]) -> Column:
    """Return a column, with what it leaves open taken from the field `name` of its record."""
    info = record.model_fields[name]
    kind, required = _kind(info)
    unset = column.value is _unset
    if unset and kind not in _KINDS:
        raise LookupError(f"{record.__name__}.{name} needs a value of its own for {column.name}")
    codes = closed_list_of(info)
    return replace(
        column,
        value=_plain(name) if unset else column.value,
        title=column.title or info.title or "",
        description=column.description or _help(info, codes),
        kind=kind if column.kind is NoneType else column.kind,
        required=required if column.required is None else column.required,
        categories=dict(codes) if codes and kind is not tuple else {},
    )


def _help(info: FieldInfo, codes: ClosedList[Any] | None) -> str:
    """Return the help of a field without its codes, which are listed by themselves."""
    words = info.description or ""
    if codes is not None:
        words = words.replace(codes.help, "").strip(" .;:")
    return f"{capital(words or 'một mã của danh mục').removesuffix('.')}."


def _unset(entry: Entry[Any]) -> Cell:
    """Mark a column that takes the value of its field; :func:`table` replaces this."""
    raise NotImplementedError


def _plain(name: str) -> Value:
    def value(entry: Entry[Any]) -> Cell:
        found = getattr(entry.record, name)
        return tuple(map(_item, found)) if isinstance(found, tuple) else found

    return value


def _item(value: Any) -> str:
    return value.edtf if isinstance(value, Edtf) else str(value)


_KINDS = (str, int, bool, Decimal, Edtf, tuple)


def _kind(info: FieldInfo) -> tuple[type, bool]:
    """Return the type of the cells of a field, and whether one is always given."""
    annotation = _bare(info.annotation)
    choices = [one for one in get_args(annotation) if one is not NoneType]
    optional = len(choices) < len(get_args(annotation))
    if get_origin(annotation) is tuple:
        return tuple, True
    if optional:
        inner = _bare(choices[0])
        return (get_origin(inner) or inner), False
    return annotation, True


def _bare(annotation: Any) -> Any:
    """Return a type without its validators."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
