"""Views of aliases, for the entry of a person and the box of an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.dates import order_key
from macros.model.base import citations_of
from macros.model.codes import ALIAS_KINDS
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Page, cites
from macros.wording.inferred import inferred_words
from macros.wording.organizations import borne_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.aliases import Alias
    from macros.model.organization import Organization


class AliasRow(NamedTuple):
    """An alias: its kind, the name, when it was in use ("" if unknown)."""

    kind: str
    name: str
    term: str
    cites: tuple[Cite, ...]
    note: str


def alias_rows(
    page: Page, aliases: Iterable[Alias], organization: Organization | None = None
) -> tuple[AliasRow, ...]:
    """Return aliases, of an `organization` or a person, by kind and then in order of time."""
    kinds = list(ALIAS_KINDS)
    ordered = sorted(aliases, key=lambda one: (kinds.index(one.kind), order_key(one.start_date)))
    return tuple(
        AliasRow(
            capital(ALIAS_KINDS[one.kind]),
            keep_together(one.name),
            borne_words(organization, one),
            cites(page, citations_of(one), inferred_words(one)),
            one.note or "",
        )
        for one in ordered
    )
