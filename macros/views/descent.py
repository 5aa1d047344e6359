"""The descent of organizations as a graph: one node per organization and name, and the changes.

Renamings divide an organization into phases, one per name. A transfer moves a part and both sides
continue to exist, so it is attached to the phase in which it happened and joins no nodes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from macros.dates import order_key, short
from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import CHANGE_KINDS
from macros.rules.names import name_before, name_on
from macros.text.vietnamese import capital
from macros.views.common import Page, organization_link
from macros.views.organization import participant_link

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
    """Transfers as (direction, words); the direction is in or out."""


@dataclass(frozen=True)
class Join:
    """An arrow between two nodes; `kind` is whole, most, part, unstated or same (a new name)."""

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


def descent(page: Page, organization: str) -> Descent:
    """Return all predecessors and successors of an organization, direct and indirect."""
    found = Descent()
    own = page.archive.changes_of.get(organization, ())
    drawn: set[str] = set()
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
                drawn.add(change.id)
                _add_change(page, change, organization, found)
                if change not in own:
                    (earlier if back else later).append(change)
            for one in change.participants:
                step = (one.organization or "", one.role == "from", one.role == "to")
                if one.organization in page.archive.dossiers and step not in seen:
                    seen.add(step)
                    waiting.append(step)
    for name, phase in list(found.nodes):
        _moves(page, name, phase, found.nodes[name, phase])
    # Those found last lie farthest back.
    found.changes = [*reversed(earlier), *own, *later]
    if all(change.since for change in found.changes):
        found.changes.sort(key=lambda change: order_key(change.since))
    return found


def _add_change(page: Page, change: ChangeEvent, focus: str, found: Descent) -> None:
    """Add one change: its participants as nodes, and an arrow from each before to each after."""
    before = [one for one in change.participants if one.role == "from"]
    after = [one for one in change.participants if one.role == "to"]
    for one in (*before, *after):
        key = _key(page, change, one)
        if key not in found.nodes:
            link = _named(page, change, one)
            found.nodes[key] = Node(link[0], link[1], one.organization == focus)
    said = short(change.since) if change.since else change.printed or "không rõ ngày"
    for later in after:
        found.nodes[
            _key(page, change, later)
        ].head = f"{capital(CHANGE_KINDS[change.kind])}, {said}"
        for earlier in before:
            kind = "same" if change.kind == "renaming" else _extent(earlier, later)
            join = Join(_key(page, change, earlier), _key(page, change, later), kind)
            if join.before != join.after:
                found.joins.append(join)


def _extent(earlier: Participant, later: Participant) -> str:
    """Return how much of one became part of another: the lesser of what the two sides state."""
    lessened = None if earlier.extent == "whole" else earlier.extent
    return lessened or later.extent or earlier.extent or "unstated"


def _key(page: Page, change: ChangeEvent, one: Participant) -> Key:
    """Return the node that a participant is: in a renaming, the names before and after."""
    if one.organization is None:
        return (one.label or "", -1)
    renamings = _renamings(page, one.organization)
    if change.kind == "renaming":
        at = next(n for n, other in enumerate(renamings) if other.id == change.id)
        return (one.organization, at + (one.role == "to"))
    earlier = [other for other in renamings if order_key(other.since) < order_key(change.since)]
    # Without a date of the change it is unknown which name was in use: take the first.
    return (one.organization, len(earlier) if change.since else 0)


def _renamings(page: Page, organization: str) -> list[ChangeEvent]:
    return [c for c in page.archive.changes_of.get(organization, ()) if c.kind == "renaming"]


def _named(page: Page, change: ChangeEvent, one: Participant) -> tuple[str, str]:
    """Return the name of a participant at the change, and its address."""
    dossier = page.archive.dossiers.get(one.organization or "")
    if dossier is None:
        return (capital(one.label or one.organization or ""), "")
    name = name_on(dossier, change.since)
    if change.kind == "renaming" and one.role == "from":
        name = name_before(dossier, change.since) or name
    return (capital(name), organization_link(page, dossier.id).url)


def _moves(page: Page, organization: str, phase: int, node: Node) -> None:
    """Add the transfers that an organization took part in under the name of `phase`."""
    for change in page.archive.changes_of.get(organization, ()):
        if change.kind != "transfer":
            continue
        own = [one for one in change.participants if one.organization == organization]
        if _key(page, change, own[0])[1] != phase:
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
