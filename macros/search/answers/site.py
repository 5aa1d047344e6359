"""The pages that answer questions about the site itself: how to cite it, where its data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.addresses.doors import SHELF
from macros.addresses.places import OFFICE_HOLDERS, OPEN_DATA, VERIFICATION
from macros.addresses.urls import address
from macros.admission.docs import GUIDE, LOOK_UP

if TYPE_CHECKING:
    from macros.search.answers.parts import Built

_HOW_TO_CITE = "cach-trich-dan"
_UNCERTAIN = f"{LOOK_UP}/mau-thuan.md"
_TOPICS = {
    "cite": (OPEN_DATA, _HOW_TO_CITE),
    "download": (OPEN_DATA, ""),
    "sources": (f"{LOOK_UP}/nguon/index.md", ""),
    "trust": (VERIFICATION, ""),
    "missing": (_UNCERTAIN, ""),
    "conflicts": (_UNCERTAIN, ""),
    "day": (OFFICE_HOLDERS, ""),
    "compare": (f"{LOOK_UP}/so-sanh/index.md", ""),
    "mistake": (f"{GUIDE}/index.md", ""),
    "book": ("index.md", SHELF),
    "help": (f"{GUIDE}/index.md", ""),
}
"""Topic of `answer-topics.js` → the page under docs/ that tells, and the place on it."""


def site_pages(built: Built) -> dict[str, str]:
    """Return the address of each topic, from the site's root, whose page the site has."""
    return {
        topic: address(page, anchor)
        for topic, (page, anchor) in _TOPICS.items()
        if built.pages is None or address(page) in built.pages
    }
