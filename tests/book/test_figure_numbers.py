"""The number of a figure: one rule for the site and the book, whatever macro or file it comes from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.book.compose import Volume, compose
from macros.book.config import read_settings
from macros.book.plan import plans
from macros.project.check import check_project
from macros.project.project import Project
from scripts.build import main
from tests.picture_files import RECORD, drawn, put_picture
from tests.small_site import CHAPTER, put, write_site
from tests.whole_site import VOLUMES, write_whole_site

FRONT = """
![Cổng làng nhìn từ ngoài đường](cong.jpg "Cổng làng của TU")

{{ picture("mot") }}

{{ leadership_timeline() }}

{{ picture("hai") }}

Giữa câu có ![một dấu nhỏ của xã](dau.png) thì không phải là hình.
"""
LATER = """\
---
title: Bộ ảnh
organization: may-thuong
---

# Bộ ảnh

{{ gallery(["ba", "mot", "bon"]) }}

{{ gallery(["bon"]) }}

{{ statistics_chart("party-members") }}
"""
FOREWORD = """\
---
title: Lời giới thiệu
organization: may-thuong
part: foreword
---

# Lời giới thiệu

{{ picture("bon") }}
"""
LABEL = re.compile(r'caption-label">(Hình\xa0\d+)\.</span>\s*([^<]*)')


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    root = write_site(tmp_path / "site")
    for name in ("mot", "hai", "ba", "bon"):
        record = RECORD.replace("Trước trụ sở cũ", f"Bức {name}")
        put_picture(root, name, size=(300, 200), record=record)
    drawn((400, 300), 5).save(root / "docs/may-thuong/cong.jpg")
    drawn((120, 110), 6).save(root / "docs/may-thuong/dau.png")
    chapter = (root / CHAPTER).read_text(encoding="utf-8")
    put(root, CHAPTER, chapter + FRONT)
    put(root, "docs/may-thuong/bo-anh.md", LATER)
    put(root, "docs/may-thuong/a-loi.md", FOREWORD)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    line = "      - may-thuong/index.md\n"
    more = "      - may-thuong/bo-anh.md\n      - may-thuong/a-loi.md\n"
    put(root, "mkdocs.yml", config.replace(line, line + more))
    return root


def composed(root: Path, which: int) -> tuple[Volume, Archive]:
    settings, report = read_settings(root), check_project(Project(root))
    plan = plans(settings, report.archive, Project(root).chapters)[which]
    return compose(plan, settings, report.archive, width=40), report.archive


def of_book(volume: Volume) -> list[tuple[str, str]]:
    """Return label and title of each figure, in the order of the list of figures."""
    return [(one.label, one.text.partition(". ")[2]) for one in volume.listed if one.kind == "Hình"]


def of_site(root: Path, page: str) -> list[tuple[str, str]]:
    html = (root / "site/may-thuong" / page / "index.html").read_text(encoding="utf-8")
    return [(label, words.strip().removesuffix(".")) for label, words in LABEL.findall(html)]


def test_the_site_and_the_book_give_a_figure_the_same_number(site: Path) -> None:
    assert main(["--root", str(site)]) == 0
    listed = of_book(composed(site, 1)[0])
    assert [label for label, _ in listed] == [f"Hình\xa0{n}" for n in range(1, 8)]
    assert [title for _, title in listed] == [
        "Bức bon", "Cổng làng của TU", "Bức mot", "Lãnh đạo Đảng bộ xã Mây Thượng qua các thời kỳ",
        "Bức hai", "Bức ba", "Đảng viên",
    ]  # fmt: skip
    # The foreword stands first in the book, though the navigation has it later.
    assert of_site(site, "a-loi") == listed[:1]
    assert of_site(site, "") == listed[1:5]
    shown = of_site(site, "bo-anh")
    assert shown == [listed[5], listed[2], listed[0], listed[0], listed[6]]


def test_a_place_of_a_gallery_is_on_its_page_once(site: Path) -> None:
    assert main(["--root", str(site)]) == 0
    html = (site / "site/may-thuong/bo-anh/index.html").read_text(encoding="utf-8")
    assert re.findall(r'id="(bo-anh-\w+)"', html) == ["bo-anh-ba", "bo-anh-mot", "bo-anh-bon"]


def test_linked_data_of_a_chapter_tells_each_picture_on_it_once(site: Path) -> None:
    assert main(["--root", str(site)]) == 0
    html = (site / "site/may-thuong/bo-anh/index.html").read_text(encoding="utf-8")
    told = json.loads(html.partition('type="application/ld+json">')[2].partition("</script>")[0])
    nodes = told["@graph"]
    assert [(one["@type"], one["name"]) for one in nodes] == [
        ("ImageObject", "Bức ba"), ("ImageObject", "Bức mot"), ("ImageObject", "Bức bon")
    ]  # fmt: skip
    assert nodes[0]["usageInfo"] == "chưa rõ"
    assert nodes[0]["creditText"] == "kho lưu trữ xã Mây Thượng"
    other = (site / "site/may-thuong/dai-hoi/index.html").read_text(encoding="utf-8")
    assert "ImageObject" not in other


def test_lists_of_pictures_say_the_number_and_lead_to_it(site: Path) -> None:
    assert main(["--root", str(site)]) == 0
    index = (site / "site/tra-cuu/hinh-anh/muc-luc/index.html").read_text(encoding="utf-8")
    listed = index[index.index('id="theo-tap"') :]
    found = re.findall(r'<a href="([^"]+)">(Hình\xa0\d+)\. (Bức \w+)</a>', listed)
    assert found == [
        ("../../../may-thuong/a-loi/#anh-bon", "Hình\xa01", "Bức bon"),
        ("../../../may-thuong/#anh-mot", "Hình\xa03", "Bức mot"),
        ("../../../may-thuong/#anh-hai", "Hình\xa05", "Bức hai"),
        ("../../../may-thuong/bo-anh/#bo-anh-ba", "Hình\xa06", "Bức ba"),
    ]
    years = (site / "site/tra-cuu/hinh-anh/chua-ro-nam/index.html").read_text(encoding="utf-8")
    assert '#anh-bon">Hình\xa01, Đảng bộ xã Mây Thượng</a>' in years
    assert "caption-label" not in years, "a page of no volume has no numbers of its own"


def test_plates_come_after_the_other_figures_in_both(site: Path) -> None:
    put(site, "data/edition.yml", "pictures: plates\n")
    assert main(["--root", str(site)]) == 0
    listed = of_book(composed(site, 1)[0])
    assert [title for _, title in listed] == [
        "Cổng làng của TU", "Lãnh đạo Đảng bộ xã Mây Thượng qua các thời kỳ", "Đảng viên",
        "Bức bon", "Bức mot", "Bức hai", "Bức ba",
    ]  # fmt: skip
    assert of_site(site, "") == [listed[0], listed[4], listed[1], listed[5]]


def test_the_collected_volume_numbers_its_figures_through(site: Path) -> None:
    labels = [label for label, _ in of_book(composed(site, 0)[0])]
    assert labels == [f"Hình\xa0{n}" for n in range(1, 8)]


def test_every_figure_of_a_book_is_known_to_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    root = write_whole_site(tmp_path / "site")
    for which, volume in enumerate(VOLUMES, start=1):
        made, archive = composed(root, which)
        known = [one.label for one in archive.figures.of(volume).values()]
        assert known
        assert [label for label, _ in of_book(made)] == known
