"""Closed lists: the codes that a field may have, each with its Vietnamese word.

A list is written once (:mod:`macros.model.codes` and its neighbours). The model
takes its codes from there and so do the JSON Schemas; pages and open data take the words, the
editors' guide the explanations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Code:
    """One entry: what an editor types, and the word that a reader sees in a sentence.

    `description` explains it to an editor if the word alone is not clear. `printed` are the
    words that sources use for it, separated by " / ", if they differ from `word`; `said` is False
    for a code that no words of a source express, such as "other".
    """

    code: str
    word: str
    description: str = ""
    printed: str = ""
    said: bool = True

    @property
    def sources(self) -> tuple[str, ...]:
        """The words of sources that express the code: `printed`, or else its own word."""
        return tuple((self.printed or self.word).split(" / ")) if self.said else ()


C = TypeVar("C", bound=Code)


class ClosedList(Mapping[str, str], Generic[C]):
    """The codes of one kind with their words, in order: ``BODIES["executive"]``.

    As an annotation, ``Annotated[str, BODIES]``, it makes a field take these codes and no others.
    """

    def __init__(self, *entries: C) -> None:
        self._entries: dict[str, C] = {one.code: one for one in entries}
        if len(self._entries) < len(entries):
            raise ValueError(f"a code stands twice: {[one.code for one in entries]}")

    def __getitem__(self, code: str) -> str:
        return self._entries[code].word

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    # Compared by identity: two lists with equal content are different lists.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def entries(self) -> tuple[C, ...]:
        """The entries in order."""
        return tuple(self._entries.values())

    def entry(self, code: str) -> C:
        """Return the whole entry of a code."""
        return self._entries[code]

    @property
    def words(self) -> str:
        """The list for readers: “elected: bầu; designated: chỉ định”."""
        return "; ".join(f"{one.code}: {one.word}" for one in self.entries)

    @property
    def help(self) -> str:
        """The list for editors, with explanations."""
        return "; ".join(f"{one.code}: {one.description or one.word}" for one in self.entries)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validate like a Literal of the codes: same errors, same JSON Schema."""
        return core_schema.literal_schema(list(self))


def closed_list_of(info: FieldInfo) -> ClosedList[Any] | None:
    """Return the list that a field takes its codes from, or None."""
    return _in_annotation((*info.metadata, info.annotation))


def _in_annotation(parts: tuple[Any, ...]) -> ClosedList[Any] | None:
    for part in parts:
        if isinstance(part, ClosedList):
            return part
        # Of Annotated[str, LIST], `get_args` gives both; of `X | None` and tuple[X, ...], X.
        found = _in_annotation(get_args(part))
        if found is not None:
            return found
    return None
