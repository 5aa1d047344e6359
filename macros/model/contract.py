"""The contract of a field: how it is held against its source, where it is published and shown.

To hold a value against its source means to compare the two. Each field of each record declares the
three things beside its label, or the reason why not. The claims that the check compares, the
readers' page on verification and the tests that find a forgotten field all follow from these
declarations; nothing is listed a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Literal

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from macros.model.closed_list import ClosedList

Anchor = Literal["", "person", "number", "sentence", "symbol", "name", "printed"]
"""What the words for a value must stand near: the person that the fact is about, its number, in the
sentence of its number, the symbol of the document, at the beginning of the name given, in the words
that the record prints; "" where they may stand anywhere in the cited paragraphs."""


@dataclass(frozen=True)
class Not:
    """The reason, in Vietnamese, why a field is not held, published or shown."""

    why: str


@dataclass(frozen=True)
class Holding:
    """One way to hold a value against its source; `word` and `how` are for readers."""

    word: ClassVar[str]
    how: ClassVar[str]


@dataclass(frozen=True)
class Number(Holding):
    """A number, printed directly beside its unit."""

    word = "con số"
    how = "con số ấy phải đứng cạnh đơn vị hoặc từ đếm của nó trong đoạn được dẫn"


@dataclass(frozen=True)
class OnDate(Holding):
    """A date; with an anchor, one that stands near it."""

    near: Anchor = ""
    word = "mốc thời gian"
    how = "ngày, tháng hoặc năm ấy phải được in trong đoạn, cùng chỗ với người hay việc của nó"


@dataclass(frozen=True)
class Name(Holding):
    """The name of a person or an organization."""

    word = "tên"
    how = "tên ấy phải được in trong đoạn được dẫn"


@dataclass(frozen=True)
class Symbol(Holding):
    """The number and symbol of a document."""

    word = "số, ký hiệu"
    how = "số, ký hiệu ấy phải được in trong đoạn được dẫn"


@dataclass(frozen=True)
class Coded(Holding):
    """A code of a closed list: one of its source words (`Code.printed`) stands near the anchor.

    `codes` is the list for a field whose type names none, such as a flag.
    """

    near: Anchor = ""
    codes: ClosedList[Any] | None = None
    word = "giá trị theo danh mục"
    how = (
        "một cách viết của giá trị trong bảng từ của nguồn phải đứng gần người, con số hay cơ quan"
    )


@dataclass(frozen=True)
class Attested(Holding):
    """A text that stands in the source word for word."""

    word = "lời nguyên văn"
    how = "các từ ấy phải đứng liền nhau, đúng thứ tự trong đoạn được dẫn"


@dataclass(frozen=True)
class Paraphrase(Holding):
    """A text in the editors' words: this share of its content words stands in the source.

    Every number and every name in it must stand there too.
    """

    share: Decimal = Decimal("0.55")
    word = "lời diễn đạt"
    how = "phần lớn các từ có nghĩa, và mọi con số, mọi tên trong câu phải có ở đoạn được dẫn"


@dataclass(frozen=True)
class Reference(Holding):
    """Another record, named in the cited paragraphs by what it is known by.

    A person or an organization by its name, a document by its symbol or title, a congress by its
    ordinal, a post by its title, an indicator by its label.
    """

    word = "dẫn đến bản ghi khác"
    how = "bản ghi được dẫn phải nhận ra được trong đoạn: bằng tên, số, ký hiệu hoặc số thứ tự"


@dataclass(frozen=True)
class Derived(Holding):
    """A number that must stand in the text of another field, `source`."""

    source: str
    word = "suy từ trường khác"
    how = "con số ấy phải đứng trong lời in bên cạnh"


@dataclass(frozen=True)
class Cited(Holding):
    """A citation: every value of the record must stand in the paragraphs that it names."""

    word = "trích dẫn"
    how = "mọi giá trị của dữ kiện phải có ở các đoạn được dẫn"


@dataclass(frozen=True)
class Parts(Holding):
    """A record within the record, whose own fields are held."""

    word = "nhóm trường"
    how = "từng trường bên trong được đối chiếu riêng"


EDITORS = Not("lời của ban biên tập")
"""For a text in which the editors speak for themselves."""
STRUCTURAL = Not("chỉ để sắp xếp và nối các bản ghi")
"""For ids, order and the like, which state nothing about history."""

BESIDE = Not("từ mà con số phải đứng cạnh: được đối chiếu cùng con số ấy")
"""For the words next to a number, which are compared together with it."""
CATALOGUE = Not("mục của danh mục do ban biên tập lập; dữ kiện nào dùng đến thì tự có nguồn")
"""For entries of catalogues, and the names of organizations and people in them."""
HEADING = Not("tên do ban biên tập đặt cho một bảng, khi nguồn không đặt")
"""For the title of a table, which a source may lack."""
DESCRIPTION = Not("ban biên tập tả nguồn như phiếu thư viện; nguồn không tự kể về mình")
"""For the description of a source in its own record."""
SUMMED = Not("được giữ bằng phép cộng: các phần và tổng phải khớp nhau")
"""For fields that connect a part with its whole."""
MATCHING = Not("chỉ giúp máy tìm giá trị trong đoạn được dẫn")
"""For a field that only helps to find a value in its source: neither published nor shown."""
IN_PARTS = Not("từng trường bên trong có cột riêng")
"""For a group of fields, which has no column of its own."""

BASIS = Not(
    "nói căn cứ của ngày tháng bên cạnh; ngày suy ra được đối chiếu với đoạn mà từ đó suy ra"
)
"""For a field that says whether a date is stated or inferred."""


@dataclass(frozen=True)
class Contract:
    """What a field promises.

    `published` names columns of the open data, `table.column`; `shown` is True for a field whose
    value can be seen on a page.
    """

    held: Holding | Not
    published: tuple[str, ...] | Not
    shown: bool | Not

    def __call__(self, schema: dict[str, Any]) -> None:
        """Leave the JSON Schema of the field as it is: pydantic keeps the contract for it."""


def contract_of(info: FieldInfo) -> Contract:
    """Return the contract of a field of a record; raises TypeError if it has none."""
    found = info.json_schema_extra
    if not isinstance(found, Contract):
        raise TypeError(f"no contract: {info.title}")
    return found
