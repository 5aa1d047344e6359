"""The names by which readers ask for an organization, and forms derived from them.

A form is `own` if it names, in the sources' usage, only this organization. What it shares with the
ward that it leads (“phường Sông Mây”, “Sông Mây”) is not its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.search.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from macros.archive import Archive, Dossier

# “… thành phố”, “… thành phố Gió”: the end of a name, which readers often leave out.
_OF_THE_CITY = re.compile(r",? thành phố((?: [A-ZÀ-ÖØ-ỸĐ]\w*)*)$")
# The names of an organization and of the committee that leads it are used for each other.
_BODY_AND_COMMITTEE = ("Đảng bộ ", "Đảng ủy ")
# Levels of an area by which its committee is called: “Quận ủy Sông Mây”.
_LEVELS = ("quận", "huyện", "thị xã", "tỉnh")


class Form(NamedTuple):
    """One way of naming an organization (by id).

    With `under` it names the organization where a form of that other one follows: “Đoàn Thanh
    niên” and then “Khối”, “Đảng bộ Khối” …
    """

    text: str
    organization: str
    own: bool
    under: str = ""


def forms(archive: Archive, *only: str) -> tuple[Form, ...]:
    """Return all forms of the names of organizations, in order of id, without repetitions.

    With `only` those of some organizations (by id).
    """
    issued = {issuer.organization: issuer.name for issuer in archive.issuers.values()}
    levels = {one.organization.classification for one in archive.dossiers.values()}
    found: list[Form] = []
    for dossier in sorted(archive.dossiers.values(), key=lambda one: one.id):
        if only and dossier.id not in only:
            continue
        known: dict[tuple[str, ...], Form] = {}
        made = _forms(archive, dossier, issued.get(dossier.id), levels)
        for one in sorted(made, key=lambda form: not form.own):
            known.setdefault(tuple(token.spelling for token in tokens(one.text)), one)
        found += known.values()
    return tuple(found)


def cities(archive: Archive) -> tuple[str, ...]:
    """Return the cities that organizations' names say they are of, the most frequent first."""
    names = (name.name for one in archive.dossiers.values() for name in one.organization.names)
    found = Counter(match[1].strip() for name in names if (match := _OF_THE_CITY.search(name)))
    return tuple(city for city, _ in found.most_common() if city)


def _forms(
    archive: Archive,
    dossier: Dossier,
    issuer: str | None,
    levels: Container[str | None],
    below: frozenset[str] = frozenset(),
) -> Iterator[Form]:
    """Yield the forms of one organization; `below` are those whose forms are asked for with it.

    Two may have been above each other at different times.
    """
    # “Đảng ủy phường” may be any ward's.
    named = list(_own(archive, dossier, issuer))
    named += [body + text for text in _under_their_heads(named) for body in _BODY_AND_COMMITTEE]
    own = [text for text in named if text.rsplit(" ", 1)[-1] not in levels]
    shared = [*own, *_shared(archive, dossier, own)]
    fixed = set(_shortened([dossier.title]))
    areas = _areas(archive, dossier)
    above = [
        form
        for parent in dossier.organization.above
        if parent in archive.dossiers and parent not in below
        for form in _forms(archive, archive.dossiers[parent], None, levels, below | {dossier.id})
        if not form.under
    ]
    for text in dict.fromkeys(shared):
        stems = {
            one.organization: stem
            for one in reversed(above)
            if (stem := text.removesuffix(f" {one.text}")) != text
        }
        for parent, stem in stems.items():
            yield Form(stem, dossier.id, own=False, under=parent)
        # A form without the name of the ward, or of the body above, is used for others too.
        within = any(_proper(one) in text for one in areas)
        proper = text in fixed or (within if areas else not above or bool(stems))
        yield Form(text, dossier.id, own=text in own and proper)


def _areas(archive: Archive, dossier: Dossier) -> list[Dossier]:
    """Return the units that an organization was in, the latest first."""
    grounds = dossier.organization.grounds
    return [archive.dossiers[one] for one in grounds if one in archive.dossiers]


def _own(archive: Archive, dossier: Dossier, issuer: str | None) -> Iterator[str]:
    """Yield the names of an organization and of the committee that leads it."""
    organization = dossier.organization
    texts = [organization.short_name, *organization.other_names, *([issuer] if issuer else [])]
    for name in organization.names:
        texts += [name.name, *([name.short_name] if name.short_name else [])]
    # A cell that became a committee is still asked for as a cell.
    called = list(texts)
    for alias in organization.aliases:
        texts += [alias.name, *(headed(one, alias.name) for one in called)]
    areas = _areas(archive, dossier)
    for text in dict.fromkeys(_shortened(texts)):
        yield text
        stem = _stem(text)
        for other in _BODY_AND_COMMITTEE if stem else ():
            yield other + stem
            yield from (other + _proper(area) for area in areas if stem == area.title)
            # “Đảng ủy Khối” means “Đảng ủy Khối các cơ quan”, because a common word follows.
            head, _, rest = stem.partition(" ")
            if head[:1].isupper() and rest[:1].islower():
                yield other + head
        yield from (text.replace(a.title, _proper(a)) for a in areas if a.title in text)
    for area in areas:
        if organization.kind == "party" and area.organization.classification in _LEVELS:
            yield f"{area.organization.classification.capitalize()} ủy {_proper(area)}"


def headed(name: str, alias: str) -> str:
    """Return an alias behind the common words of a name: “Chi bộ Suối Trong” of “Chi bộ Khe Sao”.

    Words that the alias begins with are not repeated.
    """
    words = name.split()
    head = words[: next((at for at, one in enumerate(words) if at and one[:1].isupper()), 0)]
    own = [one.casefold() for one in alias.split()]
    for at in range(len(head)):
        if own[: len(head) - at] == [one.casefold() for one in head[at:]]:
            return " ".join([*head[:at], alias])
    return " ".join([*head, alias])


def _shortened(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield text
        if (short := _OF_THE_CITY.sub("", text)) != text:
            yield short


def _under_their_heads(own: Iterable[str]) -> Iterator[str]:
    """Yield each proper name behind each common word that another name begins with.

    Of “Khối các cơ quan” and “Gió Mây” that is “Khối Gió Mây”.
    """
    stems = [stem for text in own if (stem := _stem(text))]
    heads = {stem.split()[0] for stem in stems if stem.partition(" ")[2][:1].islower()}
    for head in sorted(heads):
        yield from (f"{head} {stem}" for stem in stems if not stem.startswith(head))


def _shared(archive: Archive, dossier: Dossier, own: Iterable[str]) -> Iterator[str]:
    """Yield forms that name the organization only in questions that it can answer."""
    organization = dossier.organization
    for text in own:
        if stem := _stem(text):
            yield stem
    yield from _under_their_heads(own)
    areas = _areas(archive, dossier)
    for area in areas:
        yield from (area.title, _proper(area))
        for name in area.names_of("organization"):
            yield name.name
    if not areas and organization.kind == "administrative":
        yield _proper(dossier)


def _stem(text: str) -> str:
    """Return a name without the word for the body or its committee; "" if it has none."""
    for word in _BODY_AND_COMMITTEE:
        if text.startswith(word):
            return text.removeprefix(word)
    return ""


def _proper(area: Dossier) -> str:
    """Return the proper name of a unit: “Sông Mây” of “phường Sông Mây”."""
    return area.title.removeprefix(f"{area.organization.classification or ''} ")
