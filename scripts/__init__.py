"""The command lines: they parse arguments and print what `macros` reports."""

# Nothing else is imported here: until this has run, Ctrl+C prints a traceback.
import sys

STOPPED = "Đã dừng theo lệnh của bạn."


def _report(kind: type[BaseException], *rest: object) -> None:
    """Print an exception that nothing has caught; Ctrl+C in one line."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write(f"{STOPPED}\n")
    else:
        sys.__excepthook__(kind, *rest)  # type: ignore[arg-type]


# Only for `python -m scripts.…`, which imports this first: later `scripts.command` reports.
if sys.argv[:1] == ["-m"]:
    sys.excepthook = _report
    # Importing all of a command takes seconds on a busy machine; its make may be killed meanwhile.
    from macros.system.processes import end_with_make

    end_with_make()
