"""Checks of the life of organizations: renamings, mergers, terms of office outside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from macros.archive import Archive, Dossier
from macros.dates import Edtf, certainly_before, say_with_day
from macros.messages.problems import Problem, Severity
from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import CHANGE_KINDS, PARTICIPANT_ROLES
from macros.model.leadership import Membership
from macros.rules.absences import absences, has_end
from macros.rules.life import ENDING_CHANGES, End, end_of
from macros.rules.terms import start_of
from macros.rules.titles import title_of
from macros.wording.organizations import absent_words

_ROLES: Mapping[str, Mapping[str, tuple[int, float]]] = {
    "merger": {"from": (2, inf), "to": (1, 1), "moved": (0, 0)},
    "absorption": {"from": (1, inf), "to": (1, 1), "moved": (0, 0)},
    "split": {"from": (1, 1), "to": (2, inf), "moved": (0, 0)},
    "renaming": {"from": (0, 1), "to": (0, 1)},
    "transfer": {"moved": (1, inf)},
    "founding": {"to": (1, inf), "moved": (0, 0)},
    "dissolution": {"from": (1, inf), "to": (0, 0), "moved": (0, 0)},
    "suspension": {"from": (1, inf), "to": (0, 0), "moved": (0, 0)},
    "restoration": {"to": (1, inf), "moved": (0, 0)},
}
"""How many participants of each role a kind of change has: at least, at most."""

_MAY_BE_RIGHT = "nếu nguồn nói đúng như vậy thì để nguyên; nếu không thì sửa một trong hai ngày"


def renamings(archive: Archive) -> Iterator[Problem]:
    """After a renaming the organization has a new name."""
    for change in archive.changes.values():
        if change.kind != "renaming":
            continue
        if not change.participants:
            yield Problem(
                change.where(),
                "việc đổi tên không nói tổ chức nào mang tên mới",
                "thêm participants, có bên sau (role: to)",
            )
        after = [one for one in change.participants if one.role == "to"]
        for one in after or change.participants:
            yield from _without_new_name(archive, change, one)


def _without_new_name(
    archive: Archive, change: ChangeEvent, after: Participant
) -> Iterator[Problem]:
    """Yield a problem if an organization that keeps its id has no name from the change on."""
    dossier = archive.dossiers.get(after.organization or "")
    before = {one.organization for one in change.participants if one.role == "from"}
    if dossier is None or (before and dossier.id not in before):
        return  # A label, or the short name of another organization, is the new name.
    old = (change.supersedes_name or "").rpartition("/")[2]
    names = [one for one in dossier.organization.names if one.id != old]
    if not any(_may_begin(one.start_date, change.since) for one in names):
        since = f" từ {say_with_day(change.since)}" if change.since else ""
        yield Problem(
            after.where("organization"),
            f"“{dossier.id}” được đổi tên nhưng không có tên nào bắt đầu{since}",
            f"thêm tên mới kèm start_date vào names của {dossier.organization.where().path}",
        )


def _may_begin(start: Edtf | None, change: Edtf | None) -> bool:
    """Return whether a name with this start may be the one that a change gave."""
    if start is None or change is None:
        return start is not None
    return not (certainly_before(start, change) or certainly_before(change, start))


def roles_in_changes(archive: Archive) -> Iterator[Problem]:
    """The participants of a change have the roles that its kind asks for."""
    for change in archive.changes.values():
        roles = [one.role for one in change.participants]
        least = _ROLES.get(change.kind, {})
        wrong = next(
            (r for r, (few, many) in least.items() if not few <= roles.count(r) <= many), ""
        )
        if roles and wrong:
            kind, role = CHANGE_KINDS[change.kind], PARTICIPANT_ROLES[wrong]
            yield Problem(
                change.where("participants"),
                f"{kind} mà có {roles.count(wrong)} {role}",
                "sửa kind hoặc role: hợp nhất là từ nhiều bên trước (from) thành một bên sau (to), "
                "chia tách thì ngược lại, sáp nhập là vào một bên vẫn còn (to), đổi tên là từ một "
                "thành một, chuyển giao có moved",
            )


def absorbed(archive: Archive) -> Iterator[Problem]:
    """An organization that absorbs others exists before and after it, and is on one side only."""
    for change in archive.changes.values():
        if change.kind not in ("merger", "absorption"):
            continue
        before = [one.organization for one in change.participants if one.role == "from"]
        reported = any(_without_end(archive, change))
        for one in change.participants:
            dossier = archive.dossiers.get(one.organization or "")
            if dossier is None or one.role != "to":
                continue
            if dossier.id in before:
                yield Problem(
                    one.where("organization"),
                    f"“{dossier.id}” đứng ở cả hai bên của việc {CHANGE_KINDS[change.kind]}",
                    "tổ chức ấy vẫn còn thì ghi kind: absorption và bỏ nó ở bên trước (from); "
                    "tổ chức mới cùng tên thì có mã khác",
                )
            elif change.kind == "absorption" and _begins_with(dossier, change.since):
                yield Problem(
                    change.where("kind"),
                    f"“{dossier.id}” thành lập đúng lúc hay sau việc sáp nhập vào nó",
                    "tổ chức mới lập thì ghi kind: merger; nếu không thì sửa một trong hai ngày",
                )
            elif change.kind == "absorption" and _ends_with(dossier, change.since) and not reported:
                yield Problem(
                    one.where("organization"),
                    f"“{dossier.id}” nhận tổ chức khác mà kết thúc đúng lúc hay trước việc ấy",
                    "bên nhập vào ghi role: from, bên vẫn còn ghi role: to; nếu đã đúng thì sửa "
                    "một trong hai ngày",
                )


def _begins_with(dossier: Dossier, day: Edtf | None) -> bool:
    """Return whether an organization was founded on a day, or surely after it."""
    beginning = dossier.organization.beginning
    founded = beginning.date if beginning else None
    return bool(founded and day and (founded == day or certainly_before(day, founded)))


def _ends_with(dossier: Dossier, day: Edtf | None) -> bool:
    """Return whether the data say that an organization ended on a day, or surely before it."""
    ending = dossier.organization.ending
    ended = ending.date if ending else None
    return bool(ended and day and (ended == day or certainly_before(ended, day)))


def short_names(archive: Archive) -> Iterator[Problem]:
    """The words of a short name stand in the full name, in the same order."""
    for dossier in archive.dossiers.values():
        for one in dossier.organization.names:
            rest = iter(one.name.lower().split())
            missing = [w for w in (one.short_name or "").lower().split() if w not in rest]
            if missing:
                yield Problem(
                    one.where("short_name"),
                    f"tên gọn “{one.short_name}” không rút từ tên đầy đủ “{one.name}”",
                    "chỉ bỏ bớt từ của tên đầy đủ, giữ nguyên thứ tự",
                )


def merged_wholes(archive: Archive) -> Iterator[Problem]:
    """An organization that was merged or divided as a whole has an end."""
    for change in archive.changes.values():
        for one, dossier in _without_end(archive, change):
            yield Problem(
                one.where("organization"),
                f"toàn bộ “{dossier.id}” thuộc về tổ chức khác nhưng không có lúc kết thúc",
                f"thêm dissolution (id, date, cite) vào {dossier.organization.where().path}",
            )


def _without_end(archive: Archive, change: ChangeEvent) -> Iterator[tuple[Participant, Dossier]]:
    """Yield the participants that became a part of another organization whole, but have no end."""
    if change.kind not in ENDING_CHANGES:
        return
    after = {one.organization for one in change.participants if one.role == "to"}
    for one in change.participants:
        dossier = archive.dossiers.get(one.organization or "")
        ended = one.role == "from" and one.extent == "whole" and one.organization not in after
        if ended and dossier and not has_end(dossier.organization, change.since):
            yield one, dossier


def terms_outside(archive: Archive) -> Iterator[Problem]:
    """Terms before the founding of an organization, or after its end, are reported.

    They need not be mistakes: people may be appointed before the founding, or leave after a merger.
    """
    for dossier in archive.dossiers.values():
        beginning = dossier.organization.beginning
        founded, end = beginning.date if beginning else None, end_of(archive, dossier)
        for membership in dossier.memberships:
            start = start_of(archive, dossier, membership)
            known = [day for day in (start, *membership.attested) if day]
            if founded and any(certainly_before(day, founded) for day in known):
                yield _note(
                    archive,
                    membership,
                    "start_date",
                    f"trước ngày thành lập ({say_with_day(founded)})",
                )
            if end:
                yield from _after_the_end(archive, dossier, membership, end)
            yield from _in_absence(archive, dossier, membership, known)


def _after_the_end(
    archive: Archive, dossier: Dossier, membership: Membership, end: End
) -> Iterator[Problem]:
    start = start_of(archive, dossier, membership)
    known = [day for day in (start, *membership.attested) if day]
    words = f"{end.words} ({say_with_day(end.date)})"
    if any(certainly_before(end.date, day) for day in known):
        yield _note(archive, membership, "start_date", f"sau khi {words}")
    elif membership.end_date and certainly_before(end.date, membership.end_date):
        yield _note(archive, membership, "end_date", f"kéo dài qua lúc {words}")


def _in_absence(
    archive: Archive, dossier: Dossier, membership: Membership, known: list[Edtf]
) -> Iterator[Problem]:
    """Yield a note for a term that began while the organization was not there, or lasts into it."""
    for absence in absences(dossier.organization):
        ended, again = absence.end.date, absence.begin.date
        words = f"tổ chức không hoạt động ({absent_words(absence)})"
        if any(certainly_before(ended, day) and certainly_before(day, again) for day in known):
            yield _note(archive, membership, "start_date", f"khi {words}")
        elif any(certainly_before(day, ended) for day in known) and certainly_before(
            ended, membership.end_date
        ):
            yield _note(archive, membership, "end_date", f"kéo dài qua lúc {words}")


def _note(archive: Archive, membership: Membership, field: str, relation: str) -> Problem:
    holder = f"{title_of(archive, membership)} {archive.holder_name(membership)}"
    field = (
        field if getattr(membership, field) else "attested" if membership.attested else "congress"
    )
    return Problem(
        membership.where(field), f"{holder}: giữ chức {relation}", _MAY_BE_RIGHT, Severity.NOTE
    )
