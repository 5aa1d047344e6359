"""Who led a party organization at first, where no source names anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from macros.rules.gaps import gaps_of
from tests.small_site import LEADERSHIP, ORGANIZATION, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

FOUNDING = "founding: {{ id: thanh-lap, date: {date}, cite: ky-yeu#1{more} }}\n"
TERM = """\
memberships:
  - {{ id: bi-thu, person: ly-thi-man, post: secretary, start_date: {start}, cite: ky-yeu#1{more} }}
"""


@pytest.mark.parametrize(
    ("founded", "more", "term", "told"),
    [
        ('"1950-03-02"', "", None, ["Bí thư: các tài liệu không nêu ai giữ chức"]),
        ('"1950-03-02"', "", '"1950-03-20"', []),
        (
            '"1950-03-02"',
            "",
            '"1952-05-10"',
            ["Bí thư: không rõ ai giữ chức từ khi thành lập, 02/03/1950, đến 10/05/1952"],
        ),
        (
            '"1950-03-02"',
            ", implied: { date: { kind: inferred, why: nguồn chỉ nói năm } }",
            '"1952-05-10"',
            ["Bí thư: không rõ ai giữ chức từ khi thành lập, 02/03/1950 (suy ra), đến 10/05/1952"],
        ),
        ('"1950-03-02"', "", '"1950"', []),
    ],
)
def test_who_led_at_first(
    tmp_path: Path, founded: str, more: str, term: str | None, told: list[str]
) -> None:
    write_site(tmp_path)
    own = "kind: party\nshort_name: Đảng bộ xã Mây Thượng\nlisted: true\n"
    put(tmp_path, ORGANIZATION, own + FOUNDING.format(date=founded, more=more))
    text = TERM.format(start=term, more="") if term else "memberships: []\n"
    put(tmp_path, LEADERSHIP, text)
    archive, _ = load_archive(tmp_path)
    words = [
        one.words for one in gaps_of(archive, "may-thuong") if one.words.startswith("Bí thư: ")
    ]
    assert words == told
