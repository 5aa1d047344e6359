"""Reads .doc and .rtf: LibreOffice makes a .docx of them, which is read as every other.

It runs without a window, in a folder of its own that is gone afterwards, for a limited time. What a
document could make it do (macros, objects, templates from elsewhere) is looked for before.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from macros.intake.document import IntakeError
from macros.intake.package import MAX_FILE
from macros.intake.word.docx import read_docx

if TYPE_CHECKING:
    from macros.intake.document import Reading

PROGRAMS = ("soffice", "libreoffice")
PACKAGE = "libreoffice-writer-nogui"
SECONDS = 180
"""A report of 300 pages takes some ten."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HOSTILE = {
    ".doc": (
        (re.compile(re.escape("_VBA_PROJECT".encode("utf-16-le"))), "có macro"),
        (re.compile(re.escape("EncryptedPackage".encode("utf-16-le"))), "đặt mật khẩu"),
    ),
    ".rtf": (
        (re.compile(rb"\\obj(?:data|update|class|autlink)\b"), "có tệp nhúng bên trong"),
        (re.compile(rb"(?i)\\\*\\template\s+(?:https?:|\\\\)"), "gọi nội dung từ nơi khác"),
        (re.compile(rb"(?i)INCLUDE(?:TEXT|PICTURE)|DDEAUTO|DDE\s"), "gọi nội dung từ nơi khác"),
    ),
}
_SAVE = "mở bằng Word, lưu thành .docx rồi chạy lại"


def read_by_office(file: Path) -> Reading:
    """Return what a .doc or .rtf says; raises IntakeError also where there is no LibreOffice."""
    suffix = file.suffix.lower()
    size = file.stat().st_size
    if not size:
        raise IntakeError(f"tệp “{file.name}” rỗng (0 byte)", "chép lại tệp từ máy gốc")
    if size > MAX_FILE:
        raise IntakeError(f"tệp “{file.name}” lớn hơn {MAX_FILE // 1024 // 1024} MB", _SAVE)
    data = file.read_bytes()
    if data.startswith(b"PK"):
        return read_docx(file)
    if not data.lstrip().startswith(b"{\\rtf") and not data.startswith(_OLE):
        raise IntakeError(f"tệp “{file.name}” hỏng, hoặc không phải tệp {suffix}", _SAVE)
    # Word opens either by its content, whatever its name.
    for pattern, told in _HOSTILE[".doc" if data.startswith(_OLE) else ".rtf"]:
        if pattern.search(data):
            raise IntakeError(f"tệp “{file.name}” {told}", _SAVE)
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise IntakeError(
            f"đọc tệp {suffix} cần LibreOffice, máy này chưa có",
            f"lưu thành .docx, hoặc thêm INSTALL=1 (gói Debian {PACKAGE})",
        )
    with TemporaryDirectory(prefix="nguon-") as folder:
        return read_docx(_converted(program, file, data, Path(folder)))


def _converted(program: str, file: Path, data: bytes, folder: Path) -> Path:
    """Return the .docx that LibreOffice makes; it reads a copy in a folder of its own."""
    copy = folder / f"van-ban{file.suffix.lower()}"
    copy.write_bytes(data)
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(folder / 'nguoi-dung').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "ra"), str(copy),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice không đọc xong tệp “{file.name}” sau {SECONDS} giây"
        raise IntakeError(message, _SAVE) from error
    made = folder / "ra" / "van-ban.docx"
    if not made.is_file():
        raise IntakeError(f"LibreOffice không đọc được tệp “{file.name}”", _SAVE)
    return made
