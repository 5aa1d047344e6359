"""Copies of pictures: sizes, colours, what they say of themselves, and that each is made once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from macros.admission.data_pictures import admit_data_pictures
from macros.admission.picture_file import PictureFile
from macros.images import copies
from macros.images.sizes import LONGEST, Recipe, largest, path_of, recipes
from tests.picture_files import drawn, put_picture

SITE = Recipe(480, 320, "webp", 60)
PLAIN = Recipe(480, 320, "jpeg", 80)


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def admitted(root: Path, name: str = "tru-so-cu") -> PictureFile:
    seen = admit_data_pictures(root)
    assert seen.problems == []
    return seen.files[name]


def made(root: Path, *wanted: Recipe, name: str = "tru-so-cu") -> list[Image.Image]:
    file = admitted(root, name)
    copies.make_copies(root, [(file, wanted)])
    opened = [Image.open(copies.copy_of(file, one)) for one in wanted]
    for one in opened:
        one.load()
    return opened


def test_the_largest_copy_has_no_side_beyond_the_limit_and_none_is_larger_than_the_picture() -> (
    None
):
    assert largest(PictureFile("", 4000, 3000, "")) == (1920, 1440)
    assert largest(PictureFile("", 3000, 4000, "")) == (1440, 1920)
    assert largest(PictureFile("", 700, 300, "")) == (700, 300)
    for size in ((12000, 120), (120, 12000), (1, 1), (1001, 999)):
        assert all(
            0 < one.width <= min(size[0], LONGEST) and 0 < one.height <= min(size[1], LONGEST)
            for one in recipes(PictureFile("", *size, ""), "photograph")
        )


@pytest.mark.parametrize(
    ("width", "wanted"),
    [(4000, [240, 480, 960, 1920]), (1100, [240, 480, 1100]), (500, [240, 500]), (250, [250])],
)
def test_a_picture_has_up_to_four_widths_in_two_formats(width: int, wanted: list[int]) -> None:
    found = recipes(PictureFile("", width, 300, ""), "photograph")
    for form in ("webp", "jpeg"):
        assert [one.width for one in found if one.format == form] == wanted
    names = [path_of("cau", one) for one in found]
    assert len(set(names)) == len(names)


def test_letters_and_lines_are_kept_sharper() -> None:
    file = PictureFile("", 900, 900, "")
    pairs = zip(recipes(file, "photograph"), recipes(file, "facsimile"), strict=True)
    assert all(lines.quality > photograph.quality for photograph, lines in pairs)


def test_a_copy_has_the_size_and_the_format_of_its_recipe(tmp_path: Path) -> None:
    put_picture(tmp_path)
    webp, jpeg = made(tmp_path, SITE, PLAIN)
    assert (webp.format, webp.size) == ("WEBP", (480, 320))
    assert (jpeg.format, jpeg.size) == ("JPEG", (480, 320))


def test_a_turned_photograph_is_copied_as_it_is_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    half = Image.new("RGB", (300, 200), "white")
    half.paste("black", (0, 0, 150, 200))
    put_picture(tmp_path, picture=half, exif=exif)
    file = admitted(tmp_path)
    assert (file.width, file.height) == (200, 300)
    (copy,) = made(tmp_path, Recipe(200, 300, "jpeg", 90))
    grey = copy.convert("L")
    above, below = grey.getpixel((100, 50)), grey.getpixel((100, 250))
    assert isinstance(above, int) and isinstance(below, int)
    assert above < 30 and below > 225
    assert copy.getexif().get(ExifTags.Base.Orientation) is None


def test_nothing_that_the_file_says_of_itself_is_copied_but_its_rights(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "May anh cua ong Sen"
    exif[ExifTags.Base.Artist] = "Sen"
    put_picture(tmp_path, exif=exif, comment=b"chup trom", xmp=b"<x>noi chup</x>")
    said = "<x:xmpmeta>kho lưu trữ</x:xmpmeta>"
    bare = (SITE, PLAIN)
    told = [Recipe(480, 320, one.format, one.quality, rights=said) for one in bare]
    for copy in made(tmp_path, *bare):
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & copy.info.keys()
    for copy in made(tmp_path, *told):
        assert copy.info["xmp"] == said.encode()
        assert not {"exif", "comment", "icc_profile", "photoshop"} & copy.info.keys()


def test_colours_are_those_of_a_screen(tmp_path: Path) -> None:
    """The same numbers mean other colours by another profile."""
    grey = Image.new("RGB", (200, 200), (120, 120, 120))
    put_picture(tmp_path, picture=grey, icc_profile=b"no profile at all")
    (copy,) = made(tmp_path, Recipe(200, 200, "jpeg", 95))
    assert copy.getpixel((9, 9)) == (120, 120, 120), "one that cannot be read changes nothing"
    green = Image.new("RGB", (200, 200), (0, 200, 0))
    put_picture(tmp_path, "sang", picture=green, icc_profile=_linear())
    (copy,) = made(tmp_path, Recipe(200, 200, "jpeg", 95), name="sang")
    assert copy.getpixel((9, 9))[1] > 220  # type: ignore[index]


def _linear() -> bytes:
    """Return the profile of sRGB with straight curves, by which middle tones are lighter."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    straight = b"curv" + bytes(8)
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        if bytes(profile[at : at + 4]) in (b"rTRC", b"gTRC", b"bTRC"):
            offset = int.from_bytes(profile[at + 4 : at + 8], "big")
            profile[offset : offset + len(straight)] = straight
            profile[at + 8 : at + 12] = len(straight).to_bytes(4, "big")
    return bytes(profile)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "RGB"])
def test_what_is_not_painted_is_white(tmp_path: Path, mode: str) -> None:
    picture = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    picture.paste((200, 30, 30, 255), (0, 0, 150, 200))
    if mode in ("L", "1", "RGB"):
        over = Image.new("RGB", picture.size, "white")
        over.paste(picture, mask=picture.getchannel("A"))
        picture = over
    put_picture(tmp_path, suffix=".png", picture=picture.convert(mode))
    (copy,) = made(tmp_path, Recipe(300, 200, "jpeg", 90))
    assert min(copy.convert("RGB").getpixel((290, 100))) > 245  # type: ignore[type-var,arg-type]
    assert min(copy.convert("RGB").getpixel((10, 100))) < 128  # type: ignore[type-var,arg-type]


def test_a_grey_copy_has_one_colour(tmp_path: Path) -> None:
    put_picture(tmp_path)
    (copy,) = made(tmp_path, Recipe(480, 320, "jpeg", 80, grey=True))
    assert copy.mode == "L"


def test_the_same_bytes_from_two_runs_by_one_process_or_several(tmp_path: Path) -> None:
    names = ["mot", "hai", "ba"]
    for name in names:
        put_picture(tmp_path, name)
    files = admit_data_pictures(tmp_path).files
    orders = [(files[name], (SITE, PLAIN)) for name in names]

    def run(*, parallel: bool) -> list[bytes]:
        for old in copies.CACHE.glob("*"):
            old.unlink()
        assert copies.make_copies(tmp_path, orders, parallel=parallel) == 6
        return [copies.copy_of(file, one).read_bytes() for file, both in orders for one in both]

    first = run(parallel=False)
    assert len(set(first)) == 6
    assert run(parallel=True) == first


def test_nothing_is_made_twice_and_another_content_is_another_copy(tmp_path: Path) -> None:
    put_picture(tmp_path)
    file = admitted(tmp_path)
    assert copies.make_copies(tmp_path, [(file, (SITE,))]) == 1
    kept = copies.copy_of(file, SITE)
    before = kept.stat().st_mtime_ns
    assert copies.make_copies(tmp_path, [(file, (SITE,))]) == 0
    assert kept.stat().st_mtime_ns == before
    put_picture(tmp_path, picture=drawn((1200, 800), 99))
    assert copies.make_copies(tmp_path, [(admitted(tmp_path), (SITE,))]) == 1
    assert not list(copies.CACHE.glob("*.part"))


def test_what_nothing_has_wanted_for_long_is_removed_when_others_are_made(tmp_path: Path) -> None:
    put_picture(tmp_path)
    file = admitted(tmp_path)
    copies.make_copies(tmp_path, [(file, (SITE, PLAIN))])
    wanted, unwanted = copies.copy_of(file, SITE), copies.copy_of(file, PLAIN)
    for kept in (wanted, unwanted):
        os.utime(kept, (1, 1))
    other = Recipe(240, 160, "webp", 60)
    copies.make_copies(tmp_path, [(file, (SITE, other))])
    assert wanted.is_file() and copies.copy_of(file, other).is_file()
    assert not unwanted.exists()


def test_another_recipe_or_other_rights_are_another_copy(tmp_path: Path) -> None:
    put_picture(tmp_path)
    file = admitted(tmp_path)
    others = [
        Recipe(480, 320, "webp", 61),
        Recipe(480, 320, "webp", 60, grey=True),
        Recipe(480, 320, "webp", 60, rights="x"),
        Recipe(481, 320, "webp", 60),
    ]
    assert len({copies.copy_of(file, one) for one in (SITE, *others)}) == 5


def test_a_picture_that_was_looked_at_is_not_decoded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_picture(tmp_path)
    first = admitted(tmp_path)
    monkeypatch.setattr(Image, "open", pytest.fail)
    assert admitted(tmp_path) == first
