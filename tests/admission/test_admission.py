"""Every path of docs/ and data/ is admitted by kind, or refused once, by name, with a remedy."""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from macros.admission import docs
from macros.admission import pictures as admitted
from macros.admission.docs import GENERATED_FOLDERS
from macros.admission.names import renamed
from macros.metadata import pictures
from macros.opendata import view
from macros.project import books
from macros.project.check import check_project
from macros.project.project import Project
from macros.search import write
from macros.search.answers import shards
from tests.small_site import CHAPTER, put, write_site

FOLDER = "docs/may-thuong"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return write_site(tmp_path / "site")


def messages(site: Path) -> list[str]:
    return [str(one) for one in check_project(Project(site)).problems]


def one(site: Path, path: str) -> str:
    """Return the one message for a path; nothing else may be told."""
    (line,) = messages(site)
    assert line.startswith(f"{path}:1:1: "), line
    return line


LEFTOVERS = [
    "bai.md~", "~$bao-cao.docx", ".~lock.bai.md#", "#bai.md#", "bai.md.bak", "bai.orig", "bai.md.rej",
    "bai.tmp", ".bai.md.swp", "Thumbs.db", "desktop.ini", ".DS_Store", "._anh.png",
    "bai - Copy.md", "bai copy.md", "bai - Copy (2).md", "bai (1).md", "anh(2).png", "bai - bản sao.md",
]  # fmt: skip
OFFICE = [
    "bao-cao.docx",
    "BAO CAO.DOC",
    "so-lieu.xlsx",
    "trinh-chieu.pptx",
    "quyet-dinh.pdf",
    "a.odt",
    "a.rtf",
    "tat-ca.zip",
]
ACTED_ON = [
    "_headers", "_redirects", "CNAME", "sw.js", "robots.txt", ".htaccess", "x.htm", "x.html", "x.xhtml",
    "x.js", "x.css", "x.wasm", "x.xml", "web.config", "manifest.json", "bundle.mjs", "x.svgz", "x.php",
]  # fmt: skip
OTHERS = [
    "ghi-chu.txt",
    "so-lieu.csv",
    "a.json",
    "a.yml",
    "anh.gif",
    "anh.bmp",
    "anh.tiff",
    "phim.mp4",
    "khong-duoi",
]


@pytest.mark.parametrize("folder", [FOLDER, "data/people", "data/organizations/may-thuong", "data"])
@pytest.mark.parametrize("name", LEFTOVERS)
def test_leftovers_are_told_as_what_they_are(site: Path, folder: str, name: str) -> None:
    put(site, f"{folder}/{name}", "x")
    line = one(site, f"{folder}/{name}")
    assert "là tệp thừa do máy hoặc trình soạn thảo để lại → xóa tệp" in line
    assert ("ghi chú" if name.startswith(".") else "lỗi") in line.split("“")[0]


@pytest.mark.parametrize("folder", [FOLDER, "docs", "data/sources"])
@pytest.mark.parametrize("name", OFFICE)
def test_office_files_are_told_where_they_belong(site: Path, folder: str, name: str) -> None:
    put(site, f"{folder}/{name}", "x")
    assert "viết thành chương .md và dữ liệu .yml" in one(site, f"{folder}/{name}")


@pytest.mark.parametrize("folder", [FOLDER, "docs", "data"])
@pytest.mark.parametrize("name", ACTED_ON)
def test_nothing_that_a_host_or_browser_acts_on(site: Path, folder: str, name: str) -> None:
    put(site, f"{folder}/{name}", "x")
    assert "máy chủ hoặc trình duyệt sẽ chạy theo" in one(site, f"{folder}/{name}")


@pytest.mark.parametrize("folder", [FOLDER, "docs", "data", "data/people", "data/sources"])
@pytest.mark.parametrize("name", [".env", ".a.md", ".lop.yml"])
def test_hidden_files_are_noted(site: Path, folder: str, name: str) -> None:
    put(site, f"{folder}/{name}", "MA_BI_MAT=1")
    line = one(site, f"{folder}/{name}")
    assert f"ghi chú: “{name}” là tệp ẩn: không được đọc, cũng không lên trang" in line


@pytest.mark.parametrize("folder", ["docs", "data", "data/people"])
@pytest.mark.parametrize("name", [".gitkeep", ".gitignore", ".editorconfig"])
def test_settings_of_git_and_editors_may_lie_anywhere(site: Path, folder: str, name: str) -> None:
    put(site, f"{folder}/{name}", "")
    assert messages(site) == []


@pytest.mark.parametrize("name", OTHERS)
def test_other_kinds_are_refused(site: Path, name: str) -> None:
    put(site, f"{FOLDER}/{name}", "x")
    other_picture = name.endswith((".gif", ".bmp", ".tiff"))
    words = "là hình thuộc loại không đăng được" if other_picture else "cũng không phải hình"
    assert words in one(site, f"{FOLDER}/{name}")


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Bài một.md", "bai-mot.md"),
        ("BAI.MD", "bai.md"),
        ("bài.md", "bai.md"),
        ("bai_1.md", ""),
        ("bai.markdown", "bai.md"),
        ("Ảnh 1.JPG", "anh-1.jpg"),
        ("Đảng bộ.png", "dang-bo.png"),
        ("a\nb.md", "a-b.md"),
    ],
)
def test_a_name_is_part_of_an_address(site: Path, name: str, better: str) -> None:
    assert renamed(name) == (better or "bai-1.md")
    if not better:
        return
    put(site, f"{FOLDER}/{name}", "---\ntitle: A\n---\n")
    (line,) = messages(site)
    assert f"→ đổi tên thành {better} " in line


@pytest.mark.parametrize(
    "folder", ["assets/javascripts", "assets", "search", "answers", "data", "sach"]
)
def test_no_file_takes_the_place_of_one_of_the_program(site: Path, folder: str) -> None:
    put(site, f"docs/{folder}/anh.png", "x")
    assert "do chương trình dựng" in one(site, f"docs/{folder.split('/')[0]}")


@pytest.mark.parametrize(
    "path",
    [
        "docs/may-thuong/anh.png",
        "docs/kia.md",
        "data/people/x.yml",
        "data/posts.yml",
        "data/sources/ky-yeu.evidence.json",
        CHAPTER,
    ],
)
def test_links_are_not_followed(site: Path, tmp_path: Path, path: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bí mật", encoding="utf-8")
    (site / path).unlink(missing_ok=True)
    (site / path).symlink_to(secret)
    lines = [line for line in messages(site) if line.startswith(f"{path}:")]
    assert len(lines) == 1
    assert "là liên kết (symbolic link)" in lines[0]
    assert "bí mật" not in "".join(messages(site))


def test_folders_that_are_links_are_not_entered(site: Path, tmp_path: Path) -> None:
    (tmp_path / "kia").mkdir()
    (tmp_path / "kia" / "a.md").write_text("x", encoding="utf-8")
    (site / "docs" / "kia").symlink_to(tmp_path / "kia")
    (site / "data" / "organizations" / "kia").symlink_to(tmp_path / "kia")
    lines = messages(site)
    assert [line.split(":")[0] for line in lines] == ["data/organizations/kia", "docs/kia"]


def test_docs_itself_is_no_link(site: Path, tmp_path: Path) -> None:
    (site / "docs").rename(tmp_path / "docs")
    (site / "docs").symlink_to(tmp_path / "docs")
    assert any(line.startswith("docs:1:1: lỗi: là liên kết") for line in messages(site))


def test_what_is_no_file(site: Path) -> None:
    os.mkfifo(site / FOLDER / "ong.png")
    assert "không phải tệp thường" in one(site, f"{FOLDER}/ong.png")


def test_two_pages_of_one_address(site: Path) -> None:
    put(site, "docs/may-thuong.md", "---\ntitle: A\n---\n")
    assert any("cùng địa chỉ với docs/" in line for line in messages(site))


def picture(site: Path, name: str, **options: object) -> Path:
    path = site / FOLDER / name
    Image.new("RGB", (8, 6), "red").save(path, **options)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("name", ["a.jpg", "a.jpeg", "a.png", "a.webp", "a.avif"])
def test_pictures_are_admitted(site: Path, name: str) -> None:
    picture(site, name)
    assert messages(site) == []
    assert messages(site) == []


def test_pictures_that_are_none(site: Path) -> None:
    picture(site, "sai-loai.png").rename(site / FOLDER / "sai-loai.jpg")
    whole = picture(site, "cut.jpg").read_bytes()
    (site / FOLDER / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    put(site, f"{FOLDER}/chu.png", "không phải hình")
    put(site, f"{FOLDER}/trong.webp", "")
    lines = messages(site)
    assert [line.split(": ")[2].split(" → ")[0] for line in lines] == [
        "không đọc được hình",
        "không đọc được hình",
        "tên là .jpg nhưng nội dung là PNG",
        "không đọc được hình",
    ]


def png(width: int, height: int) -> bytes:
    """A PNG of one colour, of a few hundred bytes whatever its size: a bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(50_000, 50_000), (100_000, 601)])
def test_bombs_are_not_decoded(site: Path, size: tuple[int, int]) -> None:
    (site / FOLDER / "bom.png").write_bytes(png(*size))
    assert "quá nhiều điểm, quá 60 triệu" in one(site, f"{FOLDER}/bom.png")


def test_a_picture_too_heavy(site: Path) -> None:
    with (site / FOLDER / "nang.png").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    assert "hình nặng 21 MB, quá 20 MB" in one(site, f"{FOLDER}/nang.png")


@pytest.mark.parametrize("name", ["anh.png", "bai.md", "ve.svg"])
def test_what_is_larger_than_the_memory_is_not_read(site: Path, name: str) -> None:
    with (site / FOLDER / name).open("wb") as file:
        file.truncate(1 << 42)  # without a block on the disk
    lines = [line for line in messages(site) if line.startswith(f"{FOLDER}/{name}:1:1: lỗi: ")]
    assert [" quá 20 MB" in line or "lớn hơn 1024 KiB" in line for line in lines][:1] == [True]


def test_a_picture_is_not_vouched_for_by_who_sends_it(site: Path) -> None:
    put(site, f"{FOLDER}/chu.png", "không phải hình")
    digest = hashlib.sha256(b".png:place:" + (site / FOLDER / "chu.png").read_bytes()).hexdigest()
    put(site, f".cache/pictures/{digest}", "")
    assert "không đọc được hình" in one(site, f"{FOLDER}/chu.png")


def photograph(site: Path, name: str, **options: object) -> str:
    """Save a photograph that says where it was taken; return its path."""
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitude: (20.0, 51.0, 0.0)}
    picture(site, name, exif=exif, **options)
    return f"{FOLDER}/{name}"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_photograph_that_says_where_it_was_taken(site: Path, name: str) -> None:
    path = photograph(site, name)
    for _ in range(2):  # also when it is known to be sound
        (line,) = messages(site)
        assert line.startswith(f"{path}:1:1: ghi chú: ảnh ghi vị trí nơi chụp (GPS)"), line
        assert "exiftool -gps:all=" in line


def test_a_place_in_xmp_and_remarks_that_are_broken(site: Path) -> None:
    picture(site, "a.jpg", xmp=b'<rdf:Description exif:GPSLatitude="20,51N"/>')
    picture(site, "b.jpg", exif=b"Exif\0\0II*\0\xff\xff\0\0")
    camera = Image.Exif()
    camera[ExifTags.Base.Model] = "Máy"
    picture(site, "c.jpg", exif=camera)
    (line,) = messages(site)
    assert line.startswith(f"{FOLDER}/a.jpg:1:1: ghi chú: ")


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        ("MAX_PICTURES", 3, "có 4 hình, quá 3: không hình nào được soát"),
        ("MAX_ALL_BYTES", 50 * 1024**2, "các hình nặng quá 50 MB: không hình nào được soát"),
    ],
)
def test_beyond_the_limit_of_all_none_is_decoded(
    site: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, words: str
) -> None:
    for number in range(4):
        with (site / FOLDER / f"a-{number}.png").open("wb") as file:
            file.truncate(15 * 1024**2)
    monkeypatch.setattr(admitted, limit, value)
    monkeypatch.setattr(admitted, "refused_picture", pytest.fail)
    (line,) = messages(site)
    assert line.startswith(f"docs:1:1: lỗi: {words} → ")


def test_after_those_that_are_told_none_is_decoded(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        put(site, f"{FOLDER}/a-{number}.png", "không phải hình")
    monkeypatch.setattr(admitted, "OF_ALL", 4)
    assert len(messages(site)) == 4


def test_beyond_the_limit_of_files_none_is_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        put(site, f"{FOLDER}/a-{number}.md", "")
    monkeypatch.setattr(docs, "MAX_FILES", 4)
    found = docs.admit_docs(site)
    assert len(found.pages) == 4
    assert [str(one) for one in found.problems] == [
        "docs:1:1: lỗi: có hơn 4 tệp → bỏ bớt những tệp không dùng"
    ]


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
SOUND = [
    '<path d="M0 0L9 9"/>',
    '<style>path { fill: url(#a) }</style><linearGradient id="a"><stop offset="0"/></linearGradient><text>Chữ</text>',
    '<g id="a"><path d="M0 0"/></g><use href="#a"/><use xlink:href="#a" x="3"/>',
    '<!-- ghi chú --><title>Bản đồ</title><desc>Mô tả</desc>',
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
]  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>",
    "<script href='a.js'/>",
    '<path onload="alert(1)"/>',
    '<g onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<use href="data:image/svg+xml;base64,AAAA"/>',
    '<use href="khac.svg#a"/>',
    '<use xlink:href="https://vi.du/a.svg#a"/>',
    '<image href="https://vi.du/theo-doi.png"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    '<metadata><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></metadata>',
    '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "<iframe xmlns='http://www.w3.org/1999/xhtml' src='https://vi.du'/>",
    "<style>@import url(https://vi.du/a.css);</style>",
    "<style>path { fill: url(https://vi.du/a) }</style>",
    '<path style="fill: url( &quot;https://vi.du/a&quot; )"/>',
    '<path fill="url(//vi.du/a)"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<handler xmlns="http://www.w3.org/2001/xml-events">x</handler>',
    '<g id="a"><path d="M0 0"/></g><g id="b"><use href="#a"/></g><use href="#b"/>',
    "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 8)),
    "<g/>" * 20_001,
]


@pytest.mark.parametrize("drawn", SOUND)
def test_drawings_are_admitted(site: Path, drawn: str) -> None:
    put(site, f"{FOLDER}/ve.svg", f"{HEAD}{drawn}</svg>")
    assert messages(site) == []


@pytest.mark.parametrize("drawn", HOSTILE)
def test_drawings_hold_shapes_text_and_styles_alone(site: Path, drawn: str) -> None:
    put(site, f"{FOLDER}/ve.svg", f"{HEAD}{drawn}</svg>")
    assert "→ xuất lại hình chỉ gồm nét vẽ và chữ, hoặc lưu thành PNG" in one(
        site, f"{FOLDER}/ve.svg"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không phải hình",
        "<html/>",
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' + HEAD + "</svg>",
        f'<?xml-stylesheet href="https://vi.du/a.css"?>{HEAD}</svg>',
        f"{HEAD}<g></svg>",
        "<svg/>",
    ],
)
def test_drawings_that_are_none(site: Path, text: str) -> None:
    put(site, f"{FOLDER}/ve.svg", text)
    assert "SVG" in one(site, f"{FOLDER}/ve.svg")


def test_every_folder_that_the_program_fills_is_named() -> None:
    folders = {
        view.FOLDER,
        books.FOLDER,
        write.FOLDER,
        shards.FOLDER,
        pictures.FOLDER.partition("/")[0],
    }
    assert folders <= set(GENERATED_FOLDERS)
