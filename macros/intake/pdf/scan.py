"""Reads scans by Tesseract with its Vietnamese model: pages as pictures, words with their places.

Its words go the way of those of a PDF with text. Its confidence marks a fifth of its mistakes only:
every paragraph is to be read by a person, whatever it says.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from statistics import median
from typing import TYPE_CHECKING, Any

from PIL import Image, UnidentifiedImageError

from macros.intake.document import IntakeError, Paragraph, Reading
from macros.intake.pdf.lines import Word
from macros.intake.pdf.read import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PACKAGES = "tesseract-ocr tesseract-ocr-vie"
DPI = 300
"""Of pages that are drawn from a PDF; most scans have 200 to 300."""
MOST_PIXELS = 60_000_000
MAX_PAGES = 500
SECONDS = 120
"""For a page, which takes some three."""
SURE = 70
"""Of a hundred; a word below is named."""
_POINTS = 72
_TWICE = re.compile("[ĐÐ]{2}|Ð")
_MOST_NAMED = 6


def read_scan(file: Path) -> Reading:
    """Return what a scanned PDF says; raises IntakeError also where Tesseract is not there."""
    _require(file.name)
    return _recognised(_pages_of_pdf(file), file.name)


def read_picture(file: Path) -> Reading:
    """Return what the picture of a page says, or the pages of a .tif."""
    _require(file.name)
    return _recognised(_frames(file), file.name)


def _require(name: str) -> None:
    program = shutil.which("tesseract")
    languages = ""
    if program is not None:
        listed = [program, "--list-langs"]
        languages = subprocess.run(listed, capture_output=True, text=True, check=False).stdout  # noqa: S603
    if program is None or "vie" not in languages.split():
        message = f"“{name}” là bản quét: cần Tesseract với tiếng Việt, máy này chưa có"
        raise IntakeError(message, f"xin bản có chữ, hoặc thêm INSTALL=1 (gói Debian {PACKAGES})")


def _pages_of_pdf(file: Path) -> Iterator[Image.Image]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        message = f"không đọc được bản quét “{file.name}”"
        raise IntakeError(message, "chép lại tệp từ máy gốc") from error
    try:
        if len(document) > MAX_PAGES:
            remedy = "tách tệp thành nhiều phần, mỗi phần một nguồn"
            raise IntakeError(f"bản quét “{file.name}” có quá {MAX_PAGES} trang", remedy)
        for page in document:
            width, height = page.get_size()
            scale = min(DPI / _POINTS, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
            yield page.render(scale=scale, grayscale=True).to_pil()
    finally:
        document.close()


def _frames(file: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(file) as picture:
            if picture.width * picture.height > MOST_PIXELS * 2:
                raise IntakeError(f"ảnh “{file.name}” quá lớn", "thu nhỏ ảnh rồi chạy lại")
            for number in range(min(getattr(picture, "n_frames", 1), MAX_PAGES)):
                picture.seek(number)
                yield picture.convert("L")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise IntakeError(f"không đọc được ảnh “{file.name}”", "chép lại tệp từ máy gốc") from error


def _recognised(pages: Iterable[Image.Image], name: str) -> Reading:
    reader = PdfReader()
    unsure: set[str] = set()
    for page in pages:
        rows = _tesseract(page, name)
        reader.add_words(_words(rows), page.height * _POINTS / DPI)
        unsure.update(row["text"] for row in rows if 0 <= float(row["conf"]) < SURE)
    reading = reader.read()
    paragraphs = tuple(_named(one, unsure) for one in reading.paragraphs)
    told = ("nhận dạng chữ bằng Tesseract: đọc lại từng đoạn trước khi dẫn", *reading.told)
    return Reading(paragraphs, told, reading.pages, ocr=True)


def _named(one: Paragraph, unsure: set[str]) -> Paragraph:
    """Return a paragraph with its words of low confidence named."""
    words = [word for word in one.text.split() if word in unsure]
    if not words:
        return one
    more = " …" if len(words) > _MOST_NAMED else ""
    told = f"từ không chắc: {', '.join(words[:_MOST_NAMED])}{more}"
    return Paragraph(
        one.text, one.kind, one.level, one.cells, one.page, (*one.doubts, told), one.bold
    )


def _tesseract(page: Image.Image, name: str) -> list[dict[str, str]]:
    """Return the rows of Tesseract's table for a page: boxes in pixels, text, confidence."""
    data = io.BytesIO()
    page.save(data, "PNG", dpi=(DPI, DPI))
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--dpi", str(DPI), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=data.getvalue(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            # With threads of its own it takes several times as long on a machine with other work.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError) as error:
        message = f"Tesseract không đọc được một trang của “{name}”"
        raise IntakeError(message, "quét lại trang ấy, hoặc xin bản có chữ") from error
    text = done.stdout.decode("utf-8", "replace")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def _words(rows: list[dict[str, str]]) -> list[Word]:
    """Return the words of a page in points; the letters of a line are as large as the line."""
    heights: dict[tuple[str, ...], float] = {}
    for row in rows:
        if row["level"] == "4":
            heights[_line(row)] = float(row["height"])
    usual = median(heights.values()) if heights else 0.0
    scale = _POINTS / DPI
    found = []
    for row in rows:
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text:
            continue
        row["text"] = text = _TWICE.sub("Đ", text)
        size = heights.get(_line(row), usual)
        size = usual if 0.72 * usual < size < 1.6 * usual else size
        x, y = float(row["left"]) * scale, float(row["top"]) * scale
        wide, high = float(row["width"]) * scale, float(row["height"]) * scale
        found.append(Word(text, x, x + wide, y, y + high, size * scale, "", bold=False))
    return found


def _line(row: dict[str, Any]) -> tuple[str, ...]:
    return (row["block_num"], row["par_num"], row["line_num"])
