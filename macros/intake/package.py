"""Opens the zip of an office document, and refuses what no office would send.

Nothing is unpacked to a disk, nothing is fetched, no entity is resolved. A part is read whole,
within a limit that counts bytes as they come and not as the file says.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from macros.intake.document import IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FILE = 100 * 1024 * 1024
"""Bytes of a document: a report with many photographs has some 50 MB."""
MAX_PARTS = 1_500
"""Files inside; a report with 300 pictures has some 400."""
MAX_UNPACKED = 500 * 1024 * 1024
MAX_PART = 64 * 1024 * 1024
"""Bytes of a part that is read: the text of a thousand pages has some 20 MB."""
MAX_RATIO = 300
"""How much smaller packed text may be: that of office programs is 10 to 60 times."""
_SMALL = 1024 * 1024
_MACROS = re.compile(r"(?i)vbaproject|vbadata|(?:^|/)basic/|(?:^|/)scripts/|macrosheets/")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAME_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)")
_REMOTE = re.compile(r"(?i)https?:|ftp:|smb:|mhtml:|\\\\|//|file:(?:\\\\|//[^/]|/{4})")
_LESS = "bỏ bớt ảnh trong tệp, lưu lại rồi chạy lại"
_AGAIN = "mở bằng Word, lưu lại thành .docx rồi chạy lại"
_SUSPECT = "không dùng tệp này; hỏi người gửi xin bản gốc"

Element: TypeAlias = Any
"""An lxml element; Any, because its stubs make every attribute and parent optional."""


class Package:
    """The parts of an office document, by their names.

    Raises IntakeError when it is opened, for a file that is damaged, locked or hostile.
    """

    def __init__(self, file: Path) -> None:
        self.name = file.name
        try:
            size = file.stat().st_size
            head = file.open("rb").read(8) if size else b""
        except OSError as error:
            raise IntakeError(
                f"không đọc được tệp “{file}”", "kiểm tra đường dẫn và quyền đọc tệp"
            ) from error
        self._refuse_other_forms(size, head)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise IntakeError(f"tệp “{self.name}” hỏng, không mở được", _AGAIN) from error
        self._parts = {one.filename: one for one in self._zip.infolist() if not one.is_dir()}
        self._refuse_hostile()

    def __enter__(self) -> Package:
        """Return the package itself, which is closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def _refuse_other_forms(self, size: int, head: bytes) -> None:
        if not size:
            raise IntakeError(f"tệp “{self.name}” rỗng (0 byte)", "chép lại tệp từ máy gốc")
        if size > MAX_FILE:
            limit = MAX_FILE // 1024 // 1024
            raise IntakeError(
                f"tệp “{self.name}” lớn hơn {limit} MB",
                _LESS,
            )
        if head == _OLE:
            raise IntakeError(
                f"tệp “{self.name}” đặt mật khẩu, hoặc là tệp Word kiểu cũ (.doc)",
                "mở bằng Word, bỏ mật khẩu, lưu thành .docx rồi chạy lại",
            )

    def _refuse_hostile(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS:
            raise IntakeError(f"tệp “{self.name}” có quá {MAX_PARTS} phần bên trong", _SUSPECT)
        if len({one.filename for one in entries}) < len(entries):
            raise IntakeError(f"tệp “{self.name}” có hai phần trùng tên bên trong", _SUSPECT)
        if sum(one.file_size for one in entries) > MAX_UNPACKED:
            raise IntakeError(f"tệp “{self.name}” bung ra quá lớn (bom nén)", _SUSPECT)
        for one in entries:
            if _NAME_OUTSIDE.search(one.filename):
                message = f"tệp “{self.name}” có đường dẫn ra ngoài: “{one.filename[:60]}”"
                raise IntakeError(message, _SUSPECT)
            if one.flag_bits & 0x1:
                remedy = "mở bằng Word, bỏ mật khẩu rồi lưu lại"
                raise IntakeError(f"tệp “{self.name}” đặt mật khẩu", remedy)
            if one.file_size > _SMALL and one.file_size > MAX_RATIO * max(one.compress_size, 1):
                raise IntakeError(f"tệp “{self.name}” bung ra quá lớn (bom nén)", _SUSPECT)
            if _MACROS.search(one.filename):
                remedy = "mở bằng Word, lưu thành .docx (không có macro) rồi chạy lại"
                raise IntakeError(f"tệp “{self.name}” có macro", remedy)

    def names(self) -> Iterator[str]:
        """Yield the names of the parts."""
        yield from self._parts

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None if there is none of that name."""
        entry = self._parts.get(name)
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as part:
                data = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise IntakeError(f"tệp “{self.name}” hỏng ở phần “{name[:60]}”", _AGAIN) from error
        if len(data) > MAX_PART:
            raise IntakeError(f"tệp “{self.name}” bung ra quá lớn (bom nén)", _SUSPECT)
        return data

    def xml(self, name: str) -> Element | None:
        """Return the root of a part in XML, None if there is none of that name."""
        data = self.read(name)
        return None if data is None else self._parsed(data, name)

    def _parsed(self, data: bytes, name: str) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
            raise IntakeError(f"tệp “{self.name}” có khai báo thực thể XML", _SUSPECT)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise IntakeError(f"tệp “{self.name}” hỏng ở phần “{name[:60]}”", _AGAIN) from error
        if root.getroottree().docinfo.doctype:  # in an encoding where the look above saw nothing
            raise IntakeError(f"tệp “{self.name}” có khai báo thực thể XML", _SUSPECT)
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part ("" for the package): type's last word, target, by id.

        A target is the name of a part; external ones are left out, and refused where an office
        program would fetch them by itself.
        """
        path = PurePosixPath(name)
        listed = self.xml((path.parent / "_rels" / f"{path.name}.rels").as_posix())
        found: dict[str, tuple[str, str]] = {}
        for one in listed if listed is not None else ():
            kind = one.get("Type", "").rpartition("/")[2]
            target = one.get("Target", "")
            if one.get("TargetMode") == "External":
                self._refuse_fetched(kind, target)
                continue
            found[one.get("Id", "")] = (kind, _within(path.parent, target))
        return found

    def _refuse_fetched(self, kind: str, target: str) -> None:
        """Refuse what is loaded from elsewhere without a click; a template of one's own is not."""
        remote = _REMOTE.match(target)
        if kind == "hyperlink" or (kind == "attachedTemplate" and not remote):
            return
        if kind == "image" and not remote:
            return
        message = f"tệp “{self.name}” gọi nội dung từ nơi khác: “{target[:60]}”"
        remedy = "mở bằng Word, ngắt liên kết (Tệp > Thông tin > Sửa liên kết) rồi lưu lại"
        raise IntakeError(message, remedy)


def _within(folder: PurePosixPath, target: str) -> str:
    """Return the name of the part that a relation of a part in `folder` leads to."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = [one for one in folder.parts if one != "."]
    for one in target.split("/"):
        if one == "..":
            del steps[-1:]
        elif one != ".":
            steps.append(one)
    return "/".join(steps)
