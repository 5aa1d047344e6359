"""What became of an organization is said in sentences that its changes give."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.addresses.entities import with_pages
from macros.archive import Archive
from macros.catalogue import organization
from macros.text.vietnamese import NBSP
from macros.views.succession import succession
from tests.support import archive_of
from tests.views.fabricated import page_of
from tests.views.html_rules import faults

FILES = {
    "data/organizations/mot/organization.yml": "kind: administrative\nshort_name: xã Một\n",
    "data/organizations/hai/organization.yml": "kind: administrative\nshort_name: xã Hai\n",
    "data/organizations/ba/organization.yml": """
        kind: administrative
        short_name: xã Ba
        headquarters: [{id: dinh, address: đình làng Ba, cite: ky-yeu#2}]
        """,
    "data/organizations/lon/organization.yml": "kind: administrative\nshort_name: phường Lớn\n",
    "data/organizations/toan/organization.yml": "kind: administrative\nshort_name: phường Toàn\n",
    "data/organizations/le/organization.yml": "kind: party\nshort_name: Chi bộ Lẻ\n",
    "data/changes/gop.yml": """
        kind: merger
        date: "[..1960-06-16]"
        participants:
          - {organization: mot, role: from}
          - {organization: hai, role: from}
          - {organization: ba, role: to}
        cite: ky-yeu#1
        """,
    "data/changes/chia.yml": """
        kind: merger
        date: "1970-05-01"
        effective_date: "1970-07-01"
        participants:
          - {organization: ba, role: from, extent: most}
          - {organization: toan, role: from, extent: whole}
          - {organization: lon, role: to}
        cite: ky-yeu#2
        """,
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_of(tmp_path, FILES)


def sentences(archive: Archive, identifier: str) -> list[str]:
    found = succession(page_of(archive, None), archive.dossiers[identifier])
    said = ("".join(piece.text for piece in one.pieces) for one in found)
    return [one.replace(NBSP, " ") for one in said]


def test_a_unit_says_what_it_came_from_and_went_into_and_what_is_not_told(archive: Archive) -> None:
    assert sentences(archive, "ba") == [
        "Hợp thành từ các xã Một và Hai, chậm nhất ngày 16/06/1960.",
        "Phần lớn nhập vào phường Lớn từ ngày 01/07/1970.",
        "Phần còn lại về đâu, chưa rõ.",
    ]
    assert sentences(archive, "toan") == ["Toàn bộ nhập vào phường Lớn từ ngày 01/07/1970."]
    assert sentences(archive, "lon") == ["Hợp thành từ xã Ba và phường Toàn từ ngày 01/07/1970."]
    assert sentences(archive, "le") == []


def test_what_it_went_into_is_the_answer(archive: Archive) -> None:
    found = succession(page_of(archive, None), archive.dossiers["ba"])
    assert [one.last for one in found] == [False, True, False]
    assert [len(one.cites) for one in found] == [1, 1, 0]


def test_only_what_more_is_told_of_has_a_page(archive: Archive) -> None:
    assert list(with_pages(archive, "organization")) == ["ba"]
    html = organization.organization_list(page_of(archive, None))
    assert faults(html) == []
    assert '<h2 class="organization__name" id="hai">Xã Hai</h2>' in html
    assert "Nhập vào <a" in html.replace("<strong>", "")
    assert '<p class="organization__name" id="ba"><a href=' in html


def test_the_page_is_valid_and_has_the_picture_of_its_lineage(archive: Archive) -> None:
    html = organization.organization_page(page_of(archive, None), "ba")
    assert faults(html) == []
    assert html.index("Hợp thành từ") < html.index("<svg") < html.index("làng Ba")
