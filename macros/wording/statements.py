"""Statements in words, always with who says them: “Báo cáo tổng kết nêu hạn chế: …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.statement_codes import STATEMENT_KINDS
from macros.rules.congresses import named_words
from macros.rules.statements import named_speakers, sources_of
from macros.text.vietnamese import capital
from macros.wording.documents import document_name

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.model.statements import Statement


def statement_words(archive: Archive, owner: str, statement: Statement) -> str:
    """Return a statement of `owner` in one line, attributed."""
    said = " và ".join(speakers(archive, owner, statement))
    return f"{capital(said)} {says(statement)}: {statement.text}"


def speakers(archive: Archive, owner: str, statement: Statement) -> tuple[str, ...]:
    """Return who says it, within a sentence: “báo cáo tổng kết”, “đại hội lần thứ VI”."""
    named = named_speakers(statement)
    if not named:
        return tuple(source_called(archive, one) for one in sources_of(statement))
    return tuple(_called(archive, owner, one, vars(statement.by)[one]) for one in named)


def source_called(archive: Archive, source: str) -> str:
    """Return what a source is called where it speaks: its kind, or its id without a record."""
    found = archive.sources.get(source)
    return found.kind if found else source


def _called(archive: Archive, owner: str, way: str, named: str) -> str:
    """Return what a speaker is called whom the field `way` names."""
    if way == "congress":
        dossier = archive.dossiers.get(owner)
        return named_words(archive, dossier, named) if dossier else named
    if way == "organization":
        other = archive.dossiers.get(named)
        return other.title if other else named
    if way == "person":
        return archive.person_name(named)
    if way == "document":
        document = archive.documents.get(named)
        return document_name(document) if document else named
    return named


def says(statement: Statement) -> str:
    """Return the verb after whoever says it: “nêu hạn chế”, “quyết định”."""
    kind = STATEMENT_KINDS.entry(statement.kind)
    told_by = named_speakers(statement) in ((), ("document",))
    return kind.told if told_by else kind.done
