"""Tables that an editor types, as Markdown sets them."""

from __future__ import annotations

from markdown import Markdown

TABLE = "| Năm | Đảng viên | Ghi chú |\n|---|--:|:-:|\n| 1950 | 40 | – |\n"


def html(text: str) -> str:
    settings = {"tables": {"use_align_attribute": True}}
    extensions = ["tables", "toc", "macros.engine.wide_tables"]
    return Markdown(extensions=extensions, extension_configs=settings).convert(text)


def test_a_table_scrolls_in_a_region_named_after_its_heading() -> None:
    text = f"# Đảng bộ\n\n{TABLE}\n## Số *liệu*\n\n{TABLE}\nSau bảng.\n"
    first, second = html(text).split("<h2")
    region = 'aria-label="Bảng: {}" class="table-scroll" role="region" tabindex="0"><table'
    assert region.format("Đảng bộ") in first
    assert region.format("Số liệu") in second
    assert second.endswith("</table></div>\n<p>Sau bảng.</p>")


def test_a_table_without_a_heading_has_a_name_too() -> None:
    assert 'aria-label="Bảng"' in html(TABLE)


def test_a_table_in_a_list_stays_there() -> None:
    item = html("- a\n\n" + "".join(f"    {line}\n" for line in TABLE.splitlines()))
    assert (
        item.index("<li>") < item.index("<div") < item.index("</table></div>") < item.index("</li>")
    )


def test_columns_are_aligned_by_class() -> None:
    text = html(TABLE)
    assert '<td class="num">40</td>' in text
    assert '<td class="middle">–</td>' in text
    assert "align=" not in text and "style=" not in text
