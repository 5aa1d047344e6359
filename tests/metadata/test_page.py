"""What stands around a page: last change, citation, linked data, picture, feed."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from macros.archive import Archive
from macros.archive.contents import Entry, contents
from macros.chapter import parse_chapter
from macros.metadata import citation, linked_data
from macros.metadata.feed import feed
from macros.metadata.history import History, read_log
from macros.metadata.page import Site, page_metadata
from macros.metadata.pictures import HEIGHT, WIDTH, picture, picture_of, write_pictures
from tests.support import load_sound, write_site
from tests.views.merged import FILES

LOG = """\x012024-05-06

docs/lon/so-lieu.md
data/organizations/lon/statistics.yml
\x012023-02-01

docs/lon/so-lieu.md
docs/index.md
"""
URL = "https://su.example/lich-su/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_site(tmp_path_factory.mktemp("merged"), FILES)
    for path in ("docs/lon/so-lieu.md", "docs/index.md"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("---\ntitle: Thử\n---\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def merged(root: Path) -> Archive:
    return load_sound(root)


def site(root: Path, url: str = "", edit: str = "") -> Site:
    return Site(root, "Lịch sử xã", "Kể lại.", url, edit)


def test_a_file_changed_last_when_git_says_first() -> None:
    history = read_log(LOG)
    assert history.changed(["docs/lon/so-lieu.md"]) == date(2024, 5, 6)
    assert history.changed(["docs/index.md"]) == date(2023, 2, 1)
    assert history.changed(["docs/khong-co.md"]) is None


def test_a_page_changes_with_its_organizations_data(root: Path, merged: Archive) -> None:
    told = page_metadata(site(root), merged, read_log(LOG), "lon/so-lieu.md", "Số liệu")
    assert (told.changed, told.changed_machine) == ("06/05/2024", "2024-05-06")


def test_without_a_history_or_an_address_both_are_left_out(root: Path, merged: Archive) -> None:
    told = page_metadata(site(root), merged, History(), "lon/so-lieu.md", "Số liệu")
    assert told.changed == ""
    assert told.citation == "Số liệu (Đảng bộ xã Lớn). Trong: Lịch sử xã [trực tuyến]."
    assert told.picture == ""
    assert told.edits == ()


def test_the_citation_has_title_site_date_and_address(root: Path, merged: Archive) -> None:
    told = page_metadata(site(root, URL), merged, read_log(LOG), "lon/so-lieu.md", "Số liệu")
    assert told.citation == (
        "Số liệu (Đảng bộ xã Lớn). Trong: Lịch sử xã [trực tuyến]. Cập nhật ngày 06/05/2024. "
        "Địa chỉ: https://su.example/lich-su/lon/so-lieu/"
    )
    assert told.bibtex == (
        "@misc{lon-so-lieu,\n"
        "  title = {{Số liệu (Đảng bộ xã Lớn)}},\n"
        "  howpublished = {Lịch sử xã},\n"
        "  year = {2024},\n"
        "  note = {Cập nhật 06/05/2024},\n"
        "  url = {https://su.example/lich-su/lon/so-lieu/},\n"
        "  language = {vietnamese}\n"
        "}"
    )


def test_programs_for_references_get_a_record_of_ris(root: Path, merged: Archive) -> None:
    told = page_metadata(site(root, URL), merged, read_log(LOG), "lon/so-lieu.md", "Số liệu")
    assert told.ris.split("\r\n") == [
        "TY  - ELEC",
        "TI  - Số liệu (Đảng bộ xã Lớn)",
        "T2  - Lịch sử xã",
        "PY  - 2024",
        "DA  - 2024/05/06/",
        "UR  - https://su.example/lich-su/lon/so-lieu/",
        "LA  - vi",
        "ER  - ",
        "",
    ]


def test_a_record_in_an_address_keeps_letters_and_loses_nothing() -> None:
    text = 'TI  - Đảng ủy "xã" <b>\u2011 50%\r\n'
    there = citation.in_address(text)
    assert re.fullmatch(r"[-\w.~/%]*", there)
    assert "Đảng%20ủy" in there
    assert unquote(there) == text


def test_marks_of_tex_are_escaped() -> None:
    one = citation.Cited("5% & {x}_y", "", "Trang", None, "")
    assert r"{{5\% \& \{x\}\_y}}" in citation.bibtex(one, "a/b.md")


def test_a_page_is_edited_in_its_chapter_and_its_data(root: Path, merged: Archive) -> None:
    where = "https://git.example/x/edit/main/"
    told = page_metadata(site(root, edit=where), merged, History(), "lon/so-lieu.md", "Số liệu")
    assert [(one.text, one.url.removeprefix(where)) for one in told.edits] == [
        ("chương này", "docs/lon/so-lieu.md"),
        ("tổ chức", "data/organizations/lon/organization.yml"),
        ("lãnh đạo", "data/organizations/lon/leadership.yml"),
        ("đại hội", "data/organizations/lon/congresses.yml"),
        ("số liệu", "data/organizations/lon/statistics.yml"),
        ("chỉ tiêu", "data/organizations/lon/targets.yml"),
    ]


def test_an_organization_is_told_with_its_names_and_days(merged: Archive) -> None:
    (node,) = linked_data.linked_data(merged, "lon/index.md", "", {"name": "Lịch sử xã"})
    assert node == {
        "@type": "Organization",
        "name": "Đảng bộ xã Lớn",
        "alternateName": ["Đảng bộ xã Gộp"],
        "foundingDate": "1976-05-01",
    }


def test_people_are_told_with_posts_and_only_the_days_that_a_source_states(merged: Archive) -> None:
    node = linked_data.person(merged, "ly-thi-hai")
    assert node["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "Bí thư",
            "startDate": "1979-07",
            "memberOf": {"@type": "Organization", "name": "Đảng bộ xã Lớn"},
        }
    ]
    assert "startDate" not in linked_data.person(merged, "to-van-tu")["memberOf"][0]


def test_a_congress_is_an_event_on_its_anchor(merged: Archive) -> None:
    (node,) = linked_data.linked_data(merged, "lon/dai-hoi.md", f"{URL}lon/dai-hoi/", {"name": "x"})
    assert (node["startDate"], node["endDate"]) == ("1977-02-03", "1977-02-04")
    assert node["url"] == f"{URL}lon/dai-hoi/#dai-hoi-i"


def test_no_text_ends_the_script_that_holds_it() -> None:
    text = linked_data.script([{"@type": "Person", "name": "</script><b>"}])
    assert "<" not in text
    assert json.loads(text)["name"] == "</script><b>"


def test_pictures_are_png_of_the_size_that_networks_ask_for(
    merged: Archive, tmp_path: Path
) -> None:
    write_pictures(merged, tmp_path, "Lịch sử xã")
    for path in ("lon/so-lieu.md", "index.md"):
        data = (tmp_path / picture_of(merged, path)).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(data[16:20], "big") == WIDTH
        assert int.from_bytes(data[20:24], "big") == HEIGHT
        assert len(data) > 20_000  # with words in it: without its face it has a few bytes


def test_a_picture_is_the_same_every_time(merged: Archive, tmp_path: Path) -> None:
    write_pictures(merged, tmp_path / "a", "Lịch sử xã")
    write_pictures(merged, tmp_path / "b", "Lịch sử xã")
    names = [path.name for path in (tmp_path / "a").rglob("*.png")]
    assert sorted(names) == ["lon.png", "trang.png"]
    for one in (tmp_path / "a").rglob("*.png"):
        assert one.read_bytes() == (tmp_path / "b" / one.relative_to(tmp_path / "a")).read_bytes()


def test_words_in_a_picture_are_never_markup() -> None:
    assert "&lt;b&gt;" in picture("<b>", "", "")


def test_the_feed_tells_each_day_with_the_pages_that_changed() -> None:
    titles = {
        "docs/index.md": "Trang đầu",
        "docs/lon/index.md": "Đảng bộ xã Lớn",
        "docs/lon/so-lieu.md": "Số liệu",
    }
    root = ElementTree.fromstring(feed(read_log(LOG), titles, "Lịch sử xã", URL))
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}updated") == "2024-05-06T00:00:00Z"
    links = [
        (
            entry.findtext(f"{atom}title"),
            [one.get("href") for one in entry.iter() if one.text and one.get("href")],
        )
        for entry in root.iter(f"{atom}entry")
    ]
    assert links == [
        ("Thay đổi ngày 06/05/2024", [f"{URL}lon/", f"{URL}lon/so-lieu/"]),
        ("Thay đổi ngày 01/02/2023", [URL, f"{URL}lon/so-lieu/"]),
    ]


def test_contents_follow_the_navigation() -> None:
    nav = ("index.md", "xa/index.md", "xa/hai.md", "xa/mot.md")
    read = {
        f"xa/{name}.md": parse_chapter(f"---\ntitle: {name}\n---\n".encode(), f"docs/xa/{name}.md")[
            0
        ]
        for name in ("mot", "hai", "index")
    }
    found = contents({page: one for page, one in read.items() if one}, nav)
    assert found == {"xa": (Entry("xa/hai.md", "hai", ""), Entry("xa/mot.md", "mot", ""))}
