"""Pictures in the open data and in linked data: what may be published, and whom to name."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from macros.admission.data_pictures import admit_data_pictures
from macros.archive import Archive
from macros.metadata.linked_data import linked_data
from macros.opendata.popolo import popolo
from macros.opendata.write import open_data
from tests.picture_files import RECORD, put_picture
from tests.small_site import FILES
from tests.support import load_sound, write_site

URL = "https://su.example/lich-su"
PORTRAIT = RECORD.replace("photograph", "portrait") + "people: ly-thi-man\n"
OPEN = PORTRAIT.replace(
    "licence: unknown", 'licence: cc-by\nauthor: Vũ Văn Chín\nrights: gia đình\ndate: "1960"'
)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.chdir(tmp_path)
    write_site(tmp_path, FILES)
    put_picture(tmp_path, "mo", size=(900, 1200), record=OPEN)
    # A later one, which nobody else may publish.
    closed = PORTRAIT.replace("Trước trụ sở cũ", "Khi đã già") + 'date: "1980"\n'
    put_picture(tmp_path, "dong", size=(900, 1200), record=closed)
    put_picture(
        tmp_path, "lang", size=(2400, 1600), record=f'{RECORD}place: đình làng\ndate: "1961-02"\n'
    )
    found = load_sound(tmp_path)
    found.picture_files.update(admit_data_pictures(tmp_path).files)  # type: ignore[attr-defined]
    return found


def person(archive: Archive, url: str | None) -> dict[str, Any]:
    (found,) = [one for one in popolo(archive, url)["persons"] if one["id"] == "ly-thi-man"]
    return found


def test_popolo_has_the_latest_portrait_that_anybody_may_publish(archive: Archive) -> None:
    told = person(archive, URL)
    assert told["image"] == f"{URL}/anh/mo-900.jpg"
    assert told["image_rights"] == {
        "picture_id": "mo",
        "licence": "cc-by",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "author": "Vũ Văn Chín",
        "rights": "gia đình",
    }
    # Popolo asks for a whole address.
    assert "image" not in person(archive, None)


def test_the_table_of_pictures_is_described(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["pictures.csv"].decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == ["mo", "lang", "dong"]
    assert rows[0]["licence"] == "cc-by"
    described = json.loads(files["datapackage.json"])
    (table,) = [one for one in described["resources"] if one["path"] == "pictures.csv"]
    assert [one["name"] for one in table["schema"]["fields"]] == list(rows[0])


def test_linked_data_tell_each_picture_with_licence_and_credit(archive: Archive) -> None:
    site = {"name": "x", "url": f"{URL}/"}
    page = "tra-cuu/hinh-anh/nam-1960.md"
    one, other = linked_data(archive, page, f"{URL}/tra-cuu/hinh-anh/nam-1960/", site)
    assert one["@type"] == "ImageObject"
    assert one["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert one["creator"] == {"name": "Vũ Văn Chín"}
    assert one["creditText"] == "Vũ Văn Chín; gia đình; kho lưu trữ xã Mây Thượng"
    assert one["contentUrl"] == f"{URL}/anh/mo-900.jpg"
    assert one["url"] == f"{URL}/tra-cuu/hinh-anh/nam-1960/#anh-mo"
    assert (other["width"], other["height"]) == (1920, 1280)
    assert other["dateCreated"] == "1961-02"
    assert other["contentLocation"] == {"@type": "Place", "name": "đình làng"}
    assert other["usageInfo"] == "chưa rõ"
    assert "license" not in other
    (alone, _) = linked_data(archive, page, "", {"name": "x"})
    assert not {"url", "contentUrl", "acquireLicensePage"} & set(alone)


def test_the_page_of_a_person_has_the_portrait_that_it_shows(archive: Archive) -> None:
    site = {"name": "x", "url": f"{URL}/"}
    page = "tra-cuu/nhan-vat/ly-thi-man"
    nodes = linked_data(archive, f"{page}.md", f"{URL}/{page}/", site)
    (told,) = [one for one in nodes if one["name"] == "Lý Thị Mận"]
    assert told["image"]["contentUrl"] == f"{URL}/anh/dong-900.jpg"
