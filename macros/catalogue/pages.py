"""The look-up pages that are generated from the data alone.

Each is a chapter like any other (front matter and one macro call) and goes through the
same `expand`. There is one page per person and organization of which enough is told
(:mod:`macros.addresses.entities`), per source, issuer, initial, compared subject and volume
with gaps; if there are pictures, one that lists them and one per ten years; and, if there
are many volumes, one per volume for its office holders. So the site stays usable with a
hundred organizations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.addresses.entities import ENTITIES, entity_title, with_pages
from macros.addresses.places import initial_of, page_of
from macros.admission.docs import DOCS
from macros.archive import Archive
from macros.chapter import Chapter, FrontMatter
from macros.messages.nouns import NOUNS
from macros.rules.comparison import groups
from macros.rules.gaps import gaps_of
from macros.rules.offices import has_page_per_group, holder_groups
from macros.rules.pictures import DECADES, EVERY, decade_of, decade_words
from macros.text.markdown import as_text
from macros.text.vietnamese import capital, initial, is_id, sort_key


def generated_pages(archive: Archive) -> dict[str, Chapter]:
    """Return every generated page by its path under docs/."""
    made = ((page_of(one.kind, one.id), one) for one in _pages(archive))
    return {path: _chapter(path, one) for path, one in made}


class _Page(NamedTuple):
    """A page of the family with links of the kind `kind`: its id, title and macro call.

    A `wide` one takes the room of the menu and the contents beside it; its heading has its id.
    """

    kind: str
    id: str
    title: str
    call: str
    wide: bool = False


def _pages(archive: Archive) -> Iterator[_Page]:
    for source in archive.sources.values():
        yield _Page("source", source.id, source.title, f'source_entry("{source.id}")')
    for issuer in archive.issuers.values():
        title = f"{capital(NOUNS['document'])}: {issuer.name}"
        yield _Page("issuer", issuer.id, title, f'documents_of("{issuer.id}")')
    for letter, people in _by_letter(archive).items():
        title = f"{capital(NOUNS['person'])}: {', '.join(people)}"
        yield _Page("people", letter, title, f'people_entries("{letter}")')
    for kind in (one.kind for one in ENTITIES):
        yield from _of_entities(archive, kind)
    for group in groups(archive):
        title = f"So sánh: {group.label}"
        yield _Page("comparison", group.id, title, f'comparison_of("{group.id}")')
    for volume in archive.volumes:
        if gaps_of(archive, volume.id):
            title = f"Thông tin còn thiếu: {volume.title}"
            yield _Page("gaps", volume.id, title, f'gaps_in("{volume.id}")')
    if archive.pictures:
        yield _Page(DECADES, EVERY, "Ảnh", "picture_index()")
        for decade in sorted({decade_of(one) for one in archive.pictures.values()}):
            words = decade_words(decade)
            title = f"Ảnh: {words[:1].lower()}{words[1:]}"
            yield _Page(DECADES, decade, title, f'pictures_of_years("{decade}")')
    if has_page_per_group(archive):
        for officers in holder_groups(archive):
            title = f"Ai giữ chức vào ngày…: {officers.title}"
            yield _Page("holders", officers.id, title, f'office_holders("{officers.id}")')


def _of_entities(archive: Archive, kind: str) -> Iterator[_Page]:
    for identifier in with_pages(archive, kind):
        title = entity_title(archive, kind, identifier)
        yield _Page(kind, identifier, title, f'{kind}_page("{identifier}")', wide=True)


def _by_letter(archive: Archive) -> Mapping[str, Iterable[str]]:
    """Return the letters of names (D, Đ) on each page of people, by the page's own letter (d)."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in archive.people.values():
        found[initial_of(person.id)].add(initial(person.name))
    return {letter: sorted(found[letter], key=sort_key) for letter in sorted(found)}


def _chapter(path: str, one: _Page) -> Chapter:
    """Return a page; its title is text, whatever the data hold."""
    # An id in Markdown begins with a letter; that of a year does not.
    own = one.id if is_id(one.id) else f"nam-{one.id}"
    heading = as_text(one.title) + (f" {{: #{own} }}" if one.wide else "")
    body = f"\n# {heading}\n\n{{{{ {one.call} }}}}\n"
    front_matter = FrontMatter(one.title, hide=("navigation", "toc") if one.wide else ())
    return Chapter(f"{DOCS}/{path}", front_matter, body, first_line=1)
