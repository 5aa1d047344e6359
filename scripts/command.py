"""What the command lines share: lines are printed as they come, a fault of the program as one."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from macros.messages.telling import FAULT
from macros.project.navigation import CONFIG

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.messages.telling import Telling


def root_option(parser: argparse.ArgumentParser) -> None:
    """Let the command work on another folder of content than the one it is run in."""
    help_text = "thư mục nội dung, có mkdocs.yml, docs/ và data/ (mặc định: thư mục này)"
    parser.add_argument("--root", type=Path, default=Path(), help=help_text)


def content_at(root: Path) -> Path:
    """Return the folder of content; tells, and ends the command, where there is none."""
    if not (root / CONFIG).is_file():
        remedy = "sửa ROOT=…, hoặc mở trang mới ở đó bằng make new"
        print(f"lỗi: không có {CONFIG} trong thư mục {root} → {remedy}", file=sys.stderr)
        raise SystemExit(FAULT)
    return root.resolve()


def say(telling: Telling) -> int:
    """Print the lines of a piece of work as they come; return its exit status."""
    while True:
        try:
            line = next(telling)
        except StopIteration as end:
            status: int = end.value
            return status
        print(line.text, file=sys.stderr if line.fault else sys.stdout, flush=True)


def guarded(command: str, run: Callable[[], int], *, trace: bool = False) -> int:
    """Return the exit status of `run`; what it raises is told in one line.

    `command` is what the editor typed, without TRACE=1: the line says how to report the fault. On
    `trace` it is told in full.
    """
    for stream in (sys.stdout, sys.stderr):
        # A file's name may hold bytes that are no text, and a terminal may know few letters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return run()
    except KeyboardInterrupt:
        print("Đã dừng theo lệnh của bạn.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of the output has gone (`| head`): nobody is left to be told, now or at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULT
    except Exception as error:
        if trace:
            traceback.print_exc()
        what = " ".join(f"{type(error).__name__}: {error}".split())
        remedy = (
            "gửi toàn bộ phần in ra cho người phụ trách mã nguồn"
            if trace
            else f"chạy {command} TRACE=1 rồi gửi phần in ra cho người phụ trách mã nguồn"
        )
        print(f"lỗi của chương trình, không phải của bạn ({what}) → {remedy}", file=sys.stderr)
        return FAULT
