"""A person's name that a source lacks: the name is wrong, or another person was meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.checks.people import unused
from macros.checks.wording import calls_comrade
from macros.evidence.match import shown
from macros.messages.problems import About, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from macros.archive import Archive
    from macros.evidence.claims import ValueClaim
    from macros.evidence.match import Refusal
    from macros.model.people import Person


def by_person(archive: Archive, held: list[ValueClaim], problems: list[Problem]) -> list[Problem]:
    """Return the problems of values; those of a name are now about the file of its person.

    Where the sources of several facts lack the name, it is the name that is wrong, not the facts.
    """
    if not problems:
        return problems
    files = {one.name: one.where().path for one in archive.people.values()}
    names = {one.position: str(one.value) for one in held if one.kind == "name"}
    # A name that holds a form of address is reported as that.
    problems = [one for one in problems if not calls_comrade(names.get(one.position, ""))]
    remedy = "sửa name trong tệp này, hoặc ghi cách viết của nguồn vào other_names"
    found: list[Problem] = []
    for problem in problems:
        home = files.get(names.get(problem.position, ""))
        about = About(home, "name", remedy) if home else None
        found.append(replace(problem, about=about))
    return found


def holders_meant(
    archive: Archive,
    problems: Iterable[Problem],
    wrong: Sequence[Problem],
    refused: Iterable[Refusal],
) -> tuple[list[Problem], list[Problem]]:
    """Return both lists of problems, with one problem for each fact that names the wrong holder.

    `problems` are those of the archive, `wrong` those of values. A holder is wrong if the cited
    passage lacks near the name what the fact says of the person; who was meant is a person whom
    the passage names and no fact any more.
    """
    found, left = list(problems), list(wrong)
    places = {one.position for one in found}
    idle = [one for one in unused(archive) if one.position in places]
    homes = {one.position: one for one in idle}
    people = {one.name: one for one in archive.people.values() if one.where() in homes}
    memberships = {
        (one.where().path, one.id): one
        for dossier in archive.dossiers.values()
        for one in dossier.memberships
    }
    reported = [one for one in refused if one.problem in left]
    for fact, group in _by_fact(reported, memberships).items():
        names = {name for one in group for p in one.passage.paragraphs for name in p.names}
        named = [person for name, person in people.items() if any(name in one for one in names)]
        typed = archive.person_name(memberships[fact].person or "")
        gone = {one.problem for one in group}
        if len(named) == 1:
            gone.add(homes[named[0].where()])
        elif len(gone) == 1:
            continue
        position = memberships[fact].where("person")
        found = [one for one in found if one not in gone]
        left = [one for one in left if one not in gone]
        left.append(Problem(position, *_wrong_holder(typed, group, named)))
    return found, left


def _wrong_holder(typed: str, group: Sequence[Refusal], named: Sequence[Person]) -> tuple[str, str]:
    """Return what is wrong with the name as typed, and the remedy: the one person who is named."""
    where = group[0].passage.where
    if len(named) == 1:
        return (
            f"“{typed}” không phải người giữ chức mà {where} nêu",
            f"ở đó có “{named[0].name}”, mà không dữ kiện nào nhắc đến: viết {named[0].id}",
        )
    listed = ", ".join(f"“{shown(one.claim)}” ({one.claim.field})" for one in group)
    return (
        f"ở {where}, gần “{typed}” không có {listed}",
        "có lẽ nhầm người: sửa person, hoặc sửa các giá trị ấy hay trích dẫn",
    )


def _by_fact(
    refused: Iterable[Refusal], facts: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[Refusal]]:
    """Return the refused names, and values to be near a name, by (path, id) of their fact."""
    found: dict[tuple[str, str], list[Refusal]] = defaultdict(list)
    for one in refused:
        claim = one.claim
        fact = claim.position.path, claim.fact_id
        if fact in facts and (claim.kind == "name" or claim.near == "person"):
            found[fact].append(one)
    return found
