"""Which files of data/ are read, passed over or reported, and what is then known to be unread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.loading import tree
from macros.loading.tree import Records, read_records
from tests.support import CATALOGUES, write_site

PERSON = "name: Lý Văn Tư"
ORGANIZATION = "kind: party\nshort_name: Xã"


def read(root: Path, files: dict[str, str]) -> Records:
    return read_records(write_site(root, {**CATALOGUES, **files}))


def told(records: Records) -> list[str]:
    return [str(problem) for problem in sorted(records.problems)]


def messages(records: Records) -> list[str]:
    return [line.split(" → ")[0] for line in told(records)]


@pytest.mark.parametrize(
    ("path", "unread"),
    [
        ("data/post.yml", "data/posts.yml"),
        ("data/peple/ly-van-tu.yml", None),
        ("data/ghi-chu.txt", None),
        ("data/organizations/xa.yml", None),
        ("data/organizations/khoi/leadership.yaml", "data/organizations/khoi/leadership.yml"),
        ("data/organizations/khoi/Sự kiện.yml", "data/organizations/khoi/events.yml"),
        ("data/organizations/khoi/ghi-chu.txt", None),
        ("data/people/Ly-Van-Tu.yaml", "data/people/ly-van-tu.yml"),
        ("data/people/ly-van-tu.txt", "data/people/ly-van-tu.yml"),
        ("data/people/Lý Văn Tư.yml", "data/people/ly-van-tu.yml"),
        ("data/people/khoi/ly-van-tu.yml", "data/people/ly-van-tu.yml"),
        ("data/people/khoi/ly-van-tu.txt", None),
        ("data/organizations/Khối Hai/events.yml", "data/organizations/khoi-hai/organization.yml"),
    ],
)
def test_the_record_that_a_misplaced_file_may_be_counts_as_unread(
    tmp_path: Path, path: str, unread: str | None
) -> None:
    assert read(tmp_path, {path: "a: b"}).unread == ({unread} if unread else set())


def test_a_file_that_is_a_person_by_its_keys(tmp_path: Path) -> None:
    records = read(tmp_path, {"data/Lý Văn Tư.yml": PERSON})
    assert told(records) == [
        "data/Lý Văn Tư.yml:1:1: lỗi: không biết dùng “Lý Văn Tư.yml” vào việc gì → chuyển vào "
        "data/people/ly-van-tu.yml"
    ]
    assert records.unread == {"data/people/ly-van-tu.yml"}


@pytest.mark.parametrize(
    "text",
    ["name: Lý\nname: Lý", "name: Lý\nxyz: a", "birth_date: '1950'", "id: a", "- name"],
    ids=["broken", "a key of nothing", "a key too few", "no key at all", "a list"],
)
def test_a_file_of_other_keys_is_no_person(tmp_path: Path, text: str) -> None:
    records = read(tmp_path, {"data/ly-van-tu.yml": text})
    assert "chỉ nhận: " in told(records)[0]
    assert records.unread == set()


def test_a_folder_has_no_keys(tmp_path: Path) -> None:
    (tmp_path / "data/ly-van-tu.yml").mkdir(parents=True)
    assert messages(read(tmp_path, {"data/la.txt": PERSON})) == [
        "data/la.txt:1:1: lỗi: không biết dùng “la.txt” vào việc gì",
        "data/ly-van-tu.yml:1:1: lỗi: không biết dùng “ly-van-tu.yml” vào việc gì",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Chữ viết tắt.yml", "abbreviations.yml"),
        ("viet-tat.yml", "abbreviations.yml"),
        ("chuc-danh.yml", "posts.yml"),
        ("chi-so.yml", "indicators.yml"),
        # of an organization, not of the whole site
        ("su-kien.yml", None),
        ("organizations/khoi/nhan-dinh.yml", "statements.yml"),
    ],
)
def test_words_of_editors_for_files(tmp_path: Path, typed: str, meant: str | None) -> None:
    (line,) = told(read(tmp_path, {f"data/{typed}": "a: b"}))
    remedy = line.split(" → ")[1]
    assert remedy == f"có phải ý bạn là “{meant}”?" if meant else remedy.startswith("chỉ nhận: ")


def test_names_that_are_no_ids(tmp_path: Path) -> None:
    rule = "chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ"
    files = {
        "data/people/1950.yml": PERSON,
        "data/people/Lý.Văn.yml": PERSON,
        "data/organizations/Xã/organization.yml": ORGANIZATION,
    }
    assert told(read(tmp_path, files)) == [
        "data/organizations/Xã:1:1: lỗi: tên “Xã” không dùng làm mã được → đổi tên thành xa: "
        + rule,
        "data/people/1950.yml:1:1: lỗi: tên “1950” không dùng làm mã được → đặt tên bằng " + rule,
        "data/people/Lý.Văn.yml:1:1: lỗi: tên “Lý.Văn” không dùng làm mã được → đổi tên thành "
        f"ly-van.yml: {rule}",
    ]


def test_files_of_records_that_are_not_yaml(tmp_path: Path) -> None:
    remedies = {
        "a.yaml": "đổi tên thành a.yml",
        "b.YML": "đổi tên thành b.yml",
        "c.txt": "xóa tệp; nội dung cần giữ thì ghi vào một tệp .yml",
        "d.evidence.json": "xóa tệp; nội dung cần giữ thì ghi vào một tệp .yml",
        "e.jpg": "xóa tệp; nội dung cần giữ thì ghi vào một tệp .yml",
    }
    assert told(read(tmp_path, {f"data/people/{name}": "" for name in remedies})) == [
        f"data/people/{name}:1:1: lỗi: tệp “{name}” không phải tệp .yml → {remedy}"
        for name, remedy in remedies.items()
    ]


def test_evidence_texts_and_pictures_are_others_business(tmp_path: Path) -> None:
    files = {
        "data/sources/ky-yeu.evidence.json": "{}",
        "data/sources/ky-yeu.txt": "",
        "data/sources/so-tay.json": "{}",
        "data/pictures/anh.jpg": "",
        "data/pictures/anh.GIF": "",
        "data/pictures/anh.txt": "",
        "data/pictures/anh.evidence.json": "",
        "data/sources/anh.jpg": "",
        "data/sources/thu-muc.txt/a": "",
        "data/pictures/thu-muc.png/a": "",
    }
    assert messages(read(tmp_path, files)) == [
        "data/pictures/anh.evidence.json:1:1: lỗi: tệp “anh.evidence.json” không phải tệp .yml",
        "data/pictures/anh.txt:1:1: lỗi: tệp “anh.txt” không phải tệp .yml",
        "data/pictures/thu-muc.png:1:1: lỗi: thư mục con “thu-muc.png” không được đọc",
        "data/sources/anh.jpg:1:1: lỗi: tệp “anh.jpg” không phải tệp .yml",
        "data/sources/so-tay.json:1:1: lỗi: tệp “so-tay.json” không phải tệp .yml",
        "data/sources/thu-muc.txt:1:1: lỗi: thư mục con “thu-muc.txt” không được đọc",
    ]


def test_schemas_are_nothing_else(tmp_path: Path) -> None:
    files = {
        "data/schemas/person.json": "{}",
        "data/schemas/a.txt": "",
        "data/schemas/b.json/c": "",
        "data/schemas/c.docx": "",
    }
    records = read(tmp_path, files)
    what = "không phải tệp mà make schemas viết → chuyển đi nơi khác hoặc xóa"
    assert told(records)[:2] == [
        f"data/schemas/a.txt:1:1: lỗi: “a.txt” {what}",
        f"data/schemas/b.json:1:1: lỗi: “b.json” {what}",
    ]
    assert messages(records)[2].startswith(
        "data/schemas/c.docx:1:1: lỗi: “c.docx” là tệp văn phòng"
    )
    assert len(records.problems) == 3
    # What comes after that folder is read.
    assert list(records.files["sources"]) == ["ky-yeu"]


def test_a_file_named_as_the_folder_of_schemas(tmp_path: Path) -> None:
    assert messages(read(tmp_path, {"data/schemas": ""})) == [
        "data/schemas:1:1: lỗi: “schemas” không phải tệp mà make schemas viết"
    ]


LINK = "là liên kết (symbolic link), nội dung thật nằm ở nơi khác"


def test_a_link_in_place_of_data(tmp_path: Path) -> None:
    write_site(tmp_path / "other", CATALOGUES)
    (tmp_path / "data").symlink_to(tmp_path / "other" / "data")
    records = read_records(tmp_path)
    assert messages(records) == [f"data:1:1: lỗi: {LINK}"]
    assert records.catalogues == {}


@pytest.mark.parametrize(
    "path",
    [
        "data/posts.yml",
        "data/changes",
        "data/organizations/a",
        "data/organizations/khoi/events.yml",
        "data/people/a.yml",
        "data/sources/a.txt",
        "data/schemas/a.json",
    ],
)
def test_links_are_not_followed(tmp_path: Path, path: str) -> None:
    write_site(tmp_path, {**CATALOGUES, "data/schemas/b.json": "{}"})
    (tmp_path / path).unlink(missing_ok=True)
    (tmp_path / path).symlink_to(tmp_path / "data/people/ly-van-ba.yml")
    records = read_records(tmp_path)
    assert messages(records) == [f"{path}:1:1: lỗi: {LINK}"]
    assert records.unread == (set() if "schemas" in path else {path})
    # It ends the reading of nothing.
    assert list(records.files["people"]) == ["ly-thi-hai", "ly-van-ba", "ly-van-mot"]
    assert list(records.organizations["khoi"]) == ["organization"]


def test_hidden_folders_are_told_of_and_end_nothing(tmp_path: Path) -> None:
    files = {"data/.cu/a.yml": "", "data/people/.cu/a.yml": "", "data/organizations/.cu/a.yml": ""}
    records = read(tmp_path, files)
    assert told(records) == [
        f"{path}:1:1: lỗi: thư mục ẩn không được đọc → xóa hoặc đổi tên thư mục"
        for path in ("data/.cu", "data/organizations/.cu", "data/people/.cu")
    ]
    assert records.unread == set()
    assert len(records.files["people"]) == 3
    assert set(records.organizations) == {"khoi"}


# --- two processes --------------------------------------------------------------------------


@pytest.fixture
def halves(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The organizations that are left to a second process, for each time that there is one."""
    left: list[list[str]] = []

    def in_background(what: str, work: Callable[[], Records]) -> Callable[[], Records]:
        assert what == "một nửa dữ liệu"
        found = work()
        left.append(list(found.organizations))
        return lambda: found

    monkeypatch.setattr(tree, "in_background", in_background)
    monkeypatch.setattr(tree, "_WORTH_A_PROCESS", 1_000)
    return left


def sized(root: Path, sizes: dict[str, int], others: int = 0, text: str = "yml") -> Path:
    """Return a folder whose organizations have YAML of these sizes, and data/ others beside."""
    for name, size in sizes.items():
        write_site(root, {f"data/organizations/{name}/organization.{text}": "#" * (size - 1)})
    return write_site(root, {f"data/posts.{text}": "#" * (others - 1)} if others else {})


@pytest.mark.parametrize(
    ("sizes", "others", "last"),
    [
        ({"a": 500, "b": 500}, 0, ["b"]),
        ({"a": 500, "b": 499}, 0, None),
        ({"a": 499, "b": 501}, 0, []),
        ({"a": 250, "b": 250, "c": 250, "d": 250}, 0, ["c", "d"]),
        ({"a": 250, "b": 251, "c": 250, "d": 250}, 0, ["c", "d"]),
        ({"a": 250, "b": 249, "c": 251, "d": 250}, 0, ["d"]),
        # All that is read besides is read by the first process.
        ({"a": 250, "b": 250}, 500, ["a", "b"]),
        ({"a": 251, "b": 250}, 499, ["b"]),
        ({"a": 100, "b": 100}, 1_000, ["a", "b"]),
        ({}, 2_000, None),
    ],
)
def test_the_second_process_has_half_of_the_bytes(
    tmp_path: Path,
    halves: list[list[str]],
    sizes: dict[str, int],
    others: int,
    last: list[str] | None,
) -> None:
    root = sized(tmp_path, sizes, others)
    read_records(root, parallel=True)
    assert halves == ([] if not last else [last])
    assert read_records(root, parallel=False).problems
    assert len(halves) <= 1


def test_a_file_among_the_folders_counts_once(tmp_path: Path, halves: list[list[str]]) -> None:
    root = sized(tmp_path, {"a": 500, "b": 300})
    write_site(root, {"data/organizations/z.yml": "#" * 299})
    read_records(root, parallel=True)
    assert halves == [[]]


def test_only_yaml_counts(tmp_path: Path, halves: list[list[str]]) -> None:
    root = sized(tmp_path, {"a": 9_000, "b": 9_000}, 9_000, text="txt")
    for name in ("a", "b"):
        (root / f"data/organizations/{name}/organization.yml").write_text(ORGANIZATION)
    write_site(root, {"other/organization.yml": "#" * 9_000})
    (root / "data/organizations/c").symlink_to(root / "other")
    read_records(root, parallel=True)
    assert halves == []


def test_nothing_is_halved_where_there_is_nothing(tmp_path: Path, halves: list[list[str]]) -> None:
    assert read_records(tmp_path, parallel=True).problems == []
    assert halves == []
