"""The book of this site is held to all that a whole book is, and tells of everybody."""

from __future__ import annotations

from pathlib import Path

from macros.project.check import load
from macros.project.project import Project
from tests.book import ace
from tests.book.reading import Book
from tests.book.test_whole_book import (
    plain,
    section_pages,
    test_epubcheck_finds_nothing_in_any_volume,
    test_every_entry_of_the_contents_names_the_page_it_leads_to,
    test_every_entry_of_the_index_names_a_page_that_holds_the_name,
    test_every_font_is_embedded,
    test_every_page_is_marked,
    test_every_page_number_in_the_text_is_that_of_the_link_before_it,
    test_every_person_whom_a_chapter_names_is_in_the_index,
    test_no_word_runs_out_of_its_page,
    test_sentences_come_out_as_they_were_written,
    test_the_structure_is_that_of_pdf_ua,
    test_the_words_of_the_site_are_not_in_the_book,
    test_there_are_bookmarks_for_all_sections,
)
from tests.browser.every_page import ALL

__all__ = [
    "test_epubcheck_finds_nothing_in_any_volume",
    "test_every_entry_of_the_contents_names_the_page_it_leads_to",
    "test_every_entry_of_the_index_names_a_page_that_holds_the_name",
    "test_every_font_is_embedded",
    "test_every_page_is_marked",
    "test_every_page_number_in_the_text_is_that_of_the_link_before_it",
    "test_every_person_whom_a_chapter_names_is_in_the_index",
    "test_no_word_runs_out_of_its_page",
    "test_sentences_come_out_as_they_were_written",
    "test_the_structure_is_that_of_pdf_ua",
    "test_the_words_of_the_site_are_not_in_the_book",
    "test_there_are_bookmarks_for_all_sections",
]


def test_ace_finds_nothing(shelf: Path, tmp_path: Path) -> None:
    # All chapters are minutes of a browser: `make pages` looks at each, a test at one volume.
    books = sorted(shelf.glob("*.epub"), key=lambda book: book.stat().st_size)
    for book in books if ALL else books[:1]:
        folder = tmp_path / book.stem
        folder.mkdir()
        assert ace.faults(ace.report(book, folder)) == [], book.name


def test_every_person_of_the_data_is_in_the_index(collected: Book, project: Project) -> None:
    archive = load(project).archive
    pages = section_pages(collected, "chi-muc", "danh-muc")
    # The lists may begin on the page on which the index ends.
    told = " ".join(plain(collected.page_text(number)) for number in (*pages, pages.stop))
    missing = [one.name for one in archive.people.values() if one.name not in told]
    assert missing == []


def test_few_pages_are_blank_and_none_holds_a_few_lines(book: Book) -> None:
    count = len(book.reader.pages)
    told = [len(book.page_text(number).split()) for number in range(1, count + 1)]
    assert told.count(0) < 0.08 * count
    # Before the chapters, and on a page of a part, a few words are meant.
    first = book.places["loi-dan"]
    parts = {page for key, page in book.places.items() if key.startswith("phan-")}
    assert [n for n, words in enumerate(told, 1) if 0 < words < 40 and n > first] in (
        [],
        sorted(n for n in parts if told[n - 1] < 40),
    )
