"""Slips in rolls and in their table files."""

from __future__ import annotations

from pathlib import Path

from tests.bad_input.slips import Edit, Slip, added, both, typed, written
from tests.small_site import CHAPTER

ROLLS = "data/organizations/may-thuong/rolls.yml"
TABLE = "data/organizations/may-thuong/bi-thu.csv"
ROLL = """\
rolls:
  - id: bi-thu
    kind: first-members
    title: Bí thư
    cite: ky-yeu#2-4
"""
ROWS = """\
Họ và tên,Ngày vào Đảng,Nhân vật
Lý Thị Mận,1952-05-10,ly-thi-man
Phùng Văn Khế,1957-06-12,
"""
RIGHT = both(written(ROLLS, ROLL), written(TABLE, ROWS))


def row(old: str, new: str) -> Edit:
    """Return an edit after which there is a roll with a slip in its table."""
    return both(RIGHT, typed(TABLE, old, new))


def roll(old: str, new: str) -> Edit:
    return both(RIGHT, typed(ROLLS, old, new))


def _without_table(root: Path) -> None:
    (root / TABLE).unlink()


def _without_roll(root: Path) -> None:
    (root / ROLLS).unlink()


def _from_excel(root: Path) -> None:
    (root / TABLE).write_bytes(ROWS.encode("utf-16"))


SLIPS = (
    Slip(
        "column of another name",
        row("Ngày vào Đảng", "Ngày vào đoàn"),
        TABLE,
        "Họ và tên",
        ("không có cột nào tên “Ngày vào đoàn”", "Ngày vào Đảng"),
    ),
    Slip(
        "quote that is not closed",
        row("Lý Thị Mận,1952", '"Lý Thị Mận,1952'),
        TABLE,
        '"Lý Thị Mận',
        ("chạy sang dòng sau", "dấu ngoặc kép"),
    ),
    Slip(
        "no line of names",
        row("Họ và tên,Ngày vào Đảng,Nhân vật\n", ""),
        TABLE,
        "Lý Thị Mận",
        ("dòng đầu của bảng không phải là tên cột", "Họ và tên, Nguồn"),
    ),
    Slip(
        "title above the line of names",
        row("Họ và tên", "DANH SÁCH BÍ THƯ,,\nHọ và tên"),
        TABLE,
        "DANH SÁCH",
        ("dòng đầu của bảng không phải là tên cột", "xóa dòng đứng trước nó"),
    ),
    Slip(
        "column of numbers",
        row("Họ và tên,Ngày", "STT,Ngày"),
        TABLE,
        "STT",
        ("cột “STT” đánh số", "trang tự đánh số"),
    ),
    Slip(
        "table without names",
        row("Họ và tên,", "Quê quán,"),
        TABLE,
        "Quê quán",
        ("bảng không có cột “Họ và tên”",),
    ),
    Slip("column twice", row("Nhân vật", "Họ tên"), TABLE, "Họ tên", ("trùng nghĩa",)),
    Slip(
        "day as printed",
        row("1957-06-12", "12/6/1957"),
        TABLE,
        "Phùng Văn Khế",
        ("1957-06-12",),
    ),
    Slip(
        "day that no source tells",
        row("1957-06-12", "1957-06-13"),
        TABLE,
        "Phùng Văn Khế",
        (r"rows.joined của bi-thu",),
    ),
    Slip(
        "name that no source tells",
        row("Phùng Văn Khế,1957-06-12", "Phùng Văn Khê,"),
        TABLE,
        "Phùng Văn Khê",
        (r"rows.name của bi-thu",),
    ),
    Slip(
        "row twice",
        row("Phùng Văn Khế,1957-06-12,\n", "Phùng Văn Khế,1957-06-12,\n" * 2),
        TABLE,
        "Phùng Văn Khế",
        ("“Phùng Văn Khế” trùng với dòng 3", "ghi điều phân biệt"),
    ),
    Slip(
        "comma in a cell",
        row("Phùng Văn Khế,1957-06-12,", "Phùng Văn Khế,1957-06-12,,xã Mây, huyện Mây"),
        TABLE,
        "Phùng Văn Khế",
        ("dòng có 5 ô, nhiều hơn 3 cột", "ngoặc kép"),
    ),
    Slip(
        "row without a name",
        row("Phùng Văn Khế,", ","),
        TABLE,
        "1957-06-12",
        ("dòng này không có họ và tên → .* cột Họ và tên",),
    ),
    Slip(
        "person of another name",
        row("Phùng Văn Khế,1957-06-12,", "Phùng Văn Khế,1957-06-12,ly-thi-man"),
        TABLE,
        "Phùng Văn Khế",
        ("“Phùng Văn Khế” không phải tên của nhân vật “ly-thi-man”",),
    ),
    Slip(
        "person who is nowhere",
        row("Phùng Văn Khế,1957-06-12,", "Phùng Văn Khế,1957-06-12,phung-van-khe-2"),
        TABLE,
        "Phùng Văn Khế",
        ("phung-van-khe-2",),
    ),
    Slip(
        "joined after death",
        row(
            "Ngày vào Đảng,Nhân vật\nLý Thị Mận,1952-05-10,ly-thi-man\nPhùng Văn Khế,1957-06-12,",
            "Ngày vào Đảng,Ngày mất\nLý Thị Mận,1957-06-12,1952-05-10",
        ),
        TABLE,
        "Lý Thị Mận",
        (r"ngày mất \(10/05/1952\) trước ngày vào đảng \(12/06/1957\)",),
    ),
    Slip(
        "roll without its table",
        both(RIGHT, _without_table),
        ROLLS,
        "id: bi-thu",
        ("danh sách “bi-thu” chưa có bảng bi-thu.csv", "CSV"),
    ),
    Slip(
        "table without a roll",
        both(RIGHT, _without_roll),
        TABLE,
        "",
        ("bảng “bi-thu.csv” không thuộc danh sách nào", "rolls.yml"),
    ),
    Slip(
        "rows in the record",
        roll("    cite:", "    rows: [Lý Thị Mận]\n    cite:"),
        ROLLS,
        "rows",
        ("các dòng của danh sách không viết ở đây", "bi-thu.csv"),
    ),
    Slip(
        "kind in words",
        roll("first-members", "đảng viên đầu tiên"),
        ROLLS,
        "kind",
        ("first-members",),
    ),
    Slip("table in another encoding", both(RIGHT, _from_excel), TABLE, "", ("UTF-16|UTF-8",)),
    Slip(
        "roll that is nowhere in a chapter",
        both(RIGHT, added(CHAPTER, '\n{{ roll("bi-thư") }}\n')),
        CHAPTER,
        "bi-thư",
        ("không có danh sách “bi-thư”", "bi-thu"),
    ),
)
