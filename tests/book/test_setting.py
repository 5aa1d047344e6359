"""How a volume is set: openings, tables that run on, turned pages, fonts, words and lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.archive import Archive
from macros.book import fallback, figures, links, site_words
from macros.book.build import build
from macros.book.command import tasks_of
from macros.book.compose import Volume, compose
from macros.book.config import read_settings
from macros.book.glossary import glossary
from macros.book.matter import contents
from macros.book.openings import openings
from macros.book.plan import plans
from macros.book.section import Section, parse, text_of, words_of
from macros.model.abbreviations import Abbreviation
from macros.project.check import check_project
from macros.project.project import Project
from macros.views.common import When
from macros.views.statistics import Figure, FigureGroup
from tests.book.reading import Book, sizes
from tests.small_site import CHAPTER, put, write_site

SITE_WORDS = """---
title: Những năm đầu
organization: may-thuong
description: Từ ngày lập.
---

# Những năm đầu

Trang này kể việc lập; số ở trang [Số liệu](so-lieu.md), BCH và chi bộ ở trang
[Mây Thượng](index.md){{ cite("ky-yeu#1") }}.

## Ngày lập

Chữ{{ cite("ky-yeu#1") }}.
"""
FIGURES = (
    "---\ntitle: Số liệu\norganization: may-thuong\n---\n\n# Số liệu\n\n{{ statistics_all() }}\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    root = write_site(tmp_path / "site")
    put(root, "docs/may-thuong/nam-dau.md", SITE_WORDS)
    put(root, "docs/may-thuong/so-lieu.md", FIGURES)
    return root


def composed(site: Path, which: int) -> tuple[Volume, Archive]:
    settings = read_settings(site)
    archive = check_project(Project(site)).archive
    plan = plans(settings, archive, Project(site).chapters)[which]
    return compose(plan, settings, archive, width=60), archive


def add(site: Path, text: str) -> None:
    path = site / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def printed(site: Path, layout: str = "16x24") -> tuple[Book, list[str]]:
    tasks, _ = tasks_of(Project(site), layout, kinds=("pdf",), folder=site / "dist")
    (task,) = (one for one in tasks if one.plan.name == "may-thuong")
    result = build(task)
    assert not result.failed, result.problems
    path = task.layout.folder(site / "dist") / "may-thuong.pdf"
    return Book(path), [str(one) for one in result.problems]


# --- words and lists --------------------------------------------------------------------------


def test_words_of_the_site_are_those_of_the_book(site: Path) -> None:
    volume, _ = composed(site, 1)
    (chapter,) = (one for one in volume.sections if one.title == "Những năm đầu")
    text = text_of(chapter.tree)
    assert text.startswith("Chương này kể việc lập; số ở phụ lục Số liệu, BCH và chi bộ ở phần")
    assert "rang này" not in text


def test_chapters_are_numbered_alike_in_single_and_collected_volumes(site: Path) -> None:
    single, collected = (
        {one.title: one.label for one in composed(site, which)[0].sections} for which in (1, 0)
    )
    shared = {title: label for title, label in single.items() if title in collected and label}
    del shared["Văn bản được nhắc đến"]
    assert shared
    assert shared == {title: collected[title] for title in shared}
    assert collected["Văn bản được nhắc đến"] == "Phụ lục chung"


def test_the_list_of_chapters_is_the_books_own(site: Path) -> None:
    add(site, "\n{{ volume_contents() }}\n")
    volume, _ = composed(site, 1)
    (listed,) = (one for section in volume.sections for one in section.tree.find_class("contents"))
    lines = [" ".join(line.text_content().split()) for line in listed]
    assert lines == [
        *(
            f"{one.label}. {one.title}" + (f" {one.description}" if one.description else "")
            for one in volume.sections
            if one.label
        )
    ]
    assert lines[0] == "Chương 1. Những năm đầu Từ ngày lập."
    assert "Văn bản được nhắc đến Các văn bản có trong lời kể" in lines[-1]


def test_contents_have_two_levels(site: Path) -> None:
    single, collected = (composed(site, which)[0].sections for which in (1, 0))
    levels = {one.text: one.level for one in contents(single, lambda _: ())}
    assert levels["Những năm đầu"] == 1
    assert levels["Ngày lập"] == 2
    levels = {one.text: one.level for one in contents(collected, lambda _: ())}
    assert levels["Những năm đầu"] == 2
    assert "Ngày lập" not in levels


def test_the_glossary_is_of_what_the_volume_uses() -> None:
    known = [
        Abbreviation(short=short, full=full)
        for short, full in (
            ("BCH", "Ban Chấp hành"), ("TU", "Thành ủy"), ("QĐ", "Quyết định, xem NĐ"),
            ("NĐ", "Nghị định"), ("HTX", "Hợp tác xã"),
        )
    ]  # fmt: skip
    known.append(Abbreviation(kind="term", short="Chi bộ", full="Tổ chức nhỏ nhất"))
    tree = html.fragment_fromstring("<section><p>chi bộ, tu, 12-QĐ/TW; BCHX</p></section>")
    told = glossary([Section("a", "A", "chapter", tree)], known)
    assert [one.short for one in told] == ["Chi bộ", "NĐ", "QĐ"]


def test_a_page_number_within_brackets_has_none_of_its_own() -> None:
    text = "(xem <a href='x'>đây</a>) và <a href='x'>đó</a>"
    tree = html.fragment_fromstring(f"<section><p>{text}</p></section>")
    section = Section("a", "A", "chapter", tree, "b/a.md")
    links.settle(section, links.Addresses({"b/x": "b-x"}, frozenset({"b-x"})))
    assert [one.get("class") for one in tree.iter("a")] == ["xref within", "xref"]


def test_tables_with_one_caption_are_told_apart_by_where_they_stand() -> None:
    one = "<table><caption>Bí thư</caption></table>"
    tables = f"<h2>Quận</h2>{one}<h2>Phường</h2>{one}<table><caption>Khác</caption></table>"
    section = Section("a", "A", "chapter", parse(tables))
    listed = [line.text.replace("\u00a0", " ") for line in figures.number([section])]
    assert listed == ["Bảng 1. Bí thư (Quận)", "Bảng 2. Bí thư (Phường)", "Bảng 3. Khác"]
    assert section.tree.find(".//caption").text_content().endswith("Bí thư (Quận)")
    # Under equal headings, by the part of the collected volume.
    parts = [
        made
        for name in ("Mây", "Nước")
        for made in (
            Section(f"p-{name}", name, "part", parse("")),
            Section(name, "Lãnh đạo", "chapter", parse(f"<h2>Bí thư</h2>{one}")),
        )
    ]
    listed = [line.text.replace("\u00a0", " ") for line in figures.number(parts)]
    assert listed == ["Bảng 1. Bí thư (Mây)", "Bảng 2. Bí thư (Nước)"]


def test_a_column_with_phrases_begins_at_the_left() -> None:
    def aligned(value: str) -> list[str]:
        row = f"<tr><td class='num'>{value}</td></tr>"
        head = "<thead><tr><th class='num'>Đề ra</th></tr></thead>"
        tree = parse(f"<table>{head}<tbody>{row}<tr><td class='num'>5</td></tr></tbody></table>")
        figures.align(tree)
        return [cell.get("class") for cell in tree.iter("th", "td")]

    assert aligned("từ 90%") == ["num"] * 3
    assert aligned("ít nhất 3% tổng số trở lên") == ["said"] * 3


def test_a_sign_of_disagreement_names_the_section_that_tells_of_it() -> None:
    link = "<a class='xref' href='#b--y' data-named='1'>xem</a>"
    section = Section("a", "A", "chapter", parse(f"<p>{link}</p>"))
    site_words.name_places(section, {"b": "phụ lục"}, {"b": "Tư liệu chưa thống nhất"})
    assert section.tree.text_content() == "xem phụ lục Tư liệu chưa thống nhất"


def test_a_unit_of_all_rows_stands_over_them() -> None:
    def group(*units: str) -> FigureGroup:
        rows = [Figure("", "", "", unit, "", When("", ""), "", (), None) for unit in units]
        return FigureGroup("Đảng viên mới", "đảng viên", tuple((row, 0) for row in rows))

    assert group("lượt", "lượt").common_unit == "lượt"
    assert group("lượt", "người").common_unit == "đảng viên"
    assert (group("lượt").beside("lượt"), group().beside("đảng viên")) == ("lượt", "")


def test_a_title_is_told_without_notes_and_explanations() -> None:
    caption = html.fragment_fromstring(
        "<p>Đảng viên <b>mới</b><small class='fn'>[1]</small>"
        "<span class='caption-note'> Các kỳ khác nhau.</span></p>"
    )
    assert words_of(caption) == "Đảng viên mới"


# --- pages ------------------------------------------------------------------------------------


def test_sections_begin_on_right_hand_pages_only_where_a_book_begins_anew() -> None:
    tree = html.fragment_fromstring("<section/>")
    kinds = [("front", 1), ("front", 1), ("part", 1), ("chapter", 2), ("appendix", 2),
             ("appendix", 1), ("back", 1)]  # fmt: skip
    made = [Section(str(n), "", kind, tree, level=level) for n, (kind, level) in enumerate(kinds)]
    assert [(one.kind, one.restarts) for one in openings(made, "follow")] == [
        ("right", False), ("page", False), ("right", True), ("right", False), ("follow", False),
        ("page", False), ("follow", False),
    ]  # fmt: skip
    assert {one.kind for one in openings(made, "right")} == {"right"}


def test_short_chapters_share_pages_and_their_notes_are_numbered_through(site: Path) -> None:
    followed, _ = printed(site)
    blank = [n for n in range(1, len(followed.reader.pages) + 1) if not followed.page_text(n)]
    put(site, "data/edition.yml", "openings: right\n")
    apart, _ = printed(site)
    assert len(followed.reader.pages) < len(apart.reader.pages) - 4
    keys = (*(f"may-thuong-{name}" for name in ("index", "nam-dau", "so-lieu")), "van-ban", "nguon")
    assert len({followed.places[key] for key in keys}) < len(keys)
    assert all(apart.places[key] % 2 for key in keys)
    assert len({apart.places[key] for key in keys}) == len(keys)
    assert len(blank) <= 2


def test_a_table_that_runs_on_says_so_on_each_later_page(site: Path) -> None:
    rows = "".join(
        f"  - {{ id: dv-{year}, indicator: party-members, period: '{year}', value: 12345, "
        "cite: ky-yeu#3 }\n"
        for year in range(1700, 1790)
    )
    path = site / "data/organizations/may-thuong/statistics.yml"
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
    book, _ = printed(site)
    pages = [book.page_text(n) for n in range(1, len(book.reader.pages) + 1)]
    head = [page for page in pages if "Thời gian Số liệu" in page]
    assert len(head) >= 2
    assert [page.count("(tiếp theo)") for page in head] == [0] + [1] * (len(head) - 1)
    # The numbers stand at one place on every page: their right edges are one.
    found = [word for word in book.words() if word.text == "12.345"]
    edges = {(word.page % 2, round(word.box[2])) for word in found}
    assert len(found) > 80
    assert len(edges) == 2, edges


def test_a_very_wide_table_is_turned_on_an_upright_page_with_its_heading(site: Path) -> None:
    head = "|".join(f" Tiêu{i}đềdài " for i in range(13))
    row = "|".join(f" giátrị{i} " for i in range(13))
    add(site, f"\n## Bảng rộng\n\n|{head}|\n|{'---|' * 13}\n|{row}|\n")
    book, _ = printed(site)
    assert len({tuple(map(round, size)) for size in sizes(book.reader)}) == 1
    (turned,) = (n for n, page in enumerate(book.reader.pages, start=1) if page.rotation)
    assert "Bảng rộng" in book.page_text(turned)
    assert "Tiêu12đềdài" in book.page_text(turned).replace(" ", "")


# --- fonts ------------------------------------------------------------------------------------


def test_signs_come_from_a_font_of_the_project_and_hán_from_its_package(site: Path) -> None:
    add(site, '\nMột dấu ▲ và chữ 漢 𡨸{{ cite("ky-yeu#1") }}.\n')
    book, problems = printed(site)
    assert "▲" in book.text()
    names = {
        str(font.get_object()["/BaseFont"])
        for page in book.reader.pages
        for font in (page["/Resources"].get("/Font") or {}).values()
    }
    assert all("Book-" in name for name in names), names
    if all(path.is_file() for path in fallback.HAN_NOM):
        assert "漢 𡨸" in book.text()
        assert problems == []
    else:
        assert problems == [
            "dist/book/may-thuong.pdf:1:1: cảnh báo: phông chữ của sách không có “漢” (U+6F22), "
            "“𡨸” (U+21A38) → cài gói fonts-hanazono (Debian) rồi dựng lại, hoặc thay chữ ấy "
            "trong bài"
        ]


def test_letters_that_no_font_has_are_told() -> None:
    tree = html.fragment_fromstring("<section>▲ 漢 a\u0301</section>")
    found = fallback.fallback([Section("a", "A", "chapter", tree)], han_nom=())
    assert [one.family for one in found.cuts] == ["Book More Signs"]
    assert found.unmet == ("漢",)
    again = fallback.fallback([Section("a", "A", "chapter", tree)], han_nom=())
    assert again.cuts == found.cuts
