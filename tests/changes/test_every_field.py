"""No field of any record can change, come or go without a word."""

from __future__ import annotations

from functools import cache

import pytest

from macros.archive import Archive
from macros.archive.complete import complete
from macros.changes.compare import Changes
from macros.changes.differences import Difference, differences
from macros.changes.report import blocks
from tests.model.every_field.changed import Field, changed
from tests.model.test_contracts import OWN, site

# A machine writes how strong the check is; redirects are told as addresses.
APART = ("macros.model.verification", "macros.model.redirects")
FIELDS = [one for one in OWN if one.record.__module__ not in APART]
NOTHING = Archive()


@cache
def whole() -> Archive:
    return complete(site())


def words(found: list[Difference]) -> list[str]:
    return [str(one) for one in blocks(Changes("main", tuple(found)))]


@cache
def come_and_gone() -> tuple[list[str], list[str]]:
    return words(differences(NOTHING, whole())), words(differences(whole(), NOTHING))


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_field_is_told_when_it_changes_comes_or_goes(field: Field) -> None:
    other = changed(site(), field)
    assert differences(whole(), other)
    come, gone = come_and_gone()
    assert words(differences(NOTHING, other)) != come
    assert words(differences(other, NOTHING)) != gone


def test_nothing_is_told_of_the_same() -> None:
    assert differences(whole(), complete(site())) == []
