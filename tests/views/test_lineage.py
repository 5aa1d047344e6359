"""The picture of a lineage: what it came out of, however far back, and how much of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.catalogue import organization
from macros.model.changes import ChangeEvent
from macros.rendering.drawing import text_width
from macros.views.changes import participant_link
from macros.views.common import Page
from macros.views.descent import Descent, Join, Node, descent
from macros.views.lineage import (
    MOST_HIGH,
    MOST_WIDE,
    PAPER,
    SCREEN,
    Box,
    Lineage,
    Measures,
    Picture,
    lineage,
    picture,
)
from tests.support import load_sound, write_site
from tests.views.fabricated import page_of
from tests.views.html_rules import faults
from tests.views.merged import FILES


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return load_sound(write_site(tmp_path_factory.mktemp("merged"), FILES))


@pytest.fixture
def page(merged: Archive) -> Page:
    return page_of(merged, "lon")


def drawn(page: Page, identifier: str = "lon") -> Picture:
    found = lineage(page, page.archive.dossiers[identifier]).picture
    assert found is not None
    return found


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def name(box: Box) -> str:
    return " ".join(line.text for line in box.name)


def boxes(picture: Picture) -> dict[str, Box]:
    return {name(box): box for box in picture.boxes}


def test_two_steps_of_merging_and_a_renaming_stand_in_columns_of_time(page: Page) -> None:
    found = boxes(drawn(page))
    columns = sorted({box.x for box in found.values()})
    assert {key: columns.index(box.x) for key, box in found.items()} == {
        "Đảng bộ xã Thượng": 0,
        "Đảng bộ xã Trung": 0,
        "Đảng bộ xã Hạ": 1,
        "Đảng bộ xã Đông": 1,
        "Chi bộ trại giống": 1,
        "Đảng bộ xã Gộp": 2,
        "Đảng bộ xã Lớn": 3,
    }
    assert {key for key, box in found.items() if box.focus} == {"Đảng bộ xã Gộp", "Đảng bộ xã Lớn"}


def test_each_arrow_says_how_much_went_over(page: Page) -> None:
    found = descent(page, "lon")
    told = {
        (found.nodes[join.before].name, found.nodes[join.after].name): join.kind
        for join in found.joins
    }
    assert told == {
        ("Đảng bộ xã Thượng", "Đảng bộ xã Hạ"): "whole",
        ("Đảng bộ xã Trung", "Đảng bộ xã Hạ"): "unstated",
        ("Đảng bộ xã Hạ", "Đảng bộ xã Gộp"): "most",
        ("Đảng bộ xã Đông", "Đảng bộ xã Gộp"): "part",
        ("Chi bộ trại giống", "Đảng bộ xã Gộp"): "unstated",
        ("Đảng bộ xã Gộp", "Đảng bộ xã Lớn"): "same",
    }
    kinds = [key.kind for key in drawn(page).legend]
    assert kinds == ["whole", "most", "part", "unstated", "same", "out"]


def test_an_extent_that_no_source_states_is_not_said(page: Page) -> None:
    merger, into, gave, _ = lineage(page, page.archive.dossiers["lon"]).changes
    assert [plain(one.text) for one in merger.before] == [
        "Đảng bộ xã Thượng (toàn bộ)",
        "Đảng bộ xã Trung",
    ]
    assert [plain(one.text) for one in into.before] == [
        "Đảng bộ xã Hạ (phần lớn)",
        "Đảng bộ xã Đông (phần còn lại)",
        "chi bộ trại giống",
    ]
    assert [plain(one.text) for one in gave.before] == ["Đảng bộ xã Gộp"]


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        ({"label": "tổ chức đảng", "units": 4, "members": 77}, "4 tổ chức đảng (77 đảng viên)"),
        ({"label": "tổ chức cơ sở đảng", "units": 22}, "22 tổ chức cơ sở đảng"),
        ({"label": "các cơ sở", "units": 3}, "các cơ sở (3 tổ chức đảng)"),
        ({"label": "Đảng bộ nhà máy", "units": 3}, "Đảng bộ nhà máy (3 tổ chức đảng)"),
    ],
)
def test_what_moved_is_counted_in_its_own_words(
    page: Page, moved: dict[str, object], words: str
) -> None:
    change = ChangeEvent.model_validate(
        {
            "id": "a",
            "kind": "transfer",
            "cite": "ky-yeu#1",
            "participants": [{"role": "moved", **moved}],
        }
    )
    assert plain(participant_link(page, change, change.participants[0]).text) == words


def test_changes_of_known_days_stand_in_order_of_time(tmp_path: Path) -> None:
    later = FILES["data/changes/gop-xa.yml"].replace(
        "kind: merger", 'kind: merger\n        date: "[..1979]"'
    )
    site = load_sound(write_site(tmp_path, FILES | {"data/changes/gop-xa.yml": later}))
    changes = lineage(page_of(site, "lon"), site.dossiers["lon"]).changes
    assert [plain(one.when) for one in changes] == [
        "01/05/1976",
        "Năm 1978",
        "Chậm nhất năm 1979",
        "04/03/1980",
    ]


def test_a_merger_without_a_date_says_so(page: Page) -> None:
    assert [line.text for line in boxes(drawn(page))["Đảng bộ xã Hạ"].head] == [
        "Hợp nhất, không rõ",
        "ngày",
    ]


def test_a_part_that_left_hangs_on_the_name_of_that_time(page: Page) -> None:
    found = boxes(drawn(page))
    assert [move.kind for move in found["Đảng bộ xã Gộp"].moves] == ["out"]
    assert found["Đảng bộ xã Lớn"].moves == ()


def test_no_two_boxes_touch(page: Page) -> None:
    placed = drawn(page).boxes
    for one in placed:
        for other in placed:
            if one is not other and one.x == other.x:
                assert one.y + one.height < other.y or other.y + other.height < one.y
    picture = drawn(page)
    assert all(box.x + box.width <= picture.width for box in placed)
    assert all(box.y >= 0 and box.y + box.height <= picture.height for box in placed)


def test_the_text_tells_what_led_there_before_the_organizations_own_changes(page: Page) -> None:
    changes = lineage(page, page.archive.dossiers["lon"]).changes
    assert [(one.kind, one.when.replace("\u00a0", " ")) for one in changes] == [
        ("Hợp nhất", "Không rõ ngày"),
        ("Hợp nhất", "01/05/1976"),
        ("Chuyển giao", "Năm 1978"),
        ("Đổi tên", "04/03/1980"),
    ]


def test_seen_from_the_first_the_last_is_what_came_of_it(page: Page) -> None:
    assert "Đảng bộ xã Gộp" in boxes(drawn(page, "thuong"))
    assert "Đảng bộ xã Đông" in boxes(drawn(page, "thuong"))


def test_what_came_out_of_nothing_has_no_picture(page: Page, archive: Archive) -> None:
    found = lineage(page_of(archive), archive.dossiers["huyen-binh"])
    assert found.picture is None
    assert found.changes == ()


def test_the_component_is_valid_html(page: Page) -> None:
    html = organization.lineage(page)
    assert faults(html) == []
    assert html.count("<svg") == html.count("</svg>")
    assert 'role="region" aria-label="Sơ đồ: Nguồn gốc và thay đổi của Đảng bộ xã Lớn"' in html


def chain(count: int, beside: int = 1) -> Lineage:
    """Return the lineage of `count` names one after the other, the first out of `beside` others."""
    nodes = {("a", n): Node(f"Đảng bộ xã thứ {n}", "", focus=False) for n in range(count)}
    joins = [Join(("a", n), ("a", n + 1), "same") for n in range(count - 1)]
    for n in range(beside):
        nodes["b", n] = Node(f"Chi bộ {n}", "", focus=False)
        joins.append(Join(("b", n), ("a", 0), "whole"))
    return Lineage("Nguồn gốc", (), Descent(nodes, joins))


@pytest.mark.parametrize("by", [SCREEN, PAPER])
def test_words_stay_within_their_boxes_on_screen_and_paper(page: Page, by: Measures) -> None:
    drawing = picture(descent(page, "lon"), "Nguồn gốc", by)
    assert drawing is not None
    lines = [(box, line, by.name) for box in drawing.boxes for line in box.name]
    lines += [(box, line, by.small) for box in drawing.boxes for line in box.head]
    assert len(lines) > 10
    for box, line, size in lines:
        assert text_width(line.text, size) <= box.width - 2 * by.pad, line
        assert box.y < line.y < box.y + box.height, line


def test_the_legend_of_paper_stands_below_the_boxes_and_in_the_picture(page: Page) -> None:
    printed = lineage(page, page.archive.dossiers["lon"]).printed
    assert printed is not None
    lowest = max(box.y + box.height for box in printed.boxes)
    assert [key.kind for key in printed.legend] == [key.kind for key in drawn(page).legend]
    places = [(key.x, key.y) for key in printed.legend]
    assert len(set(places)) == len(places) > 3
    for key in printed.legend:
        assert lowest < key.y < printed.height
        assert key.x + text_width(key.text, PAPER.small) < printed.width


def test_a_picture_too_wide_or_too_high_for_a_page_is_left_to_the_words() -> None:
    assert chain(3).printed is not None
    assert chain(9).picture is not None
    assert chain(9).printed is None
    assert chain(2, beside=40).printed is None
    assert chain(4).printed is None
    for one in (chain(3), chain(2, beside=12)):
        assert one.printed is not None
        assert one.printed.width <= MOST_WIDE
        assert one.printed.height <= MOST_HIGH + 40
