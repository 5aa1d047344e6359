"""Records about the history of an organization: founding, names, congresses, changes."""

from __future__ import annotations

from collections import deque
from itertools import zip_longest
from typing import TYPE_CHECKING

from macros.chapter.page import LinkTarget
from macros.rules.told_until import STOPS
from macros.search.answers.parts import cited, filled, links, within
from macros.text.vietnamese import parse_roman
from macros.views.changes import change_view
from macros.views.congress import congress_view
from macros.views.organization import summary, turn_label
from macros.wording.conflicts import conflict_words
from macros.wording.congresses import when_met
from macros.wording.organizations import turn_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.archive import Archive, Dossier
    from macros.model.changes import ChangeEvent
    from macros.model.citations import Citation
    from macros.model.congresses import Congress
    from macros.search.answers.parts import Built, Record
    from macros.views.common import Page
    from macros.views.organization import Row

# The row of an organization's summary that answers a question, by its label.
_SEAT = "Trụ sở"


def life(page: Page, dossier: Dossier) -> Record:
    """Return the record of an organization's life: founding, end, headquarters, changes.

    `before` are the changes that led to it, `after` those of it and its successors, both in the
    order of the steps.
    """
    rows = summary(page, dossier).rows
    return filled(
        {
            "founding": _founding(page, dossier, rows),
            "end": _turns(dossier, rows, begins=False),
            "stops": next((row.values[0].text for row in rows if row.label == STOPS), ""),
            "seats": _lines(rows, _SEAT),
            "before": _changes(page, _coming_to(page, dossier)),
            "after": _changes(page, _going_from(page, dossier)),
            "renamings": _changes(page, _renamings(page, dossier)),
        }
    )


def _lines(rows: Iterable[Row], label: str) -> list[Record]:
    return [
        filled(
            {
                "values": links(row.values),
                "detail": row.detail,
                "note": row.note,
                "cites": cited(row.cites),
            }
        )
        for row in rows
        if row.label == label
    ]


def _founding(page: Page, dossier: Dossier, rows: Iterable[Row]) -> list[Record]:
    """Return when and by which decision it was founded, with the contradictions about that.

    Restorations follow, in order of time.
    """
    begun = [one.founding for one in dossier.organization.spans if one.founding]
    disputed = _disputed(page, [dossier.id], [citation for one in begun for citation in one.cite])
    lines = _turns(dossier, rows, begins=True)
    return [filled({**line, "conflicts": disputed}) for line in lines]


def _turns(dossier: Dossier, rows: Iterable[Row], *, begins: bool) -> list[Record]:
    """Return the foundings of an organization, or its ends, each with its word if it has one."""
    own = dossier.organization
    by_label = {turn_label(own, one): one for one in own.turns if own.begins(one) == begins}
    found = []
    for row in rows:
        if turn := by_label.get(row.label):
            (line,) = _lines([row], row.label)
            word = turn_words(turn, begins=begins) if turn.how else ""
            found.append(filled({**line, "detail": "; ".join(filter(None, (word, row.detail)))}))
    return found


def _disputed(page: Page, owners: Iterable[str], cited_by: Iterable[Citation]) -> list[list[str]]:
    """Return the contradictions that concern a fact without having it as a side.

    These are contradictions of the organizations `owners` with a side in words that cites one of
    the paragraphs that the fact cites.
    """
    cited_paragraphs = {(one.source, number) for one in cited_by for number in one.numbers}
    found: dict[str, list[str]] = {}
    for owner in owners:
        dossier = page.archive.dossiers.get(owner)
        for conflict in dossier.conflicts if dossier else ():
            sides = [one for claim in conflict.claims if not claim.fact for one in claim.cite or ()]
            if any(
                (one.source, number) in cited_paragraphs for one in sides for number in one.numbers
            ):
                url = page.url(LinkTarget("conflict", conflict.id, owner))
                found.setdefault(url, [conflict_words(conflict), url])
    return list(found.values())


def _renamings(page: Page, dossier: Dossier) -> list[ChangeEvent]:
    changes = page.archive.changes_of.get(dossier.id, ())
    return [one for one in changes if one.kind == "renaming"]


def _joined(page: Page, identifier: str, role: str) -> Iterator[ChangeEvent]:
    """Yield the changes with an organization on one side, except its own renamings."""
    for change in page.archive.changes_of.get(identifier, ()):
        on_that_side = any(
            one.organization == identifier and one.role == role for one in change.participants
        )
        if on_that_side and change.kind not in ("transfer", "renaming"):
            yield change


def _coming_to(page: Page, dossier: Dossier) -> list[ChangeEvent]:
    return list(_joined(page, dossier.id, "to"))


def _going_from(page: Page, dossier: Dossier) -> list[ChangeEvent]:
    """Return the changes to the successors of an organization, and to theirs, as far as known."""
    found: dict[str, ChangeEvent] = {}
    seen, waiting = {dossier.id}, deque([dossier.id])
    while waiting:
        for change in _joined(page, waiting.popleft(), "from"):
            found.setdefault(change.id, change)
            for one in change.participants:
                if one.role == "to" and one.organization and one.organization not in seen:
                    seen.add(one.organization)
                    waiting.append(one.organization)
    return list(found.values())


def _changes(page: Page, changes: Sequence[ChangeEvent]) -> list[Record]:
    return [_change(page, one) for one in changes]


def _change(page: Page, change: ChangeEvent) -> Record:
    view = change_view(page, change)
    owners = dict.fromkeys(one.organization for one in change.participants if one.organization)
    return filled(
        {
            "kind": view.kind,
            "sort": change.kind,
            "when": view.when,
            "time": within(change.since),
            "joint": view.joint,
            "before": links(view.before),
            "after": links(view.after),
            "moved": links(view.moved),
            "documents": links(view.documents),
            "summary": view.summary,
            "note": change.note,
            "conflicts": _disputed(page, owners, change.cite),
            "cites": cited(view.cites),
        }
    )


def congresses(page: Page, dossier: Dossier, built: Built) -> Iterator[Record]:
    """Yield the congresses with their terms: from the last day to the next congress's first day."""
    volume = page.archive.volume_of.get(dossier.id, dossier.id)
    for one, after in zip_longest(dossier.congresses, dossier.congresses[1:]):
        view = congress_view(page, dossier, one)
        yield filled(
            {
                "number": parse_roman(one.ordinal),
                "key": one.key,
                "name": view.name,
                "term": view.term,
                "years": within(one.term),
                "dates": when_met(one),
                "time": within(one.days),
                "office": _in_office(one, after),
                "delegates": view.delegates,
                "bodies": [
                    [one.body, one.size, ", ".join(filter(None, (one.basis, one.detail))), one.note]
                    for one in view.bodies
                ],
                "officers": [
                    [
                        post.post,
                        [[who.person.text, who.person.url, who.detail] for who in post.people],
                    ]
                    for post in view.officers
                ],
                "elected": view.officers_elected,
                "note": view.note,
                "conflict": [view.conflict.title, view.conflict.url] if view.conflict else None,
                "cites": cited(view.cites),
                "url": built.rows.get((volume, view.anchor), ""),
            }
        )


def _in_office(one: Congress, after: Congress | None) -> list[str]:
    """Return the days between which those of a congress's term were in office, as far as known."""
    numbers = [parse_roman(each.ordinal) for each in (one, after) if each]
    # The first of a new series follows the last of the series before.
    follows = after and numbers[1] == (numbers[0] + 1 if after.series == one.series else 1)
    begin = within(one.days)[1] or within(one.days)[0]
    return [begin, within(after.days)[0] if after and follows else ""]


def mentioned_elsewhere(archive: Archive) -> set[str]:
    """Return the organizations in which somebody is said to have held a post besides another one.

    More people have held posts there than their own pages list.
    """
    found: set[str] = set()
    for dossier in archive.dossiers.values():
        for one in dossier.memberships:
            elsewhere = (*one.concurrent, *one.previously, *one.subsequently)
            found.update(post.organization for post in elsewhere if post.organization)
    return found
