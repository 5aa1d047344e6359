"""Answers from an invented archive: the records, how they are packed, and the cards that they make."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.search.answers import shards
from macros.search.answers.parts import Built
from macros.search.answers.shards import answers, write_answers
from macros.search.names import forms
from macros.search.sections import Section
from tests.search.asking import cards
from tests.support import archive_of

FILES = {
    "data/posts.yml": """
        roles:
          - {id: secretary, label: Bí thư, seats: 1, order: 1}
          - {id: deputy-secretary, label: Phó Bí thư, order: 2}
          - {id: chair, label: Chủ tịch, seats: 1, order: 3}
          - {id: standing-member, label: Ủy viên Ban Thường vụ, member_of: standing, order: 5}
          - {id: inspection-chair, label: Chủ nhiệm Ủy ban Kiểm tra, seats: 1, order: 4}
        """,
    "data/indicators.yml": """
        indicators:
          - {id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên}
          - {id: land, label: Diện tích đất trồng, group: Đất, unit: ha}
          - {id: cells, label: Chi bộ cơ sở, group: Tổ chức, unit: chi bộ}
        """,
    "data/organizations/dang-bo-may/organization.yml": """
        kind: party
        classification: đảng bộ phường
        short_name: Đảng bộ phường Sông Mây
        area: may
        listed: true
        names:
          - {id: ten, name: Đảng bộ phường Sông Mây thành phố Gió, start_date: "1950-03-02", cite: ky-yeu#1}
          - {id: ten-uy, applies_to: committee, name: Đảng ủy phường, cite: ky-yeu#1}
        founding: {id: lap, date: "1950-03-02", cite: ky-yeu#1}
        """,
    "data/organizations/dang-bo-may/leadership.yml": """
        memberships:
          - {id: bt-1, person: ly-van-mot, post: secretary, start_date: "1950-03", end_date: "1955-06", end_basis: inferred, end_cite: ky-yeu#4, cite: ky-yeu#2}
          - {id: bt-2, person: ly-thi-hai, post: secretary, start_date: "1957-06-12", cite: ky-yeu#4}
          - {id: uv-1, person: ly-thi-hai, post: standing-member, attested: ["1953"], cite: ky-yeu#4}
          - {id: pbt-1, person: ly-van-ba, post: deputy-secretary, attested: ["1952"], cite: ky-yeu#4}
        """,
    "data/organizations/dang-bo-may/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, term: "1952/1957", dates: "1952-05-10", delegates: 35, cite: ky-yeu#2}
          - {id: dh-2, ordinal: II, term: "1957/1962", cite: ky-yeu#5}
        """,
    "data/organizations/dang-bo-may/statistics.yml": """
        observations:
          - {id: dv-1950, indicator: party-members, period: "1950-03-02", value: 40, cite: ky-yeu#1}
          - {id: dv-1955, indicator: party-members, period: "1955", value: 60, sums: true, cite: ky-yeu#3}
          - {id: dv-1955-khac, indicator: party-members, period: "1955", value: 61, cite: ky-yeu#4}
          - {id: dv-nu, indicator: party-members, period: "1955", value: 15, part_of: dv-1955, dimension: giới, category: nữ, cite: ky-yeu#3}
        """,
    "data/organizations/dang-bo-may/conflicts.yml": """
        conflicts:
          - id: so-dang-vien
            kind: contradiction
            topic: số đảng viên năm 1955
            claims: [{fact: dv-1955, shown: true}, {fact: dv-1955-khac}]
            note: Hai đoạn khác nhau.
        """,
    "data/organizations/may/organization.yml": """
        {kind: administrative, classification: phường, short_name: phường Sông Mây}
        """,
    "data/organizations/may/statistics.yml": """
        observations:
          - {id: dat, indicator: land, period: "1960", value: 12.5, sums: true, cite: ky-yeu#6}
          - {id: dat-ha, indicator: land, period: "1960", value: 4.5, part_of: dat, dimension: former-unit, category: ha, cite: ky-yeu#6}
        """,
    "data/organizations/ha/organization.yml": """
        {kind: administrative, classification: xã, short_name: xã Mây Hạ}
        """,
    "data/organizations/kiem-tra/organization.yml": """
        {kind: party, short_name: Ủy ban Kiểm tra Đảng bộ phường Sông Mây, parent: dang-bo-may}
        """,
    "data/organizations/kiem-tra/leadership.yml": """
        memberships:
          - {id: cn, person: ly-van-ba, post: inspection-chair, start_date: "1953", cite: ky-yeu#2}
        """,
    "data/changes/nhap.yml": """
        kind: merger
        date: "1958-01-01"
        participants: [{organization: ha, role: from}, {organization: may, role: to}]
        cite: ky-yeu#6
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy Gió
        documents:
          - {id: qd-12, kind: decision, symbol: 12-QĐ/TU, date: "1950-03-02", subject: Lập Đảng bộ, cite: ky-yeu#1}
          - {id: qd-12-khac, kind: decision, symbol: 12-QĐ/ĐU, cite: ky-yeu#1}
          - {id: qdi-7, kind: regulation, symbol: 07-QĐ/TU, subject: Một, cite: ky-yeu#1}
          - {id: qdi-7-khac, kind: regulation, symbol: 07-QĐ/TU, subject: Hai, cite: ky-yeu#1}
        """,
    "data/abbreviations.yml": """
        abbreviations:
          - {short: UBKT, full: Ủy ban Kiểm tra}
          - {short: Khoán, kind: term, full: Giao ruộng cho hộ}
        """,
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("answers"), FILES)


def test_an_organization_is_named_in_the_ways_that_follow_from_its_names(archive: Archive) -> None:
    own = {one.text for one in forms(archive) if one.organization == "dang-bo-may" and one.own}
    shared = {
        one.text for one in forms(archive) if one.organization == "dang-bo-may" and not one.own
    }
    assert {"Đảng bộ phường Sông Mây", "Đảng ủy phường Sông Mây", "Đảng bộ Sông Mây"} <= own
    assert {"phường Sông Mây", "Sông Mây", "phường Sông Mây thành phố Gió"} <= shared
    # “Đảng ủy phường” is any ward's.
    assert not any(one.text.endswith("phường") for one in forms(archive))
    stems = [(one.text, one.under) for one in forms(archive) if one.under]
    assert ("Ủy ban Kiểm tra", "dang-bo-may") in stems


def test_a_record_says_what_the_pages_say(archive: Archive) -> None:
    record = answers(archive, Built(None, {}))["post/dang-bo-may/secretary"]
    rows = record["rows"]
    assert [row.get("person", ["–"])[0].replace("\xa0", " ") for row in rows] == [
        "Lý Văn Một", "–", "Lý Thị Hai",
    ]  # fmt: skip
    assert rows[0]["inferred"] == "suy ra ngày thôi"
    assert rows[1]["sure"] == ["1955-06-30", "1957-06-12"]
    assert record["first"] is True
    assert record["until"] == "thông tin đến hết năm\xa02020"


QUESTIONS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("ai là bí thư phường Sông Mây năm 1951", "holder", ("Lý Văn Một", "đoạn 2"), ("Hai",)),
    ("bi thu dang uy phuong song may thang 1/1956", "holder", ("Tài liệu không nêu ai", "Trước đó: Lý Văn Một"), ()),
    ("ai trong ban thường vụ đảng ủy phường Sông Mây năm 1953", "holder", ("Lý Thị Hai", "chỉ được nhắc đến"), ("Một",)),
    ("thành viên ban thường vụ đảng ủy phường Sông Mây gồm những ai", "holder", ("Lý Thị Hai",), ("Một",)),
    ("đảng bộ phường Sông Mây đổi tên lần cuối năm nào", "when", ("Tài liệu không nêu lần đổi tên nào",), ()),
    ("kể tên tất cả các bí thư của đảng bộ Sông Mây", "holder", ("các thời kỳ", "Lý Văn Một", "Lý Thị Hai"), ()),
    ("tất cả các bí thư đảng bộ Sông Mây năm 1951", "holder", ("năm 1951", "Lý Văn Một"), ("Hai",)),
    ("tất cả đảng viên của đảng bộ Sông Mây năm 1955 là bao nhiêu", "count", ("60 đảng viên",), ()),
    ("bí thư đầu tiên của đảng bộ Sông Mây", "holder", ("Lý Văn Một", "suy ra ngày thôi"), ()),
    ("phó bí thư đầu tiên của đảng bộ Sông Mây", "holder", ("Tài liệu không nêu ai là người đầu tiên",), ()),
    ("bí thư đảng bộ phường Sông Mây", "holder", ("Lý Thị Hai", "gần nhất", "Thông tin đến hết năm 2020"), ()),
    ("chủ nhiệm UBKT đảng ủy phường Sông Mây 1953", "holder", ("Lý Văn Ba", "Chủ nhiệm – Ủy ban Kiểm tra"), ()),
    ("bí thư đảng bộ phường Sông Mây năm 1940", "holder", ("chưa thành lập", "02/03/1950"), ("Một",)),
    ("đảng bộ Sông Mây có bao nhiêu đảng viên năm 1955", "count", ("60 đảng viên", "≠ số đảng viên năm 1955"), ("61", "15")),
    ("đảng bộ Sông Mây có bao nhiêu đảng viên khi thành lập", "count", ("40 đảng viên",), ("60",)),
    ("số chi bộ cơ sở của phường Sông Mây", "count", ("Tài liệu không cho số này",), ()),
    # A part is told of the former unit; no total is.
    ("xã Mây Hạ trồng bao nhiêu héc ta đất", "count", ("4,5 ha", "trong số liệu của phường Sông Mây"), ("12,5",)),
    ("bao nhiêu đại biểu dự đại hội I đảng bộ phường Sông Mây", "count", ("35 đại biểu",), ()),
    ("đại hội lần thứ hai đảng bộ Sông Mây khi nào", "when", ("không nêu ngày họp", "1957–1962"), ()),
    ("xã Mây Hạ sáp nhập vào đâu", "successor", ("Phường Sông Mây", "01/01/1958"), ()),
    ("phường Sông Mây thành lập khi nào", "when", ("Tài liệu không nêu ngày thành lập",), ()),
    ("12-QĐ/TU là gì", "document", ("Quyết định số 12-QĐ/TU", "ngày 02/03/1950", "Tỉnh ủy Gió", "Lập Đảng bộ"), ()),
    ("quyết định 12 là gì", "document", ("2 văn bản", "12-QĐ/TU", "12-QĐ/ĐU"), ()),
    ("quyết định 12 của Tỉnh ủy Gió là gì", "document", ("2 văn bản", "12-QĐ/TU", "Tỉnh ủy Gió"), ()),
    ("12-QĐ/TU của tỉnh uỷ là gì", "document", ("12-QĐ/TU",), ("2 văn bản",)),
    ("phường Sông Mây gộp từ những xã nào", "origin", ("Mây Hạ",), ()),
    ("phường Sông Mây được nhập từ đâu", "origin", ("Mây Hạ",), ()),
    ("07-qd/tu về việc gì", "document", ("2 văn bản cùng số", "Một", "Hai"), ()),
    ("ubkt là gì", "abbreviation", ("Ủy ban Kiểm tra",), ()),
    ("khoán là gì", "abbreviation", ("Giao ruộng cho hộ",), ()),
    # The ward is not its party organization.
    ("Sông Mây thành lập khi nào", "when", ("Đảng bộ phường Sông Mây", "02/03/1950"), ()),
)  # fmt: skip
NONE = (
    "chủ tịch phường Sông Mây là ai",
    "bí thư",
    "ban thường vụ đảng ủy phường Sông Mây",
    "bí thư huyện Gió",
    "bao nhiêu đảng viên",
    "đảng bộ Sông Mây có bao nhiêu chi bộ",
    "quyết định 13 là gì",
    "quyết định 12 của tỉnh ủy Biển là gì",
    "quyết định 12 của ủy là gì",
    "quyết định 12 về lập đảng bộ là gì",
    "khoản là gì",
    "vì sao xã Mây Hạ sáp nhập",
    "bí thư phường Sông Mây trước Lý Thị Hai",
)


def test_questions_have_their_cards(archive: Archive) -> None:
    found = cards(archive, [question for question, *_ in QUESTIONS])
    for (question, kind, says, never), card in zip(QUESTIONS, found, strict=True):
        assert card is not None, question
        assert card["kind"] == kind, question
        assert [one for one in says if one not in card["words"]] == [], (question, card["words"])
        assert [one for one in never if one in card["words"]] == [], (question, card["words"])


def test_what_is_not_understood_has_none(archive: Archive) -> None:
    found = zip(NONE, cards(archive, NONE), strict=True)
    assert [question for question, card in found if card] == []


SECTIONS = (
    Section("dang-bo-may/so-lieu/", "dv-1955", "Đảng viên", (), 3, "60"),
    Section("dang-bo-may/", "", "Đảng bộ", (), 1, ""),
)


def unpacked(path: Path) -> Any:
    return json.loads(gzip.decompress(path.read_bytes()))


def test_records_are_packed_in_order_and_the_same_twice(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_SHARD", 500)
    size = write_answers(tmp_path, archive, SECTIONS)
    entry = unpacked(tmp_path / "answers/entry.bin")
    files = [
        unpacked(tmp_path / f"answers/{entry['version']}/{at}.bin") for at in range(size.shards)
    ]
    assert size.shards > 3
    assert entry["shards"] == sorted(entry["shards"]) == [min(one) for one in files]
    keys = [key for one in files for key in sorted(one)]
    assert keys == sorted(answers(archive, Built(None, {})))
    before = {path.name: path.read_bytes() for path in tmp_path.rglob("*.bin")}
    write_answers(tmp_path, archive, SECTIONS)
    assert before == {path.name: path.read_bytes() for path in tmp_path.rglob("*.bin")}


def test_only_pages_that_are_there_are_led_to(archive: Archive, tmp_path: Path) -> None:
    write_answers(tmp_path, archive, SECTIONS)
    text = "".join(gzip.decompress(path.read_bytes()).decode() for path in tmp_path.rglob("*.bin"))
    assert '"dang-bo-may/so-lieu/#dv-1955"' in text
    assert '"dang-bo-may/"' in text
    assert "tra-cuu/" not in text
