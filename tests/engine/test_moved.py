"""Old places of a page that still exists."""

from __future__ import annotations

from lxml import html

from macros.engine.moved import by_page, with_old_places
from macros.model.redirects import Redirect


def place(content: str, moved: dict[str, str]) -> html.HtmlElement:
    return html.fromstring(f"<div>{with_old_places(content, 'xa/trang/', moved)}</div>")


def test_places_are_found_by_page() -> None:
    redirects = [
        Redirect(old="xa/trang/#cu", new="xa/trang/#moi"),
        Redirect(old="xa/mat/", new="xa/trang/"),
    ]
    assert by_page(redirects) == {"xa/trang/": {"cu": "xa/trang/#moi"}}


def test_an_old_name_of_a_heading_is_a_second_one() -> None:
    tree = place('<h2 id="moi">Tên mới</h2>', {"cu": "xa/trang/#moi"})
    assert tree.xpath("//h2[@id='moi']/span[@id='cu']")


def test_in_a_table_or_a_list_it_stands_where_text_may() -> None:
    row = '<table><tr id="moi"><th scope="row">1950</th></tr></table>'
    assert place(row, {"cu": "xa/trang/#moi"}).xpath("//tr/th/span[@id='cu']")
    items = '<ul class="x" id="moi"><li>Một</li></ul>'
    assert place(items, {"cu": "xa/trang/#moi"}).xpath("//ul/li/span[@id='cu']")


def test_what_went_to_another_page_is_told_at_the_head() -> None:
    tree = place("<h1>Trang</h1>", {"cu": "tinh/khac/#moi", "xa": ""})
    told = tree.xpath("//p[@class='moved']")
    assert [(one.get("id"), one.find("a").get("href")) for one in told] == [
        ("cu", "../../tinh/khac/#moi"),
        ("xa", "../../"),
    ]
    assert tree.xpath("//h1/preceding::p")


def test_the_other_page_is_called_by_its_title_where_that_is_known() -> None:
    moved = {"cu": "tinh/khac/#moi", "xa": "tinh/la/"}
    told = with_old_places("<h1>Trang</h1>", "xa/trang/", moved, {"tinh/khac/": "Chuyện khác"})
    assert html.fromstring(f"<div>{told}</div>").xpath("//p/a/text()") == [
        "Chuyện khác",
        "tinh/la/",
    ]


def test_a_heading_that_has_gone_leads_to_the_head_of_its_page() -> None:
    tree = place("<h1>Trang</h1>", {"cu": "xa/trang/"})
    assert tree.xpath("boolean(//span[@id='cu']/following::h1)")
    assert not tree.xpath("//p[@class='moved']")
