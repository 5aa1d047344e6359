"""Whether a citation names an existing paragraph."""

from __future__ import annotations

from macros.archive import Archive
from macros.chapter.registry import Finding
from macros.messages.nouns import NOUNS
from macros.model.citations import Citation


def refused(archive: Archive, citation: Citation) -> Finding | None:
    """Return what is wrong with a citation: no such source, or a paragraph beyond its end."""
    source = citation.source
    if not archive.has("source", source, None):
        advice = archive.advice("source", source, None)
        return f"không có {NOUNS['source']} nào mang mã “{source}”", advice.remedy, advice.about
    last = archive.paragraphs.get(source)
    if citation.unit == "paragraph" and last is not None and citation.last > last:
        return f"trích dẫn {citation} vượt quá đoạn cuối ({last}) của nguồn", "sửa số đoạn"
    return None


def without_evidence(archive: Archive, citation: Citation) -> bool:
    """Return whether a citation is by paragraph, of a transcribed source without evidence."""
    source = archive.sources.get(citation.source)
    return (
        citation.unit == "paragraph"
        and citation.source not in archive.paragraphs
        and (source is None or source.transcribed)
    )
