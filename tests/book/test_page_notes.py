"""Every note stands on the page that calls it, whatever the page; the audit sees where one does not."""

from __future__ import annotations

import logging
import re
import subprocess
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from weasyprint import HTML, Document
from weasyprint.formatting_structure.boxes import FootnoteAreaBox, TextBox

from macros.book import page_notes
from macros.book.page_audit import UNAVOIDABLE, Kind, Reading, read
from macros.book.pdf import Typesetter
from macros.book.trial import SMALL, lay_book, lay_out_books
from scripts import trial
from tests.book.hard_pages import DEFECTS, HARD, Case

ROOT = Path(__file__).parents[2]
ALL = DEFECTS | HARD


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logger = logging.getLogger("weasyprint")
    before, logger.disabled = logger.disabled, True
    yield
    logger.disabled = before


def laid(case: Case, *, stock: bool = False) -> tuple[Document, Reading]:
    with nullcontext() if stock else page_notes.applied():
        html = HTML(string=case.html)
        document = html.render()
    return document, read(document, html.etree_element)


def text(page: object) -> str:
    def words(box: object) -> str:
        box = getattr(box, "_box", box)
        if isinstance(box, TextBox):
            return box.text
        return "".join(map(words, getattr(box, "children", ())))

    root, *others = page._page_box.children
    notes = [words(box) for box in others if isinstance(box, FootnoteAreaBox)]
    return f"{words(root)}|{''.join(notes)}".replace(" ", "")


@pytest.mark.parametrize("name", ALL)
def test_each_note_stands_where_it_is_called(name: str) -> None:
    document, reading = laid(ALL[name])
    assert tuple(map(text, document.pages)) == ALL[name].pages
    assert [one for one in reading.faults if one.kind not in UNAVOIDABLE] == []
    assert reading.calls == reading.notes == ALL[name].body.count("class=fn")


@pytest.mark.parametrize("name", DEFECTS)
def test_the_audit_sees_what_weasyprint_alone_spoils(name: str) -> None:
    _, reading = laid(DEFECTS[name], stock=True)
    assert {one.kind for one in reading.faults} & {Kind.LOST, Kind.TWICE, Kind.ORDER}


def test_what_no_page_can_hold_is_told_and_is_no_error() -> None:
    long = "a-note-longer-than-a-page", "more-notes-in-a-line-than-a-page-holds"
    told = {name: [one.kind for one in laid(HARD[name])[1].faults] for name in HARD}
    for name in long:
        assert set(told[name]) == {Kind.OVERFLOW}
    assert not any(told[name] for name in HARD if not name.startswith(("notes-left", *long)))


def test_a_note_that_moves_without_need_is_an_error() -> None:
    # WeasyPrint alone sets a call as the last line of a page that is full, its note on the next.
    body = "<p style='orphans:1;widows:1'>" + "<br>".join("abcdefghi") + "<br>c"
    _, reading = laid(Case(body + "<small class=fn>A</small><br>l<br>m</p>", ()), stock=True)
    assert [one.kind for one in reading.faults] == [Kind.ASTRAY]


def test_random_books_are_sound() -> None:
    # A small share: `make trial` lays out hundreds.
    outcomes = list(lay_out_books(ROOT, range(2)))
    assert [one.seed for one in outcomes if not one.sound] == []
    assert sum(one.reading.calls for one in outcomes) > 100
    assert sum(len(one.reading.references) for one in outcomes) > 3


def test_a_reader_of_the_pdf_counts_the_same(tmp_path: Path) -> None:
    with page_notes.applied():
        document, _ = lay_book(Typesetter(ROOT, SMALL), 2)
        document.write_pdf(tmp_path / "book.pdf")
    command = ["pdftotext", "-raw", str(tmp_path / "book.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    calls, notes = (
        [
            (number, page)
            for page, words in enumerate(text.split("\f"), start=1)
            for number in re.findall(rf"\b{kind}(\d+)x", words)
        ]
        for kind in "CN"
    )
    assert len(calls) > 30
    assert sorted(calls) == sorted(notes)


def test_the_command_tells_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert trial.main(["--books", "1", "--first", "10"]) == 0
    assert re.search(r"1 cuốn, \d+ trang, \d+ chú thích: 0 cuốn có lỗi", capsys.readouterr().out)
    assert trial.main(["--books", "1", "--first", "4", "--stock"]) == 0
    assert "cuốn 4: {" in capsys.readouterr().out
