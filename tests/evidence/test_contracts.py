"""Codes, wordings and references against a source: what is held, refused, waiting or marked.

One fabricated paragraph names three persons with three manners, as real ones do: the words must
stand near the person, not anywhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.evidence.files import SourceEvidence
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import Lexicon, lexicon_of
from macros.evidence.match import Report, report
from macros.messages.problems import Severity
from tests.evidence.helpers import source
from tests.support import write_site

PARAGRAPHS = (
    "Tháng 7/1999, đồng chí Lý Văn Một, Trưởng ban Tổ chức Huyện ủy, được Huyện ủy phân công làm "
    "Bí thư Đảng ủy kiêm nhiệm thay đồng chí Lý Văn Ba nghỉ chế độ. Tháng 3/2000, đồng chí "
    "Lý Thị Hai được Ban Thường vụ Huyện ủy điều động và chỉ định giữ chức Phó Bí thư.",
    "Ban Chấp hành bầu 15 đồng chí, hơn 60% là nữ; bình quân mỗi năm kết nạp 12 đảng viên.",
    "Ban Chấp hành ban hành Nghị quyết số 05-NQ/HU về phát triển chợ quê ở các xã vùng trũng.",
)
CATALOGUES = {
    "data/posts.yml": "roles:\n"
    "  - { id: secretary, label: Bí thư, order: 10 }\n"
    "  - { id: deputy-secretary, label: Phó Bí thư, order: 20 }",
    "data/indicators.yml": "indicators:\n"
    "  - { id: party-members, label: Đảng viên mới, unit: đảng viên, group: Đảng viên }\n"
    "  - { id: women, label: Nữ trong Ban Chấp hành, unit: '%', group: Đảng viên }",
    "data/abbreviations.yml": "abbreviations: [{ short: BCH, full: Ban Chấp hành }]",
    "data/people/ly-van-mot.yml": "name: Lý Văn Một",
    "data/people/ly-thi-hai.yml": "name: Lý Thị Hai",
    "data/people/ly-van-ba.yml": "name: Lý Văn Ba",
    "data/sources/ky-yeu.yml": "title: Kỷ yếu\nkind: report\nissuer: Huyện ủy\nstatus: final",
    "data/organizations/xa-thu/organization.yml": "kind: party\nshort_name: Đảng bộ xã Thử",
}
MEMBER = """memberships:
  - id: bi-thu
    person: ly-van-mot
    post: secretary
    start_date: "1999-07"
    manner: [assigned]
    decided_by: Huyện ủy
    full_time: false
    cite: ky-yeu#1
"""
LEADERSHIP = "data/organizations/xa-thu/leadership.yml"
STATISTICS = "data/organizations/xa-thu/statistics.yml"


def archive_of(root: Path, files: dict[str, str]) -> Archive:
    return load_archive(write_site(root, {**CATALOGUES, **files}))[0]


def evidence_of(lexicon: Lexicon) -> dict[str, SourceEvidence]:
    return {"ky-yeu": source("ky-yeu", *PARAGRAPHS, lexicon=lexicon)}


def compared(root: Path, files: dict[str, str]) -> Report:
    archive = archive_of(root, files)
    return report(claims(archive), evidence_of(lexicon_of(archive)))


def fields_refused(found: Report) -> list[str]:
    return [
        problem.message.split("(")[1].split(" của ")[0]
        for problem in found.problems
        if problem.severity is Severity.ERROR
    ]


def test_what_the_paragraph_says_of_the_person_is_held(tmp_path: Path) -> None:
    assert compared(tmp_path, {LEADERSHIP: MEMBER}).problems == []


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("manner: [assigned]", "manner: [designated]", "manner"),
        ("manner: [assigned]", "manner: [elected]", "manner"),
        ("full_time: false", "full_time: true", "full_time"),
        ("post: secretary", "post: deputy-secretary", "post"),
        ('start_date: "1999-07"', 'start_date: "2000-03"', "start_date"),
        ("person: ly-van-mot", "person: ly-thi-hai", "start_date"),
        ("decided_by: Huyện ủy", "decided_by: Thành ủy", "decided_by"),
        ("full_time: false", "end_reason: retired", "end_reason"),
    ],
)
def test_what_is_said_of_another_person_is_refused(
    tmp_path: Path, right: str, wrong: str, field: str
) -> None:
    assert field in fields_refused(compared(tmp_path, {LEADERSHIP: MEMBER.replace(right, wrong)}))


def test_whom_somebody_replaced_has_the_end_that_follows(tmp_path: Path) -> None:
    ended = """memberships:
  - { id: cu, person: ly-van-ba, post: secretary, end_date: "1999-07", end_basis: inferred,
      end_cite: ky-yeu#1, end_reason: retired, cite: ky-yeu#1 }
"""
    # What he held is said of his successor alone: that is another passage's to tell.
    assert fields_refused(compared(tmp_path, {LEADERSHIP: ended})) == ["post"]
    died = ended.replace("retired", "died")
    assert fields_refused(compared(tmp_path, {LEADERSHIP: died})) == ["post", "end_reason"]


@pytest.mark.parametrize(("day", "refused"), [("1999-07", []), ("2000-03", ["end_date"])])
def test_an_inferred_end_is_a_day_of_a_holder_of_the_post(
    tmp_path: Path, day: str, refused: list[str]
) -> None:
    # The deputy came in March of 2000: of who was secretary that says nothing.
    ended = f"""  - id: bi-thu-cu
    person: ly-van-ba
    post: secretary
    end_date: "{day}"
    end_basis: inferred
    end_cite: ky-yeu#1
    end_reason: succeeded
    implied: {{ post: có ở người thay, end_reason: có người thay }}
    cite: ky-yeu#1
"""
    assert fields_refused(compared(tmp_path, {LEADERSHIP: MEMBER + ended})) == refused


def test_the_message_says_what_was_sought_and_what_stands_there(tmp_path: Path) -> None:
    wrong = MEMBER.replace("[assigned]", "[designated]")
    (problem,) = compared(tmp_path, {LEADERSHIP: wrong}).problems
    assert str(problem) == (
        f"{LEADERSHIP}:6:13: lỗi: “chỉ định” (manner của bi-thu) không có gần Lý Văn Một ở "
        "ky-yeu#1 → đã tìm “chỉ định”; ở đó có “phân công”: sửa giá trị hoặc trích dẫn; "
        "nếu nguồn nói bằng lời khác thì ghi implied: { manner: vì sao }"
    )


def test_a_marked_value_is_counted_and_not_looked_for(tmp_path: Path) -> None:
    marked = (
        MEMBER.replace("[assigned]", "[designated]") + "    implied: { manner: ở quyết định }\n"
    )
    found = compared(tmp_path, {LEADERSHIP: marked})
    assert found.problems == []
    assert found.worded == {"ky-yeu": 1}
    inferred = marked.replace("ở quyết định", "{ kind: inferred, why: theo quy chế }")
    assert compared(tmp_path, {LEADERSHIP: inferred}).inferred == {"ky-yeu": 1}


def test_a_needless_mark_is_noted(tmp_path: Path) -> None:
    marked = f"{MEMBER}    implied: {{ manner: ở quyết định }}\n"
    (note,) = compared(tmp_path, {LEADERSHIP: marked}).problems
    assert (note.severity, note.remedy) == (Severity.NOTE, "xóa manner khỏi implied")
    inferred = marked.replace("ở quyết định", "{ kind: inferred, why: nói về người khác }")
    assert compared(tmp_path, {LEADERSHIP: inferred}).problems == []


def observation(more: str) -> dict[str, str]:
    return {STATISTICS: f"observations:\n  - {{ id: mot, cite: ky-yeu#2, {more} }}\n"}


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ("indicator: women, value: 60, qualifier: over, period: '1999'", []),
        ("indicator: women, value: 60, qualifier: about, period: '1999'", ["qualifier"]),
        ("indicator: party-members, value: 12, aggregation: annual_mean, period: '1999'", []),
        ("indicator: party-members, value: 12, qualifier: nearly, period: '1999'", ["qualifier"]),
    ],
)
def test_qualifiers_and_ways_of_counting(tmp_path: Path, more: str, refused: list[str]) -> None:
    found = compared(tmp_path, observation(more))
    assert [one for one in fields_refused(found) if one != "period"] == refused


def test_a_number_given_as_exact_that_the_source_qualifies(tmp_path: Path) -> None:
    found = compared(tmp_path, observation("indicator: women, value: 60, period: '1999'"))
    messages = [problem.message for problem in found.problems]
    assert [one for one in messages if "con số đúng" in one] == [
        "“60%” (mot) ghi là con số đúng, mà ở ky-yeu#2 nguồn viết kèm “hơn”, “gần”, “khoảng” "
        "hoặc từ tương tự"
    ]


def document(more: str) -> dict[str, str]:
    text = f"name: Huyện ủy\ndocuments:\n  - {{ id: mot, cite: ky-yeu#3, {more} }}\n"
    return {"data/documents/huyen-uy.yml": text}


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ("kind: resolution, symbol: 05-NQ/HU, subject: Phát triển chợ quê ở vùng trũng", []),
        ("kind: plan, symbol: 05-NQ/HU", ["kind"]),
        ("kind: resolution, symbol: 05-NQ/HU, subject: Xây dựng nhà máy thủy điện", ["subject"]),
        ("kind: resolution, symbol: 05-NQ/HU, subject: Phát triển 9 chợ quê", ["subject"]),
        ("kind: resolution, symbol: 05-NQ/HU, signed_by: BCH", []),
    ],
)
def test_documents(tmp_path: Path, more: str, refused: list[str]) -> None:
    assert fields_refused(compared(tmp_path, document(more))) == refused


def test_what_old_evidence_cannot_tell_waits(tmp_path: Path) -> None:
    """A new post and a new wording wait; one whose words do not even occur is refused."""
    old = evidence_of(lexicon_of(archive_of(tmp_path, {LEADERSHIP: MEMBER})))
    posts = CATALOGUES["data/posts.yml"] + "\n  - { id: head, label: Trưởng ban, order: 30 }"
    new = MEMBER.replace("post: secretary", "post: head").replace(
        "decided_by: Huyện ủy", "decided_by: Ban Thường vụ Huyện ủy"
    )
    archive = archive_of(tmp_path, {LEADERSHIP: new, "data/posts.yml": posts})
    found = report(claims(archive), old)
    assert {problem.severity for problem in found.problems} == {Severity.NOTE}
    assert found.waiting == {"ky-yeu": 2}
    assert found.kinds["coded", "waiting"] == 1
    impossible = new.replace("Ban Thường vụ Huyện ủy", "Trung ương Đoàn")
    archive = archive_of(tmp_path, {LEADERSHIP: impossible, "data/posts.yml": posts})
    assert fields_refused(report(claims(archive), old)) == ["decided_by"]


TABLE = """sets:
  - id: bang
    title: Bảng của ta
    period: "1960/1965"
    cite: ky-yeu#1
    targets:
      - { id: dong, number: "3", indicator: Xã viên, unit: người, due: "1965", cite: ky-yeu#2,
          target: { printed: "300", value: 300 } }
"""
ROWS = (
    "Các chỉ tiêu từ năm 1960 đến năm 1965, họp ngày 02/3/1960 và ngày 04/5/1960.",
    "3 Xã viên người 300 280 vượt Đạt",
)


def refused_of(root: Path, files: dict[str, str], *paragraphs: str) -> list[str]:
    archive = archive_of(root, files)
    lexicon = lexicon_of(archive)
    sources = {"ky-yeu": source("ky-yeu", *paragraphs, lexicon=lexicon)}
    return fields_refused(report(claims(archive), sources))


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("", "", None),
        ('"1960/1965"', '"1961/1965"', "period"),
        ('due: "1965"', 'due: "1966"', "due"),
        ("unit: người", "unit: Đạt", "unit"),  # Beside the number of the result.
        ("unit: người", "unit: Xã", "unit"),
        ("unit: người", "unit: vượt", "unit"),  # Beside the number, but no unit.
        ('number: "3"', 'number: "300"', "number"),
        ('number: "3"', 'number: "(3)"', None),
    ],
)
def test_tables_are_held_as_their_rows_are(
    tmp_path: Path, right: str, wrong: str, field: str | None
) -> None:
    files = {"data/organizations/xa-thu/targets.yml": TABLE.replace(right, wrong)}
    assert refused_of(tmp_path, files, *ROWS) == ([field] if field else [])


@pytest.mark.parametrize(
    ("date", "stands"),
    [
        ("1960-03-02/1960-05-04", True),
        ("1960-03/1960-05", True),
        ("1960-03", True),
        ("1960-03-02/1960-03", False),  # The day lies within the month.
    ],
)
def test_each_end_of_an_interval_is_printed(tmp_path: Path, date: str, *, stands: bool) -> None:
    event = f'events:\n  - {{ id: hop, date: "{date}", summary: Các chỉ tiêu, cite: ky-yeu#1 }}'
    files = {"data/organizations/xa-thu/events.yml": event}
    assert refused_of(tmp_path, files, *ROWS) == ([] if stands else ["date"])


@pytest.mark.parametrize(
    ("ordinal", "stands"), [("IV", True), ("II", True), ("V", False), ("VII", False)]
)
def test_an_ordinal_is_that_of_a_congress(tmp_path: Path, ordinal: str, *, stands: bool) -> None:
    congress = f"congresses:\n  - {{ id: dai-hoi, ordinal: {ordinal}, cite: ky-yeu#1 }}"
    files = {"data/organizations/xa-thu/congresses.yml": congress}
    told = refused_of(tmp_path, files, "Đại hội lần thứ IV bầu cấp ủy khoá 2; phần V nói về 7 xã.")
    assert told == ([] if stands else ["ordinal"])


def test_an_ordinal_of_another_lexicon_waits(tmp_path: Path) -> None:
    congress = "congresses:\n  - { id: dai-hoi, ordinal: IV, cite: ky-yeu#1 }"
    archive = archive_of(tmp_path, {"data/organizations/xa-thu/congresses.yml": congress})
    found = report(claims(archive), evidence_of(Lexicon()))
    assert sum(found.waiting.values()) == 1
    assert fields_refused(found) == []


def test_a_qualifier_stands_beside_the_number_that_is_meant(tmp_path: Path) -> None:
    def told(qualifier: str) -> list[str]:
        figure = (
            "observations:\n  - { id: nu, indicator: women, period: '1999', value: 20, "
            f"qualifier: {qualifier}, printed: khá là gần … %, cite: ky-yeu#1 }}"
        )
        paragraph = "Năm 1999, nữ trong Ban Chấp hành loại tốt là trên 20%, khá là gần 20%."
        return refused_of(tmp_path, {STATISTICS: figure}, paragraph)

    assert told("nearly") == []
    assert told("over") == ["qualifier"]


def test_a_symbol_says_that_a_document_is_no_other(tmp_path: Path) -> None:
    document = (
        "name: Huyện ủy\ndocuments:\n  - { id: nq-5, kind: KIND, symbol: 05-NQ/HU, cite: ky-yeu#3 }"
    )
    short = "abbreviations: [{ short: NQ, full: Nghị quyết }]"
    for kind, told in (("resolution", []), ("other", ["kind"]), ("plan", ["kind"])):
        files = {"data/documents/huyen-uy.yml": document.replace("KIND", kind)}
        found = compared(tmp_path, {**files, "data/abbreviations.yml": short})
        assert fields_refused(found) == told


@pytest.mark.parametrize(
    ("field", "date", "stands"),
    [
        ("start_date", "1994-01", True),
        ("start_date", "1996-02", False),
        ("end_date", "1996-02", True),
        ("end_date", "1994-01", False),
    ],
)
def test_a_term_begins_where_its_printed_range_does(
    tmp_path: Path, field: str, date: str, *, stands: bool
) -> None:
    member = f'id: mot, person: ly-van-mot, post: secretary, {field}: "{date}", cite: ky-yeu#1'
    told = refused_of(
        tmp_path,
        {LEADERSHIP: f"memberships:\n  - {{ {member} }}"},
        "Đồng chí Lý Văn Một làm Bí thư từ tháng 01/1994 đến tháng 02/1996.",
    )
    assert told == ([] if stands else [field])


def test_a_unit_is_not_the_end_of_another_one(tmp_path: Path) -> None:
    """That only a transcription tells: the evidence has no strokes."""
    row = "3 Năng suất lúa tạ/ha/năm 300 280 Đạt"
    for unit, told in (("tạ/ha/năm", []), ("năm", ["unit"])):
        table = TABLE.replace("Xã viên, unit: người", f"Năng suất lúa, unit: {unit}")
        archive = archive_of(tmp_path, {"data/organizations/xa-thu/targets.yml": table})
        sources = {"ky-yeu": source("ky-yeu", ROWS[0], row, lexicon=lexicon_of(archive))}
        assert fields_refused(report(claims(archive), sources)) == []
        assert fields_refused(report(claims(archive), sources, {"ky-yeu": [ROWS[0], row]})) == told


@pytest.mark.parametrize(("extent", "stands"), [("whole", True), ("most", False), ("part", False)])
def test_the_words_printed_for_an_extent_decide(
    tmp_path: Path, extent: str, *, stands: bool
) -> None:
    change = (
        "kind: merger\nsummary: Lập xã mới\ncite: ky-yeu#1\nparticipants:\n"
        f"  - {{ label: xã Thượng, role: from, extent: {extent}, printed: nguyên trạng }}\n"
        "  - { label: xã Hạ, role: from, extent: part }\n"
    )
    paragraph = "Lập xã mới, hợp nhất nguyên trạng xã Thượng, phần lớn xã Trung, một phần xã Hạ."
    told = refused_of(tmp_path, {"data/changes/lap.yml": change}, paragraph)
    assert told == ([] if stands else ["participants.extent"])


@pytest.mark.parametrize(
    ("date", "stands"),
    [("2025-07", True), ("2025-06", False), ("2025-06-25", True), ("2025", True)],
)
def test_the_day_of_a_document_is_no_month_of_a_fact(
    tmp_path: Path, date: str, *, stands: bool
) -> None:
    document = (
        "name: Huyện ủy\ndocuments:\n  - { id: qd-7, kind: decision, symbol: 07-QĐ/HU, "
        'date: "2025-06-25", cite: ky-yeu#1 }'
    )
    founded = (
        "kind: party\nshort_name: Đảng bộ xã Thử\nfounding: { id: lap, "
        f'date: "{date}", documents: [qd-7], cite: ky-yeu#1 }}'
    )
    files = {
        "data/documents/huyen-uy.yml": document,
        "data/organizations/xa-thu/organization.yml": founded,
    }
    told = refused_of(
        tmp_path, files, "Lập từ tháng 7/2025 theo Quyết định 07-QĐ/HU ngày 25/6/2025."
    )
    assert told == ([] if stands else ["date"])
