"""The look-up pages of pictures: by year, person and place; links to them; none without pictures."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from macros.catalogue.pages import generated_pages
from macros.engine.pictures import add_to_menu
from scripts.build import main
from tests.picture_files import RECORD, put_picture
from tests.small_site import put, write_site
from tests.support import load_sound

PICTURES = {
    "ra-mat": 'date: "1952-05-10"\nplace: đình làng\npeople: ly-thi-man\nshows: may-thuong/dai-hoi-1',
    "dap-de": 'date: "1958"\nplace: bến Mây\npeople: [ly-thi-man, phung-van-khe]\nshows: may-thuong/lu',
    "lang": "place: đình làng",
}
CAPTIONS = {"ra-mat": "Lễ ra mắt chi bộ", "dap-de": "Đắp đê giữ lúa", "lang": "Làng cũ nhìn từ xa"}
EVENTS = """\
events:
  - { id: lu, date: "1957-06-12", summary: Chỉ định Bí thư, cite: ky-yeu#4 }
"""


def written(root: Path, *, pictures: bool = True) -> Path:
    (root / "site").mkdir(parents=True)
    site = write_site(root / "site")
    put(site, "data/organizations/may-thuong/events.yml", EVENTS)
    events = "---\ntitle: Sự kiện\norganization: may-thuong\n---\n\n# Sự kiện\n\n{{ events() }}\n"
    put(site, "docs/may-thuong/su-kien.md", events)
    config = (site / "mkdocs.yml").read_text(encoding="utf-8")
    line = "      - Số liệu: may-thuong/so-lieu.md\n"
    put(site, "mkdocs.yml", config.replace(line, f"{line}      - Sự kiện: may-thuong/su-kien.md\n"))
    for name, more in PICTURES.items() if pictures else ():
        record = RECORD.replace("Trước trụ sở cũ", CAPTIONS[name]) + more + "\n"
        put_picture(site, name, size=(300, 200), record=record)
    return site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = written(tmp_path_factory.mktemp("pictures"))
    assert main(["--root", str(site)]) == 0
    return site / "site"


def page(built: Path, path: str) -> str:
    text = (built / path / "index.html").read_text(encoding="utf-8")
    return " ".join(text[text.index("<article") : text.index("</article>")].split())


def kinds(built: Path) -> list[list[str]]:
    """Return the kinds of results that the search of a site can choose."""
    opening = gzip.decompress((built / "search/entry.bin").read_bytes())
    entry, _ = json.JSONDecoder().raw_decode(
        opening[opening.index(b"{") :].decode("utf-8", "ignore")
    )
    found: list[list[str]] = entry["kinds"]
    return found


def test_the_index_lists_pictures_by_year_person_and_place(built: Path) -> None:
    text = page(built, "tra-cuu/hinh-anh/muc-luc")
    assert text.index('href="../nam-1950/"><span class="symbol">1950–1959</span></a>') < text.index(
        ">Chưa rõ năm</a>"
    )
    assert '<span class="detail">2 ảnh</span>' in text
    people = text[text.index('id="theo-nguoi"') : text.index('id="theo-noi"')]
    first, second = people.index("Phùng"), people.index("Lý")
    assert first < second
    assert people.count('href="../nam-1950/#anh-dap-de"') == 2
    places = text[text.index('id="theo-noi"') :]
    assert places.index("Bến Mây") < places.index("Đình làng")
    assert 'href="../chua-ro-nam/#anh-lang">Làng cũ nhìn từ xa</a>' in places
    assert ">Lễ ra mắt chi bộ (10/05/1952)</a>" in places


def test_pictures_of_ten_years_stand_in_order_of_time(built: Path) -> None:
    text = page(built, "tra-cuu/hinh-anh/nam-1950")
    assert text.index('id="anh-ra-mat"') < text.index('id="anh-dap-de"')
    assert "anh-lang" not in text
    assert 'id="anh-lang"' in page(built, "tra-cuu/hinh-anh/chua-ro-nam")
    assert 'src="../../../anh/dap-de-300.jpg"' in text


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("tra-cuu/nhan-vat/ly-thi-man", "ra-mat"),
        ("tra-cuu/nhan-vat/phung-van-khe", "dap-de"),
        ("may-thuong/dai-hoi", "ra-mat"),
        ("may-thuong/su-kien", "dap-de"),
    ],
)
def test_people_congresses_and_events_lead_to_theirs(built: Path, path: str, picture: str) -> None:
    assert f'tra-cuu/hinh-anh/nam-1950/#anh-{picture}"' in page(built, path).replace(
        '"../../hinh-anh', '"tra-cuu/hinh-anh'
    ).replace("../", "")


def test_the_menu_and_the_search_know_them(built: Path) -> None:
    look_up = (built / "tra-cuu/nhan-vat/index.html").read_text(encoding="utf-8")
    assert 'href="../hinh-anh/muc-luc/"' in look_up
    assert ["picture", "Ảnh"] in kinds(built)


def test_a_site_without_pictures_has_none_of_it(tmp_path: Path) -> None:
    site = written(tmp_path, pictures=False)
    assert not [one for one in generated_pages(load_sound(site)) if "hinh-anh" in one]
    assert main(["--root", str(site)]) == 0
    assert not (site / "site/tra-cuu/hinh-anh").exists()
    for path in (site / "site").rglob("*.html"):
        assert "hinh-anh" not in path.read_text(encoding="utf-8")
    assert "picture" not in dict(kinds(site / "site"))


def test_the_page_stands_in_the_menu_beside_other_look_up_pages() -> None:
    page = {"Ảnh": "tra-cuu/hinh-anh/muc-luc.md"}
    menu = ["index.md", {"Tra cứu": [{"Nguồn": "tra-cuu/nguon/index.md"}]}]
    for _ in range(2):
        assert add_to_menu(menu)
        assert menu[1] == {"Tra cứu": [{"Nguồn": "tra-cuu/nguon/index.md"}, page]}
    assert not add_to_menu(["index.md"])
    assert not add_to_menu(None)
