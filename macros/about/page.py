"""Everything that stands around one page, for the theme to put in its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.about import citation, linked_data
from macros.about.history import History
from macros.about.pictures import picture_of
from macros.addresses.urls import address
from macros.archive import Archive
from macros.messages.nouns import NOUNS
from macros.views.common import Link
from macros.views.edition import state_words

DATA_FILES = {
    "organization": NOUNS["organization"],
    "leadership": "lãnh đạo",
    "congresses": NOUNS["congress"],
    "statistics": NOUNS["statistic"],
    "targets": NOUNS["target"],
    "events": NOUNS["event"],
    "conflicts": NOUNS["conflict"],
}


@dataclass(frozen=True)
class Site:
    """What is the same for all pages: where the project lies, what it is called, its addresses.

    `url` ends with a slash; `edit` is the address at the repository's host under which a file of
    the project can be edited, ending with a slash. Both are "" where they are not configured.
    """

    root: Path
    name: str
    description: str
    url: str
    edit: str


@dataclass(frozen=True)
class About:
    """What is told around a page; anything that is not known is "" or empty.

    `state` is that of the printed volume that the page belongs to: “bản thảo”.
    """

    changed: str
    changed_machine: str
    citation: str
    bibtex: str
    edits: tuple[Link, ...]
    linked_data: str
    picture: str
    state: str = ""


def about(site: Site, archive: Archive, history: History, path: str, title: str) -> About:
    """Return what is told around the page at `path` under docs/."""
    folder = path.partition("/")[0]
    volume = archive.dossiers.get(folder)
    files = tuple(_files(site.root, path))
    day = history.changed(files)
    url = site.url + address(path) if site.url else ""
    cited = citation.Cited(title, volume.title if volume else "", site.name, day, url)
    described: linked_data.Node = {"name": site.name, "description": site.description}
    nodes = linked_data.linked_data(archive, path, url, described | {"url": site.url})
    return About(
        changed=f"{day:%d/%m/%Y}" if day else "",
        changed_machine=day.isoformat() if day else "",
        citation=citation.iso_690(cited),
        bibtex=citation.bibtex(cited, path),
        edits=tuple(_edits(site, files)),
        linked_data=linked_data.script(nodes),
        picture=site.url + picture_of(archive, path) if site.url else "",
        state=state_words(archive, folder) if volume and volume.organization.listed else "",
    )


def _files(root: Path, path: str) -> Iterator[str]:
    """Yield the files that a page is made of: its chapter, and the data of its organization.

    A page made from data alone is made of the file of its source or issuer.
    """
    parts = path.split("/")
    if (root / "docs" / path).is_file():
        yield f"docs/{path}"
        for stem in DATA_FILES:
            file = f"data/organizations/{parts[0]}/{stem}.yml"
            if (root / file).is_file():
                yield file
    elif parts[1:2] in (["nguon"], ["van-ban"]):
        folder = {"nguon": "sources", "van-ban": "documents"}[parts[1]]
        file = f"data/{folder}/{parts[-1].removesuffix('.md')}.yml"
        if (root / file).is_file():
            yield file


def _edits(site: Site, files: tuple[str, ...]) -> Iterator[Link]:
    """Yield where the files of a page are edited, the chapter first."""
    for file in files if site.edit else ():
        stem = file.rpartition("/")[2].removesuffix(".yml")
        text = "chương này" if file.startswith("docs/") else DATA_FILES.get(stem, "dữ liệu")
        yield Link(text, site.edit + file)
