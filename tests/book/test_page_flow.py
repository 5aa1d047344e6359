"""What is repeated on the pages of a table: its head says that it goes on, its numbers are right."""

from __future__ import annotations

import re
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import MarginBox, TableRowBox, TextBox

from macros.book import page_flow, page_notes, weasyprint_fixes
from macros.book.formats import FORMATS
from macros.system.program import PROGRAM

ROWS = "".join(f"<tr><td>dòng {n}</td></tr>" for n in range(12))
TABLE = f"""<style>
  @page {{ size: 200px 160px; margin: 10px }}
  thead {{ display: table-header-group }} tfoot {{ display: table-footer-group }}
  table {{ border-spacing: 0 }}
  .x::after {{ content: ", tr. " target-counter(attr(href), page) }}
</style>
<p>Mở đầu</p>
<table><thead><tr class="again-head"><th>Bảng 1 (tiếp theo)</th></tr><tr><th>Đầu</th></tr></thead>
<tfoot><tr><td><a class="x" href="#dich">xem</a></td></tr></tfoot><tbody>{ROWS}</tbody></table>
<p style="break-before: page" id="dich">Đích</p>"""


def laid(text: str) -> list[Any]:
    with (
        weasyprint_fixes.applied(),
        page_notes.applied(),
        page_flow.applied(FORMATS["16x24"], 0.4),
    ):
        return list(HTML(string=text).render().pages)


def pages(text: str) -> list[str]:
    return [
        " ".join(one.text for one in page._page_box.descendants() if isinstance(one, TextBox))
        for page in laid(text)
    ]


@pytest.mark.parametrize("text", [TABLE, TABLE.replace("<p>Mở đầu</p>", "<p id='dau'>Mở</p>")])
def test_a_number_in_the_foot_of_a_table_is_right_on_each_of_its_pages(text: str) -> None:
    made = pages(text)
    parts = [page for page in made if "dòng" in page]
    assert len(parts) > 2
    told = [re.findall(r"tr\. (\d+)", page) for page in parts]
    assert told == [[str(len(made))]] * len(parts)


def test_only_later_pages_of_a_table_say_that_it_goes_on() -> None:
    parts = [page for page in pages(TABLE) if "dòng" in page]
    assert ["tiếp theo" in page for page in parts] == [False] + [True] * (len(parts) - 1)


LETTERED = """<style>
  @page {{ size: 200px 160px; margin: 10px }} thead {{ display: table-header-group }}
  tfoot {{ display: table-footer-group }} table {{ border-spacing: 0 }} tr {{ break-inside: avoid }}
  html {{ font: 10px/12px serif }} body {{ margin: 0 }} td, th {{ padding: 0 }} sup {{ line-height: 0 }}
  tr + tr:last-child, tbody + tbody:last-of-type, tbody:first-of-type + tbody {{ break-before: avoid }}
  {first_rows}
</style><table><caption>Tên<sup class=table-mark>z</sup></caption><thead><tr><th>Đầu</th></tr></thead>
<tfoot class=table-notes><tr><td>{notes}</td></tr></tfoot>{rows}</table>"""


def lettered(called: str, *, groups: int = 1) -> str:
    """Return a table with a row for each letter called, in so many groups."""
    rows = [f"<tr><td>dòng<sup class=table-mark>{one}</sup></td></tr>" for one in called]
    size = -(-len(rows) // groups)
    bodies = (rows[at : at + size] for at in range(0, len(rows), size))
    notes = (
        f"<span class=table-note><sup class=table-mark>{one}</sup> lời {one}.</span> "
        for one in sorted({*called, "z"})
    )
    made = "".join(f"<tbody>{''.join(body)}</tbody>" for body in bodies)
    return LETTERED.format(notes="".join(notes), rows=made, first_rows=first_rows())


def first_rows() -> str:
    """Return the book's own rule for the first rows of a table and of a group."""
    text = (PROGRAM / "overrides/book/styles/paper.css").read_text(encoding="utf-8")
    (rule,) = re.findall(r"^tr \+ tr:last-child.*\}$", text, re.MULTILINE)
    return str(rule)


def test_a_part_of_a_table_has_the_notes_that_it_calls_and_no_other() -> None:
    parts = pages(lettered("aaabacadaeebbfggghhiij"))
    assert len(parts) > 2
    for number, part in enumerate(parts):
        called = set(re.findall(r"dòng ([a-z])\b", part)) | ({"z"} if number == 0 else set())
        assert set(re.findall(r"lời ([a-z])\.", part)) == called, part


@pytest.mark.parametrize("called", ["aaaabbcc", "aaaaaaabbcdd", "aaaaaaaaaabcd", "aaaaabbbccc"])
@pytest.mark.parametrize("before", range(7))
def test_a_part_of_a_table_that_calls_the_last_of_all_notes_has_it(
    called: str, before: int
) -> None:
    """With fewer notes under it, more rows fit on a page, that call the others."""
    own_line = "<style>.table-note { display: block }</style>"
    lines = "<p style='margin: 0'>đoạn</p>" * before
    text = lettered(called).replace("Tên<sup class=table-mark>z</sup>", "Tên")
    text = re.sub(r"<span class=table-note><sup class=table-mark>z.*?</span>", "", text)
    for page in pages(f"{own_line}{text.replace('<table>', lines + '<table>')}"):
        assert set(re.findall(r"lời ([a-z])\.", page)) == set(re.findall(r"dòng ([a-z])\b", page))


@pytest.mark.parametrize("count", range(6, 24))
def test_no_row_of_a_table_stands_alone_on_a_page(count: int) -> None:
    parts = pages(lettered("a" * count))
    assert min(part.count("dòng") for part in parts) > 1
    parts = pages(lettered("a" * count, groups=count))
    assert min(part.count("dòng") for part in parts) > 1


@pytest.mark.parametrize("before", range(7))
def test_no_row_stands_alone_below_what_comes_before_the_table(before: int) -> None:
    group = "<tr class=data__of><th>nhóm</th></tr>" + "<tr><td>dòng</td></tr>" * 5
    style = "<style>.data__of, caption { break-after: avoid }</style>"
    lines = "<p style='margin: 0'>chữ</p>" * before
    for rows in (group, group.replace("<tr class=data__of><th>nhóm</th></tr>", "")):
        table = LETTERED.format(
            notes="", rows=f"<tbody>{rows}</tbody>" * 3, first_rows=first_rows()
        ).replace("<table>", f"{lines}<table>")
        parts = pages(style + table)
        assert sum(part.count("dòng") for part in parts) == 15
        # Of a group: what follows its heading on that page.
        ends = [re.split("nhóm|Đầu", part)[-1].count("dòng") for part in parts if "dòng" in part]
        assert min(ends) > 1, parts


def test_rows_that_no_page_can_hold_together_are_parted() -> None:
    tall = "<tbody><tr><td>dòng</td></tr><tr><td style='height: 100px'>dòng</td></tr></tbody>"
    style = "<style>tr:first-child { break-after: avoid }</style>"
    parts = pages(LETTERED.format(notes="", rows=tall * 3, first_rows="") + style)
    assert sum(part.count("dòng") for part in parts) == 6


@pytest.mark.parametrize("groups", [1, 9])
@pytest.mark.parametrize("count", [9, 18, 20])
def test_the_foot_of_a_table_follows_its_last_row(count: int, groups: int) -> None:
    for page in laid(lettered("a" * count, groups=groups)):
        rows = [box for box in page._page_box.descendants() if isinstance(box, TableRowBox)]
        ends = [box.position_y + box.height for box in rows]
        assert ends[:-1] == pytest.approx([box.position_y for box in rows[1:]])


OPENINGS = """<style>
  @page {{ size: 200px 160px; margin: 30px 10px 10px }}
  @page {{ @top-left {{ content: string(head, first-except) }} }}
  html {{ font: 10px/12px serif; orphans: 1; widows: 1 }} body, p {{ margin: 0 }}
  h1 {{ string-set: head content(); font-size: 10px; margin: 0 }}
</style><section><h1>Một</h1>{}</section><section><h1>Hai</h1>{}</section>"""


@pytest.mark.parametrize(
    ("first", "heads"), [(2, ["", "Hai"]), (12, ["", "Một", "Hai"]), (9, ["", "", "Hai"])]
)
def test_where_a_section_begins_below_another_the_page_has_its_head(
    first: int, heads: list[str]
) -> None:
    text = OPENINGS.format("<p>dòng</p>" * first, "<p>dòng</p>" * 12)
    told = [
        "".join(
            one.text
            for margin in page._page_box.children
            if isinstance(margin, MarginBox)
            for one in margin.descendants()
            if isinstance(one, TextBox)
        )
        for page in laid(text)
    ]
    assert told == heads
