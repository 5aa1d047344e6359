"""Exchanges two folders in one system call, where the system has one."""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# From <fcntl.h> and <linux/fs.h>.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP}


class CannotExchangeError(Exception):
    """This system, or the disk that the folders lie on, has no such call."""


def exchange(one: Path, other: Path) -> None:
    """Put two folders that both exist in each other's place; nobody ever sees one missing.

    Linux' renameat2(2) with RENAME_EXCHANGE. Raises CannotExchangeError, and OSError for anything
    else that is wrong.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        raise CannotExchangeError from None
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE):
        number = ctypes.get_errno()
        if number in _CANNOT:
            raise CannotExchangeError
        raise OSError(number, os.strerror(number), str(one))
