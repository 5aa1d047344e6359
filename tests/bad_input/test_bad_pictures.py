"""Bad pictures, each of one kind: one message, at its place, with what mends it."""

from __future__ import annotations

import os
import struct
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageFile

from macros.messages.problems import Problem, Severity
from macros.project.check import check_project
from macros.project.project import Project
from tests.picture_files import RECORD, drawn, put_picture
from tests.small_site import CHAPTER, write_site

FOLDER = "data/pictures"
JPG, YML = f"{FOLDER}/tru-so-cu.jpg", f"{FOLDER}/tru-so-cu.yml"
Bad = Callable[[Path], object]


def problems(root: Path) -> list[Problem]:
    found = check_project(Project(root)).problems
    return [one for one in found if one.severity is not Severity.NOTE]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    root = write_site(tmp_path / "site")
    put_picture(root, size=(450, 300))
    chapter = root / CHAPTER
    called = chapter.read_text(encoding="utf-8") + '\n{{ picture("tru-so-cu") }}\n'
    chapter.write_text(called, encoding="utf-8")
    return root


def file(content: bytes) -> Bad:
    """Write other bytes in the place of the picture."""
    return lambda root: (root / JPG).write_bytes(content)


def cut(root: Path) -> None:
    path = root / JPG
    path.write_bytes(path.read_bytes()[:-800])


def saved(picture: Image.Image, suffix: str = ".jpg", **options: object) -> Bad:
    """Save another picture in the place of the one that is there."""

    def write(root: Path) -> None:
        (root / JPG).unlink()
        put_picture(root, picture=picture, suffix=suffix, **options)  # type: ignore[arg-type]

    return write


def named(name: str) -> Bad:
    return lambda root: (root / JPG).rename(root / FOLDER / name)


def record(*lines: str, without: tuple[str, ...] = (), instead: str = "") -> Bad:
    """Write the record with more lines, without those of some keys, or another text."""

    def write(root: Path) -> None:
        kept = [one for one in RECORD.splitlines() if one.split(":")[0] not in without]
        text = instead or "\n".join([*kept, *lines]) + "\n"
        (root / YML).write_text(text, encoding="utf-8")

    return write


def given(key: str, value: str) -> Bad:
    return record(f"{key}: {value}", without=(key,))


def deep_png() -> bytes:
    """Return a PNG with 16 bits a colour, which Pillow cannot write in colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = b"".join(b"\0" + os.urandom(6 * 120) for _ in range(120))
    head = struct.pack(">IIBBBBB", 120, 120, 16, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def bomb() -> bytes:
    """Return a small file of a PNG that would be 40,000 pixels wide and high."""
    found = bytearray(deep_png())
    found[16:24] = struct.pack(">II", 40_000, 40_000)
    found[29:33] = struct.pack(">I", zlib.crc32(bytes(found[12:29])))
    return bytes(found)


def located() -> Image.Exif:
    exif = Image.Exif()
    where = exif.get_ifd(ExifTags.IFD.GPSInfo)
    where[ExifTags.GPS.GPSLatitude] = (20.0, 51.0, 0.0)
    where[ExifTags.GPS.GPSLongitude] = (106.0, 41.0, 0.0)
    return exif


def as_png(content: bytes) -> Bad:
    def write(root: Path) -> None:
        (root / JPG).unlink()
        (root / FOLDER / "tru-so-cu.png").write_bytes(content)

    return write


def doubled(root: Path) -> None:
    put_picture(root, suffix=".png", size=(450, 300), record=None)


def copied(root: Path) -> None:
    other = RECORD.replace("Trước trụ sở cũ", "Ngôi nhà lá đầu xã")
    (root / FOLDER / "nha-la.yml").write_text(other, encoding="utf-8")
    (root / FOLDER / "nha-la.jpg").write_bytes((root / JPG).read_bytes())


def in_a_folder(root: Path) -> None:
    folder = root / FOLDER / "dai-hoi"
    folder.mkdir()
    for one in (JPG, YML):
        (root / one).rename(folder / Path(one).name)


def linked(root: Path) -> None:
    (root / JPG).rename(root / "elsewhere.jpg")
    (root / JPG).symlink_to(root / "elsewhere.jpg")


def call(written: str) -> Bad:
    def write(root: Path) -> None:
        chapter = root / CHAPTER
        text = chapter.read_text(encoding="utf-8")
        chapter.write_text(text.replace('picture("tru-so-cu")', written), encoding="utf-8")

    return write


FRAMES = [drawn((120, 120), seed) for seed in (1, 2)]
SMALL = drawn((450, 300), 3)
XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="20,51N"/></x:xmpmeta>'

CITY = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description photoshop:City="B\xe1\xba\xbfn M\xc3\xa2y"/>'
    b"</x:xmpmeta>"
)


def with_iptc(picture: bytes) -> bytes:
    """Return a JPEG that names the quarter in which it was taken, as older programs write it."""
    words = "Xóm Bến Mây".encode()
    field = b"\x1c\x02\x5c" + struct.pack(">H", len(words)) + words
    field += b"\0" * (len(field) % 2)
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(field)) + field
    return picture[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + picture[2:]


BAD: dict[str, tuple[Bad, str]] = {
    "no picture": (file(b"chi la chu"), "không đọc được hình"),
    "empty": (file(b""), "tệp rỗng"),
    "HEIC by another name": (file(b"\0\0\0\x18ftypheic" + bytes(90)), "nội dung là HEIC"),
    "PDF by another name": (file(b"%PDF-1.4\n%%EOF\n"), "nội dung là PDF"),
    "cut off": (cut, "không đọc được hình"),
    "another kind than its name": (
        lambda root: SMALL.save(root / JPG, "PNG"),
        "tên là .jpg nhưng nội dung là PNG",
    ),
    "a script behind the picture": (
        lambda root: (root / JPG).write_bytes((root / JPG).read_bytes() + b"<script>x</script>"),
        "hình",
    ),
    "a bomb": (as_png(bomb()), "hình có quá nhiều điểm"),
    "too heavy": (file(b"\xff\xd8\xff" + bytes(21 * 1024**2)), "hình nặng 21 MB, quá 20 MB"),
    "colours of print": (saved(SMALL.convert("CMYK")), "ảnh theo hệ màu in (CMYK)"),
    "16 bit": (as_png(deep_png()), "ảnh có 16 bit mỗi màu"),
    "16 bit grey": (saved(Image.new("I;16", (200, 200)), ".png"), "ảnh có 16 bit mỗi màu"),
    "moves": (
        saved(FRAMES[0], ".webp", save_all=True, append_images=FRAMES[1:]),
        "ảnh động có 2 khung hình",
    ),
    "moves, as PNG": (
        saved(FRAMES[0], ".png", save_all=True, append_images=FRAMES[1:]),
        "ảnh động có 2 khung hình",
    ),
    "tiny": (saved(drawn((300, 60), 1)), "ảnh chỉ 300 × 60 điểm"),
    "says where (Exif)": (saved(SMALL, exif=located()), "ảnh ghi vị trí nơi chụp (GPS)"),
    "says where (XMP)": (saved(SMALL, xmp=XMP), "ảnh ghi vị trí nơi chụp (GPS)"),
    "says where (words in XMP)": (saved(SMALL, xmp=CITY), "(“Bến Mây”)"),
    "says where (IPTC)": (
        lambda root: (root / JPG).write_bytes(with_iptc((root / JPG).read_bytes())),
        "(“Xóm Bến Mây”)",
    ),
    "a drawing": (named("tru-so-cu.svg"), "“tru-so-cu.svg” là hình vẽ SVG"),
    "TIFF": (named("tru-so-cu.tif"), "“tru-so-cu.tif” là ảnh thuộc loại không đăng được"),
    "HEIC": (named("tru-so-cu.heic"), "“tru-so-cu.heic” là ảnh thuộc loại không đăng được"),
    "GIF": (named("tru-so-cu.gif"), "“tru-so-cu.gif” là ảnh thuộc loại không đăng được"),
    "capitals": (named("Tru-So-Cu.JPG"), "tên “Tru-So-Cu.JPG” không dùng làm mã được"),
    "spaces and marks": (named("trụ sở cũ.jpg"), "tên “trụ sở cũ.jpg” không dùng làm mã được"),
    "a copy": (
        lambda root: (root / FOLDER / "tru-so-cu (1).jpg").write_bytes((root / JPG).read_bytes()),
        "là tệp thừa",
    ),
    "a link": (linked, "là liên kết"),
    "missing": (lambda root: (root / JPG).unlink(), "không có tệp ảnh của “tru-so-cu”"),
    "in a folder": (in_a_folder, "thư mục con “dai-hoi” không được đọc"),
    "of another name": (named("tru-so-cuu.jpg"), "không có tệp ảnh của “tru-so-cu”"),
    "without a record": (
        lambda root: put_picture(root, "cau", size=(450, 300), record=None),
        "ảnh không có bản ghi",
    ),
    "two files": (doubled, "ảnh “tru-so-cu” có hai tệp"),
    "the same twice": (copied, "ảnh này giống hệt"),
    "no rights": (record(without=("licence",)), "thiếu trường “licence”"),
    "rights unknown to the list": (given("licence", "free"), "“licence” (Giấy phép): không nhận"),
    "permitted by nobody": (given("licence", "permission"), "mà không ghi ai giữ quyền"),
    "a name is asked for": (given("licence", "cc-by"), "buộc nêu tên tác giả"),
    "the original of unknown rights": (record("publish_original: true"), "chưa rõ ai giữ quyền"),
    "no alternative": (record(without=("alt",)), "thiếu trường “alt”"),
    "an empty alternative": (given("alt", '""'), "giá trị để trống"),
    "the name of a file": (given("alt", "IMG_2041.JPG"), "là tên tệp"),
    "one word": (given("alt", "ảnh"), "chưa tả được ảnh"),
    "words that say nothing": (given("alt", "Hình ảnh tư liệu minh họa"), "chưa tả được ảnh"),
    "a novel": (given("alt", "một hàng người " * 40), "quá 400"),
    "the caption again": (given("alt", "Trước trụ sở cũ."), "alt chép lại caption"),
    "no caption": (record(without=("caption",)), "thiếu trường “caption”"),
    "a caption of pages": (given("caption", "Trước trụ sở cũ. " * 20), "quá 300"),
    "a bold caption": (given("caption", "Trước **trụ sở** cũ"), "chú thích là chữ trơn, “**”"),
    "a caption in HTML": (given("caption", "Trước <b>trụ sở</b>"), "chú thích là chữ trơn, “<b>”"),
    "no kind": (record(without=("kind",)), "thiếu trường “kind”"),
    "an unknown kind": (given("kind", "anh-chup"), "“kind” (Loại): không nhận"),
    "from nowhere": (record(without=("holder",)), "không ghi lấy từ đâu"),
    "an unknown person": (record("people: ly-thi-man-2"), "không có nhân vật nào mang mã"),
    "a name for a person": (record("people: Lý Thị Mận"), "không có nhân vật nào mang mã"),
    "somebody twice": (record("people: [ly-thi-man, ly-thi-man]"), "people ghi “ly-thi-man” 2 lần"),
    "a name, and none": (
        record("people: [{person: ly-thi-man, unnamed: một xã viên}]"),
        "vừa có person vừa có unnamed",
    ),
    "a name for none": (
        record("people: [{unnamed: Lý Thị Mận}]"),
        "“Lý Thị Mận” là tên một nhân vật trong data/people/",
    ),
    "a comrade": (
        given("caption", "Nhà của đồng chí Tạ Văn Lê"),
        "lời kể gọi người là “đồng chí”",
    ),
    "a portrait of two": (
        record("people: [ly-thi-man, phung-van-khe]", "kind: portrait", without=("kind",)),
        "chân dung là của một người",
    ),
    "a portrait of nobody": (given("kind", "portrait"), "chân dung là của một người"),
    "an unknown organization": (record("organizations: may-ha"), "không có tổ chức nào mang mã"),
    "an unknown event": (record("shows: may-thuong/dai-hoi-9"), "không có dữ kiện nào mang mã"),
    "an event of nobody": (record("shows: dai-hoi-1"), "thiếu mã tổ chức"),
    "several in one file, as phones write": (
        lambda root: SMALL.save(root / JPG, "MPO", save_all=True, append_images=[SMALL]),
        "nhiều hình trong một tệp (MPO)",
    ),
    "a day that is none": (record('date: "1952-13"'), "1952-13"),
    "a day that has not come": (record('date: "2999-05-01"'), "thời gian ấy chưa đến"),
    "a day without quotes": (record("date: 1952"), "chưa đặt trong ngoặc kép"),
    "an unknown source": (record("cite: so-tay#3"), "không có nguồn nào mang mã “so-tay”"),
    "an unknown field": (record("photographer: ai đó"), "không có trường nào tên “photographer”"),
    "a day that its source lacks": (
        record('date: "1957-01-02"', "cite: ky-yeu#1", "implied: {caption: tên ảnh}"),
        "1957-01-02",
    ),
    "a person whom its source lacks": (
        record("people: ly-thi-man", "cite: ky-yeu#1", "implied: {caption: tên ảnh}"),
        "Lý Thị Mận",
    ),
    "an unknown id in a call": (call('picture("tru-so")'), "không có ảnh “tru-so”"),
    "a gallery without brackets": (
        call('gallery("tru-so-cu", "dinh-lang")'),
        "tham số “pictures” phải là một danh sách",
    ),
    "the same twice in a gallery": (
        call('gallery(["tru-so-cu", "tru-so-cu"])'),
        "gallery kể ảnh “tru-so-cu” 2 lần",
    ),
    "a caption in the call": (
        call('picture("tru-so-cu", caption="Trụ sở")'),
        "macro “picture” không có tham số “caption”",
    ),
    "a call without an id": (call("picture()"), "thiếu tham số “picture”"),
}


def test_the_site_has_nothing_to_mend(site: Path) -> None:
    assert problems(site) == []


@pytest.mark.parametrize("name", BAD)
def test_one_message(site: Path, name: str) -> None:
    spoil, words = BAD[name]
    spoil(site)
    found = problems(site)
    assert len(found) == 1, [str(one) for one in found]
    problem = found[0]
    assert words in problem.message
    assert problem.remedy
    assert problem.position.path.startswith((FOLDER, "docs/"))


def notes(root: Path) -> list[str]:
    found = check_project(Project(root)).problems
    return [str(one) for one in found if one.severity is Severity.NOTE]


def test_one_that_no_chapter_shows_is_noted_until_one_does(site: Path) -> None:
    assert notes(site) == []
    put_picture(site, "cau", size=(450, 300), record=f'{RECORD}date: "1950"\n')
    (note,) = notes(site)
    assert note.startswith(f"{FOLDER}/cau.yml:1:1: ghi chú: chưa chương nào chèn ảnh “cau” → ")
    chapter = site / CHAPTER
    text = chapter.read_text(encoding="utf-8")
    for shown in ('gallery(["cau"])', 'gallery(period="1949/1951", organization="may-thuong")'):
        chapter.write_text(f"{text}\n{{{{ {shown} }}}}\n", encoding="utf-8")
        if "period" in shown:
            more = f'{RECORD}date: "1950"\norganizations: may-thuong\n'
            (site / FOLDER / "cau.yml").write_text(more, encoding="utf-8")
        assert notes(site) == []


def test_who_is_named_in_a_caption_only_is_noted(site: Path) -> None:
    given("caption", "Nhà của bà Lý Thị Mận")(site)
    (note,) = notes(site)
    assert "caption nêu “Lý Thị Mận” mà people không có người ấy" in note
    record("people: ly-thi-man", "caption: Nhà của bà Lý Thị Mận", without=("caption",))(site)
    assert notes(site) == []


def test_who_is_named_in_a_caption_and_nowhere_else_is_noted(site: Path) -> None:
    given("caption", "Ông Tạ Văn Lê đọc diễn văn ở trường Nguyễn Văn Trỗi")(site)
    (note,) = notes(site)
    assert "caption nêu “Tạ Văn Lê”, data/people/ không có ai tên ấy" in note
    assert "tạo data/people/ta-van-le.yml" in note


def test_one_too_small_for_print_is_noted(site: Path) -> None:
    put_picture(site, size=(320, 200))
    (note,) = notes(site)
    assert note.startswith(f"{JPG}:1:1: ghi chú: ảnh chỉ 320 × 200 điểm, in rõ được rộng 5 cm → ")


def test_what_is_wrong_in_a_call_or_a_key_is_told_with_its_place(site: Path) -> None:
    call('picture("tru-so-cu", caption="Trụ sở")')(site)
    (problem,) = problems(site)
    assert "ghi trong data/pictures/<mã>.yml" in problem.remedy
    call('picture("tru-so-cu")')(site)
    (site / CHAPTER).write_text(
        (site / CHAPTER).read_text(encoding="utf-8").replace(', caption="Trụ sở"', ""), "utf-8"
    )
    record("photographer: Vũ Văn Ảnh")(site)
    (problem,) = problems(site)
    assert problem.remedy == "có phải ý bạn là “author”?"


def test_a_photograph_of_another_day_than_what_it_shows_is_noted(site: Path) -> None:
    shown = "shows: may-thuong/dai-hoi-1"
    record('date: "1952-06"', shown)(site)
    (note,) = notes(site)
    assert note.startswith(f"{YML}:")
    assert "ảnh chụp tháng 06/1952, mà may-thuong/dai-hoi-1 ở 10/05/1952 → " in note
    for right in ('date: "1952-05"', 'date: "1952-06"\nnote: Chụp lúc dỡ cổng chào.'):
        record(right, shown)(site)
        assert notes(site) == []


def test_broken_remarks_of_a_camera_are_passed_over_in_silence(site: Path) -> None:
    data = (site / JPG).read_bytes()
    remarks = b"Exif\0\0II*\0\xff\xff\xff\xff"
    broken = b"\xff\xe1" + struct.pack(">H", len(remarks) + 2) + remarks
    (site / JPG).write_bytes(data[:2] + broken + data[2:])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert problems(site) == []


def test_a_turned_photograph_is_no_mistake(site: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 8
    saved(SMALL, exif=exif)(site)
    assert problems(site) == []


def test_one_that_breaks_off_is_told_also_where_the_book_is_set(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint lets Pillow fill in what is missing, for the whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    cut(site)
    (problem,) = problems(site)
    assert "không đọc được hình" in problem.message
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_who_is_only_in_a_picture_is_a_person_of_the_site(site: Path) -> None:
    (site / "data/people/ma-van-phay.yml").write_text("name: Mã Văn Pháy\n", encoding="utf-8")
    assert len(problems(site)) == 1
    record("people: [ma-van-phay, {unnamed: true}]")(site)
    assert problems(site) == []
