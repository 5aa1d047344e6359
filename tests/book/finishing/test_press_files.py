"""What `make press` and `make book PROOF=1` give out, and what they tell."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from macros.book.build import DRAFT, PRESS, build
from macros.book.finishing.draft import A4, Draft, lines, to_draft
from macros.book.finishing.files import FACE
from macros.book.finishing.jacket import LETTERED, sheet_of, spine_of
from macros.book.finishing.pdf_x import POINT
from macros.book.finishing.preflight.report import Subject, examine
from macros.book.formats import FORMATS
from macros.book.printing_house import PrintingHouse
from macros.model.edition import Paper
from tests.book.finishing.conftest import task
from tests.book.reading import Book
from tests.snapshots import assert_snapshot

ROOT = Path(__file__).parents[3]
SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(scope="module")
def given(site: Path) -> tuple[dict[str, bytes], list[str]]:
    """Return the files for a press by name, and what was told."""
    monkey = pytest.MonkeyPatch()
    monkey.setenv("SOURCE_DATE_EPOCH", "1000000000")
    result = build(task(site, PRESS, folder="press"))
    monkey.undo()
    files = {path.name: path.read_bytes() for path in (site / "press").iterdir()}
    return files, [str(one) for one in result.problems]


def test_a_press_gets_text_cover_deposit_and_report(given: Any) -> None:
    files, _ = given
    assert sorted(files) == [
        "may-thuong-bia.pdf", "may-thuong-kiem-tra.txt", "may-thuong-luu-tru.pdf",
        "may-thuong-ruot.pdf",
    ]  # fmt: skip


def test_a_picture_with_too_few_points_is_told_and_the_files_are_written(given: Any) -> None:
    _, told = given
    assert len(told) == 1
    assert told[0].startswith("dist/press/may-thuong-ruot.pdf:1:1: cảnh báo: hình ở trang ")
    assert told[0].endswith("→ thay hình lớn hơn, hoặc hỏi nhà in xem có in được không")


def test_the_report(given: Any) -> None:
    files, _ = given
    text = files["may-thuong-kiem-tra.txt"].decode()
    # How many pages, links and colours there are follows from how the volume is set.
    counted = re.compile(r"^(- Gáy|- hình|Khổ|Màu|Hình|Liên kết)")
    kept = [
        re.sub(r"\d+(,\d+)?", "#", line) if counted.match(line) else line
        for line in text.splitlines()
        if not line.startswith(("Phông", "Số trang"))
    ]
    assert_snapshot(SNAPSHOTS / "kiem-tra.txt", "\n".join(kept))


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (45, "45; 6 tay 8 trang, còn 3 trang trắng; 3 tay 16 trang, còn 3 trang trắng"),
        (16, "16; 2 tay 8 trang, vừa đủ; 1 tay 16 trang, vừa đủ"),
        (24, "24; 3 tay 8 trang, vừa đủ; 2 tay 16 trang, còn 8 trang trắng"),
    ],
)
def test_pages_are_counted_in_signatures(pages: int, told: str) -> None:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(160 * POINT, 240 * POINT))
    target = io.BytesIO()
    pdf.save(target)
    verdict = examine(Subject("a.pdf", "ruột", target.getvalue(), "", (), folded=True))
    rows = {row.label: row.text for row in verdict.rows}
    assert rows["Số trang"] == told
    assert rows["Khổ sau xén"] == f"160 × 240 mm ({pages} trang)"


def test_two_builds_give_the_same_bytes(
    site: Path, given: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    build(task(site, PRESS, folder="again"))
    files, _ = given
    again = {path.name: path.read_bytes() for path in (site / "again").iterdir()}
    assert again == files


def test_a_profile_that_is_none_is_told_in_one_line(site: Path) -> None:
    path = site / "nha-in.icc"
    path.write_text("không phải hồ sơ", encoding="utf-8")
    for profile, why in (
        (path, "không phải tệp hồ sơ màu ICC"),
        (site / "khong-co.icc", "không đọc được (No such file or directory)"),
    ):
        asked = replace(task(site, PRESS, folder="none"), printing_house=PrintingHouse(profile))
        assert [str(one) for one in build(asked).problems] == [
            f"{profile}:1:1: lỗi: hồ sơ màu {why} "
            "→ ghi ICC=đường-dẫn tới tệp .icc mà nhà in gửi, hoặc cài gói libgs-common"
        ]
    assert not (site / "none").exists()


def test_the_spine_follows_from_pages_and_paper() -> None:
    assert spine_of(200, None) == 10.0
    assert spine_of(201, Paper(thickness=100, cover=300)) == 10.7
    sheet = sheet_of(FORMATS["16x24"], 10.0)
    assert (sheet.width, sheet.height) == (336.0, 246.0)
    assert sheet.folds == (160.0, 170.0)
    assert sheet.lettered
    assert not sheet_of(FORMATS["A5"], LETTERED - 0.1).lettered


def test_the_cover_is_one_sheet_with_title_and_state(given: Any, tmp_path: Path) -> None:
    files, _ = given
    path = tmp_path / "bia.pdf"
    path.write_bytes(files["may-thuong-bia.pdf"])
    command = ["pdftotext", str(path), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = " ".join(told.split())
    assert "Đảng bộ xã Mây Thượng" in text
    assert text.count("Bản thảo") == 2
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
        trim = [float(side) for side in pdf.pages[0].obj.TrimBox]
        spine = spine_of(len(pikepdf.open(io.BytesIO(files["may-thuong-ruot.pdf"])).pages), None)
        assert (trim[2] - trim[0]) / POINT == pytest.approx(320 + spine, abs=0.1)
        content = pdf.pages[0].Contents.read_bytes()
        # Two marks at each corner, two at each end of the spine.
        assert content.count(b" l S") == 12


# --- the sheets of a draft ----------------------------------------------------------------------


def test_a_draft_has_sheets_with_numbered_lines(site: Path) -> None:
    result = build(task(site, DRAFT, folder="draft"))
    assert not result.failed
    book = Book(site / "draft/may-thuong-ban-thao.pdf")
    text = book.page_text(3)
    assert "BẢN THẢO" in text
    for number in range(1, len(book.reader.pages) + 1):
        assert f"Trang {number}" in book.page_text(number)
        assert "BẢN THẢO" in book.page_text(number)
    page = book.reader.pages[8]
    assert float(page.mediabox.width) / POINT == pytest.approx(A4[0], abs=0.1)
    assert float(page.mediabox.height) / POINT == pytest.approx(A4[1], abs=0.1)


def test_lines_are_counted_as_a_reader_counts_them(pages: bytes) -> None:
    told = Draft("bản thảo", "Sách", "Phiên bản 1", top=21, bottom=20)
    sheets = to_draft(pages, told, ROOT / FACE)
    with pikepdf.open(io.BytesIO(pages)) as pdf, pikepdf.open(io.BytesIO(sheets)) as drawn:
        assert len(pdf.pages) == len(drawn.pages)
        for page in pdf.pages:
            found = lines(page)
            assert all(a - b > 4 for a, b in pairwise(found))
    assert to_draft(pages, told, ROOT / FACE) == sheets


def test_a_raised_number_is_no_line_of_its_own(tmp_path: Path) -> None:
    from weasyprint import HTML

    html = (
        "<style>@page{size:300px 300px;margin:20px}p{margin:0;font:12px/16px serif}"
        "sup{font-size:7px;line-height:0;vertical-align:super}</style>"
        "<p>Một<sup>1</sup> hai<br>ba<sup>2</sup><br>bốn</p>"
    )
    path = tmp_path / "a.pdf"
    HTML(string=html).write_pdf(path)
    with pikepdf.open(path) as pdf:
        assert len(lines(pdf.pages[0])) == 3
