"""Which file goes where, and what is said of one that is in no known place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.loading import tree
from macros.loading.tree import MAX_ENTRIES, read_records
from macros.system import processes
from tests.support import CATALOGUES, read_site, write_site


def slips(root: Path, files: dict[str, str]) -> list[str]:
    _, problems = read_site(root, files)
    return [str(problem) for problem in sorted(problems)]


ONLY = (
    "→ chỉ nhận: abbreviations.yml, changes, documents, edition.yml, indicators.yml, organizations, "
    "people, pictures, posts.yml, redirects.yml, sources, verification.yml"
)
MISPLACED = {
    "data/peple/ly-van-tu.yml": "data/peple:1:1: lỗi: không biết dùng “peple” vào việc gì "
    "→ có phải ý bạn là “people”?",
    "data/post.yml": "data/post.yml:1:1: lỗi: không biết dùng “post.yml” vào việc gì "
    "→ có phải ý bạn là “posts.yml”?",
    "data/organizations/khoi.yml": "data/organizations/khoi.yml:1:1: lỗi: tệp nằm ngoài thư mục "
    "của tổ chức → chuyển tệp vào data/organizations/<mã tổ chức>/",
    "data/organizations/khoi/leadership.yaml": "data/organizations/khoi/leadership.yaml:1:1: lỗi: "
    "không biết dùng “leadership.yaml” vào việc gì → có phải ý bạn là “leadership.yml”?",
    "data/organizations/khoi/ghi-chu.txt": "data/organizations/khoi/ghi-chu.txt:1:1: lỗi: "
    "không biết dùng “ghi-chu.txt” vào việc gì → chỉ nhận: conflicts.yml, congresses.yml, "
    "events.yml, leadership.yml, organization.yml, rolls.yml, statements.yml, statistics.yml, "
    "targets.yml",
    "data/organisations/khoi/events.yml": "data/organisations:1:1: lỗi: không biết dùng "
    "“organisations” vào việc gì → có phải ý bạn là “organizations”?",
    "data/posts.txt": f"data/posts.txt:1:1: lỗi: không biết dùng “posts.txt” vào việc gì {ONLY}",
    "data/changes": f"data/changes:1:1: lỗi: không biết dùng “changes” vào việc gì {ONLY}",
    "data/organizations/khoi/leadershp.yml": "data/organizations/khoi/leadershp.yml:1:1: lỗi: "
    "không biết dùng “leadershp.yml” vào việc gì → có phải ý bạn là “leadership.yml”?",
    "data/people/ly-van-tu.yaml": "data/people/ly-van-tu.yaml:1:1: lỗi: "
    "tệp “ly-van-tu.yaml” không phải tệp .yml → đổi tên thành ly-van-tu.yml",
    "data/people/khoi/ly-van-tu.yml": "data/people/khoi:1:1: lỗi: "
    "thư mục con “khoi” không được đọc → chuyển các tệp lên data/people/",
    "data/people/Lý Văn Tư.yml": "data/people/Lý Văn Tư.yml:1:1: lỗi: "
    "tên “Lý Văn Tư” không dùng làm mã được → đổi tên thành ly-van-tu.yml: chữ thường không dấu, "
    "chữ số và gạch nối, bắt đầu bằng chữ",
}


@pytest.mark.parametrize(("path", "message"), MISPLACED.items(), ids=MISPLACED)
def test_file_in_the_wrong_place(tmp_path: Path, path: str, message: str) -> None:
    assert slips(tmp_path, {path: "name: Lý Văn Tư"}) == [message]


@pytest.mark.parametrize("text", ["- Lý Văn Tư", "Lý Văn Tư", "name: [Lý"])
def test_file_in_no_place_that_is_no_record_either(tmp_path: Path, text: str) -> None:
    assert slips(tmp_path, {"data/ly-van-tu.yml": text}) == [
        f"data/ly-van-tu.yml:1:1: lỗi: không biết dùng “ly-van-tu.yml” vào việc gì {ONLY}"
    ]


def test_organization_without_its_file(tmp_path: Path) -> None:
    files = {"data/organizations/moi/events.yml": "events: []"}
    assert slips(tmp_path, files) == [
        "data/organizations/moi/organization.yml:1:1: lỗi: tổ chức “moi” chưa có tệp "
        "organization.yml → tạo tệp với ít nhất kind và short_name"
    ]


def test_id_typed_in_a_file_named_by_it(tmp_path: Path) -> None:
    files = {"data/people/ly-van-mot.yml": "name: Lý Văn Một\nid: ly-van-khac"}
    assert slips(tmp_path, files) == [
        "data/people/ly-van-mot.yml:2:5: lỗi: mã đã có ở tên tệp → xóa dòng id khỏi tệp"
    ]
    records = read_records(tmp_path)
    assert list(records.files["people"]) == ["ly-thi-hai", "ly-van-ba", "ly-van-mot"]


def test_file_that_is_a_list(tmp_path: Path) -> None:
    assert slips(tmp_path, {"data/people/ly-van-mot.yml": "- name: Lý Văn Một"}) == [
        "data/people/ly-van-mot.yml:1:1: lỗi: tệp phải gồm các dòng “khóa: giá trị” "
        "→ xem tệp mẫu cùng loại"
    ]


def test_a_list_has_so_many_entries(tmp_path: Path) -> None:
    entry = "- {id: a, label: Bí thư, order: 1}\n"
    files = {"data/posts.yml": "roles:\n" + entry * (MAX_ENTRIES + 1)}
    (line,) = slips(tmp_path, files)
    assert line == (
        "data/posts.yml:2:1: lỗi: danh sách có 2001 mục, quá 2000 → bỏ bớt; nếu cần chừng ấy thì báo "
        "người phụ trách mã nguồn"
    )
    assert read_records(tmp_path).unread == {"data/posts.yml"}
    files = {"data/posts.yml": "roles:\n" + entry * MAX_ENTRIES}
    assert not any("danh sách có" in line for line in slips(tmp_path, files))
    long = slips(tmp_path, {"data/posts.yml": f"xyz: {'a' * (MAX_ENTRIES + 1)}\nroles: []"})
    assert [line.split(" → ")[0] for line in long] == [
        "data/posts.yml:1:1: lỗi: không có trường nào tên “xyz”"
    ]


CONFLICT = """\
conflicts:
  - id: so
    kind: contradiction
    topic: Số
    note: Hai số
    claims:
      - statement: Một
        cite: ky-yeu#1
"""
CONFLICTS = "data/organizations/khoi/conflicts.yml"
TOO_FEW = "“claims” (Các bên): cần ít nhất 2 mục"


def test_a_list_that_lacks_a_dash_does_not_lack_items(tmp_path: Path) -> None:
    def found(text: str) -> list[str]:
        return [
            line.split("lỗi: ")[1].split(" → ")[0] for line in slips(tmp_path, {CONFLICTS: text})
        ]

    assert found(CONFLICT) == [TOO_FEW]
    dash = "        statement: Hai\n        cite: ky-yeu#2\n"
    no_dash = "thiếu gạch đầu dòng “- ” trước “statement”, nơi mục mới bắt đầu"
    assert found(CONFLICT + dash) == [no_dash]
    # All else is told, and so are lists of other files.
    assert found(f"{CONFLICT}{dash}    xyz: a\n") == [no_dash, "không có trường nào tên “xyz”"]
    dashless = {"data/organizations/a/organization.yml": "kind: party\nshort_name: A"}
    dashless |= {"data/organizations/a/conflicts.yml": CONFLICT + dash}
    lines = slips(tmp_path, {**dashless, CONFLICTS: CONFLICT})
    assert any(no_dash in line for line in lines)
    assert any(TOO_FEW in line for line in lines)


def test_entry_of_a_catalogue_twice(tmp_path: Path) -> None:
    text = """
        roles:
          - {id: secretary, label: Bí thư, order: 1}
          - {id: secretary, label: Bí thư thứ hai, order: 2}
        """
    assert slips(tmp_path, {"data/posts.yml": text}) == [
        "data/posts.yml:3:10: lỗi: mục “secretary” đã có ở data/posts.yml:2:10 "
        "→ đổi mã hoặc xóa một mục"
    ]
    # What the catalogue says of the doubled code is not what its users meant.
    assert read_records(tmp_path).unread == {"data/posts.yml"}


def test_what_is_no_record_is_passed_over(tmp_path: Path) -> None:
    files = {
        "data/schemas/person.json": "{}",
        "data/sources/ky-yeu.evidence.json": "{}",
        "data/people/.gitkeep": "",
        "data/.editorconfig": "",
        "data/organizations/.gitkeep": "",
        "data/organizations/khoi/.gitkeep": "",
        "data/organizations/khoi/events.yml": "events: []",
    }
    assert slips(tmp_path, files) == []
    # It ends the reading of nothing.
    records = read_records(tmp_path)
    assert set(records.catalogues) == {"posts", "indicators"}
    assert set(records.organizations["khoi"]) == {"organization", "events"}


def test_a_stranger_hides_no_other(tmp_path: Path) -> None:
    files = {
        "data/organizations/khoi/a.txt": "",
        "data/organizations/khoi/b.txt": "",
        "data/people/a.txt": "",
        "data/people/b.txt": "",
    }
    assert [line.split(":")[0] for line in slips(tmp_path, files)] == sorted(files)


def test_a_folder_named_as_a_catalogue(tmp_path: Path) -> None:
    files = {"data/abbreviations.yml/a.yml": "x: y"}
    assert [line.split(" → ")[0] for line in slips(tmp_path, files)] == [
        "data/abbreviations.yml:1:1: lỗi: không biết dùng “abbreviations.yml” vào việc gì"
    ]


def test_a_file_named_as_the_folder_of_organizations(tmp_path: Path) -> None:
    base = {path: text for path, text in CATALOGUES.items() if "organizations" not in path}
    records = read_records(write_site(tmp_path, {**base, "data/organizations": "x"}))
    assert [problem.message for problem in records.problems] == [
        "không biết dùng “organizations” vào việc gì"
    ]


def test_a_slip_of_the_reader_is_told_and_told_once(tmp_path: Path) -> None:
    path = "data/people/ly-van-mot.yml"
    assert [line.split(" → ")[0] for line in slips(tmp_path, {path: "name: A\nname: B"})] == [
        f"{path}:2:1: lỗi: khóa “name” bị lặp, lần đầu ở dòng 1"
    ]
    # The model, which finds no text there, keeps silent on it and tells of the rest.
    found = slips(tmp_path, {path: "name:\nxyz: b"})
    assert [line.split(" → ")[0] for line in found] == [
        f"{path}:1:1: lỗi: khóa “name” không có giá trị",
        f"{path}:2:1: lỗi: không có trường nào tên “xyz”",
    ]


def test_what_cannot_be_read_of_an_organization_is_named(tmp_path: Path) -> None:
    files = {
        "data/organizations/khoi/events.yml": "events: không",
        "data/organizations/xa/events.yml": "events: []",
        "data/people/ly-van-mot.yml": "- a",
    }
    records = read_records(write_site(tmp_path, {**CATALOGUES, **files}))
    assert records.unread == {
        "data/organizations/khoi/events.yml",
        "data/organizations/xa/organization.yml",
        "data/people/ly-van-mot.yml",
    }


def test_unreadable_file_is_named(tmp_path: Path) -> None:
    broken = {**CATALOGUES, "data/people/ly-van-mot.yml": "name: [", "data/posts.yml": "rols: []"}
    records = read_records(write_site(tmp_path, broken))
    assert records.unread == {"data/people/ly-van-mot.yml", "data/posts.yml"}
    assert "ly-van-mot" not in records.files["people"]
    assert "ly-thi-hai" in records.files["people"]


def test_no_data_at_all(tmp_path: Path) -> None:
    records = read_records(tmp_path)
    assert (records.problems, records.organizations) == ([], {})


def test_entries_that_have_no_id_are_not_held_to_be_one(tmp_path: Path) -> None:
    text = "volumes: [{volume: khoi}, {volume: toan-tap}]"
    assert slips(tmp_path, {"data/edition.yml": text}) == []


def test_two_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records, their positions, the problems and the unread files, in the same order."""
    files = {
        f"data/organizations/khoi-{number}/{name}": text
        for number in range(6)
        for name, text in {
            "organization.yml": f"kind: party\nshort_name: Khối {number}",
            "events.yml": "events:\n  - id: mot\n    date: '2001'\n    sumary: Một việc",
            "thua.yml": "",
        }.items()
    }
    root = write_site(tmp_path, {**CATALOGUES, **files})
    monkeypatch.setattr(tree, "_WORTH_A_PROCESS", 1)
    forked: list[str] = []

    def in_background(what: str, work: Callable[[], tree.Records]) -> Callable[[], tree.Records]:
        forked.append(what)
        return processes.in_background(what, work)

    monkeypatch.setattr(processes, "workers", lambda: 2)
    monkeypatch.setattr(tree, "in_background", in_background)
    together, alone = read_records(root, parallel=True), read_records(root)
    assert len(forked) == 1
    assert together == alone
    assert list(together.organizations) == list(alone.organizations)
    last = together.organizations["khoi-5"]["organization"]
    assert str(last.where("short_name")) == "data/organizations/khoi-5/organization.yml:2:13"
