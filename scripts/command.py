"""What the command lines share: options, printing, one line for a fault of the program."""

from __future__ import annotations

import argparse
import io
import os
import re
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from macros.messages.disk import disk_problem
from macros.messages.output import FAULT, WRONG
from macros.project.navigation import CONFIG
from macros.system.processes import end_with_make
from scripts import STOPPED

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.messages.output import Output


STOPPED_STATUS = 130
"""As a shell has it for Ctrl+C."""

_SEE_MAKE = "gõ make để xem các lệnh; giá trị có dấu cách thì đặt trong dấu nháy"
_WRONG_OPTIONS = {
    r"argument (?P<name>\S+): invalid choice: '?(?P<typed>.*?)'? \(choose from (?P<known>.*)\)": (
        "{name} không nhận “{typed}” → chọn: {known}"
    ),
    r"argument (?P<name>\S+): invalid int value: '(?P<typed>.*)'": (
        "{name} không nhận “{typed}” → viết một số nguyên"
    ),
    r"argument (?P<name>\S+): expected .*": "{name} chưa có giá trị → viết {name}=…",
    r"unrecognized arguments: (?P<typed>.*)": f"không hiểu “{{typed}}” → {_SEE_MAKE}",
}
"""What argparse says of wrong options, and the same for editors, who type variables of make."""


class Options(argparse.ArgumentParser):
    """The options of a command; a wrong one is reported in one Vietnamese line with a remedy."""

    def error(self, message: str) -> NoReturn:
        """Print the line and end the command."""
        print(f"lỗi: {_wrong_option(message)}", file=sys.stderr)
        raise SystemExit(FAULT)


def _wrong_option(message: str) -> str:
    for pattern, told in _WRONG_OPTIONS.items():
        if match := re.fullmatch(pattern, message, re.DOTALL):
            words = match.groupdict()
            words["name"] = words.get("name", "").lstrip("-").upper()
            words["known"] = words.get("known", "").replace("'", "")
            return " ".join(told.format_map(words).split())
    return f"không hiểu lệnh này ({message}) → {_SEE_MAKE}"


def root_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that names another folder of content than the current one."""
    help_text = "thư mục nội dung, có mkdocs.yml, docs/ và data/ (mặc định: thư mục này)"
    parser.add_argument("--root", type=Path, default=Path(), help=help_text)


def content_at(root: Path) -> Path:
    """Return the folder of content; ends the command with a message if it is not one."""
    if not (root / CONFIG).is_file():
        remedy = "sửa ROOT=…, hoặc mở trang mới ở đó bằng make new"
        print(f"lỗi: không có {CONFIG} trong thư mục {root} → {remedy}", file=sys.stderr)
        raise SystemExit(FAULT)
    return root.resolve()


def print_output(output: Output) -> int:
    """Print the lines of a task as they come; return its exit status."""
    while True:
        try:
            line = next(output)
        except StopIteration as end:
            status: int = end.value
            return status
        print(line.text, file=sys.stderr if line.fault else sys.stdout, flush=True)


def guarded(command: str, run: Callable[[], int], *, trace: bool = False) -> int:
    """Return the exit status of `run`; report an exception in one line.

    `command` is what the editor typed, without TRACE=1; the line says how to report the fault.
    With `trace`, the traceback is printed too.
    """
    for stream in (sys.stdout, sys.stderr):
        # File names may hold invalid text, and some terminals can show few characters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    end_with_make()
    try:
        return run()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print(STOPPED, file=sys.stderr)
        return STOPPED_STATUS
    except BrokenPipeError:
        # The reader of the output has gone (`| head`): print nothing more, at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULT
    except Exception as error:
        if isinstance(error, OSError) and (problem := disk_problem(error, "ổ đĩa")):
            print(problem, file=sys.stderr)
            return WRONG
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
