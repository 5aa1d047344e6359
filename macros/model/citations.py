"""Citations: the paragraphs of a source that a fact is based on.

Written `source-id#12`, `source-id#12-13` or `source-id#12,15`; a decision that
was never transcribed is cited by page `source-id#tr.3` or by article
`source-id#dieu-2`, and counts as not yet compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Unit = Literal["paragraph", "page", "article"]
"""The unit in which a source is cited."""

_WORDS: dict[Unit, str] = {"paragraph": "đoạn", "page": "trang", "article": "điều"}
_PREFIXES: dict[Unit, str] = {"paragraph": "", "page": "tr.", "article": "dieu-"}

_SHAPE = re.compile(r"^(?P<source>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)#(?P<locator>\S+)$")
_NUMBER = "([0-9]{1,6})"
_RANGE = re.compile(rf"^{_NUMBER}(?:-{_NUMBER})?$")
_PAGE = re.compile(rf"^tr\.{_NUMBER}(?:-{_NUMBER})?$")
_ARTICLE = re.compile(rf"^dieu-{_NUMBER}$")
MAX_PARTS, MAX_SPAN = 50, 1000
"""The most ranges in one citation, and the most paragraphs in one range, because each paragraph is
looked up. The largest that a site has had are 8 and 106."""

_EXAMPLE = "viết mã nguồn, dấu # và số đoạn, ví dụ ky-yeu#12 hoặc ky-yeu#12-13"


class CitationError(ValueError):
    """A citation that cannot be read; `message` and `remedy` are in Vietnamese."""

    def __init__(self, message: str, remedy: str = _EXAMPLE) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, order=True)
class Citation:
    """A range of one source: paragraphs, pages or an article, `first` to `last` inclusive."""

    source: str
    unit: Unit
    first: int
    last: int

    @property
    def numbers(self) -> range:
        """The numbers of the paragraphs (or pages)."""
        return range(self.first, self.last + 1)

    @property
    def locator(self) -> str:
        """The part after `#` in the canonical form: “12-13”."""
        span = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return _PREFIXES[self.unit] + span

    def __str__(self) -> str:
        return f"{self.source}#{self.locator}"

    @property
    def words(self) -> str:
        """The locator as a reader sees it: “đoạn 12–13”."""
        span = str(self.first) if self.first == self.last else f"{self.first}–{self.last}"
        return f"{_WORDS[self.unit]} {span}"


def _parse_range(source: str, part: str, text: str) -> Citation:
    unit: Unit
    for unit, shape in (("paragraph", _RANGE), ("page", _PAGE), ("article", _ARTICLE)):
        found = shape.match(part)
        if found is None:
            continue
        first = int(found[1])
        last = int(found[2]) if found.re.groups > 1 and found[2] else first
        if first < 1 or last < first:
            raise CitationError(f"trích dẫn “{text}” có khoảng đoạn ngược hoặc bằng 0")
        if last - first >= MAX_SPAN:
            message = f"trích dẫn “{text}” có khoảng dài quá {MAX_SPAN} đoạn"
            raise CitationError(message, "chỉ dẫn những đoạn nói đến điều này")
        return Citation(source, unit, first, last)
    raise CitationError(f"trích dẫn “{text}” không đọc được số đoạn “{part}”")


# Cached: the same citations occur many times.
@lru_cache(maxsize=1 << 14)
def parse_citations(text: str) -> tuple[Citation, ...]:
    """Parse one citation, which may name several ranges of its source.

    Raises :class:`CitationError`.
    """
    try:
        return _read(text)
    except CitationError as error:
        meant = _meant(text)
        raise CitationError(error.message, f"viết {meant}" if meant else error.remedy) from None


def _read(text: str) -> tuple[Citation, ...]:
    shape = _SHAPE.match(text)
    if shape is None:
        if "#" not in text:
            raise CitationError(f"trích dẫn “{text}” thiếu số đoạn")
        raise CitationError(f"trích dẫn “{text}” không đúng dạng")
    parts = shape["locator"].split(",")
    if len(parts) > MAX_PARTS:
        message = f"trích dẫn gồm {len(parts)} chỗ, quá {MAX_PARTS}"
        raise CitationError(message, "chỉ dẫn những đoạn nói đến điều này")
    return tuple(_parse_range(shape["source"], part, text) for part in parts)


def _meant(text: str) -> str | None:
    """Return what was likely meant: without spaces, words and long dashes; several as a list."""
    flat = re.sub(r"[\u2010-\u2015\u2212]", "-", text.strip().lower())
    flat = re.sub(r"\s*([#,;-])\s*", r"\1", re.sub(r"\b(?:đoạn|đ\.|doan)\s*", "", flat))
    flat = re.sub(r"trang\s*|tr\.?\s*(?=\d)", "tr.", flat).replace(" ", "")
    flat = re.sub(r"(?<=[#,])(?:điều|đ|dieu)-?(?=\d)", "dieu-", flat)
    several = re.split(r"[,;](?=[a-z])", flat)
    try:
        for one in several:
            _read(one.replace(";", ","))
    except CitationError:
        return None
    joined = ", ".join(one.replace(";", ",") for one in several)
    if len(several) > 1:
        return f"[{joined}]"
    return None if joined == text else joined
