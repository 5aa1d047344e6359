"""A list of committee members becomes memberships: each row is told, only clear ones are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of
from macros.intake.document import IntakeError
from macros.intake.roster import sheet
from macros.project.check import check_project
from macros.project.project import Project
from scripts.roster import main
from tests.intake.sheet_file import BOOK, OFFICE, RELATIONS, sheet_file
from tests.small_site import LEADERSHIP, put, write_site

LIST = """\
Danh sách Ban Chấp hành: ông Đinh Văn Cả, Ủy viên từ ngày 15/9/1961 đến năm 1965; bà Lý Thị Mận, Ủy viên từ năm 1961; ông Phùng Văn Khế, Bí thư từ ngày 12/6/1957.
"""
HEAD = ["TT", "HỌ VÀ TÊN", "Chuc vu", "Từ ngày", "den ngay", "Ngày sinh", "Ghi chú"]
ROWS: list[list[object]] = [
    ["DANH SÁCH BAN CHẤP HÀNH"],
    HEAD,
    [1, "Đ/c ĐINH VĂN CẢ", "Ủy viên", date(1961, 9, 15), 1965, "1930", ""],
    [2, "Lý  Thị Mận", "Ủy viên", 1961, "nay", "", ""],
    [3, "Phùng Văn Khế", "Bí thư", "12/6/1957", "", "", ""],
    [],
    [4, "Ly Thi Man", "Ủy viên", 1961, "", "", ""],
    [5, "Hà Văn Tư", "Thủ quỹ", "31/2/1961", "", "", ""],
    [6, "Hà Thị Năm", "Ủy viên", 22450, "", "", ""],
    [7, "Đinh Văn Cả", "Ủy viên", 1961, "", "", ""],
    ["", "Tổng cộng: 7"],
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    put(
        root,
        "data/posts.yml",
        "roles:\n  - { id: secretary, label: Bí thư, seats: 1, order: 10 }\n"
        "  - { id: member, label: Ủy viên, order: 20 }\n",
    )
    put(
        root,
        "data/sources/danh-sach.yml",
        'title: Danh sách\nkind: danh sách\nstatus: final\nspeaks_until: "1965"\n',
    )
    text = tmp_path / "danh-sach.txt"
    text.write_text(LIST, encoding="utf-8")
    evidence = dump(from_transcription(text, lexicon_of(load_archive(root)[0])))
    evidence_path(root, "danh-sach").write_text(evidence, encoding="utf-8")
    return root


def imported(root: Path, file: Path, *more: str, cite: str = "danh-sach#1") -> int:
    own = ["--root", str(root), "--organization", "may-thuong", "--cite", cite]
    return main([*own, *more, str(file)])


def test_each_row_is_told_and_nothing_is_written(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / LEADERSHIP).read_bytes()
    assert imported(site, sheet_file(tmp_path / "a.xlsx", ROWS)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a.xlsx:3: mới: Đinh Văn Cả (dinh-van-ca), Ủy viên, 1961-09-15 đến 1965",
        "a.xlsx:4: đã biết: Lý Thị Mận (ly-thi-man), Ủy viên, 1961; “nay” không phải ngày thôi "
        "chức: để trống",
        "a.xlsx:5: đã có: Phùng Văn Khế (phung-van-khe), Bí thư, 1957-06-12",
        "a.xlsx:7: chưa rõ: Ly Thi Man, Ủy viên, 1961; có phải Lý Thị Mận (ly-thi-man)? ghi mã "
        "vào cột Mã, người khác thì mã mới",
        "a.xlsx:8: chưa rõ: Hà Văn Tư (ha-van-tu); chức danh “Thủ quỹ” không có trong posts.yml; "
        "từ “31/2/1961” không đọc được là ngày",
        "a.xlsx:9: chưa rõ: Hà Thị Năm (ha-thi-nam), Ủy viên; từ “22450”: ô ngày bị đổi thành "
        "số, ghi lại ngày",
        "a.xlsx:10: trùng tên: Đinh Văn Cả, Ủy viên, 1961; cùng tên với dòng 3; cùng một người "
        "thì ghi dinh-van-ca vào cột Mã",
        "Không dùng các cột: Ngày sinh.",
        "1 mới, 1 đã biết, 1 đã có, 1 trùng tên, 3 chưa rõ.",
        "Chưa ghi gì; đúng rồi thì chạy lại với APPLY=1, dòng chưa rõ thì sửa trong bảng.",
    ]
    assert (site / LEADERSHIP).read_bytes() == before


def test_clear_rows_are_written_once(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sheet_file(tmp_path / "a.xlsx", ROWS)
    assert imported(site, file, "--apply") == 0, capsys.readouterr().err
    found = yaml.safe_load((site / LEADERSHIP).read_text(encoding="utf-8"))["memberships"]
    assert found[2:] == [
        {
            "id": "uy-vien-dinh-van-ca-1961",
            "person": "dinh-van-ca",
            "post": "member",
            "start_date": "1961-09-15",
            "end_date": "1965",
            "cite": "danh-sach#1",
        },
        {
            "id": "uy-vien-ly-thi-man-1961",
            "person": "ly-thi-man",
            "post": "member",
            "start_date": "1961",
            "cite": "danh-sach#1",
        },
    ]
    assert [str(one) for one in check_project(Project(site)).problems] == []
    assert imported(site, file, "--apply") == 0
    told = capsys.readouterr().out
    assert "Đã ghi 0/7 dòng" in told
    assert "dữ liệu đã có lần giữ chức ấy (1961-09-15, mã uy-vien-dinh-van-ca-1961)" in told


def test_numbers_that_name_their_kind_are_numbers(tmp_path: Path) -> None:
    plain = sheet.read_rows(sheet_file(tmp_path / "a.xlsx", ROWS))
    assert sheet.read_rows(sheet_file(tmp_path / "b.xlsx", ROWS, typed=' t="n"')) == plain
    row = '<row r="1"><c r="A1" t="d"><v>1961-09-15T00:00:00</v></c><c r="B1" t="d"><v>?</v></c></row>'
    part = {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{row}</sheetData></worksheet>"}
    ((_, cells),) = sheet.read_rows(sheet_file(tmp_path / "c.xlsx", [], part))
    assert [(one.text, one.day) for one in cells] == [
        ("1961-09-15", date(1961, 9, 15)),
        ("?", None),
    ]


def test_a_second_sheet_is_not_lost_without_a_word(tmp_path: Path) -> None:
    second = '<sheet name="B" sheetId="2" r:id="rId2"/></sheets>'
    target = "worksheets/sheet2.xml"
    relation = (
        f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="{target}"/></Relationships>'
    )
    more: dict[str, str | bytes] = {
        "xl/workbook.xml": BOOK.replace("</sheets>", second),
        "xl/_rels/workbook.xml.rels": RELATIONS.replace("</Relationships>", relation),
        f"xl/{target}": "<worksheet><sheetData/></worksheet>",
    }
    assert sheet.read_rows(sheet_file(tmp_path / "a.xlsx", ROWS, more))
    cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
    more[f"xl/{target}"] = f"<worksheet><sheetData>{cell}</sheetData></worksheet>"
    with pytest.raises(IntakeError, match="hơn một trang tính có chữ"):
        sheet.read_rows(sheet_file(tmp_path / "b.xlsx", ROWS, more))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Họ tên;Chức danh;Từ năm\r\nĐinh Văn Cả;Ủy viên;1961\r\n", "utf-8-sig"),
        ("ho ten\tchuc vu\tthoi gian\nĐinh Văn Cả\tỦy viên\t1961 - 1965\n", "utf-16"),
        ('Ghi chú,Họ và tên,Chức vụ,Từ\n"a, b",Đinh Văn Cả,Ủy viên,1961\n', "utf-8"),
    ],
)
def test_a_csv_of_any_kind_is_read(
    site: Path, tmp_path: Path, text: str, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(text.encode(encoding))
    assert imported(site, file) == 0
    assert "a.csv:2: mới: Đinh Văn Cả (dinh-van-ca), Ủy viên, 1961" in capsys.readouterr().out


def test_hostile_and_wrong_files_are_refused_in_one_line(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet, "MAX_ROWS", 50)
    row: list[object] = ["", "Đinh Văn Cả", "Ủy viên", 1961]
    bomb = {"xl/media/a.bin": bytes(40_000_000)}
    entities = {"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'}
    files = {
        "ô C3 là công thức": [HEAD, row, [*row[:2], '=HYPERLINK("http://a.b")']],
        "ô B3: ô": [],
        "có quá 50 dòng": [HEAD, *[row] * 60],
        "không có dòng tên cột": [row],
        "không có ô nào có chữ": [[]],
    }
    for told, rows in files.items():
        if rows:
            assert imported(site, sheet_file(tmp_path / "a.xlsx", rows)) == 1
            err = capsys.readouterr().err
            assert told.replace("ô C3", "ô C3: ô") in err
            assert err.count("\n") == 1
    for more, told in (
        (bomb, "bom nén"),
        (entities, "thực thể XML"),
        ({"xl/vbaProject.bin": b"x"}, "có macro"),
    ):
        assert imported(site, sheet_file(tmp_path / "a.xlsx", [HEAD, row], more)) == 1
        err = capsys.readouterr().err
        assert told in err
        assert "Word" not in err
    for name, data, told in (
        ("a.csv", b"Ho ten,Tu\n=cmd|' /C calc'!A0,1961\n", "ô là công thức"),
        ("a.pdf", b"%PDF", "không phải .xlsx hay .csv"),
        ("b.xlsx", b"PK\x03\x04", "hỏng, không mở được"),
    ):
        (tmp_path / name).write_bytes(data)
        assert imported(site, tmp_path / name) == 1
        assert told in capsys.readouterr().err
    assert imported(site, tmp_path / "khong-co.xlsx") == 1
    assert "không có tệp" in capsys.readouterr().err


def test_what_the_source_lacks_is_refused_whole(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / LEADERSHIP).read_bytes()
    rows: list[list[object]] = [HEAD, ["", "Đinh Văn Cả", "Ủy viên", 1971]]
    assert imported(site, sheet_file(tmp_path / "a.xlsx", rows), "--apply") == 1
    assert "Chưa ghi dòng nào" in capsys.readouterr().err
    assert (site / LEADERSHIP).read_bytes() == before
    assert not (site / "data/people/dinh-van-ca.yml").exists()
    file = sheet_file(tmp_path / "a.xlsx", ROWS)
    assert imported(site, file, cite="") == 0
    assert "chưa có trích dẫn" in capsys.readouterr().out
    assert main(["--root", str(site), "--organization", "may", str(file)]) == 1
    assert "không có tổ chức “may”" in capsys.readouterr().err
