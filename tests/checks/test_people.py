from __future__ import annotations

from typing import TYPE_CHECKING

from macros.checks.people import told_apart
from tests.support import told

if TYPE_CHECKING:
    from pathlib import Path

MOT, OTHER = "data/people/ly-van-mot.yml", "data/people/ly-van-mot-xa.yml"


def people(own: str, other: str) -> dict[str, str]:
    """Return two people of one name, whose further lines are `own` and `other`."""
    return {MOT: f"name: Lý Văn Một\n{own}", OTHER: f"name: Lý Văn Một\n{other}"}


def test_two_people_of_one_name_are_told_apart_both(tmp_path: Path) -> None:
    told_of_both = told(told_apart, tmp_path, people("", ""))
    assert told_of_both == [
        f"{OTHER}:1:7: lỗi: “Lý Văn Một” cũng là tên của “ly-van-mot”, người đọc không phân biệt "
        "được → thêm distinguished_by, như quê quán hay chức danh; nếu là một người thì chỉ giữ "
        "một tệp",
        f"{MOT}:1:7: lỗi: “Lý Văn Một” cũng là tên của “ly-van-mot-xa”, người đọc không phân biệt "
        "được → thêm distinguished_by, như quê quán hay chức danh; nếu là một người thì chỉ giữ "
        "một tệp",
    ]


def test_one_of_them_is_not_enough(tmp_path: Path) -> None:
    (only,) = told(told_apart, tmp_path, people("", "distinguished_by: người thôn Hạ"))
    assert only.startswith(f"{MOT}:1:7: ")


def test_words_that_do_not_tell_them_apart(tmp_path: Path) -> None:
    same = "distinguished_by: người thôn Hạ"
    assert told(told_apart, tmp_path, people(same, same)) == [
        f"{path}:2:19: lỗi: lời phân biệt này cũng là của người trùng tên “{other}” "
        "→ sửa cho khác nhau"
        for path, other in ((OTHER, "ly-van-mot"), (MOT, "ly-van-mot-xa"))
    ]


def test_spelling_does_not_tell_them_apart(tmp_path: Path) -> None:
    files = {MOT: "name: Lý Thúy", OTHER: "name: Lý Thuý"}
    assert len(told(told_apart, tmp_path, files)) == 2


def test_silent_when_right(tmp_path: Path) -> None:
    right = people("distinguished_by: người thôn Thượng", "distinguished_by: người thôn Hạ")
    assert told(told_apart, tmp_path, right) == []
    assert told(told_apart, tmp_path, {MOT: "name: Lý Văn Mốt"}) == []
