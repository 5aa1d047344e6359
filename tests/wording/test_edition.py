from __future__ import annotations

from pathlib import Path

import pytest

from macros.wording.edition import state_words
from tests.support import archive_of


@pytest.mark.parametrize(
    ("date", "dated"),
    [
        ('date: "1950-03-02"', " ngày 02/03/1950"),
        ('date: "1950-03"', " tháng 03/1950"),
        ('date: "1950"', " năm 1950"),
        ("note: không ghi ngày", ""),
    ],
)
def test_a_decision_is_dated_no_more_exactly_than_it_is_known(
    tmp_path: Path, date: str, dated: str
) -> None:
    files = {
        "data/organizations/khoi/organization.yml": "kind: party\nshort_name: Khối\nlisted: true",
        "data/documents/tinh-uy.yml": (
            "name: Tỉnh ủy Sông Mây\ndocuments:\n"
            f"  - {{id: qd-12, kind: decision, symbol: 12-QĐ/TU, {date}, cite: ky-yeu#1}}"
        ),
        "data/edition.yml": "volumes: [{volume: khoi, state: approved, document: qd-12}]",
    }
    words = state_words(archive_of(tmp_path, files), "khoi")
    assert words == f"Đã thẩm định, theo Quyết định số 12-QĐ/TU{dated} của Tỉnh ủy Sông Mây"
