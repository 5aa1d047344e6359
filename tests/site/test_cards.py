"""The files of the cards: which places have one, what it says, and where its links lead."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from macros.addresses.places import in_card_folder
from macros.addresses.urls import folder_of
from macros.archive.figures import Figures
from macros.catalogue.pages import generated_pages
from macros.site.cards import cards, write_cards
from tests.support import load_sound, write_site
from tests.views import fabricated, merged

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

TABLES = Figures(tables={"lon": "lon/so-lieu.md", "xa-an-lac": "xa-an-lac/so-lieu.md"})


@pytest.fixture(scope="module")
def lon(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    root = write_site(tmp_path_factory.mktemp("merged"), merged.FILES)
    return replace(load_sound(root), figures=TABLES)


@pytest.fixture(scope="module")
def an_lac(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    root = write_site(tmp_path_factory.mktemp("plain"), fabricated.FILES)
    return replace(load_sound(root), figures=TABLES)


def read(archive: Archive, path: str, edit: str = "") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(cards(archive, generated_pages(archive), edit)[path])
    return made


def said(card: dict[str, Any]) -> list[str]:
    """Return the lines of a card as a reader sees them."""
    return [
        f"{label}: {''.join(one if isinstance(one, str) else one[0] for one in words)}".replace(
            "\u00a0", " "
        )
        for label, words in card["rows"]
    ]


def test_a_card_says_value_time_source_and_neighbours(lon: Archive) -> None:
    card = read(lon, "lon/so-lieu/cards.json")["cards"]["s-2"]
    assert card["about"] == "Đảng viên · Đảng bộ xã Lớn"
    assert card["value"].replace("\u00a0", " ") == "Trên 420 đảng viên"
    assert said(card) == [
        "Thời gian: 1988",
        "Cách tính: Tại thời điểm",
        "Kiểm chứng: Ghi rõ",
        "Tài liệu: Kỷ yếu An Lạc, đoạn 4 (mục I, trang 3–5)",
        "Đọc cả đoạn: nơi giữ tài liệu, cách hỏi",
        "Trước đó: 300 đảng viên (01/05/1976)",
    ]
    assert card["cited"].replace("\u00a0", " ") == (
        "Đảng viên, Đảng bộ xã Lớn, 1988: trên 420 đảng viên. Nguồn: Kỷ yếu An Lạc, đoạn 4."
    )


def test_the_organization_has_its_name_of_that_time(lon: Archive) -> None:
    card = read(lon, "lon/so-lieu/cards.json")["cards"]["s-1"]
    assert card["about"] == "Đảng viên · Đảng bộ xã Gộp"


def test_links_are_relative_to_the_page_of_the_place(lon: Archive) -> None:
    rows = dict(read(lon, "lon/so-lieu/cards.json")["cards"]["s-2"]["rows"])
    assert rows["Tài liệu"] == [
        ["Kỷ yếu An Lạc", "../../tra-cuu/nguon/ky-yeu/"],
        ", ",
        ["đoạn 4", "../../tra-cuu/nguon/ky-yeu/#doan-4"],
        " (mục I, trang 3–5)",
    ]
    assert rows["Trước đó"][0][1] == "#s-1"


def test_a_part_names_its_whole(lon: Archive) -> None:
    card = read(lon, "lon/so-lieu/cards.json")["cards"]["s-2-thuong"]
    assert card["about"] == "Đảng viên – Đảng bộ xã Thượng · Đảng bộ xã Lớn"
    assert "Là phần của: Đảng viên (năm 1988): trên 420 đảng viên" in said(card)


def test_what_does_not_agree_is_told_with_its_passage(an_lac: Archive) -> None:
    own = read(an_lac, "xa-an-lac/so-lieu/cards.json")["cards"]
    lines = [one for one in said(own["dv-1975"]) if one.startswith("Chưa thống nhất")]
    assert lines[0] == "Chưa thống nhất: Số đảng viên năm 1975"
    assert len(lines) > 1
    assert all("đoạn" in one for one in lines[1:])


def test_the_datum_can_be_mended_where_a_repository_is_named(lon: Archive) -> None:
    made = read(lon, "lon/so-lieu/cards.json", "https://example.org/edit/main/")
    assert made["edit"] == "https://example.org/edit/main/"
    assert made["cards"]["s-1"]["line"] == "data/organizations/lon/statistics.yml#L2"


def test_a_statistic_without_a_row_has_no_card(lon: Archive) -> None:
    assert "lon/so-lieu/cards.json" not in cards(replace(lon, figures=Figures()), (), "")


def test_no_word_of_a_source_but_the_value(an_lac: Archive) -> None:
    """`printed`, the words beside a number, is for matching alone."""
    for dossier in an_lac.dossiers.values():
        for one in dossier.observations:
            if one.printed and one.printed not in (one.words or ""):
                assert all(
                    one.printed.encode() not in text for text in cards(an_lac, (), "").values()
                )


def test_the_files_are_written_and_returned(lon: Archive, tmp_path: Path) -> None:
    for path in cards(lon, (), ""):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    made = write_cards(lon, (), "", tmp_path)
    assert made == {path: (tmp_path / path).read_bytes() for path in made}
    assert "lon/so-lieu/cards.json" in made


def test_a_person_has_posts_with_years_and_certainty(lon: Archive) -> None:
    card = read(lon, "tra-cuu/nhan-vat/ly-thi-hai/cards.json")["cards"][""]
    assert card["value"] == "Lý Thị Hai"
    assert card["about"] == "người thôn Hạ"
    (line,) = said(card)
    assert line.startswith("Chức danh: Bí thư Đảng bộ xã Gộp, 07/1979 – 05/01/1983")
    assert line.endswith("(ngày nhận ghi rõ, ngày thôi suy ra)")


def test_an_organization_has_its_names_and_what_became_of_it(lon: Archive) -> None:
    card = read(lon, "tra-cuu/to-chuc/ha/cards.json")["cards"][""]
    assert card["value"] == "Đảng bộ xã Hạ"
    lines = said(card)
    assert any(one.startswith("Hình thành: Hợp thành từ") for one in lines)
    assert any(one.startswith("Về sau: Nhập vào") or "Đảng bộ xã Gộp" in one for one in lines)


def test_a_document_has_its_issuer_and_day(an_lac: Archive) -> None:
    files = cards(an_lac, generated_pages(an_lac), "")
    own = next(
        one["value"]
        for path, text in files.items()
        if path.startswith("tra-cuu/van-")
        for key, one in json.loads(text)["cards"].items()
        if key == "qd-7" or path.endswith("/qd-7/cards.json")
    )
    assert own.replace("\u00a0", " ") == "Quyết định số 7-QĐ/HU"


def test_every_page_of_these_folders_has_a_file(lon: Archive) -> None:
    """A browser asks for it wherever such a link is pointed at."""
    generated = [one for one in generated_pages(lon) if in_card_folder(one)]
    files = cards(lon, generated, "")
    assert generated
    assert all(f"{folder_of(one)}/cards.json" in files for one in generated)


def test_a_time_in_a_post_says_from_when_to_when_and_how_that_is_known(lon: Archive) -> None:
    card = read(lon, "tra-cuu/nguon/ky-yeu/cards.json")["cards"]["lon/b"]
    assert card["about"] == "Bí thư · Đảng bộ xã Gộp"
    assert card["value"] == "Lý Thị Hai"
    assert said(card)[:2] == ["Từ: 07/1979 (ghi rõ)", "Đến: 05/01/1983 (suy ra)"]


def test_any_dated_fact_has_a_card_at_its_source(lon: Archive) -> None:
    own = read(lon, "tra-cuu/nguon/ky-yeu/cards.json")["cards"]
    assert own["lon/thanh-lap"]["value"] == "01/05/1976"
    assert own["changes/gop-lon"]["about"] == "Thay đổi tổ chức"
    assert "lon/s-1" not in own


def test_the_word_of_the_source_for_a_qualifier_is_told_and_none_of_its_neighbours(
    tmp_path: Path,
) -> None:
    path = "data/organizations/lon/statistics.yml"
    files = {**merged.FILES}
    files[path] = files[path].replace(
        "qualifier: over, cite", "qualifier: over, printed: đã kết nạp hơn … người, cite"
    )
    found = replace(load_sound(write_site(tmp_path, files)), figures=TABLES)
    lines = said(read(found, "lon/so-lieu/cards.json")["cards"]["s-2"])
    assert lines[0] == "Như in: hơn 420 đảng viên"
    assert not any("kết nạp" in one for one in lines)


def test_a_target_says_what_was_aimed_at_and_what_came_of_it(lon: Archive) -> None:
    shown = replace(lon.figures, targets={("lon", "ct"): "lon/chi-tieu.md"})
    card = read(replace(lon, figures=shown), "lon/chi-tieu/cards.json")["cards"]["t-1"]
    assert card["about"] == "Lúa · Đảng bộ xã Gộp"
    assert card["value"].replace("\u00a0", " ") == "250 tấn"
    assert said(card)[:3] == ["Đề ra: 200 tấn", "Kết quả: 250 tấn", "Bảng: Chỉ tiêu (1977–1980)"]
    assert card["place"] == "#t-1"


def test_a_congress_has_its_days_and_its_own_address(lon: Archive) -> None:
    card = read(lon, "tra-cuu/nguon/ky-yeu/cards.json")["cards"]["lon/dh-1"]
    assert card["value"].replace("\u00a0", " ") == "Đại hội lần thứ I"
    assert said(card)[0] == "Ngày họp: 03–04/02/1977"
    assert card["place"] == "../../../lon/dai-hoi/#dai-hoi-i"


def test_an_organization_with_a_volume_has_its_card_at_its_first_page(lon: Archive) -> None:
    assert read(lon, "lon/cards.json")["cards"][""]["value"] == "Đảng bộ xã Lớn"
