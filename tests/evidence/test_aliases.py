"""An alias is held against its own passage, and then holds what is told of the person by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from macros.evidence.files import from_transcription
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from tests.small_site import LEADERSHIP, ORGANIZATION, PERSON, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

TOLD = {
    "secret": "Từ năm 1951 đến năm 1955, bà Lý Thị Mận lấy bí danh Năm Hoa.",
    "number": "Từ năm 1951 đến năm 1955, bà Lý Thị Mận có bí số Năm Hoa.",
    "common": "Từ năm 1951 đến năm 1955, bà Lý Thị Mận, tức Năm Hoa, làm liên lạc.",
    "birth": "Từ năm 1951 đến năm 1955, bà Lý Thị Mận, tên thật Năm Hoa, làm liên lạc.",
}
OTHERWISE = {
    "kind": ("common", TOLD["secret"]),
    "end_date": ("secret", "Từ năm 1951, bà Lý Thị Mận lấy bí danh Năm Hoa. Năm 1955 mở chợ."),
    "name": ("secret", "Từ năm 1951 đến năm 1955, bà Lý Thị Mận lấy bí danh Sáu Hoa."),
    "cite": ("secret", "Từ năm 1951 đến năm 1955, bà Tống Thị Cẩm lấy bí danh Năm Hoa."),
}


def problems(root: Path, files: dict[str, str], *paragraphs: str) -> list[str]:
    """The problems of the small site with other files, whose source goes on with paragraphs."""
    (site := root / "site").mkdir()
    write_site(site)
    for path, text in files.items():
        put(site, path, text)
    archive, found = load_archive(site)
    assert found == []
    transcription = root / "site-transcriptions/ky-yeu.txt"
    before = transcription.read_text(encoding="utf-8")
    transcription.write_text("\n".join([before.rstrip(), *paragraphs, ""]), encoding="utf-8")
    evidence = {"ky-yeu": from_transcription(transcription, lexicon_of(archive))}
    return [one.message for one in report(claims(archive), evidence).problems]


def person(kind: str, name: str = "Năm Hoa", cite: str = "ky-yeu#6") -> str:
    return (
        f"name: Lý Thị Mận\naliases:\n  - id: bi-danh\n    name: {name}\n    kind: {kind}\n"
        f'    start_date: "1951"\n    end_date: "1955"\n    cite: {cite}\n'
    )


@pytest.mark.parametrize("kind", TOLD)
def test_the_words_of_a_source_hold_an_alias(tmp_path: Path, kind: str) -> None:
    assert problems(tmp_path, {PERSON: person(kind)}, TOLD[kind]) == []


@pytest.mark.parametrize("field", OTHERWISE)
def test_what_the_passage_does_not_say_is_refused(tmp_path: Path, field: str) -> None:
    kind, paragraph = OTHERWISE[field]
    found = problems(tmp_path, {PERSON: person(kind)}, paragraph)
    assert any(f"({field} của bi-danh)" in one for one in found), found


def test_a_code_name_of_a_cell_needs_no_person(tmp_path: Path) -> None:
    cell = (
        "kind: party\nshort_name: Đảng bộ xã Mây Thượng\nlisted: true\naliases:\n"
        "  - { id: suoi, name: Suối Trong, kind: code-name, start_date: '1951', cite: ky-yeu#6 }\n"
    )
    told = "Năm 1951, chi bộ mang mật danh Suối Trong."
    assert problems(tmp_path, {ORGANIZATION: cell}, told) == []
    (other := tmp_path / "other").mkdir()
    (wrong,) = problems(other, {ORGANIZATION: cell}, told.replace("mật danh", "tên"))
    assert "(kind của suoi)" in wrong


HELD = """
memberships:
  - id: bi-thu
    person: ly-thi-man
    post: secretary
    start_date: "1953-04"
    cite: ky-yeu#7
"""


@pytest.mark.parametrize(
    ("alias", "held"), [("Năm Hoa", True), ("Hoa", False)], ids=["told apart", "one syllable"]
)
def test_a_passage_that_names_a_person_by_an_alias(tmp_path: Path, alias: str, held: bool) -> None:
    told = TOLD["secret"].replace("Năm Hoa", alias)
    later = f"Tháng 4/1953, đồng chí {alias} làm Bí thư."
    files = {PERSON: person("secret", alias), LEADERSHIP: HELD}
    found = problems(tmp_path, files, told, later)
    assert ["(person của bi-thu)" in one for one in found] == ([] if held else [True]), found


def test_so_does_another_spelling(tmp_path: Path) -> None:
    files = {PERSON: "name: Lý Thị Mận\nother_names: [Lí Thị Mẩn]\n", LEADERSHIP: HELD}
    paragraphs = ("Đoạn sáu.", "Tháng 4/1953, bà Lí Thị Mẩn làm Bí thư.")
    assert problems(tmp_path, files, *paragraphs) == []
