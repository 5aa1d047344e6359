"""What a fact says of others of its organization is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.references import broken, broken_within
from tests.checks.sound import ORG, SOUND, changed
from tests.support import CATALOGUES, read_site, told

WITHIN = {
    "congress": (
        f"{ORG}/leadership.yml",
        "congress: I",
        "congress: II",
        "5:15: lỗi: tổ chức “khoi” không có đại hội lần thứ II "
        "→ dùng một mã đã có (I), hoặc thêm đại hội vào data/organizations/khoi/congresses.yml",
    ),
    "term": (
        f"{ORG}/leadership.yml",
        "congress: I",
        "congress_term: II",
        "5:20: lỗi: tổ chức “khoi” không có đại hội lần thứ II "
        "→ dùng một mã đã có (I), hoặc thêm đại hội vào data/organizations/khoi/congresses.yml",
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
    "congress of a committee": (
        f"{ORG}/congresses.yml",
        "cite: ky-yeu#1}]",
        "cite: ky-yeu#1}]\n        committees: [{id: bch, body: executive, size: 5, basis: elected, "
        "congress: V, cite: ky-yeu#1}]",
        "2:76: lỗi: tổ chức “khoi” không có đại hội lần thứ V → dùng một mã đã có (I), hoặc thêm đại hội vào data/organizations/khoi/congresses.yml",
    ),
    "whole that it measures": (
        f"{ORG}/statistics.yml",
        "measures: tong",
        "measures: tng",
        "4:71: lỗi: không có dữ kiện nào mang mã “tng” → có phải ý bạn là “tong”?",
    ),
    "second whole": (
        f"{ORG}/statistics.yml",
        "{part_of: tong, dimension: nam",
        "{part_of: tng, dimension: nam",
        "6:17: lỗi: không có dữ kiện nào mang mã “tng” → có phải ý bạn là “tong”?",
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
        "6:48: lỗi: không có tổ chức nào mang mã “khoii” → có phải ý bạn là “khoi”?",
    ),
    "claim of a change": (
        f"{ORG}/conflicts.yml",
        "changes/gop",
        "changes/gpo",
        "6:67: lỗi: không có dữ kiện nào mang mã “gpo” → có phải ý bạn là “gop”?",
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


def test_claim_of_an_organization_that_no_name_is_near(tmp_path: Path) -> None:
    path = f"{ORG}/conflicts.yml"
    assert told(broken_within, tmp_path, changed(path, "khoi/phan", "huyen-cu/phan")) == [
        f"{path}:6:48: lỗi: không có tổ chức nào mang mã “huyen-cu” → dùng một mã đã có (khoi, tinh, "
        "xa), hoặc tạo tổ chức bằng make new, hoặc tạo tệp data/organizations/huyen-cu/organization.yml"
    ]


def test_an_unreadable_file_of_another_organization_hides_nothing(tmp_path: Path) -> None:
    path = f"{ORG}/conflicts.yml"
    files = {
        **changed(path, "khoi/phan", "khoi/phna"),
        "data/organizations/khoi-hai/organization.yml": "kind: party\nshort_name: Hai",
        "data/organizations/khoi-hai/events.yml": "events: không",
    }
    archive, problems = read_site(tmp_path, files)
    assert [problem.position.path for problem in problems] == [
        "data/organizations/khoi-hai/events.yml"
    ]
    assert [problem.message for problem in broken_within(archive)] == [
        "không có dữ kiện nào mang mã “phna”"
    ]


def test_congresses_that_cannot_be_read_are_not_sought_in_the_parent(tmp_path: Path) -> None:
    archive, problems = read_site(tmp_path, {**SOUND, f"{ORG}/congresses.yml": "congresses: không"})
    assert len(problems) == 1
    assert list(broken_within(archive)) == []


CONGRESS = "congresses: [{id: dh-1, ordinal: I, cite: ky-yeu#1}]"
CONFERENCE = "\nconferences: [{id: hn, kind: mid-term, congress: I, cite: ky-yeu#1}]"
UNDER = "kind: party\nshort_name: Khối\nparent: "


def of_congress(root: Path, said: str, above: str, own: str, of_above: str) -> list[str]:
    """Return what is told of a membership that names a congress, of the body or of one above."""
    files = {
        f"{ORG}/organization.yml": f"{UNDER}{above}",
        f"{ORG}/leadership.yml": "memberships:\n"
        f"  - {{id: m, person: ly-van-mot, post: secretary, cite: ky-yeu#1, {said}}}",
        f"{ORG}/congresses.yml": own,
        "data/organizations/tren/organization.yml": "kind: party\nshort_name: Trên",
        "data/organizations/tren/congresses.yml": of_above,
    }
    archive, problems = read_site(
        root, {path: text for path, text in {**CATALOGUES, **files}.items() if text}
    )
    assert problems == []
    return [one.message for one in sorted(broken_within(archive))]


@pytest.mark.parametrize(
    ("said", "above", "own", "of_above", "found"),
    [
        # one's own congresses, whoever is above
        ("congress: I", "tren", CONGRESS, "", []),
        (
            "congress: II",
            "tren",
            CONGRESS,
            CONGRESS,
            ["tổ chức “khoi” không có đại hội lần thứ II"],
        ),
        ("congress: II", "khong-co", CONGRESS, "", ["tổ chức “khoi” không có đại hội lần thứ II"]),
        # of a series that is listed
        (
            "congress: sau/II",
            "tren",
            f"{CONGRESS}\nseries: [{{id: sau, label: Sau}}]",
            "",
            ["tổ chức “khoi” không có đại hội lần thứ sau/II"],
        ),
        # those of the body above, if there are no others and it is there
        ("congress: I", "tren", "", CONGRESS, []),
        ("congress: II", "tren", "", CONGRESS, ["tổ chức “tren” không có đại hội lần thứ II"]),
        ("congress: II", "khong-co", "", "", []),
        # a conference elects, but opens no term
        ("congress: hn", "tren", CONGRESS + CONFERENCE, "", []),
        (
            "congress_term: hn",
            "tren",
            CONGRESS + CONFERENCE,
            "",
            ["congress_term là khóa của một đại hội, không phải mã như “hn”"],
        ),
    ],
)
def test_whose_congress_is_meant(
    tmp_path: Path, said: str, above: str, own: str, of_above: str, found: list[str]
) -> None:
    assert of_congress(tmp_path, said, above, own, of_above) == found
