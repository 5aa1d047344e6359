"""Which reader a document gets, by the end of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.intake.document import IntakeError
from macros.intake.odt import read_odt
from macros.intake.office import read_by_office
from macros.intake.pdf.file import ScanError, read_pdf
from macros.intake.pdf.scan import read_picture, read_scan
from macros.intake.plain import read_plain
from macros.intake.word.docx import read_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from macros.intake.document import Reading

_MACROS = frozenset({".docm", ".dotm", ".xlsm", ".pptm"})


def read(file: Path) -> Reading:
    """Return what a document says; raises IntakeError for one that cannot be read."""
    if not file.is_file():
        raise IntakeError(f"không có tệp “{file}”", "ghi đường dẫn đến tệp: FILE=…")
    suffix = file.suffix.lower()
    if suffix in _MACROS:
        remedy = "mở bằng Word, lưu thành .docx (không có macro) rồi chạy lại"
        raise IntakeError(f"“{file.name}” là tệp có macro", remedy)
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise IntakeError(
            f"chưa đọc được loại tệp “{suffix or file.name}”", f"lưu thành một trong: {known}"
        )
    return READERS[suffix](file)


def _read_any_pdf(file: Path) -> Reading:
    try:
        return read_pdf(file)
    except ScanError:
        return read_scan(file)


READERS: Mapping[str, Callable[[Path], Reading]] = {
    ".docx": read_docx,
    ".odt": read_odt,
    ".txt": read_plain,
    ".pdf": _read_any_pdf,
    ".doc": read_by_office,
    ".rtf": read_by_office,
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff"), read_picture),
}
