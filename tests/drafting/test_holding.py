"""Who holds which post, in the many ways in which histories say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.drafting.gather import proposals
from tests.drafting.site import reading, write

if TYPE_CHECKING:
    from pathlib import Path

AN, BINH, CANH, DU = "Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Cảnh", "Phạm Hữu Dư"
FIRST, DEPUTY, STANDING = "secretary", "deputy-secretary", "standing-member"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("holding") / "site")[0]


def held(root: Path, *lines: str) -> set[tuple[str, str]]:
    found = proposals(reading(root, list(lines)), ("membership",), as_if_untold=True)
    return {(one.name, str(one.record["post"])) for one in found}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (f"Bí thư: {AN}; Phó Bí thư: {BINH}, {CANH}.", {(AN, FIRST), (BINH, DEPUTY), (CANH, DEPUTY)}),
        (f"1. {AN} – Bí thư", {(AN, FIRST)}),
        (f"Phó Bí thư: đồng chí {AN}.", {(AN, DEPUTY)}),
        (f"{AN} làm Bí thư, {BINH} làm Phó Bí thư.", {(AN, FIRST), (BINH, DEPUTY)}),
        (f"Đồng chí {AN} trúng cử Bí thư thay đồng chí {BINH} được rút về huyện.", {(AN, FIRST)}),
        (f"Bí thư Đảng ủy {AN} chủ trì lễ ngày 03/02/1964.", {(AN, FIRST)}),
        (f"Chức Bí thư do đồng chí {AN} đảm nhiệm từ năm 1961.", {(AN, FIRST)}),
        (f"Đảng ủy có hai Phó Bí thư: đồng chí {AN} lo nội chính, đồng chí {BINH} lo kinh tế.",
         {(AN, DEPUTY), (BINH, DEPUTY)}),
        (f"{AN} tái cử Phó Bí thư, cùng với đồng chí {BINH}.", {(AN, DEPUTY), (BINH, DEPUTY)}),
        (f"Đảng ủy bầu các đồng chí {AN} (Bí thư) và {BINH} (Phó Bí thư).",
         {(AN, FIRST), (BINH, DEPUTY)}),
        (f"Tháng 9/1952, Thiếu tá {AN} được bổ sung vào Ban Thường vụ.", {(AN, STANDING)}),
        (f"Các Phó Bí thư lần lượt là {CANH} và {DU}.", {(CANH, DEPUTY), (DU, DEPUTY)}),
        (f"Phó Bí thư {AN} được cử giữ chức Bí thư từ ngày 10/10/1958.", {(AN, DEPUTY), (AN, FIRST)}),
        (f"Bí thư {AN} và Phó Bí thư {BINH} đều tái cử.", {(AN, FIRST), (BINH, DEPUTY)}),
    ],
)  # fmt: skip
def test_ways_of_saying_who_holds_a_post(
    root: Path, said: str, wanted: set[tuple[str, str]]
) -> None:
    assert held(root, said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        f"Đồng chí {AN} thôi giữ chức Bí thư tháng 5/1954 để đi học.",
        f"Nguyên Bí thư {AN} được mời dự lễ.",
        f"Đồng chí {AN}, sau bảy năm làm Bí thư, nghỉ hưu.",
        f"Đồng chí {AN} được rút lên làm Phó Bí thư Tỉnh ủy.",
        "Xã Trần Phú có Bí thư chi bộ giỏi.",
        "Bí thư các chi bộ Nguyễn Huệ, Lê Lợi, Trần Phú đều trẻ.",
        "Chức Bí thư khuyết đến tháng 6/1951.",
    ],
)
def test_who_holds_none_here(root: Path, said: str) -> None:
    assert held(root, said) == set()
