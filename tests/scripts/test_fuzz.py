"""Spoilt files break nothing; and what would break is found, told, and made small."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from macros.messages.problems import Position, Problem
from macros.project.project import Project
from scripts.fuzz import __main__ as command
from scripts.fuzz import judge as judging
from scripts.fuzz.judge import judge, smallest
from scripts.fuzz.mutate import LARGEST
from scripts.fuzz.run import Tally, fuzz, input_of
from scripts.fuzz.targets import Seed, Target, targets
from tests.small_site import CHAPTER, put, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INPUTS = 2_000
"""A share of what `make fuzz` tries, at whose seed of the day anybody can start."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return write_site(tmp_path / "site")


def test_spoilt_files_are_told_of_in_one_line_and_soon(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = command.main(["--root", str(site), "--inputs", str(INPUTS), "--seed", "14"])
    told = capsys.readouterr().out
    assert status == 0, told
    assert f"{INPUTS} đầu vào (seed 14), 0 điều không được xảy ra" in told


def test_every_reader_gets_inputs_and_some_are_still_read(site: Path) -> None:
    found = targets(Project(site))
    assert all(one.seeds for one in found)
    assert sum(one.share for one in found) == 1000
    sound: dict[str, int] = {}
    for number in range(800):
        target, chosen, data = input_of(found, 1, number)
        assert len(data) <= LARGEST
        # A page whose chapter is refused gives none either: those of dates do tell.
        if not list(chosen.read(data)):
            sound[target.name] = sound.get(target.name, 0) + 1
    assert sound.keys() == {one.name for one in found}


def test_the_same_seed_gives_the_same_inputs(site: Path) -> None:
    found = targets(Project(site))
    one, again, other = (
        [input_of(found, seed, number)[2] for number in range(50)] for seed in (1, 1, 2)
    )
    assert one == again != other


def problem(line: int = 1, message: str = "sai", column: int = 1) -> Problem:
    return Problem(Position("data/a.yml", line, column), message, "sửa")


def raises(data: bytes) -> list[Problem]:
    if b"\xff" in data:
        raise KeyError("khóa")
    return []


def recurses(data: bytes) -> list[Problem]:
    return recurses(data) if b"\xff" in data else []


def past_the_end(data: bytes) -> list[Problem]:
    return [problem(1000)] if b"\xff" in data else []


def hangs(data: bytes) -> list[Problem]:
    while b"\xff" in data:
        pass
    return []


def swallows(data: bytes) -> list[Problem]:
    """Catch everything, as a careless reader may."""
    try:
        return hangs(data)
    except Exception:
        return []


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        (raises, "KeyError ở test_fuzz.py:"),
        (recurses, "RecursionError ở test_fuzz.py:"),
        (past_the_end, "dòng ngoài tệp (sai)"),
        (hangs, "quá lâu"),
        (swallows, "quá lâu"),
    ],
)
def test_what_may_not_happen_is_found_and_made_small(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[bytes], list[Problem]], kind: str
) -> None:
    monkeypatch.setattr(judging, "SECONDS", 0.05)
    spoilt = Seed("a", b"mot\n\xff\n" + b"hai\n" * 40, read)
    tally: dict[str, Tally] = {}
    (found,) = fuzz([Target("thử", (spoilt,), 1)], 1, range(3), tally)
    assert found.kind.startswith(kind)
    assert found.data.replace(b"\n", b"") in (b"\xff", b"mot\xff", b"hai\xff", b"\xff" * 2)
    assert tally["thử"].inputs == 3
    assert len(list(found.lines())) == 3


@pytest.mark.parametrize(
    ("told", "lines", "fine"),
    [
        (problem(1), b"", True),
        (problem(2), b"a\nb", True),
        (problem(2), b"a\rb", True),
        (problem(2), b"a\n", False),
        (problem(0), b"a\n", False),
        (problem(1, column=0), b"a\n", False),
        (problem(message=""), b"a", False),
    ],
)
def test_a_message_is_at_a_line_of_its_file(told: Problem, lines: bytes, fine: bool) -> None:
    assert (judge(lambda _: [told], lines) is None) is fine


def test_a_message_of_two_lines_is_found() -> None:
    class Forged(Problem):
        def __str__(self) -> str:
            return "a:1:1: lỗi: a → b\n::error::c"

    verdict = judge(lambda _: [Forged(Position("a"), "x", "y")], b"a")
    assert verdict is not None
    assert verdict.kind == "không phải một dòng"


def test_the_smallest_is_sought_for_a_while_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_TRYING", 0.2)

    def slow(data: bytes) -> list[Problem]:
        time.sleep(0.05)
        raise KeyError

    data = b"x" * 4096
    start = time.monotonic()
    verdict = judge(slow, data)
    assert verdict
    assert len(smallest(slow, data, verdict.kind)) < 4096
    assert time.monotonic() - start < 5


def test_what_is_found_ends_the_command_with_one(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, CHAPTER, (site / CHAPTER).read_bytes())
    bad = Target("thử", (Seed("a", b"\xff" * 3000, raises),), 1)
    monkeypatch.setattr(command, "targets", lambda _: [bad])
    assert command.main(["--root", str(site), "--at", "7"]) == 1
    first, second, third, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("đầu vào số 7, thử, từ a: KeyError ở test_fuzz.py:")
    assert (second, third) == ("  KeyError: 'khóa'", "  1 byte: b'\\xff'")
