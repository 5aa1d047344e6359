"""Whatever is wrong within a document, it is read or refused in one line."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from macros.intake.clean import cleaned
from macros.intake.document import IntakeError
from macros.intake.readers import read
from tests.intake.word_file import (
    levels,
    note,
    notes,
    numbering,
    packed,
    paragraph,
    parts,
    row,
    table,
)

TRIES = 60
_TAG = re.compile(r"<[^<>]+>")
_VALUE = re.compile(r'"[^"<>]*"')
_ODD = ("", "-1", "9999999999999", "x", "0", "ổ", "1e9", "%1%9.%0", "\u202e")


def spoilt(text: str, chance: random.Random) -> str:
    """Return XML with a few tags gone, doubled or moved, and a few values that make no sense."""
    for _ in range(chance.randrange(1, 6)):
        tags, values = list(_TAG.finditer(text)), list(_VALUE.finditer(text))
        if not tags or not values:
            return text
        one, other = chance.choice(tags), chance.choice(tags)
        kind = chance.randrange(4)
        if kind == 0:
            value = chance.choice(values)
            text = f'{text[: value.start()]}"{chance.choice(_ODD)}"{text[value.end() :]}'
        elif kind == 1:
            text = text[: one.start()] + text[one.end() :]
        elif kind == 2:
            text = text[: one.start()] + other.group() + text[one.end() :]
        else:
            name = re.match(r"</?([\w:]+)", one.group())
            text = text.replace(name[1], "w:p", 1) if name else text
    return text


def refused(file: Path) -> str:
    """Return what is said of a file that is refused, "" for one that is read."""
    try:
        cleaned(read(file))
    except IntakeError as refusal:
        return str(refusal)
    return ""


def whole() -> dict[str, str | bytes]:
    lists = numbering(levels(("upperRoman", "%1."), ("decimal", "%1.%2.")), nums={1: (0, "")})
    return parts(
        paragraph("Một", listed=(1, 0)),
        paragraph("Hai", note(1), listed=(1, 1), style="Muc"),
        table(row("a", "b"), row("c", "d")),
        numbering=lists,
        footnotes=notes("footnote", "Chú thích."),
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_spoilt_word_file(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    told = 0
    for _ in range(TRIES):
        content = whole()
        name = chance.choice([name for name in content if name.endswith((".xml", ".rels"))])
        content[name] = spoilt(str(content[name]), chance)
        refusal = refused(packed(tmp_path / "a.docx", content))
        told += bool(refusal)
        assert "\n" not in refusal
    assert told < TRIES


@pytest.mark.parametrize("seed", range(2))
def test_spoilt_bytes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = packed(tmp_path / "a.docx", whole()).read_bytes()
    for _ in range(TRIES):
        own = bytearray(data)
        for _ in range(chance.randrange(1, 20)):
            own[chance.randrange(len(own))] = chance.randrange(256)
        (tmp_path / "b.docx").write_bytes(own[: chance.randrange(len(own) // 2, len(own) + 1)])
        assert "\n" not in refused(tmp_path / "b.docx")
