"""What is remembered of a picture: by its content, and by the file while that is as it was."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from macros.admission import picture_file
from macros.admission.picture_file import Described, PictureFile, look
from macros.messages.problems import Position, Problem


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.png").write_bytes(b"mot")
    return tmp_path / "a.png"


def seen(path: Path, *, width: int = 3) -> PictureFile:
    found = look(path, path.name, lambda *_: Described(width, 2))
    assert isinstance(found, PictureFile)
    return found


def test_what_was_decoded_once_is_not_decoded_again_under_another_name(path: Path) -> None:
    first = seen(path)
    other = path.with_name("b.png")
    other.write_bytes(path.read_bytes())
    again = seen(other, width=9)
    assert (again.width, again.digest, again.path) == (3, first.digest, "b.png")


def test_another_content_is_another_picture_though_as_long_and_just_written(path: Path) -> None:
    first = seen(path)
    path.write_bytes(b"hai")
    assert seen(path, width=9).width == 9
    assert seen(path, width=9).digest != first.digest


def test_a_file_that_is_as_it_was_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time() + 60
    monkeypatch.setattr(picture_file.time, "time", lambda: later)
    first = seen(path)
    monkeypatch.setattr(Path, "read_bytes", _but_of(path))
    assert seen(path, width=9) == first
    monkeypatch.undo()
    os.chdir(path.parent)
    path.write_bytes(b"hai")
    os.utime(path, (1, 1))
    assert seen(path, width=9).width == 9, "its time may be set, but not when that was done"


def _but_of(path: Path):  # type: ignore[no-untyped-def]
    read = Path.read_bytes

    def other(self: Path) -> bytes:
        assert self != path
        return read(self)

    return other


def test_one_that_is_refused_is_not_remembered(path: Path) -> None:
    problem = Problem(Position("a.png"), "hỏng", "thay")
    assert look(path, "a.png", lambda *_: problem) is problem
    assert seen(path).width == 3
