"""Any fact in one line of words."""

from __future__ import annotations

from macros.archive import Archive
from macros.dates import say, say_with_day
from macros.model.aliases import Alias
from macros.model.base import Fact
from macros.model.changes import ChangeEvent
from macros.model.codes import BODIES, CHANGE_KINDS, TARGET_SET_KINDS
from macros.model.congresses import Committee, Conference, Congress, Meeting
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.lives import Founding
from macros.model.organization import Headquarters, Name
from macros.model.people import Identity, Later
from macros.model.picture_codes import PICTURE_KINDS
from macros.model.pictures import Picture
from macros.model.rolls import Roll
from macros.model.statements import Statement
from macros.model.statistics import Observation
from macros.model.superiors import Superior, Territory
from macros.model.targets import Printed, Target
from macros.rules.congresses import meeting_named, meeting_words, numbered
from macros.rules.inferred import INFERRED
from macros.rules.statistics import part_name
from macros.rules.terms import start_basis, start_of
from macros.rules.titles import title_of
from macros.text.numbers import say_number
from macros.text.vietnamese import capital
from macros.wording.congresses import when_met
from macros.wording.effective import change_days
from macros.wording.inferred import inferred_words
from macros.wording.organizations import turn_words, when_words
from macros.wording.people import alias_words, identity_words, later_words
from macros.wording.statements import statement_words
from macros.wording.statistics import figure_text
from macros.wording.targets import LOST

_SAID: dict[type[Fact], tuple[str, ...]] = {
    Observation: (
        "indicator", "part_of", "category", "period", "period_printed", "value", "value_to",
        "qualifier", "unit", "ratio", "words",
    ),
    Membership: ("post", "capacity", "person", "documents"),
    Congress: ("ordinal", "dates", "sessions.dates", "documents"),
    Conference: ("kind", "congress", "dates", "documents"),
    Committee: ("body", "congress", "date", "size", "documents"),
    Target: ("indicator", "unit", "target", "actual", "result"),
    Name: ("name", "start_date", "documents"),
    Headquarters: ("address",),
    Superior: ("organization", "start_date", "end_date", "documents"),
    Territory: ("area", "start_date", "end_date", "documents"),
    Founding: ("how", "date", "documents"),
    ChangeEvent: (
        "kind", "date", "effective_date", "summary", "documents", "participants.organization",
    ),
    Event: ("date", "summary", "people", "documents"),
    Picture: ("kind", "caption", "date"),
    Roll: ("title", "documents"),
    Statement: ("kind", "text", "by", "documents"),
    Alias: ("name", "kind", "start_date", "end_date"),
    Identity: ("born", "died", "origin", "remark"),
    Later: ("kind", "date", "decided_by", "documents"),
}  # fmt: skip
"""The fields that the line of a fact says, and those by which it is listed under a document or a
person."""


def fact_words(archive: Archive, owner: str, fact: Fact) -> str:
    """Return a fact of `owner`, see :meth:`Archive.each_fact`, in one line, for lists of facts.

    What no source states of it is named at the end.
    """
    said = _words(archive, owner, fact)
    mark = inferred_words(fact, *_SAID.get(type(fact), ()))
    return f"{said} ({mark})" if mark else said


def _words(archive: Archive, owner: str, fact: Fact) -> str:
    if isinstance(fact, Observation):
        indicator = archive.indicators.get(fact.indicator)
        label = indicator.label if indicator else fact.indicator
        category = part_name(archive, fact)
        part = f" – {category}" if category else ""
        period = fact.period_printed or say(fact.period)
        return f"{label}{part} ({period}): {figure_text(archive, fact)}"
    if isinstance(fact, Membership):
        dossier = archive.dossiers[owner]
        start = start_of(archive, dossier, fact)
        mark = f" {INFERRED}" if start_basis(archive, dossier, fact) == "inferred" else ""
        since = f", {when_words(start, None)}{mark}" if start else ""
        return f"{title_of(archive, fact)}: {archive.holder_name(fact)}{since}"
    if isinstance(fact, Meeting):
        return _meeting(archive, owner, fact)
    if isinstance(fact, Committee):
        size = f": {fact.size} ủy viên" if fact.size is not None else ""
        at = f" ({_elected_at(archive, owner, fact.congress)})" if fact.congress else ""
        day = f", lập {say_with_day(fact.date)}" if fact.date else ""
        return f"{BODIES[fact.body]}{at}{day}{size}"
    if isinstance(fact, Target):
        return _target_words(archive, owner, fact)
    return _other_words(archive, owner, fact)


def _meeting(archive: Archive, owner: str, meeting: Meeting) -> str:
    dossier = archive.dossiers[owner]
    days = when_met(meeting)
    return capital(meeting_words(dossier, meeting)) + (f", {days}" if days else "")


def _elected_at(archive: Archive, owner: str, key: str) -> str:
    """Return the congress of a committee: “Đại hội VI”, or a conference by its name."""
    of, meeting = meeting_named(archive, archive.dossiers[owner], key)
    if isinstance(meeting, Congress):
        return f"Đại hội {numbered(of, meeting)}"
    return capital(meeting_words(of, meeting)) if meeting else f"Đại hội {key}"


def _other_words(archive: Archive, owner: str, fact: Fact) -> str:
    if isinstance(fact, Name):
        since = f", {when_words(fact.start_date, None)}" if fact.start_date else ""
        return f"Tên gọi: {fact.name}{since}"
    if isinstance(fact, Headquarters):
        return f"Trụ sở: {fact.address}"
    if isinstance(fact, Superior | Territory):
        other = archive.dossiers.get(fact.other)
        term = when_words(fact.start_date, fact.end_date)
        label = "Trực thuộc" if isinstance(fact, Superior) else "Địa bàn"
        said = other.title if other else fact.other
        return f"{label}: {said}" + (f", {term}" if term else "")
    if isinstance(fact, Founding):
        dossier = archive.dossiers.get(owner)
        begins = dossier is None or dossier.organization.begins(fact)
        said = capital(turn_words(fact, begins=begins))
        return said + (f": {say(fact.date)}" if fact.date else "")
    if isinstance(fact, ChangeEvent):
        day = f", {days}" if (days := change_days(fact)) else ""
        return f"{capital(CHANGE_KINDS[fact.kind])}{day}" + (
            f": {fact.summary}" if fact.summary else ""
        )
    if isinstance(fact, Picture):
        day = f" ({say(fact.date)})" if fact.date else ""
        return f"{capital(PICTURE_KINDS[fact.kind])}: {fact.caption.rstrip('.')}{day}"
    if isinstance(fact, Alias):
        term = when_words(fact.start_date, fact.end_date)
        said = alias_words(fact) + (f", {term}" if term else "")
        person = archive.person_of(owner)
        return f"{person.name}: {said}" if person else capital(said)
    if isinstance(fact, Identity | Later):
        person = archive.person_of(owner)
        said = identity_words(fact) if isinstance(fact, Identity) else later_words(fact)
        return f"{person.name if person else owner}: {said}"
    if isinstance(fact, Roll):
        return f"{fact.title} ({say_number(len(fact.rows))} người)"
    if isinstance(fact, Statement):
        return statement_words(archive, owner, fact)
    if isinstance(fact, Event):
        return (f"{capital(say(fact.date))}: " if fact.date else "") + fact.summary
    return fact.id


def _target_words(archive: Archive, owner: str, target: Target) -> str:
    """Return a row of a table of targets: “Chỉ tiêu: … (tấn): đề ra …; kết quả …; đánh giá …”."""
    dossier = archive.dossiers.get(owner)
    tables = dossier.target_sets if dossier else ()
    kind = next((t.kind for t in tables if any(one is target for one in t.targets)), "targets")
    parts = [
        (TARGET_SET_KINDS.entry(kind).aimed, _cell(target.target)),
        ("kết quả", _cell(target.actual)),
    ]
    parts.append(("đánh giá", target.result or ""))
    said = "; ".join(f"{label} {words}" for label, words in parts if words)
    unit = f" ({target.unit})" if target.unit else ""
    return f"{capital(TARGET_SET_KINDS[kind])}: {target.indicator}{unit}" + (
        f": {said}" if said else ""
    )


def _cell(cell: Printed | None) -> str:
    if cell is None:
        return ""
    return LOST if cell.lost else cell.printed or ""
