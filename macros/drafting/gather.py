"""All proposals of a source: by kind, without what data/ tells already, held to the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.drafting.already_told import AlreadyTold
from macros.drafting.committees import committees_of
from macros.drafting.congresses import congress_proposals, congresses_of
from macros.drafting.documents import document_proposals
from macros.drafting.happenings import changes_of, events_of
from macros.drafting.indicators import Indicators
from macros.drafting.memberships import memberships_of
from macros.drafting.observations import observations_of
from macros.drafting.proposal import KINDS
from macros.drafting.rows import rows_told
from macros.drafting.verify import Verifier

if TYPE_CHECKING:
    from collections.abc import Collection

    from macros.drafting.proposal import Kind, Proposal
    from macros.drafting.reading import Reading


def proposals(
    reading: Reading, kinds: Collection[Kind] = tuple(KINDS), *, as_if_untold: bool = False
) -> list[Proposal]:
    """Return what a source says and data/ does not tell, in the order of the paragraphs.

    With `as_if_untold`, all that it says, as if no fact had been taken from it yet.
    """
    found = [one for one in _every(reading, as_if_untold) if one.kind in kinds]
    if not as_if_untold:
        told = AlreadyTold(reading)
        found = [one for one in found if not told.tells(one)]
    verifier = Verifier(reading)
    verified = [verifier.verified(one) for one in found]
    return sorted(verified, key=lambda one: (one.paragraphs[0], list(KINDS).index(one.kind)))


def _every(reading: Reading, as_if_untold: bool) -> list[Proposal]:
    held = congresses_of(reading)
    committees = committees_of(reading, held)
    sizes = [(at, int(one.record["size"])) for one in committees for at in one.paragraphs]
    indicators = Indicators(reading.archive, reading.source if as_if_untold else "")
    found = [
        *congress_proposals(reading, held),
        *committees,
        *memberships_of(reading, held),
        *changes_of(reading),
    ]
    taken = {(at, day) for one in found for at in one.paragraphs for day in _days(one.record)}
    return [
        *found,
        *observations_of(reading, indicators, sizes, rows_told(reading, held)),
        *events_of(reading, taken),
        *document_proposals(reading, as_if_untold=as_if_untold),
    ]


def _days(record: dict[str, object]) -> list[str]:
    texts = [str(record.get(key, "")) for key in ("start_date", "date", "dates")]
    return [day for text in texts for day in (text, *text.split("/"))]
