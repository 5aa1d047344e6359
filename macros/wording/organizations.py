"""Organizations in words: what they are, periods of names, extent of participation in changes."""

from __future__ import annotations

from macros.dates import Edtf, say_term, say_with_day
from macros.model.aliases import Alias
from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import COMMITTEE_BASES, EXTENTS, ORGANIZATION_KINDS, TURNS
from macros.model.lives import Founding
from macros.model.organization import Name, Organization
from macros.model.superiors import Belonging
from macros.rules.absences import Absence
from macros.rules.inferred import marked
from macros.text.vietnamese import keep_together

SINCE_FOUNDING = "từ khi thành lập"


COUNTED = ("tổ chức", "đảng bộ", "chi bộ")
"""A label with such a beginning says what kind of organization moved, not which one."""


def kind_words(organization: Organization) -> str:
    """Return what an organization is: its level, or its kind if no level is given."""
    return organization.classification or ORGANIZATION_KINDS[organization.kind]


def borne_words(organization: Organization | None, one: Name | Alias | Belonging) -> str:
    """Return from when to when an organization had a name, a superior or an area, in words.

    The date of the founding is not repeated.
    """
    founding = organization.beginning if organization else None
    if one.start_date is None or founding is None or one.start_date != founding.date:
        return when_words(one.start_date, one.end_date)
    if one.end_date is None:
        return SINCE_FOUNDING
    if one.end_date.is_moment:
        return keep_together(f"{SINCE_FOUNDING} đến {say_with_day(one.end_date)}")
    return when_words(one.start_date, one.end_date)


def when_words(start: Edtf | None, end: Edtf | None) -> str:
    """Return a period in words; "" if neither side is known."""
    if start is None and end is None:
        return ""
    if start is not None and end is None:
        begins = "bắt đầu" if start.kind == "one_of" and not start.is_moment else "từ"
        return keep_together(f"{begins} {say_with_day(start)}")
    return keep_together(say_term(start, end))


def turn_words(turn: Founding, *, begins: bool) -> str:
    """Return what a founding or an end was: “thành lập”, “khôi phục”, “bị phá vỡ”."""
    if turn.how:
        return TURNS[turn.how]
    return "thành lập" if begins else "kết thúc hoạt động"


def absent_words(absence: Absence) -> str:
    """Return why an organization was not there: “bị phá vỡ tháng 10/1931, khôi phục năm 1936”."""
    sides = (absence.end, False), (absence.begin, True)
    return keep_together(", ".join(turned_words(turn, begins=begins) for turn, begins in sides))


def turned_words(turn: Founding, *, begins: bool) -> str:
    """Return what a founding or an end was, and when; marked if one of both is inferred."""
    words = turn_words(turn, begins=begins)
    day = f" {say_with_day(turn.date)}" if turn.date else ""
    return marked(f"{words}{day}", turn, "how", "date")


def extent_words(change: ChangeEvent, one: Participant) -> list[str]:
    """Return how much of a participant took part, in the source's words if recorded.

    If the transferred part is named in the change, "a part of" is not added to its giver.
    """
    named = any(other.role == "moved" for other in change.participants)
    if one.extent is None or (named and (one.role, one.extent) == ("from", "part")):
        return []
    return [one.printed or EXTENTS[one.extent]]


def formed_words(basis: str | None) -> str:
    """Return how a body was formed: “bầu”; "" if that is unknown or not worth saying."""
    return "" if basis in (None, "other") else COMMITTEE_BASES[basis]
