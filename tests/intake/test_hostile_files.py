"""Files that nobody's office sends are refused with one line that says what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.intake import package
from macros.intake.document import IntakeError
from macros.intake.readers import read
from tests.intake.word_file import packed, paragraph, parts, relations, word_file

Changed = Callable[[dict[str, str | bytes]], object]
GOOD = paragraph("Một đoạn.")


def many(content: dict[str, str | bytes]) -> None:
    content.update({f"word/media/{name}.bin": b"" for name in range(2_000)})


def entities(content: dict[str, str | bytes]) -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    text = str(content["word/document.xml"]).replace("Một đoạn.", "&l9;")
    content["word/document.xml"] = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>{text}'


def entities_in_utf16(content: dict[str, str | bytes]) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY l "ha">]>'
    content["word/document.xml"] = (text + str(content["word/document.xml"])).encode("utf-16")


def external(kind: str, target: str) -> Changed:
    def change(content: dict[str, str | bytes]) -> None:
        content["word/_rels/document.xml.rels"] = relations((kind, target, "External"))

    return change


def with_part(name: str, data: bytes = b"x") -> Changed:
    return lambda content: content.update({name: data})


REFUSED: dict[str, tuple[Changed, str]] = {
    "two thousand parts": (many, "có quá 1500 phần bên trong"),
    "a bomb": (with_part("word/media/a.bin", bytes(40_000_000)), "bung ra quá lớn (bom nén)"),
    "entities": (entities, "có khai báo thực thể XML"),
    "entities in another encoding": (entities_in_utf16, "có khai báo thực thể XML"),
    "macros": (with_part("word/vbaProject.bin"), "có macro"),
    "an absolute path": (with_part("/etc/passwd"), "có đường dẫn ra ngoài: “/etc/passwd”"),
    "a path upwards": (with_part("word/../../x"), "có đường dẫn ra ngoài: “word/../../x”"),
    "a drive": (with_part("C:/x"), "có đường dẫn ra ngoài: “C:/x”"),
    "a template elsewhere": (external("attachedTemplate", "https://a.b/c.dotm"), "gọi nội dung từ nơi khác"),
    "a picture on a share": (external("image", r"\\may\anh.png"), "gọi nội dung từ nơi khác"),
    "a frame": (external("frame", "a.html"), "gọi nội dung từ nơi khác"),
    "not XML": (with_part("word/document.xml", b"<w:document"), "hỏng ở phần “word/document.xml”"),
    "no text": (with_part("word/document.xml", b"<x/>"), "không phải văn bản Word"),
    "another part's text": (lambda content: content.pop("_rels/.rels"), "không phải văn bản Word"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused(tmp_path: Path, name: str) -> None:
    change, told = REFUSED[name]
    content = parts(GOOD)
    change(content)
    with pytest.raises(IntakeError) as refusal:
        read(packed(tmp_path / "a.docx", content))
    assert told in refusal.value.message
    assert "\n" not in str(refusal.value)
    assert refusal.value.remedy


@pytest.mark.parametrize(
    "change",
    [
        external("hyperlink", "https://song-may.gov.vn"),
        external("attachedTemplate", "file:///C:/Users/Lan/AppData/Roaming/Microsoft/Templates/Normal.dotm"),
        external("image", "file:///C:/anh/1.png"),
    ],
)  # fmt: skip
def test_what_offices_send_is_read(tmp_path: Path, change: Changed) -> None:
    content = parts(GOOD)
    change(content)
    assert [one.text for one in read(packed(tmp_path / "a.docx", content)).paragraphs] == [
        "Một đoạn."
    ]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", b"", "rỗng (0 byte)"),
        ("a.docx", b"PK\x03\x04hong", "hỏng, không mở được"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "đặt mật khẩu, hoặc là tệp Word kiểu cũ"),
        ("a.docm", b"PK", "là tệp có macro"),
        ("a.xyz", b"abc", "chưa đọc được loại tệp “.xyz”"),
    ],
)  # fmt: skip
def test_a_file_of_another_form_is_named(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(IntakeError, match=told.replace("(", r"\(").replace(")", r"\)")):
        read(tmp_path / name)


def test_two_parts_of_one_name(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", GOOD)
    with zipfile.ZipFile(path, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("word/document.xml", "<x/>")
    with pytest.raises(IntakeError, match="hai phần trùng tên"):
        read(path)


def test_a_part_that_is_larger_than_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MAX_PART", 500)
    with pytest.raises(IntakeError, match="bung ra quá lớn"):
        read(word_file(tmp_path / "a.docx", *[GOOD] * 100))
