from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.checks.people import unused
from macros.checks.sources import (
    conflicts,
    later_than_source,
    passages,
    ranges,
    unread,
    without_evidence,
)
from tests.support import CATALOGUES, archive_of, read_site, told

ORG = "data/organizations/khoi"
EVENTS = f"{ORG}/events.yml"
CONFLICTS = f"{ORG}/conflicts.yml"
PEOPLE = [Path(path).stem for path in CATALOGUES if path.startswith("data/people/")]


def event(inside: str) -> dict[str, str]:
    return {EVENTS: f"events:\n  - {{id: su-kien, summary: Sự kiện, {inside}}}"}


def test_silent_when_right(tmp_path: Path) -> None:
    files = event(f'cite: ky-yeu#399-400, date: "2020-06", people: [{", ".join(PEOPLE)}]')
    for check in (passages, without_evidence, later_than_source, conflicts, unused):
        assert told(check, tmp_path, files) == []


def test_paragraph_passages(tmp_path: Path) -> None:
    files = {
        **event("cite: ky-yeu#1, cite_for: {summary: ky-yeu#400-401}"),
        f"{ORG}/targets.yml": """
            sets:
              - {id: bang, title: Bảng, period: "2001", cite: ky-yeu#402, targets: []}
            """,
    }
    assert told(passages, tmp_path, files) == [
        f"{EVENTS}:2:63: lỗi: trích dẫn ky-yeu#400-401 vượt quá đoạn cuối (400) của nguồn "
        "→ sửa số đoạn",
        f"{ORG}/targets.yml:2:51: lỗi: trích dẫn ky-yeu#402 vượt quá đoạn cuối (400) của nguồn "
        "→ sửa số đoạn",
    ]


def test_paragraph_passages_of_documents_and_claims(tmp_path: Path) -> None:
    files = {
        **conflict(f"{FACT}, {{statement: Khác, cite: ky-yeu#500}}"),
        "data/documents/tinh-uy.yml": """
            name: Tỉnh ủy
            documents:
              - {id: qd-1, kind: decision, cite: ky-yeu#501}
              - {id: qd-2, kind: decision, subject: Về việc, cite: ky-yeu#1, cite_for: {subject: ky-yeu#502}}
            """,
    }
    assert [line.split(" vượt")[0] for line in told(passages, tmp_path, files)] == [
        "data/documents/tinh-uy.yml:3:38: lỗi: trích dẫn ky-yeu#501",
        "data/documents/tinh-uy.yml:4:76: lỗi: trích dẫn ky-yeu#502",
        f"{CONFLICTS}:2:102: lỗi: trích dẫn ky-yeu#500",
    ]


def test_of_a_source_without_a_transcription_no_end_is_known(tmp_path: Path) -> None:
    text = CATALOGUES["data/sources/ky-yeu.yml"].rstrip() + "\n        transcribed: false\n"
    files = {**event("cite: ky-yeu#900"), "data/sources/ky-yeu.yml": text}
    assert told(passages, tmp_path, files) == []


def test_page_has_no_paragraph(tmp_path: Path) -> None:
    assert told(passages, tmp_path, event("cite: ky-yeu#tr.500")) == []


def test_missing_evidence_is_told_once(tmp_path: Path) -> None:
    archive = replace(archive_of(tmp_path, event("cite: [ky-yeu#1, ky-yeu#2]")), paragraphs={})
    assert [str(problem) for problem in without_evidence(archive)] == [
        "data/sources/ky-yeu.yml:1:1: lỗi: nguồn “ky-yeu” chưa có tệp bằng chứng "
        "data/sources/ky-yeu.evidence.json → chạy make evidence SOURCES=<thư mục bản chép>, "
        "hoặc ghi transcribed: false và trích dẫn theo trang"
    ]


def test_evidence_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    other = {"data/sources/so-hai.yml": CATALOGUES["data/sources/ky-yeu.yml"]}
    files = {**event("cite: [ky-yeu#1, so-hai#2]"), **other}
    archive = replace(
        archive_of(tmp_path, files),
        paragraphs={},
        unread=frozenset({"data/sources/ky-yeu.evidence.json"}),
    )
    assert [problem.position.path for problem in without_evidence(archive)] == [
        "data/sources/so-hai.yml"
    ]


@pytest.mark.parametrize(
    ("inside", "source"), [("cite: ky-yeu#tr.1", ""), ("cite: ky-yeu#1", "transcribed: false")]
)
def test_no_evidence_needed(tmp_path: Path, inside: str, source: str) -> None:
    text = CATALOGUES["data/sources/ky-yeu.yml"].rstrip() + f"\n        {source}\n"
    files = {**event(inside), "data/sources/ky-yeu.yml": text}
    archive = replace(archive_of(tmp_path, files), paragraphs={})
    assert list(without_evidence(archive)) == []


def test_later_than_the_source_speaks(tmp_path: Path) -> None:
    files = {
        **event('cite: ky-yeu#1, date: "2021-01"'),
        f"{ORG}/leadership.yml": """
            memberships:
              - {id: m, person: ly-van-mot, post: member, attested: ["2019", "2022"], cite: ky-yeu#1}
            """,
    }
    remedy = "→ sửa ngày, sửa nguồn, hoặc sửa speaks_until của nguồn"
    assert told(later_than_source, tmp_path, files) == [
        f"{EVENTS}:2:59: lỗi: tháng 01/2021 ở sau thời điểm mà nguồn “ky-yeu” nói đến "
        f"(năm 2020) {remedy}",
        f"{ORG}/leadership.yml:2:57: lỗi: năm 2022 ở sau thời điểm mà nguồn “ky-yeu” nói đến "
        f"(năm 2020) {remedy}",
    ]


LATER = {
    "start_date": (
        "leadership.yml",
        'memberships: [{id: m, person: ly-van-mot, post: member, start_date: "2021", cite: ky-yeu#1}]',
    ),
    "dates": (
        "congresses.yml",
        'congresses: [{id: dh, ordinal: I, dates: "2021", cite: ky-yeu#1}]',
    ),
    "date": (
        "congresses.yml",
        'committees: [{id: b, body: inspection, size: 5, date: "2021", cite: ky-yeu#1}]',
    ),
    "period": (
        "statistics.yml",
        'observations: [{id: s, indicator: party-members, period: "2021", value: 5, cite: ky-yeu#1}]',
    ),
    "attested": (
        "leadership.yml",
        'memberships: [{id: m, person: ly-van-mot, post: member, attested: "2021", cite: ky-yeu#1}]',
    ),
}


@pytest.mark.parametrize("field", LATER)
def test_every_time_that_a_fact_tells_of_is_one_that_the_source_can_know(
    tmp_path: Path, field: str
) -> None:
    name, text = LATER[field]
    (line,) = told(later_than_source, tmp_path, {f"{ORG}/{name}": text})
    column = text.index('"2021"') + 1
    assert line.startswith(f"{ORG}/{name}:1:{column}: lỗi: năm 2021 ở sau thời điểm")


def test_a_source_that_is_not_there_hides_no_other(tmp_path: Path) -> None:
    files = event('cite: [bao#1, ky-yeu#1], date: "2021"')
    (line,) = told(later_than_source, tmp_path, files)
    assert "nguồn “ky-yeu”" in line


def test_perhaps_within_what_the_source_tells(tmp_path: Path) -> None:
    assert told(later_than_source, tmp_path, event('cite: ky-yeu#1, date: "2020/2025"')) == []


def conflict(claims: str) -> dict[str, str]:
    text = f"conflicts:\n  - {{id: so, topic: Số, note: Hai số, claims: [{claims}], kind: tension}}"
    return {**event("cite: ky-yeu#1"), CONFLICTS: text}


FACT = "{fact: su-kien, shown: true}"


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        (
            "{fact: su-kien}, {statement: Khác, cite: ky-yeu#2}",
            "47: lỗi: mâu thuẫn “so” có 0 mục shown: true "
            "→ ghi shown: true ở đúng một mục: giá trị được hiện ở các trang",
        ),
        (
            f"{FACT}, {{statement: Khác, cite: ky-yeu#2, shown: true}}",
            "47: lỗi: mâu thuẫn “so” có 2 mục shown: true "
            "→ ghi shown: true ở đúng một mục: giá trị được hiện ở các trang",
        ),
        (
            f"{FACT}, {{cite: ky-yeu#2}}",
            "78: lỗi: mỗi bên là một fact hoặc một statement → ghi đúng một trong hai",
        ),
        (
            f"{FACT}, {{fact: su-kien, statement: Khác}}",
            "78: lỗi: mỗi bên là một fact hoặc một statement → ghi đúng một trong hai",
        ),
        (
            f"{FACT}, {{statement: Khác}}",
            "78: lỗi: nội dung gõ tay thiếu nguồn → thêm cite",
        ),
        (
            f"{FACT}, {{fact: su-kien, cite: ky-yeu#2}}",
            "100: lỗi: nguồn đã có ở dữ kiện → xóa dòng cite",
        ),
    ],
)
def test_conflicts(tmp_path: Path, claims: str, message: str) -> None:
    assert told(conflicts, tmp_path, conflict(claims)) == [f"{CONFLICTS}:2:{message}"]


def test_conflict_that_is_right(tmp_path: Path) -> None:
    claims = f"{FACT}, {{statement: Khác, cite: ky-yeu#2}}"
    assert told(conflicts, tmp_path, conflict(claims)) == []


def test_person_whom_nothing_names(tmp_path: Path) -> None:
    files = event("cite: ky-yeu#1, people: [ly-van-mot, ly-thi-hai]")
    assert told(unused, tmp_path, files) == [
        "data/people/ly-van-ba.yml:1:1: lỗi: không dữ kiện nào nhắc đến nhân vật “ly-van-ba” "
        "→ thêm dữ kiện về nhân vật này, hoặc xóa tệp"
    ]


def test_a_misspelt_person_is_told_where_it_is_misspelt(tmp_path: Path) -> None:
    files = event("cite: ky-yeu#1, people: [ly-van-mot, ly-thi-hai, ly-van-bba]")
    assert told(unused, tmp_path, files) == []


def test_an_unreadable_catalogue_hides_no_unused_person(tmp_path: Path) -> None:
    files = {**event("cite: ky-yeu#1, people: [ly-van-mot]"), "data/posts.yml": "roles: không"}
    archive, problems = read_site(tmp_path, files)
    assert len(problems) == 1
    assert len(list(unused(archive))) == 2


def test_people_of_an_unreadable_file_are_not_called_unused(tmp_path: Path) -> None:
    archive, problems = read_site(tmp_path, {EVENTS: "events: không"})
    assert len(problems) == 1
    assert list(unused(archive)) == []


def scan(read: str) -> dict[str, str]:
    source = 'title: Kỷ yếu\nkind: kỷ yếu\nstatus: final\nspeaks_until: "2020"\n'
    return {"data/sources/ky-yeu.yml": f"{source}{read}", **event("cite: ky-yeu#5-7")}


@pytest.mark.parametrize(("read", "message"), [
    ("ocr: true\nread: 1-400\n", ""),
    ("ocr: true\nread: 1-401\n", "đoạn 401 vượt quá đoạn cuối (400) của nguồn"),
    ("ocr: true\nread: mục I\n", "“mục I” không phải số đoạn"),
    ("read: 1-4\n", "read chỉ dùng cho bản chép do máy nhận dạng"),
])  # fmt: skip
def test_paragraphs_that_were_read_exist(tmp_path: Path, read: str, message: str) -> None:
    found = told(ranges, tmp_path, scan(read))
    assert len(found) == bool(message)
    assert not message or message in found[0]


def test_what_nobody_has_read_is_a_note(tmp_path: Path) -> None:
    [note] = told(unread, tmp_path, scan("ocr: true\nread: 1-5,7\n"))
    assert "ghi chú: bản nhận dạng: đoạn 6 được dẫn mà chưa ai đọc lại" in note
    assert told(unread, tmp_path, scan("ocr: true\nread: 5-7\n")) == []
    assert told(unread, tmp_path, scan("")) == []
