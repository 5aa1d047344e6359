"""How fast books are printed: volumes one by one and in parallel, and with stock WeasyPrint."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from macros.system.processes import workers
from macros.system.program import PROGRAM
from macros.text.numbers import say_number
from scripts.bench.measure import BuildError, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PLAIN = "WeasyPrint gốc, 1 tiến trình"
# Slow or memory-hungry ways are measured on a part of the volumes.
_PLAIN_MOST = 5
_PLAIN_COLLECTED_MOST = 5


@dataclass(frozen=True)
class Printing:
    """One way to print: numbers of volumes and pages, `wall` and `cpu` time in seconds.

    `cpu` is the total of all processes, which other load on the machine disturbs less; `memory` is
    the peak of the largest process, in bytes.
    """

    name: str
    processes: int
    volumes: int
    pages: int
    wall: float
    cpu: float
    memory: int

    @property
    def speed(self) -> float:
        """Pages a second."""
        return self.pages / self.wall


@dataclass(frozen=True)
class Shelf:
    """The measurements of the books of a fabricated project."""

    organizations: int
    printings: tuple[Printing, ...]


def measure_books(folder: Path, organizations: int, say: Callable[[str], None]) -> Shelf:
    """Print the books of a fabricated project written to `folder`; raises BuildError."""
    _run("scripts.bench.prepare", str(folder), str(organizations), "--alone")
    return print_shelf(folder / "project", organizations, say)


def print_shelf(project: Path, organizations: int, say: Callable[[str], None]) -> Shelf:
    """Print the books of a project of so many organizations each way; raises BuildError."""
    say(f"Sách của {organizations} tổ chức:")
    made: list[Printing] = []
    for name, processes, arguments in _ways(organizations):
        measured = json.loads(_run("scripts.bench.printing", str(project), *arguments))
        made.append(_printing(name, processes, measured))
        say(f"  {name}: {made[-1].pages} trang, {made[-1].wall:.1f} giây")
    return Shelf(organizations, tuple(made))


def _ways(organizations: int) -> list[tuple[str, int, tuple[str, ...]]]:
    """Return the ways to print: name, processes at once, arguments of `printing`."""
    jobs = sorted({1, min(workers(), organizations)})
    ways: list[tuple[str, int, tuple[str, ...]]] = [
        (f"Từng tập, {n} tiến trình", n, ("--jobs", str(n))) for n in jobs
    ]
    ways.append((PLAIN, 1, ("--plain", "--most", str(_PLAIN_MOST))))
    if organizations > 1:
        ways.append(("Toàn tập", 1, ("--collected",)))
    if 1 < organizations <= _PLAIN_COLLECTED_MOST:
        ways.append(("Toàn tập, WeasyPrint gốc", 1, ("--collected", "--plain")))
    return ways


def _printing(name: str, processes: int, measured: dict[str, Any]) -> Printing:
    volumes = measured["volumes"]
    return Printing(
        name=name,
        processes=processes,
        volumes=len(volumes),
        pages=sum(one["pages"] for one in volumes),
        wall=measured["wall"],
        cpu=measured["cpu"],
        memory=int(max(one["memory"] for one in volumes) * 1024 * 1024),
    )


def _run(module: str, *arguments: str) -> str:
    """Run a module in a process of its own; return what it printed."""
    command = (sys.executable, "-m", module, *arguments)
    done = subprocess.run(
        command, cwd=PROGRAM, env=environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuildError(f"{module}:\n{done.stderr[-2000:]}")
    return done.stdout


# --- report -----------------------------------------------------------------------------------

_NOTES = (
    "Tính từ lúc ghép xong danh sách các tập đến lúc tệp PDF cuối cùng được ghi, gồm cả bước ghép "
    "HTML. Bộ nhớ là của tiến trình lớn nhất.",
    f"“{PLAIN}” dàn đúng HTML và kiểu chữ ấy, không có phần sửa của dự án, có dọn bộ nhớ giữa "
    f"chừng, các tập nối nhau trong một tiến trình; nhiều nhất {_PLAIN_MOST} tập, "
    "vì các tập lớn gần bằng nhau.",
    "Toàn tập dàn từng phần, mỗi phần một tiến trình, rồi ghép lại: bộ nhớ là của phần "
    "lớn nhất cộng với chữ của cả tập. WeasyPrint gốc dàn cả tập một lượt, chỉ đo đến "
    f"{_PLAIN_COLLECTED_MOST} tổ chức.",
)


def books_to_markdown(shelves: Sequence[Shelf]) -> str:
    """Return the report of the books: one table per size, and how parallel printing scales."""
    lines = ["# Đo thời gian dựng sách", ""]
    for shelf in shelves:
        lines += [
            f"## Sách của {say_number(shelf.organizations)} tổ chức",
            "",
            "| Cách dựng | Tập | Trang | Giây | Trang mỗi giây | Giây xử lý | Bộ nhớ, MB |",
            "|---|--:|--:|--:|--:|--:|--:|",
            *map(_row, shelf.printings),
            "",
            *_compared(shelf),
        ]
    return "\n".join([*lines, *(f"- {note}" for note in _NOTES), ""])


def books_to_json(shelves: Sequence[Shelf]) -> list[dict[str, Any]]:
    """Return the figures of the books for programs."""
    return [asdict(shelf) for shelf in shelves]


def _row(one: Printing) -> str:
    cells = (
        one.name, say_number(one.volumes), say_number(one.pages), _number(one.wall),
        _number(one.speed), _number(one.cpu), say_number(round(one.memory / 1_000_000)),
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _compared(shelf: Shelf) -> list[str]:
    """Return how much faster several processes are than one, and one than stock WeasyPrint."""
    single, *rest = shelf.printings
    lines = [
        f"{one.processes} tiến trình nhanh gấp {_number(one.speed / single.speed, 2)} lần một "
        "tiến trình."
        for one in rest
        if one.processes > 1
    ]
    plain = next(one for one in rest if one.name == PLAIN)
    computed = (single.pages / single.cpu) / (plain.pages / plain.cpu)
    lines.append(
        f"Một tiến trình: {_number(single.speed / plain.speed, 2)} lần tốc độ WeasyPrint gốc, "
        f"tính theo giây xử lý {_number(computed, 2)} lần."
    )
    return [*lines, ""]


def _number(value: float, places: int = 1) -> str:
    return f"{value:.{places}f}".replace(".", ",")
