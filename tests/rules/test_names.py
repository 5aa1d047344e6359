from __future__ import annotations

from pathlib import Path

import pytest

from macros.dates import parse_edtf
from macros.rules.names import is_no_name, name_in_use, name_on
from tests.support import archive_of


def khoi(extra: str) -> dict[str, str]:
    text = f"kind: party\nshort_name: Đảng bộ Khối\n{extra}"
    return {"data/organizations/khoi/organization.yml": text}


NAMES = """\
names:
  - {id: ten-3, name: Ba, start_date: "2010-05-19", cite: ky-yeu#1}
  - {id: ten-1, name: Một, cite: ky-yeu#1}
  - {id: ten-2, name: Hai, start_date: "[2003-09-11..2005]", cite: ky-yeu#1}
  - {id: ten-du, name: Đảng ủy, applies_to: committee, start_date: "2000", cite: ky-yeu#1}
"""


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("1997", "Một"),
        ("2003-09-10", "Một"),
        ("2003-09-11", "Hai"),
        ("2004", "Hai"),
        ("2010-05", "Hai"),
        ("2010-05-19", "Ba"),
        ("[2003-09-11..2005]", "Hai"),
        ("2008/2012", "Hai"),
        ("../2002", "Một"),
        ("2015/..", "Ba"),
    ],
)
def test_name_in_use(tmp_path: Path, when: str, name: str) -> None:
    found = name_in_use(archive_of(tmp_path, khoi(NAMES)).dossiers["khoi"], parse_edtf(when))
    assert found is not None
    assert found.name == name


def test_name_without_a_date_is_the_latest(tmp_path: Path) -> None:
    dossier = archive_of(tmp_path, khoi(NAMES)).dossiers["khoi"]
    latest = name_in_use(dossier, None)
    assert latest is not None
    assert latest.name == "Ba"
    committee = name_in_use(dossier, parse_edtf("1990"), "committee")
    assert committee is not None
    assert committee.name == "Đảng ủy"
    assert name_in_use(dossier, None, "office") is None
    assert name_on(dossier, None) == dossier.title == "Đảng bộ Khối"


def test_name_begun_on_a_day_bounded_only_above(tmp_path: Path) -> None:
    names = """\
names:
  - {id: ten-1, name: Một, start_date: "1990", cite: ky-yeu#1}
  - {id: ten-2, name: Hai, start_date: "[..2005]", cite: ky-yeu#1}
"""
    dossier = archive_of(tmp_path, khoi(names)).dossiers["khoi"]
    told = [name_in_use(dossier, parse_edtf(when)) for when in ("1994", "2006")]
    assert [name.name if name else None for name in told] == ["Một", "Hai"]


@pytest.mark.parametrize(
    "words",
    ["không rõ tên", "Không rõ", "chưa biết", "khong-ro", "vô danh", "một người ở Huyện ủy", "?"],
)
def test_words_that_are_no_name(words: str) -> None:
    assert is_no_name(words)


@pytest.mark.parametrize(
    "words", ["Khổng Văn Rõ", "khong-van-ro", "Vô Danh Thị", "Lý Văn Một", "陳富"]
)
def test_names_that_look_like_such_words(words: str) -> None:
    assert not is_no_name(words)
