"""Work in other processes gives what it gives in this one, and nothing is lost where it fails."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

import pytest

from macros.system import processes


def double(number: int) -> int:
    if number < 0:
        raise ValueError("âm")
    return 2 * number


@pytest.fixture(params=[1, 2])
def count(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(processes, "workers", lambda: request.param)
    return int(request.param)


def test_work_aside_gives_its_result(count: int) -> None:
    here = os.getpid()
    waiting = processes.in_background("việc", lambda: ("xong", os.getpid() == here))
    assert waiting() == ("xong", count == 1)


def fails_elsewhere() -> Callable[[], str]:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(9)
        return "làm lại"

    return work


def test_work_whose_process_dies_is_done_here_and_that_is_said(
    count: int, caplog: pytest.LogCaptureFixture
) -> None:
    assert processes.in_background("việc", fails_elsewhere())() == "làm lại"
    said = ["một tiến trình phụ dừng giữa chừng: việc được làm lại ở tiến trình chính, lâu hơn"]
    assert [one.getMessage() for one in caplog.records] == (said if count > 1 else [])


def test_what_work_aside_raises_is_raised_when_asked_for(count: int) -> None:
    waiting = processes.in_background("việc", lambda: double(-1))
    with pytest.raises(ValueError, match="âm"):
        waiting()


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def dies_elsewhere(parent: int) -> str:
    if os.getpid() != parent:
        os._exit(9)
    return "làm lại"


def test_work_for_who_stands_by_is_done_there_in_any_order(count: int) -> None:
    standby = processes.StandbyWorker()
    first, second = standby.start("việc", where, 1), standby.start("việc", where, 2)
    (two, there), (one, also_there) = second(), first()
    assert (one, two) == (1, 2)
    assert there == also_there
    assert (there == os.getpid()) == (count == 1)
    standby.close()


def test_what_fails_where_it_stands_by_is_done_and_told_here(count: int) -> None:
    standby = processes.StandbyWorker()
    failing, well = standby.start("việc", double, -1), standby.start("việc", double, 4)
    with pytest.raises(ValueError, match="âm"):
        failing()
    assert well() == 8
    dying = standby.start("việc", dies_elsewhere, os.getpid())
    assert dying() == "làm lại"
    assert standby.start("việc", double, 5)() == 10
    standby.close()


def test_who_stands_by_takes_work_while_a_large_answer_waits(count: int) -> None:
    def too_long(*_: object) -> None:
        raise TimeoutError("hai bên chờ nhau")

    standby, large = processes.StandbyWorker(), bytes(4_000_000)
    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(20)
    try:
        waiting = [standby.start("việc", bytes, large) for _ in range(3)]
        assert [one() for one in waiting] == [large] * 3
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        standby.close()


def test_what_cannot_be_sent_is_done_here() -> None:
    assert callable(processes.in_background("việc", lambda: lambda: 1)())


def test_a_second_process_answers_and_ends() -> None:
    def echo(pipe: Connection) -> None:
        while True:
            pipe.send(2 * pipe.recv())

    second = processes.WorkerProcess(echo)
    second.send(4)
    assert second.receive() == 8
    second.close()
    second.send(5)
    with pytest.raises(processes.WorkerLostError):
        second.receive()
