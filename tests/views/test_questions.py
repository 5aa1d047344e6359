"""The questions of the home page, and the index of the figures of all volumes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.archive import Archive
from macros.authoring.starter import new_site
from macros.views.figure_owners import OTHERS, figure_owners
from macros.views.questions import questions
from tests.support import load_sound, write_site
from tests.views.fabricated import page_of
from tests.views.merged import FILES

FIGURE = """\
          - {{id: {id}, indicator: party-members, period: "1979", value: {value}, cite: ky-yeu#5}}
"""
CONFLICT = """\
conflicts:
  - id: hai-so
    kind: contradiction
    topic: số đảng viên năm 1979
    claims:
      - fact: mot
        shown: true
      - fact: hai
    note: Hai chỗ ghi khác nhau.
"""


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    path = "data/organizations/lon/statistics.yml"
    figures = "".join(
        FIGURE.format(id=name, value=value) for name, value in (("mot", 5), ("hai", 8))
    )
    files = {
        **FILES,
        path: FILES[path].rstrip() + "\n" + figures,
        "data/organizations/lon/conflicts.yml": CONFLICT,
    }
    return load_sound(write_site(tmp_path_factory.mktemp("disputed"), files))


def test_sides_that_differ_are_asked_of(disputed: Archive) -> None:
    page = page_of(disputed, "lon")
    asked = [one for one in questions(page) if one.joint == "hay"]
    assert [one.figures for one in asked] == [("5", "8")]
    assert "Số đảng viên năm 1979" in asked[0].about
    assert "hai-so" in asked[0].link.url


def test_nothing_is_asked_where_the_data_says_nothing(tmp_path: Path) -> None:
    files = {path: text for path, text in FILES.items() if "leadership" not in path}
    quiet = load_sound(write_site(tmp_path, files))
    assert [one for one in questions(page_of(quiet, "lon")) if one.joint != "→"] == []


def test_every_organization_with_figures_is_in_the_index(archive: Archive) -> None:
    found = figure_owners(page_of(archive, "xa-an-lac"))
    shown = {one.link.url for volume in found.volumes for one in volume.owners}
    held = [one.id for one in archive.dossiers.values() if one.observations]
    assert len(shown) == len(held)
    assert all(one.subjects for volume in found.volumes for one in volume.owners)
    loose = any(one not in archive.volume_of for one in held)
    assert (OTHERS in [volume.title for volume in found.volumes]) == loose


@pytest.mark.parametrize("call", ["ways_in", "questions", "organization_cards"])
def test_a_site_begun_anew_has_the_same_ways_in(tmp_path: Path, call: str) -> None:
    assert f"{{{{ {call}() }}}}" in new_site(tmp_path, "Trang mới")["docs/index.md"]


def test_all_pages_of_a_new_site_are_in_its_menu(tmp_path: Path) -> None:
    files = new_site(tmp_path, "Trang mới")
    menu = yaml.safe_dump(yaml.safe_load(files["mkdocs.yml"])["nav"])
    pages = [path.removeprefix("docs/") for path in files if path.startswith("docs/")]
    assert [page for page in pages if page not in menu] == []
