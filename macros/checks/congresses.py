"""Checks of congresses and conferences: their order, series and sessions, and of committees."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from macros.dates import certainly_before, say, say_with_day
from macros.messages.problems import Problem, Severity
from macros.model.congresses import Congress
from macros.rules.absences import absences
from macros.rules.congresses import meeting_words, numbered, term_of
from macros.rules.life import end_of
from macros.rules.terms import start_of
from macros.text.vietnamese import parse_roman
from macros.wording.organizations import absent_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.messages.problems import Position
    from macros.model.congresses import Conference, Meeting


def in_order(archive: Archive) -> Iterator[Problem]:
    """Congresses follow each other: a later ordinal has a later term and later days."""
    for dossier in archive.dossiers.values():
        keys = Counter(one.key for one in dossier.congresses)
        # Two with the same number are reported elsewhere; one of them may be out of place.
        single = [one for one in dossier.congresses if keys[one.key] == 1]
        for before, after in pairwise(single):
            spans = (("dates", "ngày họp", before.days, after.days),)
            terms = (("term", "nhiệm kỳ", before.term, after.term),)
            for name, what, first, second in (*spans, *terms):
                if first and second and _not_after(second, first):
                    yield Problem(
                        _place(after, name),
                        f"{what} của {meeting_words(dossier, after)} không sau "
                        f"{meeting_words(dossier, before)}",
                        "sửa số thứ tự hoặc thời gian",
                        values=_days_typed(after, before) if name == "dates" else (),
                    )
        yield from _terms_and_days(dossier)


def _place(meeting: Meeting, name: str) -> Position:
    """Return the position of the days of a meeting, which may be those of its sessions."""
    return meeting.where("sessions" if name == "dates" and meeting.rounds else name)


def _days_typed(*meetings: Meeting) -> tuple[Position, ...]:
    """Return where the days of meetings are typed: at each round, if there are rounds."""
    return tuple(
        round_.where("dates") for one in meetings for round_ in one.rounds or (one,) if round_.dates
    )


def _not_after(second: Edtf, first: Edtf) -> bool:
    """Return whether `second` certainly does not begin after `first`, or is the same date."""
    begins = [one.start or one if one.kind == "interval" else one for one in (second, first)]
    return second == first or certainly_before(begins[0], begins[1])


def _terms_and_days(dossier: Dossier) -> Iterator[Problem]:
    """A congress meets in the first year of its term, or a year before or after it."""
    for congress in dossier.congresses:
        if not (congress.term and congress.days):
            continue
        begin, day = congress.term.earliest(), congress.days.earliest()
        if begin and day and abs(begin.year - day.year) > 1:
            yield Problem(
                congress.where("term"),
                f"{meeting_words(dossier, congress)} họp năm {day.year} nhưng nhiệm kỳ bắt đầu "
                f"năm {begin.year}",
                "sửa nhiệm kỳ hoặc ngày họp",
            )


def ordinals_missing(archive: Archive) -> Iterator[Problem]:
    """Congresses missing from a series are reported."""
    for dossier in archive.dossiers.values():
        for _, series in groupby(dossier.congresses, key=lambda one: one.series):
            for before, after in pairwise(series):
                if parse_roman(after.ordinal) - parse_roman(before.ordinal) > 1:
                    yield Problem(
                        after.where("ordinal"),
                        f"thiếu đại hội giữa lần thứ {parse_roman(before.ordinal)} và lần thứ "
                        f"{parse_roman(after.ordinal)}",
                        "bổ sung nếu có nguồn",
                        Severity.NOTE,
                    )


def committees_make_up(archive: Archive) -> Iterator[Problem]:
    """Full-time and concurrent members together are not more than all members."""
    for dossier in archive.dossiers.values():
        for committee in dossier.committees:
            parts = (committee.full_time or 0) + (committee.concurrent or 0)
            if committee.size is not None and parts > committee.size:
                yield Problem(
                    committee.where("size"),
                    f"chuyên trách và kiêm nhiệm cộng lại là {parts}, nhiều hơn tổng số "
                    f"{committee.size}",
                    "đọc lại đoạn nguồn và sửa số",
                )


def sessions(archive: Archive) -> Iterator[Problem]:
    """A congress has days of its own or several sessions, which follow each other."""
    for dossier in archive.dossiers.values():
        for meeting in dossier.congresses:
            if meeting.sessions and meeting.dates:
                yield Problem(
                    meeting.where("dates"),
                    "vừa có dates vừa có sessions",
                    "xóa dòng dates: ngày họp suy từ các vòng; chỉ họp một vòng thì xóa sessions",
                )
            elif len(meeting.sessions) == 1:
                yield Problem(
                    meeting.where("sessions"),
                    "sessions chỉ có một vòng",
                    "ghi dates, place, decided ngay ở đại hội ấy; hoặc thêm vòng kia",
                )
            for before, after in pairwise(meeting.sessions):
                if before.dates and after.dates and _not_after(after.dates, before.dates):
                    yield Problem(
                        after.where("dates"),
                        f"vòng họp {say(after.dates)} không sau vòng họp {say(before.dates)}",
                        "sửa ngày, hoặc xếp các vòng theo thứ tự",
                        values=(after.where("dates"), before.where("dates")),
                    )
            for one in meeting.sessions:
                if not (one.dates or one.place or one.decided):
                    yield Problem(
                        one.where(), "vòng họp không có gì", "ghi dates, place hoặc decided"
                    )


def conferences(archive: Archive) -> Iterator[Problem]:
    """A conference of a term meets after the congress that opened it and before the next one."""
    for dossier in archive.dossiers.values():
        for one in dossier.conferences:
            opened = term_of(dossier, one)
            if opened and one.days:
                yield from _within_term(dossier, one, opened)


def _within_term(dossier: Dossier, one: Conference, opened: Congress) -> Iterator[Problem]:
    assert one.days is not None
    at = dossier.congresses.index(opened)
    following = next(iter(dossier.congresses[at + 1 :]), None)
    wrong = ""
    if opened.days and certainly_before(one.days, opened.days):
        wrong = f"trước {meeting_words(dossier, opened)} ({say(opened.days)})"
    elif following and following.days and certainly_before(following.days, one.days):
        wrong = f"sau {meeting_words(dossier, following)} ({say(following.days)})"
    if wrong:
        yield Problem(
            _place(one, "dates"),
            f"hội nghị khóa {numbered(dossier, opened)} họp {say(one.days)}, {wrong}",
            "sửa ngày họp, hoặc sửa khóa ở congress",
            values=_days_typed(one, opened, *([following] if following else [])),
        )


def series(archive: Archive) -> Iterator[Problem]:
    """A congress is of a listed series, and a listed series has a congress."""
    for dossier in archive.dossiers.values():
        used = {one.series for one in dossier.congresses}
        if used - {None} - {one.id for one in dossier.series}:
            continue  # a series that is not listed is reported, and may be one of these misspelt
        if len({one.key for one in dossier.congresses}) < len(dossier.congresses):
            continue  # one of two with the same number is reported, and may be of this series
        for one in dossier.series:
            if one.id not in used:
                yield Problem(
                    one.where("id"),
                    f"không đại hội nào thuộc loạt “{one.id}”",
                    f"ghi series: {one.id} ở các đại hội đếm lại từ I, hoặc xóa loạt này",
                )


def outside_life(archive: Archive) -> Iterator[Problem]:
    """Congresses and conferences before the founding, after the end, or in a pause, are reported.

    They need not be mistakes: a congress may meet before its organization is formally founded.
    """
    for dossier in archive.dossiers.values():
        beginning, end = dossier.organization.beginning, end_of(archive, dossier)
        founded = beginning.date if beginning else None
        for one in dossier.meetings:
            if one.days is None:
                continue
            if founded and certainly_before(one.days, founded):
                yield _outside(dossier, one, f"trước ngày thành lập ({say_with_day(founded)})")
            elif end and certainly_before(end.date, one.days):
                yield _outside(dossier, one, f"sau khi {end.words} ({say_with_day(end.date)})")
            for absence in absences(dossier.organization):
                if certainly_before(absence.end.date, one.days) and certainly_before(
                    one.days, absence.begin.date
                ):
                    absent = absent_words(absence)
                    yield _outside(dossier, one, f"khi tổ chức không hoạt động ({absent})")


def _outside(dossier: Dossier, one: Meeting, relation: str) -> Problem:
    return Problem(
        _place(one, "dates"),
        f"{meeting_words(dossier, one)} họp {relation}",
        "nếu nguồn nói đúng như vậy thì để nguyên; nếu không thì sửa một trong hai ngày",
        Severity.NOTE,
    )


def another_series(archive: Archive) -> Iterator[Problem]:
    """Somebody elected by a congress of an earlier series did not hold the post into a later one.

    An editor who typed `I` may have meant the I of the later series.
    """
    for dossier in archive.dossiers.values():
        for one in dossier.memberships:
            meant = dossier.congress(one.congress) if one.congress else None
            if not isinstance(meant, Congress) or not one.end_date:
                continue
            for other in dossier.congresses[dossier.congresses.index(meant) + 1 :]:
                if (
                    other.ordinal == meant.ordinal
                    and other.days
                    and certainly_before(other.days, one.end_date)
                ):
                    start = start_of(archive, dossier, one)
                    since = f" ({say(start)})" if start else ""
                    yield Problem(
                        one.where("congress"),
                        f"“{one.congress}” là {meeting_words(dossier, meant)}{since}, mà thôi "
                        f"chức {say(one.end_date)}, sau {meeting_words(dossier, other)}",
                        f"viết {other.key}, hoặc sửa ngày thôi chức",
                    )
