"""Appendices made from the data: required tables that no chapter of a volume shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from macros.archive import Archive, Dossier
from macros.catalogue import registry
from macros.chapter import Chapter, inspect
from macros.dates import say_with_day
from macros.model.codes import BODIES
from macros.model.congresses import Committee
from macros.model.documents import Document
from macros.rendering.templates import render
from macros.rules.targets import comparable
from macros.text.vietnamese import capital, keep_together, sort_key
from macros.views.common import Cite, Page, cites
from macros.views.documents import documents_of
from macros.views.leadership import roles_of
from macros.wording.inferred import inferred_words
from macros.wording.organizations import formed_words

Shown = set[tuple[str, str, str]]
"""Tables that chapters show: (macro, organization, its argument or "")."""

TITLES = {
    "lanh-dao": "Lãnh đạo qua các thời kỳ",
    "dai-hoi": "Các kỳ đại hội",
    "so-lieu": "Số liệu",
    "chi-tieu": "Chỉ tiêu và kết quả",
    "mau-thuan": "Tư liệu chưa thống nhất",
}
"""The appendices of every organization, if there is content for them."""


_SAME = {"targets_chart": "targets_table"}
"""Macros that show all of what another one shows, so that one of the two is enough."""


def shown_in(chapters: Iterable[Chapter], archive: Archive) -> Shown:
    """Return the tables that these chapters show."""
    found: Shown = set()
    indicators: dict[str, set[str]] = defaultdict(set)
    for chapter in chapters:
        for call in inspect(chapter, registry, archive).calls:
            named = call.arguments.get("post") or call.arguments.get("table") or ""
            name = _SAME.get(call.macro.name, call.macro.name)
            found.add((name, call.organization or "", str(named)))
            if name == "statistics_table":
                indicators[call.organization or ""] |= set(_words(call.arguments["indicators"]))
    # Tables that together show every indicator of an organization leave nothing to add.
    found |= {
        ("statistics_all", owner, "")
        for owner, shown in indicators.items()
        if owner in archive.dossiers
        and {one.indicator for one in archive.dossiers[owner].observations} <= shown
    }
    return found


def _words(value: object) -> Iterable[str]:
    """Return the texts of an argument that takes one or a list of them."""
    return map(str, value) if isinstance(value, (list, tuple)) else (str(value),)


def tables(kind: str, family: Iterable[Dossier], page: Page, shown: Shown) -> Iterator[Markup]:
    """Yield the tables of one appendix for the organizations of a volume, without those shown.

    An organization other than the volume's own gets a heading over its tables.
    """
    for index, dossier in enumerate(family):
        own = replace(page, organization=dossier.id)
        made = [make() for key, make in _CALLS[kind](dossier, own) if key not in shown]
        if made and index:
            yield render("table_owner", name=dossier.title)
        yield from made


Calls = list[tuple[tuple[str, str, str], Callable[[], Markup]]]


def _call(
    page: Page, macro: str, named: str = ""
) -> tuple[tuple[str, str, str], Callable[[], Markup]]:
    """Return one call of a macro as (the table that it shows, a function that makes it)."""
    found = registry.get(macro)
    assert found is not None
    arguments = (named,) if named else ()
    return (macro, page.organization or "", named), partial(found.render, page, *arguments)


def _leaders(dossier: Dossier, page: Page) -> Calls:
    return [_call(page, "leadership_table", role.id) for role in roles_of(page, dossier)]


def _congresses(dossier: Dossier, page: Page) -> Calls:
    calls = [_call(page, "congress_table")] if dossier.meetings else []
    free = [one for one in dossier.committees if one.congress is None]
    if free:
        title = f"Cấp ủy và cơ quan không do đại hội bầu của {dossier.title}"
        key = ("committees", dossier.id, "")
        calls.append((key, lambda: render("committees", title=title, rows=_bodies(page, free))))
    return calls


@dataclass(frozen=True)
class Body:
    """A committee that no congress elected, in words."""

    body: str
    basis: str
    size: str
    cites: tuple[Cite, ...]
    note: str


def _bodies(page: Page, committees: Iterable[Committee]) -> tuple[Body, ...]:
    return tuple(_body(page, one) for one in committees)


def _body(page: Page, one: Committee) -> Body:
    since = say_with_day(one.date) if one.date else ""
    basis = [formed_words(one.basis), one.decided_by or "", since]
    parts = [
        f"{count} {word}"
        for count, word in ((one.full_time, "chuyên trách"), (one.concurrent, "kiêm nhiệm"))
        if count is not None
    ]
    size = f"{one.size} ủy viên" if one.size is not None else ""
    if parts:
        size = f"{size} ({', '.join(parts)})".strip()
    return Body(
        body=capital(BODIES[one.body]),
        basis=keep_together(", ".join(part for part in basis if part)),
        size=keep_together(size or "không rõ"),
        cites=cites(page, one.cite, inferred_words(one)),
        note=one.note or "",
    )


def _figures(dossier: Dossier, page: Page) -> Calls:
    return [_call(page, "statistics_all")] if dossier.observations else []


def _targets(dossier: Dossier, page: Page) -> Calls:
    calls = []
    for one in dossier.target_sets:
        key, table = _call(page, "targets_table", one.id)
        drawn = comparable(dossier, one.id)
        calls.append((key, _call(page, "targets_chart", one.id)[1] if drawn else table))
    return calls


def _conflicts(dossier: Dossier, page: Page) -> Calls:
    """Return the call of the macro, which covers all organizations of a volume."""
    listed = dossier.organization.listed
    held = any(one.conflicts for one in page.archive.family(dossier.id))
    return [_call(page, "conflicts")] if listed and held else []


_CALLS: dict[str, Callable[[Dossier, Page], Calls]] = {
    "lanh-dao": _leaders,
    "dai-hoi": _congresses,
    "so-lieu": _figures,
    "chi-tieu": _targets,
    "mau-thuan": _conflicts,
}


def documents(page: Page, wanted: set[str], sources: set[str] | None) -> Iterator[Markup]:
    """Yield the documents of a volume by issuer, kind and date.

    Of the sources that mention a document, only `sources` are cited (None: all), because the
    bibliography of a volume lists only what the volume itself uses.
    """
    page = replace(page, archive=_narrowed(page.archive, wanted, sources))
    for issuer in sorted(page.archive.issuers.values(), key=lambda one: sort_key(one.name)):
        groups = documents_of(page, issuer.id)
        if groups:
            yield render("documents_of", issuer=issuer.name, groups=groups)


def _narrowed(archive: Archive, wanted: set[str], sources: set[str] | None) -> Archive:
    """Return an archive of the `wanted` documents alone, citing only `sources` if possible."""
    issuers = {}
    for issuer in archive.issuers.values():
        kept = (_citing(one, sources) for one in issuer.documents if one.id in wanted)
        issuers[issuer.id] = issuer.model_copy(update={"documents": tuple(kept)})
    return replace(archive, issuers=issuers)


def _citing(document: Document, sources: set[str] | None) -> Document:
    if sources is None:
        return document
    kept = tuple(one for one in document.cite if one.source in sources)
    return document.model_copy(update={"cite": kept}) if kept else document
