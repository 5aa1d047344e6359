"""A PDF with text: lines become the paragraphs that their author made."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from weasyprint import HTML

from macros.intake.clean import cleaned
from macros.intake.document import CELLS, IntakeError, Paragraph, Reading
from macros.intake.pdf import file
from macros.intake.pdf.file import ScanError, read_pdf
from macros.intake.pdf.tables import whole_rows
from macros.system.time_limit import OutOfTimeError

STYLE = """
@page { size: 12cm 16cm; margin: 2cm 1.5cm;
  @top-right { content: "LỊCH SỬ XÃ MÂY"; font-size: 8pt }
  @bottom-center { content: "- " counter(page) " -"; font-size: 9pt }
  @footnote { border-top: 0.5pt solid; padding-top: 3pt } }
body { font: 10pt 'Noto Serif', 'DejaVu Serif'; text-align: justify }
p { margin: 0 0 3pt; text-indent: 1cm } .h { font-weight: bold; text-indent: 0 }
.fn { float: footnote; font-size: 7.5pt; text-indent: 0 }
.fn::footnote-call { content: counter(footnote); font-size: 6.5pt; vertical-align: super }
.fn::footnote-marker { content: counter(footnote) " "; font-size: 6pt; vertical-align: super }
table { border-collapse: collapse } td { border: 0.5pt solid; padding: 2pt }
"""
LONG = (
    "Ngày 02/3/1950, Tỉnh ủy Sông Mây ra Quyết định số 12-QĐ/TU thành lập Đảng bộ xã Mây Thượng, có 40 đảng viên "
    "sinh hoạt ở bốn chi bộ của các thôn Đông, thôn Đoài, thôn Thượng và thôn Hạ."
)
BODY = [
    ("h", "I. TỔ CHỨC"),
    ("p", LONG),
    ("p", "Hai."),
    ("p", f"{LONG} Đến năm 1952, số chi bộ ở xã tăng lên sáu."),
    ("h", "1. Đại hội"),
    *[("p", f"Kỳ thứ {number}. {LONG}") for number in range(1, 9)],
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    note = '<span class="fn">Theo Quyết định số 13-QĐ/TU của Tỉnh ủy Sông Mây, bản lưu ở Văn phòng Tỉnh ủy.</span>'
    body = "".join(f'<p class="{kind}">{text}</p>' for kind, text in BODY).replace(
        "Hai.", f"Hai{note} thôn."
    )
    table = "<table><tr><td>TT</td><td>Chỉ tiêu</td><td>1952</td></tr><tr><td>1</td><td>Số đảng<br>viên</td><td>60</td></tr></table>"
    path = tmp_path_factory.mktemp("pdf") / "bao-cao.pdf"
    HTML(
        string=f"<html lang='vi'><style>{STYLE}</style><body>{body}{table}<p>Hết.</p></body></html>"
    ).write_pdf(path)
    return path


@pytest.fixture(scope="module")
def found(report: Path) -> Reading:
    return cleaned(read_pdf(report))


def test_paragraphs_are_whole_over_lines_and_pages(found: Reading) -> None:
    wanted = [text.replace("Hai.", "Hai(1) thôn.") for _, text in BODY]
    texts = [one.text for one in found.paragraphs if one.kind == "text"]
    assert texts == [*wanted, "Hết."]
    assert [one.text for one in found.paragraphs if one.bold] == ["I. TỔ CHỨC", "1. Đại hội"]


def test_notes_follow_their_paragraph_and_rows_are_rows(found: Reading) -> None:
    texts = [one.text for one in found.paragraphs]
    at = texts.index("Hai(1) thôn.")
    assert (
        texts[at + 1]
        == "(1) Theo Quyết định số 13-QĐ/TU của Tỉnh ủy Sông Mây, bản lưu ở Văn phòng Tỉnh ủy."
    )
    assert found.paragraphs[at + 1].kind == "note"
    rows = [one for one in found.paragraphs if one.kind == "row"]
    assert [one.text for one in rows] == ["TT | Chỉ tiêu | 1952", "1 | Số đảng viên | 60"]
    assert rows[1].cells == ("1", "Số đảng viên", "60")


def test_a_note_whose_number_is_set_without_a_space(tmp_path: Path) -> None:
    style = STYLE.replace('content: counter(footnote) " "', "content: counter(footnote)")
    style = style.replace("@top-right", "@top-left-corner").replace('"LỊCH SỬ XÃ MÂY"', "none")
    body = f'<p>Hai<span class="fn">Lời của Tỉnh ủy Sông Mây.</span> thôn.</p><p>{LONG}</p>'
    path = tmp_path / "lien.pdf"
    HTML(string=f"<style>{style}</style><body>{body}</body>").write_pdf(path)
    found = cleaned(read_pdf(path)).paragraphs
    assert [(one.kind, one.text) for one in found] == [
        ("text", "Hai(1) thôn."),
        ("note", "(1) Lời của Tỉnh ủy Sông Mây."),
        ("text", LONG),
    ]


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        (("(người)", "", ""), ["Dân số (người) | 1.240 | 1.615"]),
        (("và nhân khẩu", "", ""), ["Dân số và nhân khẩu | 1.240 | 1.615"]),
        (("Kinh tế", "", ""), ["Dân số | 1.240 | 1.615", "Kinh tế | |"]),
        (("(người)", "2", ""), ["Dân số | 1.240 | 1.615", "(người) | 2 |"]),
        (("", "", "(gần)"), ["Dân số | 1.240 | 1.615 (gần)"]),
    ],
)
def test_a_row_over_the_end_of_a_page_is_one(second: tuple[str, ...], rows: list[str]) -> None:
    def row(cells: tuple[str, ...], page: int) -> Paragraph:
        return Paragraph(" ".join(CELLS.join(cells).split()), "row", cells=cells, page=page)

    first = ("Dân số", "1.240", "1.615")
    assert [one.text for one in whole_rows([row(first, 2), row(second, 3)])] == rows
    apart = [row(first, 2), row(second, 2)]
    assert whole_rows(apart) == apart
    between = [row(first, 2), Paragraph("(1) Lời.", "note", page=2), row(second, 3)]
    assert whole_rows(between) == between


def test_page_heads_go_and_page_numbers_are_those_of_print(found: Reading) -> None:
    assert "bỏ đầu trang, chân trang: “LỊCH SỬ XÃ MÂY”" in found.told
    assert found.pages == "số trang in trên trang"
    pages = [one.page for one in found.paragraphs]
    assert pages[0] == 1
    assert pages == sorted(pages, key=lambda one: one or 0)
    assert (pages[-1] or 0) >= 3


def test_a_font_left_over_from_an_old_encoding_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from collections import Counter

    from macros.intake.fonts import in_unicode
    from macros.intake.pdf.lines import Line, Word

    letters = [{"fontname": "ABCDEF+.VnTime", "size": 12.0}]
    words = [
        Word.of(
            {"text": text, "x0": x, "x1": x + 20.0, "top": 0.0, "bottom": 12.0, "chars": letters}
        )
        for text, x in (("H\xad¬ng", 0.0), ("\xadíc", 30.0))
    ]
    assert in_unicode(Line(words, 1).pieces(), Counter()) == "Hương ước"


def test_a_scan_is_told_as_one(tmp_path: Path) -> None:
    Image.new("RGB", (300, 400), "white").save(tmp_path / "quet.pdf")
    with pytest.raises(ScanError, match="là bản quét, không có chữ"):
        read_pdf(tmp_path / "quet.pdf")


def test_a_locked_file_is_refused(tmp_path: Path, report: Path) -> None:
    with pikepdf.open(report) as document:
        document.save(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(IntakeError, match="đặt mật khẩu"):
        read_pdf(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "rỗng"), (b"GIF89a", "không phải PDF"), (b"%PDF-1.4\n1 0 obj", "hỏng, không đọc được|bản quét")],
)  # fmt: skip
def test_damaged_files_are_refused(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(IntakeError, match=told):
        read_pdf(tmp_path / "a.pdf")


def test_limits(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, told in (
        ("MAX_PAGES", "có quá 1 trang"),
        ("MAX_LETTERS", "quá nhiều chữ"),
        ("MAX_FILE", "lớn hơn 0 MB"),
    ):
        with monkeypatch.context() as context:
            context.setattr(file, name, 1)
            with pytest.raises(IntakeError, match=told):
                read_pdf(report)

    def slow(_: Path) -> Reading:
        raise OutOfTimeError

    monkeypatch.setattr(file, "_read", slow)
    with pytest.raises(IntakeError, match="quá lâu"):
        read_pdf(report)
