"""Gaps in the sources: shown as gaps, never filled by a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import say, say_attested
from macros.model.citations import Citation
from macros.rules.congresses import meeting_title, series_label
from macros.rules.inferred import INFERRED, is_inferred
from macros.rules.terms import tenures, vacancies
from macros.rules.titles import title_of
from macros.rules.told_until import UNTOLD, told, untold_words
from macros.text.vietnamese import parse_roman, roman

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.model.congresses import Meeting
    from macros.model.posts import Role
    from macros.model.sources import Source
    from macros.rules.terms import Tenure, Vacancy

_MONTH = timedelta(days=31)
"""A handover within so many days leaves no time without a holder."""
POSTS, CONGRESSES, TARGETS, SOURCES = "Chức danh", "Đại hội", "Chỉ tiêu", "Tài liệu"
KINDS = (POSTS, CONGRESSES, TARGETS, UNTOLD, SOURCES)
"""The kinds of gap, in the order in which they are shown."""


class Told(NamedTuple):
    """A gap in parts: what is said of several once, the post or table that it is of, and which."""

    what: str
    title: str = ""
    which: str = ""


@dataclass(frozen=True)
class Gap:
    """One thing that no source states: its kind, its owner, in words, and related citations.

    `told` are the words in parts, so that what many gaps share is said once.
    """

    kind: str
    owner: str
    words: str
    cite: tuple[Citation, ...] = ()
    told: Told | None = None


def gaps_of(archive: Archive, volume: str) -> tuple[Gap, ...]:
    """Return the gaps of a volume, by kind, organization and time."""
    family = archive.family(volume)
    found = [gap for one in family if one.id == volume for gap in _unled(archive, one)]
    found += [gap for dossier in family for gap in _of_dossier(archive, dossier)]
    found += [gap for source in sources_of(archive, volume) for gap in missing_parts(source)]
    return tuple(sorted(found, key=lambda gap: KINDS.index(gap.kind)))


def sources_of(archive: Archive, volume: str | None) -> tuple[Source, ...]:
    """Return the sources about a volume; with None, those about no volume.

    A source about several volumes counts for the first of them.
    """
    found = []
    for source in archive.sources.values():
        volumes = (archive.volume_of.get(one) for one in source.organizations)
        if next(filter(None, volumes), None) == volume:
            found.append(source)
    return tuple(found)


def missing_parts(source: Source) -> Iterator[Gap]:
    """Yield what a source mentions but its transcription lacks."""
    for part in source.missing:
        yield Gap(SOURCES, source.id, part)


def _of_dossier(archive: Archive, dossier: Dossier) -> Iterator[Gap]:
    yield from _posts(archive, dossier)
    yield from _congresses(dossier)
    yield from _lost_cells(dossier)
    yield from _untold(archive, dossier)


def _untold(archive: Archive, dossier: Dossier) -> Iterator[Gap]:
    """Yield the time from where sources stop to the end of the organization."""
    found = told(archive, dossier)
    if found and (words := untold_words(found)):
        ending = dossier.organization.ending
        yield Gap(UNTOLD, dossier.id, words, ending.cite if ending else ())


_UNHELD = "không rõ ai giữ chức"
_LEADS = "secretary"
"""The role that leads a party organization."""


def _unled(archive: Archive, dossier: Dossier) -> Iterator[Gap]:
    """Yield that no source names who led a party organization: at all, or at its beginning."""
    organization, role = dossier.organization, archive.roles.get(_LEADS)
    if role is None or organization.kind != "party":
        return
    held = tenures(archive, dossier, role.id)
    if not held:
        parts = Told("các tài liệu không nêu ai giữ chức", role.label)
        yield Gap(POSTS, dossier.id, f"{role.label}: {parts.what}", told=parts)
        return
    founding, start = organization.founding, held[0].start
    founded = founding.date.certain_latest() if founding and founding.date else None
    begun = start.earliest() if start else None
    if founding and founding.date and start and founded and begun and begun - founded > _MONTH:
        since = _said(founding.date, inferred=is_inferred(founding, "date"))
        until = _said(start, inferred=held[0].infers_start)
        parts = Told(_UNHELD, role.label, f"từ khi thành lập, {since}, đến {until}")
        cite = (*founding.cite, *_cited(held[0]))
        yield Gap(POSTS, dossier.id, f"{role.label}: {_UNHELD} {parts.which}", cite, parts)


def _posts(archive: Archive, dossier: Dossier) -> Iterator[Gap]:
    """Yield the times without a known holder, and the terms with an unknown start or end."""
    posts = {membership.post for membership in dossier.memberships}
    for role in sorted(archive.roles.values(), key=lambda one: one.order):
        if role.id not in posts:
            continue
        for gap in vacancies(archive, dossier, role):
            cite = (*_cited(gap.before), *_cited(gap.after))
            told = Told(_UNHELD, role.label, _between(gap))
            yield Gap(POSTS, dossier.id, vacancy_words(role, gap), cite, told)
        for tenure in tenures(archive, dossier, role.id):
            if unknown := _unknown(tenure):
                yield _of_tenure(archive, dossier, tenure, unknown)


def _of_tenure(archive: Archive, dossier: Dossier, tenure: Tenure, unknown: str) -> Gap:
    """Return what no source states of a term, which may be told on which days it is attested."""
    title, holder = title_of(archive, tenure.first), archive.holder_name(tenure.first)
    days = say_attested(tenure.attested) if unknown == _ATTESTED else ""
    said = f"{unknown} {days}".rstrip() + _mark(tenure)
    which = f"{holder} ({days})" if days else holder
    told = Told(_AT_TIMES if days else unknown, title, which + _mark(tenure))
    return Gap(POSTS, dossier.id, f"{title} {holder}: {said}", _cited(tenure), told)


def vacancy_words(role: Role, gap: Vacancy) -> str:
    """Return a time without a known holder in words, for readers and editors alike."""
    return f"{role.label}: {_UNHELD} {_between(gap)}"


def _between(gap: Vacancy) -> str:
    since = _said(gap.since, inferred=gap.before.infers_end)
    until = _said(gap.until, inferred=gap.after.infers_start)
    return f"từ {since} đến {until}"


def _said(day: Edtf, *, inferred: bool) -> str:
    return say(day) + (f" {INFERRED}" if inferred else "")


_ATTESTED = "chỉ biết giữ chức"
_AT_TIMES = "chỉ biết giữ chức vào thời gian ghi trong ngoặc"


def _unknown(tenure: Tenure) -> str:
    """Return which side of a term no source states."""
    if tenure.start is None and tenure.end is None:
        return _ATTESTED if say_attested(tenure.attested) else "không rõ thời gian giữ chức"
    if tenure.start is None:
        return "không rõ ngày nhận chức"
    return "không rõ ngày thôi chức" if tenure.end is None else ""


def _mark(tenure: Tenure) -> str:
    of_term = any(
        is_inferred(one, "person", "post", "capacity", "attested") for one in tenure.memberships
    )
    return f" {INFERRED}" if of_term else ""


def _cited(tenure: Tenure) -> tuple[Citation, ...]:
    return tuple(citation for one in tenure.memberships for citation in one.cite)


def _congresses(dossier: Dossier) -> Iterator[Gap]:
    """Yield the congresses missing from a series, and the meetings without known days."""
    before, series = 0, None
    for congress in dossier.congresses:
        if congress.series != series:
            before, series = 0, congress.series
        number = parse_roman(congress.ordinal)
        if number - before > 1:
            first, last = roman(before + 1), roman(number - 1)
            lacking = first if first == last else f"{first} đến {last}"
            label = f" ({series_label(dossier, series)})" if series else ""
            told = Told("các tài liệu không kể", "", f"Đại hội lần thứ {lacking}{label}")
            words = f"{told.which}: {told.what}"
            yield Gap(CONGRESSES, dossier.id, words, congress.cite, told)
        yield from _undated(dossier, congress)
        before = number
    for conference in dossier.conferences:
        yield from _undated(dossier, conference)


def _undated(dossier: Dossier, meeting: Meeting) -> Iterator[Gap]:
    if meeting.days is None:
        told = Told("không rõ ngày họp", "", meeting_title(dossier, meeting))
        words = f"{told.which}: {told.what}"
        yield Gap(CONGRESSES, dossier.id, words, meeting.cite, told)


def _lost_cells(dossier: Dossier) -> Iterator[Gap]:
    """Yield the columns of tables that the transcription lost, with the number of rows."""
    for table in dossier.target_sets:
        for name, label in (("target", "chỉ tiêu đề ra"), ("actual", "kết quả")):
            cells = (getattr(row, name) for row in table.targets)
            lost = sum(1 for cell in cells if cell is not None and cell.lost)
            if lost:
                told = Told("mất ở bản chép", table.title, f"cột {label} ở {lost} dòng")
                words = f"{table.title}: cột {label} mất ở bản chép ở {lost} dòng"
                yield Gap(TARGETS, dossier.id, words, table.cite, told)
