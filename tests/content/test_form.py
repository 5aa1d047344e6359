"""The data of this site are in their form: `make format` changes nothing."""

from __future__ import annotations

from macros.mending.commands import format_data
from macros.system.program import PROGRAM


def test_the_data_are_in_their_form() -> None:
    told = [line.text for line in format_data(PROGRAM, check=True) if "chưa theo mẫu" in line.text]
    assert told == [], "make format"
