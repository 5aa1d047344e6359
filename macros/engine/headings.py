"""Keeps words of two syllables whole in headings: balanced lines parted “Thành | ủy”."""

from __future__ import annotations

import re
from functools import lru_cache

from macros.text.vietnamese import NBSP

_HEADING = re.compile(r"(<h[1-3]\b[^>]*>)(.*?)(?=</h[1-3]>)", re.DOTALL)
_TEXT = re.compile(r"(?:^|(?<=>))[^<]+")
_WORDS = re.compile(
    r"\b(?:(?:đảng|chi|thành|tỉnh|huyện|quận|thị|khu|ban) (?:bộ|ủy)|cơ quan|thành phố|đại hội"
    r"|nhiệm kỳ|tổ chức|lịch sử|kết quả|kiểm tra|chỉ tiêu|văn bản|thống nhất|nhân vật|lãnh đạo"
    r"|ủy ban|ủy viên|thường vụ|công đoàn|thanh niên|chiến binh|mặt trận|tài liệu|báo cáo"
    r"|nghị quyết|quyết định|quy định|số liệu|sự kiện|thay đổi|thành lập|giai đoạn|hội nghị)\b",
    re.IGNORECASE,
)
_CAPITAL = "A-ZĐÂĂÊÔƠƯÀÁẢÃẠẦẤẨẪẬẰẮẲẴẶÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
_NAME = re.compile(
    rf"\b[{_CAPITAL}]\w+ [{_CAPITAL}]\w+(?: [{_CAPITAL}]\w+)?(?=\s*(?:$|[,;:.)\]–]))"
)
"""Two or three syllables with capitals, after which no word goes on: “Sông Mây”, “Lý Văn Mận”."""


def with_whole_words(html: str) -> str:
    """Return the HTML of an article whose headings have no line end within a word or a name."""
    return _HEADING.sub(lambda one: one[1] + _TEXT.sub(_kept, one[2]), html)


def _kept(text: re.Match[str]) -> str:
    return kept(text[0])


@lru_cache(maxsize=1 << 12)
def kept(text: str) -> str:
    """Return plain text with a no-break space within each word and name that is known as one."""
    return _NAME.sub(_whole, _WORDS.sub(_whole, text))


def _whole(found: re.Match[str]) -> str:
    return found[0].replace(" ", NBSP)
