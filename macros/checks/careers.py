"""Checks of what may follow the end of a person's term: nothing is held after death."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.dates import Edtf, certainly_before, order_key, say_with_day
from macros.messages.problems import Problem
from macros.model.base import Record
from macros.model.career_codes import DEATHS, END_REASONS, LATER_KINDS
from macros.model.leadership import Membership
from macros.model.people import Identity, Person
from macros.rules.later import answered
from macros.rules.terms import start_of

_Held = tuple[tuple[Dossier, Membership], ...]


class _Death(NamedTuple):
    """When a person died, as the end of a term or the person's own file says."""

    date: Edtf
    record: Membership | Identity

    @property
    def words(self) -> str:
        """How it is called: “hy sinh”, “mất”."""
        given = self.record
        return END_REASONS[given.end_reason or ""] if isinstance(given, Membership) else "mất"

    @property
    def field(self) -> str:
        """The field that has the day."""
        return "end_date" if isinstance(self.record, Membership) else "died"


def after_death(archive: Archive) -> Iterator[Problem]:
    """After death nobody holds a post, takes one up, or is released from prison."""
    for person in archive.people.values():
        held = archive.memberships_of.get(person.id, ())
        yield from _lived(person)
        if death := _death(person, held):
            yield from _held_after(archive, person, held, death)
            for one in person.later:
                if one.kind == "released" and certainly_before(death.date, one.date):
                    done = f"{LATER_KINDS[one.kind]} {_on(one.date)}"
                    yield _problem(person, one, "date", done, death)


def _lived(person: Person) -> Iterator[Problem]:
    """Yield an entry that says nothing, or a birth that follows a death."""
    for one in person.identity:
        if not (one.born or one.died or one.origin or one.remark):
            yield Problem(
                one.where("id"),
                f"mục “{one.id}” không ghi điều gì",
                "thêm born, died, origin hoặc remark; nguồn không nói thì xóa mục",
            )
        if certainly_before(one.died, one.born):
            yield Problem(
                one.where("died"),
                f"{person.name} mất {_on(one.died)} mà sinh {_on(one.born)}",
                "sửa một trong hai ngày",
                values=(one.where("died"), one.where("born")),
            )


def _death(person: Person, held: _Held) -> _Death | None:
    deaths = [
        _Death(one.end_date, one) for _, one in held if one.end_reason in DEATHS and one.end_date
    ]
    deaths += (_Death(one.died, one) for one in person.identity if one.died)
    return min(deaths, key=lambda one: order_key(one.date), default=None)


def _held_after(archive: Archive, person: Person, held: _Held, death: _Death) -> Iterator[Problem]:
    """Yield a problem for each membership of a person with a day after the person's death."""
    for dossier, one in held:
        named = one.attested[-1] if one.attested else None
        start = start_of(archive, dossier, one)
        for field, date, verb in (
            ("start_date" if one.start_date else "congress", start, "nhận chức"),
            ("attested", named, "còn giữ chức"),
            ("end_date", one.end_date, "còn giữ chức đến"),
        ):
            if certainly_before(death.date, date):
                yield _problem(person, one, field, f"{verb} {_on(date)}", death)
                break


def _problem(person: Person, record: Record, field: str, done: str, death: _Death) -> Problem:
    return Problem(
        record.where(field),
        f"{person.name} {death.words} {_on(death.date)} (mục “{death.record.id}”) mà {done}",
        "sửa một trong hai ngày; người khác trùng tên thì lập tệp riêng trong data/people/",
        values=(
            record.where(field),
            death.record.where(death.field),
            record.where("person"),
        ),
    )


def before_the_end(archive: Archive) -> Iterator[Problem]:
    """What answers the end of a term does not come before it: only the expelled are restored.

    If several terms ended so, it is enough that it follows one of them.
    """
    for person in archive.people.values():
        held = [one for _, one in archive.memberships_of.get(person.id, ())]
        for one in person.later:
            ends = [of for of in answered(one, held) if of.end_date]
            if ends and all(certainly_before(one.date, of.end_date) for of in ends):
                end = ends[0]
                yield Problem(
                    one.where("date"),
                    f"{person.name} {LATER_KINDS[one.kind]} {_on(one.date)} trước khi "
                    f"{END_REASONS[end.end_reason or '']} {_on(end.end_date)} (mục “{end.id}”)",
                    "sửa một trong hai ngày",
                    values=(one.where("date"), end.where("end_date")),
                )


def _on(date: Edtf | None) -> str:
    return say_with_day(date) if date else ""
