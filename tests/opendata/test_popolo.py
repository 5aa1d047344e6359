"""popolo.json: what it says, and that it is Popolo."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from macros.opendata.popolo import popolo

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.archive import Archive
    from tests.opendata.conftest import Published

# The schemas belong to the Popolo project and are kept beside this one, not in it.
SCHEMAS = Path(
    os.environ.get("POPOLO_SCHEMAS", Path(__file__).parents[2].parent / "shared" / "popolo-schemas")
)
ADDRESS = "http://www.popoloproject.com/schemas/{}.json"
CLASSES = {
    "persons": "person",
    "organizations": "organization",
    "areas": "area",
    "posts": "post",
    "memberships": "membership",
    "events": "event",
}
ROOT = "https://example.org/lich-su/tra-cuu/nguon"


def entry(published: Published, collection: str, identifier: str) -> dict[str, Any]:
    document = published.json("popolo.json")
    (found,) = (one for one in document[collection] if one["id"] == identifier)
    return dict(found)


@pytest.fixture(scope="module")
def faults() -> Callable[[str, Any], list[str]]:
    """Return a function that lists what keeps an entry from being of a Popolo class."""
    if not (SCHEMAS / "person.json").is_file():
        pytest.skip(f"no Popolo schemas in {SCHEMAS}; POPOLO_SCHEMAS may name their folder")
    resources = [
        (
            ADDRESS.format(path.stem) + end,
            DRAFT3.create_resource(json.loads(path.read_text("utf-8"))),
        )
        for path in SCHEMAS.glob("*.json")
        for end in ("", "#")
    ]
    registry: Registry[Any] = Registry().with_resources(resources)

    def find(name: str, value: Any) -> list[str]:
        # Schemas that the folder lacks (motion, vote) are referred to only by fields not used.
        validator = Draft3Validator({"$ref": ADDRESS.format(name) + "#"}, registry=registry)
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]

    return find


@pytest.mark.parametrize("collection", CLASSES)
def test_every_entry_is_popolo(
    published: Published, faults: Callable[[str, Any], list[str]], collection: str
) -> None:
    entries = published.json("popolo.json")[collection]
    assert entries
    found = {one["id"]: faults(CLASSES[collection], one) for one in entries}
    assert {identifier: told for identifier, told in found.items() if told} == {}


def test_the_schemas_would_refuse_an_edtf_date(faults: Callable[[str, Any], list[str]]) -> None:
    (fault,) = faults("organization", {"id": "a", "founding_date": "[1997-03-01..1998]"})
    assert fault.startswith("$.founding_date: ")
    (fault,) = faults("person", {"id": "a", "sources": [{"note": "không có địa chỉ"}]})
    assert fault == "$.sources[0].url: 'url' is a required property"


def test_person(published: Published) -> None:
    assert entry(published, "persons", "ha-thi-sen") == {
        "id": "ha-thi-sen",
        "name": "Hà Thị Sen",
        "other_names": [{"name": "Hà Sen"}],
        "links": [{"url": "https://example.org/lich-su/tra-cuu/nhan-vat/ha-thi-sen/"}],
        "citations": ["lich-su#11", "lich-su#17"],
        "sources": [
            {"url": f"{ROOT}/lich-su/#doan-11", "note": "lich-su#11"},
            {"url": f"{ROOT}/lich-su/#doan-17", "note": "lich-su#17"},
        ],
    }


def test_organization_names_follow_one_another(published: Published) -> None:
    found = entry(published, "organizations", "song-trang")
    assert found["name"] == "Đảng bộ Sông Trăng"
    assert found["other_names"] == [
        {
            "name": "Đảng bộ Bờ Nam",
            "note": "tên tổ chức",
            "start_date": "1990-05-01",
            "start_date_edtf": "1990-05-01",
            "end_date_edtf": "[1997-03-01..1998]",
            "citations": ["lich-su#1"],
        },
        {
            "name": "Đảng bộ Sông Trăng",
            "note": "tên tổ chức",
            "start_date_edtf": "[1997-03-01..1998]",
            "citations": ["lich-su#5"],
        },
        {"name": "Đảng ủy Sông Trăng", "note": "tên cấp ủy", "citations": ["lich-su#5"]},
    ]


def test_organization_dates_are_popolo_only_where_they_can_be(published: Published) -> None:
    found = entry(published, "organizations", "song-trang")
    assert (found["founding_date"], found["founding_date_edtf"]) == ("1990-05-01", "1990-05-01")
    assert found["dissolution_date_edtf"] == "2019~"
    assert "dissolution_date" not in found
    assert found["area_id"] == "dong-sen"
    assert entry(published, "areas", "dong-sen")["classification"] == "phường"
    # a page has no anchor of its own
    assert {"url": f"{ROOT}/quyet-dinh/", "note": "quyet-dinh#tr.1"} in found["sources"]


def test_membership_leads_to_person_organization_and_post(published: Published) -> None:
    found = entry(published, "memberships", "song-trang/bi-thu-sen")
    assert found["label"] == "Bí thư, Đảng bộ Bờ Nam"
    assert (found["start_date"], found["end_date"]) == ("1996-02-10", "1999-07")
    assert (found["start_basis"], found["end_basis"]) == ("inferred", "inferred")
    document = published.json("popolo.json")
    ids = {name: {one["id"] for one in document[name]} for name in CLASSES}
    for membership in document["memberships"]:
        assert membership["person_id"] in ids["persons"]
        assert membership["organization_id"] in ids["organizations"]
        assert membership["post_id"] in ids["posts"]
    assert len(document["memberships"]) == len(ids["memberships"]) == 6


def test_unknown_end_is_no_end(published: Published) -> None:
    found = entry(published, "memberships", "song-trang/bi-thu-lua")
    assert not {"end_date", "end_date_edtf", "end_basis"} & found.keys()
    attested = entry(published, "memberships", "song-trang/pho-gao")
    assert attested["attested_edtf"] == ["2001-03-04", "2001-05"]
    assert "start_date" not in attested


def test_post_is_of_its_organization(published: Published) -> None:
    assert entry(published, "posts", "kiem-tra/inspection-chair") == {
        "id": "kiem-tra/inspection-chair",
        "label": "Chủ nhiệm Ủy ban Kiểm tra, Ủy ban Kiểm tra Sông Trăng",
        "role": "Chủ nhiệm Ủy ban Kiểm tra",
        "organization_id": "kiem-tra",
    }


def test_events(published: Published) -> None:
    congress = entry(published, "events", "song-trang/dai-hoi-2")
    assert congress["name"] == "Đại hội Đảng bộ Bờ Nam lần thứ II"
    assert (congress["start_date"], congress["end_date"]) == ("1996-02-09", "1996-02-10")
    assert congress["date_edtf"] == "1996-02-09/1996-02-10"
    festival = entry(published, "events", "song-trang/le-hoi")
    assert festival["attendees"] == [{"id": "ha-thi-sen", "name": "Hà Thị Sen"}]
    assert "end_date" not in festival
    change = entry(published, "events", "changes/hop-nhat")
    assert change["classification"] == "hợp nhất"
    assert change["participants"][1] == {
        "label": "Đảng bộ Bến Sao",
        "role": "from",
        "extent": "part",
        "members": 12,
    }


def test_without_a_site_address_citations_stay_and_links_go(archive: Archive) -> None:
    document = popolo(archive, None)
    facts = [one for name in ("persons", "memberships", "events") for one in document[name]]
    assert all(one["citations"] for one in facts)
    assert not [one for one in facts if {"sources", "links"} & one.keys()]
    described = {one["id"]: one for one in document["source_documents"]}
    assert described["lich-su"]["path"] == "tra-cuu/nguon/lich-su/"
    assert {cite.partition("#")[0] for one in facts for cite in one["citations"]} <= set(described)
