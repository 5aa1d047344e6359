"""Checks of leadership: order of dates, double holders, vacancies, congresses in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, islice, product

from macros.archive import Archive
from macros.dates import Edtf, certain_span, certainly_before, say, say_term
from macros.messages.problems import Problem, Severity
from macros.model.base import Record
from macros.model.codes import BODIES
from macros.model.leadership import Membership
from macros.model.pictures import Depicted
from macros.model.posts import Role
from macros.rules import terms
from macros.rules.congresses import congress_of, named_words
from macros.rules.gaps import vacancy_words
from macros.rules.life import milestones
from macros.rules.names import bearer_of
from macros.rules.terms import Tenure, start_of, tenures

_MOST_GROUPS = 200
"""The most groups of people who cannot have held a post together that are looked at."""


def unnamed(archive: Archive) -> Iterator[Problem]:
    """A holder has either a name or words that stand for it, which are nobody's name."""
    for dossier in archive.dossiers.values():
        for one in dossier.memberships:
            yield from wrongly_unnamed(archive, one)


def wrongly_unnamed(archive: Archive, one: Membership | Depicted) -> Iterator[Problem]:
    """Yield a problem if both `person` and `unnamed` are given, or `unnamed` is somebody's name."""
    if one.unnamed is None:
        return
    if one.person:
        yield Problem(
            one.where("unnamed"),
            "vừa có person vừa có unnamed",
            "biết là ai thì xóa dòng unnamed; không nêu tên thì xóa dòng person",
        )
    elif known := bearer_of(archive, one.unnamed):
        yield Problem(
            one.where("unnamed"),
            f"“{one.unnamed}” là tên một nhân vật trong data/people/",
            f"thay dòng này bằng “person: {known}”",
        )


def ends_before_start(archive: Archive) -> Iterator[Problem]:
    """Nothing ends before it began."""
    for dossier in archive.dossiers.values():
        organization = dossier.organization
        for name in organization.names:
            yield from _reversed(name, name.start_date, name.end_date)
        for alias in organization.aliases:
            yield from _reversed(alias, alias.start_date, alias.end_date)
        for seat in organization.headquarters:
            yield from _reversed(seat, seat.start_date, seat.end_date)
        for belonging in organization.belongings:
            yield from _reversed(belonging, belonging.start_date, belonging.end_date)
        for one in dossier.memberships:
            # A membership without a start date begins with the congress that elected it.
            elected_by = one.congress if not one.start_date else None
            of = f" ({named_words(archive, dossier, elected_by)})" if elected_by else ""
            yield from _reversed(one, start_of(archive, dossier, one), one.end_date, of)
    for person in archive.people.values():
        for alias in person.aliases:
            yield from _reversed(alias, alias.start_date, alias.end_date)


def ends_with_start(archive: Archive) -> Iterator[Problem]:
    """A term does not end on the day, or in the month, in which it began."""
    for dossier in archive.dossiers.values():
        for one in dossier.memberships:
            start = start_of(archive, dossier, one)
            # Within a year there is room for a term.
            if one.end_date and one.end_date == start and "-" in one.end_date.text:
                yield Problem(
                    one.where("end_date"),
                    f"thôi chức {say(one.end_date)}, đúng lúc nhận chức",
                    "sửa một trong hai ngày; nếu nguồn chỉ nhắc người ấy lúc đó thì ghi attested",
                )


def _reversed(
    record: Record, start: Edtf | None, end: Edtf | None, of: str = ""
) -> Iterator[Problem]:
    """Yield a problem for an end before the start; `of` names the start if it is a congress's."""
    if start and end and certainly_before(end, start):
        yield Problem(
            record.where("end_date"),
            f"ngày kết thúc {say(end)} đứng trước ngày bắt đầu {say(start)}{of}",
            f"đọc lại đoạn nguồn và sửa {'end_date hoặc congress' if of else 'một trong hai ngày'}",
            values=(record.where("end_date"), record.where("start_date")),
        )


def inferred_starts(archive: Archive) -> Iterator[Problem]:
    """An inferred start is the day of another record, or is bounded by such days."""
    for dossier in archive.dossiers.values():
        if any(one not in archive.dossiers for one in dossier.organization.above):
            continue  # reported as missing; the start may be one of its days
        for one in dossier.memberships:
            if one.start_basis != "inferred" or one.start_date is None:
                continue
            days = {point for day in milestones(archive, dossier, one) for point in _points(day)}
            points = _points(one.start_date)
            # One bound may be known from elsewhere; a date that is none of them is a slip.
            if not any(_fall_together(point, day) for point in points for day in days):
                yield Problem(
                    one.where("start_date"),
                    f"ngày nhận chức {say(one.start_date)} ghi là suy ra, mà không trùng mốc nào "
                    "của tổ chức",
                    "ghi mốc mà từ đó suy ra (thành lập, đại hội, thay đổi, người trước thôi "
                    "chức); nguồn ghi ngày ấy cho chính người này thì xóa start_basis",
                )


def _points(day: Edtf) -> tuple[str, ...]:
    """Return the days, months and years that a date names."""
    sides = (day,) if day.is_point else filter(None, (day.start, day.end))
    return tuple(side.text.removesuffix("~") for side in sides)


def _fall_together(one: str, other: str) -> bool:
    """Return whether the point `other` is `one`, or lies in it: a month says less than its day."""
    return other == one or other.startswith(f"{one}-")


def inferred_ends(archive: Archive) -> Iterator[Problem]:
    """An inferred end cites the passage about the successor; a missing end is not inferred."""
    for dossier in archive.dossiers.values():
        for membership in dossier.memberships:
            basis = membership.where("end_basis")
            if membership.end_basis == "inferred" and membership.end_date is None:
                yield Problem(
                    basis,
                    "end_basis: inferred nhưng không có end_date",
                    "ghi end_date hoặc xóa dòng này",
                )
            elif membership.end_basis == "inferred" and not membership.end_cite:
                yield Problem(
                    basis,
                    "ngày thôi chức được suy ra nhưng không dẫn đoạn nào nói đến người kế nhiệm",
                    "thêm end_cite: nguồn#đoạn có lời “thay …”",
                )
            elif membership.end_cite and membership.end_basis == "stated":
                yield Problem(
                    membership.where("end_cite"),
                    "có end_cite nhưng ngày thôi chức không ghi là suy ra",
                    "thêm end_basis: inferred, hoặc chuyển nguồn sang cite",
                )


def attested_only(archive: Archive) -> Iterator[Problem]:
    """A membership has either a term or single days on which it is attested."""
    for dossier in archive.dossiers.values():
        for membership in dossier.memberships:
            if membership.attested and (membership.start_date or membership.end_date):
                yield Problem(
                    membership.where("attested"),
                    "vừa có ngày nhận hoặc thôi chức vừa có attested",
                    "attested chỉ dùng khi nguồn không cho biết nhiệm kỳ; xóa một trong hai",
                )


def typed_twice(archive: Archive) -> Iterator[Problem]:
    """A membership that a congress elected does not repeat the date of the congress."""
    for dossier in archive.dossiers.values():
        for membership in dossier.memberships:
            congress = congress_of(archive, dossier, membership.congress)
            if congress and congress.days and membership.start_date:
                known = named_words(archive, dossier, membership.congress or "")
                yield Problem(
                    membership.where("start_date"),
                    f"ngày nhận chức đã biết từ {known}",
                    "xóa dòng start_date (hoặc xóa dòng congress nếu không do đại hội bầu)",
                )


def holders(archive: Archive) -> Iterator[Problem]:
    """A post has at most as many simultaneous holders as seats."""
    for dossier in archive.dossiers.values():
        for role in archive.roles.values():
            if not role.seats:
                continue
            every = [one for one in tenures(archive, dossier, role.id) if not one.shares_seat]
            # A stand-in may serve beside the holder, but there are no two stand-ins for one seat.
            groups = [
                group
                for standing_in in (False, True)
                for group in _together(
                    [one for one in every if one.stands_in is standing_in], role.seats + 1
                )
            ]
            # One wrong date makes a holder overlap with all who followed: that is one problem.
            while groups:
                worst = _most_often(groups)
                yield _too_many(archive, role, worst, [g for g in groups if worst in g])
                groups = [group for group in groups if worst not in group]


def seats_of_members(archive: Archive) -> Iterator[Problem]:
    """A post that is one member of a body is no single seat, which could be vacant."""
    for role in archive.roles.values():
        if role.member_of and role.seats == 1:
            yield Problem(
                role.where("seats"),
                f"{role.label} là một ủy viên của {BODIES[role.member_of]}, "
                "không thể chỉ có một ghế",
                "xóa dòng seats, hoặc xóa dòng member_of nếu đây là một chức lãnh đạo",
            )


def shared_seats(archive: Archive) -> Iterator[Problem]:
    """A membership that says it shares a seat overlaps with another holder of the post."""
    for dossier in archive.dossiers.values():
        for one in tenures(archive, dossier):
            others = [
                other
                for other in tenures(archive, dossier, one.post)
                if other.holder != one.holder and not _apart(one, other)
            ]
            for membership in one.memberships:
                if membership.shared and not others:
                    yield Problem(
                        membership.where("shared"),
                        f"ghi shared mà không ai khác giữ chức {archive.role_label(one.post)} "
                        "cùng lúc",
                        "xóa dòng này, hoặc sửa ngày nhận, ngày thôi chức",
                    )


def _apart(one: Tenure, other: Tenure) -> bool:
    """Return whether one of two tenures certainly ended before the other began."""
    return certainly_before(one.end, other.start) or certainly_before(other.end, one.start)


def _most_often(groups: list[tuple[Tenure, ...]]) -> Tenure:
    """Return the tenure that is in most of the groups, the earliest among equals."""
    every = [one for group in groups for one in group]
    counts = Counter(map(id, every))
    return max(every, key=lambda one: counts[id(one)])


def _together(held: Sequence[Tenure], size: int) -> list[tuple[Tenure, ...]]:
    """Return the groups of `size` different people who certainly held the post at the same time.

    The groups are found from the member who came last: the others were there already. Sixty holders
    of ten seats form too many groups to look at all, and the first wrong ones are enough. A holder
    without a name counts as somebody else.
    """
    spans = {number: span for number, one in enumerate(held) if (span := certain_span(one.term))}
    found = islice(_groups(held, spans, size), _MOST_GROUPS)
    return [tuple(held[number] for number in group) for group in sorted(found)]


def _groups(
    held: Sequence[Tenure], spans: Mapping[int, tuple[date, date]], size: int
) -> Iterator[tuple[int, ...]]:
    ordered = sorted(spans, key=lambda number: spans[number])
    there: list[int] = []
    for last in ordered:
        start, holder = spans[last][0], held[last].holder
        there = [one for one in there if spans[one][1] > start]
        by_person: dict[str, list[int]] = defaultdict(list)
        for one in there:
            other = held[one]
            if other.holder != holder and other.term.certainly_overlaps(held[last].term):
                by_person[other.holder].append(one)
        for people in combinations(by_person, size - 1):
            for others in product(*(by_person[one] for one in people)):
                yield tuple(sorted((last, *others)))
        there.append(last)


def _too_many(
    archive: Archive, role: Role, worst: Tenure, groups: list[tuple[Tenure, ...]]
) -> Problem:
    """Return the problem of `worst`, which overlaps with the others in `groups`.

    It is reported at the end of the term, if there is one: a start must stand in the source, an end
    may have been inferred.
    """
    involved = list({id(one): one for group in groups for one in group}.values())
    holders = ", ".join(
        f"{archive.holder_name(one.first)} ({say_term(one.start, one.end)})" for one in involved
    )
    last = worst.memberships[-1]
    later = groups[0][-1].memberships[0]
    return Problem(
        last.where("end_date") if last.end_date else later.where(),
        f"{len(groups[0])} người cùng giữ chức {role.label} một lúc, chức này có {role.seats} ghế: "
        f"{holders}",
        "đọc lại đoạn nguồn, sửa ngày nhận hoặc thôi chức; thật sự cùng giữ thì ghi shared",
        values=tuple(
            one.where(name)
            for tenure in involved
            for one in tenure.memberships
            for name in ("start_date", "end_date", "person")
            if getattr(one, name)
        ),
    )


def vacancies(archive: Archive) -> Iterator[Problem]:
    """Times without a known holder of a one-seat post are reported, not hidden."""
    for dossier in archive.dossiers.values():
        for role in archive.roles.values():
            for gap in terms.vacancies(archive, dossier, role):
                yield Problem(
                    gap.after.memberships[0].where(),
                    vacancy_words(role, gap),
                    "bổ sung nếu có nguồn; nếu không, trang vẫn hiện khoảng trống này",
                    Severity.NOTE,
                )
