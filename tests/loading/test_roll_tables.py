"""The table files of rolls: which cells become which values, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.loading import rolls
from macros.loading.rolls import read_table
from macros.loading.tree import read_records
from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.loading.yaml.strict import MAX_BYTES
from macros.model.rolls import RollRow
from tests.support import CATALOGUES, write_site

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "data/organizations/khoi"
ROLL = "- id: {id}\n  kind: first-members\n  title: Lớp đầu\n  cite: ky-yeu#1\n"


def read(root: Path, text: str | bytes) -> tuple[list[Node], list[str]]:
    """Return the rows of a table file, and what is said of it."""
    path = root / "lop.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_table(path, "lop.csv")
    return list(found.rows), [str(problem) for problem in found.problems]


def values(row: Node) -> dict[str, object]:
    assert isinstance(row, Table)
    return {str(key): list(v) if isinstance(v, Items) else str(v) for key, v in row.items()}


@pytest.mark.parametrize(
    ("head", "key"),
    [
        *((name, name) for name in RollRow.model_fields if name != "cite"),
        *((info.title, name) for name, info in RollRow.model_fields.items() if name != "cite"),
        ("HỌ TÊN", "name"),
        ("Ngày sinh", "birth_date"),
        ("Ngày hy sinh", "death_date"),
        ("Năm hy sinh", "death_date"),
        ("Năm mất", "death_date"),
        ("Quê", "home"),
        ("Cấp bậc", "rank"),
        ("Chức vụ", "rank"),
        ("Nơi yên nghỉ", "place"),
        ("Ngày công nhận", "awarded"),
        ("Ghi chú", "told"),
    ],
)
def test_what_columns_may_be_called(tmp_path: Path, head: str, key: str) -> None:
    other = "" if key == "name" else "name,"
    rows, told = read(tmp_path, f"{other}{head}\n{'' if key == 'name' else 'Lý,'}x\n")
    assert told == []
    assert values(rows[0])[key] == "x"


def test_cells_and_where_each_stands(tmp_path: Path) -> None:
    rows, told = read(
        tmp_path,
        "\ufeffHọ và tên,Quê,Nguồn\n Lý Văn Tư ,,ky-yeu#3 so-tay#5\n,,\nLý Thị Hai,Xã Mây\n",
    )
    assert told == []
    assert list(map(values, rows)) == [
        {"name": "Lý Văn Tư", "cite": ["ky-yeu#3", "so-tay#5"]},
        {"name": "Lý Thị Hai", "home": "Xã Mây"},
    ]
    first, second = rows
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (str(first.position), str(second.position)) == ("lop.csv:2:1", "lop.csv:4:1")
    assert [str(key.position) for key in first] == ["lop.csv:2:1", "lop.csv:2:12"]
    assert [str(value.position) for value in second.values()] == ["lop.csv:4:1", "lop.csv:4:12"]
    name, cited = second["name"], first["cite"]
    assert isinstance(name, Text)
    assert name.quoted  # "1950" is a text, not a number
    assert isinstance(cited, Items)
    assert all(isinstance(one, Text) and one.quoted for one in cited)
    assert str(cited.position) == "lop.csv:2:12"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_separates_cells(tmp_path: Path, separator: str) -> None:
    text = f"Họ và tên{separator}Quê quán\nLý Văn Tư{separator}“a” b\n"
    rows, told = read(tmp_path, text)
    assert (list(map(values, rows)), told) == ([{"name": "Lý Văn Tư", "home": "“a” b"}], [])


def test_the_first_line_says_what_separates(tmp_path: Path) -> None:
    rows, told = read(tmp_path, "Họ và tên;Quê quán\nLý Văn Tư;a, b, c, d\n")
    assert (list(map(values, rows)), told) == ([{"name": "Lý Văn Tư", "home": "a, b, c, d"}], [])


COLUMNS = (
    "Cấp bậc, Họ và tên, Nguồn, Ngày mất, Ngày phong tặng, Ngày vào Đảng, Nhân vật, Như nguồn ghi, "
    "Năm sinh, Nơi hy sinh, Quê quán, Đơn vị"
)
NOT_CLOSED = (
    'ô “b” chạy sang dòng sau → thêm dấu ngoặc kép (") ở cuối ô, hoặc bỏ dấu ngoặc kép ở đầu ô; ô '
    "không xuống dòng"
)
NO_NAME = "dòng này không có họ và tên → ghi tên vào cột Họ và tên, hoặc xóa dòng"
NO_HEAD = (
    "dòng đầu của bảng không phải là tên cột → thêm dòng tên cột, hoặc xóa dòng đứng trước nó; các "
    f"cột: {COLUMNS}"
)
NO_ROWS = "1:1: lỗi: bảng không có dòng nào → ghi các dòng, hoặc xóa danh sách"
SLIPS = {
    "": ["1:1: lỗi: bảng trống → ghi dòng tên cột và các dòng"],
    "name\n": [NO_ROWS],
    "name,home\n,\n": [NO_ROWS],
    # the first line
    "STT,name\n1,a\n": ["1:1: lỗi: cột “STT” đánh số → xóa cột: trang tự đánh số"],
    "name,Số TT\na,1\n": ["1:6: lỗi: cột “Số TT” đánh số → xóa cột: trang tự đánh số"],
    "name,,home\na,b,c\n": ["1:6: lỗi: cột thứ 2 không có tên → ghi tên cột, hoặc xóa cột"],
    "name,Nơi hi sinh\na,b\n": [
        "1:6: lỗi: không có cột nào tên “Nơi hi sinh” → có phải ý bạn là “Nơi hy sinh”?"
    ],
    "name,xyz\na,b\n": [
        f"1:6: lỗi: không có cột nào tên “xyz” → dùng một trong các cột: {COLUMNS}"
    ],
    "name,Quê,Quê\na,b,c\n": ["1:10: lỗi: hai cột “Quê” → giữ một cột"],
    "name,Quê,home\na,b,c\n": ["1:10: lỗi: cột “home” trùng nghĩa với một cột trước → giữ một cột"],
    "home\nb\n": ["1:1: lỗi: bảng không có cột “Họ và tên” → thêm cột ấy"],
    "Lý Văn Tư,1950\nLý Thị Hai,1951\n": [f"1:1: lỗi: {NO_HEAD}"],
    "Danh sách,,\nname,home,\n": [f"1:1: lỗi: {NO_HEAD}"],
    # One word may be a column of another name.
    "xyz\na\n": [f"1:1: lỗi: không có cột nào tên “xyz” → dùng một trong các cột: {COLUMNS}"],
    # other lines; the sound ones are still read
    "name,home\na,b,c,d\ne,f\n": [
        "2:5: lỗi: dòng có 4 ô, nhiều hơn 2 cột → ô có dấu phẩy thì đặt trong ngoặc kép; ô thừa đầu "
        "tiên: “c”"
    ],
    "name,home\na,b,\nc,d\n": [
        "2:5: lỗi: dòng có 3 ô, nhiều hơn 2 cột → ô có dấu phẩy thì đặt trong ngoặc kép; ô thừa đầu "
        "tiên: “”"
    ],
    'name,home\na,"b\nc,d\n': [f"2:3: lỗi: {NOT_CLOSED}"],
    'name,home\na,"b\nc"\nd,e,f\n': [
        f"2:3: lỗi: {NOT_CLOSED}",
        "4:5: lỗi: dòng có 3 ô, nhiều hơn 2 cột → ô có dấu phẩy thì đặt trong ngoặc kép; ô thừa đầu "
        "tiên: “f”",
    ],
    "home,name\nb\n": [f"2:3: lỗi: {NO_NAME}"],
    "name,home\n,b\n": [f"2:1: lỗi: {NO_NAME}"],
    "home,name\nbc,\n": [f"2:4: lỗi: {NO_NAME}"],
    # letters
    "name\nL\u200bý\n": [
        "2:2: lỗi: có ký tự không dùng được U+200B (dấu cách không bề rộng) sau “L” → xóa ký tự đó, "
        "hoặc gõ lại đoạn này bằng tay"
    ],
}


@pytest.mark.parametrize("text", SLIPS)
def test_what_is_said_of_a_table(tmp_path: Path, text: str) -> None:
    _, told = read(tmp_path, text)
    assert told == [f"lop.csv:{line}" for line in SLIPS[text]]


def test_lines_that_are_right_are_read_beside_others(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "name,home\na,b,c\n,\n,x\nd,\ne,f\n")
    assert list(map(values, rows)) == [{"name": "d"}, {"name": "e", "home": "f"}]


@pytest.mark.parametrize(
    "text",
    ["STT,name\n1,a\n", "name\nL\u200bý\n", "name\nLy\u0301\n", "", "name\nLý".encode("utf-16")],
)
def test_a_table_that_cannot_be_read_has_no_rows(tmp_path: Path, text: str | bytes) -> None:
    rows, told = read(tmp_path, text)
    assert (rows, len(told)) == ([], 1)


def test_a_table_is_so_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rolls, "MAX_ROWS", 2)
    assert read(tmp_path, "name\na\nb\n")[1] == []
    assert read(tmp_path, "name\na\nb\nc\n") == (
        [],
        ["lop.csv:1:1: lỗi: bảng có 3 dòng, quá 2 → tách thành nhiều danh sách"],
    )
    head = 'name,home\na,"'
    _, (told,) = read(tmp_path, f"{head}b\n" + f"{'c' * 99}\n" * 2_000)
    assert told == f"lop.csv:2:3: lỗi: {NOT_CLOSED}"
    rows, told_of_rows = read(tmp_path, "name\n" + "a" * (MAX_BYTES - 5))
    assert (len(rows), told_of_rows) == (1, [])
    assert read(tmp_path, "name\n" + "a" * (MAX_BYTES - 4)) == (
        [],
        ["lop.csv:1:1: lỗi: tệp lớn hơn 1024 KiB → tách thành nhiều tệp nhỏ hơn"],
    )


# --- rolls and their tables -----------------------------------------------------------------


WITHOUT_A_ROLL = (
    f"{FOLDER}/{{stem}}.csv:1:1: lỗi: bảng “{{stem}}.csv” không thuộc danh sách nào → ghi danh sách có "
    "id: {stem} vào rolls.yml cạnh bảng, hoặc xóa bảng"
)


def site(root: Path, files: dict[str, str]) -> tuple[list[str], set[str], list[list[str]]]:
    """Return what is said of a site with `files` beside rolls.yml, what is unread, the names."""
    paths = {f"{FOLDER}/{name}": text for name, text in files.items()}
    records = read_records(write_site(root, {**CATALOGUES, **paths}))
    found = records.organizations["khoi"].get("rolls")
    names = [[row.name for row in roll.rows] for roll in found.rolls] if found else []  # type: ignore[attr-defined]
    return [str(problem) for problem in sorted(records.problems)], records.unread, names


def rolls_file(*ids: str, more: str = "") -> str:
    return "rolls:\n" + "".join(ROLL.format(id=one) for one in ids) + more


def test_each_roll_has_the_rows_of_its_table(tmp_path: Path) -> None:
    files = {
        "rolls.yml": rolls_file("lop-dau", "lop-sau"),
        "lop-sau.csv": "name\nLý Thị Hai\n",
        "lop-dau.csv": "name\nLý Văn Tư\nLý Văn Ba\n",
        ".lop-khac.csv": "x",
    }
    told, unread, names = site(tmp_path, files)
    assert [line.split(" → ")[0] for line in told] == [
        f"{FOLDER}/.lop-khac.csv:1:1: ghi chú: “.lop-khac.csv” là tệp ẩn: không được đọc, cũng không "
        "lên trang"
    ]
    assert (unread, names) == (
        {f"{FOLDER}/.lop-khac.csv"},
        [["Lý Văn Tư", "Lý Văn Ba"], ["Lý Thị Hai"]],
    )


def test_rolls_and_tables_that_lack_one_another(tmp_path: Path) -> None:
    files = {
        "rolls.yml": rolls_file("mot", "hai", "ba"),
        "ba.csv": "name\n",
        "thua.csv": "name\na\n",
        "mot-nua.csv": "name\na\n",
    }
    told, unread, _ = site(tmp_path, files)
    assert told == [
        f"{FOLDER}/ba.csv:{NO_ROWS}",
        WITHOUT_A_ROLL.format(stem="mot-nua"),
        *(
            f"{FOLDER}/rolls.yml:{line}:7: lỗi: danh sách “{one}” chưa có bảng {one}.csv → lưu bảng "
            f"thành CSV (UTF-8), đặt tên {one}.csv, cạnh tệp này"
            for line, one in ((2, "mot"), (6, "hai"))
        ),
        WITHOUT_A_ROLL.format(stem="thua"),
    ]
    assert unread == {f"{FOLDER}/rolls.yml"}


def test_a_table_without_any_roll(tmp_path: Path) -> None:
    told, unread, _ = site(tmp_path, {"thua.csv": "name\na\n", "events.yml": "events: []"})
    assert told == [WITHOUT_A_ROLL.format(stem="thua")]
    assert unread == set()


def test_rows_belong_into_the_table(tmp_path: Path) -> None:
    rows = "  rows:\n    - name: Lý Văn Tư\n"
    files = {
        "rolls.yml": rolls_file("mot", more=rows + ROLL.format(id="hai")),
        "mot.csv": "name\na\n",
        "hai.csv": "name\nb\n",
    }
    told, _, names = site(tmp_path, files)
    assert told == [
        f"{FOLDER}/rolls.yml:7:5: lỗi: các dòng của danh sách không viết ở đây → chuyển vào bảng "
        "mot.csv cạnh tệp này"
    ]
    assert names == [[], ["b"]]


def test_a_roll_without_an_id_hides_no_other(tmp_path: Path) -> None:
    text = "rolls:\n- kind: heroes\n- x\n- id: [a]\n" + ROLL.format(id="hai")
    told, _, _ = site(tmp_path, {"rolls.yml": text})
    assert f"{FOLDER}/rolls.yml:5:7: lỗi: danh sách “hai” chưa có bảng hai.csv" in {
        line.split(" → ")[0] for line in told
    }


def test_where_a_wrong_cell_stands(tmp_path: Path) -> None:
    files = {"rolls.yml": rolls_file("mot"), "mot.csv": "name,birth_date\na,1950\nbc,50\n"}
    told, _, _ = site(tmp_path, files)
    assert [line.split(" lỗi: ")[0] for line in told] == [f"{FOLDER}/mot.csv:3:4:"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_however_lines_end(tmp_path: Path, ends: str) -> None:
    rows, told = read(tmp_path, ends.join(["name,home", "a,b", "", "c,d", ""]))
    assert (list(map(values, rows)), told) == (
        [{"name": "a", "home": "b"}, {"name": "c", "home": "d"}],
        [],
    )
    assert str(rows[1].position) == "lop.csv:4:1"
