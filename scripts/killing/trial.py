"""One command on one project, killed again and again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from macros.site.manifest import read_folder
from macros.system.program import PROGRAM
from scripts.killing.processes import command_line, commands_of, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

SITE, BOOK = "site", "book"
PUBLISHED = {SITE: "site", BOOK: "dist/book"}
"""What each command publishes: a folder of the project that is replaced as a whole, or the folder
of the files of one volume."""

_GRACE = 5.0
"""Seconds in which all processes of a killed build must have ended."""
_LONGEST = 300.0


class Way(NamedTuple):
    """How a build is killed: by which signal, and who gets it."""

    signal: signal.Signals
    whom: str


WAYS = (
    Way(signal.SIGKILL, "lệnh"),
    Way(signal.SIGKILL, "make"),
    Way(signal.SIGTERM, "lệnh"),
    Way(signal.SIGTERM, "make"),
    Way(signal.SIGINT, "cả nhóm"),
)


@dataclass
class Trial:
    """Builds of the project at `root` by `make site` or `make book`, called in `folder`."""

    command: str
    root: Path
    random: Random
    folder: Path = PROGRAM
    faults: int = 0
    seen: Counter[str] = field(default_factory=Counter)

    def run(self, count: int) -> Iterator[str]:
        """Kill `count` builds; yield what went wrong and, at the end, the figures."""
        editions: list[dict[str, str]] = []
        took = 0.0
        for number in (0, 1):
            self._edit(number)
            start = time.monotonic()
            self._finish()
            took = time.monotonic() - start
            editions.append(self._published())
        if editions[0] == editions[1]:
            raise RuntimeError("the two editions are equal")
        for number in range(count):
            # Build the edition that is not published now.
            self._edit(1 - editions.index(self._published()))
            way = WAYS[number % len(WAYS)]
            moment = self.random.uniform(0, 1.05 * took)
            for fault in self._kill(way, moment, editions):
                self.faults += 1
                how = f"{way.signal.name} cho {way.whom}, {moment:.2f} s"
                yield f"lần {number + 1} ({how}): {fault}"
                self._finish()
        self._finish()
        for path in self._left():
            self.faults += 1
            yield f"còn sót {path}"
        counts = ", ".join(f"{words} {times}" for words, times in sorted(self.seen.items()))
        yield f"make {self.command}: giết {count} lần ({counts}), {self.faults} điều sai"

    def _edit(self, number: int) -> None:
        """Turn the project into one of two editions, which differ in what pages and books show."""
        config = self.root / "mkdocs.yml"
        lines = config.read_text(encoding="utf-8").splitlines()
        lines[0] = f"site_name: Bản {number}"
        config.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _started(self) -> subprocess.Popen[bytes]:
        temporary = self.root.parent / "tam"
        temporary.mkdir(exist_ok=True)
        # Not a pipe: a process that is left behind would hold it open.
        with self._errors.open("wb") as errors:
            return subprocess.Popen(
                self.arguments(),
                cwd=self.folder,
                env={**os.environ, "TMPDIR": str(temporary), "SOURCE_DATE_EPOCH": "1000000000"},
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )

    @property
    def _errors(self) -> Path:
        return self.root.parent / "stderr"

    def _output(self) -> str:
        return self._errors.read_text(encoding="utf-8", errors="replace")

    def arguments(self) -> list[str]:
        """Return the command line."""
        only = ["ONLY=to-chuc-1"] if self.command == BOOK else []
        return ["make", self.command, f"ROOT={self.root}", *only]

    def _finish(self) -> None:
        """Let a build finish; raises RuntimeError if it fails."""
        if self._started().wait(_LONGEST):
            raise RuntimeError(self._output())

    def _kill(self, way: Way, moment: float, editions: list[dict[str, str]]) -> Iterator[str]:
        """Build, kill, and yield what is wrong afterwards."""
        before = self._published()
        build = self._started()
        time.sleep(moment)
        ended = build.poll() is not None
        self._send(way, build.pid)
        build.wait(_LONGEST)
        yield from self._processes(build.pid)
        after = self._published()
        self.seen["cũ" if after == before else "mới"] += 1
        if after not in editions:
            yield "không phải nguyên bản cũ, cũng không phải nguyên bản mới"
        elif ended and after == before:
            yield "đã dựng xong mà vẫn là bản cũ"
        if way.signal is signal.SIGINT:
            yield from self._unclear(self._output(), ended)

    def _send(self, way: Way, make: int) -> None:
        """Send the signal; a build that has ended gets none."""
        targets = [make] if way.whom == "make" else commands_of(make)
        if way.whom == "cả nhóm":
            targets = session_of(make)
        for target in targets:
            with suppress(ProcessLookupError):
                os.kill(target, way.signal)

    def _processes(self, session: int) -> Iterator[str]:
        until = time.monotonic() + _GRACE
        while (left := self._working(session)) and time.monotonic() < until:
            time.sleep(0.02)
        if left:
            names = "; ".join(map(command_line, left))
            yield f"còn {len(left)} tiến trình chạy sau {_GRACE:.0f} giây ({names})"
            for one in left:
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
        # The setup, a shell, looks at what is installed, and ends by itself.
        while session_of(session):
            time.sleep(0.02)

    def _working(self, session: int) -> list[int]:
        """Return the processes of a build that still run, the setup before it not counted."""
        return [one for one in session_of(session) if "setup.sh" not in command_line(one)]

    def _unclear(self, output: str, ended: bool) -> Iterator[str]:
        """Yield what is wrong with the output of a build that Ctrl+C has stopped."""
        lines = [line for line in output.splitlines() if not line.startswith("make")]
        # A traceback from the start of Python itself, which is short, does not count.
        if "Traceback" in output and str(PROGRAM) in output:
            yield f"vết lỗi của chương trình: {output[:2000]}"
        elif "Traceback" not in output and not ended and len(lines) > 1:
            yield f"nhiều hơn một dòng: {lines}"

    def _published(self) -> dict[str, str]:
        return {
            path: digest
            for path, digest in read_folder(self.root / PUBLISHED[self.command]).items()
            if not path.endswith(".part")
        }

    def _left(self) -> Iterator[str]:
        """Yield what killed builds have left, although a later one has finished."""
        yield from (str(path) for path in (self.root.parent / "tam").iterdir())
        yield from (str(path) for path in self.root.rglob("*.part"))
        for folder in (".cache/build", ".cache/book"):
            if (self.root / folder).is_dir():
                yield from (str(p) for p in (self.root / folder).iterdir() if p.name != "lock")
