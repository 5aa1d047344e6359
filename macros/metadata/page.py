"""The metadata of one page, which the theme places around its text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.addresses.places import VERIFICATION, family_of
from macros.addresses.urls import address
from macros.archive import Archive
from macros.messages.nouns import NOUNS
from macros.metadata import citation, linked_data
from macros.metadata.history import History
from macros.metadata.pictures import picture_of
from macros.text.vietnamese import keep_together
from macros.views.common import Link
from macros.wording.edition import state_words

DATA_FILES = {
    "organization": NOUNS["organization"],
    "leadership": "lãnh đạo",
    "congresses": NOUNS["congress"],
    "statistics": NOUNS["statistic"],
    "targets": NOUNS["target"],
    "events": NOUNS["event"],
    "statements": NOUNS["statement"],
    "conflicts": NOUNS["conflict"],
}


@dataclass(frozen=True)
class Site:
    """What all pages share: the project root, the name and description of the site, its addresses.

    `url` is the site's address; a file of the project can be edited at `edit` plus its path. Both
    end with a slash, or are "" if they are not configured.
    """

    root: Path
    name: str
    description: str
    url: str
    edit: str

    @cached_property
    def files(self) -> frozenset[str]:
        """The files of docs/ and data/ by their paths from the root, listed once for all pages."""
        return frozenset(
            (here / name).relative_to(self.root).as_posix()
            for folder in ("docs", "data")
            for at, _, names in os.walk(self.root / folder)
            for here in (Path(at),)
            for name in names
        )


@dataclass(frozen=True)
class PageMetadata:
    """The metadata of a page; whatever is not known is "" or empty.

    `state` is the state of the page's printed volume, such as “bản thảo”; `verification` is the
    address of the page that says how facts are compared with their sources; `bibtex_address` and
    `ris_address` are the data of addresses that save the two records as files. `title` is that of
    the page and of its organization, which no other page has; `volume` is the organization, "" on
    its first page, and `place_in_volume` says which of its chapters the page is.
    """

    changed: str
    changed_machine: str
    citation: str
    bibtex: str
    ris: str
    bibtex_address: str
    ris_address: str
    edits: tuple[Link, ...]
    linked_data: str
    picture: str
    state: str = ""
    verification: str = ""
    title: str = ""
    volume: str = ""
    place_in_volume: str = ""


def page_metadata(
    site: Site, archive: Archive, history: History, path: str, title: str
) -> PageMetadata:
    """Return the metadata of the page at `path` under docs/."""
    folder = path.partition("/")[0]
    volume = archive.dossiers.get(folder)
    files = tuple(_files(site, path))
    day = history.changed(files)
    url = site.url + address(path) if site.url else ""
    cited = citation.Cited(title, volume.title if volume else "", site.name, day, url)
    described: linked_data.Node = {"name": site.name, "description": site.description}
    nodes = linked_data.linked_data(archive, path, url, described | {"url": site.url})
    listed = bool(volume and volume.organization.listed)
    bibtex, ris = citation.bibtex(cited, path), citation.ris(cited)
    return PageMetadata(
        changed=f"{day:%d/%m/%Y}" if day else "",
        changed_machine=day.isoformat() if day else "",
        citation=citation.iso_690(cited),
        bibtex=bibtex,
        ris=ris,
        bibtex_address=citation.in_address(bibtex),
        ris_address=citation.in_address(ris),
        edits=tuple(_edits(site, files)),
        linked_data=linked_data.script(nodes),
        picture=site.url + picture_of(archive, path) if site.url else "",
        state=state_words(archive, folder) if listed else "",
        verification=_verification(site, path),
        title=cited.full,
        volume=volume.title if volume and path != f"{folder}/index.md" else "",
        place_in_volume=_place_in_volume(archive, folder, path),
    )


def _place_in_volume(archive: Archive, volume: str, path: str) -> str:
    """Return which chapter of its volume a page is: “chương 2 trong 14”; "" elsewhere."""
    chapters = [one.page for one in archive.contents.get(volume, ())]
    if volume not in archive.dossiers or path not in chapters:
        return ""
    return keep_together(f"chương {chapters.index(path) + 1} trong {len(chapters)}")


def _verification(site: Site, path: str) -> str:
    """Return the address of the page on verification, "" on itself and where there is none."""
    linked = path != VERIFICATION and f"docs/{VERIFICATION}" in site.files
    return address(VERIFICATION) if linked else ""


def _files(site: Site, path: str) -> Iterator[str]:
    """Yield the files that a page is made from: its chapter and the data of its organization.

    A generated page is made from the file of data/ that its family has for it, if any.
    """
    parts = path.split("/")
    if f"docs/{path}" in site.files:
        yield f"docs/{path}"
        own = (f"data/organizations/{parts[0]}/{stem}.yml" for stem in DATA_FILES)
        yield from (file for file in own if file in site.files)
    elif (family := family_of(path)) and family.data:
        named = f"data/{family.data}/{parts[-1].removesuffix('.md')}"
        made = (f"{named}.yml", *(f"{named}/{stem}.yml" for stem in DATA_FILES))
        yield from (file for file in made if file in site.files)


def _edits(site: Site, files: tuple[str, ...]) -> Iterator[Link]:
    """Yield a link to edit each file of a page, the chapter first."""
    for file in files if site.edit else ():
        stem = file.rpartition("/")[2].removesuffix(".yml")
        text = "chương này" if file.startswith("docs/") else DATA_FILES.get(stem, "dữ liệu")
        yield Link(text, site.edit + file)
