"""Text in pictures: lines that fit, as few as they need be, and of like length."""

from __future__ import annotations

import pytest

from macros.rendering.drawing import balanced, text_width, wrap

NAMES = (
    "",
    "Mây",
    "Đảng bộ phường Mây Thượng",
    "Đảng bộ Khối các cơ quan thị xã Sông Mây",
    "Nghiêngnghiêngngảngả Sông",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 120, 172])
def test_balanced_lines_hold_all_words_in_no_more_lines_and_no_wider(name: str, width: int) -> None:
    greedy, lines = wrap(name, 13, width), balanced(name, 13, width)
    assert " ".join(lines) == name
    assert len(lines) == len(greedy)
    widest = [max((text_width(one, 13) for one in some), default=0) for some in (lines, greedy)]
    assert widest[0] <= widest[1]


def test_a_name_is_not_torn_where_its_kind_may_stand_alone() -> None:
    assert wrap("Đảng bộ phường Mây Thượng", 13, 172) == ("Đảng bộ phường Mây", "Thượng")
    assert balanced("Đảng bộ phường Mây Thượng", 13, 172) == ("Đảng bộ phường", "Mây Thượng")
