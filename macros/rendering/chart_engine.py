"""Vega-Lite in a process of its own, because its threads do not live through a fork.

A process that has drawn a picture and then forks leaves its child an engine whose threads are gone:
the child waits for ever at its first picture. Builds fork, so no process of ours draws by itself:
each starts this file as a program, at its first picture, and asks it over a pipe. A forked child
forgets its parent's engine and starts one when it needs it.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any


class ChartEngineError(Exception):
    """The engine refused a specification, or ended."""


class _Engine:
    """The process that draws for this one: started at the first picture, ended with this one."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def ask(self, line: str) -> str:
        """Return the line that answers a line.

        Whatever interrupts the exchange (a limit of time, Ctrl+C) ends the process: an answer that
        nobody has read would be taken for the next one's.
        """
        with self._lock:
            try:
                self.process = self.process or _started()
                assert self.process.stdin
                assert self.process.stdout
                self.process.stdin.write(line)
                self.process.stdin.flush()
                if answer := self.process.stdout.readline():
                    return answer
                raise ChartEngineError("the process has ended")
            except OSError as error:
                self.end()
                raise ChartEngineError(str(error)) from error
            except BaseException:
                self.end()
                raise

    def end(self) -> None:
        """End the process, if there is one."""
        if self.process:
            self.process.kill()
            _close(self.process)
            self.process.wait()
            self.process = None

    def forget(self) -> None:
        """Leave the process to the parent that started it, in the child that has just been forked.

        An end of its pipe held here would keep it alive when the parent has ended.
        """
        # Another thread of the parent may have held the lock.
        self._lock = threading.Lock()
        if self.process:
            _close(self.process)
            # Otherwise its finalizer warns of a process that still runs.
            self.process.returncode = 0
            self.process = None


_ENGINE = _Engine()
os.register_at_fork(after_in_child=_ENGINE.forget)
atexit.register(_ENGINE.end)


def svg_of(specification: dict[str, Any]) -> str:
    """Return the SVG that Vega-Lite draws for a specification; raises ChartEngineError."""
    found: dict[str, str] = json.loads(_ENGINE.ask(json.dumps(specification) + "\n"))
    if "svg" not in found:
        raise ChartEngineError(found["error"])
    return found["svg"]


def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  (this file)
        # Isolated: neither the folder nor the environment of a project is code to it.
        [sys.executable, "-I", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        # Ctrl+C reaches every process of the terminal; this one ends with its pipe.
        start_new_session=True,
    )


def _close(process: subprocess.Popen[str]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()


def _serve() -> None:
    """Answer each specification, a line of JSON, with a line of JSON, until the pipe ends."""
    from vl_convert import vegalite_to_svg

    for line in sys.stdin:
        try:
            answer = {"svg": vegalite_to_svg(json.loads(line))}
        except Exception as error:
            answer = {"error": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
