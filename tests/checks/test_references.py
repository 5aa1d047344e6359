from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.references import broken, broken_within, doubled, unknown_fields
from tests.support import read_site, told

ORG = "data/organizations/khoi"

SOUND = {
    f"{ORG}/congresses.yml": """
        congresses: [{id: dh-1, ordinal: I, cite: ky-yeu#1}]
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - id: bi-thu
            person: ly-van-mot
            post: secretary
            congress: I
            concurrent: [{organization: khoi, role: Ủy viên}]
            documents: qd-1
            cite: ky-yeu#1
            cite_for: {congress: ky-yeu#2}
        """,
    f"{ORG}/statistics.yml": """
        observations:
          - {id: tong, indicator: party-members, period: "2001", value: 5, cite: ky-yeu#2}
          - {id: phan, indicator: party-members, period: "2001", value: 5, cite: ky-yeu#2,
             part_of: tong, dimension: former-unit, category: khoi, measures: tong}
        """,
    f"{ORG}/targets.yml": """
        sets:
          - id: bang
            title: Bảng
            period: "2001"
            cite: ky-yeu#4
            targets:
              - {id: dong-1, indicator: Một, organization: khoi, cite: ky-yeu#4}
              - {id: dong-2, indicator: Hai, row_of: dong-1, cite: ky-yeu#4}
        """,
    f"{ORG}/conflicts.yml": """
        conflicts:
          - id: so
            topic: Số
            note: Hai số
            claims: [{fact: tong, shown: true}, {fact: khoi/phan}, {fact: changes/gop}]
        """,
    "data/changes/gop.yml": """
        kind: merger
        participants: [{organization: khoi, role: to}]
        cite: ky-yeu#2
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy
        organization: khoi
        documents:
          - {id: qd-1, kind: decision, cite: ky-yeu#3}
          - {id: qd-2, kind: decision, replaces: qd-1, cite: ky-yeu#3}
        """,
}


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return the sound files with one place of one of them changed."""
    assert SOUND[path].count(old) >= 1
    return {**SOUND, path: SOUND[path].replace(old, new, 1)}


def test_silent_when_right(tmp_path: Path) -> None:
    for check in (broken, broken_within, doubled, unknown_fields):
        assert told(check, tmp_path, SOUND) == []


BROKEN = {
    "person": (
        f"{ORG}/leadership.yml",
        "ly-van-mot",
        "ly-van-mto",
        "3:13: lỗi: không có nhân vật nào mang mã “ly-van-mto” → có phải ý bạn là “ly-van-mot”?",
    ),
    "person of no like name": (
        f"{ORG}/leadership.yml",
        "ly-van-mot",
        "cao-xuan",
        "3:13: lỗi: không có nhân vật nào mang mã “cao-xuan” → tạo tệp data/people/cao-xuan.yml",
    ),
    "post": (
        f"{ORG}/leadership.yml",
        "post: secretary",
        "post: chair",
        "4:11: lỗi: không có chức danh nào mang mã “chair” → thêm mục vào data/posts.yml",
    ),
    "organization of a concurrent post": (
        f"{ORG}/leadership.yml",
        "organization: khoi",
        "organization: khoii",
        "6:33: lỗi: không có tổ chức nào mang mã “khoii” → có phải ý bạn là “khoi”?",
    ),
    "document": (
        f"{ORG}/leadership.yml",
        "qd-1",
        "cv-9",
        "7:16: lỗi: không có văn bản nào mang mã “cv-9” "
        "→ thêm văn bản vào một tệp trong data/documents/",
    ),
    "source": (
        f"{ORG}/leadership.yml",
        "cite: ky-yeu#1",
        "cite: bao#1",
        "8:11: lỗi: không có nguồn nào mang mã “bao” → tạo tệp data/sources/bao.yml",
    ),
    "source of one field": (
        f"{ORG}/leadership.yml",
        "ky-yeu#2",
        "bao#2",
        "9:15: lỗi: không có nguồn nào mang mã “bao” → tạo tệp data/sources/bao.yml",
    ),
    "source of a table of targets": (
        f"{ORG}/targets.yml",
        "cite: ky-yeu#4",
        "cite: bao#4",
        "5:11: lỗi: không có nguồn nào mang mã “bao” → tạo tệp data/sources/bao.yml",
    ),
    "indicator": (
        f"{ORG}/statistics.yml",
        "party-members",
        "party-member",
        "2:27: lỗi: không có chỉ số nào mang mã “party-member” → có phải ý bạn là “party-members”?",
    ),
    "former unit": (
        f"{ORG}/statistics.yml",
        "category: khoi",
        "category: xa-cu",
        "4:55: lỗi: không có tổ chức nào mang mã “xa-cu” → tạo thư mục data/organizations/xa-cu/",
    ),
    "document that is replaced": (
        "data/documents/tinh-uy.yml",
        "replaces: qd-1",
        "replaces: qd-3",
        "5:42: lỗi: không có văn bản nào mang mã “qd-3” → có phải ý bạn là “qd-1”?",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    assert told(broken, tmp_path, changed(path, old, new)) == [f"{path}:{message}"]


WITHIN = {
    "congress": (
        f"{ORG}/leadership.yml",
        "congress: I",
        "congress: II",
        "5:15: lỗi: tổ chức “khoi” không có đại hội lần thứ II "
        "→ sửa số La Mã, hoặc thêm đại hội vào congresses.yml",
    ),
    "term": (
        f"{ORG}/leadership.yml",
        "congress: I",
        "congress_term: II",
        "5:20: lỗi: tổ chức “khoi” không có đại hội lần thứ II "
        "→ sửa số La Mã, hoặc thêm đại hội vào congresses.yml",
    ),
    "whole": (
        f"{ORG}/statistics.yml",
        "part_of: tong",
        "part_of: tng",
        "4:15: lỗi: không có dữ kiện nào mang mã “tng” → có phải ý bạn là “tong”?",
    ),
    "whole that is no figure": (
        f"{ORG}/statistics.yml",
        "part_of: tong",
        "part_of: bi-thu",
        "4:15: lỗi: “bi-thu” không phải số liệu → ghi mã trong statistics.yml",
    ),
    "part of itself": (
        f"{ORG}/statistics.yml",
        "part_of: tong",
        "part_of: phan",
        "4:15: lỗi: “phan” chỉ vào chính nó → ghi mã của số liệu khác",
    ),
    "row": (
        f"{ORG}/targets.yml",
        "row_of: dong-1",
        "row_of: bi-thu",
        "8:46: lỗi: không có dữ kiện nào mang mã “bi-thu” → sửa mã, hoặc thêm dữ kiện ấy",
    ),
    "claim of no organization": (
        f"{ORG}/conflicts.yml",
        "khoi/phan",
        "khoii/phan",
        "5:48: lỗi: không có tổ chức nào mang mã “khoii” → có phải ý bạn là “khoi”?",
    ),
    "claim of a change": (
        f"{ORG}/conflicts.yml",
        "changes/gop",
        "changes/gpo",
        "5:67: lỗi: không có dữ kiện nào mang mã “gpo” → có phải ý bạn là “gop”?",
    ),
    "name that is superseded": (
        "data/changes/gop.yml",
        "kind: merger",
        "kind: merger\n        supersedes_name: khoi/ten-cu",
        "2:18: lỗi: không có dữ kiện nào mang mã “ten-cu” → sửa mã, hoặc thêm dữ kiện ấy",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "message"), WITHIN.values(), ids=WITHIN)
def test_broken_within(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    assert told(broken_within, tmp_path, changed(path, old, new)) == [f"{path}:{message}"]


def test_body_without_congresses_may_mean_its_parents(tmp_path: Path) -> None:
    files = {
        **SOUND,
        "data/organizations/ubkt/organization.yml": "kind: party\nshort_name: UB\nparent: khoi",
        "data/organizations/ubkt/leadership.yml": SOUND[f"{ORG}/leadership.yml"],
    }
    assert told(broken_within, tmp_path, files) == []


def test_what_an_unreadable_file_holds_is_not_called_missing(tmp_path: Path) -> None:
    files = {
        **SOUND,
        "data/people/ly-van-mot.yml": "nme: Lý Văn Một",
        "data/posts.yml": "roles: không",
        "data/indicators.yml": "indicators: không",
        "data/sources/ky-yeu.yml": "title: Kỷ yếu",
        "data/documents/tinh-uy.yml": "name: Tỉnh ủy",
        f"{ORG}/congresses.yml": "congresses: không",
        f"{ORG}/statistics.yml": "observations: không",
        "data/changes/gop.yml": "kind: gộp",
    }
    archive, problems = read_site(tmp_path, files)
    assert problems
    assert [*broken(archive), *broken_within(archive)] == []


def test_doubled_fact(tmp_path: Path) -> None:
    path = f"{ORG}/statistics.yml"
    assert told(doubled, tmp_path, changed(path, "id: phan", "id: bi-thu")) == [
        f"{path}:3:10: lỗi: dữ kiện “bi-thu” đã có ở {ORG}/leadership.yml:2:9 → đổi thành một mã khác"
    ]


def test_one_fact_id_in_two_organizations_is_right(tmp_path: Path) -> None:
    other = "data/organizations/xa"
    files = {
        **SOUND,
        f"{other}/organization.yml": "kind: party\nshort_name: Xã",
        f"{other}/congresses.yml": SOUND[f"{ORG}/congresses.yml"],
    }
    assert told(doubled, tmp_path, files) == []


def test_doubled_congress_and_document(tmp_path: Path) -> None:
    files = {
        **SOUND,
        f"{ORG}/congresses.yml": """
            congresses:
              - {id: dh-1, ordinal: I, cite: ky-yeu#1}
              - {id: dh-2, ordinal: I, cite: ky-yeu#1}
            """,
        "data/documents/ubnd.yml": """
            name: Ủy ban nhân dân
            documents: [{id: qd-1, kind: decision, cite: ky-yeu#3}]
            """,
    }
    assert told(doubled, tmp_path, files) == [
        "data/documents/ubnd.yml:2:18: lỗi: văn bản “qd-1” đã có ở "
        "data/documents/tinh-uy.yml:4:10 → đổi thành một mã khác",
        f"{ORG}/congresses.yml:3:25: lỗi: đại hội “I” đã có ở {ORG}/congresses.yml:2:25 "
        "→ đổi thành một mã khác",
    ]


def test_source_for_a_field_that_is_not_there(tmp_path: Path) -> None:
    path = f"{ORG}/leadership.yml"
    files = changed(path, "cite_for: {congress:", "cite_for: {congres:")
    assert told(unknown_fields, tmp_path, files) == [
        f"{path}:9:15: lỗi: cite_for nói về trường “congres” mà dữ kiện “bi-thu” không ghi "
        "→ có phải ý bạn là “congress”?"
    ]
