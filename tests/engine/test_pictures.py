"""Pictures in a built site: what is published of them, and what pages say of their size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from macros.admission.picture_file import Described, PictureFile
from macros.engine.pictures import with_sizes
from macros.project.check import check_project
from macros.project.project import Project
from scripts.build import main
from tests.picture_files import RECORD, drawn, put_picture
from tests.small_site import CHAPTER, write_site

BESIDE = "docs/may-thuong/anh"
WORDS = '\n![Đông người trước cổng làng](anh/{name} "Hội làng")\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    return write_site(tmp_path / "site")


def put_beside(root: Path, name: str, picture: Image.Image, **saved: object) -> Path:
    """Put a picture beside the chapter, and into it."""
    path = root / BESIDE / name
    path.parent.mkdir(exist_ok=True)
    picture.save(path, **saved)  # type: ignore[arg-type]
    chapter = root / CHAPTER
    chapter.write_text(chapter.read_text(encoding="utf-8") + WORDS.format(name=name), "utf-8")
    return path


def built(root: Path) -> Path:
    assert main(["--root", str(root)]) == 0
    return root / "site"


def test_a_photograph_beside_a_chapter_is_published_small_and_silent(root: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Model] = "May anh"
    own = put_beside(root, "lang.jpg", drawn((4000, 3000), 5), quality=95, exif=exif)
    small = put_beside(root, "cay.png", drawn((300, 200), 6))
    site = built(root)
    with Image.open(site / "may-thuong/anh/lang.jpg") as shown:
        assert (shown.format, shown.size) == ("JPEG", (1440, 1920))
        assert not shown.getexif()
    assert (site / "may-thuong/anh/lang.jpg").stat().st_size < 250_000 < own.stat().st_size
    assert (site / "may-thuong/anh/cay.png").read_bytes() == small.read_bytes()
    html = (site / "may-thuong/index.html").read_text(encoding="utf-8")
    assert 'src="anh/lang.jpg" width="3000" height="4000" loading="lazy"' in html
    assert 'src="anh/cay.png" width="300" height="200" loading="lazy"' in html


def test_of_a_record_copies_are_published_and_the_original_only_if_it_says_so(root: Path) -> None:
    put_picture(root)
    kept = RECORD.replace("licence: unknown", "licence: cc0\npublish_original: true")
    original = put_picture(root, "cau", record=kept.replace("Trước trụ sở cũ", "Cầu tre"))
    site = built(root)
    names = {path.name for path in (site / "anh").iterdir()}
    sizes = ("240", "480", "960", "1200")
    copies = {
        f"{one}-{size}.{end}"
        for one in ("tru-so-cu", "cau")
        for size in sizes
        for end in ("jpg", "webp")
    }
    assert names == copies | {"cau.goc.jpg"}
    assert (site / "anh/cau.goc.jpg").read_bytes() == original.read_bytes()
    with Image.open(site / "anh/cau-480.jpg") as copy:
        assert b"CC0 1.0" in copy.info["xmp"]
        assert b"publicdomain/zero" in copy.info["xmp"]


def test_two_builds_have_the_same_bytes_and_the_second_makes_no_copy(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_picture(root)
    put_beside(root, "lang.jpg", drawn((2400, 1800), 5), quality=95)

    def everything() -> dict[str, bytes]:
        site = built(root)
        return {str(one.relative_to(site)): one.read_bytes() for one in site.rglob("*.[jw][pe]*")}

    first = everything()
    assert len(first) == 9
    monkeypatch.setattr(Image, "open", pytest.fail)
    assert everything() == first


def test_a_site_without_pictures_has_no_folder_for_them(root: Path) -> None:
    assert not (built(root) / "anh").exists()
    assert not Path(".cache/copies").exists()


def test_a_heavy_picture_that_is_published_as_it_is_is_told(root: Path) -> None:
    put_beside(root, "bieu-do.png", drawn((1200, 900), 5))
    (note,) = check_project(Project(root)).problems
    assert str(note).startswith(f"{BESIDE}/bieu-do.png:1:1: ghi chú: người đọc phải tải cả ")
    assert "lưu thành bieu-do.jpg" in note.remedy


def test_only_pictures_of_chapters_without_a_size_get_one() -> None:
    files = {
        "xa/anh/a.jpg": PictureFile("", 30, 20, ""),
        "xa/anh/ve.svg": PictureFile("", 0, 0, "", Described()),
        "xa/anh/lễ hội.png": PictureFile("", 4, 5, ""),
    }
    for written, wanted in (
        ('<img alt="x" src="../anh/a.jpg" />', 'src="../anh/a.jpg" width="30" height="20"'),
        ('<img src="../anh/l%E1%BB%85%20h%E1%BB%99i.png">', 'width="4" height="5"'),
    ):
        assert wanted in with_sizes(written, "xa/chuong/", files)
    for written in (
        '<img alt="x" src="../anh/a.jpg" width="9">',
        '<img src="../anh/ve.svg">',
        '<img src="../anh/khac.jpg">',
        '<img src="https://h.example/a.jpg">',
        '<a href="../anh/a.jpg">x</a>',
    ):
        assert with_sizes(written, "xa/chuong/", files) == written
