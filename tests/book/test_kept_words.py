"""Words that a line does not part: numbers, dates, symbols, names, and the last of a paragraph."""

from __future__ import annotations

import re

import pytest
from lxml import html

from macros.book import paper_html
from macros.book.matter import _facts
from macros.book.notes import Passage, set_notes
from macros.book.section import Section, parse
from macros.model.sources import Source
from macros.rendering.templates import render, twins_in
from macros.system.program import PROGRAM
from macros.text.vietnamese import NBSP
from macros.views.common import Cite, Link, When
from macros.views.organization import EventRow
from macros.views.series import Bar, Chart, Panel
from macros.views.statistics import Figure
from tests.book.test_lines import lines


def kept(text: str) -> str:
    tree = html.fragment_fromstring(f"<p>{text}</p>")
    paper_html.keep(tree)
    return str(tree.text_content()).replace(NBSP, "_")


def test_no_line_ends_within_a_range_of_years() -> None:
    tree = html.fragment_fromstring("<p>Giai kỳ 2021 - 2025 - hết, 5 – 7 xã</p>")
    paper_html.keep(tree)
    text = tree.text_content().replace(NBSP, "_")
    assert text == "Giai kỳ_2021_-_2025_- hết, 5_–_7_xã"
    # A line may end after a hyphen even before a no-break space.
    assert [one.text.replace(NBSP, "_") for one in tree.find_class("nb")] == [
        "2021_-_2025",
        "5_–_7",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Số 82-KH/QU, bão số 3, dân số 51.633 người",
            "Số_82-KH/QU, bão số_3, dân số 51.633_người",
        ),
        ("theo Nghị định số 13/2003/NĐ-CP", "theo Nghị định số_13/2003/NĐ-CP"),
        ("họp ngày 27/01/1994, ngày 5 tháng 2", "họp ngày_27/01/1994, ngày_5 tháng_2"),
        ("Đại hội VI, nhiệm kỳ II (lần 2), ảnh 4", "Đại hội_VI, nhiệm kỳ_II (lần_2), ảnh_4"),
        (
            "được bầu, 3 chuyên trách; hội viên vào 5 tổ",
            "được bầu, 3_chuyên trách; hội viên vào 5_tổ",
        ),
        ("kinh tế - tài chính; mục vi phạm", "kinh tế_- tài chính; mục vi phạm"),
        ("5/2008 – 08/12/2008", "5/2008_– 08/12/2008"),
    ],
)
def test_a_number_stays_with_its_word(text: str, found: str) -> None:
    assert kept(text) == found


def test_a_line_ends_between_two_dates_and_not_in_one() -> None:
    tree = html.fragment_fromstring("<p>5/2008 – 08/12/2008</p>")
    paper_html.keep(tree)
    text = html.tostring(tree, encoding="unicode")
    style = "<style>.nb { white-space: nowrap }</style>"
    for width in range(60, 140, 4):
        assert all(not line.rstrip().endswith("/") for line in lines(style + text, width)), width


@pytest.mark.parametrize("symbol", ["13/2003/NĐ-CP", "…-BC/ĐU", "14-QĐ/TW", "2021–2025"])
def test_a_symbol_is_one_word(symbol: str) -> None:
    tree = html.fragment_fromstring(f"<p>theo {symbol}, nói thêm</p>")
    paper_html.keep(tree)
    assert [one.text for one in tree.find_class("nb")] == [symbol]


def test_a_line_may_end_in_a_name_but_not_before_its_last_syllable() -> None:
    def loosened(text: str) -> list[str]:
        tree = html.fragment_fromstring(f"<div>{text.replace('_', NBSP)}</div>")
        paper_html.clean(tree)
        return [(one.text or "").replace(NBSP, "_") for one in tree.iter("a")]

    told = "<p><a>Lý_Thị_Kim_Mận</a> và <a>Lý_Mận</a>, <a>5_tổ_Khế</a></p>"
    assert loosened(told) == ["Lý Thị Kim_Mận", "Lý_Mận", "5_tổ_Khế"]
    cell = "<table class='data posts'><tr><th><a>Lý_Thị_Mận</a></th></tr></table>"
    assert loosened(cell) == ["Lý Thị Mận"]
    assert loosened(cell.replace("posts", "bodies")) == ["Lý_Thị_Mận"]


LONG = "Đoàn xã tổ chức bốn buổi nói chuyện cho người mới vào và ghi lại từng câu hỏi của họ"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (f"<p>{LONG} vào sổ.</p>", "vào_sổ."),
        (f"<p>{LONG} vào sổ<small class='fn'>[1], đoạn 2.</small>.</p>", "vào_sổ."),
        (f"<p>{LONG} <b>vào sổ</b>.</p>", "vào_sổ."),
        (f"<p>{LONG} vào nghiêng.</p>", "vào nghiêng."),
        ("<p>Ghi vào sổ.</p>", "vào sổ."),
        (f"<li>{LONG} vào sổ <span class='line'>Xem thêm ở dưới.</span></li>", "vào_sổ"),
    ],
)
def test_no_short_word_is_a_line_alone(text: str, end: str) -> None:
    tree = parse(text)
    paper_html.join_last_words(tree)
    for one in [*tree.find_class("fn"), *tree.find_class("line")]:
        one.drop_tree() if one.tail else one.getparent().remove(one)
    assert tree.text_content().replace(NBSP, "_").endswith(end)


def test_a_note_names_a_source_and_the_place_in_it_on_one_line() -> None:
    section = Section(
        "a", "A", "chapter", parse("<p>Chữ<sup class='cite'><a data-note='1'>¶ 3</a></sup></p>")
    )
    set_notes(section, {"1": Passage("nguon-a", "Kỷ yếu", "đoạn 3, 5")}, {"nguon-a": 2})
    (note,) = section.tree.iter("small")
    assert note.text_content().replace(NBSP, "_") == "Kỷ yếu_[2],_đoạn_3, 5."


def test_the_notes_of_a_table_are_lines_that_end_between_them() -> None:
    css = (PROGRAM / "overrides/book/styles/paper.css").read_text(encoding="utf-8")
    rules = "".join(re.findall(r"^\.table-(?:mark|note)\b.*\}$", css, re.MULTILINE))
    notes = "".join(
        f"<span class=table-note><sup class=table-mark>{letter}</sup>{NBSP}<a>[3]</a>,{NBSP}đoạn{NBSP}"
        "17.</span> "
        for letter in "abcdefgh"
    )
    for width in range(150, 400, 10):
        found = lines(f"<style>{rules}</style><p>{notes}</p>", width)
        assert all(line.rstrip().endswith("17.") for line in found), (width, found)
        assert len(found) > 1


def test_each_value_of_a_chart_has_its_source_however_its_time_is_worded() -> None:
    row = Figure(
        "a", "5 tổ", "5", "tổ", "Tổ", When("từ tháng 8/1960, không rõ ngày kết thúc"), "",
        (Cite(1, "A", "¶ 1", "đoạn 1 của Kỷ yếu", "#a", "Kỷ yếu"),), None,
    )  # fmt: skip
    panel = Panel("", ((Bar("8/1960–?", 5.0, "5"), row),), "Tổ")
    chart = Chart("Tổ", "tổ", 5.0, (panel,), (row,), note="Các kỳ dài ngắn khác nhau.")
    with twins_in(PROGRAM / "overrides/book/components"):
        made = html.fragment_fromstring(str(render("statistics_chart", chart=chart, figure=None)))
    (value,) = made.find_class("bars__value")
    assert value.xpath(".//sup[contains(@class, 'cite')]")
    (caption,) = made.iter("figcaption")
    assert caption.text_content() == "Tổ. Các kỳ dài ngắn khác nhau."


def event(text: str, people: tuple[Link, ...] = (), documents: tuple[Link, ...] = ()) -> str:
    cites = (Cite(1, "A", "¶ 1", "đoạn 1 của Kỷ yếu", "#a", "Kỷ yếu"),)
    row = EventRow(When("Năm 1960", "1960"), "", text, (), people, documents, cites, "")
    with twins_in(PROGRAM / "overrides/book/components"):
        made = html.fragment_fromstring(str(render("events", events=(row,), order="")))
    return " ".join(str(made.text_content()).split())


def test_the_call_of_an_event_stands_before_its_full_stop() -> None:
    people = (Link("Lý Thị Mận", "#ly"),)
    documents = (Link("Quyết định số 5", "#qd"),)
    assert event("Lập tổ.") == "Năm 1960: Lập tổ¶ 1."
    assert event("Lập tổ") == "Năm 1960: Lập tổ¶ 1"
    assert event("Lập tổ.", people=people) == "Năm 1960: Lập tổ (Lý Thị Mận)¶ 1."
    found = event("Lập tổ.", documents=documents)
    assert found == "Năm 1960: Lập tổ. Văn bản: Quyết định số 5¶ 1."


def test_the_day_of_a_source_says_day_once() -> None:
    source = Source.model_validate(
        {
            "id": "ky-yeu", "title": "Kỷ yếu", "kind": "kỷ yếu", "status": "draft",
            "speaks_until": "1960", "printed": "ngày … tháng 8 năm 1960",
        }
    )  # fmt: skip
    assert "ngày: … tháng 8 năm 1960" in _facts(source)
