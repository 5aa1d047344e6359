"""What a chapter's prose rests on, and the pages that a listed organization needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import registry as macros_of_the_site
from macros.chapter import inspect, parse_chapter
from macros.checks.chapters import bounds_compared, paragraphs, unsourced
from tests.chapter.fabricated import HEAD, Archive, chapter, registry
from tests.support import archive_of

TWELVE = "Đảng bộ xã đã họp nhiều lần trong những năm đầu tiên"
LONG = f"{TWELVE} ấy"
REMEDY = 'không dẫn nguồn nào → thêm {{ cite("nguồn#đoạn") }} hoặc một macro lấy từ dữ liệu'
CITE = '{{ cite("tai-lieu-thu#1") }}'
PART = "---\ntitle: Chương thử\norganization: phuong-an-lac\npart: {}\n---\n"
PERSON = '{{ person("ly-van-dong") }}'


def told(body: str, head: str = HEAD, path: str = "docs/thu.md") -> list[str]:
    """Return what is told of a chapter whose body begins on line 5."""
    read, _ = parse_chapter((head + body).encode(), path)
    assert read is not None
    return [str(problem) for problem in unsourced(read, registry, Archive())]


def at(place: str, words: str = "Đảng bộ xã đã họp") -> str:
    return f"docs/thu.md:{place}: cảnh báo: đoạn văn “{words} …” {REMEDY}"


def test_a_paragraph_without_a_source_is_told_at_its_place() -> None:
    assert told(f"{LONG}.\n") == [at("5:1")]


@pytest.mark.parametrize(
    "body",
    [
        TWELVE,
        f"{TWELVE} 1994 – 2.522",  # what has no letter is no word
        f"{TWELVE}, {PERSON}",  # nor is a call
        f"{LONG} {CITE}",
        f"{CITE} {LONG}",
        f'{LONG} {{{{ statistic("cells", "1994") }}}}',
    ],
)
def test_a_paragraph_that_is_short_or_has_a_source(body: str) -> None:
    assert told(body) == []


def test_words_in_quotation_marks_are_words() -> None:
    quoted = " ".join(f"“{word}”" for word in LONG.split())
    assert told(quoted) == [at("5:1", "“Đảng” “bộ” “xã” “đã” “họp”")]


def test_a_name_is_no_source() -> None:
    assert told(f"{PERSON} {LONG}") == [at("5:1")]


def test_each_paragraph_needs_its_own_source() -> None:
    body = f"{LONG} {CITE}.\n\n{LONG}.\n\n{PERSON} ở đó. {LONG}.\n\n{CITE}\n\nMột câu ngắn. {LONG}."
    assert [line.split(": ")[0] for line in told(body)] == [
        "docs/thu.md:7:1",
        "docs/thu.md:9:1",
        "docs/thu.md:13:1",
    ]


def test_each_item_of_a_list_needs_its_own_source() -> None:
    body = f"- {LONG} {CITE}\n- {LONG}\n  tiếp theo\n1. {LONG}\n\n    {LONG} {CITE}\n"
    found = told(body)
    assert [line.split(": ")[0] for line in found] == ["docs/thu.md:6:1", "docs/thu.md:8:1"]


def test_a_list_of_links_is_no_prose_but_a_link_later_on_is() -> None:
    links = f"- [Chương một](mot.md): {LONG}\n- **[Chương hai](hai.md)**: {LONG}\n"
    assert told(links) == []
    assert told(f"{links}\n{LONG}") == [at("8:1")]
    body = f"- {LONG} [xem](mot.md)\n"
    assert [line.split(": ")[0] for line in told(body)] == ["docs/thu.md:5:1"]
    body = f"[Chương một](mot.md) {LONG}"
    assert [line.split(": ")[0] for line in told(body)] == ["docs/thu.md:5:1"]


@pytest.mark.parametrize(
    "line",
    [
        f"## {LONG}",
        f"!!! note {LONG}",
        f"??? note {LONG}",
        f"| {LONG} |",
        f"{{: .{LONG} }}",
        f"[1]: mot.md {LONG}",
        f"*[UBKT]: {LONG}",
        f"> # {LONG}",
    ],
)
def test_headings_tables_and_definitions_are_no_prose(line: str) -> None:
    assert [one.text for one in paragraphs(f"Một.\n\n{line}\n\nHai.\n")] == ["Một.", "Hai."]


def test_what_stands_after_a_heading_is_told_at_its_place() -> None:
    assert told(f"# Đề mục\n\n{LONG}") == [at("7:1")]
    body = f"# Đề mục\n| a | b |\n{LONG}"
    assert [one.start for one in paragraphs(body)] == [body.index(LONG)]


def test_code_is_no_prose_and_keeps_what_stands_around_it_in_place() -> None:
    body = f"Một.\n\n```\n{LONG}\n\n{LONG}\n```\n\nHai.\n\n~~~\n{LONG}\n~~~\n\nBa."
    found = [(one.text, one.start) for one in paragraphs(body)]
    assert found == [(text, body.index(text)) for text in ("Một.", "Hai.", "Ba.")]
    assert told(f"```\n{LONG}\n```\n\n{LONG}\n") == [at("9:1")]


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("---\ntitle: Chương\n---\n\n", "docs/thu.md"),
        (HEAD, "docs/tra-cuu/thu.md"),
        (HEAD, "docs/bien-tap/thu.md"),
        (PART.format("foreword"), "docs/thu.md"),
        (PART.format("preface"), "docs/thu.md"),
        (PART.format("sources"), "docs/thu.md"),
    ],
)
def test_pages_that_tell_no_history_need_no_source(head: str, path: str) -> None:
    assert told(LONG, head, path) == []


def test_other_parts_of_a_book_do() -> None:
    assert len(told(LONG, PART.format("conclusion"))) == 1


def test_a_folder_of_a_like_name_needs_sources() -> None:
    (found,) = told(LONG, path="docs/tra-cuu-cu/thu.md")
    assert found.startswith("docs/tra-cuu-cu/thu.md:5:1: cảnh báo: ")


def test_of_a_chapter_that_is_broken_nothing_more_is_told() -> None:
    assert told(f'{{{{ persn("x") }}}}\n\n{LONG}') == []


def test_an_inspection_that_was_made_before_is_not_made_again() -> None:
    broken = inspect(chapter('{{ persn("x") }}'), registry, Archive())
    sound = chapter(LONG)
    assert list(unsourced(sound, registry, Archive(), broken)) == []
    assert (
        len(list(unsourced(sound, registry, Archive(), inspect(sound, registry, Archive())))) == 1
    )


ORG = "data/organizations/khoi"
FIGURES = """
    observations:
      - {id: a, indicator: party-members, period: "2001", value: 95, qualifier: over, cite: ky-yeu#1}
      - {id: b, indicator: party-members, period: "2002", value: 97, cite: ky-yeu#1}
      - {id: c, indicator: party-members, period: "2003", value: 97, qualifier: about, cite: ky-yeu#1}
      - {id: d, indicator: party-members, period: "2004", cite: ky-yeu#1,
         ratio: {numerator: {value: 40, qualifier: at_least}, denominator: 62}}
    """
OVER, EXACT, ABOUT, SHARE = (
    f'{{{{ statistic("party-members", "{year}") }}}}' for year in (2001, 2002, 2003, 2004)
)


def compared(tmp_path: Path, body: str, *, sound: bool = True) -> list[str]:
    """Return what is told of a chapter of one line, line 5, of which the guard says nothing."""
    files = {"data/organizations/khoi/statistics.yml": FIGURES}
    archive = archive_of(tmp_path, files)
    head = "---\ntitle: Chương thử\norganization: khoi\n---\n"
    read, _ = parse_chapter((head + body).encode(), "docs/khoi/thu.md")
    assert read is not None
    inspection = inspect(read, macros_of_the_site, archive)
    assert (inspection.problems == ()) is sound
    return [
        str(problem).replace("\u00a0", " ")
        for problem in bounds_compared(read, archive, inspection)
    ]


@pytest.mark.parametrize(
    ("body", "word", "figure", "column"),
    [
        (f"Có {EXACT}, cao hơn {OVER}.", "cao hơn", "trên 95 đảng viên", 46),
        (f"Số đảng viên tăng từ {EXACT} lên {OVER}.", "tăng", "trên 95 đảng viên", 14),
        (f"Có {SHARE}, nhiều hơn trước.", "nhiều hơn", "ít nhất 40 trong số 62 đảng viên", 46),
    ],
)
def test_a_bound_that_is_compared_is_a_note(
    tmp_path: Path, body: str, word: str, figure: str, column: int
) -> None:
    assert compared(tmp_path, body) == [
        f"docs/khoi/thu.md:5:{column}: ghi chú: “{word}” đứng cùng vế câu với “{figure}”, con số "
        "chỉ là một giới hạn → chỉ giữ lời so sánh khi chính nguồn so sánh; nếu không thì viết lại"
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"Có {EXACT}, cao hơn {ABOUT}.",
        f"Có {OVER}.",
        # By how much, and in another clause, sentence or paragraph.
        f"Đảng bộ tăng {OVER}.",
        f"Có {EXACT}, nhiều hơn trước; lúc ấy có {OVER}.",
        f"Có {EXACT}, nhiều hơn trước. Lúc ấy có {OVER}.",
        f"Có {EXACT}, nhiều hơn trước\n\nLúc ấy có {OVER}.",
        # Neither is a comparison.
        f"Với {OVER}, Đảng bộ tăng cường kiểm tra và giảm nghèo.",
    ],
)
def test_a_bound_that_is_not_compared(tmp_path: Path, body: str) -> None:
    assert compared(tmp_path, body) == []


def test_what_a_broken_call_stands_for_is_not_compared(tmp_path: Path) -> None:
    broken = '{{ statistic("party-members", "1999") }}'
    assert compared(tmp_path, f"Có {broken}, cao hơn {OVER}.", sound=False) == []


def test_a_bound_that_begins_its_clause_is_compared_too(tmp_path: Path) -> None:
    assert len(compared(tmp_path, f"{OVER} cao hơn trước.")) == 1
