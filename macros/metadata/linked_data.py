"""The linked data of a page in schema.org's terms (JSON-LD), for search engines and catalogues.

Dates are given only if ISO 8601 can express them; addresses only if the site has one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.addresses.places import (
    OPEN_DATA,
    congresses_page,
    fact_anchor,
    family_of,
    page_of,
    place_of,
)
from macros.addresses.urls import address_of
from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import Edtf, first_and_last, machine
from macros.images.sizes import best_path, largest
from macros.model.picture_codes import LICENCES
from macros.model.pictures import Picture
from macros.opendata.datapackage import LICENSE
from macros.opendata.view import FOLDER
from macros.rules.congresses import meeting_words
from macros.rules.pictures import DECADES, decade_of, in_order, portrait_of
from macros.rules.terms import Tenure, tenures
from macros.rules.titles import title_of
from macros.text.vietnamese import capital

Node = dict[str, Any]


def script(nodes: list[Node]) -> str:
    """Return the nodes as text that is safe within a script element; "" for none."""
    if not nodes:
        return ""
    graph = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    text = json.dumps({"@context": "https://schema.org", **graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def linked_data(archive: Archive, path: str, url: str, site: Node) -> list[Node]:
    """Return the nodes for the page at `path` under docs/; `site` is the node of the site.

    First the nodes of what the page is about, then one for each picture on it.
    """
    root = site.get("url") or ""
    shown = (archive.pictures.get(one) for one in archive.figures.pictures_on(path))
    return [
        *_about(archive, path, url, site),
        *(picture(archive, one, root) for one in shown if one),
    ]


def _about(archive: Archive, path: str, url: str, site: Node) -> list[Node]:
    folder, _, name = path.partition("/")
    if path == "index.md":
        return [_filled({"@type": "WebSite", **site, "inLanguage": "vi"})]
    if path == OPEN_DATA:
        return [_dataset(site, url)]
    dossier = archive.dossiers.get(folder)
    if dossier and name == "index.md":
        return [organization(archive, dossier, url)]
    if dossier and path == congresses_page(folder):
        return list(_congresses(dossier, url))
    family = family_of(path)
    root = site.get("url") or ""
    if family and family.kind == "person":
        return [person(archive, path.rpartition("/")[2].removesuffix(".md"), url, root)]
    if family and family.kind == "organization":
        one = archive.dossiers[path.rpartition("/")[2].removesuffix(".md")]
        return [organization(archive, one, url)]
    if family and family.kind == DECADES:
        shown = in_order(archive.pictures.values())
        return [
            picture(archive, one, root) for one in shown if page_of(DECADES, decade_of(one)) == path
        ]
    return []


def organization(archive: Archive, dossier: Dossier, url: str = "") -> Node:
    """Return the node of an organization: names, founding and dissolution, parent."""
    one = dossier.organization
    names = [name.name for name in dossier.names_of("organization")]
    names += [alias.name for alias in one.aliases]
    parent = archive.dossiers.get(next(iter(one.above), ""))
    above = {"@type": "Organization", "name": parent.title} if parent else None
    return _filled(
        {
            "@type": "Organization",
            "name": dossier.title,
            "alternateName": [name for name in names if name != dossier.title],
            "foundingDate": _day(one.beginning.date if one.beginning else None),
            "dissolutionDate": _day(one.ending.date if one.ending else None),
            "parentOrganization": above,
            "description": one.summary,
            "url": url,
        }
    )


def person(archive: Archive, identifier: str, url: str = "", root: str = "") -> Node:
    """Return the node of a person with the posts held, as roles in organizations.

    `url` is the address of the page, `root` that of the site.
    """
    one = archive.people[identifier]
    portrait = portrait_of(archive, identifier)
    owners = dict.fromkeys(d.id for d, _ in archive.memberships_of.get(identifier, ()))
    held = [
        _role(archive, archive.dossiers[owner], tenure)
        for owner in owners
        for tenure in tenures(archive, archive.dossiers[owner])
        if tenure.person == identifier
    ]
    return _filled(
        {
            "@type": "Person",
            "name": one.name,
            "alternateName": list(one.called[1:]),
            "birthDate": _day(next((each.born for each in one.identity if each.born), None)),
            "deathDate": _day(next((each.died for each in one.identity if each.died), None)),
            "memberOf": held,
            "image": picture(archive, portrait, root) if portrait and root else None,
            "url": url,
        }
    )


def picture(archive: Archive, one: Picture, root: str = "") -> Node:
    """Return the node of a picture: what it shows, who made it, what may be done with it.

    `root` is the address of the site.
    """
    file = archive.picture_files.get(one.id)
    licence = LICENCES.entry(one.licence)
    place = place_of(LinkTarget("picture", one.id), archive)
    there = f"{root}{address_of(place)}" if root and place else ""
    made = largest(file) if file else None
    return _filled(
        {
            "@type": "ImageObject",
            "name": one.caption,
            "description": one.alt,
            "contentUrl": root + best_path(one.id, file, one.kind) if root and file else "",
            "width": made[0] if made else None,
            "height": made[1] if made else None,
            "dateCreated": _day(one.date),
            "contentLocation": {"@type": "Place", "name": one.place} if one.place else None,
            # A person or a firm: the record does not say which.
            "creator": {"name": one.author} if one.author else None,
            "creditText": "; ".join(filter(None, (one.author, one.rights, one.holder))),
            "copyrightNotice": one.rights,
            "license": licence.url,
            "usageInfo": licence.word,
            "acquireLicensePage": there,
            "url": there,
        }
    )


def _role(archive: Archive, dossier: Dossier, tenure: Tenure) -> Node:
    return _filled(
        {
            "@type": "OrganizationRole",
            "roleName": title_of(archive, tenure.first),
            # The vocabulary cannot say that a day is inferred.
            "startDate": None if tenure.infers_start else _day(tenure.start),
            "endDate": None if tenure.infers_end else _day(tenure.end),
            "memberOf": {"@type": "Organization", "name": dossier.title},
        }
    )


def _congresses(dossier: Dossier, url: str) -> Iterator[Node]:
    for one in dossier.meetings:
        first, last = first_and_last(one.days)
        anchor = fact_anchor("congress", one.key, dossier.id, dossier.id)
        yield _filled(
            {
                "@type": "Event",
                "name": f"{capital(meeting_words(dossier, one))}, {dossier.title}",
                "startDate": _day(first),
                "endDate": _day(last),
                "location": one.place,
                "organizer": {"@type": "Organization", "name": dossier.title},
                "url": f"{url}#{anchor}" if url else "",
            }
        )


def _dataset(site: Node, url: str) -> Node:
    """Return the node of the open data: what it is, its licence, its files."""
    root = site.get("url") or ""
    parts = [
        {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{root}{FOLDER}/{name}",
        }
        for name in ("popolo.json", "datapackage.json")
        if root
    ]
    return _filled(
        {
            "@type": "Dataset",
            "name": f"Dữ liệu mở: {site['name']}",
            "description": site.get("description"),
            "license": LICENSE["path"],
            "isAccessibleForFree": True,
            "inLanguage": "vi",
            "url": url,
            "distribution": parts,
        }
    )


def _day(when: Edtf | None) -> str | None:
    return machine(when) if when else None


def _filled(node: Node) -> Node:
    """Return a node without its empty properties."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
