"""What readers are told of the errors that the check finds: by class, rounded down, in words."""

from __future__ import annotations

from pathlib import Path

from macros.archive import Archive
from macros.rendering.templates import render
from macros.views.strength import found
from tests.support import archive_of

MEASURED = """
refused:
  - {held: Number, corruption: another, tried: 1000, clone: 998, sources: 999}
  - {held: OnDate, corruption: another, tried: 40, clone: 10}
  - {held: Coded, corruption: code, tried: 10, clone: 7, sources: 9}
  - {held: Name, corruption: random, tried: 4, clone: 4}
  - {held: Unknown, corruption: random, tried: 400, clone: 4}
weak:
  - {fields: [Committee.body, Observation.aggregation], why: một câu kể hai cơ quan, corruption: code, tried: 30, clone: 20}
"""


def archive(root: Path, measured: str = MEASURED) -> Archive:
    return archive_of(root, {"data/verification.yml": measured} if measured else {})


def test_errors_stand_by_how_often_they_are_found(tmp_path: Path) -> None:
    view = found(archive(tmp_path))
    assert [
        (group.title.split(" (")[0], [line.error for line in group.lines]) for group in view.classes
    ] == [
        ("Gần như luôn tìm ra", ["Con số: thay bằng giá trị khác cũng có trong đoạn"]),
        ("Phần lớn tìm ra", ["Giá trị theo danh mục: chọn mục khác của danh mục"]),
        ("Nhiều khi không tìm ra", ["Mốc thời gian: thay bằng giá trị khác cũng có trong đoạn"]),
    ]


def test_shares_are_rounded_down_and_what_was_not_measured_is_not_said(tmp_path: Path) -> None:
    number, code, date = (group.lines[0] for group in found(archive(tmp_path)).classes)
    assert (number.tried, number.clone, number.sources) == ("1.000", "99,8%", "99,9%")
    assert (code.clone, code.sources) == ("70%", "90%")
    assert (date.clone, date.sources) == ("25%", "–")


def test_a_weak_field_has_its_name_and_its_reason(tmp_path: Path) -> None:
    (weak,) = found(archive(tmp_path)).weak
    assert weak.error == "Cơ quan của cấp ủy; cách tính của số liệu: chọn mục khác của danh mục"
    assert (weak.why, weak.clone) == ("Một câu kể hai cơ quan", "66,6%")


def test_a_site_without_a_measurement_says_nothing(tmp_path: Path) -> None:
    view = found(archive(tmp_path, ""))
    assert view.classes == view.weak == ()
    assert str(render("strength", found=view)).split() == ["<div", 'class="strength">', "</div>"]
