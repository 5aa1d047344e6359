"""`make source`: what is written where, what is told, and what is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.intake.document import Paragraph, Reading
from macros.intake.outline import sections, with_headings
from macros.intake.record import record
from macros.project.check import check_project
from macros.project.project import Project
from macros.project.transcriptions import remembered
from scripts.source import main
from tests.intake.word_file import note, notes, paragraph, row, run, table, word_file
from tests.small_site import write_site

RECORD = "data/sources/bao-cao.yml"
TURNED = "<w:r><w:lastRenderedPageBreak/></w:r>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return word_file(
        tmp_path / "Báo cáo.docx",
        paragraph("BÁO CÁO"),
        paragraph("I. TỔ CHỨC", style="Heading1"),
        paragraph("Ngày\u00a002/3/1950, thành lập Đảng bộ xã Mây\u200b Hạ", note(1), " có 30 đảng viên."),
        paragraph(TURNED, run("1. Xã", bold=True)),
        paragraph("Xã có hai", "<w:r><w:br/></w:r>", "thôn."),
        table(row("TT", "Năm", "Đảng viên"), row("1", "1955", "41")),
        footnotes=notes("footnote", "Theo Quyết định số 13-QĐ/TU."),
    )  # fmt: skip


def source(root: Path, file: Path, *more: str) -> int:
    return main([str(file), "--root", str(root), *more])


def first(root: Path, file: Path, *more: str) -> int:
    folder = root.parent / "phien-am"
    return source(
        root,
        file,
        "--id",
        "bao-cao",
        "--title",
        "Báo cáo năm 1955",
        "--sources",
        str(folder),
        *more,
    )


def test_a_document_becomes_a_source(
    root: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert first(root, report) == 0
    told = capsys.readouterr().out
    lines = (root.parent / "phien-am/bao-cao.txt").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "BÁO CÁO",
        "I. TỔ CHỨC",
        "Ngày 02/3/1950, thành lập Đảng bộ xã Mây Hạ(1) có 30 đảng viên.",
        "(1) Theo Quyết định số 13-QĐ/TU.",
        "1. Xã",
        "Xã có hai thôn.",
        "TT | Năm | Đảng viên",
        "1 | 1955 | 41",
    ]
    assert "Báo cáo.docx: đọc 8 đoạn (2 đề mục, 2 dòng bảng, 1 chú thích)" in told
    assert "1 dấu cách không ngắt, đã thay bằng dấu cách thường" in told
    assert "đoạn 6: nối dòng ngắt bằng tay" in told
    record = yaml.safe_load((root / RECORD).read_text(encoding="utf-8"))
    assert record["title"] == "Báo cáo năm 1955"
    assert record["headings"] == [
        {"paragraphs": "2-4", "title": "mục I", "pages": "1"},
        {"paragraphs": "5-8", "title": "mục I, mục 1", "pages": "2"},
    ]
    assert record["left_out"] == [{"paragraphs": "2,5", "reason": "heading"}]
    assert "# Ngày muộn nhất đọc được trong nguồn: 1950-03-02 (đoạn 3)." in (
        root / RECORD
    ).read_text(encoding="utf-8")
    assert (root / "data/sources/bao-cao.evidence.json").is_file()
    assert remembered(root) == root.parent / "phien-am"
    assert not list((root / "docs").rglob("*.txt"))


def test_the_check_asks_for_what_only_an_editor_knows(root: Path, report: Path) -> None:
    assert first(root, report) == 0
    told = [str(one) for one in check_project(Project(root)).problems]
    assert sum(RECORD in one for one in told) >= 3
    path = root / RECORD
    text = path.read_text(encoding="utf-8")
    for line, value in (
        ("kind:", "báo cáo"),
        ("status:", "final"),
        ("speaks_until:", '"1955"'),
        ("organizations:", "[may-thuong]"),
    ):
        text = text.replace(f"\n{line}\n", f"\n{line} {value}\n")
    path.write_text(text, encoding="utf-8")
    assert [str(one) for one in check_project(Project(root)).problems if RECORD in str(one)] == []


def test_paragraphs_are_printed_with_numbers_and_pages(
    root: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first(root, report)
    text = root.parent / "phien-am/bao-cao.txt"
    text.write_text(
        text.read_text(encoding="utf-8").replace("BÁO CÁO\n", "BÁO CÁO TỔNG KẾT\n"),
        encoding="utf-8",
    )
    capsys.readouterr()
    assert main(["--root", str(root), "--paragraphs", "bao-cao"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "đoạn 1: BÁO CÁO TỔNG KẾT"
    assert told[3] == "đoạn 4, tr. 1 [chú thích]: (1) Theo Quyết định số 13-QĐ/TU."
    assert told[4] == "đoạn 5, tr. 2 [đề mục]: 1. Xã"
    assert main(["--root", str(root), "--paragraphs", "bao-ca"]) == 1
    assert "lỗi: không có bản chép “bao-ca” → có phải SOURCE=bao-cao?" in capsys.readouterr().err


def test_a_text_mended_by_hand_is_not_overwritten(
    root: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first(root, report)
    text = root.parent / "phien-am/bao-cao.txt"
    text.write_text("Đã sửa tay.\n", encoding="utf-8")
    assert source(root, report, "--id", "bao-cao") == 1
    assert "khác với bản vừa đọc → thêm AGAIN=1 để thay" in capsys.readouterr().err
    assert text.read_text(encoding="utf-8") == "Đã sửa tay.\n"
    assert source(root, report, "--id", "bao-cao", "--again") == 0
    assert text.read_text(encoding="utf-8").startswith("BÁO CÁO\n")
    told = capsys.readouterr().out
    assert "đã có, giữ nguyên" in told
    assert "headings" not in told


def test_a_heading_that_came_with_a_new_version_is_told(
    root: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first(root, report)
    own = root / RECORD
    lines = own.read_text(encoding="utf-8").splitlines(keepends=True)
    own.write_text("".join(one for one in lines if '"mục I, mục 1"' not in one), encoding="utf-8")
    capsys.readouterr()
    assert source(root, report, "--id", "bao-cao", "--again") == 0
    told = capsys.readouterr().out.splitlines()
    at = told.index("Đề mục chưa có ở headings của tệp ấy: soát số đoạn rồi thêm dòng")
    assert '"mục I, mục 1"' in told[at + 1]
    added = own.read_text(encoding="utf-8").replace("headings:\n", f"headings:\n{told[at + 1]}\n")
    own.write_text(added, encoding="utf-8")
    assert source(root, report, "--id", "bao-cao", "--again") == 0
    assert "chưa có ở headings" not in capsys.readouterr().out


def test_a_month_later_than_every_day_is_the_latest() -> None:
    days = [Paragraph("Ngày 07/9/2024 có bão."), Paragraph("Từ ngày 3 đến ngày 5/9/2024 họp.")]
    assert "Ngày muộn nhất đọc được trong nguồn: 2024-09-07 (đoạn 1)" in record(
        "A", Reading((*days,))
    )
    later = [Paragraph("Mây Thượng, tháng 10/2024"), *days]
    told = "Tháng muộn nhất đọc được trong nguồn: 2024-10 (đoạn 1)"
    assert told in record("A", Reading((*later,)))


def refused(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    before = sorted(root.parent.rglob("*"))
    assert main([*arguments, "--root", str(root)]) == 1
    assert sorted(root.parent.rglob("*")) == before
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


def test_refusals_are_one_line_and_write_nothing(
    root: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = [str(report), "--title", "Báo cáo"]
    outside = ["--sources", str(tmp_path / "phien-am")]
    assert "chưa biết để bản chép ở đâu → thêm SOURCES=" in refused(root, capsys, *named)
    assert "nằm trong kho mã" in refused(
        root, capsys, *named, "--sources", str(root / "data/sources")
    )
    assert "chưa có tên nguồn → thêm TITLE=" in refused(root, capsys, str(report), *outside)
    assert "mã nguồn “Báo Cáo” không đúng dạng" in refused(
        root, capsys, *named, *outside, "--id", "Báo Cáo"
    )
    assert "không có tệp “x.docx”" in refused(root, capsys, "x.docx", "--title", "X", *outside)
    empty = word_file(tmp_path / "trong.docx", paragraph())
    assert "không có chữ nào đọc được" in refused(
        root, capsys, str(empty), "--title", "X", *outside
    )
    wrapped = word_file(
        tmp_path / "ngat.docx", *[paragraph("Đây là một dòng bị ngắt giữa câu vì chép từ tệp PDF"), paragraph("nên dòng sau viết thường")] * 4
    )  # fmt: skip
    assert "bị ngắt dòng giữa câu" in refused(root, capsys, str(wrapped), "--title", "X", *outside)


def test_headings_without_styles() -> None:
    found = with_headings(
        [
            Paragraph("PHẦN THỨ NHẤT: KẾT QUẢ"),
            Paragraph("I. TỔ CHỨC"),
            Paragraph("1. Đảng viên", bold=True),
            Paragraph("Lời kể.", bold=True),
            Paragraph("1.2. Chi bộ", bold=True),
            Paragraph("Có 3 chi bộ."),
            Paragraph("2. Một câu in thường, không phải đề mục"),
        ]
    )
    assert [one.kind for one in found] == ["heading"] * 3 + ["text", "heading", "text", "text"]
    assert [(one.title, one.first, one.last) for one in sections(found)] == [
        ("phần thứ nhất, mục I, mục 1", 1, 4),
        ("phần thứ nhất, mục I, mục 1.2", 5, 7),
    ]
    [only] = sections(with_headings([Paragraph("PHẦN II"), Paragraph("Lời.")]))
    assert only.title == "phần II"
    [only] = sections(with_headings([Paragraph("CHƯƠNG I. NHỮNG NĂM ĐẦU"), Paragraph("Lời.")]))
    assert only.title == "chương I"


def test_a_text_that_may_be_published_is_written_in_place(
    root: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("--id", "luat", "--title", "Luật Mây", "--published")
    assert source(root, report, *given, "ban-quyen") == 1
    assert "PUBLISHED là một trong: legal-text" in capsys.readouterr().err
    assert source(root, report, *given, "permission") == 1
    assert "thêm LICENCE=" in capsys.readouterr().err
    source(root, report, *given, "permission", "--licence", "Công văn số 5")
    record = yaml.safe_load((root / "data/sources/luat.yml").read_text(encoding="utf-8"))
    assert record["published"] == {"reason": "permission", "licence": "Công văn số 5"}
    assert (root / "data/sources/luat.txt").read_text(encoding="utf-8").startswith("BÁO CÁO\n")
    assert (root / "data/sources/luat.evidence.json").is_file()
    assert [one.name for one in (root / ".cache/drafts").iterdir()] == ["luat.map.json"]
    assert remembered(root) is None
