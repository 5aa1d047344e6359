"""Pictures of data/ in a book: near their text or as plates, no finer than print, in an EPUB small.

The pictures are made here, larger than any book needs, and say where they were taken with.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from lxml import etree
from PIL import ExifTags, Image

from macros.admission.picture_file import Described, PictureFile
from macros.book.build import build
from macros.book.command import tasks_of
from macros.book.formats import FORMATS
from macros.book.picture_sizes import (
    NARROWEST,
    TextArea,
    as_set,
    on_screen,
    printed,
    rows,
    width_alone,
    width_beside,
)
from macros.book.plates import set_pictures
from macros.book.section import Section, parse
from macros.messages.problems import errors
from macros.project.project import Project
from tests.book.reading import Book
from tests.picture_files import drawn, put_picture
from tests.small_site import CHAPTER, put, write_site

SHAPES = {
    "ngang": (2400, 1800), "dung": (1500, 2000), "rong": (2400, 1000), "vuong": (1700, 1700),
    "nho": (300, 200), "chandung": (1200, 1600),
}  # fmt: skip
RECORD = """\
kind: {kind}
alt: Lời tả của bức {name} cho người không thấy
caption: Chú thích của bức {name}.
people: [{people}]
holder: kho lưu trữ xã Mây Thượng
licence: cc0
"""
CITED = """\
kind: photograph
alt: Lời tả của bức rong cho người không thấy
caption: Tỉnh ủy ra Quyết định thành lập Đảng bộ xã
date: "1950-03-02"
cite: ky-yeu#1
licence: cc0
"""
CAPTIONS = {name: f"Chú thích của bức {name}." for name in SHAPES} | {
    "rong": "Tỉnh ủy ra Quyết định thành lập Đảng bộ xã."
}
TALL = """
<div class="gallery gallery--plates"><figure class="picture"><img data-picture="cao">
<figcaption>Lò gạch.</figcaption></figure></div>
"""
ROW = '<figure class="picture"><img data-picture="{name}"><figcaption>{name}.</figcaption></figure>'
TEXT = "\n\n".join(
    f"Câu thứ {n} kể thêm một điều nữa về xã, dài cho đủ một dòng." for n in range(25)
)
CALLS = f"""
{TEXT}

{{{{ picture("ngang") }}}}

{TEXT}

{{{{ gallery(["dung", "rong", "vuong", "chandung"]) }}}}

![Cổng làng nhìn từ ngoài đường](cong.jpg)

{{{{ picture("nho") }}}}

{TEXT}
"""


class Printed(NamedTuple):
    """A picture in a PDF: its page, width in pixels, pixels to an inch."""

    page: int
    width: int
    ppi: int


def written(folder: Path, places: str) -> Path:
    """Write a site with pictures; return its folder."""
    site = write_site(folder / "site")
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "May anh"
    for name, size in SHAPES.items():
        kind = "portrait" if name == "chandung" else "photograph"
        people = "phung-van-khe" if kind == "portrait" else "{unnamed: một đại biểu}"
        record = RECORD.format(kind=kind, name=name, people=people) if name != "rong" else CITED
        put_picture(site, name, size=size, record=record, exif=exif)
    chapter = site / CHAPTER
    drawn((3000, 2000), 7).save(chapter.parent / "cong.jpg", exif=exif)
    chapter.write_text(chapter.read_text(encoding="utf-8") + CALLS, encoding="utf-8")
    put(site, "data/edition.yml", f"pictures: {places}\n")
    return site


def made(site: Path, folder: str) -> Path:
    """Build the volume; return the path of its PDF."""
    tasks, problems = tasks_of(Project(site), folder=site / folder)
    assert not errors(problems), problems
    result = build(tasks[1])
    assert not result.problems, result.problems
    return site / folder / "may-thuong.pdf"


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(written(tmp_path_factory.mktemp("near"), "near"), "dist")


@pytest.fixture(scope="module")
def plates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(written(tmp_path_factory.mktemp("plates"), "plates"), "dist")


def printed_in(path: Path) -> list[Printed]:
    command = ["pdfimages", "-list", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in told.splitlines()[2:]]
    return [Printed(int(one[0]), int(one[3]), int(one[12])) for one in lines if one[2] == "image"]


def page_of(book: Book, words: str) -> int:
    """Return the only page on which these words stand."""
    pages = range(1, len(book.reader.pages) + 1)
    (found,) = [one for one in pages if words in " ".join(book.page_text(one).split())]
    return found


@pytest.mark.parametrize("how", ["near", "plates"])
def test_no_picture_is_finer_than_print_shows(how: str, request: pytest.FixtureRequest) -> None:
    found = printed_in(request.getfixturevalue(how))
    assert len(found) == len(SHAPES) + 1
    assert max(one.ppi for one in found) <= 300
    # Those with pixels enough are not set coarse.
    assert sorted(one.ppi for one in found)[1] > 290


def test_a_picture_stands_on_the_page_of_its_caption_in_the_order_of_the_text(near: Path) -> None:
    book = Book(near)
    places = [one.page for one in printed_in(near)]
    captions = [page_of(book, words) for words in CAPTIONS.values()]
    assert sorted(captions) == sorted(places[:5] + places[6:])
    text = " ".join(book.text().split())
    order = [text.index(f"Hình {n}. {CAPTIONS[name]}") for n, name in enumerate(
        ("ngang", "dung", "rong", "vuong", "chandung", "nho"), 1)]  # fmt: skip
    assert order == sorted(order)
    assert f"{CAPTIONS['rong']} 02/03/1950. Nguồn: [1], đoạn 1. Quyền sử dụng" in text


@pytest.mark.parametrize("how", ["near", "plates"])
def test_lists_index_and_tags_know_the_pictures(how: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(how)
    book = Book(path)
    text = " ".join(book.text().split())
    assert text.count("Danh mục hình") == 1
    listed = text[text.index("Danh mục hình") :]
    assert all(f"{words.removesuffix('.')} ." in listed for words in CAPTIONS.values())
    alternatives = [str(element["/Alt"]) for kind, element, _ in book.tags() if kind == "/Figure"]
    for name in SHAPES:
        assert alternatives.count(f"Lời tả của bức {name} cho người không thấy") == 1
    portrait = page_of(book, CAPTIONS["chandung"])
    index = text[text.index("Chỉ mục nhân vật") :]
    pages = index[index.index("Phùng Văn Khế") :].split("Danh mục")[0]
    assert str(portrait) in pages


def test_plates_stand_together_and_the_text_refers_to_them(plates: Path) -> None:
    book = Book(plates)
    text = " ".join(book.text().split())
    places = [one.page for one in printed_in(plates)]
    # The picture beside the chapter stays there.
    beside, gathered = places[0], places[1:]
    assert beside < min(gathered)
    assert max(gathered) - min(gathered) < 3
    assert f"Chú thích của bức ngang: xem Hình 1, tr. {min(gathered)}." in text
    assert "Phụ ảnh" in book.page_text(min(gathered))


@pytest.mark.parametrize("how", ["near", "plates"])
def test_an_epub_has_small_pictures_that_say_only_whose_they_are(
    how: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(how).with_suffix(".epub")
    with zipfile.ZipFile(path) as book:
        pictures = [name for name in book.namelist() if "/pictures/" in name]
        assert len(pictures) == len(SHAPES) + 1
        for name in pictures:
            with Image.open(io.BytesIO(book.read(name))) as picture:
                assert max(picture.size) <= 1600
                assert not picture.getexif()
                assert "CC0" in str(picture.info.get("xmp", "CC0"))
        shown = [
            one.get("alt")
            for name in book.namelist()
            if name.endswith(".xhtml")
            for one in etree.fromstring(book.read(name)).iter("{*}img")
        ]
    assert all(shown)
    done = subprocess.run(
        ["java", "-jar", "/usr/bin/epubcheck", str(path)], capture_output=True, text=True
    )
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr


def test_two_builds_give_the_same_bytes(plates: Path) -> None:
    again = made(plates.parents[1], "again")
    for suffix in (".pdf", ".epub"):
        assert again.with_suffix(suffix).read_bytes() == plates.with_suffix(suffix).read_bytes()


def file(width: int, height: int, path: str = "data/pictures/a.jpg", **said: int) -> PictureFile:
    return PictureFile(path, width, height, "0", Described(width, height, **said))


@pytest.mark.parametrize("layout", FORMATS.values(), ids=FORMATS)
def test_rows_fill_the_width_and_leave_room_for_captions(layout) -> None:  # type: ignore[no-untyped-def]
    area = TextArea.of(layout)
    shapes = [(4, 3), (3, 4), (3, 4), (3, 4), (16, 9), (1, 1), (2, 3), (8, 3), (1, 3), (4, 3)]
    files = [file(1000 * wide, 1000 * high) for wide, high in shapes]
    at = 0
    for widths in rows(files, area, 0.3):
        own = files[at : at + len(widths)]
        heights = [w * one.height / one.width for w, one in zip(widths, own, strict=True)]
        assert max(heights) - min(heights) < 0.01
        assert max(heights) <= 0.3 * area.height + 0.01
        assert sum(widths) + 4 * (len(widths) - 1) <= area.width + 0.01
        assert len(widths) == 1 or min(widths) >= NARROWEST
        at += len(widths)
    assert at == len(files)


def test_three_portraits_stand_in_a_row_two_landscapes() -> None:
    area = TextArea.of(FORMATS["16x24"])
    assert [len(one) for one in rows([file(3000, 4000)] * 6, area, 0.3)] == [3, 3]
    assert [len(one) for one in rows([file(4000, 3000)] * 4, area, 0.3)] == [2, 2]


def test_a_picture_of_few_pixels_is_set_smaller() -> None:
    area = TextArea.of(FORMATS["16x24"])
    assert width_alone(file(4000, 1000), area) == area.width
    assert width_alone(file(500, 300), area) == pytest.approx(500 / 150 * 25.4)
    # Less than this no caption can stand under.
    assert width_alone(file(100, 80), area) == NARROWEST
    assert width_beside(file(800, 500), area) == min(area.width, 800 / 150 * 25.4)
    assert width_beside(file(60, 60), area) == pytest.approx(60 / 96 * 25.4)


def test_one_of_few_pixels_alone_in_a_row_leaves_its_caption_room() -> None:
    area = TextArea.of(FORMATS["16x24"])
    assert list(rows([file(160, 120)], area, 0.36)) == [[area.width / 2]]


def test_no_picture_of_few_pixels_is_stretched_to_its_row(tmp_path: Path) -> None:
    names = {"nho": (300, 225), "lon": (3000, 2250)}
    for name, size in names.items():
        put_picture(tmp_path, name, size=size)
    shown = "".join(ROW.format(name=name) for name in names)
    sections = [Section("a", "A", "", parse(f'<div class="gallery">{shown}</div>'))]
    archive = SimpleNamespace(
        pictures=dict.fromkeys(names, SimpleNamespace(kind="photograph")),
        picture_files={
            name: file(*size, f"data/pictures/{name}.jpg") for name, size in names.items()
        },
    )
    set_pictures(sections, tmp_path, archive, TextArea.of(FORMATS["16x24"]))  # type: ignore[arg-type]
    small, large = sections[0].tree.iter("figure")
    assert small.get("style") == large.get("style"), "they share the row"
    assert small.find("img").get("style") == f"width: {300 / 150 * 25.4:.2f}mm"


def test_a_caption_has_room_under_a_picture_that_is_very_high(tmp_path: Path) -> None:
    put_picture(tmp_path, "cao", size=(150, 1500))
    sections = [Section("a", "A", "", parse(TALL))]
    archive = SimpleNamespace(
        pictures={"cao": SimpleNamespace(kind="photograph")},
        picture_files={"cao": file(150, 1500, "data/pictures/cao.jpg")},
    )
    set_pictures(sections, tmp_path, archive, TextArea.of(FORMATS["16x24"]))  # type: ignore[arg-type]
    figure = sections[0].tree.find(".//figure")
    assert figure.get("style") == f"width: {NARROWEST:.2f}mm"
    width = float(figure.find("img").get("style").removeprefix("width: ").rstrip("pxm"))
    assert width < NARROWEST


def test_what_is_copied_and_how() -> None:
    assert printed(file(500, 300), 100) is None
    small = printed(file(5000, 3000), 100)
    assert small is not None and (small.width, small.height, small.format) == (1181, 709, "jpeg")
    told = printed(file(500, 300, remarks=True), 100)
    assert told is not None and (told.width, told.quality) == (500, 88)
    drawing = printed(file(5000, 3000, "data/pictures/a.png"), 100, "map")
    assert drawing is not None and drawing.format == "png"
    other = on_screen(file(900, 600, "data/pictures/a.webp"), "photograph", "rights")
    assert other is not None and (other.width, other.format, other.rights) == (
        900,
        "jpeg",
        "rights",
    )
    tall = on_screen(file(2000, 4000), "facsimile")
    assert tall is not None and (tall.width, tall.height, tall.quality) == (800, 1600, 92)


def test_a_copy_has_just_what_a_press_asks_for() -> None:
    large, small = file(4000, 3000), file(400, 300)
    recipe = printed(large, 123.0)
    assert recipe is not None
    # Pixels of CSS are 96 to the inch.
    assert as_set(large, 123.0, recipe) == f"width: {recipe.width * 96 / 300:.2f}px"
    assert recipe.width / 300 * 25.4 <= 123.0
    assert as_set(small, 67.7, printed(small, 67.7)) == "width: 67.70mm"
