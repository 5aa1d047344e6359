"""What ranking and filtering know of each section: columns of numbers, one per section."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from macros.search.kinds import KINDS, About
from macros.search.postings import numbers
from macros.search.sections import ENTRY, Section
from macros.search.tokens import small_words

if TYPE_CHECKING:
    from collections.abc import Sequence


def groups_of(found: Sequence[tuple[Section, About]]) -> list[tuple[str, ...]]:
    """Return the different groups of organizations of the sections."""
    return sorted({about.organizations for _, about in found})


def columns_of(found: Sequence[tuple[Section, About]], lengths: Sequence[tuple[int, int]]) -> bytes:
    """Return seven columns, one number per section: kind, worth, title, length, group, role, small.

    The title is its length in words; the length is a binary logarithm, which ranks as well and
    packs better; the group is that of its organizations. For the role see :func:`_roles`;
    `small` is how many words of the title need not be said.
    """
    kinds = {kind: at for at, kind in enumerate(KINDS)}
    rank = {group: at for at, group in enumerate(groups_of(found))}
    columns = (
        [kinds[about.kind] for _, about in found],
        [about.weight for _, about in found],
        [title for title, _ in lengths],
        [round(log2(max(1, length))) for _, length in lengths],
        [rank[about.organizations] for _, about in found],
        _roles([section for section, _ in found]),
        [small_words(section.title) for section, _ in found],
    )
    return b"".join(map(numbers, columns))


def _roles(sections: Sequence[Section]) -> list[int]:
    """Return the role of each section on its page.

    1 is the first section, 2 an entry or a row, 0 another heading; n from 3 on means that it shares
    the address of the section n - 2 before it.
    """
    owners: dict[tuple[str, str], int] = {}
    roles: list[int] = []
    page = None
    for at, section in enumerate(sections):
        owner = owners.setdefault((section.page, section.anchor), at)
        opens = section.page != page
        page = section.page
        if opens:
            roles.append(1)
        elif owner < at:
            roles.append(2 + at - owner)
        else:
            roles.append(2 if section.level == ENTRY else 0)
    return roles
