"""Who tells of whom in office, and on how many pages: all on one while they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier

TOGETHER = 12
"""How many groups share one page; of more, each has a page of its own (a page of 50 is 1 MB)."""

_OTHERS = ("khac", "Tổ chức khác")


class Group(NamedTuple):
    """The organizations with officers that one volume tells of, or that none does."""

    id: str
    title: str
    dossiers: tuple[Dossier, ...]


def groups(archive: Archive) -> tuple[Group, ...]:
    """Return the groups that have any officers, those without a volume last."""
    volumes = [Group(v.id, v.title, archive.family(v.id)) for v in archive.volumes]
    others = tuple(one for one in archive.dossiers.values() if one.id not in archive.volume_of)
    found = (
        group._replace(dossiers=tuple(one for one in group.dossiers if one.memberships))
        for group in (*volumes, Group(*_OTHERS, others))
    )
    return tuple(group for group in found if group.dossiers)


def parted(archive: Archive) -> bool:
    """Say whether each group has a page of its own."""
    return len(groups(archive)) > TOGETHER
