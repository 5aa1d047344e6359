"""How the office holders are divided among pages: one page while they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier

MAX_GROUPS_ON_ONE_PAGE = 12
"""Up to so many groups share one page; more have a page each (one page of 50 takes 1 MB)."""

_OTHERS = ("khac", "Tổ chức liên quan")


class HolderGroup(NamedTuple):
    """The organizations with office holders that one volume covers, or that none covers."""

    id: str
    title: str
    dossiers: tuple[Dossier, ...]


def holder_groups(archive: Archive) -> tuple[HolderGroup, ...]:
    """Return the groups with office holders, those without a volume last."""
    volumes = [HolderGroup(v.id, v.title, archive.family(v.id)) for v in archive.volumes]
    others = tuple(one for one in archive.dossiers.values() if one.id not in archive.volume_of)
    found = (
        group._replace(dossiers=tuple(one for one in group.dossiers if one.memberships))
        for group in (*volumes, HolderGroup(*_OTHERS, others))
    )
    return tuple(group for group in found if group.dossiers)


def has_page_per_group(archive: Archive) -> bool:
    """Return whether each group has a page of its own."""
    return len(holder_groups(archive)) > MAX_GROUPS_ON_ONE_PAGE
