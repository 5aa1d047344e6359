"""`make remarks`: comments and tracked changes of a Word copy, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.intake.document import IntakeError
from macros.intake.word.places import Places, UnknownVolumeError
from macros.intake.word.reviewed import read_reviewed
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from macros.intake.word.reviewed import Remark
    from macros.messages.output import Output

_LONGEST = 120


def remarks(root: Path, file: Path) -> Output:
    """List what the readers of a Word copy remarked; the exit status is 1 if it cannot be read."""
    try:
        if not file.name:
            raise IntakeError("thiếu FILE", "ghi đường dẫn: FILE=ban-gop-y.docx")
        if not file.is_file():
            raise IntakeError(f"không có tệp “{file}”", "ghi đường dẫn: FILE=ban-gop-y.docx")
        places = Places(root)
        copy = read_reviewed(file, places.sections)
        volume = places.volume_of(copy)
    except UnknownVolumeError as unknown:
        message = f"“{file.name}” là bản Word của một tập không có ở đây (dấu trang {unknown})"
        remedy = "chạy lệnh này trong thư mục nội dung của tập ấy (ROOT=…)"
        yield from error_lines([one_line(f"lỗi: {message} → {remedy}")])
        return WRONG
    except IntakeError as refusal:
        yield from error_lines([one_line(f"lỗi: {refusal.message} → {refusal.remedy}")])
        return WRONG
    for number, one in enumerate(copy.remarks, start=1):
        yield Line(one_line(f"{number}. {_where(one)}: {_said(one)}"))
        if line := places.line(one):
            yield Line(f"   chương: {line}")
        for fact in places.facts(one, volume):
            yield Line(f"   dữ kiện {fact.name}: {fact.position}")
    counted = f"{len(copy.remarks)} góp ý" if copy.remarks else "Không có góp ý hay chỗ sửa nào"
    yield Line(f"{counted} trong {file.name}.")
    return DONE


def _where(one: Remark) -> str:
    return f"“{one.heading}”, đoạn {one.paragraph}" if one.heading else f"đoạn {one.paragraph}"


def _said(one: Remark) -> str:
    about = f" (về “{_short(one.words)}”)" if one.words else ""
    return f"{one.author or 'không tên'} {one.kind} “{_short(one.said)}”{about}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
