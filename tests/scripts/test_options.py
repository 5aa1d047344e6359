"""A wrong option is told to an editor in one Vietnamese line, by the variable that make knows."""

from __future__ import annotations

import subprocess

import pytest

from macros.system.program import PROGRAM
from scripts import book, changes, rollback, serve, word

SEE_MAKE = "gõ make để xem các lệnh; giá trị có dấu cách thì đặt trong dấu nháy"


@pytest.mark.parametrize(
    ("command", "typed", "line"),
    [
        (book, ["--format", "A3"], "FORMAT không nhận “A3” → chọn: 16x24, A5, A4"),
        (changes, ["--format", "x"], "FORMAT không nhận “x” → chọn: markdown, text, json"),
        (serve, ["--port", "x"], "PORT không nhận “x” → viết một số nguyên"),
        (rollback, ["--to"], "TO chưa có giá trị → viết TO=…"),
        (word, ["--only", "a", "b\nc"], f"không hiểu “b c” → {SEE_MAKE}"),
        (
            word,
            ["--o=a", "--tr=1"],
            f"không hiểu lệnh này (argument --trace: ignored explicit argument '1') → {SEE_MAKE}",
        ),
    ],
)
def test_a_wrong_option_is_one_line(
    command: object, typed: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        command.main(typed)  # type: ignore[attr-defined]
    assert end.value.code == 2
    assert capsys.readouterr().err == f"lỗi: {line}\n"


@pytest.mark.parametrize("command", ["book", "press", "word"])
def test_make_hands_a_volume_on_as_it_was_typed(command: str) -> None:
    line = ["make", "--dry-run", command, "ONLY=hai chữ", "FORMAT=A 4"]
    told = subprocess.run(line, cwd=PROGRAM, capture_output=True, text=True, check=True).stdout
    assert "--only 'hai chữ'" in told
    assert command == "word" or "--format 'A 4'" in told
