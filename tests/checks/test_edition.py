"""The printed edition: its volumes, their states, its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.checks.edition import numbers, states, volumes
from macros.messages.problems import Problem
from tests.support import read_site, told

FILE = "data/edition.yml"
LISTED = {
    "data/organizations/khoi/organization.yml": "kind: party\nshort_name: Khối\nlisted: true",
    "data/organizations/xa/organization.yml": "kind: party\nshort_name: Xã",
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy
        documents: [{id: qd-1, kind: decision, cite: ky-yeu#3}]
        """,
}

Check = Callable[[Archive], Iterable[Problem]]


def edition(*entries: str, general: str = "") -> dict[str, str]:
    """Return an edition whose volumes stand one a line, from line 2."""
    lines = ["volumes:", *(f"  - {{{entry}}}" for entry in entries), *general.splitlines()]
    return {**LISTED, FILE: "\n".join(lines)}


def found(check: Check, root: Path, files: dict[str, str]) -> list[str]:
    return [line.removeprefix(f"{FILE}:") for line in told(check, root, files)]


def test_silent_when_right(tmp_path: Path) -> None:
    files = edition(
        "volume: khoi, state: approved, document: qd-1, isbn: 978-604-00-0001-9, price: 90000",
        "volume: toan-tap, sale: internal, paper: {thickness: 40}, copies: 1",
        general="sale: priced\nprice: 1\npaper: {thickness: 400}",
    )
    for check in (volumes, states, numbers):
        assert found(check, tmp_path, files) == []


def test_a_volume_whose_organization_is_gone_is_told_with_it(tmp_path: Path) -> None:
    """A folder that was renamed leaves many places, and the edition is one of them."""
    archive, _ = read_site(tmp_path, edition("volume: xa-khac", "volume: khio"))
    gone, misspelt = volumes(archive)
    assert gone.about is not None
    assert gone.about.home == "data/organizations/xa-khac/organization.yml"
    assert misspelt.about is None


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            ["volume: khio"],
            ["2:14: lỗi: không có tập nào mang mã “khio” → có phải ý bạn là “khoi”?"],
        ),
        # an organization without a volume of its own
        (
            ["volume: xa"],
            ["2:14: lỗi: không có tập nào mang mã “xa” → chọn một trong: toan-tap, khoi"],
        ),
        (
            ["volume: khoi", "volume: toan-tap", "volume: khoi"],
            [
                "4:14: lỗi: tập “khoi” đã có ở data/edition.yml:2:14 → gộp hai mục của tập ấy làm một"
            ],
        ),
        (
            ["volume: khoi, isbn: 978-604-00-0001-9", "volume: toan-tap, isbn: 9786040000019"],
            [
                "3:30: lỗi: ISBN “9786040000019” đã ghi cho tập khác ở data/edition.yml:2:26 → mỗi tập một mã riêng"
            ],
        ),
        (
            ["volume: khoi, isbn: 978 604 00 0001 9", "volume: toan-tap, isbn: 978-604-00-0001-9"],
            [
                "3:30: lỗi: ISBN “978-604-00-0001-9” đã ghi cho tập khác ở data/edition.yml:2:26 → mỗi tập một mã riêng"
            ],
        ),
        (["volume: khoi", "volume: toan-tap"], []),
    ],
)
def test_volumes(tmp_path: Path, entries: list[str], expected: list[str]) -> None:
    assert found(volumes, tmp_path, edition(*entries)) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "state: approved",
            [
                "2:27: lỗi: tập “khoi” đã thẩm định mà không nêu quyết định nào → thêm dòng decision hoặc document"
            ],
        ),
        ("state: approved, decision: Số 5", []),
        ("state: approved, document: qd-1", []),
        (
            "state: approved, document: qd-1, decision: Số 5",
            [
                "2:63: lỗi: quyết định thẩm định ghi hai lần: decision và document → giữ document, xóa dòng decision"
            ],
        ),
        (
            "state: approved, document: qd-2",
            [
                "2:47: lỗi: không có văn bản nào mang mã “qd-2” → thêm văn bản vào một tệp trong data/documents/, hoặc ghi decision"
            ],
        ),
        (
            "state: approved, document: nghi-quyet",
            [
                "2:47: lỗi: không có văn bản nào mang mã “nghi-quyet” → thêm văn bản vào một tệp trong data/documents/, hoặc ghi decision"
            ],
        ),
        (
            "state: review, decision: Số 5",
            [
                "2:45: lỗi: tập “khoi” có quyết định thẩm định nhưng chưa ghi là đã thẩm định → ghi state: approved, hoặc xóa quyết định"
            ],
        ),
        (
            "state: review, document: qd-1",
            [
                "2:45: lỗi: tập “khoi” có quyết định thẩm định nhưng chưa ghi là đã thẩm định → ghi state: approved, hoặc xóa quyết định"
            ],
        ),
        (
            "document: qd-1",
            [
                "2:30: lỗi: tập “khoi” có quyết định thẩm định nhưng chưa ghi là đã thẩm định → ghi state: approved, hoặc xóa quyết định"
            ],
        ),
        ("state: review", []),
    ],
)
def test_states(tmp_path: Path, entry: str, expected: list[str]) -> None:
    assert found(states, tmp_path, edition(f"volume: khoi, {entry}")) == expected


@pytest.mark.parametrize(
    ("entry", "general", "expected"),
    [
        (
            "price: 90000",
            "",
            [
                "2:27: lỗi: có giá bán nhưng sách không ghi là có giá bán → ghi sale: priced, hoặc xóa dòng price"
            ],
        ),
        (
            "price: 90000",
            "sale: internal",
            [
                "2:27: lỗi: có giá bán nhưng sách không ghi là có giá bán → ghi sale: priced, hoặc xóa dòng price"
            ],
        ),
        ("price: 90000, sale: priced", "sale: internal", []),
        (
            "price: 90000, sale: internal",
            "sale: priced",
            [
                "2:27: lỗi: có giá bán nhưng sách không ghi là có giá bán → ghi sale: priced, hoặc xóa dòng price"
            ],
        ),
        ("price: 0, sale: priced", "", ["2:27: lỗi: giá bán không lớn hơn 0 → ghi giá bằng đồng"]),
        ("price: -1, sale: priced", "", ["2:27: lỗi: giá bán không lớn hơn 0 → ghi giá bằng đồng"]),
        ("copies: 0", "", ["2:28: lỗi: số lượng in là 0 → xóa dòng này nếu chưa biết"]),
        (
            "paper: {thickness: 39}",
            "",
            [
                "2:39: lỗi: một tờ giấy dày 39 micrômét là không thể → ghi bằng micrômét, từ 40 đến 400"
            ],
        ),
        (
            "paper: {thickness: 401}",
            "",
            [
                "2:39: lỗi: một tờ giấy dày 401 micrômét là không thể → ghi bằng micrômét, từ 40 đến 400"
            ],
        ),
        (
            "sale: internal",
            "price: 5",
            [
                "3:8: lỗi: có giá bán nhưng sách không ghi là có giá bán → ghi sale: priced, hoặc xóa dòng price"
            ],
        ),
        (
            "sale: internal",
            "copies: 0",
            ["3:9: lỗi: số lượng in là 0 → xóa dòng này nếu chưa biết"],
        ),
    ],
)
def test_numbers(tmp_path: Path, entry: str, general: str, expected: list[str]) -> None:
    files = edition(f"volume: khoi, {entry}", general=general)
    assert found(numbers, tmp_path, files) == expected


def test_what_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    files = {
        **edition("volume: khoi, state: approved, document: qd-1"),
        "data/organizations/khoi/organization.yml": "kind: không",
        "data/documents/tinh-uy.yml": "documents: không",
    }
    archive, problems = read_site(tmp_path, files)
    assert problems
    assert [*volumes(archive), *states(archive)] == []
