"""Comments and tracked changes of a Word copy are listed, each with its place and its fact."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scripts.remarks import main
from tests.intake.word_file import SPACES, document, paragraph, relations, run
from tests.small_site import write_site

COMMENTS = f"""<w:comments {SPACES}>
<w:comment w:id="0" w:author="Ông Tư">{paragraph("Xem lại")}{paragraph("con số này.")}</w:comment>
<w:comment w:id="1" w:author="Bà Năm">{paragraph("Thiếu tên.")}</w:comment>
</w:comments>"""
BODY = document(
    paragraph("Đảng bộ xã Mây Thượng", style="Heading1"),
    paragraph("Đoạn đầu."),
    paragraph(
        run("Năm 1955 có "),
        '<w:bookmarkStart w:id="7" w:name="dang-vien-1955"/><w:commentRangeStart w:id="0"/>',
        run("60 đảng viên"),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        '<w:bookmarkEnd w:id="7"/>',
        f'<w:ins w:id="9" w:author="Ông Tư">{run("chính thức")}</w:ins>',
        '<w:del w:id="10" w:author="Ông Tư"><w:r><w:delText>khoảng</w:delText></w:r></w:del>',
        run("."),
    ),
    paragraph("Đại hội", style="Heading1"),
    paragraph(run("Bầu Bí thư."), '<w:r><w:commentReference w:id="1"/></w:r>'),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    return write_site(root)


def copy_of(path: Path, body: str = BODY, comments: str = COMMENTS) -> Path:
    parts = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": relations(("comments", "comments.xml")),
        "word/comments.xml": comments,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return path


def test_each_remark_is_told_with_its_place(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(site), str(copy_of(tmp_path / "gop-y.docx"))]) == 0
    first = "“Đảng bộ xã Mây Thượng”, đoạn 2"
    chapter = "   chương: docs/may-thuong/index.md:6"
    fact = "   dữ kiện dang-vien-1955: data/organizations/may-thuong/statistics.yml:7"
    assert capsys.readouterr().out.splitlines() == [
        f"1. {first}: Ông Tư viết “Xem lại con số này.” (về “60 đảng viên”)",
        chapter,
        fact,
        f"2. {first}: Ông Tư thêm “chính thức”",
        chapter,
        fact,
        f"3. {first}: Ông Tư bỏ “khoảng”",
        chapter,
        fact,
        "4. “Đại hội”, đoạn 1: Bà Năm viết “Thiếu tên.”",
        "4 góp ý trong gop-y.docx.",
    ]


def test_what_is_no_word_copy_is_refused_in_one_line(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(site), str(tmp_path / "khong-co.docx")]) == 1
    assert capsys.readouterr().err.startswith("lỗi: không có tệp “")
    entities = '<!DOCTYPE x [<!ENTITY a "b">]><w:comments/>'
    assert main(["--root", str(site), str(copy_of(tmp_path / "a.docx", comments=entities))]) == 1
    assert "khai báo thực thể XML" in capsys.readouterr().err
    plain = copy_of(
        tmp_path / "b.docx", document(paragraph("Một đoạn.")), f"<w:comments {SPACES}/>"
    )
    assert main(["--root", str(site), str(plain)]) == 0
    assert capsys.readouterr().out == "Không có góp ý hay chỗ sửa nào trong b.docx.\n"
