"""What the rules propose: what the paragraph says, asked where it does not say enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.drafting.gather import proposals
from macros.drafting.indicators import NEW
from tests.drafting.site import reading, write

if TYPE_CHECKING:
    from pathlib import Path

    from macros.drafting.proposal import Kind, Proposal


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("drafts") / "site")[0]


def of(root: Path, kind: Kind, *lines: str, untold: bool = True) -> list[Proposal]:
    return proposals(reading(root, list(lines) or None), (kind,), as_if_untold=untold)


def test_memberships_with_post_manner_and_congress(root: Path) -> None:
    found = {str(one.record["person"]): one for one in of(root, "membership")}
    assert list(found) == ["ly-thi-man", "do-van-lua", "phung-van-khe", "ha-van-thoc"]
    assert found["ly-thi-man"].record == {
        "id": "bi-thu-ly-thi-man-1952", "person": "ly-thi-man", "post": "secretary", "congress": "I",
        "manner": ["elected"], "cite": "lich-su#2",
    }  # fmt: skip
    assert found["do-van-lua"].record["post"] == "deputy-secretary"
    assert found["do-van-lua"].new_people == {"do-van-lua": "Đỗ Văn Lúa"}
    appointed = found["ha-van-thoc"].record
    assert appointed["start_date"] == "1954-06"
    assert set(appointed["manner"]) == {"transferred", "designated"}
    assert appointed["decided_by"] == "Ban Thường vụ Huyện ủy"
    assert all(one.is_ready for one in found.values())


def test_who_is_replaced_takes_no_post(root: Path) -> None:
    [one] = of(
        root, "membership", "Năm 1954, đồng chí Hà Văn Thóc làm Bí thư thay đồng chí Đỗ Văn Lúa."
    )
    assert one.record["person"] == "ha-van-thoc"


def test_a_post_elsewhere_is_not_taken_for_one_here(root: Path) -> None:
    said = "Ngày 02/3/1954, đồng chí Hà Văn Thóc được điều động giữ chức vụ Bí thư Huyện ủy Núi Xa."
    assert of(root, "membership", said) == []


def test_a_namesake_is_asked_about(root: Path) -> None:
    path = root / "data/people/ha-van-thoc.yml"
    path.write_text("name: Hà Văn Thóc\n", encoding="utf-8")
    try:
        [one] = of(
            root, "membership", "Ngày 02/3/1954, đồng chí Hà Văn Thóc được chỉ định làm Bí thư."
        )
    finally:
        path.unlink()
    assert (one.record["person"], one.is_ready) == ("?", False)
    assert one.asks[0].offers == ("ha-van-thoc", "ha-van-thoc-2")


def test_without_a_day_it_is_asked(root: Path) -> None:
    [one] = of(root, "membership", "Đồng chí Hà Văn Thóc được chỉ định làm Bí thư.")
    assert one.record["start_date"] == "?"
    assert not one.is_ready


def test_two_people_and_two_posts_one_each(root: Path) -> None:
    said = "Ngày 02/3/1954, đồng chí Hà Văn Thóc và đồng chí Đỗ Văn Lúa tái cử giữ chức vụ Bí thư và Phó Bí thư."
    posts = [(one.record["person"], one.record["post"]) for one in of(root, "membership", said)]
    assert posts == [("ha-van-thoc", "secretary"), ("do-van-lua", "deputy-secretary")]


def test_a_signature_is_an_attested_post(root: Path) -> None:
    [one] = of(root, "membership", "T/M ĐẢNG ỦY", "BÍ THƯ", "Hà Văn Thóc")
    assert one.record["post"] == "secretary"
    assert one.record["attested"] == ["?"]
    assert one.paragraphs == (1, 2, 3)


def test_congress_and_committees(root: Path) -> None:
    [congress] = of(root, "congress")
    assert congress.record == {
        "id": "dai-hoi-1", "ordinal": "I", "term": "1952/1955", "dates": "1952-05-10/1952-05-11",
        "delegates": 35, "cite": "lich-su#2",
    }  # fmt: skip
    executive, standing = of(root, "committee")
    assert executive.record["size"] == 9
    assert executive.record["full_time"] == 2
    assert executive.record["congress"] == "I"
    assert (standing.record["body"], standing.record["size"]) == ("standing", 3)


@pytest.mark.parametrize("said", [
    "Thực hiện Nghị quyết Đại hội Đảng bộ xã Mây Thượng lần thứ II, nhiệm kỳ 1955 - 1958.",
    "Đại hội đại biểu toàn quốc lần thứ II của Đảng họp từ ngày 11 đến ngày 19/2/1951.",
    "Đại hội Đảng bộ huyện Sông Mây lần thứ II họp ngày 11/2/1951.",
])  # fmt: skip
def test_congresses_of_others_are_not_ours(root: Path, said: str) -> None:
    assert of(root, "congress", said) == []


def test_observations_with_period_qualifier_and_offers(root: Path) -> None:
    found = of(root, "observation")
    assert [int(one.record["value"]) for one in found] == [60, 7, 4, 120]
    members = found[0]
    assert (members.record["period"], members.record["qualifier"]) == ("1955", "over")
    assert all(NEW in one.asks[0].offers for one in found)
    assert not any(one.is_ready for one in found)


def test_a_ratio_is_kept_together(root: Path) -> None:
    [one] = of(root, "observation", "Năm 1955 có 42/65 chi bộ đăng ký.")
    assert one.record["ratio"] == {"numerator": 42, "denominator": 65}


@pytest.mark.parametrize(
    "said", ["Trong 5 năm qua, xã đổi mới.", "Thực hiện Điều 12 và khóa 3.", "Xã có 3 nhiệm vụ."]
)
def test_what_is_no_figure_is_not_proposed(root: Path, said: str) -> None:
    assert of(root, "observation", said) == []


def test_what_is_told_is_not_proposed(root: Path) -> None:
    told = proposals(reading(root))
    assert "congress" not in {one.kind for one in told}
    assert "ly-thi-man" not in {one.record.get("person") for one in told}
    assert "60" not in {one.number for one in told}


def test_events_leave_the_words_to_the_editor(root: Path) -> None:
    found = of(root, "event", untold=False)
    # June 1954 is told by a membership that is proposed.
    assert [one.record["date"] for one in found] == ["1956-08-20", "1956-09-01"]
    assert {one.record["summary"] for one in found} == {"?"}


def test_changes_of_organizations(root: Path) -> None:
    [one] = of(root, "change", "Ngày 02/3/1950, Đảng bộ xã Mây Thượng được thành lập.")
    assert (one.record["kind"], one.record["date"]) == ("founding", "1950-03-02")
    [one] = of(
        root, "change", "Ngày 02/3/1960, Đảng ủy xã Mây Thượng được đổi tên thành Đảng ủy Mây."
    )
    assert one.record["kind"] == "renaming"


def test_what_the_check_refuses_is_not_ready(root: Path) -> None:
    said = "Ngày 02/3/1954, Đảng ủy phân công đồng chí Hà Văn Thóc, là Bí thư."
    for one in of(root, "membership", said):
        assert one.is_ready is (one.problem == "")
