"""Views of changes of organizations: when, what, from whom to whom."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import CHANGE_KINDS, PARTICIPANT_ROLES
from macros.model.events import Event
from macros.rules.inferred import marked
from macros.rules.names import name_before
from macros.text.numbers import say_number
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, cites, document_link, organization_link
from macros.wording.effective import change_days
from macros.wording.inferred import inferred_words
from macros.wording.organizations import COUNTED, extent_words


def dated_note(one: Event | ChangeEvent) -> str:
    """Return the note of an event: the source's words for its time, the editors' note."""
    dated = one.since if isinstance(one, ChangeEvent) else one.date
    printed = f"Tài liệu ghi: {one.printed}." if dated and one.printed else ""
    return " ".join(part for part in (printed, one.note or "") if part)


@dataclass(frozen=True)
class Change:
    """A change event in words: when, what, from whom to whom."""

    kind: str
    when: str
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    moved: tuple[Link, ...]
    others: tuple[tuple[str, tuple[Link, ...]], ...]
    """The participants in any other role, by the word for it."""
    documents: tuple[Link, ...]
    summary: str
    cites: tuple[Cite, ...]
    note: str = ""
    joint: str = ""
    """The word between what was before and what came after; "" for “became”."""


def change_view(page: Page, change: ChangeEvent) -> Change:
    """Return a change event with the organizations named as of its day."""

    def side(role: str) -> tuple[Link, ...]:
        return tuple(
            participant_link(page, change, one) for one in change.participants if one.role == role
        )

    own_columns = ("from", "to", "moved")
    others = dict.fromkeys(one.role for one in change.participants if one.role not in own_columns)
    return Change(
        kind=capital(CHANGE_KINDS[change.kind]),
        when=capital(keep_together(change_days(change)) or change.printed or "không rõ ngày"),
        before=side("from"),
        after=side("to"),
        moved=side("moved"),
        others=tuple((PARTICIPANT_ROLES[role], side(role)) for role in others),
        documents=tuple(document_link(page, identifier) for identifier in change.documents),
        summary=change.summary or "",
        cites=cites(page, change.cite, inferred_words(change, *_OF_CHANGE)),
        note=dated_note(change),
        joint=JOINTS.get(change.kind, ""),
    )


JOINTS = {"absorption": "vào"}
"""The word between the sides of a change, by kind, where it is not that one became the other."""

_OF_CHANGE = ("kind", "date", "effective_date", "printed", "documents", "summary")
"""The fields of a change; those of its participants are marked beside each."""


def participant_link(page: Page, change: ChangeEvent, one: Participant) -> Link:
    """Return a participant by its name at the change, with how much of it took part."""
    link = Link(one.label or "")
    if one.organization:
        link = organization_link(page, one.organization, change.since)
    dossier = page.archive.dossiers.get(one.organization or "")
    if dossier and change.kind == "renaming" and one.role == "from":
        link = Link(name_before(dossier, change.since) or link.text, link.url)
    if one.label and one.organization:
        link = Link(f"{one.label} {link.text}", link.url)

    def said(words: str, *names: str, bracketed: bool = True) -> str:
        fields = (f"participants.{name}" for name in names)
        return marked(words, change, *fields, bracketed=bracketed)

    extras = [said(words, "extent", "printed") for words in extent_words(change, one)]
    named = ["organization" if one.organization else "label", "role"]
    if one.units is not None and link.text.startswith(COUNTED):
        link = Link(f"{say_number(one.units)} {link.text}", link.url)
        named.append("units")
    elif one.units is not None:
        extras.append(said(f"{say_number(one.units)} tổ chức đảng", "units"))
    if one.members is not None:
        extras.append(said(f"{say_number(one.members)} đảng viên", "members"))
    link = Link(said(link.text, *named, bracketed=False), link.url)
    extra = f" ({', '.join(extras)})" if extras else ""
    return Link(keep_together(link.text + extra), link.url)
