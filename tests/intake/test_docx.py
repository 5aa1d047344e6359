"""What a .docx says: everything that print shows, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.intake.document import Reading
from macros.intake.readers import read
from tests.intake.word_file import (
    SPACES,
    cell,
    levels,
    note,
    notes,
    numbering,
    paragraph,
    row,
    run,
    table,
    word_file,
)


def reading(tmp_path: Path, *blocks: str, **more: str) -> Reading:
    return read(word_file(tmp_path / "bao-cao.docx", *blocks, **more))


def texts(found: Reading) -> list[str]:
    return [one.text for one in found.paragraphs]


def test_paragraphs_headings_and_runs(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        paragraph("I. TỔ CHỨC", style="Heading1"),
        paragraph("1. Xã Mây", style="Muc"),
        paragraph("Năm 1950, ", run("xã Mây", bold=True), " có 40 đảng", " viên."),
        paragraph(),
        paragraph("Hết."),
    )
    assert texts(found) == ["I. TỔ CHỨC", "1. Xã Mây", "Năm 1950, xã Mây có 40 đảng viên.", "Hết."]
    assert [(one.kind, one.level) for one in found.paragraphs] == [
        ("heading", 1), ("heading", 2), ("text", 0), ("text", 0)
    ]  # fmt: skip


def test_insertions_stay_and_deletions_go(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>39</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('đi chỗ khác')}</w:moveFrom><w:moveTo>{run(' đến đây')}</w:moveTo>"
    ended = "<w:rPr><w:del/></w:rPr>"
    found = reading(
        tmp_path,
        paragraph("Có ", deleted, f"<w:ins>{run('40')}</w:ins>", " người", moved, "."),
        paragraph("Câu này ", more=ended),
        paragraph("liền một đoạn."),
        table(row("xóa", "cả dòng", properties="<w:del/>"), row("giữ", "dòng này")),
        f"<w:ins>{paragraph('Đoạn chèn.')}</w:ins>",
    )
    assert texts(found) == [
        "Có 40 người đến đây.", "Câu này liền một đoạn.", "giữ | dòng này", "Đoạn chèn."
    ]  # fmt: skip
    assert "bỏ 2 chỗ đã xóa trong chế độ theo dõi thay đổi" in found.told
    assert "bỏ 1 dòng bảng đã xóa trong chế độ theo dõi thay đổi" in found.told


def test_automatic_numbers_are_those_of_print(tmp_path: Path) -> None:
    lists = numbering(
        levels(
            ("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")
        ),
        levels(("bullet", "\uf0b7"), name=1),
        nums={
            1: (0, ""),
            2: (0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
            3: (1, ""),
        },
    )
    found = reading(
        tmp_path,
        paragraph("Tổ chức", listed=(1, 0)),
        paragraph("Xã", listed=(1, 1)),
        paragraph("Thôn", listed=(1, 2)),
        paragraph("Xóm", listed=(1, 3)),
        paragraph("Xóm khác", listed=(1, 3)),
        paragraph("Thôn khác", listed=(1, 2)),
        paragraph("Gạch", listed=(3, 0)),
        paragraph("Nhân sự", listed=(1, 0)),
        paragraph("Lại từ đầu", listed=(1, 1)),
        paragraph("Năm", listed=(2, 0)),
        paragraph("Sáu", listed=(2, 0)),
        paragraph("Không số", listed=(0, 0)),
        numbering=lists,
    )
    assert texts(found) == [
        "I. Tổ chức", "1. Xã", "1.1. Thôn", "a) Xóm", "b) Xóm khác", "1.2. Thôn khác", "- Gạch",
        "II. Nhân sự", "1. Lại từ đầu", "V. Năm", "VI. Sáu", "Không số",
    ]  # fmt: skip


def test_a_number_may_come_from_a_style(tmp_path: Path) -> None:
    styles = f"""<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="De"><w:name w:val="heading 2"/>
        <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""
    level = '<w:lvl w:ilvl="1"><w:pStyle w:val="De"/><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %2."/></w:lvl>'
    lists = numbering(
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>', nums={1: (0, "")}
    )
    found = reading(
        tmp_path, paragraph("Phạm vi", style="De"), paragraph("Đối tượng", style="De"), styles=styles, numbering=lists
    )  # fmt: skip
    assert texts(found) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]


def test_notes_follow_their_paragraph(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        paragraph("Nghị quyết", note(2), " và chỉ thị", note(1), "."),
        table(row(cell(paragraph("Ô có chú thích", note(3))), "ô khác")),
        paragraph("Kết", note(1, "endnote"), "."),
        footnotes=notes("footnote", "Chỉ thị số 1.", "Nghị quyết số 2.", "Theo biểu 3."),
        endnotes=notes("endnote", "Hết báo cáo."),
    )
    assert texts(found) == [
        "Nghị quyết(1) và chỉ thị(2).", "(1) Nghị quyết số 2.", "(2) Chỉ thị số 1.",
        "Ô có chú thích(3) | ô khác", "(3) Theo biểu 3.", "Kết(i).", "(i) Hết báo cáo.",
    ]  # fmt: skip
    assert [one.kind for one in found.paragraphs].count("note") == 4


def test_tables_row_by_row_on_one_grid(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    nested = table(row("trong", "bảng"))
    found = reading(
        tmp_path,
        table(
            row("TT", cell("Chỉ tiêu", properties='<w:gridSpan w:val="2"/>')),
            row(cell("1", properties=down), "Đảng viên", "40"),
            row(cell("", properties=on), "", "41"),
            row("2", cell("Hai", "dòng"), cell(nested)),
            row("", "", ""),
        ),
        table(row("Một khung chữ."), row("Hai khung.")),
    )
    assert texts(found) == [
        "TT | Chỉ tiêu", "1 | Đảng viên | 40", "| | 41", "2 | Hai dòng | trong / bảng",
        "Một khung chữ.", "Hai khung.",
    ]  # fmt: skip
    assert found.paragraphs[0].cells == ("TT", "Chỉ tiêu", "")
    assert found.paragraphs[2].cells == ("", "", "41")


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Trong hộp.')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = reading(tmp_path, paragraph("Đoạn có hộp", drawing, "."), paragraph("Sau."))
    assert texts(found) == ["Đoạn có hộp.", "Trong hộp.", "Sau."]
    assert found.paragraphs[1].kind == "box"


def test_page_furniture_and_contents_are_left_out(tmp_path: Path) -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('I. Tổ chức 2')}</w:sdtContent></w:sdt>"
    )
    head = f"<w:hdr {SPACES}>{paragraph('LỊCH SỬ XÃ MÂY')}</w:hdr>"
    foot = f"<w:ftr {SPACES}>{paragraph('12')}</w:ftr>"
    found = reading(
        tmp_path, contents, paragraph("II. Khác 3", style="TOC1"), paragraph("Lời."), header1=head, footer1=foot
    )  # fmt: skip
    assert texts(found) == ["Lời."]
    assert "bỏ mục lục tự động: 2 dòng" in found.told
    assert "bỏ đầu trang, chân trang: “LỊCH SỬ XÃ MÂY”" in found.told


def test_pages_are_those_of_the_last_layout(tmp_path: Path) -> None:
    turned = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = reading(
        tmp_path, paragraph("Trang một."), paragraph("Sang ", turned, "trang."), paragraph(turned, "Trang ba.")
    )  # fmt: skip
    assert [one.page for one in found.paragraphs] == [1, 1, 3]
    assert found.pages
    assert [one.page for one in reading(tmp_path, paragraph("Một.")).paragraphs] == [None]


def test_breaks_by_hand(tmp_path: Path) -> None:
    turn = "<w:r><w:br/></w:r>"
    found = reading(
        tmp_path,
        paragraph("LỊCH SỬ", turn, "XÃ MÂY", style="Heading1"),
        paragraph("Xã có hai", turn, "thôn."),
        paragraph("Gồm:", turn, "- Thôn Đông;", turn, "- Thôn Đoài."),
    )
    assert texts(found) == [
        "LỊCH SỬ XÃ MÂY",
        "Xã có hai thôn.",
        "Gồm:",
        "- Thôn Đông;",
        "- Thôn Đoài.",
    ]
    assert [bool(one.doubts) for one in found.paragraphs] == [False, True, True, True, True]


def test_what_is_not_printed_is_left_out(tmp_path: Path) -> None:
    placeholder = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm vào đây')}</w:sdtContent></w:sdt>"
    field = "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    found = reading(
        tmp_path,
        paragraph("Chữ", run(" ẩn", more="<w:vanish/>"), placeholder, field, "<w:hyperlink><w:r><w:t>, liên kết.</w:t></w:r></w:hyperlink>"),
    )  # fmt: skip
    assert texts(found) == ["Chữ, liên kết."]
    assert "bỏ 1 chỗ chữ ẩn (không in ra)" in found.told


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (".VnTime", "H\xad¬ng \xadíc x· M©y", "Hương ước xã Mây"),
        (".VnTimeH", "x· M©y", "XÃ MÂY"),
        ("VNI-Times", "Höông öôùc xaõ Maây", "Hương ước xã Mây"),
        (".VnTime", "Hương ước xã Mây", "Hương ước xã Mây"),
        ("Times New Roman", "Hương ước xã Mây", "Hương ước xã Mây"),
    ],
)  # fmt: skip
def test_the_font_says_which_encoding(tmp_path: Path, font: str, typed: str, meant: str) -> None:
    # A letter of VNI may be parted among two runs.
    middle = len(typed) // 2
    pieces = [run(one, font) for one in (typed[:middle], typed[middle:])]
    assert texts(reading(tmp_path, paragraph(*pieces))) == [meant]


def test_the_font_of_a_style_counts_and_soft_hyphens_of_word_are_letters(tmp_path: Path) -> None:
    found = reading(
        tmp_path, paragraph(run("H"), "<w:r><w:softHyphen/></w:r>", run("¬ng"), style="Cu")
    )
    assert texts(found) == ["Hương"]


def test_a_strict_file_is_read_too(tmp_path: Path) -> None:
    from tests.intake.word_file import packed, parts

    content = {
        name: data.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        if isinstance(data, str) else data
        for name, data in parts(paragraph("Một đoạn.")).items()
    }  # fmt: skip
    assert texts(read(packed(tmp_path / "a.docx", content))) == ["Một đoạn."]
