"""What the page of a source says of a paragraph: who tells it, what is not told, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.archive.mentions import PASSAGE, Mention
from macros.model.citations import parse_citations
from macros.model.sources import LeftOut
from macros.views import sources
from macros.views.cards import READ_WHOLE, source_rows
from macros.views.common import cites, notes
from macros.views.passages import chapters_citing
from macros.views.verification import told_sources
from tests.views.fabricated import page_of

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.views.common import Page
    from macros.views.sources import Paragraph

POINTS = {5: (1, [1]), 6: (3, [1, 2, 3]), 7: (1, []), 8: (2, []), 9: (4, [1]), 10: (1, [])}
LEFT_OUT = (
    ("9", "repetition", {"sentences": "3", "of": ["ky-yeu#6"]}),
    ("9", "connective", {"sentences": "4"}),
    ("10", "heading", {}),
)


@pytest.fixture
def counted(archive: Archive) -> Page:
    """Return a page of the archive whose source has been counted, and leaves sentences out."""
    made = [
        {"paragraphs": paragraphs, "reason": reason, **more}
        for paragraphs, reason, more in LEFT_OUT
    ]
    entries = tuple(map(LeftOut.model_validate, made))
    source = archive.sources["ky-yeu"].model_copy(update={"left_out": entries})
    evidence = {"paragraphs": [{"paragraph": n, "points": list(of)} for n, of in POINTS.items()]}
    cited = {(PASSAGE, "ky-yeu#7"): (Mention("xa-an-lac", "xa-an-lac/index.md", "Xã"),)}
    return page_of(
        replace(
            archive,
            sources={**archive.sources, "ky-yeu": source},
            evidence={"ky-yeu": evidence},
            mentions=cited,
        )
    )


def paragraphs(page: Page) -> dict[str, Paragraph]:
    view = sources.source_view(page, page.archive.sources["ky-yeu"], whole=True)
    return {one.anchor: one for section in view.sections for one in section.paragraphs}


def test_each_paragraph_says_which_sentences_are_told_and_why_others_are_not(counted: Page) -> None:
    found = paragraphs(counted)
    said = {name: [link.text for link in one.state] for name, one in found.items()}
    assert said["doan-4"] == []
    assert said["doan-5"] == ["Đã kể"]
    assert said["doan-6"] == ["Đã kể cả 3 câu"]
    assert said["doan-7"] == ["Chưa kể"]
    assert said["doan-8"] == ["Chưa kể câu nào trong 2 câu"]
    assert said["doan-9"] == [
        "Đã kể 1 trong 4 câu",
        "chưa kể câu 2",
        "câu 3: nhắc lại đoạn khác (đoạn 6)",
        "câu 4: câu nối",
    ]
    assert found["doan-9"].state[2].url == "/source/ky-yeu/#6"
    assert said["doan-10"] == ["Đề mục"]


def test_a_paragraph_names_the_chapters_that_cite_it(counted: Page) -> None:
    (chapter,) = paragraphs(counted)["doan-7"].chapters
    assert (chapter.text, chapter.title) == ("Trang mở đầu", "Đảng bộ xã An Lạc")
    assert chapters_citing(counted, "ky-yeu#8") == ()


def test_the_contents_of_the_page_count_the_sentences_of_each_heading(counted: Page) -> None:
    view = sources.source_view(counted, counted.archive.sources["ky-yeu"], whole=True)
    assert [(one.anchor, one.span, one.told) for one in view.sections] == [
        ("muc-1", "1–9", "5/11"),
        ("muc-2", "10–14", ""),
    ]


def test_verification_says_how_much_of_each_source_is_told(counted: Page) -> None:
    (one,) = told_sources(counted)
    assert one.source.text == counted.archive.sources["ky-yeu"].title
    assert (one.sentences, one.told, one.left_out, one.untold, one.frame) == (
        "11",
        "5 (45%)",
        "2 (18%)",
        "4 (36%)",
        "1",
    )


def test_where_nobody_has_counted_nothing_is_said(page: Page) -> None:
    assert told_sources(page) == ()
    assert all(one.state == () for one in paragraphs(page).values())


def recognised(archive: Archive, read: str | None) -> Page:
    """Return a page of the archive whose source was recognised by a machine, and partly read."""
    source = archive.sources["ky-yeu"].model_copy(update={"ocr": True, "read": read})
    return page_of(replace(archive, sources={**archive.sources, "ky-yeu": source}))


def test_a_passage_of_a_scan_is_marked_until_somebody_has_read_it(archive: Archive) -> None:
    page = recognised(archive, "1-5")
    mark = "đối chiếu với bản nhận dạng"
    for numbers, word in (("5", ""), ("5-6", mark), ("6", mark)):
        citations = parse_citations(f"ky-yeu#{numbers}")
        page.citations.clear() if hasattr(page.citations, "clear") else None
        cites(page, citations)
        [of_source] = notes(page)
        assert of_source.notes[-1].compared == word
        assert [row.label for row in source_rows(page, citations)] == (
            ["Tài liệu", "Đối chiếu", READ_WHOLE] if word else ["Tài liệu", READ_WHOLE]
        )


def test_the_page_of_a_scan_says_how_much_was_read(archive: Archive) -> None:
    known = replace(archive, paragraphs={"ky-yeu": 9})
    for read, said in (
        (None, "chưa đoạn nào được đọc lại"),
        ("1-3,5", "đã đọc lại đoạn 1–3, 5; dữ kiện của các đoạn khác"),
        ("1-9", "đã đọc lại đoạn 1–9"),
    ):
        page = recognised(known, read)
        view = sources.source_view(page, page.archive.sources["ky-yeu"], whole=False)
        assert said in view.recognised
    assert (
        sources.source_view(page_of(known), known.sources["ky-yeu"], whole=False).recognised == ""
    )
