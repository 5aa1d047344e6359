"""A lineage as rows for a narrow screen: the order of the rows, and the lanes beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import organization
from macros.views.descent import Descent, Join, Node, descent
from macros.views.strands import Strand, strands
from tests.support import load_sound, write_site
from tests.views.fabricated import page_of
from tests.views.html_rules import faults
from tests.views.merged import FILES


def drawn(*joins: tuple[str, str], kind: str = "whole") -> dict[str, tuple[Strand, ...]]:
    """Return the strands beside the row of each name, from top to bottom."""
    names = dict.fromkeys(name for pair in joins for name in pair)
    nodes = {(name, 0): Node(name, "", focus=False) for name in names}
    found = Descent(nodes, [Join((one, 0), (other, 0), kind) for one, other in joins])
    return {row.name: row.strands for row in strands(found).rows}


def test_what_came_before_stands_above_what_came_of_it() -> None:
    assert list(drawn(("D", "E"), ("C", "E"), ("A", "C"), ("B", "C"))) == ["D", "A", "B", "C", "E"]


def test_the_nearer_lane_is_that_of_the_shorter_way() -> None:
    found = drawn(("D", "E"), ("C", "E"), ("A", "C"), ("B", "C"))
    assert found == {
        "D": (Strand(1, "out"),),
        "A": (Strand(0, "out"), Strand(1, "through")),
        "B": (Strand(0, "out", joined=True), Strand(1, "through")),
        "C": (Strand(0, "in"), Strand(1, "out", joined=True)),
        "E": (Strand(1, "in"),),
    }


def test_one_that_follows_another_needs_no_lane_of_its_own() -> None:
    found = drawn(("A", "B"), ("B", "C"))
    assert found["B"] == (Strand(0, "in"), Strand(0, "out"))


def test_what_was_divided_has_a_line_to_each_part() -> None:
    found = drawn(("A", "B"), ("A", "C"))
    assert found == {
        "A": (Strand(0, "out"), Strand(1, "out")),
        "B": (Strand(0, "in"), Strand(1, "through")),
        "C": (Strand(1, "in"),),
    }


def test_data_in_a_circle_still_give_each_a_row() -> None:
    assert set(drawn(("A", "B"), ("B", "A"))) == {"A", "B"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Đảng bộ xã Hạ", ("Phần lớn → Đảng bộ xã Gộp",)),
        ("Đảng bộ xã Đông", ("Một phần → Đảng bộ xã Gộp",)),
        # Neither the whole nor what no source states needs words.
        ("Đảng bộ xã Thượng", ()),
        ("Chi bộ trại giống", ()),
        ("Đảng bộ xã Gộp", ("1978: chi bộ nông trường sang Đảng bộ nông trường",)),
    ],
)
def test_a_row_says_how_much_of_it_went_and_what_left_it(
    tmp_path: Path, name: str, said: tuple[str, ...]
) -> None:
    page = page_of(load_sound(write_site(tmp_path, FILES)), "lon")
    rows = {row.name: row for row in strands(descent(page, "lon")).rows}
    assert tuple(words.replace("\u00a0", " ") for words in rows[name].said) == said
    html = organization.lineage(page)
    assert faults(html) == []
    assert html.count('<div class="strands__row">') == len(rows)
