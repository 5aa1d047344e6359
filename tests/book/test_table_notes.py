"""Calls never run together; the notes of a table stand under it, once each."""

from __future__ import annotations

import pytest
from lxml import html

from macros.book.section import parse
from macros.book.table_notes import gather, join_calls
from macros.text.vietnamese import NBSP


def cite(text: str) -> str:
    return f'<small class="fn" data-cites="1">{text}</small>'


def note(text: str) -> str:
    return f'<small class="fn">{text}</small>'


def joined(markup: str) -> str:
    tree = parse(markup)
    join_calls(tree)
    return html.tostring(tree[0], encoding="unicode").replace(' data-cites="1"', "")


def table(*rows: str, caption: str = "") -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    head = f"<caption>Số{caption}</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
    return f"<table>{head}<tbody>{body}</tbody></table>"


def gathered(markup: str) -> html.HtmlElement:
    tree = parse(markup)
    join_calls(tree)
    gather(tree)
    return tree[0]


def foot(made: html.HtmlElement) -> str | None:
    found = made.find("tfoot")
    return None if found is None else found.text_content().replace(NBSP, " ")


@pytest.mark.parametrize(
    ("markup", "result"),
    [
        (
            f"<p>60,8%{cite('<a>[1]</a>, đoạn 57.')}{cite('<a>[5]</a>, đoạn 86.')} là.</p>",
            '<p>60,8%<small class="fn"><a>[1]</a>, đoạn 57; <a>[5]</a>, đoạn 86.</small> là.</p>',
        ),
        (
            f"<p>8%<b>≠{note('Không khớp.')}</b> {cite('[5], đoạn 86.')}</p>",
            '<p>8%<b>≠<small class="fn">Không khớp. [5], đoạn 86.</small></b> </p>',
        ),
        (
            f"<p>a{cite('A.')}{cite('B.')}{cite('C.')}.</p>",
            '<p>a<small class="fn">A; B; C.</small>.</p>',
        ),
        (
            f"<p>a{cite('A.')}, b{cite('B.')}</p>",
            '<p>a<small class="fn">A.</small>, b<small class="fn">B.</small></p>',
        ),
        (
            f"<ul><li>a{cite('A.')}</li><li>{cite('B.')}b</li></ul>",
            '<ul><li>a<small class="fn">A.</small></li><li><small class="fn">B.</small>b</li></ul>',
        ),
    ],
)
def test_notes_that_meet_are_one(markup: str, result: str) -> None:
    assert joined(markup) == result


def test_equal_notes_are_one_line_under_the_table() -> None:
    same = cite("[5], đoạn 86.")
    made = gathered(table(f"<th>x</th><td>1{same}</td>", f"<th>y</th><td>2{same} nữa</td>"))
    assert foot(made) == "Nguồn: [5], đoạn 86."
    assert [cell.text_content() for cell in made.iter("td")][:2] == ["1", "2 nữa"]
    assert made.find("tfoot/tr/td").get("colspan") == "2"


def test_a_note_of_the_caption_is_that_of_the_table() -> None:
    made = gathered(table("<th>x</th><td>1</td>", caption=cite("[5], đoạn 86.")))
    assert foot(made) == "Nguồn: [5], đoạn 86."


def test_a_source_of_some_rows_is_not_that_of_the_table() -> None:
    made = gathered(table(f"<th>x</th><td>1{cite('[5].')}</td>", "<th>y</th><td>2</td>"))
    assert foot(made) == "a [5]."
    assert made.find(".//td").text_content() == "1a"


def test_other_notes_bear_letters() -> None:
    made = gathered(
        table(
            f"<th>x</th><td>1{cite('[5], đoạn 8.')}</td>",
            f"<th>y</th><td>2{cite('[5], đoạn 9.')}</td>",
            f"<th>z</th><td>3{cite('[5], đoạn 8.')}</td>",
            f"<th>u</th><td>4{note('Ước tính.')}</td>",
        )
    )
    assert foot(made) == "a [5], đoạn 8. b [5], đoạn 9. c Ước tính."
    assert [one.text_content() for one in made.find("tbody").iter("td")] == ["1a", "2b", "3a", "4c"]


def test_notes_of_one_text_that_lead_to_two_places_are_two() -> None:
    xrefs = [note(f'Xem <a class="xref" href="#{place}">bảng</a>.') for place in "pqp"]
    made = gathered(table(*(f"<th>x</th><td>{one}</td>" for one in xrefs)))
    assert foot(made) == "a Xem bảng. b Xem bảng."
    assert [one.get("href") for one in made.find("tfoot").iter("a")] == ["#p", "#q"]


def test_a_column_of_nothing_but_marks_goes_with_them() -> None:
    rows = [f'<th>{n}</th><td>{n}</td><td class="marks">{cite("[5].")}</td>' for n in "xy"]
    made = gathered('<table><tr><th colspan="3">Cả</th></tr>' + "".join(
        f"<tr>{row}</tr>" for row in rows
    ) + "</table>")  # fmt: skip
    assert not made.find_class("marks")
    assert [one.get("colspan") for one in made.iter("th", "td") if one.get("colspan")] == ["2", "2"]


def test_more_notes_than_a_page_should_repeat_stay_at_its_foot() -> None:
    rows = [f"<th>{n}</th><td>{n}{note(f'Lời chú {n} ' + 'dài ' * 20)}</td>" for n in range(20)]
    made = gathered(table(*rows))
    assert foot(made) is None
    assert len(made.find_class("fn")) == 20
