"""A limit of time for work that might never end."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator


class OutOfTimeError(BaseException):
    """Work has taken its time; no `except Exception` of it may take this for a fault of its own."""


@contextmanager
def limited_time(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError within the block when it has taken so many seconds of the processor.

    The system counts them, so a machine that is busy with other things makes no difference. Only
    the main thread of a process can be interrupted so: in others there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    # Again after a second, in case something has caught the first.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(*_: object) -> NoReturn:
    raise OutOfTimeError
