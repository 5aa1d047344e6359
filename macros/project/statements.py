"""The statements of a project: each is shown by a chapter, or told in its prose and cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.catalogue.sources import cite
from macros.catalogue.statements import found_by, promises, statements
from macros.messages.problems import Problem, Severity
from macros.model.citations import parse_citations
from macros.rules.promises import promises_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Archive
    from macros.chapter import Chapter, Inspection
    from macros.chapter.guard import Call

Passage = tuple[str, int]
"""A source and one of its paragraphs."""


def untold(archive: Archive, inspected: Iterable[tuple[Chapter, Inspection]]) -> Iterator[Problem]:
    """Yield a note for each statement that readers find nowhere.

    No note while a chapter has mistakes: that chapter may show or tell the statement.
    """
    chapters = [one for _, one in inspected]
    if any(one.problems for one in chapters):
        return
    calls = [call for one in chapters for call in one.calls]
    shown = {key for call in calls for key in _shown_by(archive, call)}
    cited = {passage for call in calls for passage in _cited_by(call)}
    for owner, dossier in archive.dossiers.items():
        for one in dossier.statements:
            passages = {(c.source, n) for c in one.cite if c.unit == "paragraph" for n in c.numbers}
            if (owner, one.id) not in shown and not passages & cited:
                yield Problem(
                    one.where(),
                    f"chưa chương nào chèn hay kể nhận định “{one.id}”, nên không ai đọc được",
                    f'chèn {{{{ statements(["{one.id}"]) }}}} vào một chương của “{owner}”, hoặc '
                    "kể trong bài kèm cite",
                    Severity.NOTE,
                )


def _shown_by(archive: Archive, call: Call) -> Iterator[tuple[str, str]]:
    """Yield the statements that a call shows, as (organization, id)."""
    dossier = archive.dossiers.get(call.organization or "")
    if dossier and call.macro.name == statements.__name__:
        ways: Any = (call.arguments.get(one) for one in ("ids", "kind", "domain", "period"))
        yield from ((dossier.id, one.id) for one in found_by(dossier, *ways))
    elif dossier and call.macro.name == promises.__name__:
        for followed in promises_of(archive, dossier):
            yield followed.dossier.id, followed.fact.id
            yield from ((owner.id, answer.id) for owner, answer in followed.answers)


def _cited_by(call: Call) -> Iterator[Passage]:
    """Yield the paragraphs that a call of cite names."""
    if call.macro.name == cite.__name__:
        for citation in parse_citations(str(call.arguments["citation"])):
            if citation.unit == "paragraph":
                yield from ((citation.source, number) for number in citation.numbers)
