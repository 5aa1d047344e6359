"""A proposed fact: the record as it would be written, where, and what is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["membership", "committee", "congress", "observation", "event", "change", "document"]
KINDS: dict[Kind, str] = {
    "membership": "nhân sự",
    "committee": "cấp ủy",
    "congress": "đại hội",
    "observation": "số liệu",
    "event": "sự kiện",
    "change": "thay đổi tổ chức",
    "document": "văn bản",
}
"""The kinds of proposals with their Vietnamese words."""
LISTS: dict[Kind, str] = {
    "membership": "memberships",
    "committee": "committees",
    "congress": "congresses",
    "observation": "observations",
    "event": "events",
    "change": "",
    "document": "documents",
}
"""The list of a file that holds the records of a kind; "" where each has a file of its own."""
FILES: dict[Kind, str] = {
    "membership": "leadership",
    "committee": "congresses",
    "congress": "congresses",
    "observation": "statistics",
    "event": "events",
}
"""The file in the folder of an organization that holds the records of a kind."""
ASKED = "?"
"""Stands in a record for what the rules do not know."""


class Ask(NamedTuple):
    """What an editor must decide: the key that it is about, the question, and what is offered."""

    key: str
    question: str
    offers: tuple[str, ...] = ()


@dataclass
class Proposal:
    """A fact that the paragraphs of a source say.

    `home` is the path of the file under the root; `record` has plain values in the order in which
    they are written, `ASKED` where an editor must decide; `new_people` are the names of people that
    data/ does not know, by the id that the record uses; `problem` is why the check refuses it.
    """

    kind: Kind
    home: str
    record: dict[str, Any]
    paragraphs: tuple[int, ...]
    asks: list[Ask] = field(default_factory=list)
    new_people: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    name: str = ""
    """The person of a membership as printed."""
    number: str = ""
    """The number of an observation as printed."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Fields whose words may not stand beside them, such as the head of a column, with why."""

    @property
    def key(self) -> str:
        """The list that the record goes into, "" for a file of its own."""
        return LISTS[self.kind]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to decide and the check accepts it."""
        return (
            not self.problem
            and ASKED not in self.home
            and not any(True for _ in open_keys(self.record))
        )

    @property
    def organization(self) -> str:
        """The organization whose folder it goes into, "" for others."""
        parts = self.home.split("/")
        return parts[2] if parts[1] == "organizations" else ""


def home_of(kind: Kind, organization: str) -> str:
    """Return the path of the file of an organization that holds the records of a kind."""
    return f"data/organizations/{organization}/{FILES[kind]}.yml"


def open_keys(record: dict[str, Any]) -> Iterator[str]:
    """Yield the keys of a record whose value is still asked."""
    for key, value in record.items():
        if value == ASKED or (isinstance(value, list) and ASKED in value):
            yield key


def cite(source: str, paragraphs: tuple[int, ...] | list[int]) -> str:
    """Return a citation as editors write it: `ky-yeu#3,5-6`."""
    parts: list[str] = []
    ordered = sorted(set(paragraphs))
    at = 0
    while at < len(ordered):
        end = at
        while end + 1 < len(ordered) and ordered[end + 1] == ordered[end] + 1:
            end += 1
        parts.append(str(ordered[at]) if at == end else f"{ordered[at]}-{ordered[end]}")
        at = end + 1
    return f"{source}#{','.join(parts)}"
