"""The view of the page of an organization without a volume: what became of it, and what is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.addresses.entities import with_pages
from macros.addresses.places import statistic_anchor
from macros.archive import FORMER_UNIT, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import short
from macros.model.statistics import Observation
from macros.rules.congresses import meeting_title
from macros.rules.statistics import by_time, latest, part_name
from macros.text.vietnamese import capital, keep_together, sort_key
from macros.views.appearances import ChapterMention, chapter_mentions
from macros.views.common import Cite, Link, Page, at_start, cites, document_link, organization_link
from macros.views.leadership import PostGroup, post_group, roles_of
from macros.views.lineage import Lineage, lineage
from macros.views.organization import EventRow, Row, events, order_note, summary
from macros.views.succession import Sentence, succession
from macros.wording.congresses import when_met
from macros.wording.inferred import inferred_words
from macros.wording.organizations import kind_words
from macros.wording.statistics import figure_text

LEAST = 1.5
"""The narrowest bar worth drawing, in per cent."""


@dataclass(frozen=True)
class Bar:
    """A unit's figure beside those of its siblings; `width` in per cent of the largest."""

    name: str
    own: bool
    value: str
    width: float


@dataclass(frozen=True)
class Shared:
    """A figure of the organization within a successor's total, with its siblings as bars."""

    label: str
    period: str
    bars: tuple[Bar, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class FigureLine:
    """A figure of the organization; if it is the latest of several, how many more there are.

    `anchor` is its place, "" if that is in a table on another page, where `place` leads.
    """

    label: str
    period: str
    value: str
    more: int
    cites: tuple[Cite, ...]
    place: str
    anchor: str


@dataclass(frozen=True)
class MeetingLine:
    """A congress or conference: what it is called, when it met."""

    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Listed:
    """An organization without a volume in the list of all: `link` leads to its page, if any."""

    id: str
    name: str
    link: Link | None
    kind: str
    parent: Link | None
    sentences: tuple[Sentence, ...]


def listed(page: Page) -> tuple[Listed, ...]:
    """Return the organizations without a volume, in Vietnamese order."""
    unlisted = (one for one in page.archive.dossiers.values() if not one.organization.listed)
    # In the order of the page, so that the citations are numbered in that order.
    ordered = sorted(unlisted, key=lambda one: sort_key(capital(one.title)))
    return tuple(_listed(page, dossier) for dossier in ordered)


def _listed(page: Page, dossier: Dossier) -> Listed:
    parent = dossier.organization.parent
    link = at_start(organization_link(page, dossier.id))
    own_page = dossier.id in with_pages(page.archive, "organization")
    return Listed(
        dossier.id,
        capital(dossier.title),
        link if own_page else None,
        capital(kind_words(dossier.organization)),
        organization_link(page, parent) if parent else None,
        succession(page, dossier),
    )


@dataclass(frozen=True)
class OrganizationPage:
    """All that is told of an organization."""

    kind: str
    parent: Link | None
    sentences: tuple[Sentence, ...]
    lineage: Lineage
    rows: tuple[Row, ...]
    groups: tuple[PostGroup, ...]
    meetings: tuple[MeetingLine, ...]
    events: tuple[EventRow, ...]
    order: str
    shared: tuple[Shared, ...]
    within: Link | None
    """The organization in whose totals the shared figures are."""
    figures: tuple[FigureLine, ...]
    all_figures: Link | None
    documents: tuple[Link, ...]
    mentions: tuple[ChapterMention, ...]


_WITHIN = "Trong số liệu của "
"""The beginning of the labels of rows that the page shows as bars."""


def organization_page(page: Page, dossier: Dossier) -> OrganizationPage:
    """Return the page of an organization."""
    archive = page.archive
    sentences = succession(page, dossier)
    parent = dossier.organization.parent
    picture = lineage(page, dossier)
    box = summary(page, dossier)
    shared = archive.figures_within.get(dossier.id, ())
    volume = archive.volume_of.get(dossier.id)
    figures = tuple(_figures(page, dossier))
    statistics = f"{volume}/so-lieu.md" if volume else ""
    known = {one.page for one in archive.contents.get(volume or "", ())}
    return OrganizationPage(
        kind=box.kind,
        parent=organization_link(page, parent) if parent else None,
        sentences=sentences,
        lineage=picture,
        rows=tuple(_rows(box.rows, dossier)),
        groups=tuple(post_group(page, dossier, role) for role in roles_of(page, dossier)),
        meetings=tuple(_meetings(page, dossier)),
        events=events(page, dossier),
        order=order_note(dossier),
        shared=tuple(_shared(page, owner, one, dossier.id) for owner, one in shared),
        within=at_start(organization_link(page, shared[0][0].id)) if shared else None,
        figures=figures,
        all_figures=Link("Mọi số liệu", page.url(LinkTarget("page", statistics)))
        if figures and statistics in known
        else None,
        documents=_documents(page, dossier),
        mentions=chapter_mentions(page, "organization", dossier.id),
    )


def _rows(rows: tuple[Row, ...], dossier: Dossier) -> Iterator[Row]:
    """Yield the rows of the summary that nothing else on the page repeats."""
    turns = len(dossier.organization.turns)
    for at, row in enumerate(rows):
        repeated = row.label.startswith(_WITHIN) or row.label.endswith("gần nhất được ghi nhận")
        if at >= turns and not repeated and (row.label != "Trực thuộc" or row.detail):
            yield row


def _meetings(page: Page, dossier: Dossier) -> Iterator[MeetingLine]:
    for one in dossier.meetings:
        said = ", ".join(filter(None, (meeting_title(dossier, one), when_met(one))))
        yield MeetingLine(said, cites(page, one.cite, inferred_words(one)))


def _shared(page: Page, owner: Dossier, one: Observation, unit: str) -> Shared:
    """Return a figure with those of the other units in the same total."""
    archive = page.archive
    indicator = archive.indicators.get(one.indicator)
    wholes = [(one.part_of, one.dimension)]
    wholes += [(other.part_of, other.dimension) for other in one.also_part_of]
    whole = next((part for part, dimension in wholes if dimension == FORMER_UNIT), None)
    parts = owner.parts.get((whole or "", FORMER_UNIT), ((unit, one),))
    most = max((float(part.value) for _, part in parts if part.value is not None), default=0.0)
    bars = tuple(_bar(page, category, part, unit, most) for category, part in parts)
    return Shared(
        label=indicator.label if indicator else one.indicator,
        period=one.period_printed or short(one.period),
        bars=bars,
        cites=cites(page, [each for _, part in parts for each in part.cite], inferred_words(one)),
    )


def _bar(page: Page, category: str, part: Observation, unit: str, most: float) -> Bar:
    dossier = page.archive.dossiers.get(category)
    value = float(part.value) if part.value is not None else 0.0
    width = max(round(100 * value / most, 1), LEAST) if most > 0 and value > 0 else 0.0
    name = capital(dossier.title) if dossier else capital(category)
    return Bar(name, category == unit, keep_together(figure_text(page.archive, part)), width)


def _figures(page: Page, dossier: Dossier) -> Iterator[FigureLine]:
    """Yield the figures of an organization: of each indicator the latest if a table has all."""
    tabled = dossier.id in page.archive.figures.tables
    for own in dossier.observations_of.values():
        ordered = sorted(own, key=by_time)
        if tabled:
            # Where all are parts, of totals under other names, the last of these.
            one = latest(page.archive, dossier, own) or ordered[-1]
            yield _figure_line(page, dossier, one, len(own) - 1, "")
            continue
        for one in ordered:
            yield _figure_line(page, dossier, one, 0, statistic_anchor(one.id))


def _figure_line(
    page: Page, dossier: Dossier, one: Observation, more: int, anchor: str
) -> FigureLine:
    indicator = page.archive.indicators.get(one.indicator)
    label = indicator.label if indicator else one.indicator
    part = part_name(page.archive, one)
    return FigureLine(
        f"{label} – {part}" if part else label,
        one.period_printed or short(one.period),
        keep_together(figure_text(page.archive, one)),
        more,
        cites(page, one.cite, inferred_words(one)),
        page.url(LinkTarget("statistic", one.id, dossier.id)),
        anchor,
    )


def _documents(page: Page, dossier: Dossier) -> tuple[Link, ...]:
    """Return the documents on which the facts and the changes of the organization are based."""
    changes = page.archive.changes_of.get(dossier.id, ())
    facts = (*changes, *dossier.each_fact())
    every = dict.fromkeys(one for fact in facts for one in vars(fact).get("documents", ()))
    return tuple(document_link(page, one) for one in every if one in page.archive.documents)
