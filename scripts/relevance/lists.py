"""The lists of queries with acceptable places: `tests/content/queries/*.yml`."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import NamedTuple

import yaml

from macros.system.program import PROGRAM

FOLDER = PROGRAM / "tests" / "content" / "queries"


class Query(NamedTuple):
    """What a reader types, and the addresses each of which is a right answer.

    `page/` stands for any place on that page, `page/#anchor` for that place alone; `answers` is
    empty where the site does not have what is asked for. `part` is published or held-out: nothing
    is fitted on the latter. If it is a single `word`, every result must have that word.
    """

    typed: str
    answers: tuple[str, ...]
    group: str
    part: str
    word: bool

    @property
    def published(self) -> bool:
        """Return whether the ranking may be fitted on it."""
        return self.part == "published"


def read_lists(folder: Path = FOLDER) -> dict[str, tuple[Query, ...]]:
    """Return the queries of each list, by its name, in the order of the names."""
    return {
        file.stem: tuple(map(_query, yaml.safe_load(file.read_text(encoding="utf-8"))))
        for file in sorted(folder.glob("*.yml"))
    }


def _query(one: dict[str, object]) -> Query:
    typed = str(one["query"])
    answers = one["answers"]
    return Query(
        # As some phones and macOS send it: marks are separate characters.
        unicodedata.normalize("NFD", typed) if one.get("nfd") else typed,
        tuple(map(str, answers)) if isinstance(answers, list) else (),
        str(one["group"]),
        str(one.get("part", "published")),
        bool(one.get("word")),
    )


def fits(found: list[str], wanted: tuple[str, ...]) -> bool:
    """Return whether a place, or one that it stands in, is wanted, or its page is.

    `found` is its own address and those of the sections around it.
    """
    return found[0].partition("#")[0] in wanted or any(one in wanted for one in found)
