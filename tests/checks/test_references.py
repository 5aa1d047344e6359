"""Ids that are written exist, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.references import (
    abbreviations,
    broken,
    broken_within,
    doubled,
    unknown_fields,
)
from macros.checks.sources import passages
from macros.messages.nouns import NOUNS
from macros.messages.problems import Twice
from tests.checks.sound import ORG, SOUND, changed
from tests.support import archive_of, told

ALSO = ("data/sources/ky-yeu.yml", "data/organizations/tinh/organization.yml")


def test_of_two_congresses_of_one_number_both_are_named(tmp_path: Path) -> None:
    """The body stood under two superiors, each of which had its second congress."""
    congress = "congresses: [{id: dh-2, ordinal: II, cite: ky-yeu#1}]"
    above = "[{id: sau, organization: tinh, start_date: '1990', cite: ky-yeu#1}, {id: truoc, organization: xa, end_date: '1989', cite: ky-yeu#1}]"
    files = {
        "data/organizations/khoi/organization.yml": f"kind: party\nshort_name: Khối\nparents: {above}",
        "data/organizations/khoi/leadership.yml": "memberships: [{id: bt, person: ly-van-mot, post: secretary, congress: II, cite: ky-yeu#1}]",
        "data/organizations/tinh/congresses.yml": congress,
        "data/organizations/xa/congresses.yml": congress,
        "data/organizations/xa/organization.yml": "kind: party\nshort_name: Xã",
    }
    assert told(broken_within, tmp_path, {**{one: SOUND[one] for one in ALSO}, **files}) == [
        f"{ORG}/leadership.yml:1:71: lỗi: cấp trên “tinh” và “xa” đều có đại hội lần thứ II: không rõ "
        "là đại hội nào → xóa dòng congress, ghi ngày, và kể ở note là đại hội nào"
    ]


def test_silent_when_right(tmp_path: Path) -> None:
    for check in (broken, broken_within, doubled, unknown_fields):
        assert told(check, tmp_path, SOUND) == []


BROKEN = {
    "person": (
        f"{ORG}/leadership.yml",
        "ly-van-mot",
        "ly-van-mto",
        "3:13: lỗi: không có nhân vật nào mang mã “ly-van-mto” → sửa mã theo tên tệp trong data/people/, hoặc tạo tệp data/people/ly-van-mto.yml",
    ),
    "person of no like name": (
        f"{ORG}/leadership.yml",
        "ly-van-mot",
        "cao-xuan",
        "3:13: lỗi: không có nhân vật nào mang mã “cao-xuan” → sửa mã theo tên tệp trong data/people/, hoặc tạo tệp data/people/cao-xuan.yml",
    ),
    "post": (
        f"{ORG}/leadership.yml",
        "post: secretary",
        "post: chair",
        "4:11: lỗi: không có chức danh nào mang mã “chair” → dùng một mã đã có (deputy-secretary, member, secretary), hoặc thêm mục vào data/posts.yml",
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
        "→ dùng một mã đã có (nghi-quyet, qd-1, qd-2), hoặc thêm văn bản vào một tệp trong data/documents/",
    ),
    "source": (
        f"{ORG}/leadership.yml",
        "cite: ky-yeu#1",
        "cite: bao#1",
        "8:11: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "source of one field": (
        f"{ORG}/leadership.yml",
        "ky-yeu#2",
        "bao#2",
        "9:15: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "source of a table of targets": (
        f"{ORG}/targets.yml",
        "cite: ky-yeu#4",
        "cite: bao#4",
        "5:11: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "indicator": (
        f"{ORG}/statistics.yml",
        "party-members",
        "party-member",
        "2:27: lỗi: không có chỉ số nào mang mã “party-member” → có phải ý bạn là “party-members”?",
    ),
    "indicator of no like name": (
        f"{ORG}/statistics.yml",
        "party-members",
        "ward-budget",
        "2:27: lỗi: không có chỉ số nào mang mã “ward-budget” → dùng một mã đã có (party-members), hoặc thêm mục vào data/indicators.yml",
    ),
    "former unit": (
        f"{ORG}/statistics.yml",
        "category: khoi",
        "category: xa-cu",
        "4:55: lỗi: không có tổ chức nào mang mã “xa-cu” → dùng một mã đã có (khoi, tinh, xa), hoặc tạo tổ chức bằng make new, hoặc tạo tệp data/organizations/xa-cu/organization.yml",
    ),
    "organization of an earlier post": (
        f"{ORG}/leadership.yml",
        "organization: xa",
        "organization: xaa",
        "10:47: lỗi: không có tổ chức nào mang mã “xaa” → có phải ý bạn là “xa”?",
    ),
    "organization of a later post": (
        f"{ORG}/leadership.yml",
        "organization: tinh",
        "organization: huyen",
        "11:35: lỗi: không có tổ chức nào mang mã “huyen” → dùng một mã đã có (khoi, tinh, xa), hoặc tạo tổ chức bằng make new, hoặc tạo tệp data/organizations/huyen/organization.yml",
    ),
    "former unit of a second breakdown": (
        f"{ORG}/statistics.yml",
        "dimension: former-unit, category: khoi}]",
        "dimension: former-unit, category: xa-cu}]",
        "7:57: lỗi: không có tổ chức nào mang mã “xa-cu” → dùng một mã đã có (khoi, tinh, xa), hoặc tạo tổ chức bằng make new, hoặc tạo tệp data/organizations/xa-cu/organization.yml",
    ),
    "organization of a target": (
        f"{ORG}/targets.yml",
        "organization: khoi",
        "organization: khoii",
        "7:52: lỗi: không có tổ chức nào mang mã “khoii” → có phải ý bạn là “khoi”?",
    ),
    "person of an event": (
        f"{ORG}/events.yml",
        "ly-thi-hai",
        "ly-thi-hia",
        "1:42: lỗi: không có nhân vật nào mang mã “ly-thi-hia” → sửa mã theo tên tệp trong data/people/, hoặc tạo tệp data/people/ly-thi-hia.yml",
    ),
    "superior": (
        f"{ORG}/organization.yml",
        "parent: tinh",
        "parent: tinhh",
        "3:9: lỗi: không có tổ chức nào mang mã “tinhh” → có phải ý bạn là “tinh”?",
    ),
    "area": (
        f"{ORG}/organization.yml",
        "area: xa",
        "area: xaa",
        "4:7: lỗi: không có tổ chức nào mang mã “xaa” → có phải ý bạn là “xa”?",
    ),
    "source of a claim in words": (
        f"{ORG}/conflicts.yml",
        "cite: ky-yeu#4",
        "cite: bao#4",
        "11:65: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "participant of a change": (
        "data/changes/gop.yml",
        "organization: khoi",
        "organization: khoii",
        "2:31: lỗi: không có tổ chức nào mang mã “khoii” → có phải ý bạn là “khoi”?",
    ),
    "source of a change": (
        "data/changes/gop.yml",
        "cite: ky-yeu#2",
        "cite: bao#2",
        "3:7: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "organization that a source tells of": (
        "data/sources/ky-yeu.yml",
        "[khoi, xa]",
        "[khoi, xaa]",
        "5:16: lỗi: không có tổ chức nào mang mã “xaa” → có phải ý bạn là “xa”?",
    ),
    "organization of an issuer": (
        "data/documents/tinh-uy.yml",
        "organization: khoi",
        "organization: khoii",
        "2:15: lỗi: không có tổ chức nào mang mã “khoii” → có phải ý bạn là “khoi”?",
    ),
    "source of a document": (
        "data/documents/tinh-uy.yml",
        "cite: ky-yeu#3",
        "cite: bao#3",
        "4:38: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "source of one field of a document": (
        "data/documents/tinh-uy.yml",
        "ky-yeu#5",
        "bao#5",
        "6:84: lỗi: không có nguồn nào mang mã “bao” → dùng một mã đã có (ky-yeu), hoặc tạo tệp data/sources/bao.yml",
    ),
    "document that is replaced": (
        "data/documents/tinh-uy.yml",
        "replaces: qd-1",
        "replaces: qd-3",
        "5:42: lỗi: không có văn bản nào mang mã “qd-3” → dùng một mã đã có (nghi-quyet, qd-1, qd-2), hoặc thêm văn bản vào một tệp trong data/documents/",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    check = passages if NOUNS["source"] + " nào" in message else broken
    assert told(check, tmp_path, changed(path, old, new)) == [f"{path}:{message}"]


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
        "→ đổi thành một số khác; nếu đếm lại từ I (như sau hợp nhất) thì thêm một loạt vào series và "
        "ghi series ở các đại hội của loạt ấy",
    ]


def test_doubled_series_and_set_of_targets(tmp_path: Path) -> None:
    series, targets = f"{ORG}/congresses.yml", f"{ORG}/targets.yml"
    one = (
        "  - {{id: bang, title: Bảng, period: '2001', cite: ky-yeu#4, "
        "targets: [{{id: dong-{0}, indicator: Một, cite: ky-yeu#4}}]}}\n"
    )
    files = {
        **SOUND,
        series: "congresses: [{id: dh-1, ordinal: I, cite: ky-yeu#1}]\nseries:\n  - {id: sau, label: Sau}\n  - {id: sau, label: Sau nữa}\n",
        targets: f"sets:\n{one.format(1)}{one.format(2)}",
    }
    found = sorted(doubled(archive_of(tmp_path, files)))
    assert [(str(problem), problem.twice) for problem in found] == [
        (
            f"{series}:4:10: lỗi: loạt đại hội “sau” đã có ở {series}:3:10 → đổi thành một mã khác",
            Twice("series", ORG),
        ),
        (
            f"{targets}:3:10: lỗi: bảng chỉ tiêu “bang” đã có ở {targets}:2:10 → đổi thành một mã "
            "khác",
            Twice("target_set", ORG),
        ),
    ]


def test_source_for_a_field_that_is_not_there(tmp_path: Path) -> None:
    path = f"{ORG}/leadership.yml"
    files = changed(path, "cite_for: {congress:", "cite_for: {congres:")
    assert told(unknown_fields, tmp_path, files) == [
        f"{path}:9:15: lỗi: cite_for nói về trường “congres” mà dữ kiện “bi-thu” không ghi "
        "→ có phải ý bạn là “congress”?"
    ]


@pytest.mark.parametrize(
    ("field", "remedy"),
    [
        # a field that the kind of fact has, but this one does not
        ("end_date", "sửa tên trường, hoặc thêm trường ấy"),
        ("start_date", "sửa tên trường, hoặc thêm trường ấy"),
        ("manner", "sửa tên trường, hoặc thêm trường ấy"),
        ("documnets", "có phải ý bạn là “documents”?"),
        ("end_dat", "sửa tên trường, hoặc thêm trường ấy"),
    ],
)
def test_source_for_a_field_that_this_fact_leaves_out(
    tmp_path: Path, field: str, remedy: str
) -> None:
    path = f"{ORG}/leadership.yml"
    files = changed(path, "cite_for: {congress:", f"cite_for: {{{field}:")
    (line,) = told(unknown_fields, tmp_path, files)
    assert f"trường “{field}” mà dữ kiện “bi-thu” không ghi → {remedy}" in line


def test_doubled_conflict_and_table_of_targets(tmp_path: Path) -> None:
    conflicts, targets = f"{ORG}/conflicts.yml", f"{ORG}/targets.yml"
    table = """
          - {id: bang, title: Bảng khác, period: "2002", cite: ky-yeu#4, targets: []}
        """
    files = {
        **changed(conflicts, "id: khac", "id: hop"),
        targets: SOUND[targets].rstrip() + table,
    }
    assert told(doubled, tmp_path, files) == [
        f"{conflicts}:7:9: lỗi: dữ kiện “hop” đã có ở {ORG}/events.yml:1:15 → đổi thành một mã khác",
        f"{targets}:9:10: lỗi: bảng chỉ tiêu “bang” đã có ở {targets}:2:9 → đổi thành một mã khác",
    ]


def test_an_abbreviation_stands_once_with_one_meaning(tmp_path: Path) -> None:
    lines = ("BCH, full: Ban Chấp hành", "BCH, full: Ban Chấp hành", "BCH, full: Ban Chỉ huy")
    text = "abbreviations:\n" + "".join(f"  - {{ short: {line} }}\n" for line in lines)
    assert told(abbreviations, tmp_path, {"data/abbreviations.yml": text}) == [
        "data/abbreviations.yml:3:14: lỗi: “BCH” ghi hai lần (mục đầu ở dòng 2) → xóa một mục",
        "data/abbreviations.yml:4:14: lỗi: “BCH” có hai nghĩa: “Ban Chấp hành” và “Ban Chỉ huy” "
        "(mục đầu ở dòng 2) → giữ một nghĩa; nghĩa kia viết đầy đủ trong bài, không viết tắt",
    ]
