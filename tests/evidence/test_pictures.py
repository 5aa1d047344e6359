"""A picture is held against the source that it cites like any fact; without one there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.evidence.claims import ValueClaim
from macros.evidence.from_archive import claims
from tests.support import archive_of

RECORD = """
    kind: photograph
    alt: Ba người đứng trước cổng chợ lợp lá
    caption: Ngày khai chợ
    date: "1971-08"
    place: chợ Sim
    people: [ly-van-mot, {unnamed: một người bán hàng}, ly-thi-hai]
    organizations: khoi
    author: Vũ Văn Ảnh
    holder: kho huyện
    licence: unknown
    """


def of_picture(root: Path, more: str = "") -> list[ValueClaim]:
    archive: Archive = archive_of(root, {"data/pictures/cho.yml": f"{RECORD}{more}"})
    return [one for one in claims(archive) if one.position.path == "data/pictures/cho.yml"]


def test_without_a_citation_nothing_is_asked(tmp_path: Path) -> None:
    assert of_picture(tmp_path) == []


def test_every_value_that_a_source_can_hold_is_asked_for(tmp_path: Path) -> None:
    found = {(one.field, one.kind, one.value) for one in of_picture(tmp_path, "cite: ky-yeu#3\n")}
    assert found == {
        ("date", "date", "1971-08"),
        ("people.person", "name", "Lý Văn Một"),
        ("people.person", "name", "Lý Thị Hai"),
        ("caption", "paraphrase", "Ngày khai chợ"),
        ("place", "text", "chợ Sim"),
        ("organizations", "label", "Đảng bộ Khối"),
        ("author", "text", "Vũ Văn Ảnh"),
    }


@pytest.mark.parametrize("mark", ["people", "people.person"])
def test_a_mark_covers_everybody_in_the_picture(tmp_path: Path, mark: str) -> None:
    more = f"cite: ky-yeu#3\n    implied: {{{mark}: chỉ ghi tên ở mặt sau ảnh}}\n"
    names = [one for one in of_picture(tmp_path, more) if one.kind == "name"]
    assert [one.implied for one in names] == ["worded", "worded"]


def test_people_may_have_a_source_of_their_own(tmp_path: Path) -> None:
    more = "cite: ky-yeu#3\n    cite_for: {people: ky-yeu#9}\n"
    cited = {one.field: str(one.citations[0]) for one in of_picture(tmp_path, more)}
    assert cited["people.person"] == "ky-yeu#9"
    assert cited["date"] == "ky-yeu#3"


def test_a_field_may_be_cited_where_the_picture_is_not(tmp_path: Path) -> None:
    (only,) = of_picture(tmp_path, "cite_for: {date: ky-yeu#9}\n")
    assert (only.field, str(only.citations[0])) == ("date", "ky-yeu#9")
