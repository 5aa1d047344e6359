"""The printed edition: publisher, people responsible, its numbers, the state of each volume.

`data/edition.yml` states the values for all volumes; a volume may override each of them. The
program never fills in a value: an unknown one stays None, and a blank is printed for it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from macros.model.base import Record, field, parts
from macros.model.codes import EDITION_STATES, OPENINGS, SALES
from macros.model.contract import Not
from macros.model.picture_codes import PICTURE_PLACES
from macros.model.scalars import Count, Id, Line, Lines, Number, one_or_many, refuse

YEARS = (1930, 2200)
"""The first and the last valid year of publication."""


def isbn_digit(first_twelve: str) -> str:
    """Return the check digit of an ISBN-13 (ISO 2108) from its first twelve digits."""
    total = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(first_twelve))
    return str(-total % 10)


def _isbn(value: Any) -> str:
    text = str(value).strip()
    digits = text.replace("-", "").replace(" ", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) != 13:
        raise refuse(
            f"“{text}” không phải mã ISBN mười ba chữ số",
            "viết đủ 13 chữ số, có thể ngăn bằng gạch nối, ví dụ 978-604-00-0001-9",
        )
    if not digits.startswith(("978", "979")):
        raise refuse(f"ISBN “{text}” không bắt đầu bằng 978 hoặc 979", "chép lại mã được cấp")
    if (right := isbn_digit(digits[:12])) != digits[12]:
        raise refuse(
            f"ISBN “{text}” sai chữ số kiểm tra: tính ra {right}, ghi {digits[12]}",
            "so lại từng chữ số với mã được cấp",
        )
    return text


def _year(value: Any) -> int:
    text = str(value).strip()
    first, last = YEARS
    if not text.isascii() or not text.isdigit() or not first <= int(text) <= last:
        raise refuse(f"“{text}” không phải một năm xuất bản", "viết bốn chữ số, ví dụ 2026")
    return int(text)


Isbn = Annotated[
    str,
    BeforeValidator(_isbn),
    WithJsonSchema({"type": ["string", "number"], "pattern": "^97[89]([- ]?[0-9]){10}$"}),
]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]


_PUBLISHER = Not("lời của nhà xuất bản và ban biên tập về ấn bản")
_NOT_HISTORY = Not("nói về cuốn sách in, không phải dữ kiện lịch sử")
_IN_PRINT = Not("in ở bìa, trang tên sách và trang cuối sách, không có trên trang")


def _imprint(
    label: str, description: str, default: Any = ..., shown: Literal[True] | Not = _IN_PRINT
) -> Any:
    """Declare a field of the printed edition, which no source holds."""
    return field(label, description, default, held=_PUBLISHER, column=_NOT_HISTORY, shown=shown)


def _imprints(label: str, description: str) -> Any:
    """Declare a list of the printed edition, empty by default."""
    return _imprint(label, description, ())


def _listed(label: str, description: str) -> Any:
    """Declare a list of records, empty by default."""
    return parts(label, description, ())


class Signatory(Record):
    """A person responsible for the edition, as named in the imprint."""

    name: Line = _imprint("Họ tên", "Họ tên như in trên sách.")
    title: Line | None = _imprint("Chức danh", "Ví dụ: Giám đốc – Tổng Biên tập; Trưởng ban.", None)


def read_signatory(value: Any) -> Any:
    """Let an editor write a name alone."""
    return {"name": value} if isinstance(value, str) else value


Signatories = Annotated[
    tuple[Annotated[Signatory, BeforeValidator(read_signatory)], ...],
    BeforeValidator(one_or_many),
]


class Responsible(Record):
    """The people responsible, by task."""

    publishing: Signatories = _listed(
        "Chịu trách nhiệm xuất bản", "Thường là giám đốc nhà xuất bản."
    )
    content: Signatories = _listed("Chịu trách nhiệm nội dung", "Thường là tổng biên tập.")
    steering: Signatories = _listed("Ban chỉ đạo", "Trưởng ban đứng đầu.")
    compiling: Signatories = _listed("Ban biên soạn", "Chủ biên đứng đầu.")
    editing: Signatories = _listed("Biên tập", "Biên tập viên.")
    design: Signatories = _listed("Trình bày", "Người trình bày bìa và ruột.")
    proofreading: Signatories = _listed("Sửa bản in", "Người đọc sửa bản in thử.")


class Paper(Record):
    """The paper; the width of the spine depends on it."""

    thickness: Count = _imprint(
        "Độ dày một tờ", "Micrômét, hỏi nhà in; giấy 70 g/m² thường 90 đến 100."
    )
    cover: Count | None = _imprint("Độ dày bìa", "Micrômét, của một tờ bìa.", None)
    name: Line | None = _imprint("Loại giấy", "Ví dụ: giấy định lượng 70 g/m².", None)


class Imprint(Record):
    """The content of an imprint; a missing field is printed as a blank."""

    issuer: Line | None = _imprint(
        "Cơ quan chủ trì", "Đứng tên trên trang tên sách, ví dụ: Ban Chấp hành Đảng bộ xã X.", None
    )
    publisher: Line | None = _imprint("Nhà xuất bản", "Tên nhà xuất bản.", None)
    place: Line | None = _imprint("Nơi xuất bản", "Ví dụ: Hà Nội.", None)
    year: Year | None = _imprint("Năm xuất bản", "Bốn chữ số.", None)
    responsible: Responsible | None = parts("Những người chịu trách nhiệm", "Theo việc.", None)
    registration: Line | None = _imprint(
        "Xác nhận đăng ký xuất bản", "Số như trong giấy xác nhận.", None
    )
    publishing_decision: Line | None = _imprint(
        "Quyết định xuất bản", "Số và ngày, của nhà xuất bản.", None
    )
    licence: Line | None = _imprint(
        "Giấy phép xuất bản", "Số, ngày, nơi cấp; cho tài liệu không kinh doanh.", None
    )
    copies: Count | None = _imprint("Số lượng in", "Số bản.", None)
    size: Line | None = _imprint(
        "Khuôn khổ", "Chỉ ghi khi khác khổ của lệnh dựng, ví dụ 14,5 × 20,5 cm.", None
    )
    printer: Line | None = _imprint("Cơ sở in", "Tên và địa chỉ.", None)
    deposit: Line | None = _imprint(
        "In xong, nộp lưu chiểu", "Ví dụ: In xong và nộp lưu chiểu quý IV năm 2026.", None
    )
    sale: Annotated[str, SALES] | None = _imprint("Phát hành", f"{SALES.help}.", None)
    price: Number | None = _imprint("Giá bán", "Bằng đồng, viết liền chữ số; chỉ khi priced.", None)
    paper: Paper | None = parts("Giấy", "Để tính gáy sách.", None)
    openings: Annotated[str, OPENINGS] | None = _imprint(
        "Chỗ mở chương", f"{OPENINGS.help}. Không ghi thì như follow.", None
    )
    pictures: Annotated[str, PICTURE_PLACES] | None = _imprint(
        "Chỗ in ảnh", f"{PICTURE_PLACES.help}. Không ghi thì như near.", None
    )


class VolumeEdition(Imprint):
    """One volume: its state, and the values that differ from those for all volumes."""

    volume: Id = _imprint("Tập", "Mã tổ chức của tập, hoặc toan-tap.", shown=True)
    state: Annotated[str, EDITION_STATES] = _imprint(
        "Tình trạng", f"{EDITION_STATES.help}.", "draft", shown=True
    )
    decision: Line | None = _imprint(
        "Quyết định thẩm định", "Số, ngày, cơ quan; khi văn bản không có trong dữ liệu.", None
    )
    document: Id | None = _imprint(
        "Văn bản thẩm định", "Mã của quyết định ấy trong data/documents/.", None, shown=True
    )
    isbn: Isbn | None = _imprint("ISBN", "Mười ba chữ số; máy tính lại chữ số kiểm tra.", None)
    cataloguing: Lines = _imprints(
        "Biên mục trên xuất bản phẩm", "Chép từng dòng phiếu biên mục của thư viện."
    )


class EditionFile(Imprint):
    """`edition.yml`."""

    volumes: tuple[VolumeEdition, ...] = _listed("Các tập", "Tình trạng và số hiệu của từng tập.")

    def of(self, volume: str) -> VolumeEdition:
        """Return the edition of one volume: its own values, else those for all volumes."""
        own = next((one for one in self.volumes if one.volume == volume), None)
        values = _given(self, Imprint) | (_given(own, VolumeEdition) if own else {})
        if own and own.responsible and self.responsible:
            people = _given(self.responsible, Responsible) | _given(own.responsible, Responsible)
            values["responsible"] = Responsible.model_construct(**people)
        return VolumeEdition.model_construct(**{"volume": volume} | values)


def _given(record: Record, model: type[Record]) -> dict[str, Any]:
    """Return the values that a record gives for the fields of `model`."""
    values = {name: getattr(record, name) for name in model.model_fields}
    return {name: value for name, value in values.items() if value not in (None, ())}
