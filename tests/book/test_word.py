"""The Word edition: Word's own notes, heads of tables and headings, a bookmark for each fact."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from macros.addresses.bookmarks import MOST, fact_bookmark, first_of, nth
from macros.book.word.columns import shared
from scripts.remarks import main as remarks
from scripts.word import main as word
from tests.intake.word_file import SPACES, paragraph
from tests.small_site import put, write_site

pytest.importorskip("pypandoc")
VOLUME = "may-thuong"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("word") / "site"
    folder.mkdir()
    assert word(["--root", str(write_site(folder)), "--only", VOLUME]) == 0
    return folder


@pytest.fixture(scope="module")
def parts(root: Path) -> dict[str, str]:
    with zipfile.ZipFile(root / f"dist/word/{VOLUME}.docx") as file:
        return {name: file.read(name).decode() for name in file.namelist() if "xml" in name}


def test_notes_headings_and_tables_are_words_own(parts: dict[str, str]) -> None:
    body = parts["word/document.xml"]
    assert body.count("<w:footnoteReference") >= 3
    assert "Kỷ yếu" in parts["word/footnotes.xml"]
    assert '<w:pStyle w:val="Heading1" />' in body
    assert '<w:pStyle w:val="Heading2" />' in body
    assert '<w:tblHeader w:val="on" />' in body
    assert body.count("<w:tr>") == body.count("<w:cantSplit/>")
    assert 'w:val="vi-VN"' in parts["word/styles.xml"]
    assert "Times New Roman" in parts["word/styles.xml"]
    assert "PAGE" in parts["word/footer1.xml"]
    assert "lane__" not in body


def test_each_fact_is_a_bookmark_that_word_takes(parts: dict[str, str]) -> None:
    body = parts["word/document.xml"]
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]*)"', body)
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    assert {"tap__may_thuong", "dang_vien_1950", "chuong__may_thuong_index"} <= set(names)
    links = set(re.findall(r'w:anchor="([^"]*)"', body))
    assert links <= set(names)


def test_the_same_content_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    assert word(["--root", str(root), "--only", VOLUME, "--folder", str(tmp_path)]) == 0
    first = (root / f"dist/word/{VOLUME}.docx").read_bytes()
    assert (tmp_path / f"{VOLUME}.docx").read_bytes() == first


COMMENTS = f"""<w:comments {SPACES}>
<w:comment w:id="0" w:author="Ông Tư">{paragraph("Xem lại con số.")}</w:comment></w:comments>"""


def reviewed(source: Path, target: Path, mark: str, *, bare: bool = False) -> Path:
    """Write a copy with a comment on the value at a bookmark, and a word struck out after it."""
    with zipfile.ZipFile(source) as got, zipfile.ZipFile(target, "w") as made:
        for one in got.infolist():
            text = got.read(one)
            if one.filename == "word/document.xml":
                text = _commented(text.decode(), mark, bare=bare).encode()
            elif one.filename == "word/comments.xml":
                text = COMMENTS.encode()
            made.writestr(one, text)
    return target


def _commented(body: str, mark: str, *, bare: bool) -> str:
    start = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{mark}"[^>]*>', body)
    assert start
    end = f'<w:bookmarkEnd w:id="{start[1]}" />'
    struck = '<w:del w:id="900" w:author="Bà Năm"><w:r><w:delText>khoảng</w:delText></w:r></w:del>'
    around = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' + end + struck
    body = body.replace(end, around).replace(start[0], f'{start[0]}<w:commentRangeStart w:id="0"/>')
    return re.sub(r"<w:bookmark(?:Start|End)[^>]*>", "", body) if bare else body


def test_a_remark_leads_to_the_datum_and_to_the_line_of_the_chapter(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = reviewed(root / f"dist/word/{VOLUME}.docx", tmp_path / "gop-y.docx", "dang_vien_1950")
    assert remarks(["--root", str(root), str(copy)]) == 0
    lines = capsys.readouterr().out.splitlines()
    fact = "   dữ kiện dang-vien-1950: data/organizations/may-thuong/statistics.yml:2"
    assert "Ông Tư viết “Xem lại con số.” (về “" in lines[0]
    assert re.fullmatch(r"   chương: docs/may-thuong/[a-z-]+\.md:\d+", lines[1])
    assert "dang-vien" in lines[2]
    assert "Bà Năm bỏ “khoảng”" in lines[3]
    assert lines[4] == lines[1]
    assert lines[2] == lines[5] == fact
    assert lines[-1] == "2 góp ý trong gop-y.docx."


def test_without_bookmarks_the_chapter_is_found_by_its_words(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = root / f"dist/word/{VOLUME}.docx"
    copy = reviewed(source, tmp_path / "gop-y.docx", "dang_vien_1950", bare=True)
    assert remarks(["--root", str(root), str(copy)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"   chương: docs/may-thuong/[a-z-]+\.md:\d+", lines[1])
    assert not any("dữ kiện" in line for line in lines)


def test_a_copy_of_a_volume_that_is_not_here_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    for name in ("mkdocs.yml", "docs/index.md"):
        put(other, name, (root / name).read_text(encoding="utf-8"))
    assert remarks(["--root", str(other), str(root / f"dist/word/{VOLUME}.docx")]) == 1
    told = capsys.readouterr().err
    assert "là bản Word của một tập không có ở đây (dấu trang tap__may_thuong)" in told


def test_what_cannot_be_made_is_told_in_one_line(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert word(["--root", str(root), "--only", "khong-co"]) == 1
    assert capsys.readouterr().err.startswith("lỗi: không có tập “khong-co” → chọn: toan-tap, ")
    put(tmp_path, "mkdocs.yml", (root / "mkdocs.yml").read_text(encoding="utf-8"))
    assert word(["--root", str(tmp_path), "--only", "khong-co"]) == 1
    assert "2 lỗi trong dữ liệu và các chương: chưa dựng bản Word." in capsys.readouterr().err


def test_a_bookmark_is_short_and_tells_its_fact() -> None:
    assert fact_bookmark("to-chuc", "dang-vien-1950", "to-chuc") == "dang_vien_1950"
    other = fact_bookmark("ban-a", "dang-vien-1950", "to-chuc")
    assert other == "ban_a__dang_vien_1950"
    assert first_of(nth(other, 12)) == other
    long = {fact_bookmark("a", f"{'rat-' * 12}dai-{one}", "b") for one in range(9)}
    assert len(long) == 9
    assert all(len(nth(one, 999)) <= MOST for one in long)


def test_columns_share_the_page_by_what_they_hold() -> None:
    assert sum(shared([3, 14, 120], [3, 6, 9])) == 100
    narrow, name, text = shared([3, 14, 120], [3, 6, 9])
    assert narrow < name < text
