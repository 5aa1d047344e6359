"""Of what time a figure or a document is, and which numbers are no figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.drafting.gather import proposals
from tests.drafting.site import reading, write

if TYPE_CHECKING:
    from pathlib import Path

    from macros.drafting.proposal import Kind, Proposal


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("times") / "site")[0]


def of(root: Path, kind: Kind, *lines: str) -> list[Proposal]:
    return proposals(reading(root, list(lines)), (kind,), as_if_untold=True)


def periods(one: Proposal) -> set[str]:
    offered = {text for ask in one.asks if ask.key == "period" for text in ask.offers}
    return offered | ({one.record["period"]} - {"?"})


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (["Kết quả năm 1963:", "Kết nạp 12 đảng viên, tăng 3% so với năm 1962;"], "1963"),
        (["Trong hai năm 1952 và 1953, xã góp 615 tấn thóc."], "1952/1953"),
        (["Ngày 04/3/1961, xã khoán ruộng. Vụ mùa năm đó, xã góp 20 tấn thóc."], "1961"),
        (["Đơn vị | 1955 | 1960", "Đảng viên | 65 | 70"], "1955"),
    ],
)
def test_the_time_of_a_figure_is_told_or_offered(root: Path, lines: list[str], period: str) -> None:
    assert period in periods(of(root, "observation", *lines)[0])


def test_what_is_compared_with_is_not_the_time(root: Path) -> None:
    [one] = of(root, "observation", "Xã có 546 đảng viên so với năm 1950.")
    assert one.record["period"] == "?"


@pytest.mark.parametrize(
    "said",
    [
        "Nhiệm kỳ tới, Đảng bộ phấn đấu kết nạp mỗi năm ít nhất 15 đảng viên.",
        "Ban Chấp hành có 19 ủy viên chính thức và 3 ủy viên dự khuyết.",
        "Cấp ủy khóa này 25 người, Thường vụ 7 người.",
    ],
)
def test_numbers_that_are_no_figures(root: Path, said: str) -> None:
    assert of(root, "observation", said) == []


@pytest.mark.parametrize(
    ("said", "offers"),
    [
        ("Ngày 12/3/1957, Huyện ủy ra Quyết định số 17-QĐ/HU thành lập xã đội.", ("1957-03-12",)),
        ("Ngày 12/3/1957 xã họp. Cùng ngày có Quyết định số 17-QĐ/HU.", ("1957-03-12",)),
        ("Ngày 12/3/1957, xã họp thực hiện Chỉ thị số 05-CT/HU.", ()),
    ],
)
def test_the_day_of_a_document_is_offered(root: Path, said: str, offers: tuple[str, ...]) -> None:
    [one] = of(root, "document", said)
    assert next((ask.offers for ask in one.asks if ask.key == "date"), ()) == offers
    assert ("date" in one.record) is bool(offers)
