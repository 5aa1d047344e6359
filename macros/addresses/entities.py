"""The kinds of entries that have a page of their own, made from facts: the one list of them.

A kind says which of its entries have a page, in which folder, and under which title. All else goes
by its name: links to it are `LinkTarget(kind, id)`, its page calls the macro `<kind>_page("<id>")`
of the catalogue, which shows the view of `views/<kind>_page.py` by the template of that name. An
entry without a page stays in a list, with an anchor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from macros.admission.docs import LOOK_UP
from macros.archive import Archive
from macros.rules.chronicle import decades_told_of, years_told_of
from macros.rules.document_relations import documents_told_of
from macros.rules.names import namesakes
from macros.rules.service import years_of
from macros.rules.told_of import organizations_told_of, people_told_of
from macros.text.vietnamese import capital, in_brackets
from macros.wording.documents import dated_name
from macros.wording.people import life_years


class EntityKind(NamedTuple):
    """A kind of entries with pages of their own, in one folder under the look-up pages.

    `pages` returns the ids of those that have one, in order; `title` the title of such a page;
    `data` is the folder of data/ that holds a file, or a folder, for each, or ""; `listed` the
    folder of the look-up page that lists them, if that is another.
    """

    kind: str
    folder: str
    data: str
    pages: Callable[[Archive], Iterable[str]]
    title: Callable[[Archive, str], str]
    listed: str = ""


def _person_title(archive: Archive, person: str) -> str:
    """Return a person's name; namesakes are told apart by what editors say, else by their years."""
    one = archive.people[person]
    if person not in namesakes(archive):
        return one.name
    told = one.distinguished_by or life_years(one) or years_of(archive, person)
    return f"{one.name} {in_brackets(told)}" if told else one.name


def _organization_title(archive: Archive, organization: str) -> str:
    """Return an organization's name; those with the same name are told apart by their superior."""
    dossier = archive.dossiers[organization]
    titles: Mapping[str, int] | None = archive.memo.get("titles of organizations")
    if titles is None:
        titles = Counter(one.title.casefold() for one in archive.dossiers.values())
        archive.memo["titles of organizations"] = titles
    above = next((archive.dossiers.get(one) for one in dossier.organization.above), None)
    shared = titles[dossier.title.casefold()] > 1
    return capital(f"{dossier.title}, {above.title}" if shared and above else dossier.title)


def _document_title(archive: Archive, document: str) -> str:
    """Return a document's name and day; equal ones are told apart by term, subject or issuer."""
    one = archive.documents[document]
    titles: Mapping[str, int] | None = archive.memo.get("titles of documents")
    if titles is None:
        titles = Counter(map(dated_name, archive.documents.values()))
        archive.memo["titles of documents"] = titles
    name = dated_name(one)
    if titles[name] == 1:
        return name
    told = one.term or (one.symbol and one.subject) or archive.issuer_of[document].name
    return f"{name} {in_brackets(told)}"


def _decade_title(_: Archive, decade: str) -> str:
    return f"Các năm {decade.replace('-', '–')}"


ENTITIES = (
    EntityKind("person", "nhan-vat", "people", people_told_of, _person_title),
    EntityKind(
        "organization", "to-chuc", "organizations", organizations_told_of, _organization_title
    ),
    EntityKind("year", "nam", "", years_told_of, lambda _, year: f"Năm {year}", listed="theo-nam"),
    EntityKind("decade", "thap-nien", "", decades_told_of, _decade_title, listed="theo-nam"),
    EntityKind("document", "van-kien", "", documents_told_of, _document_title, listed="van-ban"),
)
_BY_KIND = {one.kind: one for one in ENTITIES}


def with_pages(archive: Archive, kind: str) -> Mapping[str, None]:
    """Return the ids of the entries of a kind that have a page, in order; none of other kinds."""
    found: dict[str, dict[str, None]] = archive.memo.setdefault("entries with pages", {})
    if kind not in found:
        one = _BY_KIND.get(kind)
        found[kind] = dict.fromkeys(one.pages(archive)) if one else {}
    return found[kind]


def folder_of(kind: str) -> str:
    """Return the folder of the pages of a kind as an address: `tra-cuu/nam/`."""
    return f"{LOOK_UP}/{_BY_KIND[kind].folder}/"


def entity_title(archive: Archive, kind: str, identifier: str) -> str:
    """Return the title of the page of an entry."""
    return _BY_KIND[kind].title(archive, identifier)
