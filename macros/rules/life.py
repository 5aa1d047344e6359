"""When an organization ended: by its dissolution, or by a merger or division."""

from __future__ import annotations

from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.dates import Edtf, order_key
from macros.model.changes import ChangeEvent


class End(NamedTuple):
    """The end of an organization, and what happened then, in words that follow "khi"."""

    date: Edtf
    words: str


def end_of(archive: Archive, dossier: Dossier) -> End | None:
    """Return when an organization ended; None if nothing says so.

    Without a dissolution, it is the first merger or division in which the organization took part
    as a whole, or without a stated extent. If only a part of it did, the organization continues.
    """
    dissolution = dossier.organization.dissolution
    if dissolution and dissolution.date:
        return End(dissolution.date, "tổ chức kết thúc")
    ended = [
        one.date
        for one in archive.changes_of.get(dossier.id, ())
        if one.date and one.kind in {"merger", "split"} and _ends_in(one, dossier.id)
    ]
    return End(min(ended, key=order_key), "tổ chức được hợp nhất hoặc chia tách") if ended else None


def _ends_in(change: ChangeEvent, organization: str) -> bool:
    sides = [one for one in change.participants if one.organization == organization]
    return all(one.role == "from" and one.extent in {None, "whole"} for one in sides)
