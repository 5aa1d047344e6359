"""Work spread over processes gives what one process gives, in the same order."""

from __future__ import annotations

import os

import pytest

from macros.system import parallel, processes
from macros.system.parallel import in_parallel

CALLER = os.getpid()


def by_whom(number: int) -> tuple[int, int]:
    return number, os.getpid()


def only_here(number: int) -> int:
    """Work that ends every other process."""
    if os.getpid() != CALLER:
        os._exit(1)
    return number


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("items", [0, 1, 2, 3, 7])
def test_results_stand_in_the_order_of_the_items(
    count: int, items: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "workers", lambda: count)
    monkeypatch.setattr(processes, "workers", lambda: count)
    found = in_parallel("việc thử", by_whom, range(items))
    assert [number for number, _ in found] == list(range(items))
    assert len({process for _, process in found}) == min(count, items)


def test_a_server_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "workers", lambda: 2)
    found = in_parallel("việc thử", by_whom, [1, 2], parallel=False)
    assert {process for _, process in found} == {os.getpid()}


def test_what_a_lost_process_had_is_done_here_and_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(parallel, "workers", lambda: 2)
    monkeypatch.setattr(processes, "workers", lambda: 2)
    assert in_parallel("việc thử", only_here, [1, 2, 3]) == [1, 2, 3]
    assert "việc thử" in caplog.text


def test_a_fault_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "workers", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        in_parallel("việc thử", lambda number: 1 // number, [1, 0])
