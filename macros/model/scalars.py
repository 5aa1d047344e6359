"""The types of field values, and the validators that convert them from text.

The loader delivers every scalar as text; the types here convert it, or refuse it with
a message in Vietnamese. Refusals are raised as pydantic custom errors whose
context carries `message` and `remedy`, which :mod:`macros.loading.validate`
turns into a :class:`~macros.messages.problems.Problem`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, TypeVar, cast

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.dates import DateError, Edtf, parse_edtf
from macros.model.citations import Citation, CitationError, parse_citations
from macros.text.numbers import NumberError, parse_number
from macros.text.vietnamese import is_id, parse_roman, roman, slug

T = TypeVar("T")

MAX_TEXT, MAX_NAME = 5_000, 500
"""The most characters of a text, and of a name: more than any in use has."""


def refuse(message: str, remedy: str) -> PydanticCustomError:
    """Return the error with which a validator refuses a value."""
    # The message is passed in the context, not as the template, because it may contain braces.
    return PydanticCustomError("vi", "{message}", {"message": message, "remedy": remedy})


_CURVED = "“”„‟‘’‚‛«»‹›″′"
_WRAPPED = re.compile(rf"\s*[{_CURVED}\"'](?P<inner>.*)[{_CURVED}\"']\s*", re.DOTALL)


def bare(text: str) -> str:
    """Return `text` without the quotation marks of print around it, which mean nothing here."""
    match = _WRAPPED.fullmatch(text)
    if match is None or not any(mark in _CURVED for mark in (text.strip()[0], text.strip()[-1])):
        return text
    return match["inner"].strip()


def _straight(text: str, quote: str = "") -> None:
    """Refuse a value in the quotation marks of print, which YAML takes for a part of the value."""
    inner = bare(text)
    if inner != text:
        remedy = f"viết {quote}{inner}{quote}"
        raise refuse(f"{text} nằm trong dấu nháy của chữ in, không phải dấu nháy thẳng", remedy)


def _text(value: Any, wanted: str, quote: str = "") -> str:
    if not isinstance(value, str):
        raise refuse(f"cần {wanted}, không phải danh sách hay nhóm trường", f"viết {wanted}")
    _straight(value, quote)
    return value


def _parsed(parse: Callable[[str], T], error: type[Exception], wanted: str) -> Callable[[Any], T]:
    """Return a validator that parses text and refuses it with the message of `error`."""

    def validate(value: Any) -> T:
        if not isinstance(value, (str, dict, list)):
            return cast("T", value)  # already typed: a record built in Python
        try:
            return parse(_text(value, wanted))
        except error as problem:
            raise refuse(problem.message, problem.remedy) from None  # type: ignore[attr-defined]

    return validate


def _identifier(value: Any, info: ValidationInfo) -> str:
    """Require the form of an id of a record's own `id`; any other field names another record.

    There an editor may have typed a misspelt id, or the name of the record: the check of references
    says which id was meant.
    """
    if info.field_name != "id":
        return _reference(value)
    text = _text(value, "một mã")
    if not is_id(text):
        likely = slug(text)
        raise refuse(
            f"mã “{text}” không đúng dạng",
            "chỉ dùng chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ, "
            f"ví dụ: {likely if is_id(likely) else 'bi-thu-1994'}",
        )
    return str(text)


def _reference(value: Any) -> str:
    text = _text(value, "một mã").strip()
    if not text or "\n" in text:
        raise refuse(f"mã “{text}” không đúng dạng", "viết một mã trên một dòng")
    return str(text)


def _plain(value: Any) -> str:
    if not isinstance(value, str):
        wanted = "một đoạn chữ"
        raise refuse(f"cần {wanted}, không phải danh sách hay nhóm trường", f"viết {wanted}")
    text = value
    if not text.strip():
        raise refuse("giá trị để trống", "điền nội dung hoặc xóa cả dòng")
    if len(text) > MAX_TEXT:
        raise refuse(f"dài {len(text)} ký tự, quá {MAX_TEXT}", "tách thành nhiều mục ngắn hơn")
    return str(text.strip())


def _name(value: Any) -> str:
    text = _plain(value)
    _straight(text)
    if "\n" in text:
        raise refuse("tên viết trên nhiều dòng", "viết tên trên một dòng, bỏ dấu | hoặc >")
    if len(text) > MAX_NAME:
        raise refuse(f"tên dài {len(text)} ký tự, quá {MAX_NAME}", "viết tên ngắn hơn")
    if not any(one.isalpha() for one in text):
        raise refuse(f"“{text}” không có chữ nào", "viết tên thật, hoặc xóa cả dòng nếu không rõ")
    return text


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value, "true hoặc false")
    if text not in ("true", "false"):
        raise refuse(f"“{text}” không phải giá trị đúng/sai", "viết true (có) hoặc false (không)")
    return text == "true"


_number = _parsed(parse_number, NumberError, "một con số")


def _count(value: Any) -> int:
    number = value if isinstance(value, int) else _number(value)
    if number != int(number) or number < 0:
        raise refuse(f"“{value}” không phải một số đếm", "viết một số nguyên từ 0 trở lên")
    return int(number)


def _roman(value: Any) -> str:
    text = _text(value, "một số La Mã")
    try:
        parse_roman(text)
    except ValueError:
        raise refuse(f"“{text}” không phải số La Mã", _roman_remedy(text)) from None
    return str(text)


def _roman_remedy(text: str) -> str:
    """Return the numeral that `1`, `lần thứ I` or `vi` means, as far as there is one."""
    number = re.search(r"\d{1,3}", text)
    if number and int(number.group()):
        return f"viết {roman(int(number.group()))}"
    found = re.search(r"\b[IVXLC]+\b", text.upper())
    return f"viết {found.group()}" if found and _is_roman(found.group()) else "viết như I, IV, XVI"


def _is_roman(text: str) -> bool:
    try:
        return parse_roman(text) > 0
    except ValueError:
        return False


_ID_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
_CONGRESS_KEY = f"^({_ID_PATTERN}/)?[IVXLC]+$|^{_ID_PATTERN}$"


def _congress_key(value: Any) -> str:
    text = _text(value, "một số La Mã")
    series, slash, ordinal = text.rpartition("/")
    if slash and is_id(series):
        return f"{series}/{_roman(ordinal)}"
    # “vi” is a number in small letters, and no id.
    return text if is_id(text) and not _is_roman(text.upper()) else _roman(text)


def _quoted_date(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    text = _text(value, "một mốc thời gian", '"')
    # Parsed first: in quotation marks, what is no date would be refused again.
    date: Edtf = _parsed(parse_edtf, DateError, "một mốc thời gian")(text)
    if getattr(text, "quoted", True) is False:
        # Other YAML readers would turn a bare 1996-02-09 into a date and 2005 into a number.
        raise refuse(f"mốc thời gian {text} chưa đặt trong ngoặc kép", f'viết "{text}"')
    return date


def _citations(value: Any) -> tuple[Citation, ...]:
    if isinstance(value, tuple):
        return value
    items = value if isinstance(value, list) else [value]
    found: list[Citation] = []
    for item in items:
        found.extend(_parsed(parse_citations, CitationError, "một trích dẫn như ky-yeu#12")(item))
    if not found:
        raise refuse("trích dẫn để trống", "viết mã nguồn và số đoạn, ví dụ ky-yeu#12")
    return tuple(found)


def _fact_reference(value: Any) -> str:
    text = _text(value, "mã của một dữ kiện")
    parts = text.split("/")
    if len(parts) > 2 or not all(is_id(part) for part in parts):
        raise refuse(
            f"“{text}” không phải mã dữ kiện",
            "viết mã dữ kiện của cùng tổ chức, hoặc ma-to-chuc/ma-du-kien",
        )
    return str(text)


ID_PATTERN = f"^{_ID_PATTERN}$"
Id = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN}),
]
"""A hand-written ASCII identifier, never renamed."""

FactReference = Annotated[
    str,
    BeforeValidator(_fact_reference),
    WithJsonSchema({"type": "string", "pattern": f"^({_ID_PATTERN}/)?{_ID_PATTERN}$"}),
]
"""`fact-id`, or `organization-id/fact-id` for a fact of another organization."""

# A text that looks like a number, such as a row number 12, need not be quoted.
Line = Annotated[str, BeforeValidator(_plain), WithJsonSchema({"type": ["string", "number"]})]
"""Text for readers: not empty, trimmed."""

Label = Annotated[str, BeforeValidator(_name), WithJsonSchema({"type": "string"})]
"""What something is called: one line with a letter in it."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Number = Annotated[
    Decimal, BeforeValidator(_number), WithJsonSchema({"type": ["number", "string"]})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Ordinal = Annotated[
    str, BeforeValidator(_roman), WithJsonSchema({"type": "string", "pattern": "^[IVXLC]+$"})
]
CongressKey = Annotated[
    str,
    BeforeValidator(_congress_key),
    WithJsonSchema({"type": "string", "pattern": _CONGRESS_KEY}),
]
"""How a congress or conference is named: `VI`, `tu-2025/I` of another series, or by its id."""

_CITATION_SCHEMA = {"type": "string", "pattern": "^[a-z][a-z0-9-]*#\\S+$"}
_POINT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
_BETWEEN = r"\[[^\[\]]*\.\.[^\[\]]*\]"
_NAMED = r"[0-9]{3,4}.*[A-Za-z].*"
_DATE_SCHEMA = {
    "type": "string",
    # Roughly the grammar of dates; what no calendar has is left to the check.
    "pattern": f"^({_POINT}|({_POINT})?/({_POINT})?|{_BETWEEN}|{_NAMED})$",
    "patternErrorMessage": "Ngày viết trong dấu nháy kép: 1960-04-05, 1960-04 hoặc 1960",
}
Date = Annotated[Edtf, BeforeValidator(_quoted_date), WithJsonSchema(_DATE_SCHEMA)]
Citations = Annotated[
    tuple[Citation, ...],
    BeforeValidator(_citations),
    WithJsonSchema({"anyOf": [_CITATION_SCHEMA, {"type": "array", "items": _CITATION_SCHEMA}]}),
]


def one_or_many(value: Any) -> Any:
    """Accept a single item in place of a list."""
    return [value] if isinstance(value, (str, dict)) else value


def ids_or_one(value: Any) -> Any:
    """Accept a single id in place of a list, but no list that is typed as text."""
    if isinstance(value, str):
        parts = [one for one in re.split(r"\s*[,;]\s*", bare(value.strip())) if one]
        if len(parts) > 1:
            listed = ", ".join(parts)
            raise refuse(f"danh sách “{value}” viết như một dòng chữ", f"viết [{listed}]")
    return one_or_many(value)


Lines = Annotated[tuple[Line, ...], BeforeValidator(one_or_many)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(ids_or_one)]
Dates = Annotated[tuple[Date, ...], BeforeValidator(one_or_many)]
