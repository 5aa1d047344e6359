"""A page taken apart: what is a section, what it is called, what it says."""

from __future__ import annotations

import pytest

from macros.search.sections import Section, sections_of

PAGE = "may-thuong/dai-hoi/"


def read(article: str) -> list[Section]:
    return sections_of(PAGE, f"<html><nav>Mục lục</nav><article>{article}</article></html>")


def test_headings_divide_a_page() -> None:
    found = read(
        '<h1 id="a">Đại hội<a class="headerlink" href="#a">#</a></h1><p>Mở đầu.</p><p>Tiếp.</p>'
        '<h2 id="b">Lần <sup class="cite">[1]</sup>thứ I</h2><p>Họp<sup class="cite">[2]</sup>.</p>'
        '<h3 id="c">Cấp ủy</h3><p>Năm người.</p><h2 id="d">Lần thứ II</h2>'
    )
    assert [(one.anchor, one.title, one.trail, one.text) for one in found] == [
        ("a", "Đại hội", (), "Mở đầu. Tiếp."),
        ("b", "Lần thứ I", ("Đại hội",), "Họp."),
        ("c", "Cấp ủy", ("Đại hội", "Lần thứ I"), "Năm người."),
        ("d", "Lần thứ II", ("Đại hội",), ""),
    ]


def test_the_days_of_a_year_are_found_as_they_are_typed_whole() -> None:
    day = '<time class="moment__day" datetime="1950-03-02">02</time>'
    (found,) = read(
        f'<h1 id="a">Năm 1950</h1><div class="entity__told"><h3>Tháng 3</h3><ul><li>{day}</li>'
        f"<li>{day}</li><li><time>1950</time></li></ul></div>"
    )
    assert found.text == "02/03/1950"


def test_a_table_of_contents_repeats_what_has_its_own_place() -> None:
    found = read(
        '<h1 id="a">Đảng bộ</h1><p>Mở đầu.</p><h2 id="b">Các chương</h2>'
        '<ol class="contents"><li>Thành lập <span class="line detail">Bốn chi bộ.</span></li></ol>'
    )
    assert [(one.anchor, one.text) for one in found] == [("a", "Mở đầu."), ("b", "")]


def test_the_rows_of_a_drawing_repeat_what_is_told_beside_it() -> None:
    (section,) = read(
        '<h1 id="a">Nguồn gốc</h1><figure><svg><text>Xã Một</text></svg>'
        '<ol class="strands"><li><a href="#m">Xã Một</a></li></ol><ol><li>Hợp nhất</li></ol></figure>'
    )
    assert section.text == "Hợp nhất"


def test_a_list_of_entries_has_a_section_for_each() -> None:
    found = read(
        '<h1 id="a">Văn bản</h1><h2>Quyết định</h2>'
        '<dl><dt id="q12">Quyết định 12</dt><dd>Thành lập.</dd>'
        '<dt id="q13">Quyết định 13</dt><dd>Đổi tên.</dd></dl><p>Hết.</p>'
    )
    assert [(one.anchor, one.title, one.trail, one.text) for one in found] == [
        ("a", "Văn bản", (), ""),
        ("a", "Quyết định", ("Văn bản",), "Hết."),
        ("q12", "Quyết định 12", ("Văn bản", "Quyết định"), "Thành lập."),
        ("q13", "Quyết định 13", ("Văn bản", "Quyết định"), "Đổi tên."),
    ]


def test_a_row_with_an_address_is_named_by_its_group_or_its_table() -> None:
    found = read(
        '<h1 id="a">Số liệu</h1><table><caption>Đảng viên</caption>'
        "<thead><tr><th>Thời gian</th><th>Số</th></tr></thead>"
        '<tr id="n1"><th>1950</th><td>40</td></tr>'
        '<tr><th scope="rowgroup">Kết nạp</th></tr>'
        '<tr id="n2"><th>1955 <span class="note">Ghi chú.</span></th><td>60</td></tr>'
        "<tr><th>1960</th><td>70</td></tr></table>"
    )
    assert [(one.anchor, one.title, one.text) for one in found] == [
        ("a", "Số liệu", "Đảng viên · Kết nạp · 1960 · 70"),
        ("n1", "Đảng viên: 1950", "40"),
        ("n2", "Kết nạp: 1955", "60"),
    ]


def test_cells_and_lines_stand_apart_and_repeats_are_left_out() -> None:
    found = read(
        '<h1 id="a">Lãnh đạo</h1><ol><li><span>Lý Thị Mận</span><span>1952 – 1957</span></li>'
        '<li>Bí thư <span class="line">xã Mây Thượng</span></li></ol>'
        '<svg><text>40</text></svg><details class="behind"><table><tr><td>40</td></tr></table>'
        '</details><section class="notes">Nguồn dẫn</section>'
    )
    (only,) = found
    assert only.text == "Lý Thị Mận · 1952 – 1957 · Bí thư · xã Mây Thượng"


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("<p title='a > b'>Một.</p>", "Một."),
        ('<p title="a <b> c">Một.</p><p>Hai.</p>', "Một. Hai."),
        ("<p>Một.<!-- <b>Không</b> --></p>", "Một."),
        ("<p>Một < hai &lt; ba &amp; bốn</p>", "Một < hai < ba & bốn"),
        ("<ul><li>Một<li>Hai</ul>Ba", "Một · Hai · Ba"),
        ("<p>Một<br>hai<br/>ba&nbsp;bốn</p>", "Mộthaiba bốn"),
        ('<section class="notes"><section>Một</section>Hai</section>Ba', "Ba"),
        ('<p><span class="line">Một<span>hai</span></span>ba</p>', "Mộthai · ba"),
        ("<nav>Một</nav><NAV>Hai", "Hai"),
        ('<p class="cite">Một', "Một"),
    ],
)
def test_what_is_written_in_an_unusual_way_is_read_too(article: str, text: str) -> None:
    (only,) = read(f'<h1 id="a">Đầu</h1>{article}')
    assert only.text == text


def test_a_table_within_a_row_does_not_end_it() -> None:
    found = read(
        '<h1 id="a">Đầu</h1><table><caption>Ngoài</caption><tbody><tr id="n"><th>1950</th><td>'
        "<table><caption>Trong</caption><tr><th>Một</th></tr></table>Hai</td></tr>"
        '<tr id="m"><th>1951</th><td>Ba</td></tr></tbody></table>Hết'
    )
    assert [(one.title, one.text) for one in found] == [
        ("Đầu", "Ngoài · Hết"),
        ("Ngoài: 1950", "Trong · Một · Hai"),
        ("Ngoài: 1951", "Ba"),
    ]


def test_a_page_without_an_article_has_no_sections() -> None:
    assert sections_of("", "<html><body>Chữ</body></html>") == []
