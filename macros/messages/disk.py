"""Errors of the disk, in an editor's words."""

from __future__ import annotations

import errno
import os

from macros.messages.problems import Position, Problem


def disk_problem(error: OSError, path: str) -> Problem | None:
    """Return the problem for an error of the disk, reported at `path`; None for any other error."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(Position(path), "ổ đĩa đã đầy", "dọn bớt chỗ rồi chạy lại")
    if error.errno == errno.EFBIG:
        message = "hệ thống không cho ghi tệp lớn như vậy"
        return Problem(Position(path), message, "nới giới hạn cỡ tệp (ulimit -f) rồi chạy lại")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        where = f"vào {os.fsdecode(error.filename)}" if error.filename else "vào ổ đĩa này"
        message = f"không được phép ghi {where}"
        return Problem(Position(path), message, "xem quyền của thư mục và ổ đĩa ấy")
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        where = os.fsdecode(error.filename or path)
        message = f"không ghi được {where}: chỗ ấy có một tệp và một thư mục trùng tên"
        return Problem(Position(path), message, "đổi tên hoặc chuyển cái đang nằm ở đó đi")
    return None
