"""Which values are corrupted, and into what."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.evidence.files import load
from macros.mutation.corruptions import corrupted
from macros.mutation.nearby_values import NearbyValues
from macros.mutation.typed_values import TypedValue, roots, typed_values, with_record
from tests.small_site import write_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path)


@pytest.fixture
def archive(root: Path) -> Archive:
    return load_archive(root)[0]


@pytest.fixture
def nearby(root: Path, archive: Archive) -> NearbyValues:
    return NearbyValues(archive, load(root)[0])


def typed(archive: Archive, record: str, field: str) -> TypedValue:
    return next(one for one in typed_values(archive) if (one.root.id, one.field) == (record, field))


def wrong(archive: Archive, nearby: NearbyValues, record: str, field: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in corrupted(typed(archive, record, field), nearby, seed=1):
        found.setdefault(one.kind, set()).add(str(one.value))
    return found


def test_every_typed_value_is_a_place(archive: Archive) -> None:
    found = {one.field for one in typed_values(archive) if one.root.id == "bi-thu-man"}
    assert found == {
        f"Membership.{name}"
        for name in ("person", "post", "congress", "end_date", "end_basis", "end_cite")
    } | {"Membership.manner", "Membership.cite"}


def test_numbers_become_others_of_the_paragraph(archive: Archive, nearby: NearbyValues) -> None:
    assert wrong(archive, nearby, "dang-vien-nam-1955", "Observation.value")["another"] == {
        "15",
        "60",
    }


def test_dates_are_shifted_and_exchanged(archive: Archive, nearby: NearbyValues) -> None:
    found = wrong(archive, nearby, "bi-thu-khe", "Membership.start_date")
    assert found["day"] == {"1957-06-11", "1957-06-13"}
    assert found["month"] == {"1957-05-12", "1957-07-12"}
    assert found["year"] == {"1956-06-12", "1958-06-12"}


def test_codes_become_each_other_and_none(archive: Archive, nearby: NearbyValues) -> None:
    found = wrong(archive, nearby, "bi-thu-khe", "Membership.manner")
    assert found["code"] == {
        "elected",
        "re-elected",
        "assigned",
        "transferred",
        "appointed",
        "rotated",
    }
    assert found["none"] == {"None"}


def test_persons_become_others_named_there(archive: Archive, nearby: NearbyValues) -> None:
    found = wrong(archive, nearby, "bi-thu-khe", "Membership.person")
    assert found["another"] == {"ly-thi-man"}


def test_citations_become_their_neighbours(archive: Archive, nearby: NearbyValues) -> None:
    found = wrong(archive, nearby, "dang-vien-1955", "Observation.cite")
    assert found["neighbour"] == {"ky-yeu#2", "ky-yeu#4"}


def test_symbols_lose_a_digit(archive: Archive, nearby: NearbyValues) -> None:
    (other,) = wrong(archive, nearby, "quyet-dinh-12-1950", "Document.symbol")["digits"]
    assert other != "12-QĐ/TU"
    assert other.endswith("-QĐ/TU")


def test_the_same_seed_gives_the_same_values(archive: Archive, nearby: NearbyValues) -> None:
    here = typed(archive, "dang-vien-1950", "Observation.value")
    again = [str(one) for one in corrupted(here, nearby, seed=3)]
    assert again == [str(one) for one in corrupted(here, nearby, seed=3)]


def test_each_root_can_be_replaced(archive: Archive) -> None:
    for root in roots(archive):
        record = root.record.model_copy()
        found = [one.record for one in roots(with_record(archive, root, record))]
        assert any(one is record for one in found), root.id
