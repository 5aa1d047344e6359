"""Whether the evidence check accepts a proposal, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.drafting.proposal import ASKED, Proposal, open_keys
from macros.drafting.records import read_record, record_model
from macros.evidence.files import SourceEvidence
from macros.evidence.from_archive import Deriving
from macros.evidence.match import report
from macros.messages.problems import Severity, errors
from macros.model.people import Person

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.drafting.reading import Reading
    from macros.messages.problems import Problem

_MAY_FALL = (
    "manner",
    "decided_by",
    "capacity",
    "basis",
    "qualifier",
    "full_time",
    "concurrent",
    "delegates",
    "term",
)
"""Fields that a proposal can do without: left out where the check does not find their words."""
_ASKED_PERSON = "nguoi-phai-hoi"
"""The id of whoever bears a name about which an editor must say who it is."""


class Verifier:
    """Holds proposals to one source, as `make check SOURCES=…` would hold the records."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _evidence(self) -> dict[str, SourceEvidence]:
        one = self._reading
        found = SourceEvidence(one.source, one.paragraphs, one.lexicon.hashes_of_all)
        return {one.source: found}

    def verified(self, proposal: Proposal) -> Proposal:
        """Return a proposal that the check accepts, or with the problem for which it does not.

        What is still asked is left out of what is held. A field that the proposal can do without
        and whose words the check does not find is dropped.
        """
        record = dict(proposal.record)
        problems = self._problems(proposal, record)
        record, problems = self._reasoned(proposal, record, problems)
        for name in [one for one in _MAY_FALL if one in record]:
            if not problems:
                break
            fewer = {key: value for key, value in record.items() if key != name}
            left = self._problems(proposal, fewer)
            if len(left) < len(problems):
                record, problems = fewer, left
        proposal.record = record
        proposal.problem = f"{problems[0].message} → {problems[0].remedy}" if problems else ""
        return proposal

    def _reasoned(
        self, proposal: Proposal, record: dict[str, Any], problems: list[Problem]
    ) -> tuple[dict[str, Any], list[Problem]]:
        """Return a record with the reasons of fields that the check does not find, if they help."""
        for name, why in proposal.reasons.items():
            if not problems:
                break
            if name not in record or record[name] == ASKED:
                continue
            more = {**record, "implied": {**record.get("implied", {}), name: why}}
            left = self._problems(proposal, more)
            if len(left) < len(problems):
                record, problems = more, left
        return record, problems

    def _problems(self, proposal: Proposal, record: dict[str, Any]) -> list[Problem]:
        asked = set(open_keys(record))
        known = {key: value for key, value in record.items() if key not in asked}
        needed = [key for key in asked if _is_needed(proposal, key)]
        filled = known | {key: self._stand_in(key) for key in needed}
        made, problems = read_record(proposal, filled)
        if made is None:
            return errors(problems)
        archive = self._with_people(proposal)
        claims = Deriving(archive, self._reading.lexicon).of(made)
        held = [one for one in claims if one.field.split(".")[0] not in asked]
        # The stand-in for an unknown indicator says how it adds up.
        held = [one for one in held if "indicator" not in asked or one.field != "aggregation"]
        texts = {self._reading.source: self._reading.lines}
        found = report(held, self._evidence, texts)
        return [one for one in found.problems if one.severity is Severity.ERROR]

    def _stand_in(self, key: str) -> str:
        """Return a value for a field that is asked and that a record cannot do without."""
        archive = self._reading.archive
        return {
            "period": "2000",
            "indicator": next(iter(archive.indicators), "x"),
            "kind": "other",
            "person": _ASKED_PERSON,
            "summary": "Một việc.",
        }.get(key, "x")

    def _with_people(self, proposal: Proposal) -> Archive:
        archive = self._reading.archive
        names = {**proposal.new_people, _ASKED_PERSON: proposal.name or "Ai Đó"}
        more = {one: Person(id=one, name=name) for one, name in names.items()}
        return replace(archive, people={**archive.people, **more})


def _is_needed(proposal: Proposal, key: str) -> bool:
    field = record_model(proposal).model_fields.get(key)
    return field is not None and field.is_required()
