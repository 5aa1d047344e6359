from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive.complete import load_archive
from macros.checks.people import posts_in_full, posts_told_twice, told_apart
from macros.messages.causes import once_per_mistake
from macros.rules.names import namesakes
from tests.checks.leaders import LEADERSHIP, held, lines
from tests.checks.leaders import MOT as SECRETARY
from tests.support import archive_of, told, write_site

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


@pytest.mark.parametrize(("count", "more"), [(11, ""), (12, ", …")])
def test_of_many_of_one_name_ten_are_listed(tmp_path: Path, count: int, more: str) -> None:
    ids = [f"ly-van-sau-{at:02}" for at in range(count)]
    found = told(
        told_apart, tmp_path, {f"data/people/{one}.yml": "name: Lý Văn Sáu" for one in ids}
    )
    assert len(found) == count
    for one, line in zip(ids, sorted(found), strict=True):
        listed = ", ".join(f"“{other}”" for other in [each for each in ids if each != one][:10])
        assert f"cũng là tên của {listed}{more}, người đọc" in line


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


def test_those_of_one_name_with_one_distinction_are_one_mistake(tmp_path: Path) -> None:
    """So are two others with the same words: each pair has its own."""
    files = {
        f"data/people/{one}.yml": f"name: {name}\ndistinguished_by: người thôn Hạ"
        for name, ids in {"Cao Văn Sáu": "abc", "Cao Thị Bảy": "de"}.items()
        for one in ids
    }
    found = once_per_mistake(told_apart(archive_of(tmp_path, files)))
    assert [str(one).split(":")[0] for one in found] == ["data/people/a.yml", "data/people/d.yml"]


def test_spelling_does_not_tell_them_apart(tmp_path: Path) -> None:
    files = {MOT: "name: Lý Thúy", OTHER: "name: Lý Thuý"}
    assert len(told(told_apart, tmp_path, files)) == 2


def test_thousands_of_one_name_are_two_problems_and_one_list(tmp_path: Path) -> None:
    files = {
        f"data/people/nguoi-{number}.yml": f"name: Lý Văn Một\n{words}"
        for number, words in enumerate(["", "distinguished_by: quê Hạ"] * 30, 100)
    }
    write_site(tmp_path, files)
    archive = load_archive(tmp_path)[0]
    lists = namesakes(archive).values()
    assert len(lists) == 60
    assert len({id(one) for one in lists}) == 1
    unnamed, alike = once_per_mistake(told_apart(archive))
    assert str(unnamed).startswith("data/people/nguoi-100.yml:1:7: ")
    assert str(alike).startswith("data/people/nguoi-101.yml:2:19: ")
    for one in (unnamed, alike):
        assert f"“{Path(one.position.path).stem}”" not in one.message
        assert len(str(one)) < 1500


def test_silent_when_right(tmp_path: Path) -> None:
    right = people("distinguished_by: người thôn Thượng", "distinguished_by: người thôn Hạ")
    assert told(told_apart, tmp_path, right) == []
    assert told(told_apart, tmp_path, {MOT: "name: Lý Văn Mốt"}) == []


@pytest.mark.parametrize("name", ["concurrent", "previously", "subsequently"])
def test_a_post_elsewhere_is_given_in_full(tmp_path: Path, name: str) -> None:
    files = held(f"{SECRETARY}, {name}: [Phó Bí thư, Ủy]")
    assert lines(posts_in_full, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: “Ủy” chưa đủ một chức danh → ghi đủ như nguồn, ví dụ “Phó Bí thư”; "
        "chữ viết tắt thì thêm vào data/abbreviations.yml"
    ]


def test_an_abbreviation_is_a_post_in_full(tmp_path: Path) -> None:
    short = "abbreviations: [{ short: TUV, full: Thành ủy viên }]"
    files = {**held(f"{SECRETARY}, concurrent: [TUV]"), "data/abbreviations.yml": short}
    assert lines(posts_in_full, tmp_path, files) == []


def test_a_post_beside_is_told_once(tmp_path: Path) -> None:
    twice = "concurrent: [{organization: khoi, role: Ủy viên}, {organization: khoi, role: Thủ quỹ}]"
    member = "person: ly-van-mot, post: member"
    files = held(f'{SECRETARY}, start_date: "1990", {twice}', f'{member}, attested: ["1990"]')
    assert lines(posts_told_twice, tmp_path, files) == [
        f"{LEADERSHIP}:2: lỗi: “Ủy viên” đã là một lần giữ chức ở leadership.yml của khoi "
        "→ xóa khỏi concurrent; trang tự kể cả hai chức"
    ]
