"""Posts in tables and lists, when they are held, and in what capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.drafting.gather import proposals
from tests.drafting.site import TEXT, reading, write

if TYPE_CHECKING:
    from pathlib import Path

    from macros.drafting.proposal import Proposal

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("rows") / "site")[0]


def of(root: Path, *lines: str) -> list[Proposal]:
    return proposals(reading(root, list(lines)), ("membership",), as_if_untold=True)


def test_a_table_of_people_with_posts_and_years(root: Path) -> None:
    head = "TT | Họ và tên | Chức vụ | Thời gian | Ghi chú"
    rows = (
        f"1 | {AN} | Bí thư | 1951 - 1953 |",
        f"2 | {BINH} | Phó Bí thư | 1951 - 1953 | Bí thư từ 25/02/1953",
    )
    found = {(one.name, one.record["post"]): one.record for one in of(root, head, *rows)}
    first = found[AN, "secretary"]
    assert (first["start_date"], first["end_date"]) == ("1951", "1953")
    assert found[BINH, "secretary"]["start_date"] == "1953-02-25"
    assert len(found) == 3


def test_a_list_under_the_name_of_a_post(root: Path) -> None:
    head = "Các đồng chí Bí thư Đảng ủy qua các thời kỳ:"
    one, other = of(root, head, f"- {AN}: 1951 - 1953", f"- {BINH}: từ 1953 đến nay")
    assert (one.name, one.record["start_date"], one.record["end_date"]) == (AN, "1951", "1953")
    assert other.record["post"] == "secretary"


def test_a_list_says_nothing_new_of_what_is_told(root: Path) -> None:
    said = f"Ngày 05/3/1951, đồng chí {AN} được chỉ định làm Bí thư."
    [one] = of(root, said, "Các đồng chí Bí thư Đảng ủy qua các thời kỳ:", f"- {AN}: 1951 - 1953")
    assert one.record["start_date"] == "1951-03-05"


def test_the_list_of_a_congress(root: Path) -> None:
    *_, one = of(root, TEXT[1], "Danh sách Đảng ủy khóa I:", f"1. {AN} – Phó Bí thư")
    assert (one.name, one.record["congress"]) == (AN, "I")


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        (f"Đồng chí {AN} làm Bí thư từ tháng 6/1956.", "1956-06", None),
        (f"Từ năm 1951 đến năm 1955, đồng chí {AN} là Bí thư.", "1951", "1955"),
        (f"Bí thư: {AN} (1951–1953).", "1951", "1953"),
        (f"Tháng 9/1959, đồng chí {AN} làm Bí thư.", "1959-09", None),
    ],
)
def test_the_time_beside_a_post(root: Path, said: str, since: str, until: str | None) -> None:
    [one] = of(root, said)
    assert (one.record["start_date"], one.record.get("end_date")) == (since, until)


def test_the_day_of_the_paragraph_before_is_offered(root: Path) -> None:
    [one] = of(root, "Ngày 12/3/1957, xã có Đảng bộ.", f"Đồng chí {AN} làm Bí thư.")
    assert one.record["start_date"] == "?"
    assert one.asks[0].offers == ("1957-03-12",)


def test_who_acts_for_a_secretary(root: Path) -> None:
    [one] = of(root, f"Tháng 5/1959, đồng chí {AN} được giao làm Quyền Bí thư.")
    assert one.record["capacity"] == "acting"
