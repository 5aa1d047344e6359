"""The accessibility of an EPUB: roles of its parts, and metadata about how it can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.book.imprint import ImprintWords
from macros.book.section import Section

_OF_PART = {
    "foreword": "foreword",
    "preface": "preface",
    "conclusion": "conclusion",
    "committees": "appendix",
    "roll": "appendix",
    "chronology": "appendix",
    "sources": "",
}
_OF_KEY = {
    "loi-dan": "introduction",
    "nguon": "bibliography",
    "chu-viet-tat": "glossary",
    "chi-muc": "index",
}
_OF_KIND = {"part": "part", "chapter": "chapter", "appendix": "appendix"}


def role_of(section: Section) -> str:
    """Return the DPUB-ARIA role of a section without “doc-” (“preface”), or ""."""
    if section.part:
        return _OF_PART.get(section.part, "chapter")
    return _OF_KEY.get(section.key) or _OF_KIND.get(section.kind, "")


@dataclass(frozen=True)
class Access:
    """The accessibility metadata of an EPUB, in the terms of schema.org."""

    modes: tuple[str, ...]
    features: tuple[str, ...]
    summary: str


def access_of(sections: Iterable[Section], *, paged: bool) -> Access:
    """Return the metadata for these sections; `paged` if they mark the printed pages."""
    pictured = any(next(one.tree.iter("img", "svg"), None) is not None for one in sections)
    features = ["tableOfContents", "structuralNavigation", "readingOrder", "index", "ARIA"]
    features += ["displayTransformability"]
    statements = ["Chữ thật, có mục lục, đề mục theo bậc, chỉ mục và bảng có tiêu đề cột"]
    if pictured:
        features.append("alternativeText")
        statements.append("hình nào cũng có lời thay thế")
    if paged:
        features += ["pageBreakMarkers", "pageNavigation"]
        statements.append("số trang của bản in được đánh dấu")
    summary = f"{'; '.join(statements)}. Đọc được trọn vẹn bằng chữ hoặc nghe đọc."
    modes = ("textual", "visual") if pictured else ("textual",)
    return Access(modes, tuple(features), summary)


def source_of(imprint: ImprintWords, title: str, size: str) -> str:
    """Return the printed book with these pages: its ISBN, or its title and size."""
    if imprint.isbn:
        return f"urn:isbn:{imprint.isbn.replace('-', '').replace(' ', '')}"
    parts = [title, f"bản in khổ {size}", imprint.publisher, imprint.year]
    return ", ".join(part for part in parts if part)
