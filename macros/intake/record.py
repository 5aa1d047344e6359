"""The record of a new source: what its document tells, and empty lines for what an editor knows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.dates.printed import find_dates
from macros.intake.outline import sections
from macros.model.codes import SOURCE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.intake.document import Paragraph, Reading
    from macros.intake.outline import Section

_POINT = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_RECORD = """\
# Mỗi dòng bỏ trống dưới đây make check nhắc cho đến khi ghi xong; dòng không cần thì xóa.
title: {title}
# Loại, ví dụ: lịch sử đảng bộ, báo cáo chính trị, kỷ yếu.
kind:
# Tình trạng: {statuses}.
status:
{latest}# Thời điểm cuối mà nguồn nói đến.
speaks_until:
# Mã các tổ chức được nói đến, ví dụ: [may-thuong, dang-bo-may-thuong]
organizations:
# Bỏ dấu # ở dòng cần dùng:
# issuer: cơ quan soạn hoặc ban hành
# symbol: số, ký hiệu
# date: ngày của nguồn, trong dấu nháy kép
"""
_OCR = """\
# Bản chép do máy nhận dạng từ ảnh quét. Đọc lại đoạn nào với bản quét thì ghi số đoạn ấy vào read,
# ví dụ read: "1-12,15"; dữ kiện của các đoạn khác được ghi là “đối chiếu với bản nhận dạng”.
ocr: true
"""


def record(title: str, reading: Reading) -> str:
    """Return the text of `data/sources/<id>.yml` for a new source.

    The day or month that the text names last is told in a comment, for the editor to judge.
    """
    statuses = ", ".join(f"{one.code} ({one.word})" for one in SOURCE_STATUSES.entries)
    text = _RECORD.format(
        title=quoted(title), statuses=statuses, latest=_latest(reading.paragraphs)
    )
    text += "".join(_headings(reading.paragraphs))
    if lines := _runs([n for n, one in enumerate(reading.paragraphs, 1) if one.kind == "heading"]):
        text += f'left_out:\n  - {{ paragraphs: "{lines}", reason: heading }}\n'
    return text + (_OCR if reading.ocr else "")


def unlisted(written: str, reading: Reading) -> list[str]:
    """Return the headings of a document that the record of its source, `written`, does not list.

    Each is a line for `headings`, as :func:`record` writes it.
    """
    return [
        line.strip()
        for one, line in zip(
            _titled(reading.paragraphs), [*_headings(reading.paragraphs)][1:], strict=True
        )
        if not re.search(rf"""title: ["']?{re.escape(one.title)}["']?\s*[,}}\n]""", written)
    ]


def _titled(paragraphs: Sequence[Paragraph]) -> list[Section]:
    return [one for one in sections(paragraphs) if one.title]


def _headings(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    found = _titled(paragraphs)
    if found:
        yield "headings:\n"
    for one in found:
        pages = ""
        if one.pages:
            first, last = one.pages
            pages = f', pages: "{first}"' if first == last else f', pages: "{first}-{last}"'
        yield (
            f'  - {{ paragraphs: "{one.first}-{one.last}", title: {quoted(one.title)}{pages} }}\n'
        )


def _runs(numbers: list[int]) -> str:
    """Return numbers as ranges: `1-2,12`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _latest(paragraphs: Sequence[Paragraph]) -> str:
    """Return a comment with the latest day or month that the text names, "" for none."""
    found = [
        (point, number)
        for number, one in enumerate(paragraphs, start=1)
        for date in find_dates(one.text)
        for text in date.edtf
        for point in text.split("/")
        if _POINT.fullmatch(point)
    ]
    if not found:
        return ""
    # A month is later than each of its days: nobody knows on which of them it was.
    point, number = max(found, key=lambda each: (f"{each[0]}-99"[:10], each[1]))
    unit = "Ngày" if len(point) == 10 else "Tháng"
    return f"# {unit} muộn nhất đọc được trong nguồn: {point} (đoạn {number}).\n"


def quoted(text: str) -> str:
    """Return a text as a value of YAML, in quotation marks."""
    return json.dumps(text, ensure_ascii=False)
