"""The closed lists of pictures, as :mod:`macros.model.codes` has those of other records."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.closed_list import ClosedList, Code

PICTURE_KINDS = ClosedList(
    Code("photograph", "ảnh chụp"),
    Code("portrait", "chân dung", "ảnh chân dung của một người"),
    Code("facsimile", "bản chụp tài liệu"),
    Code("map", "bản đồ"),
    Code("drawing", "tranh vẽ", "tranh, hình vẽ"),
)


@dataclass(frozen=True)
class Licence(Code):
    """What others may do with a picture; `url` is where the licence stands, "" for none.

    `open` says whether whoever finds the picture here may publish it again.
    """

    url: str = ""
    open: bool = False


LICENCES = ClosedList(
    Licence(
        "public-domain", "thuộc về công chúng", "hết hạn hay không có quyền tác giả", open=True
    ),
    Licence("cc0", "CC0 1.0", url="https://creativecommons.org/publicdomain/zero/1.0/", open=True),
    Licence("cc-by", "CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/", open=True),
    Licence(
        "cc-by-sa", "CC BY-SA 4.0", url="https://creativecommons.org/licenses/by-sa/4.0/", open=True
    ),
    Licence("permission", "đăng theo sự đồng ý của người giữ quyền", "người giữ quyền đã đồng ý"),
    Licence("own", "giữ mọi quyền", "của chính cơ quan lập trang, giữ mọi quyền"),
    Licence("unknown", "chưa rõ", "chưa rõ ai giữ quyền"),
)
"""What may be done with a picture; if that is unknown, readers see so."""

PICTURE_PLACES = ClosedList(
    Code("near", "cạnh lời kể"),
    Code("plates", "phụ ảnh", "gom vào phần phụ ảnh cuối sách, trong bài chỉ còn lời dẫn"),
)
"""Where a book has its pictures."""
