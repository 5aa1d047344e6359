"""The commonest slips in a data file, each told with its place and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import model_validator

from macros.loading.validate import validate
from macros.loading.yaml.strict import Table, parse_yaml
from macros.model.base import Record
from macros.model.leadership import Membership
from macros.model.scalars import refuse
from tests.support import CATALOGUES, archive_of, read_site

LEADERSHIP = "data/organizations/khoi/leadership.yml"
MEMBERSHIP = """\
memberships:
  - id: bi-thu
    person: ly-van-mot
    post: secretary
    cite: ky-yeu#3
"""


def slips(root: Path, path: str, text: str) -> list[str]:
    _, problems = read_site(root, {path: text})
    return [str(problem) for problem in sorted(problems)]


def with_line(line: str) -> str:
    """Return the membership with one more line, which stands on line 6."""
    return f"{MEMBERSHIP}    {line}\n"


SLIPS = {
    "unknown key, near one": (
        'strat_date: "1999"',
        "6:5: lỗi: không có trường nào tên “strat_date” → có phải ý bạn là “start_date”?",
    ),
    "wrong word in a closed list": (
        "manner: desigated",
        "6:13: lỗi: “manner” (Hình thức): không nhận “desigated” → có phải ý bạn là “designated”?",
    ),
    "date without quotes": (
        "start_date: 1999-07-05",
        "6:17: lỗi: “start_date” (Từ): mốc thời gian 1999-07-05 chưa đặt trong ngoặc kép "
        '→ viết "1999-07-05"',
    ),
    "date in quotation marks of a text editor": (
        "start_date: “1999-07-05”",
        "6:17: lỗi: “start_date” (Từ): “1999-07-05” nằm trong dấu nháy của chữ in, không phải dấu "
        'nháy thẳng → viết "1999-07-05"',
    ),
    "date as printed, without quotes": (
        "start_date: 5/7/1999",
        '6:17: lỗi: “start_date” (Từ): “5/7/1999” không đúng cách viết ngày → viết "1999-07-05"',
    ),
    "range as printed": (
        "start_date: từ ngày 15 đến 21-10-1963",
        "6:17: lỗi: “start_date” (Từ): “từ ngày 15 đến 21-10-1963” không đúng cách viết ngày "
        '→ viết "1963-10-15/1963-10-21"',
    ),
    "date as printed": (
        'start_date: "5/7/1999"',
        '6:17: lỗi: “start_date” (Từ): “5/7/1999” không đúng cách viết ngày → viết "1999-07-05"',
    ),
    "date in a list": (
        'attested: ["1999", 2001]',
        "6:24: lỗi: “attested” (Ngày được nhắc): mốc thời gian 2001 chưa đặt trong ngoặc kép "
        '→ viết "2001"',
    ),
    "yes for true": (
        "full_time: yes",
        "6:16: lỗi: “full_time” (Chuyên trách): “yes” không phải giá trị đúng/sai "
        "→ viết true (có) hoặc false (không)",
    ),
    "ordinal in digits": (
        "congress: 3",
        "6:15: lỗi: “congress” (Đại hội): “3” không phải số La Mã → viết III",
    ),
    "text where fields are meant": (
        "cite_for: ky-yeu#4",
        "6:15: lỗi: “cite_for” (Nguồn riêng): cần một nhóm trường “khóa: giá trị” "
        "→ viết các trường thụt vào bên dưới",
    ),
    "list where text is meant": (
        "printed: [a, b]",
        "6:14: lỗi: “printed” (Cách ghi): cần một đoạn chữ, không phải danh sách hay nhóm trường "
        "→ viết một đoạn chữ",
    ),
    "list where one word is meant": (
        "end_basis: [inferred]",
        "6:16: lỗi: “end_basis” (Căn cứ ngày thôi): cần một từ, không phải danh sách hay nhóm "
        "trường → viết một từ",
    ),
    "unknown key, near none": (
        "xyz: a",
        "6:5: lỗi: không có trường nào tên “xyz” → xóa dòng này, hoặc dùng một trong: attested, capacity, cite, "
        "cite_for, concurrent, congress, congress_term, decided_by, documents, end_basis, end_cite, end_date, "
        "end_reason, full_time, id, implied, manner, note, person, post, previously, printed, shared, start_basis, "
        "start_date, subsequently, unnamed",
    ),
    "citation of one field": (
        "cite_for: {start_date: ky-yeu}",
        "6:28: lỗi: “start_date” (Từ): trích dẫn “ky-yeu” thiếu số đoạn "
        "→ viết mã nguồn, dấu # và số đoạn, ví dụ ky-yeu#12 hoặc ky-yeu#12-13",
    ),
    "place of an item written without its list": (
        "previously: {organization: [xa], role: Ủy viên}",
        "6:32: lỗi: “organization” (Tổ chức): cần một mã, không phải danh sách hay nhóm trường "
        "→ viết một mã",
    ),
    "wrong key in an item written without its list": (
        "previously: {rle: Trưởng phòng, role: Phó phòng}",
        "6:18: lỗi: không có trường nào tên “rle” → xóa dòng này: mục đã có “role”",
    ),
}


@pytest.mark.parametrize(("line", "message"), SLIPS.values(), ids=SLIPS)
def test_slip_in_a_field(tmp_path: Path, line: str, message: str) -> None:
    assert slips(tmp_path, LEADERSHIP, with_line(line)) == [f"{LEADERSHIP}:{message}"]


def test_two_words_of_one_list_are_one_line(tmp_path: Path) -> None:
    (line,) = slips(tmp_path, LEADERSHIP, with_line("manner: [desigated, elcted]"))
    assert line == (
        f"{LEADERSHIP}:6:14: lỗi: “manner” (Hình thức): không nhận “desigated”; “manner” (Hình "
        "thức): không nhận “elcted” → có phải ý bạn là “designated”?; có phải ý bạn là “elected”?"
    )


def test_a_key_in_place_of_one_that_is_lacking(tmp_path: Path) -> None:
    text = MEMBERSHIP.replace("    cite:", "    xyz:")
    assert slips(tmp_path, LEADERSHIP, text) == [
        f"{LEADERSHIP}:5:5: lỗi: không có trường nào tên “xyz” → mục này còn thiếu “cite” (Nguồn): "
        "nếu là nó thì viết “cite: …”"
    ]


def test_missing_cite(tmp_path: Path) -> None:
    text = MEMBERSHIP.replace("    cite: ky-yeu#3\n", "")
    assert slips(tmp_path, LEADERSHIP, text) == [
        f"{LEADERSHIP}:2:5: lỗi: thiếu trường “cite” (Nguồn) → thêm dòng “cite: …”. "
        "Nguồn và đoạn, ví dụ ky-yeu#12; nhiều nguồn thì viết thành danh sách"
    ]


def test_citation_without_paragraph(tmp_path: Path) -> None:
    text = MEMBERSHIP.replace("ky-yeu#3", "ky-yeu")
    assert slips(tmp_path, LEADERSHIP, text) == [
        f"{LEADERSHIP}:5:11: lỗi: “cite” (Nguồn): trích dẫn “ky-yeu” thiếu số đoạn "
        "→ viết mã nguồn, dấu # và số đoạn, ví dụ ky-yeu#12 hoặc ky-yeu#12-13"
    ]


def test_bad_id(tmp_path: Path) -> None:
    text = MEMBERSHIP.replace("id: bi-thu", "id: Bí_thư 1")
    assert slips(tmp_path, LEADERSHIP, text) == [
        f"{LEADERSHIP}:2:9: lỗi: “id” (Mã): mã “Bí_thư 1” không đúng dạng → chỉ dùng chữ thường "
        "không dấu, chữ số và gạch nối, bắt đầu bằng chữ, ví dụ: bi-thu-1"
    ]


def test_text_where_a_list_is_meant(tmp_path: Path) -> None:
    assert slips(tmp_path, LEADERSHIP, "memberships: chưa có") == [
        f"{LEADERSHIP}:1:14: lỗi: “memberships” (Nhân sự): cần một danh sách "
        "→ viết mỗi mục trên một dòng, bắt đầu bằng “- ”"
    ]


def test_text_where_a_record_is_meant(tmp_path: Path) -> None:
    assert slips(tmp_path, LEADERSHIP, "memberships:\n  - Lý Văn Một") == [
        f"{LEADERSHIP}:2:5: lỗi: “memberships” (Nhân sự): cần một nhóm trường “khóa: giá trị” "
        "→ viết các trường thụt vào bên dưới"
    ]


def test_one_side_of_a_conflict(tmp_path: Path) -> None:
    path = "data/organizations/khoi/conflicts.yml"
    text = (
        "conflicts: [{id: a, kind: tension, topic: b, note: c, claims: [{fact: x, shown: true}]}]"
    )
    assert slips(tmp_path, path, text) == [
        f"{path}:1:63: lỗi: “claims” (Các bên): cần ít nhất 2 mục → thêm mục còn thiếu"
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "2.522",
            "“2.522” có đúng ba chữ số sau dấu chấm, dễ nhầm với hàng nghìn "
            "→ viết 2522; nếu đúng là ba chữ số thập phân thì viết 2.5220",
        ),
        ("2,5", "“2,5” có dấu phẩy → viết 2.5"),
    ],
)
def test_number_as_printed(tmp_path: Path, value: str, message: str) -> None:
    path = "data/organizations/khoi/statistics.yml"
    text = f"""
        observations:
          - id: dang-vien
            indicator: party-members
            period: "1999"
            cite: ky-yeu#1
            value: {value}
        """
    label = "“value” (Giá trị)"
    assert slips(tmp_path, path, text) == [f"{path}:6:12: lỗi: {label}: {message}"]


def test_count_that_is_none(tmp_path: Path) -> None:
    path = "data/organizations/khoi/congresses.yml"
    text = """
        congresses: [{id: dai-hoi, ordinal: I, cite: ky-yeu#1, delegates: 12.5}]
        """
    assert slips(tmp_path, path, text) == [
        f"{path}:1:67: lỗi: “delegates” (Đại biểu): “12.5” không phải một số đếm "
        "→ viết một số nguyên từ 0 trở lên"
    ]


def test_every_slip_of_a_file_is_told(tmp_path: Path) -> None:
    text = with_line("manner: bau").replace("post:", "pst:")
    places = [line.split(": ")[0] for line in slips(tmp_path, LEADERSHIP, text)]
    assert places == [f"{LEADERSHIP}:{place}" for place in ("4:5", "6:13")]


def test_records_know_their_places(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, {LEADERSHIP: with_line("previously: [Trưởng phòng, {role: Phó phòng}]")}
    )
    membership = archive.dossiers["khoi"].facts["bi-thu"]
    assert isinstance(membership, Membership)
    assert str(membership.where()) == f"{LEADERSHIP}:2:5"
    assert str(membership.where("person")) == f"{LEADERSHIP}:3:13"
    assert str(membership.where("end_date")) == f"{LEADERSHIP}:2:5"
    first, second = membership.previously
    assert str(first.where()) == f"{LEADERSHIP}:6:18"
    assert str(second.where("role")) == f"{LEADERSHIP}:6:39"


def test_base_site_is_sound(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {})
    assert len(archive.people) == sum(path.startswith("data/people/") for path in CATALOGUES)


def test_records_within_records_know_their_places(tmp_path: Path) -> None:
    path = "data/organizations/khoi/organization.yml"
    text = """\
kind: party
short_name: Khối
founding:
  id: lap
  date: "1994"
  cite: ky-yeu#1
"""
    archive = archive_of(
        tmp_path,
        {path: text, LEADERSHIP: with_line("previously: {organization: khoi, role: Ủy viên}")},
    )
    founding = archive.dossiers["khoi"].organization.founding
    assert founding is not None
    assert (str(founding.where()), str(founding.where("date"))) == (f"{path}:4:3", f"{path}:5:9")
    membership = archive.dossiers["khoi"].facts["bi-thu"]
    assert isinstance(membership, Membership)
    (alone,) = membership.previously
    assert str(alone.where("role")) == f"{LEADERSHIP}:6:44"


class Part(Record):
    """A part of a thing."""

    name: str


class Thing(Record):
    """A record of which no field says more than its type."""

    count: int
    words: list[str] | None = None
    part: Part | None = None
    by_name: dict[str, Part] | None = None

    @model_validator(mode="after")
    def _never_seven(self) -> Thing:
        if self.count == 7:
            raise refuse("không được là 7", "ghi số khác")
        return self


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "count: x",
            [
                "1:8: lỗi: “count”: giá trị “x” không đúng dạng → xem mô tả của trường trong data/schemas/"
            ],
        ),
        ("words: []", ["1:1: lỗi: thiếu trường “count” → thêm dòng “count: …”"]),
        (
            "count: 5\nwords: x",
            [
                "2:8: lỗi: “words”: cần một danh sách → viết mỗi mục trên một dòng, bắt đầu bằng “- ”"
            ],
        ),
        (
            "count: 5\npart: x",
            [
                "2:7: lỗi: “part”: cần một nhóm trường “khóa: giá trị” → viết các trường thụt vào bên dưới"
            ],
        ),
        (
            "count: 5\npart: [x]",
            [
                "2:7: lỗi: “part”: cần một nhóm trường “khóa: giá trị” → viết các trường thụt vào bên dưới"
            ],
        ),
        (
            "count: 5\npart: {nam: x}",
            [
                "2:8: lỗi: không có trường nào tên “nam” → có phải ý bạn là “name”?",
            ],
        ),
        (
            "count: 5\nby_name: {a: {nam: x}}",
            [
                "2:15: lỗi: không có trường nào tên “nam” → có phải ý bạn là “name”?",
            ],
        ),
        ("count: 5\nby_name: {a: {}}", ["2:14: lỗi: thiếu trường “name” → thêm dòng “name: …”"]),
        (
            "count: 5\nby_name: {a: x}",
            [
                "2:14: lỗi: “a”: cần một nhóm trường “khóa: giá trị” → viết các trường thụt vào bên dưới"
            ],
        ),
        ("count: 7", ["1:1: lỗi: tệp: không được là 7 → ghi số khác"]),
        (
            "count: 5\nxyz: a",
            [
                "2:1: lỗi: không có trường nào tên “xyz” → xóa dòng này, hoặc dùng một trong: by_name, count, part, words"
            ],
        ),
    ],
)
def test_any_record_gets_words_for_what_is_wrong(text: str, lines: list[str]) -> None:
    table, _ = parse_yaml(text.encode(), "a.yml")
    assert isinstance(table, Table)
    record, problems = validate(Thing, table)
    assert record is None
    assert [str(problem).removeprefix("a.yml:") for problem in problems] == lines


def test_of_very_many_slips_the_rest_is_counted() -> None:
    faulty = "count: 5\nby_name: {{{}}}".format(", ".join(f"a{i}: x" for i in range(21)))
    table, _ = parse_yaml(faulty.encode(), "a.yml")
    assert isinstance(table, Table)
    _, problems = validate(Thing, table)
    assert len(problems) == 21
    assert str(problems[-1]) == (
        "a.yml:1:1: lỗi: còn 1 lỗi nữa trong tệp này → sửa các lỗi đã nêu rồi chạy lại để xem tiếp"
    )
