"""`make new PICTURE=…`: what is kept of a file, what its record says, and what the check asks for."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from macros.authoring.picture import named_after
from macros.project.check import check_project
from macros.project.project import Project
from macros.system.program import PROGRAM
from scripts.new import main
from tests.picture_files import drawn
from tests.small_site import write_site

RECORD = "data/pictures/{}.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path / "site")


def photograph(
    folder: Path, name: str, size: tuple[int, int] = (900, 600), **saved: object
) -> Path:
    """Write a picture as a camera does, with day, place and orientation."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Model] = "May anh"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2019:05:04 10:11:12"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (20.0, 51.0, 0.0)
    path = folder / name
    drawn(size, 3).save(path, exif=exif, **saved)  # type: ignore[arg-type]
    return path


def new(root: Path, file: Path, *more: str) -> int:
    return main(["--root", str(root), f"PICTURE={file}", *more])


def problems(root: Path) -> list[str]:
    told = check_project(Project(root)).problems
    return [str(one.message) for one in told if one.position.path.startswith("data/pictures")]


def test_a_photograph_is_kept_small_turned_and_silent(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = photograph(tmp_path, "Ảnh Hội Làng 1.JPG", (5200, 3900))
    assert new(root, file) == 0
    kept = root / "data/pictures/anh-hoi-lang-1.jpg"
    with Image.open(kept) as picture:
        assert (picture.format, picture.size) == ("JPEG", (3000, 4000))
        assert not picture.getexif()
    told = capsys.readouterr().out
    assert "3000 × 4000 điểm, đã bỏ vị trí nơi chụp, thu nhỏ từ 3900 × 5200" in told
    assert (
        "còn trống trong data/pictures/anh-hoi-lang-1.yml: alt, caption, holder, licence." in told
    )
    text = (root / RECORD.format("anh-hoi-lang-1")).read_text(encoding="utf-8")
    assert "\nkind: photograph\n" in text
    assert '\ndate: "2019-05-04"\n' in text


def test_the_check_asks_for_each_line_until_it_is_filled_in(root: Path, tmp_path: Path) -> None:
    assert new(root, photograph(tmp_path, "a.jpg"), "ID=hoi-lang") == 0
    path = root / RECORD.format("hoi-lang")
    for key, value in (
        ("alt", "Đông người trước cổng làng"),
        ("caption", "Ngày hội của làng"),
        ("holder", "kho lưu trữ xã Mây Thượng"),
        ("licence", "unknown"),
    ):
        assert f"khóa “{key}” không có giá trị" in problems(root)
        text = path.read_text(encoding="utf-8").replace(f"\n{key}:\n", f"\n{key}: {value}\n")
        path.write_text(text, encoding="utf-8")
    assert problems(root) == ["chưa chương nào chèn ảnh “hoi-lang”"]


def test_a_file_that_says_nothing_is_kept_byte_for_byte(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "quet.png"
    drawn((500, 400), 4).save(file)
    assert new(root, file) == 0
    assert (root / "data/pictures/quet.png").read_bytes() == file.read_bytes()
    text = (root / RECORD.format("quet")).read_text(encoding="utf-8")
    assert "\nkind:\n" in text
    assert "\ndate:" not in text


@pytest.mark.parametrize(("suffix", "kept"), [(".tif", ".jpg"), (".bmp", ".png"), (".gif", ".png")])
def test_other_formats_become_those_that_are_admitted(
    root: Path, tmp_path: Path, suffix: str, kept: str
) -> None:
    file = tmp_path / f"to-khai{suffix}"
    drawn((500, 400), 4).save(file)
    assert new(root, file) == 0
    assert (root / f"data/pictures/to-khai{kept}").is_file()
    assert not [one for one in problems(root) if "giá trị" not in one]


def broken(folder: Path) -> Path:
    path = photograph(folder, "hong.jpg", (2000, 1500))
    path.write_bytes(path.read_bytes()[:20_000])
    return path


def animated(folder: Path) -> Path:
    path = folder / "dong.gif"
    frames = [drawn((200, 200), seed) for seed in (1, 2)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    return path


def pages(folder: Path) -> Path:
    path = folder / "quet.tif"
    found = [drawn((200, 200), seed) for seed in (1, 2)]
    found[0].save(path, save_all=True, append_images=found[1:])
    return path


def text_file(folder: Path) -> Path:
    path = folder / "chu.jpg"
    path.write_text("không phải ảnh", encoding="utf-8")
    return path


def inks(folder: Path) -> Path:
    path = folder / "in.jpg"
    drawn((300, 300), 1).convert("CMYK").save(path)
    return path


def empty(folder: Path) -> Path:
    path = folder / "rong.jpg"
    path.touch()
    return path


REFUSED = {
    empty: "tệp ảnh “rong.jpg” rỗng (0 byte)",
    broken: "tệp ảnh “hong.jpg” hỏng hoặc không trọn vẹn",
    animated: "ảnh động có 2 khung hình",
    pages: "tệp TIFF có 2 trang",
    text_file: "không đọc được “chu.jpg”",
    inks: "ảnh theo hệ màu in (CMYK)",
    lambda folder: folder / "khong-co.jpg": "không có tệp",
}


@pytest.mark.parametrize("made", REFUSED)
def test_what_is_no_picture_leaves_nothing_behind(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], made: object
) -> None:
    assert new(root, made(tmp_path)) == 1  # type: ignore[operator]
    told = capsys.readouterr().err
    assert told.count("lỗi:") == 1
    assert REFUSED[made] in told  # type: ignore[index]
    assert not list(root.glob("data/pictures/*"))


def test_an_id_that_is_taken_or_misspelt_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = photograph(tmp_path, "a.jpg")
    assert new(root, file, "ID=hoi-lang") == 0
    before = (root / RECORD.format("hoi-lang")).read_bytes()
    assert new(root, file, "ID=hoi-lang") == 1
    assert (root / RECORD.format("hoi-lang")).read_bytes() == before
    assert new(root, file, "ID=Hội làng") == 1
    told = capsys.readouterr().err
    assert "đã có data/pictures/hoi-lang.yml" in told
    assert "ví dụ ID=hoi-lang" in told


def test_names_become_ids() -> None:
    assert named_after(Path("Đám Giỗ (2).JPG")) == "dam-gio-2"
    assert named_after(Path("1954 mít tinh.png")) == "anh-1954-mit-tinh"
    assert named_after(Path("DSC_0042.jpeg")) == "dsc-0042"


@pytest.mark.parametrize(
    "name", ["Ảnh Hội làng 1.JPG", "gia $5 & $(PICTURE).jpg", "của 'ông' \"Mây\".jpg", "a`b;c.jpg"]
)
def test_make_hands_the_name_of_a_file_on_as_it_was_typed(name: str) -> None:
    line = ["make", "--dry-run", "new", f"PICTURE={name}", "ID=a"]
    # Variables of a make that runs the tests would be handed on too.
    own = {key: value for key, value in os.environ.items() if key != "MAKEFLAGS"}
    told = subprocess.run(
        line, cwd=PROGRAM, env=own, capture_output=True, text=True, check=True
    ).stdout
    (command,) = [one for one in told.splitlines() if "-m scripts.new" in one]
    shown = command.replace(".venv/bin/python -m", "printf '%s\\n'", 1)
    words = subprocess.run(["bash", "-c", shown], capture_output=True, text=True, check=True).stdout
    assert words.splitlines() == ["scripts.new", "--", "ID=a", f"PICTURE={name}"]


def test_a_place_in_words_is_left_out_of_what_is_kept(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    drawn((900, 600), 3).save(path, xmp=b'<rdf:Description photoshop:City="Ben May"/>')
    assert new(root, path) == 0
    assert b"Ben May" not in (root / "data/pictures/a.jpg").read_bytes()
