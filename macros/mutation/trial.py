"""Whether the check refuses a wrong value: its evidence first, then every other check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.archive import CHANGES, Dossier
from macros.checks.table import check_archive
from macros.evidence import match
from macros.evidence.from_archive import Deriving
from macros.messages.problems import Problem, errors
from macros.mutation.typed_values import with_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.archive import Archive
    from macros.evidence.claims import ValueClaim
    from macros.evidence.files import SourceEvidence
    from macros.evidence.match import Transcriptions
    from macros.model.base import Record
    from macros.mutation.corruptions import Mutant
    from macros.mutation.typed_values import Root

REFUSED, WAITING, ACCEPTED = "refused", "waiting", "accepted"
"""What became of a wrong value. A waiting one is reported to the editor; STRICT=1 refuses it."""


class Evidence:
    """Asks the evidence, in each of the forms given: as committed, with the transcriptions."""

    def __init__(
        self,
        archive: Archive,
        *forms: tuple[Mapping[str, SourceEvidence], Transcriptions | None],
    ) -> None:
        self._derive = Deriving(archive)
        self._forms = forms
        self._right: dict[int, list[ValueClaim]] = {}

    def verdicts(self, root: Root, wrong: Record) -> list[str]:
        """Return what becomes of a record in the place of `root`, by each form."""
        right = self._right.setdefault(id(root.record), self._derive.of(root.record))
        changed = [claim for claim in self._derive.of(wrong) if claim not in right]
        return [_verdict(match.report(changed, *form)) for form in self._forms]

    def refused(self, root: Root) -> list[Problem]:
        """Return the errors of a record as it is."""
        right = self._derive.of(root.record)
        return [one for form in self._forms for one in errors(match.report(right, *form).problems)]


def _verdict(compared: match.Report) -> str:
    if errors(compared.problems):
        return REFUSED
    return WAITING if compared.waiting else ACCEPTED


class Checks:
    """Asks every check of the data, on the organization that has the record.

    Of the other organizations only what others can name is kept, because the checks of the rest do
    not depend on the wrong value.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[str, tuple[Archive, frozenset[Problem]]] = {}

    def refuse(self, mutant: Mutant) -> bool:
        """Return whether some check finds an error that the right value does not give."""
        root = mutant.typed.root
        archive, known = self._around(root.owner)
        found = check_archive(with_record(archive, root, mutant.record))
        return any(one not in known for one in errors(found))

    def _around(self, owner: str) -> tuple[Archive, frozenset[Problem]]:
        if owner not in self._known:
            dossiers = {
                name: dossier if name == owner else Dossier(dossier.organization)
                for name, dossier in self._archive.dossiers.items()
            }
            needs_all = owner not in self._archive.dossiers and owner != CHANGES
            archive = self._archive if needs_all else replace(self._archive, dossiers=dossiers)
            self._known[owner] = archive, frozenset(errors(check_archive(archive)))
        return self._known[owner]
