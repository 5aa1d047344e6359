"""Work that other processes begin at the end of a list is done once, and lost nowhere."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest

from macros.engine.shared_work import SharedWork
from macros.system import processes
from tests.system.test_processes import dies_elsewhere

NAMES = [f"mục {number}" for number in range(30)]


def named(name: str) -> str | None:
    if name == NAMES[29]:
        raise ValueError("âm")
    return f"{os.getpid()} {name}"


def shared_work(work: Callable[[str], str | None] = named) -> SharedWork[str, str, str]:
    return SharedWork(work, NAMES, lambda order: f"{os.getpid()} {order}")


def taken() -> list[str | None]:
    work = shared_work()
    try:
        return [work.take(name) for name in NAMES]
    finally:
        work.close()


def test_what_is_done_ahead_is_done_elsewhere_and_of_that_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 2)
    for name, text in zip(NAMES, taken(), strict=True):
        assert text is None or text.split(" ", 1)[1] == name
        assert text is None or not text.startswith(f"{os.getpid()} ")


def test_what_fails_ahead_is_left_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 3)
    assert taken()[29] is None


def test_nothing_is_done_ahead_with_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 1)
    assert taken() == [None] * 30


def test_nothing_done_ahead_is_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 2)
    work = shared_work()
    work.take(NAMES[3])
    assert work.take(NAMES[3]) is None
    work.close()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_name_is_done_once_and_every_process_goes_on(
    monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(processes, "workers", lambda: workers)

    def slowly(name: str) -> str:
        time.sleep(0.005)
        return f"{os.getpid()} {name}"

    work = shared_work(slowly)
    results = [work.take(name) or slowly(name) for name in NAMES]
    work.start_second_phase("viết")
    outcomes = work.outcomes()
    work.close()
    assert [one.split(" ", 1)[1] for one in results] == NAMES
    there = {one.split(" ")[0] for one in results} - {str(os.getpid())}
    assert sorted(outcomes) == sorted(f"{process} viết" for process in there)
    assert len(there) == workers - 1


def test_of_a_process_that_dies_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 3)
    work = shared_work(lambda name: dies_elsewhere(os.getppid()))
    # Each dies of the first that it takes.
    while work._unclaimed[1] > len(NAMES) - 2:
        time.sleep(0.005)
    assert [work.take(name) for name in NAMES] == [None] * 30
    work.start_second_phase("viết")
    assert work.outcomes() == []
    work.close()
