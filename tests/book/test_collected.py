"""The collected volume, set in stretches by several processes, is one book."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.book import section as sections
from macros.book.collected import print_collected, stretches
from macros.book.command import tasks_of
from macros.book.compose import compose
from macros.book.join import ELSEWHERE
from macros.book.openings import openings
from macros.book.section import Section, one_by_one, parse
from macros.book.task import Task
from macros.project.project import Project
from tests.book.reading import Book
from tests.small_site import CHAPTER, put, write_site

OTHER = "docs/song-may/index.md"
ORGANIZATION = """\
kind: party
short_name: Đảng bộ xã Sông Mây
listed: true
founding:
  id: thanh-lap
  date: "1950-03-02"
  documents: [quyet-dinh-12-1950]
  cite: ky-yeu#1
"""


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> Task:
    patch = pytest.MonkeyPatch()
    patch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    site = write_site(tmp_path_factory.mktemp("collected") / "site")
    put(site, "data/organizations/song-may/organization.yml", ORGANIZATION)
    config = (site / "mkdocs.yml").read_text(encoding="utf-8")
    put(site, "mkdocs.yml", config.replace("  - Tra cứu:", "  - song-may/index.md\n  - Tra cứu:"))
    front = "---\ntitle: Sông Mây\norganization: song-may\n---\n\n"
    put(site, OTHER, f"{front}Xem [trang kia](../may-thuong/dai-hoi.md) và [nhà](index.md).\n")
    path = site / CHAPTER
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nXem [Sông Mây](../song-may/index.md).\n", encoding="utf-8")
    tasks, problems = tasks_of(Project(site), kinds=("pdf",), folder=site / "dist")
    patch.undo()
    found = [one for one in tasks if one.plan.collected]
    assert found, problems
    return found[0]


def made(task: Task, path: Path, at_once: int) -> Book:
    volume = compose(task.plan, task.settings, task.archive, width=task.layout.measure)
    printed = print_collected(
        volume, task.settings, task.archive, task.edition, task.layout, at_once=at_once
    )
    path.write_bytes(printed.data)
    book = Book(path)
    assert len(book.reader.pages) == printed.pages
    return book


@pytest.fixture(scope="module")
def book(task: Task, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return made(task, tmp_path_factory.mktemp("book") / "mot.pdf", 1)


def test_links_lead_from_one_stretch_to_another(book: Book) -> None:
    assert ELSEWHERE.encode() not in book.path.read_bytes()
    own, other = book.places["phan-may-thuong"], book.places["phan-song-may"]
    leading = [(link.page, link.name) for link in book.links() if link.target > link.page]
    back = [(link.page, link.name) for link in book.links() if link.target < link.page]
    assert own != other
    assert any(link.startswith("nguon-") for _, link in leading)
    assert {"song-may-index", "may-thuong-dai-hoi"} <= {name for _, name in (*leading, *back)}


def test_pages_of_another_stretch_are_told(book: Book) -> None:
    for name in ("song-may-index", "may-thuong-dai-hoi"):
        told = f"(tr. {book.places[name]})"
        assert told in book.text().replace("\u00a0", " "), told


def test_the_tags_of_all_stretches_hang_together(book: Book) -> None:
    names = [element["/ID"] for tag, element, _ in book.tags() if tag in ("/TH", "/Note")]
    assert len(names) == len(set(names)) > 20
    kids = book.root["/StructTreeRoot"]["/ParentTree"]["/Kids"]
    keys = [int(key) for kid in kids for key in kid["/Nums"][::2]]
    assert keys == sorted(set(keys))
    assert {int(page["/StructParents"]) for page in book.reader.pages} <= set(keys)


def test_it_is_the_same_book_however_many_are_set_at_once(task: Task, book: Book) -> None:
    other = made(task, book.path.with_name("hai.pdf"), 3)
    assert other.text() == book.text()
    assert other.places == book.places


def test_a_part_is_a_stretch_and_so_is_what_follows_the_last() -> None:
    kinds = ["front", "front", "part", "chapter", "chapter", "part", "chapter", "appendix", "back"]
    levels = (1, 1, 1, 2, 2, 1, 2, 1, 1)
    sections = [
        Section(f"s{at}", "", kind, parse(""), level=level)
        for at, (kind, level) in enumerate(zip(kinds, levels, strict=True))
    ]
    found = list(stretches(sections, openings(sections, "follow")))
    assert found == [(0, 2), (2, 5), (5, 7), (7, 9)]


def test_a_packed_section_is_the_same() -> None:
    text = (
        'a<b title="1&#10;&lt;">c</b> d<table><caption>x</caption></table><pre>\n e\r\n</pre>'
        '<svg><use xlink:href="#a" xml:space="preserve"></use></svg><!-- f -->\u00a0'
    )
    one = Section("a", "A", "chapter", parse(text))
    before = html.tostring(one.tree)
    one.pack()
    one.pack()
    assert isinstance(vars(one)["tree"], bytes)
    assert html.tostring(one.tree) == before
    assert one.tree is one.tree  # opened once, so that changes stay
    one.tree.append(parse("g"))
    one.pack()
    assert html.tostring(one.tree) != before


def test_few_sections_are_trees_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "OPEN", 2)
    every = [Section(str(at), "A", "chapter", parse(str(at))) for at in range(9)]
    most = 0
    for one in one_by_one(every):
        assert one.tree.text_content() == one.key
        most = max(
            most, sum(not isinstance(vars(each)["tree"], bytes) for each in every[: int(one.key)])
        )
    assert most == 2
    for one in one_by_one(every):
        assert one.tree.text_content() == one.key


def test_a_volume_of_packed_sections_is_the_same(
    task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    def composed() -> list[bytes]:
        volume = compose(task.plan, task.settings, task.archive, width=task.layout.measure)
        assert len(volume.sections) > 3
        return [html.tostring(one.tree) for one in volume.sections]

    open_all = composed()
    monkeypatch.setattr(sections, "OPEN", 0)
    assert composed() == open_all
