"""Checks of the lives of organizations: they follow one another, and changes agree with them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros.dates import certainly_before, say
from macros.messages.problems import Problem
from macros.model.codes import CHANGE_KINDS, TURNS
from macros.wording.organizations import turn_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.model.lives import Founding, Life
    from macros.model.organization import Organization


def one_form(archive: Archive) -> Iterator[Problem]:
    """An organization has a founding and an end, or a list of several lives."""
    for dossier in archive.dossiers.values():
        of = dossier.organization
        single = next((name for name in ("founding", "dissolution") if getattr(of, name)), None)
        if of.lives and single:
            yield Problem(
                of.where(single),
                f"vừa có {single} vừa có lives",
                f"chuyển {single} vào lần hoạt động của nó ở lives",
            )
        elif len(of.lives) == 1:
            yield Problem(
                of.where("lives"),
                "lives chỉ có một lần hoạt động",
                "tổ chức không được lập lại thì bỏ lives, ghi founding và dissolution như thường; "
                "nếu có thì thêm lần sau",
            )


def with_sides(archive: Archive) -> Iterator[Problem]:
    """Each life but the last has an end, and each but the first a founding."""
    for dossier in archive.dossiers.values():
        for at, (before, after) in enumerate(pairwise(dossier.organization.spans), 1):
            if before.dissolution is None:
                yield Problem(
                    before.where(),
                    f"lần hoạt động thứ {at} không có lúc kết thúc mà đã có lần sau",
                    "thêm dissolution (id, cite); nguồn không ghi ngày thì không cần date",
                )
            if after.founding is None:
                yield Problem(
                    after.where(),
                    f"lần hoạt động thứ {at + 1} không có lúc bắt đầu",
                    "thêm founding (id, cite); nguồn không ghi ngày thì không cần date",
                )


def in_order(archive: Archive) -> Iterator[Problem]:
    """No end is before its founding, and no life begins before the one before has ended."""
    for dossier in archive.dossiers.values():
        of = dossier.organization
        for before, after in pairwise(of.turns):
            if certainly_before(after.date, before.date):
                yield Problem(
                    after.where("date"),
                    f"tổ chức {_told(of, after)} trước khi {_told(of, before)}",
                    "sửa một trong hai ngày",
                    values=(after.where("date"), before.where("date")),
                )


def _told(of: Organization, turn: Founding) -> str:
    words = turn_words(turn, begins=of.begins(turn)).removesuffix(" hoạt động")
    return f"{words} {say(turn.date)}" if turn.date else words


def on_their_side(archive: Archive) -> Iterator[Problem]:
    """A beginning has a word for beginnings (restored), an end one for ends (destroyed)."""
    for dossier in archive.dossiers.values():
        of = dossier.organization
        for turn in of.turns:
            begins = of.begins(turn)
            if turn.how and TURNS.entry(turn.how).begins != begins:
                field, other = (
                    ("founding", "dissolution") if begins else ("dissolution", "founding")
                )
                fitting = ", ".join(one.code for one in TURNS.entries if one.begins == begins)
                yield Problem(
                    turn.where("how"),
                    f"“{turn.how}” ({TURNS[turn.how]}) là lời của {other}, không của {field}",
                    f"ghi {fitting}, hoặc chuyển mục này sang {other}",
                    values=(turn.where("how"),),
                )


def of_changes(archive: Archive) -> Iterator[Problem]:
    """What was suspended has an end, and what was restored had ended before."""
    for change in archive.changes.values():
        role = {"suspension": "from", "restoration": "to"}.get(change.kind)
        for one in change.participants:
            dossier = archive.dossiers.get(one.organization or "")
            if dossier is None or one.role != role:
                continue
            of = dossier.organization
            if not (of.lives if role == "to" else any(_ends(span) for span in of.spans)):
                lacking = "chỉ có một lần hoạt động" if role == "to" else "không có lúc kết thúc"
                yield Problem(
                    one.where("organization"),
                    f"“{dossier.id}” {CHANGE_KINDS[change.kind]} nhưng {lacking}",
                    f"ghi các lần hoạt động ở lives của {of.where().path}",
                )


def _ends(span: Life) -> bool:
    return span.dissolution is not None
