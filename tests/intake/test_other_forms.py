"""Plain text in every encoding, LibreOffice's files, and what needs a program of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.intake import office
from macros.intake.clean import cleaned
from macros.intake.document import IntakeError, Reading
from macros.intake.readers import read
from macros.intake.word.docx import read_docx
from tests.intake.word_file import packed, paragraph, word_file
from tests.text.test_conversion import MEANT, TCVN3, VNI

ODT = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:xlink="x"'


def lines(found: Reading) -> list[str]:
    return [one.text for one in cleaned(found).paragraphs]


@pytest.mark.parametrize(
    "data",
    [
        "\n".join(MEANT).encode(),
        "\r\n".join(MEANT).encode("utf-8-sig"),
        "\r\n\r\n".join(MEANT).encode("utf-16"),
        "\n".join(TCVN3).encode("latin-1"),
        "\n".join(VNI).encode("latin-1"),
    ],
)
def test_a_text_in_any_encoding(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert lines(read(tmp_path / "a.txt")) == MEANT


def test_a_wrapped_text_is_joined(tmp_path: Path) -> None:
    text = """\
Ngày 02/3/1950, Tỉnh ủy Sông Mây ra quyết định thành lập
Đảng bộ xã Mây Thượng, có 40 đảng viên sinh hoạt ở bốn chi
bộ của các thôn.
Đại hội lần thứ nhất họp ngày 10/5/1952, có 35 đại biểu dự
và bầu bà Lý Thị Mận làm Bí thư. Đại hội nêu hai việc cần
làm:
- Mở lớp học cho mọi người trong xã, kể cả người già ở các
thôn xa;
- Đắp đê.

Hết.
"""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = read(tmp_path / "a.txt")
    assert lines(found) == [
        "Ngày 02/3/1950, Tỉnh ủy Sông Mây ra quyết định thành lập Đảng bộ xã Mây Thượng, có 40 đảng viên sinh hoạt ở bốn chi bộ của các thôn.",
        "Đại hội lần thứ nhất họp ngày 10/5/1952, có 35 đại biểu dự và bầu bà Lý Thị Mận làm Bí thư. Đại hội nêu hai việc cần làm:",
        "- Mở lớp học cho mọi người trong xã, kể cả người già ở các thôn xa;",
        "- Đắp đê.",
        "Hết.",
    ]
    assert [bool(one.doubts) for one in found.paragraphs] == [True, True, True, False, False]
    assert "tệp ngắt dòng giữa câu: đã nối các dòng của một đoạn" in found.told


def test_a_text_that_was_not_wrapped_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một\nhai\n\nba\n", encoding="utf-8")
    assert lines(read(tmp_path / "a.txt")) == ["Một", "hai", "ba"]


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"a\x00b\xff", "không phải văn bản"), (b"\x81\x8d\xff abc", "không nhận ra bảng mã")],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(IntakeError, match=told):
        read(tmp_path / "a.txt")


def odt_file(path: Path, text: str, styles: str = "", **more: str | bytes) -> Path:
    content = f"<office:document-content {ODT}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    return packed(path, {"content.xml": content, **more})


def test_a_file_of_libreoffice(tmp_path: Path) -> None:
    styles = """
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/></text:list-style>
    <style:style style:name="Cu"><style:text-properties style:font-name=".VnTime"/></style:style>"""
    text = """
    <text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:table-of-content><text:index-body><text:p>mục lục</text:p></text:index-body></text:table-of-content>
    <text:list xml:id="a" text:style-name="L"><text:list-item><text:h text:outline-level="1">Tổ chức</text:h>
    <text:list><text:list-item><text:p>Xã</text:p></text:list-item><text:list-item><text:p>Thôn</text:p></text:list-item></text:list></text:list-item></text:list>
    <text:list text:continue-list="a" text:style-name="L"><text:list-item><text:h text:outline-level="1">Nhân sự</text:h></text:list-item></text:list>
    <text:p>Có<text:s/>40<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Theo biểu 3.</text:p></text:note-body></text:note>
 <text:span>đảng viên</text:span>.</text:p>
    <table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Chỉ tiêu</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table>
    <text:p text:style-name="Cu">H\xad¬ng \xadíc</text:p>
    <text:p>Hình<draw:frame><draw:text-box><text:p>Trong hộp.</text:p></draw:text-box></draw:frame></text:p>"""
    found = read(odt_file(tmp_path / "a.odt", text, styles))
    assert lines(found) == [
        "I. Tổ chức", "1. Xã", "2. Thôn", "II. Nhân sự", "Có 40(1) đảng viên.", "(1) Theo biểu 3.",
        "Chỉ tiêu | 40", "Hương ước", "Hình", "Trong hộp.",
    ]  # fmt: skip
    assert [one.kind for one in found.paragraphs].count("heading") == 2


@pytest.mark.parametrize(
    ("content", "more", "told"),
    [
        ('<text:section><text:section-source xlink:href="https://a.b/c.odt"/></text:section>', {}, "gọi nội dung từ nơi khác"),
        ("<text:p>a</text:p>", {"Basic/Standard/Module1.xml": "x"}, "có macro"),
        ("<text:p>a</text:p>", {"META-INF/manifest.xml": "<x><manifest:encryption-data/></x>"}, "đặt mật khẩu"),
    ],
)  # fmt: skip
def test_a_hostile_file_of_libreoffice(
    tmp_path: Path, content: str, more: dict[str, str], told: str
) -> None:
    with pytest.raises(IntakeError, match=told):
        read(odt_file(tmp_path / "a.odt", content, **more))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.rtf", rb"{\rtf1 {\object\objdata 01}}", "có tệp nhúng bên trong"),
        ("a.rtf", rb"{\rtf1 {\*\template http://a.b/c.dot}}", "gọi nội dung từ nơi khác"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "có macro"),
        ("a.doc", b"GIF89a", "không phải tệp .doc"),
        ("a.doc", b"", "rỗng"),
    ],
)  # fmt: skip
def test_hostile_files_reach_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, told: str
) -> None:
    monkeypatch.setattr(office, "_converted", lambda *_: pytest.fail("was run"))
    (tmp_path / name).write_bytes(data)
    with pytest.raises(IntakeError, match=told):
        read(tmp_path / name)


def test_without_libreoffice_the_way_out_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1 a}")
    with pytest.raises(IntakeError, match="cần LibreOffice") as refusal:
        read(tmp_path / "a.rtf")
    assert (
        refusal.value.remedy
        == "lưu thành .docx, hoặc thêm INSTALL=1 (gói Debian libreoffice-writer-nogui)"
    )


def test_what_libreoffice_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = word_file(tmp_path / "ra.docx", paragraph("Một đoạn."))
    monkeypatch.setattr(shutil, "which", lambda _: "soffice")
    monkeypatch.setattr(office, "_converted", lambda *_: made)
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1 a}")
    assert read(tmp_path / "a.rtf") == read_docx(made)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_rich_text_by_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "Báo cáo.rtf").write_bytes(rb"{\rtf1\ansi M\u7897?t \'f0o\u7841?n.\par Hai.}")
    assert lines(read(tmp_path / "Báo cáo.rtf")) == ["Một ðoạn.", "Hai."]
