"""What a post that is not held in full is called: “Quyền Bí thư”, “Bí thư lâm thời”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.career_codes import CAPACITIES
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.model.leadership import Membership

DEPUTY = "Phó "
"""How the title of a deputy begins; the post itself may be a deputy's already."""

_TITLES = {
    "acting": "quyền {}",
    "provisional": "{} lâm thời",
    "in-charge": "phụ trách chức danh {}",
    "deputy-in-charge": "{} phụ trách",
}
"""Where the words of a capacity stand; those of a code that is not here follow in brackets."""


def titled(post: str, capacity: str | None) -> str:
    """Return the title of who holds a post in some capacity; the post itself where it has none.

    It begins with a capital, as the posts do.
    """
    if capacity is None:
        return post
    if capacity == "deputy-in-charge" and not post.startswith(DEPUTY):
        post = DEPUTY + post
    return capital(_TITLES.get(capacity, f"{{}} ({CAPACITIES[capacity]})").format(post))


def title_of(archive: Archive, membership: Membership) -> str:
    """Return what the holder of a post is called by the post."""
    return titled(archive.role_label(membership.post), membership.capacity)


def special_title(archive: Archive, membership: Membership) -> str:
    """Return the title where the name of the post says too little, else ""."""
    return title_of(archive, membership) if membership.capacity else ""
