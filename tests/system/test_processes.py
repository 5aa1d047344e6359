"""Work in other processes gives what it gives in this one, and nothing is lost where it fails."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

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


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def dies_elsewhere(parent: int) -> str:
    if os.getpid() != parent:
        os._exit(9)
    return "làm lại"


def test_work_for_who_stands_by_is_done_there_in_any_order(count: int) -> None:
    standby = processes.Standby()
    first, second = standby.begin(where, 1), standby.begin(where, 2)
    (two, there), (one, also_there) = second(), first()
    assert (one, two) == (1, 2)
    assert there == also_there
    assert (there == os.getpid()) == (count == 1)
    standby.close()


def test_what_fails_where_it_stands_by_is_done_and_told_here(count: int) -> None:
    standby = processes.Standby()
    failing, well = standby.begin(double, -1), standby.begin(double, 4)
    with pytest.raises(ValueError, match="âm"):
        failing()
    assert well() == 8
    dying = standby.begin(dies_elsewhere, os.getpid())
    assert dying() == "làm lại"
    assert standby.begin(double, 5)() == 10
    standby.close()


NAMES = [f"mục {number}" for number in range(30)]


def told(name: str) -> str | None:
    if name == NAMES[29]:
        raise ValueError("âm")
    return f"{os.getpid()} {name}"


def ahead(work: Callable[[str], str | None] = told) -> processes.Ahead[str, str, str]:
    return processes.Ahead(work, NAMES, lambda order: f"{os.getpid()} {order}")


def taken() -> list[str | None]:
    begun = ahead()
    try:
        return [begun.take(name) for name in NAMES]
    finally:
        begun.close()


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
    begun = ahead()
    begun.take(NAMES[3])
    assert begun.take(NAMES[3]) is None
    begun.close()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_name_is_done_once_and_every_process_goes_on(
    monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(processes, "workers", lambda: workers)

    def slowly(name: str) -> str:
        time.sleep(0.005)
        return f"{os.getpid()} {name}"

    begun = ahead(slowly)
    results = [begun.take(name) or slowly(name) for name in NAMES]
    begun.go_on("viết")
    outcomes = begun.outcomes()
    begun.close()
    assert [one.split(" ", 1)[1] for one in results] == NAMES
    there = {one.split(" ")[0] for one in results} - {str(os.getpid())}
    assert sorted(outcomes) == sorted(f"{process} viết" for process in there)
    assert len(there) == workers - 1


def test_of_a_process_that_dies_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "workers", lambda: 3)
    begun = ahead(lambda name: dies_elsewhere(os.getppid()))
    # Each dies of the first that it takes.
    while begun._open[1] > len(NAMES) - 2:
        time.sleep(0.005)
    assert [begun.take(name) for name in NAMES] == [None] * 30
    begun.go_on("viết")
    assert begun.outcomes() == []
    begun.close()
