"""The descent of organizations as a graph: one node per organization and name, and the changes.

Renamings divide an organization into phases, one per name, and so do its lives and the
times when it took others in. A transfer moves a part and both sides continue to exist, so it is
attached to the phase in which it happened and joins no nodes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.dates import order_key, short
from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import CHANGE_KINDS
from macros.rules.inferred import marked
from macros.rules.names import name_before, name_on
from macros.text.vietnamese import capital
from macros.views.changes import participant_link
from macros.views.common import Page, organization_link
from macros.views.phases import Break, absorbs, breaks_of, phase_at
from macros.wording.organizations import turn_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from macros.model.lives import Founding

Key = tuple[str, int]
"""A node: an organization's id (or the words that stand for one) and the number of the phase."""


@dataclass
class Node:
    """One organization under one name; `head` says with what change the phase began, and when."""

    name: str
    url: str
    focus: bool
    head: str = ""
    moves: list[tuple[str, str]] = field(default_factory=list)
    """Transfers as (direction, words), in or out; and how the phase ended, as (stop, words)."""


@dataclass(frozen=True)
class Join:
    """An arrow between two nodes.

    `kind` is whole, most, part, unstated, same (a new name), restored (a later
    life) or stays (who takes others in).
    """

    before: Key
    after: Key
    kind: str


@dataclass
class Descent:
    """The nodes by key, in the order in which they were found, and the arrows between them."""

    nodes: dict[Key, Node] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    changes: list[ChangeEvent] = field(default_factory=list)
    """All changes in order of time. If a date is unknown: the changes before the organization, its
    own changes, those after it."""
    breaks: dict[str, list[Break]] = field(default_factory=dict)
    """Where the phases of each organization end, by its id."""


def descent(page: Page, organization: str) -> Descent:
    """Return all predecessors and successors of an organization, direct and indirect."""
    found = Descent()
    own = page.archive.changes_of.get(organization, ())
    drawn: dict[str, ChangeEvent] = {}
    earlier: list[ChangeEvent] = []
    later: list[ChangeEvent] = []
    waiting = [(organization, True, True)]
    seen: set[tuple[str, bool, bool]] = set(waiting)
    while waiting:
        current, back, forward = waiting.pop(0)
        for change in page.archive.changes_of.get(current, ()):
            sides = {one.role for one in change.participants if one.organization == current}
            led = change.kind == "renaming" or (back and "to" in sides)
            if change.kind == "transfer" or not (led or (forward and "from" in sides)):
                continue
            if change.id not in drawn:
                drawn[change.id] = change
                if change not in own:
                    (earlier if back else later).append(change)
            for one in change.participants:
                step = (one.organization or "", one.role == "from", one.role == "to")
                if one.organization in page.archive.dossiers and step not in seen:
                    seen.add(step)
                    waiting.append(step)
    _draw(page, organization, drawn.values(), found)
    # Those found last lie farthest back.
    found.changes = [*reversed(earlier), *own, *later]
    if all(change.since for change in found.changes):
        found.changes.sort(key=lambda change: order_key(change.since))
    return found


def _draw(page: Page, focus: str, changes: Collection[ChangeEvent], found: Descent) -> None:
    """Add the nodes and the arrows of the changes, then what each node has of its own."""
    named = {one.organization for change in changes for one in change.participants}
    for organization in filter(None, (focus, *named)):
        own = [one for one in page.archive.changes_of.get(organization, ()) if one in changes]
        found.breaks[organization] = breaks_of(page.archive.dossiers.get(organization), own)
    for change in changes:
        _add_change(page, change, focus, found)
    for organization, breaks in found.breaks.items():
        for at, one in enumerate(breaks):
            if one.absence:
                _add_life(page, organization, at, focus, found)
    for name, phase in list(found.nodes):
        _moves(page, name, phase, found)


def _add_life(page: Page, organization: str, at: int, focus: str, found: Descent) -> None:
    """Add that an organization was there again, with the end before and an arrow between."""
    absence = found.breaks[organization][at].absence
    assert absence is not None
    for phase, turn in ((at, absence.end), (at + 1, absence.begin)):
        if (organization, phase) not in found.nodes:
            dossier = page.archive.dossiers[organization]
            link = organization_link(page, organization)
            name = capital(name_on(dossier, turn.date))
            found.nodes[organization, phase] = Node(name, link.url, organization == focus)
    ended = found.nodes[organization, at]
    ended.moves.append(("stop", _turned(absence.end, begins=False)))
    again = found.nodes[organization, at + 1]
    again.head = capital(_turned(absence.begin, begins=True))
    found.joins.append(Join((organization, at), (organization, at + 1), "restored"))


def _turned(turn: Founding, *, begins: bool) -> str:
    day = short(turn.date) if turn.date else "không rõ ngày"
    return marked(f"{turn_words(turn, begins=begins)}, {day}", turn, "how", "date")


def _add_change(page: Page, change: ChangeEvent, focus: str, found: Descent) -> None:
    """Add one change: its participants as nodes, and an arrow from each before to each after."""
    before = [one for one in change.participants if one.role == "from"]
    after = [one for one in change.participants if one.role == "to"]
    for one in (*before, *after):
        key = _key(found, change, one)
        if key not in found.nodes:
            link = _named(page, change, one)
            found.nodes[key] = Node(link[0], link[1], one.organization == focus)
    said = short(change.since) if change.since else change.printed or "không rõ ngày"
    happened = (
        "Nhận sáp nhập" if change.kind == "absorption" else capital(CHANGE_KINDS[change.kind])
    )
    for later in after:
        found.nodes[_key(found, change, later)].head = f"{happened}, {said}"
        _add_what_stays(change, later, found)
        for earlier in before:
            kind = "same" if change.kind == "renaming" else _extent(earlier, later)
            join = Join(_key(found, change, earlier), _key(found, change, later), kind)
            if join.before != join.after:
                found.joins.append(join)


def _add_what_stays(change: ChangeEvent, one: Participant, found: Descent) -> None:
    """Add that who takes others in was there before."""
    if not one.organization or not absorbs(change, one.organization):
        return
    organization, phase = _key(found, change, one)
    now, before = found.nodes[organization, phase], (organization, phase - 1)
    if before not in found.nodes:
        found.nodes[before] = Node(now.name, now.url, now.focus)
    stays = Join(before, (organization, phase), "stays")
    if stays not in found.joins:
        found.joins.append(stays)


def _extent(earlier: Participant, later: Participant) -> str:
    """Return how much of one became part of another: the lesser of what the two sides state."""
    lessened = None if earlier.extent == "whole" else earlier.extent
    return lessened or later.extent or earlier.extent or "unstated"


def _key(found: Descent, change: ChangeEvent, one: Participant) -> Key:
    """Return the node that a participant is: in a renaming, the names before and after."""
    if one.organization is None:
        return (one.label or "", -1)
    breaks = found.breaks.get(one.organization, ())
    return (one.organization, phase_at(breaks, change, one.role))


def _named(page: Page, change: ChangeEvent, one: Participant) -> tuple[str, str]:
    """Return the name of a participant at the change, and its address."""
    dossier = page.archive.dossiers.get(one.organization or "")
    if dossier is None:
        return (capital(one.label or one.organization or ""), "")
    name = name_on(dossier, change.since)
    if change.kind == "renaming" and one.role == "from":
        name = name_before(dossier, change.since) or name
    return (capital(name), organization_link(page, dossier.id).url)


def _moves(page: Page, organization: str, phase: int, found: Descent) -> None:
    """Add the transfers that an organization took part in under the name of `phase`."""
    node = found.nodes[organization, phase]
    for change in page.archive.changes_of.get(organization, ()):
        if change.kind != "transfer":
            continue
        own = [one for one in change.participants if one.organization == organization]
        if _key(found, change, own[0])[1] != phase:
            continue
        words: dict[str, list[str]] = defaultdict(list)
        for one in change.participants:
            words[one.role].append(participant_link(page, change, one).text)
        when = short(change.since) if change.since else change.printed or "không rõ ngày"
        moved = ", ".join(words["moved"]) or "một phần"
        if own[0].role == "from":
            node.moves.append(("out", f"{when}: {moved} sang {', '.join(words['to'])}"))
        elif own[0].role == "to":
            node.moves.append(("in", f"{when}: {moved} từ {', '.join(words['from'])}"))
        else:
            sides = f"từ {', '.join(words['from'])} sang {', '.join(words['to'])}"
            node.moves.append(("out", f"{when}: chuyển {sides}"))
