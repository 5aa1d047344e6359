"""The picture of a lineage in a volume: drawn on paper and in the EPUB, told in Word."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from macros.book.build import build
from macros.book.command import tasks_of
from macros.project.project import Project
from scripts.word import main as word
from tests import small_site
from tests.book.reading import Book
from tests.small_site import CHAPTER, put, write_site

SVG = "{http://www.w3.org/2000/svg}"
SENTENCE = (
    "Ngày 05/4/1956, toàn bộ chi bộ làng Đoài và một phần chi bộ làng Đông sáp nhập vào Đảng bộ "
    "xã Mây Thượng.\n"
)
CHANGE = """\
kind: absorption
date: "1956-04-05"
participants:
  - {label: chi bộ làng Đoài, role: from, extent: whole}
  - {label: chi bộ làng Đông, role: from, extent: part}
  - {organization: may-thuong, role: to}
cite: ky-yeu#6
"""
CALL = "\n\n## Nguồn gốc\n\n{{ lineage() }}\n"
TOLD = "Chi bộ làng Đoài → Đảng bộ xã Mây Thượng"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(small_site, "TRANSCRIPTION", small_site.TRANSCRIPTION + SENTENCE)
        root = write_site(tmp_path_factory.mktemp("lineage") / "site")
    put(root, "data/changes/gop-lang.yml", CHANGE)
    path = root / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + CALL, encoding="utf-8")
    tasks, _ = tasks_of(Project(root), folder=root / "dist")
    for task in tasks:
        result = build(task)
        assert not result.failed, result.problems
    return root


def test_the_printed_book_draws_it_with_words_in_the_books_own_face(site: Path) -> None:
    book = Book(site / "dist/may-thuong.pdf")
    text = book.text().replace("\u00a0", " ")
    for words in ("Nhận sáp nhập, 05/04/1956", "toàn bộ", "một phần"):
        assert words in text, words
    said = [str(one.get("/Alt", "")).replace("\u00a0", " ") for _, one, _ in book.tags()]
    assert any(TOLD in words for words in said), said


def test_the_epub_draws_it_and_says_it(site: Path) -> None:
    with zipfile.ZipFile(site / "dist/may-thuong.epub") as file:
        documents = {
            name: etree.fromstring(file.read(name))
            for name in file.namelist()
            if name.endswith(".xhtml")
        }
        package = etree.fromstring(file.read("EPUB/package.opf"))
    ((name, drawing),) = (
        (name, one) for name, root in documents.items() for one in root.iter(f"{SVG}svg")
    )
    assert TOLD in (drawing.findtext(f"{SVG}title") or "").replace("\u00a0", " ")
    assert drawing.get("viewBox")
    # A reader of the device's night mode sees lines in the colour of the text.
    style = "".join(one.text or "" for one in drawing.iter(f"{SVG}style"))
    assert "stroke:currentColor" in style
    (item,) = package.xpath("//*[@href=$name]", name=Path(name).name)
    assert item.get("properties") == "svg"


def test_word_has_the_words_only(site: Path) -> None:
    assert word(["--root", str(site), "--only", "may-thuong"]) == 0
    with zipfile.ZipFile(site / "dist/word/may-thuong.docx") as file:
        body = file.read("word/document.xml").decode()
    assert "làng Đoài" in body
    assert "Danh sách sau hình" not in body
