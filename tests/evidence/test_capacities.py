"""In what capacity a post was held stands near the person, as the post does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from macros.evidence.files import from_transcription
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from tests.small_site import FILES, LEADERSHIP, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

TOLD = {
    "acting": "Năm 1957, Huyện ủy giao bà Lý Thị Mận làm quyền Bí thư Đảng ủy xã.",
    "acting, by the post": "Năm 1957, bà Lý Thị Mận là Quyền Bí thư, ông Phùng Văn Khế đi học.",
    "provisional": "Năm 1957, Ban Chấp hành lâm thời do bà Lý Thị Mận làm Bí thư.",
    "in-charge": "Năm 1957, bà Lý Thị Mận được giao phụ trách, chưa có Bí thư.",
    "deputy-in-charge": "Năm 1957, bà Lý Thị Mận là Phó Bí thư phụ trách Đảng ủy xã.",
}
OTHERWISE = {
    # The word is in others: no acting secretary.
    "acting": "Năm 1957, bà Lý Thị Mận làm Bí thư, chính quyền xã có nhiều quyền hạn.",
    "provisional": "Năm 1957, bà Lý Thị Mận làm Bí thư. Ủy ban lâm thời thôi họp.",
    "in-charge": "Năm 1957, bà Lý Thị Mận làm Bí thư. Các ủy viên phụ trách từng thôn.",
    "deputy-in-charge": "Năm 1957, bà Lý Thị Mận làm Phó Bí thư.",
}


def problems(root: Path, capacity: str, paragraph: str) -> list[str]:
    """The problems of a secretary in some capacity, of whom a source says no more than this."""
    (site := root / "site").mkdir()
    write_site(site)
    more = "  - { id: deputy, label: Phó Bí thư, order: 20 }\n"
    put(site, "data/posts.yml", FILES["data/posts.yml"] + more)
    membership = (
        "memberships:\n"
        "  - id: bi-thu\n"
        "    person: ly-thi-man\n"
        "    post: secretary\n"
        f"    capacity: {capacity}\n"
        '    start_date: "1957"\n'
        "    cite: ky-yeu#6\n"
    )
    put(site, LEADERSHIP, membership)
    archive = load_archive(site)[0]
    transcription = root / "site-transcriptions/ky-yeu.txt"
    text = transcription.read_text(encoding="utf-8")
    transcription.write_text(f"{text.rstrip()}\n{paragraph}\n", encoding="utf-8")
    evidence = {"ky-yeu": from_transcription(transcription, lexicon_of(archive))}
    return [one.message for one in report(claims(archive), evidence).problems]


@pytest.mark.parametrize("case", TOLD)
def test_the_words_of_a_source_hold_a_capacity(tmp_path: Path, case: str) -> None:
    found = problems(tmp_path, case.partition(",")[0], TOLD[case])
    assert not [one for one in found if "lâm thời" in one or "quyền" in one or "Bí thư" in one]


@pytest.mark.parametrize("capacity", OTHERWISE)
def test_a_capacity_that_is_told_of_somebody_else_is_refused(tmp_path: Path, capacity: str) -> None:
    found = problems(tmp_path, capacity, OTHERWISE[capacity])
    assert ["(capacity của bi-thu)" in one for one in found if "(post" not in one] == [True], found


def test_a_deputy_is_no_secretary_unless_in_charge(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, "in-charge", TOLD["deputy-in-charge"])
    assert "Bí thư" in told
