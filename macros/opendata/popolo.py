"""The archive in the terms of Popolo 1.0: people, organizations, posts, memberships, events.

Popolo's dates are a year, a month or a day: its own fields are filled only if such a
date is exact, and an additional field with the suffix `_edtf` always has the full date.
The citations of a fact are in `citations`; Popolo's `sources`, which must be absolute
addresses, are added if SITE_URL is set. Ids of facts are unique only within an
organization, so they are written `<organization>/<fact>`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.addresses.places import place_of
from macros.addresses.urls import address_of
from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.images.sizes import best_path
from macros.model.aliases import Alias
from macros.model.base import Fact, citations_of
from macros.model.career_codes import LATER_KINDS
from macros.model.codes import ALIAS_KINDS, NAME_BEARERS
from macros.model.leadership import Membership
from macros.model.lives import Life
from macros.model.organization import Headquarters
from macros.model.people import Identity, Later, Person
from macros.model.picture_codes import LICENCES
from macros.model.sources import Source
from macros.model.superiors import Belonging
from macros.model.superiors import in_order as by_time
from macros.opendata.derived import by_id, posts_in_words
from macros.opendata.links import site_root
from macros.opendata.organizations import ends_of_names
from macros.opendata.popolo_events import every_event
from macros.opendata.popolo_fields import JsonObject, Sources, clean, dated, in_edtf
from macros.rules.later import in_order
from macros.rules.names import name_on
from macros.rules.pictures import open_portrait_of
from macros.rules.terms import end_basis, known_start, start_basis, start_of
from macros.rules.titles import title_of
from macros.rules.told_until import told_until
from macros.wording.organizations import kind_words


def popolo(archive: Archive, site_url: str | None) -> dict[str, Any]:
    """Return the archive as one Popolo document, with every list sorted by ids and dates."""
    sources = Sources(archive, site_url)
    people = sorted(archive.people.values(), key=lambda one: one.id)
    dossiers = by_id(archive)
    memberships = [(dossier, one) for dossier in dossiers for one in dossier.memberships]
    found = {
        "persons": [_person(archive, sources, one) for one in people],
        "organizations": [_organization(sources, one) for one in dossiers],
        "areas": [_area(one) for one in dossiers if one.organization.kind == "administrative"],
        "posts": [post for dossier in dossiers for post in _posts(archive, dossier)],
        "memberships": [_membership(archive, sources, *held) for held in memberships],
        "events": every_event(archive, sources),
        "source_documents": [_source(archive, one) for _, one in sorted(archive.sources.items())],
    }
    return {name: clean(entries) for name, entries in found.items()}


def _person(archive: Archive, sources: Sources, person: Person) -> JsonObject:
    held = archive.memberships_of.get(person.id, ())
    return {
        "id": person.id,
        "name": person.name,
        "other_names": [
            *({"name": name} for name in person.other_names),
            *map(_alias, person.aliases),
        ],
        "distinguished_by": person.distinguished_by,
        **_image(archive, sources, person.id),
        **dated("birth_date", next((one.born for one in person.identity if one.born), None)),
        **dated("death_date", next((one.died for one in person.identity if one.died), None)),
        "identity": [_identity(one) for one in person.identity],
        "later": [_later(one) for one in in_order(person)],
        **sources.page(LinkTarget("person", person.id)),
        **sources.of(
            citation
            for one in (*(fact for _, fact in held), *person.each_fact())
            for citation in citations_of(one)
        ),
    }


def _image(archive: Archive, sources: Sources, person: str) -> JsonObject:
    """Return the address of a portrait that anybody may publish, and whom to name beside it."""
    one = open_portrait_of(archive, person)
    file = archive.picture_files.get(one.id) if one else None
    root = site_root(sources.site_url)
    if one is None or file is None or root is None:
        return {}
    licence = LICENCES.entry(one.licence)
    return {
        "image": root + best_path(one.id, file, one.kind),
        "image_rights": {
            "picture_id": one.id,
            "licence": one.licence,
            "licence_url": licence.url,
            "author": one.author,
            "rights": one.rights,
        },
    }


def _alias(one: Alias) -> JsonObject:
    """Return an alias as Popolo's other name, which has a time and a note."""
    return {
        "name": one.name,
        "note": ALIAS_KINDS[one.kind],
        **dated("start_date", one.start_date),
        **dated("end_date", one.end_date),
        "citations": [str(citation) for citation in citations_of(one)],
    }


def _identity(one: Identity) -> JsonObject:
    """Return what one source says of a person; Popolo's own dates are those of the first."""
    return {
        "id": one.id,
        **in_edtf("born", one.born),
        **in_edtf("died", one.died),
        "origin": one.origin,
        "remark": one.remark,
        "note": one.note,
        "citations": [str(citation) for citation in citations_of(one)],
    }


def _later(one: Later) -> JsonObject:
    """Return what happened to a person after a term, for which Popolo has no class."""
    return {
        "id": one.id,
        "kind": one.kind,
        "label": LATER_KINDS[one.kind],
        **dated("date", one.date),
        "decided_by": one.decided_by,
        "documents": one.documents,
        "note": one.note,
        "citations": [str(citation) for citation in citations_of(one)],
    }


def _organization(sources: Sources, dossier: Dossier) -> JsonObject:
    organization = dossier.organization
    names = dossier.names_of("organization")
    beginning, ending = organization.beginning, organization.ending
    until = told_until(sources.archive, dossier)
    facts: list[Fact] = [*organization.names, *organization.aliases, *organization.turns]
    facts += organization.belongings
    return {
        "id": dossier.id,
        "name": names[-1].name if names else organization.short_name,
        "short_name": organization.short_name,
        "other_names": _other_names(dossier),
        "classification": kind_words(organization),
        "kind": organization.kind,
        "parent_id": next(iter(organization.above), None),
        "parents": _dated_ids("organization_id", organization.parents),
        "area_id": next(iter(organization.grounds), None),
        "areas": _dated_ids("area_id", organization.areas),
        "abstract": organization.summary,
        **dated("founding_date", beginning.date if beginning else None),
        **dated("dissolution_date", ending.date if ending else None),
        "told_until_edtf": until.text if until else None,
        "lives": [_life(one) for one in organization.lives],
        "contact_details": [_address(sources, one) for one in organization.headquarters],
        **sources.page(LinkTarget("organization", dossier.id)),
        **sources.of(citation for fact in facts for citation in citations_of(fact)),
    }


def _life(life: Life) -> JsonObject:
    """Return a life of an organization that had several; Popolo has one founding and one end."""
    found: JsonObject = {}
    for side, turn in (("founding", life.founding), ("dissolution", life.dissolution)):
        if turn:
            found[side] = {
                "id": turn.id,
                "how": turn.how,
                **dated("date", turn.date),
                "documents": turn.documents,
                "note": turn.note,
                "citations": [str(citation) for citation in citations_of(turn)],
            }
    return found


def _dated_ids(key: str, times: Iterable[Belonging]) -> list[JsonObject]:
    """Return what an organization belonged to over time; Popolo has one of each, without a time."""
    return [
        {
            key: one.other,
            **dated("start_date", one.start_date),
            **dated("end_date", one.end_date),
            "documents": one.documents,
            "note": one.note,
            "citations": [str(citation) for citation in citations_of(one)],
        }
        for one in by_time(times)
    ]


def _other_names(dossier: Dossier) -> list[JsonObject]:
    """Return all dated names, and the aliases; a name ends where the next of its body begins."""
    names = [
        {
            "name": name.name,
            "note": f"tên {NAME_BEARERS[name.applies_to]}",
            **dated("start_date", name.start_date),
            **dated("end_date", end),
            "citations": [str(one) for one in citations_of(name)],
        }
        for name, end in ends_of_names(dossier)
    ]
    return [*names, *map(_alias, dossier.organization.aliases)]


def _address(sources: Sources, seat: Headquarters) -> JsonObject:
    return {
        "type": "address",
        "label": "trụ sở",
        "value": seat.address,
        "note": seat.printed,
        **dated("valid_from", seat.start_date),
        **dated("valid_until", seat.end_date),
        **sources.of(citations_of(seat)),
    }


def _area(dossier: Dossier) -> JsonObject:
    organization = dossier.organization
    return {
        "id": dossier.id,
        "name": organization.short_name,
        "classification": kind_words(organization),
        "parent_id": next(iter(organization.above), None),
    }


def _posts(archive: Archive, dossier: Dossier) -> list[JsonObject]:
    """Return the posts with known holders, in the order of the catalogue."""
    held = {membership.post for membership in dossier.memberships}
    order = {role.id: role.order for role in archive.roles.values()}
    return [
        {
            "id": f"{dossier.id}/{post}",
            "label": f"{archive.role_label(post)}, {dossier.title}",
            "role": archive.role_label(post),
            "organization_id": dossier.id,
        }
        for post in sorted(held, key=lambda post: (order.get(post, 0), post))
    ]


def _membership(
    archive: Archive, sources: Sources, dossier: Dossier, one: Membership
) -> JsonObject:
    role = title_of(archive, one)
    name = name_on(dossier, known_start(archive, dossier, one))
    return {
        "id": f"{dossier.id}/{one.id}",
        "label": f"{role}, {name}",
        "role": role,
        "person_id": one.person,
        "unnamed": one.unnamed,
        "capacity": one.capacity,
        "shared": one.shared,
        "organization_id": dossier.id,
        "post_id": f"{dossier.id}/{one.post}",
        **dated("start_date", start_of(archive, dossier, one)),
        **dated("end_date", one.end_date),
        "start_basis": start_basis(archive, dossier, one),
        "end_basis": end_basis(one),
        "end_reason": one.end_reason,
        "attested_edtf": [day.edtf for day in one.attested],
        "attested_lunar": [day.text for day in one.attested if day.lunar],
        "date_printed": one.printed,
        "manner": one.manner,
        "congress": one.congress,
        "congress_term": one.congress_term,
        "decided_by": one.decided_by,
        "documents": one.documents,
        "full_time": one.full_time,
        "concurrent": posts_in_words(one.concurrent),
        **sources.of(citations_of(one)),
    }


def _source(archive: Archive, source: Source) -> JsonObject:
    place = place_of(LinkTarget("source", source.id), archive)
    return {
        "id": source.id,
        "title": source.title,
        "kind": source.kind,
        "issuer": source.issuer,
        **in_edtf("date", source.date),
        "status": source.status,
        **in_edtf("speaks_until", source.speaks_until),
        "path": address_of(place) if place else None,
    }
