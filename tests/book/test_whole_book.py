"""A whole book, read back: what it promises a reader holds.

The book of this site is held to the same in tests/content.
"""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from macros.archive.books import COLLECTED
from macros.project.check import load
from macros.project.project import Project
from macros.text.vietnamese import NBSP
from tests.book import ace
from tests.book.reading import Book
from tests.browser.every_page import ALL

HEADING = re.compile(r"/H([1-6])")
PERSON = re.compile(r'person\("([a-z0-9-]+)"')


def plain(text: str) -> str:
    return " ".join(text.replace(NBSP, " ").split())


def section_pages(book: Book, key: str, following: str | None) -> range:
    # The section that follows may begin on the last page of this one.
    last = len(book.reader.pages)
    return range(book.places[key], (book.places[following] if following else last) + 1)


def test_every_entry_of_the_contents_names_the_page_it_leads_to(book: Book) -> None:
    pages = section_pages(book, "muc-luc", None)
    entries = [link for link in book.links() if link.page in pages]
    assert len(entries) > 15
    for entry in entries:
        text = plain(book.page_text(entry.page))
        words = re.escape(plain(entry.words).removesuffix(str(entry.target)).rstrip())
        # A part and its first chapter may bear one name: each has its own number.
        printed = {int(number) for number in re.findall(rf"{words}[ .]*?(\d+)\b", text)}
        assert entry.target in printed, entry


def test_every_entry_of_the_index_names_a_page_that_holds_the_name(
    book: Book, project: Project
) -> None:
    archive = load(project).archive
    names = {f"nguoi-{one.id}": one.name for one in archive.people.values()}
    pages = section_pages(book, "chi-muc", "danh-muc")
    entries = [one for one in book.links() if one.page in pages and "--nguoi-" in one.name]
    assert entries
    texts = {number: plain(book.page_text(number)) for number in {e.target for e in entries}}
    for entry in entries:
        person = re.search(r"--(nguoi-.*)-\d+$", entry.name)
        assert person, entry
        assert int(re.match(r"\d+", entry.words)[0]) == entry.target, entry  # type: ignore[index]
        assert names[person[1]] in texts[entry.target], entry


def test_every_person_whom_a_chapter_names_is_in_the_index(
    collected: Book, project: Project
) -> None:
    people = load(project).archive.people
    named = {one for text in project.docs.chapters.values() for one in PERSON.findall(text.body)}
    assert len(named) > 10
    pages = section_pages(collected, "chi-muc", "danh-muc")
    # The lists may begin on the page on which the index ends.
    told = " ".join(plain(collected.page_text(number)) for number in (*pages, pages.stop))
    assert [people[one].name for one in sorted(named) if people[one].name not in told] == []


def test_every_page_number_in_the_text_is_that_of_the_link_before_it(book: Book) -> None:
    seen = 0
    places = {(link.page, link.target) for link in book.links()}
    for link in book.links():
        text = plain(book.page_text(link.page)) if link.words else ""
        words = re.escape(plain(link.words))
        told = {int(n) for n in re.findall(rf"{words}(?:,| \(|\d* \() ?tr\. (\d+)", text)}
        # A link may begin on a page and have its last words and its number on the next.
        if told and not (link.target not in told and (link.page + 1, link.target) in places):
            seen += 1
            assert link.target in told, link
    assert seen > 10


def test_every_font_is_embedded(book: Book) -> None:
    fonts = set()
    for page in book.reader.pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts.add((str(inner["/BaseFont"]), "/FontFile2" in inner["/FontDescriptor"]))
    assert fonts
    assert all(embedded for _, embedded in fonts)
    assert all(re.match(r"/[A-Z]{6}\+Book-", name) for name, _ in fonts), fonts


def test_no_word_runs_out_of_its_page(book: Book) -> None:
    sizes = [(float(p.mediabox.width), float(p.mediabox.height)) for p in book.reader.pages]
    edge = 20
    out = [
        word
        for word in book.words()
        if word.box[0] < edge
        or word.box[2] > sizes[word.page - 1][0] - edge
        or word.box[1] < edge
        or word.box[3] > sizes[word.page - 1][1] - edge
    ]
    assert out == []


def _sentences(docs: Path) -> list[str]:
    found = []
    for path in sorted(docs.glob("*/*.md")):
        if path.parent.name in ("tra-cuu", "bien-tap"):
            continue
        for line in path.read_text(encoding="utf-8").split("---", 2)[2].splitlines():
            if line.startswith(("#", "-", "{", "|", "1")):
                continue
            for sentence in re.split(r"(?<=\.) (?=[A-ZĐ])", line):
                plain_words = not re.search(r"[Tt]rang này|[{}\[\]*_–—/\-(]", sentence)
                if plain_words and 60 < len(sentence) < 240:
                    found.append(sentence)
    return found[:: max(len(found) // 60, 1)]


def test_sentences_come_out_as_they_were_written(collected: Book, project: Project) -> None:
    pages = [plain(collected.page_text(n)) for n in range(1, len(collected.reader.pages) + 1)]
    sentences = _sentences(project.root / "docs")
    assert len(sentences) >= 50

    def told(sentence: str) -> bool:
        if any(sentence in page for page in pages):
            return True
        words = sentence.split()
        for cut in range(1, len(words)):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            if any(first in a and rest in b for a, b in pairwise(pages)):
                return True
        return False

    assert [one for one in sentences if not told(one)] == []


def test_the_structure_is_that_of_pdf_ua(book: Book) -> None:
    assert book.root["/Lang"] == "vi"
    assert book.root["/MarkInfo"]["/Marked"]
    assert book.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert book.reader.metadata
    assert book.reader.metadata.title
    assert b"pdfuaid:part" in book.root["/Metadata"].get_object().get_data()
    tagged = list(book.tags())
    named = [str(element["/ID"]) for tag, element, _ in tagged if tag in ("/TH", "/Note")]
    ids = set(named)
    assert len(ids) == len(named)
    level, counts = 0, dict.fromkeys(("/TH", "/Note", "/Link", "/Table", "/P"), 0)
    for tag, element, above in tagged:
        if match := HEADING.fullmatch(tag):
            assert int(match[1]) <= level + 1, element
            level = int(match[1])
        if tag in counts:
            counts[tag] += 1
        if tag == "/Figure":
            assert element["/Alt"]
        if tag == "/TH":
            assert element["/A"]["/Scope"] in ("/Row", "/Column")
            assert "/Table" in above
        if tag == "/TD" and above[-1] == "/TR":
            assert all(str(one) in ids for one in element["/A"].get("/Headers", []))
    assert all(counts.values()), counts
    assert all(link.words for link in book.links())


def test_every_page_is_marked(book: Book) -> None:
    for page in book.reader.pages:
        assert "/StructParents" in page


def test_the_words_of_the_site_are_not_in_the_book(book: Book) -> None:
    found = re.findall(r"[^.]*\b(?:[Tt]rang này|ở trang [A-ZĐ]|trang web của)[^.]*", book.text())
    assert [one for one in found if "cùng lấy từ một bộ dữ liệu" not in one] == []


def test_there_are_bookmarks_for_all_sections(book: Book) -> None:
    titles = [one.title for one in book.reader.outline if hasattr(one, "title")]
    assert "Mục lục" in titles
    assert "Chỉ mục nhân vật" in titles
    assert len(titles) > 6


@pytest.mark.skipif(not ALL, reason="minutes of a browser: `make pages`; test_epub.py has a volume")
def test_ace_finds_nothing_in_the_collected_volume(shelf: Path, tmp_path: Path) -> None:
    assert ace.faults(ace.report(shelf / f"{COLLECTED}.epub", tmp_path)) == []


def test_epubcheck_finds_nothing_in_any_volume(shelf: Path) -> None:
    books = sorted(shelf.glob("*.epub"))
    assert books
    told = {}
    for book in books:
        command = ["java", "-jar", "/usr/bin/epubcheck", str(book)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode or "0 fatals / 0 errors / 0 warnings" not in done.stdout + done.stderr:
            told[book.name] = (done.stdout + done.stderr)[-2000:]
    assert told == {}
