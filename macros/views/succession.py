"""What an organization came from and what it became, in sentences made of its changes.

The answer that a page, or the line of a list, opens with. What no record states, such as where the
rest of a divided unit went, is said too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from macros.archive import Dossier
from macros.dates import say_with_day
from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import EXTENTS
from macros.model.lives import Founding
from macros.rules.names import name_before
from macros.text.vietnamese import capital, keep_together
from macros.views.common import (
    Cite,
    Link,
    Page,
    cites,
    document_link,
    document_within,
    organization_link,
)
from macros.wording.inferred import inferred_words
from macros.wording.organizations import turn_words


class Sentence(NamedTuple):
    """A sentence as words and links in turn, with its citations.

    `last` is what the organization went into: the answer to what became of it.
    """

    pieces: tuple[Link, ...]
    cites: tuple[Cite, ...]
    last: bool = False


_SAID = ("kind", "date", "effective_date", "printed", "documents", "participants")


def succession(page: Page, dossier: Dossier) -> tuple[Sentence, ...]:
    """Return where an organization came from, what it was called, and what became of it."""
    changes = page.archive.changes_of.get(dossier.id, ())
    told = [one for change in changes for one in _sentences(page, dossier, change)]
    own = dossier.organization
    turns = [_turned(page, dossier, turn) for turn in own.turns if not _told_by(turn, changes)]
    begun = [one for one in turns if not one.last]
    ended = [one for one in turns if one.last]
    return (*begun, *told, *ended)


def _told_by(turn: Founding, changes: Sequence[ChangeEvent]) -> bool:
    """Return whether a change of that day says the same as a founding or an end."""
    return any(turn.date is not None and turn.date in (one.date, one.since) for one in changes)


def _turned(page: Page, dossier: Dossier, turn: Founding) -> Sentence:
    begins = dossier.organization.begins(turn)
    words = capital(turn_words(turn, begins=begins))
    when = f" {say_with_day(turn.date)}" if turn.date else ""
    pieces = (Link(keep_together(f"{words}{when}")), *_by(page, turn.documents), Link("."))
    return Sentence(pieces, cites(page, turn.cite, inferred_words(turn)), not begins)


def _sentences(page: Page, dossier: Dossier, change: ChangeEvent) -> Iterator[Sentence]:
    own = [one for one in change.participants if one.organization == dossier.id]
    sides = {one.role for one in own}
    if change.kind == "renaming":
        yield _renamed(page, dossier, change)
    elif "from" in sides and "to" not in sides and change.kind != "transfer":
        yield from _went(page, change, next(one for one in own if one.role == "from"))
    elif "to" in sides and change.kind != "transfer":
        yield _came(page, change)


def _renamed(page: Page, dossier: Dossier, change: ChangeEvent) -> Sentence:
    before = name_before(dossier, change.since)
    new = organization_link(page, dossier.id, change.since).text
    words = f"Đổi tên từ {before} thành {new}" if before else f"Đổi tên thành {new}"
    return _sentence(page, change, [Link(words)])


_CAME = {
    "merger": "Hợp thành từ",
    "split": "Tách ra từ",
    "absorption": "Nhận vào",
    "founding": "Thành lập từ",
    "restoration": "Khôi phục từ",
}
WENT = {"merger": "nhập vào", "absorption": "sáp nhập vào", "split": "tách thành"}


def _came(page: Page, change: ChangeEvent) -> Sentence:
    sources = [one for one in change.participants if one.role == "from"]
    words = _CAME.get(change.kind, "Lập từ")
    if not sources:
        return _sentence(page, change, [Link(words.rpartition(" ")[0])])
    return _sentence(page, change, [Link(f"{words} "), *_listed(page, change, sources)])


def _went(page: Page, change: ChangeEvent, own: Participant) -> Iterator[Sentence]:
    goals = [one for one in change.participants if one.role == "to"]
    if not goals:
        return
    verb = WENT.get(change.kind, "trở thành một phần của")
    part = own.printed or (EXTENTS[own.extent] if own.extent else "")
    words = capital(f"{part} {verb} ".lstrip())
    pieces = [Link(words), *_listed(page, change, goals)]
    yield _sentence(page, change, pieces, last=True)
    if own.extent in ("most", "part") and not _rest_told(page, change, own):
        yield Sentence((Link("Phần còn lại về đâu, chưa rõ."),), ())


def _rest_told(page: Page, change: ChangeEvent, own: Participant) -> bool:
    """Return whether another change tells of a part of the same organization."""
    others = page.archive.changes_of.get(own.organization or "", ())
    return any(
        one.organization == own.organization and one.role == "from" and one.extent != "whole"
        for other in others
        if other is not change and other.kind != "renaming"
        for one in other.participants
    )


def _sentence(
    page: Page, change: ChangeEvent, pieces: list[Link], *, last: bool = False
) -> Sentence:
    when = moment(change)
    whole = (*pieces, Link(when), *_by(page, change.documents), Link("."))
    return Sentence(whole, cites(page, change.cite, inferred_words(change, *_SAID)), last)


def moment(change: ChangeEvent) -> str:
    """Return when a change was, to end a sentence: “ từ ngày 01/07/2025”, “, không rõ ngày”."""
    if change.since is None:
        return f" ({change.printed})" if change.printed else ", không rõ ngày"
    day = say_with_day(change.since)
    if not change.since.is_moment:
        return keep_together(f", {day}")
    return keep_together(f" từ {day}" if change.effective_date else f" {day}")


def _by(page: Page, documents: Iterable[str]) -> Iterator[Link]:
    for at, document in enumerate(documents):
        yield Link(", " if at else ", theo ")
        yield document_within(document_link(page, document, dated=False))


def _listed(page: Page, change: ChangeEvent, participants: Sequence[Participant]) -> Iterator[Link]:
    """Yield organizations as they were called then: “các xã Một, Hai và Ba”."""
    yield from together([_named(page, change, one) for one in participants])


def together(links: Sequence[Link]) -> Iterator[Link]:
    """Yield organizations as a list in a sentence: “các xã Một, Hai và Ba”."""
    kind = _shared([link.text for link in links])
    if kind:
        yield Link(f"các {kind}")
        links = [link._replace(text=link.text.removeprefix(kind)) for link in links]
    for at, link in enumerate(links):
        if at:
            yield Link(" và " if at == len(links) - 1 else ", ")
        yield link


def _named(page: Page, change: ChangeEvent, one: Participant) -> Link:
    if one.organization is None:
        return Link(one.label or "")
    return organization_link(page, one.organization, change.since)


def _shared(names: Sequence[str]) -> str:
    """Return the words for the kind with which all of several names begin, with a final space."""
    if len(names) < 2:
        return ""
    kinds = {_kind(name) for name in names}
    return kinds.pop() if len(kinds) == 1 else ""


def _kind(name: str) -> str:
    """Return the words of a name before its proper part: “xã ”, “Đảng bộ phường ”."""
    words = name.split()
    lower = [at for at, word in enumerate(words) if word[:1].islower()]
    return " ".join(words[: lower[-1] + 1]) + " " if lower and lower[-1] + 1 < len(words) else ""
