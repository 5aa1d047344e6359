"""What is repeated on the pages of a table: its head says that it goes on, its numbers are right."""

from __future__ import annotations

import re

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import TextBox

from macros.book import page_flow, page_notes, weasyprint_fixes
from macros.book.formats import FORMATS

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


def pages(text: str) -> list[str]:
    with (
        weasyprint_fixes.applied(),
        page_notes.applied(),
        page_flow.applied(FORMATS["16x24"], 0.4),
    ):
        laid = HTML(string=text).render().pages
    return [
        " ".join(one.text for one in page._page_box.descendants() if isinstance(one, TextBox))
        for page in laid
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
