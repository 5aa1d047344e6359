"""One thing that a stranger may send, with a word in it that nobody may get to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

Content = str | bytes | Callable[[Path], object]
"""The content of a file, or what puts it at a path."""


class Fate(Enum):
    """What becomes of a case: refused in a line; passed over; or shown as the text that it is."""

    REFUSED = "refused"
    UNREAD = "unread"
    TEXT = "text"


class Case(NamedTuple):
    """A case by name; its `word` stands in its content, and is its own."""

    name: str
    path: str
    content: Content
    word: str
    fate: Fate = Fate.REFUSED

    def put(self, root: Path) -> None:
        """Put the case into the site at `root`."""
        file = root / self.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if callable(self.content):
            self.content(file)
        else:
            text = self.content
            file.write_bytes(
                text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
            )


def word_of(kind: str, number: int) -> str:
    """Return a word that stands nowhere else: no text of people, and no part of another."""
    return f"CANARY{kind}{number:03d}X"


def numbered(
    kind: str, path: str, contents: Sequence[str | tuple[str, Fate]], frame: str = "{}"
) -> Iterator[Case]:
    """Yield a case for each content, in a file of its own; `CANARY` in it becomes its word."""
    for number, entry in enumerate(contents, 1):
        content, fate = entry if isinstance(entry, tuple) else (entry, Fate.REFUSED)
        word = word_of(kind, number)
        told = " ".join(content.split())[:50]
        text = frame.replace("{}", content).replace("CANARY", word)
        yield Case(f"{kind} {number}: {told}", path.format(number), text, word, fate)
