"""The processes of a session, as Linux lists them."""

from __future__ import annotations

from pathlib import Path

_PROCESSES = Path("/proc")


def _fields(process: Path) -> list[str]:
    """Return state, parent, group and session of a process; [] for one that has ended."""
    try:
        text = (process / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    # The name, which comes first, may contain spaces and brackets.
    return text.rpartition(")")[2].split()


def session_of(number: int) -> list[int]:
    """Return the processes of a session that are still running."""
    found = []
    for process in _PROCESSES.iterdir():
        if process.name.isdecimal():
            fields = _fields(process)
            if fields and fields[0] not in "ZX" and fields[3] == str(number):
                found.append(int(process.name))
    return found


def commands_of(make: int) -> list[int]:
    """Return the commands that a make has started: its own children."""
    return [
        number
        for number in session_of(make)
        if (fields := _fields(_PROCESSES / str(number))) and fields[1] == str(make)
    ]


def command_line(number: int) -> str:
    """Return the command line of a process, "" for none; one of the setup begins with setup.sh."""
    try:
        parts = (_PROCESSES / str(number) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    line = b" ".join(parts).decode("utf-8", "replace").strip()
    return f"setup.sh: {line}" if line.endswith("-c import pip") else line
