"""Views of cards: what a fact is, how it is known and where it stands, as plain data.

A card opens beside a link to the place of its fact. It repeats no word of a source but the value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.places import READING
from macros.chapter.page import LinkTarget
from macros.dates import short
from macros.model.codes import AGGREGATIONS
from macros.rules.citations import RECOGNISED, unread
from macros.rules.inferred import inferred_fields
from macros.rules.names import name_on
from macros.rules.statistics import is_part, part_name, series
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, cites, passage_of, source_link
from macros.views.conflicts import sides
from macros.views.sources import heading_over
from macros.wording.conflicts import conflict_words
from macros.wording.facts import fact_words
from macros.wording.inferred import inferred_words
from macros.wording.statistics import counted, figure_text, printed_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Archive, Dossier
    from macros.model.base import Fact
    from macros.model.citations import Citation
    from macros.model.statistics import Observation
    from macros.views.common import Page


READ_WHOLE = "Đọc cả đoạn"


class Row(NamedTuple):
    """A line of a card: its label, and words of which some are links."""

    label: str
    said: tuple[Link, ...]


class Card(NamedTuple):
    """A card: what it is about, the value, the lines below, and what to copy.

    `cited` is the fact as a citation names it, without an address; `line` where its datum can be
    mended: `data/…/statistics.yml#L12`; `place` its own address, "" for that of the link.
    """

    about: str
    value: str
    rows: tuple[Row, ...]
    cited: str
    line: str
    place: str = ""


def statistic_card(page: Page, dossier: Dossier, one: Observation) -> Card:
    """Return the card of a statistic."""
    archive = page.archive
    indicator = archive.indicators.get(one.indicator)
    label = indicator.label if indicator else one.indicator
    if part := part_name(archive, one):
        label = f"{label} – {part}"
    owner = name_on(dossier, one.period)
    text = figure_text(archive, one)
    when = _period(one)
    rows = (
        *_printed(archive, one, text),
        Row("Thời gian", (Link(when),)),
        Row("Cách tính", (Link(capital(_counted(page, one))),)),
        *_whole(page, dossier, one),
        known_row(one),
        *source_rows(page, one.cite),
        *conflict_rows(page, dossier, one),
        *_neighbours(page, dossier, one),
        *((Row("Ghi chú", (Link(one.note),)),) if one.note else ()),
    )
    passages = "; ".join(mark.title for mark in cites(page, one.cite))
    cited = f"{label}, {owner}, {when}: {text}. Nguồn: {passages}."
    return Card(f"{label} · {owner}", capital(text), rows, cited, line_of(one))


def _printed(archive: Archive, one: Observation, said: str) -> Iterator[Row]:
    """Yield the figure with the words of the source for its qualifier, if others than ours."""
    as_printed = printed_figure(archive, one)
    if as_printed and as_printed.casefold() != said.casefold():
        yield Row("Như in", (Link(as_printed),))


def _period(one: Observation) -> str:
    """Return the period as printed, and its date where those words have none."""
    printed = one.period_printed
    if not printed:
        return short(one.period)
    dated = any(character.isdigit() for character in printed)
    return printed if dated else f"{printed} ({short(one.period)})"


def _counted(page: Page, one: Observation) -> str:
    indicator = page.archive.indicators.get(one.indicator)
    stated = one.aggregation or (indicator.aggregation if indicator else "point")
    return counted(stated, one.period) or AGGREGATIONS[stated]


def _whole(page: Page, dossier: Dossier, one: Observation) -> Iterator[Row]:
    whole = dossier.facts.get(one.part_of or "")
    if whole is not None and is_part(dossier, one):
        said = fact_words(page.archive, dossier.id, whole)
        url = page.url(LinkTarget("statistic", whole.id, dossier.id))
        yield Row("Là phần của", (Link(said, url),))


def known_row(fact: Fact) -> Row:
    """Return how a fact is known: stated, inferred, in other words, or not compared."""
    inferred = inferred_words(fact)
    worded = [name for name in fact.implied if name not in inferred_fields(fact)]
    parts = [capital(inferred) if inferred else "Ghi rõ"]
    if worded:
        parts.append("tài liệu dùng lời khác, người biên tập đã đọc lại đoạn ấy")
    if any(one.unit != "paragraph" for one in fact.cite):
        parts.append("chưa đối chiếu bằng máy, vì nguồn chưa được chép")
    return Row("Kiểm chứng", (Link("; ".join(parts)),))


def source_rows(page: Page, citations: Iterable[Citation]) -> Iterator[Row]:
    """Yield each source that is cited, with the passage, its heading and the printed pages."""
    given = tuple(citations)
    for mark in cites(page, given):
        way = source_link(page, mark.source)
        under = tuple(Link(f" ({one})") for one in _printed_place(page, mark.source, given))
        yield Row("Tài liệu", (way, Link(", "), Link(passage_of(mark), mark.url), *under))
    if any(unread(page.archive, one) for one in given):
        yield Row("Đối chiếu", (Link(RECOGNISED),))
    yield from _reading_rows(page, given)


def _reading_rows(page: Page, citations: Iterable[Citation]) -> Iterator[Row]:
    """Yield where the whole paragraphs can be read: here, or where each source is kept."""
    for mark in cites(page, citations):
        if mark.source in page.archive.texts:
            yield Row(READ_WHOLE, (Link(f"lời của {passage_of(mark)}", mark.url),))
        elif mark.source in page.archive.sources:
            url = page.url(LinkTarget("source", mark.source, part=READING))
            yield Row(READ_WHOLE, (Link("nơi giữ tài liệu, cách hỏi", url),))


def _printed_place(page: Page, identifier: str, citations: Iterable[Citation]) -> Iterator[str]:
    """Yield under which heading of a source the passages stand, and on which pages, if known."""
    source = page.archive.sources.get(identifier)
    own = [one for one in citations if one.source == identifier and one.unit == "paragraph"]
    under = {heading_over(source, one.first) for one in own} if source else set()
    if len(under) == 1 and (heading := under.pop()):
        pages = (heading.pages or "").replace("-", "–")
        yield keep_together(f"{heading.title}, trang {pages}" if pages else heading.title)


def conflict_rows(page: Page, dossier: Dossier, one: Fact) -> Iterator[Row]:
    """Yield what does not agree with a fact, and what each other passage says."""
    own = {citation.source for citation in one.cite}
    for owner, conflict in page.archive.conflicts_of.get((dossier.id, one.id), ()):
        where = page.url(LinkTarget("conflict", conflict.id, owner.id))
        yield Row("Chưa thống nhất", (Link(capital(conflict_words(conflict)), where),))
        for claim, side in zip(conflict.claims, sides(page, owner, conflict), strict=True):
            if claim.fact in (one.id, f"{dossier.id}/{one.id}"):
                continue
            # Of the same source, the paragraph says enough.
            passages = [
                Link(mark.title if {mark.source} != own else passage_of(mark), mark.url)
                for mark in side.cites
            ]
            joined = [each for link in passages for each in (Link(", "), link)]
            used = conflict.kind == "contradiction" and side.shown
            shown = (Link(" (trang này dùng)"),) if used else ()
            yield Row("Chưa thống nhất", (Link(side.text), *joined, *shown))


def _neighbours(page: Page, dossier: Dossier, one: Observation) -> Iterator[Row]:
    """Yield the values before and after in the series of the indicator."""
    ordered = series(page.archive, dossier, one.indicator)
    at = next((number for number, other in enumerate(ordered) if other is one), None)
    if at is None:
        return
    for label, place in (("Trước đó", at - 1), ("Sau đó", at + 1)):
        if 0 <= place < len(ordered):
            other = ordered[place]
            url = page.url(LinkTarget("statistic", other.id, dossier.id))
            said = figure_text(page.archive, other)
            yield Row(label, (Link(said, url), Link(f" ({_period(other)})")))


def line_of(fact: Fact) -> str:
    """Return the file and the line of a fact, as the address of a repository has them."""
    position = fact.where()
    return f"{position.path}#L{position.line}"
