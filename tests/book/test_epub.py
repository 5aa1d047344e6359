"""The EPUB for readers who hear it: roles, pages of the printed book, what it says of itself."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from macros.book.build import build
from macros.book.command import tasks_of
from macros.project.project import Project
from tests.book.ace import faults, report
from tests.book.test_parts import PARTS
from tests.small_site import CHAPTER, FILES, STATISTICS, put, write_site

ROOT = Path(__file__).parents[2]
XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
OBSERVATION = """\
  - id: dang-vien-{0}
    indicator: party-members
    period: "{0}"
    value: {0}
    cite: ky-yeu#1
"""
LONG = " ".join(f"Câu thứ {n} kể thêm một điều nữa về xã, dài cho đủ một dòng." for n in range(150))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a volume with all parts of a book and a long paragraph, built once."""
    site = write_site(tmp_path_factory.mktemp("epub") / "site")
    for path, text in PARTS.items():
        put(site, path, text)
    put(site, "data/edition.yml", "volumes: [{ volume: may-thuong, isbn: 978-604-00-0001-9 }]\n")
    # A table with a caption, which has an anchor of its own, over several pages.
    more = "".join(map(OBSERVATION.format, range(1700, 1850)))
    put(site, STATISTICS, FILES[STATISTICS] + more)
    path = site / CHAPTER
    note = "\n\nMột chú thích[^1] của chương.\n\n[^1]: Lời *chú*.\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{LONG}{note}", encoding="utf-8")
    tasks, _ = tasks_of(Project(site), folder=site / "dist")
    for task in tasks:
        result = build(task)
        assert not result.failed, result.problems
    return site / "dist"


def documents(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield the pages of an EPUB: file and root."""
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                yield Path(name).stem, etree.fromstring(book.read(name))


def package(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read("EPUB/package.opf").decode()


def test_every_part_is_known_by_its_role(built: Path) -> None:
    roles = {
        name: section.get("role")
        for name, root in documents(built / "may-thuong.epub")
        for section in root.iter(f"{XHTML}section")
        if "section" in (section.get("class") or "").split()
    }
    assert roles == {
        "may-thuong-g-gioi-thieu": "doc-foreword",
        "may-thuong-e-noi-dau": "doc-preface",
        "loi-dan": "doc-introduction",
        "may-thuong-index": "doc-chapter",
        "may-thuong-a-ket-luan": "doc-conclusion",
        "may-thuong-dai-hoi": "doc-appendix",
        "may-thuong-d-cap-uy": "doc-appendix",
        "may-thuong-c-liet-si": "doc-appendix",
        "may-thuong-so-lieu": "doc-appendix",
        "may-thuong-h-nien-bieu": "doc-appendix",
        "may-thuong-mau-thuan": "doc-appendix",
        "van-ban": "doc-appendix",
        "may-thuong-b-nguon": None,
        "nguon": "doc-bibliography",
        "chu-viet-tat": "doc-glossary",
        "chi-muc": "doc-index",
        "danh-muc": None,
    }


def test_a_note_is_called_read_and_left_again(built: Path) -> None:
    seen = 0
    for _, root in documents(built / "may-thuong.epub"):
        ids = {one.get("id"): one for one in root.iter() if one.get("id")}
        for call in root.xpath("//*[@role='doc-noteref']"):
            seen += 1
            assert call.get(f"{EPUB}type") == "noteref"
            note = ids[call.get("href").removeprefix("#")]
            assert note.get("role") == "doc-footnote"
            (back,) = note.xpath(".//*[@role='doc-backlink']")
            assert ids[back.get("href").removeprefix("#")] is call
            # Number, space, words: nothing of it runs together.
            text = "".join(note.itertext())
            assert re.match(rf"{call.text}\. \S", text), text
    assert seen >= 5


def _linear(element: Any) -> Iterator[str]:
    """Yield the text of a page as it is read on paper, with a mark where a page begins."""
    classes = (element.get("class") or "").split()
    if element.get("role") == "doc-pagebreak":
        yield f"\0{element.get('aria-label')}\0"
    if "noteref" not in classes and "footnotes" not in classes:
        yield element.text or ""
        for child in element:
            yield from _linear(child)
    yield element.tail or ""


def test_pages_of_the_printed_book_are_marked_at_their_first_letter(built: Path) -> None:
    command = ["pdftotext", "-raw", str(built / "may-thuong.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = ["".join(page.split()) for page in told.split("\f")]
    seen = []
    for _, root in documents(built / "may-thuong.epub"):
        text = re.sub(r"[^\S\0]", "", "".join(_linear(root.find(f"{XHTML}body"))))
        for mark in re.finditer("\0(\\d+)\0", text):
            number = int(mark[1])
            seen.append(number)
            following = re.sub("\0\\d+\0", "", text[mark.end() : mark.end() + 60])
            # On paper no stop follows “Chương 1”; the running head precedes the text.
            words = re.sub(r"^((?:Chương|Phụlục)\d+)\.", r"\1", following)[:16]
            assert words in pages[number - 1][:140], (number, words)
    # The long paragraph runs over a page end: there the mark stands within it.
    assert len(seen) > 15
    listed = [
        int(link.text)
        for name, root in documents(built / "may-thuong.epub")
        if name == "nav"
        for link in root.xpath("//*[@role='doc-pagelist']//*[local-name()='a']")
    ]
    assert listed == sorted(seen)
    within = [
        mark
        for _, root in documents(built / "may-thuong.epub")
        for mark in root.xpath("//*[local-name()='p']/*[@role='doc-pagebreak']")
        if (mark.getprevious() is not None or (mark.getparent().text or "").strip())
    ]
    assert within


def test_what_it_says_of_itself(built: Path) -> None:
    told = package(built / "may-thuong.epub")
    for words in (
        '<dc:source id="ban-in">urn:isbn:9786040000019</dc:source>',
        '<meta refines="#ban-in" property="source-of">pagination</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
        '<meta property="schema:accessibilityFeature">pageNavigation</meta>',
        "số trang của bản in được đánh dấu",
    ):
        assert words in told, words
    other = package(built / "toan-tap.epub")
    assert "bản in khổ 16 × 24 cm" in other
    assert "<dc:publisher>" not in other


def test_without_a_printed_book_there_are_no_pages(built: Path) -> None:
    site = built.parent
    tasks, _ = tasks_of(Project(site), kinds=("epub",), folder=site / "alone")
    assert not build(tasks[1]).failed
    assert "pageNavigation" not in package(site / "alone/may-thuong.epub")
    assert "dc:source" not in package(site / "alone/may-thuong.epub")


def test_epubcheck_accepts_it(built: Path) -> None:
    for name in ("may-thuong", "toan-tap"):
        command = ["java", "-jar", "/usr/bin/epubcheck", str(built / f"{name}.epub")]
        done = subprocess.run(command, capture_output=True, text=True)
        told = done.stdout + done.stderr
        assert "0 fatals / 0 errors / 0 warnings" in told, told[-2000:]


def test_ace_finds_nothing(built: Path, tmp_path: Path) -> None:
    told = report(built / "may-thuong.epub", tmp_path)
    assert faults(told) == []
    assert told["properties"]["hasPageBreaks"]


def test_ace_sees_what_is_missing(built: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.epub"
    with zipfile.ZipFile(built / "may-thuong.epub") as book, zipfile.ZipFile(spoilt, "w") as copy:
        for entry in book.infolist():
            data = book.read(entry).replace(b' role="doc-noteref"', b"")
            copy.writestr(entry, data.replace(b"accessModeSufficient", b"accessMode"))
    found = " ".join(faults(report(spoilt, tmp_path)))
    assert "epub-type-has-matching-role" in found
    assert "metadata-accessmodesufficient" in found


def test_a_caption_is_the_first_of_its_table() -> None:
    # Browsers mend another order in silence; an EPUB with it is refused by its readers' programs.
    twins = sorted((ROOT / "overrides/book/components").glob("*.html"))
    with_columns = [text for one in twins if "<colgroup>" in (text := one.read_text("utf-8"))]
    assert with_columns
    for text in with_columns:
        assert text.index("<caption>") < text.index("<colgroup>")
