"""How the office holders are divided among pages: one page while they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier

MAX_GROUPS_ON_ONE_PAGE = 12
"""Up to so many groups share one page; else each has its own (a page of 50 takes 1 MB)."""

_OTHERS = ("khac", "Tổ chức khác")


class Group(NamedTuple):
    """The organizations with office holders that one volume covers, or that none covers."""

    id: str
    title: str
    dossiers: tuple[Dossier, ...]


def groups(archive: Archive) -> tuple[Group, ...]:
    """Return the groups with office holders, those without a volume last."""
    volumes = [Group(v.id, v.title, archive.family(v.id)) for v in archive.volumes]
    others = tuple(one for one in archive.dossiers.values() if one.id not in archive.volume_of)
    found = (
        group._replace(dossiers=tuple(one for one in group.dossiers if one.memberships))
        for group in (*volumes, Group(*_OTHERS, others))
    )
    return tuple(group for group in found if group.dossiers)


def parted(archive: Archive) -> bool:
    """Return whether each group has a page of its own."""
    return len(groups(archive)) > MAX_GROUPS_ON_ONE_PAGE
