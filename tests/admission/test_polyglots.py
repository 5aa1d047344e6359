"""A picture that holds a script is refused, one in which chance has written three letters is not."""

from __future__ import annotations

import random

from macros.admission import polyglots


def test_chance_writes_no_script_into_a_photograph() -> None:
    """Three bytes in a row are found in every few megabytes of a photograph, eight are not."""
    chance = random.Random(7)
    for _ in range(8):
        data = chance.randbytes(4_000_000) + b"<%@"
        assert not polyglots.holds_more(b"\xff\xd8" + data + b"\xff\xd9", ".jpg").startswith(
            "trong"
        )
    assert polyglots.holds_more(b"\xff\xd8<%@ page\xff\xd9", ".jpg").startswith("trong")
