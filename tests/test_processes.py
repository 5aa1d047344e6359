"""Work in other processes gives what it gives in this one, and nothing is lost where it fails."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from macros import processes


def double(number: int) -> int:
    if number < 0:
        raise ValueError("âm")
    return 2 * number


@pytest.fixture(params=[1, 2])
def count(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(processes, "workers", lambda: request.param)
    return int(request.param)


def test_results_stand_in_the_order_of_the_items(count: int) -> None:
    assert processes.each(double, range(500)) == list(range(0, 1000, 2))


def test_what_the_work_raises_is_raised(count: int) -> None:
    with pytest.raises(ValueError, match="âm"):
        processes.each(double, [*range(200), -1])


def test_work_aside_gives_its_result(count: int) -> None:
    here = os.getpid()
    waiting = processes.aside(lambda: ("xong", os.getpid() == here))
    assert waiting() == ("xong", count == 1)


def fails_elsewhere() -> Callable[[], str]:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(9)
        return "làm lại"

    return work


def test_work_whose_process_dies_is_done_here(count: int) -> None:
    assert processes.aside(fails_elsewhere())() == "làm lại"


def test_what_work_aside_raises_is_raised_when_asked_for(count: int) -> None:
    waiting = processes.aside(lambda: double(-1))
    with pytest.raises(ValueError, match="âm"):
        waiting()
