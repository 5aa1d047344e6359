"""Which posts are seats among many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.archive import Archive


def is_member(archive: Archive, post: str) -> bool:
    """Return whether a post is one of the seats of a committee, and not one of its heads."""
    role = archive.roles.get(post)
    return role is not None and role.member_of is not None
