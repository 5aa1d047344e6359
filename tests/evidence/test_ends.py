"""Why a term ended stands near the person; what is said of the body may stand anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from macros.evidence.files import from_transcription
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from tests.small_site import LEADERSHIP, PERSON, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

TOLD = {
    "fallen": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, hy sinh khi đi họp.",
    "died": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, từ trần.",
    "arrested": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, bị địch bắt.",
    "dismissed": "Tháng 3/1957, Huyện ủy cách chức Bí thư của bà Lý Thị Mận.",
    "expelled": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, bị khai trừ khỏi Đảng.",
    "resigned": "Tháng 3/1957, bà Lý Thị Mận xin thôi chức Bí thư.",
    "body-dissolved": "Tháng 3/1957, bà Lý Thị Mận là Bí thư, ông Phùng Văn Khế đi học. Chi bộ tan rã.",
    "annulled": "Tháng 3/1957, bà Lý Thị Mận được bầu làm Bí thư. Huyện ủy hủy kết quả bầu.",
}
OTHERWISE = {
    "fallen": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, từ trần.",
    "died": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, hy sinh khi đi họp.",
    "arrested": "Tháng 3/1957, bà Lý Thị Mận, Bí thư, đi học. Ông Phùng Văn Khế bị bắt.",
    "expelled": "Tháng 3/1957, bà Lý Thị Mận thôi làm Bí thư, ông Phùng Văn Khế bị khai trừ.",
    "body-dissolved": "Tháng 3/1957, bà Lý Thị Mận thôi làm Bí thư.",
}
AFTERWARDS = {
    "restored": "Năm 1957, bà Lý Thị Mận được khôi phục đảng tịch.",
    "exonerated": "Năm 1957, bà Lý Thị Mận được sửa sai.",
    "released": "Năm 1957, bà Lý Thị Mận mãn hạn tù.",
    "martyr": "Năm 1957, bà Lý Thị Mận được truy tặng danh hiệu liệt sĩ.",
}
NOT_SO = {
    "restored": "Năm 1957, bà Lý Thị Mận vẫn là đảng viên. Ông Phùng Văn Khế được phục hồi đảng tịch.",
    "released": "Năm 1957, bà Lý Thị Mận còn ở tù.",
    "martyr": "Năm 1957, bà Lý Thị Mận đi học, ông Phùng Văn Khế là liệt sĩ.",
}


def problems(root: Path, path: str, text: str, paragraph: str) -> list[str]:
    """The problems of a site where a file says this, of which a source says no more than that."""
    (site := root / "site").mkdir()
    write_site(site)
    put(site, path, text)
    if path != LEADERSHIP:
        put(site, LEADERSHIP, "memberships: []\n")
    archive = load_archive(site)[0]
    transcription = root / "site-transcriptions/ky-yeu.txt"
    before = transcription.read_text(encoding="utf-8")
    transcription.write_text(f"{before.rstrip()}\n{paragraph}\n", encoding="utf-8")
    evidence = {"ky-yeu": from_transcription(transcription, lexicon_of(archive))}
    return [one.message for one in report(claims(archive), evidence).problems]


def ended(root: Path, reason: str, paragraph: str) -> list[str]:
    text = (
        "memberships:\n  - id: bi-thu\n    person: ly-thi-man\n    post: secretary\n"
        f'    end_date: "1957-03"\n    end_reason: {reason}\n    cite: ky-yeu#6\n'
    )
    return problems(root, LEADERSHIP, text, paragraph)


def later(root: Path, kind: str, paragraph: str, date: str = "1957") -> list[str]:
    text = (
        f"name: Lý Thị Mận\nlater:\n  - id: ve-sau\n    kind: {kind}\n"
        f'    date: "{date}"\n    cite: ky-yeu#6\n'
    )
    return problems(root, PERSON, text, paragraph)


@pytest.mark.parametrize("reason", TOLD)
def test_the_words_of_a_source_hold_the_reason(tmp_path: Path, reason: str) -> None:
    assert ended(tmp_path, reason, TOLD[reason]) == []


@pytest.mark.parametrize("reason", OTHERWISE)
def test_a_reason_that_is_told_of_somebody_else_is_refused(tmp_path: Path, reason: str) -> None:
    found = ended(tmp_path, reason, OTHERWISE[reason])
    assert ["(end_reason của bi-thu)" in one for one in found] == [True], found


@pytest.mark.parametrize("kind", AFTERWARDS)
def test_the_words_of_a_source_hold_what_happened_later(tmp_path: Path, kind: str) -> None:
    assert later(tmp_path, kind, AFTERWARDS[kind]) == []


@pytest.mark.parametrize("kind", NOT_SO)
def test_what_is_told_of_somebody_else_is_refused(tmp_path: Path, kind: str) -> None:
    found = later(tmp_path, kind, NOT_SO[kind])
    assert ["(kind của ve-sau)" in one for one in found] == [True], found


def test_the_passage_names_the_person_and_the_day_stands_near(tmp_path: Path) -> None:
    nobody = later(tmp_path, "martyr", "Năm 1957, một người được công nhận liệt sĩ.")
    assert [one.split(" không")[0] for one in nobody] == ["“Lý Thị Mận” (cite của ve-sau)"]
    (other := tmp_path / "other").mkdir()
    (wrong,) = later(other, "martyr", f"{AFTERWARDS['martyr']} Năm 1958, nhà máy xây xong.", "1958")
    assert "1958" in wrong
