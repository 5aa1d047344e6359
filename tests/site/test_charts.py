"""The files of charts: a table and a picture that stands alone, the same bytes each time."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from macros.opendata.write import open_data
from macros.site.charts import write_charts
from tests.support import load_sound, write_site
from tests.views.merged import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

NAME = "{http://www.w3.org/2000/svg}"
FOLDER = "data/bieu-do/lon"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    found = load_sound(write_site(tmp_path_factory.mktemp("merged"), FILES))
    found.figures.tables["lon"] = "lon/so-lieu.md"
    return found


@pytest.fixture(scope="module")
def made(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("site")
    files = write_charts(archive, open_data(archive, site_url=None), folder)
    assert {path: (folder / path).read_bytes() for path in files} == files
    again = write_charts(archive, open_data(archive, site_url=None), folder)
    assert again == files
    return {path: content for path, content in files.items() if isinstance(content, bytes)}


def test_each_card_has_a_table_of_its_own(made: dict[str, bytes]) -> None:
    assert {path for path in made if path.endswith(".csv")} == {
        f"{FOLDER}/party-members.csv",
        f"{FOLDER}/admitted.csv",
    }
    rows = list(csv.DictReader(io.StringIO(made[f"{FOLDER}/admitted.csv"].decode())))
    assert [row["id"] for row in rows] == ["m-1", "m-2", "m-3"]
    assert {row["indicator_id"] for row in rows} == {"admitted"}


def test_a_picture_names_what_it_shows_in_which_unit_and_its_sources(
    made: dict[str, bytes],
) -> None:
    tree = etree.fromstring(made[f"{FOLDER}/admitted.svg"])
    said = " ".join(text.text or "" for text in tree.iter(f"{NAME}text"))
    assert said.startswith("Đảng viên mới – Đảng bộ xã Lớn Đơn vị: người")
    assert "Tài liệu: Kỷ yếu An Lạc, đoạn 2, 3." in said.replace("\u00a0", " ")
    # The policy of a site refuses styles and scripts within a file.
    assert not list(tree.iter(f"{NAME}style", f"{NAME}script"))
    assert not tree.xpath("//@style")


def test_without_a_table_of_figures_there_is_nothing_to_save(tmp_path: Path) -> None:
    archive = load_sound(write_site(tmp_path / "data", FILES))
    assert write_charts(archive, {}, tmp_path) == {}
