"""Scans: the words of Tesseract become paragraphs, and those that it is not sure of are named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from macros.intake.document import IntakeError, Reading
from macros.intake.pdf import scan
from macros.intake.readers import read


def tsv(*lines: tuple[int, int, str]) -> list[dict[str, str]]:
    """Return rows as Tesseract has them; each line is its left and top in pixels, and its text."""
    rows = []
    for number, (left, top, text) in enumerate(lines, 1):
        common = {
            "block_num": "1",
            "par_num": "1",
            "line_num": str(number),
            "top": str(top),
            "height": "40",
        }
        rows.append(
            {**common, "level": "4", "left": str(left), "width": "1500", "text": "", "conf": "-1"}
        )
        x = left
        for word in text.split():
            conf = "40" if word.endswith("?") else "95"
            shown = word.removesuffix("?")
            rows.append(
                {
                    **common,
                    "level": "5",
                    "left": str(x),
                    "width": str(20 * len(shown)),
                    "text": shown,
                    "conf": conf,
                }
            )
            x += 20 * len(shown) + 15
    return rows


PAGE = tsv(
    (300, 200, "Ngày 02/3/1950, Tỉnh ủy ra Quyết định số 12-QĐÐ/TU về việc thành lập Ðảng"),
    (200, 260, "bộ xã Mây Thượng, có 40 đẳng? viên."),
    (300, 320, "Năm 1952, Đảng bộ xã Mây Thượng có sáu mươi đảng viên ở bốn chi bộ của các"),
    (200, 380, "thôn."),
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "quet.pdf"
    Image.new("RGB", (900, 1200), "white").save(path)
    return path


@pytest.fixture
def recognised(page: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(scan, "_require", lambda _: None)
    monkeypatch.setattr(scan, "_tesseract", lambda *_: PAGE)
    return read(page)


def test_words_become_paragraphs(recognised: Reading) -> None:
    assert [one.text for one in recognised.paragraphs] == [
        "Ngày 02/3/1950, Tỉnh ủy ra Quyết định số 12-QĐ/TU về việc thành lập Đảng bộ xã Mây Thượng, có 40 đẳng viên.",
        "Năm 1952, Đảng bộ xã Mây Thượng có sáu mươi đảng viên ở bốn chi bộ của các thôn.",
    ]
    assert recognised.ocr
    assert recognised.told[0] == "nhận dạng chữ bằng Tesseract: đọc lại từng đoạn trước khi dẫn"


def test_words_that_are_not_sure_are_named(recognised: Reading) -> None:
    assert [one.doubts for one in recognised.paragraphs] == [("từ không chắc: đẳng",), ()]


def test_without_tesseract_the_way_out_is_named(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(IntakeError, match="là bản quét: cần Tesseract") as refusal:
        read(page)
    assert (
        refusal.value.remedy
        == "xin bản có chữ, hoặc thêm INSTALL=1 (gói Debian tesseract-ocr tesseract-ocr-vie)"
    )


def test_what_is_no_picture_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_require", lambda _: None)
    (tmp_path / "a.png").write_bytes(b"GIF")
    with pytest.raises(IntakeError, match="không đọc được ảnh"):
        read(tmp_path / "a.png")


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_a_picture_of_a_page(tmp_path: Path) -> None:
    picture = Image.new("L", (1500, 400), 255)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 44)
    ImageDraw.Draw(picture).text((80, 100), "Đại hội họp năm 1952 ở xã Mây", font=font, fill=0)
    picture.save(tmp_path / "trang.png")
    try:
        found = read(tmp_path / "trang.png")
    except IntakeError as refusal:
        pytest.skip(refusal.message)
    assert [one.text for one in found.paragraphs] == ["Đại hội họp năm 1952 ở xã Mây"]
