"""Data that a stranger could send: text stays text, a message one line, a file's faults bounded."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from macros.evidence.files import FORMAT, MAX_BYTES, load
from macros.messages.problems import Position, Problem
from macros.project.check import check_project
from macros.project.project import Project
from macros.site.build import publish
from tests.output import read
from tests.small_site import CHAPTER, PERSON, SOURCE, STATISTICS, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

EVIDENCE = "data/sources/ky-yeu.evidence.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return write_site(tmp_path / "site")


def messages(site: Path) -> list[str]:
    return [str(problem) for problem in check_project(Project(site)).problems]


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "mark", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x1b[2K", "\x00"]
)
def test_a_message_is_one_line_whatever_it_quotes(mark: str) -> None:
    problem = Problem(Position(f"a{mark}b.yml"), f"x{mark}::error::y", f"z{mark}t")
    assert len(str(problem).splitlines()) == 1
    assert all(one.isprintable() for one in str(problem))


def test_a_line_break_in_a_call_makes_no_second_line(site: Path) -> None:
    put(site, CHAPTER, text(site, CHAPTER) + '\n{{ cite("ky-yeu\n::error file=x::giả\n#2") }}\n')
    assert messages(site)
    assert all(len(line.splitlines()) == 1 for line in messages(site))


@pytest.mark.parametrize("name", ["~", "–", "'…'", "'123'", "|\n  Lý Thị\n  Mận"])
def test_a_name_is_one_line_with_a_letter(site: Path, name: str) -> None:
    put(site, PERSON, f"name: {name}\n")
    (line,) = messages(site)
    assert line.startswith(f"{PERSON}:1:7: lỗi: “name” (Họ tên): ")


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> nhanh-hai", "||||||| a1b2c3"])
@pytest.mark.parametrize("path", [PERSON, CHAPTER, EVIDENCE])
def test_marks_of_a_merge_are_named(site: Path, path: str, mark: str) -> None:
    lines = text(site, path).splitlines(keepends=True)
    put(site, path, "".join([*lines[:1], f"{mark}\n", *lines[1:]]))
    (line,) = [one for one in messages(site) if path in one]
    assert line.startswith(f"{path}:2:1: lỗi: còn dấu gộp của git → ")


def test_faults_without_number_are_told_in_part_and_soon(site: Path) -> None:
    put(site, PERSON, "name: Lý Thị Mận\n" + "".join(f"k{n}: 1\n" for n in range(20_000)))
    start = time.process_time()
    lines = [line for line in messages(site) if line.startswith(PERSON)]
    assert len(lines) == 21
    assert "còn 19980 lỗi nữa trong tệp này" in " ".join(lines)
    assert time.process_time() - start < 20


def test_a_run_of_spaces_is_read_in_one_go(site: Path) -> None:
    """It took a time that grows with the square of its length: 6 s for this one."""
    put(site, PERSON, f"name: Lý Thị Mận\nbirth: {' ' * 100_000}1960\n")
    start = time.process_time()
    messages(site)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "document",
    [
        "[" * 200_000,
        '{"source": "ky-yeu", "format": NaN, "paragraphs": []}',
        '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": [NaN]}',
        '{"format": 2, "lexicon": "", "paragraphs": []}',
        '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": [{"paragraph": 1e999, "sha256": ""}]}',
        '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": [{"paragraph": 1, "sha256": 1}]}',
        '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": '
        '[{"paragraph": 1, "sha256": "", "names": [1]}]}',
        '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": '
        '[{"paragraph": 1, "sha256": "", "numbers": [[40, "", "", ""]]}]}',
        '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": '
        '[{"paragraph": 1, "sha256": "", "words": "AAAA"}]}',
        *(
            '{"source": "ky-yeu", "format": 2, "lexicon": "", "paragraphs": [{"paragraph": 1, '
            f'"sha256": "", "numbers": [["4", "", "", ""]], "names": ["An"], {places}}}]}}'
            for places in (
                '"sentences": [["", ["0"]]]',
                '"sentences": [["", [[0]]]]',
                '"sentences": [["", [1]]]',
                '"sentences": [["", [-1]]]',
                '"sentences": [["", [true]]]',
                '"sentences": [["", 0]]',
                '"persons": [[-1, "", []]]',
                '"persons": [["0", "", []]]',
            )
        ),
        '{"source": "ky-yeu", "format": 2, "lexicon": "AAAA", "paragraphs": []}',
        "",
        "\x00",
        " " * MAX_BYTES,
    ],
    ids=lambda document: document[:60],
)
def test_evidence_that_is_none_is_told_at_its_file(site: Path, document: str) -> None:
    put(site, EVIDENCE, document)
    _, problems = load(site)
    assert [str(one).split(" → ")[0] for one in problems] == [
        f"{EVIDENCE}:1:1: lỗi: không đọc được tệp bằng chứng"
    ]
    # And not of every value that is cited from it, besides.
    (line,) = (line for line in messages(site) if ": lỗi: " in line and line.startswith("data/"))
    assert line.startswith(EVIDENCE)


@pytest.mark.parametrize("source", ['["ky-yeu"]', '"khac"', '"../../x"', '"/etc/x"', "1", "null"])
def test_evidence_is_that_of_the_source_that_its_file_names(site: Path, source: str) -> None:
    put(
        site,
        EVIDENCE,
        f'{{"source": {source}, "format": {FORMAT}, "lexicon": "", "paragraphs": []}}',
    )
    evidence, problems = load(site)
    assert evidence == {}
    assert [str(one).split(" → ")[0] for one in problems] == [
        f"{EVIDENCE}:1:1: lỗi: đây là tệp bằng chứng của nguồn khác, không phải của “ky-yeu”"
    ]


@pytest.mark.parametrize("text", ["- " * 3000 + ": a", "- -" * 2000 + ": ", "a: [" + " -" * 5000])
def test_a_message_about_a_long_line_is_found_soon(site: Path, text: str) -> None:
    put(site, PERSON, text)
    start = time.process_time()
    assert len([line for line in messages(site) if line.startswith(PERSON)]) == 1
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", ["name: [\n", "{\n", "name: {a: [b\n"])
def test_what_is_missing_at_the_end_is_told_at_the_last_line(site: Path, text: str) -> None:
    put(site, PERSON, text)
    (line,) = [line for line in messages(site) if line.startswith(PERSON)]
    assert line.startswith(f"{PERSON}:1:")


HOSTILE = '<dự thảo> {bản 2} {{ config }} *đậm* _n_ [x](y) `m` & "nháy" <script>alert(1)</script>'


def test_titles_and_names_reach_the_site_as_text(site: Path) -> None:
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    put(site, SOURCE, text(site, SOURCE).replace("Kỷ yếu Mây Thượng", quoted))
    put(
        site,
        "data/indicators.yml",
        text(site, "data/indicators.yml")
        .replace("label: Đảng viên", f"label: {quoted}")
        .replace("group: Đảng viên", f"group: {quoted}"),
    )
    implied = "indicator: party-members\n    implied: { indicator: tên do kiểm thử đặt }"
    put(site, STATISTICS, text(site, STATISTICS).replace("indicator: party-members", implied))
    put(
        site,
        CHAPTER,
        text(site, CHAPTER).replace(
            "title: Đảng bộ xã Mây Thượng", "title: 'Đảng bộ <xã> \"Mây\" & Thượng'"
        ),
    )
    status, lines = read(publish(Project(site), site / "site"))
    assert status == 0, lines
    page = text(site, "site/tra-cuu/nguon/ky-yeu/index.html")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in page.replace(
        '<a class="headerlink"', "</h1>"
    )
    for file in (site / "site").rglob("*.html"):
        assert "<script>alert" not in file.read_text(encoding="utf-8"), file
    assert "<xã>" not in text(site, "site/may-thuong/index.html")
