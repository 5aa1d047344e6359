"""The look-up pages that are generated from the data alone.

Each is a chapter like any other (front matter and one macro call) and goes through the
same `expand`. There is one page per source, issuer, initial, compared subject and volume
with gaps; if there are pictures, one that lists them and one per ten years; and, if there
are many volumes, one per volume for its office holders. So the site stays usable with a
hundred organizations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from macros.addresses.places import initial_of, page_of
from macros.archive import Archive
from macros.messages.nouns import NOUNS
from macros.rules.comparison import groups
from macros.rules.gaps import gaps_of
from macros.rules.offices import has_page_per_group, holder_groups
from macros.rules.pictures import DECADES, EVERY, decade_of, decade_words
from macros.text.markdown import as_text
from macros.text.vietnamese import capital


def generated_pages(archive: Archive) -> dict[str, str]:
    """Return the Markdown of every generated page by its path under docs/."""
    return {page_of(one.kind, one.id): _markdown(one.title, one.call) for one in _pages(archive)}


class _Page(NamedTuple):
    """A page of the family with links of the kind `kind`: its id, title and macro call."""

    kind: str
    id: str
    title: str
    call: str


def _pages(archive: Archive) -> Iterator[_Page]:
    for source in archive.sources.values():
        yield _Page("source", source.id, source.title, f'source_entry("{source.id}")')
    for issuer in archive.issuers.values():
        title = f"{capital(NOUNS['document'])}: {issuer.name}"
        yield _Page("issuer", issuer.id, title, f'documents_of("{issuer.id}")')
    for letter in sorted({initial_of(person) for person in archive.people}):
        title = f"{capital(NOUNS['person'])}: {letter.upper()}"
        yield _Page("people", letter, title, f'people_entries("{letter}")')
    for group in groups(archive):
        title = f"So sánh: {group.label}"
        yield _Page("comparison", group.id, title, f'comparison_of("{group.id}")')
    for volume in archive.volumes:
        if gaps_of(archive, volume.id):
            title = f"Chỗ nguồn để trống: {volume.title}"
            yield _Page("gaps", volume.id, title, f'gaps_in("{volume.id}")')
    if archive.pictures:
        yield _Page(DECADES, EVERY, "Ảnh", "picture_index()")
        for decade in sorted({decade_of(one) for one in archive.pictures.values()}):
            words = decade_words(decade)
            title = f"Ảnh: {words[:1].lower()}{words[1:]}"
            yield _Page(DECADES, decade, title, f'pictures_of_years("{decade}")')
    if has_page_per_group(archive):
        for officers in holder_groups(archive):
            title = f"{capital(NOUNS['role'])} vào một ngày: {officers.title}"
            yield _Page("holders", officers.id, title, f'office_holders("{officers.id}")')


def _markdown(title: str, call: str) -> str:
    """Return a page; its title is text, whatever the data hold."""
    # With its braces escaped, no text is taken for a call.
    quoted = json.dumps(title, ensure_ascii=False).replace("{", "\\u007b").replace("}", "\\u007d")
    return f"---\ntitle: {quoted}\n---\n\n# {as_text(title)}\n\n{{{{ {call} }}}}\n"
