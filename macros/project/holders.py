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


def by_person(archive: Archive, held: list[ValueClaim], problems: list[Problem]) -> list[Problem]:
    """Return the problems with those of a person's name about the person's file.

    If several facts do not find the name in their sources, it is the name that is wrong.
    """
    if not problems:
        return problems
    files = {one.name: one.where().path for one in archive.people.values()}
    names = {one.position: str(one.value) for one in held if one.kind == "name"}
    # A name with a form of address in it is told as that.
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
    """Return both, with one problem for each fact that names a wrong holder.

    What it says of that person does not stand beside the name. If the passage has the name of one
    whom no fact names any more, that is who was meant.
    """
    found, told = list(problems), list(wrong)
    places = {one.position for one in found}
    idle = [one for one in unused(archive) if one.position in places]
    homes = {one.position: one for one in idle}
    people = {one.name: one for one in archive.people.values() if one.where() in homes}
    memberships = {
        (one.where().path, one.id): one
        for dossier in archive.dossiers.values()
        for one in dossier.memberships
    }
    left = [one for one in refused if one.problem in told]
    for fact, group in _by_fact(left, memberships).items():
        standing = {name for one in group for p in one.passage.paragraphs for name in p.names}
        named = [person for name, person in people.items() if any(name in one for one in standing)]
        typed = archive.person_name(memberships[fact].person or "")
        where = group[0].passage.where
        gone = {one.problem for one in group}
        if len(named) == 1:
            (person,) = named
            gone.add(homes[person.where()])
            message = f"“{typed}” không phải người giữ chức mà {where} nêu"
            remedy = f"ở đó có “{person.name}”, mà không dữ kiện nào nhắc đến: viết {person.id}"
        elif len(gone) > 1:
            listed = ", ".join(f"“{shown(one.claim)}” ({one.claim.field})" for one in group)
            message = f"ở {where}, gần “{typed}” không có {listed}"
            remedy = "có lẽ nhầm người: sửa person, hoặc sửa các giá trị ấy hay trích dẫn"
        else:
            continue
        place = memberships[fact].where("person")
        found = [one for one in found if one not in gone]
        told = [one for one in told if one not in gone]
        told.append(Problem(place, message, remedy))
    return found, told


def _by_fact(
    refused: Iterable[Refusal], facts: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[Refusal]]:
    """Return what was refused of a person, or beside one, by (path, id) of the fact."""
    found: dict[tuple[str, str], list[Refusal]] = defaultdict(list)
    for one in refused:
        claim = one.claim
        fact = claim.position.path, claim.fact_id
        if fact in facts and (claim.kind == "name" or claim.near == "person"):
            found[fact].append(one)
    return found
