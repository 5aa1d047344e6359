"""Opens a PDF within limits of size, pages, time and memory."""

from __future__ import annotations

import logging
import resource
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from macros.intake.document import IntakeError
from macros.intake.pdf.read import PdfReader
from macros.system.time_limit import OutOfTimeError, limited_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.intake.document import Reading

MAX_FILE = 300 * 1024 * 1024
MAX_PAGES = 2_000
SECONDS = 600
"""Of a processor: a page takes about 0.06 s."""
MEMORY = 3 * 1024 * 1024 * 1024
MAX_LETTERS = 40_000
"""Of a page: a newspaper's has some 20,000."""
LOCK = "requirements/pdf.txt"
_FEW = 20
"""Letters of a page: fewer are no text, but a stamp or a page number over a scan."""
_STATM = Path("/proc/self/statm")
_SUSPECT = "không dùng tệp này; hỏi người gửi xin bản gốc"


def read_pdf(file: Path) -> Reading:
    """Return what a PDF says; raises IntakeError for one that cannot be read, or is a scan."""
    _refuse(file)
    try:
        with limited_time(SECONDS), limited_memory(MEMORY):
            return _read(file)
    except OutOfTimeError as error:
        raise IntakeError(f"đọc “{file.name}” quá lâu", _SUSPECT) from error
    except MemoryError as error:
        raise IntakeError(f"tệp “{file.name}” bung ra quá lớn (bom nén)", _SUSPECT) from error


def _refuse(file: Path) -> None:
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(1024)
    except OSError as error:
        message = f"không đọc được tệp “{file}”"
        raise IntakeError(message, "kiểm tra đường dẫn và quyền đọc tệp") from error
    if not size:
        raise IntakeError(f"tệp “{file.name}” rỗng (0 byte)", "chép lại tệp từ máy gốc")
    if b"%PDF-" not in head:
        raise IntakeError(f"tệp “{file.name}” không phải PDF", "chép lại tệp từ máy gốc")
    if size > MAX_FILE:
        message = f"tệp “{file.name}” lớn hơn {MAX_FILE // 1024 // 1024} MB"
        raise IntakeError(message, "tách tệp thành nhiều phần, mỗi phần một nguồn")


def _read(file: Path) -> Reading:
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError as error:
        message = "đọc PDF cần thư viện pdfplumber, máy này chưa có"
        raise IntakeError(message, f"chạy bằng make source, lệnh ấy tự cài {LOCK}") from error
    # It tells of every slip of a file in English; what matters is said here.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    reader = PdfReader()
    letters: list[int] = []
    try:
        with pdfplumber.open(file) as document:
            if len(document.pages) > MAX_PAGES:
                raise IntakeError(f"tệp “{file.name}” có quá {MAX_PAGES} trang", _SUSPECT)
            for page in document.pages:
                if len(page.chars) > MAX_LETTERS:
                    raise IntakeError(f"một trang của “{file.name}” có quá nhiều chữ", _SUSPECT)
                letters.append(reader.add(page))
                page.close()
    except (IntakeError, MemoryError):
        raise
    except Exception as error:  # pdfminer raises many kinds of its own for a damaged file
        if isinstance(error, PDFPasswordIncorrect) or "assword" in repr(error):
            remedy = "mở bằng mật khẩu, in ra PDF không mật khẩu rồi chạy lại"
            raise IntakeError(f"tệp “{file.name}” đặt mật khẩu", remedy) from error
        message = f"tệp “{file.name}” hỏng, không đọc được"
        raise IntakeError(message, "chép lại tệp từ máy gốc, hoặc xin bản Word") from error
    if sum(count < _FEW for count in letters) * 2 > len(letters):
        raise ScanError(file.name)
    return reader.read()


class ScanError(IntakeError):
    """A PDF whose pages are pictures."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” là bản quét, không có chữ", "xin bản Word, hoặc PDF có chữ")


@contextmanager
def limited_memory(size: int) -> Iterator[None]:
    """Raise MemoryError in the block where the process would take more than so many bytes more.

    A system that does not tell how many it has taken (macOS) has no limit.
    """
    try:
        used = int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
