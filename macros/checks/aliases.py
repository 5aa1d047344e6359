"""Checks of aliases: each is another name, recorded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.messages.problems import Problem
from macros.rules.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Archive
    from macros.model.aliases import Alias


def another_name(archive: Archive) -> Iterator[Problem]:
    """An alias is neither the name itself nor one of the other spellings; two may share one."""
    for person in archive.people.values():
        yield from _repeated(person.aliases, (person.name,), person.other_names)
    for dossier in archive.dossiers.values():
        of = dossier.organization
        names = (of.short_name, *(one.name for one in of.names))
        yield from _repeated(of.aliases, names, of.other_names)


def _repeated(
    aliases: Iterable[Alias], names: Iterable[str], others: Iterable[str]
) -> Iterator[Problem]:
    own, spelled = set(map(name_key, names)), set(map(name_key, others))
    for one in aliases:
        if name_key(one.name) in own:
            yield Problem(
                one.where("name"),
                f"“{one.name}” đã là tên chính",
                "xóa mục này, hoặc sửa tên",
            )
        elif name_key(one.name) in spelled:
            yield Problem(
                one.where("name"),
                f"“{one.name}” vừa ở aliases vừa ở other_names",
                "xóa ở other_names: other_names chỉ dành cho cách viết khác của tên",
            )
