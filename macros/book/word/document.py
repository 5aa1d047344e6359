"""A volume as one HTML page for pandoc: its sections in order, its sources, its abbreviations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.addresses.bookmarks import volume_bookmark
from macros.book import matter
from macros.book.glossary import glossary
from macros.book.section import Section, parse
from macros.book.word.names import Names, name_places
from macros.book.word.simple import simplify

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.book.compose import Volume
    from macros.book.config import Settings
    from macros.book.matter import Edition


@dataclass(frozen=True)
class Part:
    """A section as its template takes it."""

    level: int
    label: str
    title: str
    bookmark: str
    body: str


def page_of(volume: Volume, settings: Settings, archive: Archive, edition: Edition) -> str:
    """Return a volume, composed with the marks of its facts, as HTML that pandoc reads."""
    sections = [*volume.sections, *matter.references(volume, settings)]
    if terms := glossary(volume.sections, archive.abbreviations):
        tree = parse(matter.fill(volume.root, "glossary.html", terms=terms))
        sections.append(Section("chu-viet-tat", "Chữ viết tắt và thuật ngữ", "back", tree))
    names = Names(volume.plan.name)
    name_places(sections, names)
    parts = []
    for section in sections:
        simplify(section, volume.root)
        body = matter.markup(section, xml=True).replace("epub-type=", "epub:type=")
        bookmark = names.of_anchor(section.key)
        parts.append(Part(section.level, section.label, section.title, bookmark, body))
    introduction = matter.fill(
        volume.root,
        "word_introduction.html",
        title=volume.full_title,
        commit=edition.commit,
        date=edition.date,
    )
    return matter.fill(
        volume.root,
        "word.html",
        title=volume.full_title,
        state=edition.imprint.state,
        bookmark=volume_bookmark(volume.plan.name),
        introduction=introduction,
        sections=parts,
    )
