"""Charts are drawn in a process of their own, which no fork and no interruption can spoil."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from macros.rendering import chart_engine
from macros.rendering.chart_engine import ChartEngineError, svg_of
from macros.system.limited import OutOfTimeError, limited_time
from macros.system.processes import WorkerProcess


def bars(*values: int) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"i": at, "v": value} for at, value in enumerate(values)]},
        "mark": "bar",
        "encoding": {
            "y": {"field": "i", "type": "ordinal"},
            "x": {"field": "v", "type": "quantitative"},
        },
    }


def engine() -> subprocess.Popen[str]:
    """Return the process that draws for this one."""
    assert chart_engine._ENGINE.process
    return chart_engine._ENGINE.process


def paths(svg: str) -> int:
    return svg.count('aria-roledescription="bar"')


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    chart_engine._ENGINE.end()
    yield
    chart_engine._ENGINE.end()


def test_one_process_draws_all() -> None:
    assert paths(svg_of(bars(1, 2))) == 2
    first = engine()
    assert paths(svg_of(bars(1, 2, 3))) == 3
    assert engine() is first


def test_a_process_that_has_drawn_may_fork_one_that_draws() -> None:
    svg_of(bars(1))
    worker = WorkerProcess(lambda pipe: pipe.send((svg_of(bars(1, 2, 3)), os.getpid())))
    # A worker that waits for ever must not keep the tests waiting for ever.
    assert worker._pipe.poll(120)
    svg, where = worker.receive()
    worker.close()
    assert paths(svg) == 3
    assert where != os.getpid()
    # The child's engine was another one: that of this process still answers.
    assert paths(svg_of(bars(1, 2))) == 2


def test_a_child_does_not_hold_the_engine_of_its_parent() -> None:
    svg_of(bars(1))
    ours = engine()
    waiting = WorkerProcess(
        lambda pipe: pipe.send(chart_engine._ENGINE.process is None) or pipe.recv()
    )
    assert waiting.receive()
    assert ours.stdin
    ours.stdin.close()
    # With an end of the pipe in the waiting child, the engine would wait for more.
    assert ours.wait(timeout=30) == 0
    waiting.close()


def test_a_bad_specification_is_refused_and_the_next_one_drawn() -> None:
    with pytest.raises(ChartEngineError):
        svg_of({"mark": 7})
    assert paths(svg_of(bars(1))) == 1


def test_an_engine_that_ended_is_told_and_begun_anew() -> None:
    svg_of(bars(1))
    os.kill(engine().pid, signal.SIGKILL)
    with pytest.raises(ChartEngineError):
        svg_of(bars(1))
    assert paths(svg_of(bars(1))) == 1


def test_an_interrupted_answer_is_not_taken_for_the_next() -> None:
    def interrupted() -> dict[str, Any]:
        with limited_time(0.01):
            while True:
                svg_of(bars(1))
                sum(range(10**6))

    with pytest.raises(OutOfTimeError):
        interrupted()
    assert paths(svg_of(bars(1, 2, 3))) == 3
