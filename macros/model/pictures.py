"""Pictures: photographs, facsimiles, maps, portraits and drawings, each beside its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from macros.model.base import Fact, Record, field, many
from macros.model.contract import (
    DESCRIPTION,
    EDITORS,
    STRUCTURAL,
    Attested,
    Cited,
    Name,
    Not,
    OnDate,
    Paraphrase,
    Parts,
    Reference,
)
from macros.model.leadership import Unnamed, person_or_unnamed
from macros.model.picture_codes import LICENCES, PICTURE_KINDS
from macros.model.scalars import (
    Citations,
    Date,
    FactReference,
    Flag,
    Id,
    Ids,
    Line,
    one_or_many,
    refuse,
)
from macros.text.alternatives import is_file_name, says_nothing, syllables

LEAST_WORDS, MOST_LETTERS = 4, 400
"""The fewest words with which a text alternative says something, and the most letters that somebody
listens to until the end."""
MOST_OF_A_CAPTION = 300
"""The most letters of a caption, which is also a line of the list of pictures and the heading of an
entry."""
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>|\*\*|__|\]\(|\{\{|\{%")
_SAY_WHAT = "tả cho người không thấy ảnh: ai, làm gì, ở đâu; bỏ các từ “ảnh”, “hình” ở đầu"


def read_alternative(value: Any) -> Any:
    """Refuse a text that says nothing to somebody who does not see the picture."""
    if not isinstance(value, str) or not value.strip():
        return value
    text = " ".join(value.split())
    if is_file_name(text):
        raise refuse(f"“{text}” là tên tệp, không tả gì", _SAY_WHAT)
    if len(syllables(text)) < LEAST_WORDS or says_nothing(text):
        raise refuse(f"“{text}” chưa tả được ảnh, cần ít nhất {LEAST_WORDS} chữ", _SAY_WHAT)
    if len(text) > MOST_LETTERS:
        message = f"dài {len(text)} ký tự, quá {MOST_LETTERS}: máy đọc cả câu một lượt"
        raise refuse(message, "tả ngắn hơn; phần còn lại đưa vào caption")
    return text


def read_caption(value: Any) -> Any:
    """Refuse a caption with markup, or one that is too long for the list of pictures."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if found := _MARKUP.search(text):
        message = f"chú thích là chữ trơn, “{found.group()}” sẽ hiện nguyên như gõ"
        raise refuse(message, "xóa dấu định dạng, thẻ HTML hay liên kết, chỉ để lại chữ")
    if len(text) > MOST_OF_A_CAPTION:
        message = f"dài {len(text)} ký tự, quá {MOST_OF_A_CAPTION}: danh mục hình in cả câu"
        raise refuse(message, "để lại một câu; phần còn lại đưa vào note hoặc vào bài")
    return text


Alternative = Annotated[
    Line,
    BeforeValidator(read_alternative),
    WithJsonSchema({"type": "string", "maxLength": MOST_LETTERS}),
]


Caption = Annotated[
    Line,
    BeforeValidator(read_caption),
    WithJsonSchema({"type": ["string", "number"], "maxLength": MOST_OF_A_CAPTION}),
]


class Depicted(Record):
    """One person in a picture; `unnamed` stands for one whose name is not known."""

    instead: ClassVar[Mapping[str, str]] = {"person": "unnamed"}
    """The field that may stand instead of a required one."""

    person: Id | None = field(
        "Nhân vật",
        "Mã nhân vật trong data/people/; người không rõ tên thì thay bằng “unnamed: …”.",
        held=Name(),
        column="pictures.people",
    )
    unnamed: Unnamed | None = field(
        "Người không rõ tên",
        "Thay cho person: cách gọi trung tính, ví dụ “một cán bộ xã”.",
        None,
        held=EDITORS,
        column="pictures.people",
    )

    _without_person = model_validator(mode="before")(person_or_unnamed)


def read_depicted(value: Any) -> Any:
    """Accept the id of a person alone."""
    return {"person": value} if isinstance(value, str) else value


People = Annotated[
    tuple[Annotated[Depicted, BeforeValidator(read_depicted)], ...], BeforeValidator(one_or_many)
]
Facts = Annotated[tuple[FactReference, ...], BeforeValidator(one_or_many)]


class Picture(Fact):
    """A picture; file `pictures/<id>.yml`, beside the picture `<id>.jpg` (or .png, .webp, .avif).

    The file is found by the name that it shares with the record. Unlike other facts, a picture may
    cite nothing: then its holder answers for what is said of it.
    """

    called_elsewhere: ClassVar[Mapping[str, str]] = {
        "photographer": "author",
        "creator": "author",
        "title": "caption",
        "description": "alt",
        "persons": "people",
        "location": "place",
        "events": "shows",
        "congress": "shows",
        "source": "cite",
        "copyright": "rights",
    }
    """Names that other tools use for some fields: an editor who types one is told the right one."""

    kind: Annotated[str, PICTURE_KINDS] = field(
        "Loại",
        f"{PICTURE_KINDS.help}.",
        held=Not("nhìn ảnh là biết"),
        column="pictures.kind",
    )
    alt: Alternative = field(
        "Lời tả",
        "Đọc cho người không thấy ảnh: trong ảnh có ai, đang làm gì, ở đâu; ít nhất "
        f"{LEAST_WORDS} chữ, không chép lại caption.",
        held=EDITORS,
        column="pictures.alt",
    )
    caption: Caption = field(
        "Chú thích",
        "Một câu in dưới ảnh; ngày, nơi, tên người đã có trường riêng thì không nhắc lại.",
        held=Paraphrase(Decimal("0.55")),
        column="pictures.caption",
    )
    date: Date | None = field(
        "Ngày",
        "Ngày chụp hay vẽ; bỏ trống nếu không rõ.",
        None,
        held=OnDate(),
        column="pictures.date",
    )
    place: Line | None = field("Nơi", "Nơi chụp.", None, held=Attested(), column="pictures.place")
    people: People = field(
        "Người trong ảnh",
        "Mã nhân vật theo thứ tự từ trái sang phải; người không rõ tên viết {unnamed: …}.",
        (),
        held=Parts(),
        column="pictures.people",
    )
    organizations: Ids = many(
        "Tổ chức",
        "Mã tổ chức mà ảnh nói về.",
        held=Reference(),
        column="pictures.organizations",
    )
    shows: Facts = many(
        "Sự việc",
        "Mã đại hội, sự kiện mà ảnh ghi lại: ma-to-chuc/ma-du-kien.",
        held=Not("sự việc được dẫn tự có nguồn của nó"),
        column="pictures.shows",
    )
    author: Line | None = field(
        "Người chụp, vẽ",
        "Tên người hay hãng; bỏ trống nếu không rõ.",
        None,
        held=Attested(),
        column="pictures.author",
    )
    holder: Line | None = field(
        "Nơi giữ",
        "Ai đang giữ bản gốc: bảo tàng, kho lưu trữ, gia đình.",
        None,
        held=DESCRIPTION,
        column="pictures.holder",
    )
    licence: Annotated[str, LICENCES] = field(
        "Giấy phép", f"{LICENCES.help}.", held=DESCRIPTION, column="pictures.licence"
    )
    rights: Line | None = field(
        "Người giữ quyền",
        "Ai giữ quyền tác giả, hay ai đã đồng ý cho đăng.",
        None,
        held=DESCRIPTION,
        column="pictures.rights",
    )
    publish_original: Flag = field(
        "Đăng bản gốc",
        "true nếu cho tải cả tệp gốc; mặc định chỉ đăng các bản thu nhỏ.",
        False,
        held=STRUCTURAL,
        column="pictures.publish_original",
    )
    doubt: Line | None = field(
        "Điều còn ngờ",
        "Điều chưa chắc về ảnh: người, ngày hay nơi.",
        None,
        held=EDITORS,
        column="pictures.doubt",
    )
    cite: Citations = field(
        "Nguồn",
        "Nguồn và đoạn nói về ảnh; ảnh không lấy từ nguồn nào thì bỏ trống và ghi holder.",
        (),
        held=Cited(),
        column="pictures.source",
    )
