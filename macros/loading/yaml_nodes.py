"""The tree that the strict YAML reader gives: text, lists and tables that know their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeAlias, TypeVar, overload

from macros.problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

# Of a node that no file holds, such as an id taken from a file name.
NOWHERE = Position("")


class Text(str):
    """A scalar exactly as written, folded and literal blocks resolved.

    `quoted` is true for single, double and block style: then the value was meant to be text.
    """

    __slots__ = ("position", "quoted")
    position: Position
    quoted: bool

    def __new__(cls, value: str, position: Position = NOWHERE, quoted: bool = False) -> Self:
        """Return the text `value` that stands at `position`."""
        self = super().__new__(cls, value)
        self.position = position
        self.quoted = quoted
        return self

    def __getnewargs__(self) -> tuple[str, Position, bool]:  # type: ignore[override]
        """Return what copying and pickling pass to `__new__`."""
        return str(self), self.position, self.quoted


class Items(list["Node"]):
    """A list with the position where it begins."""

    __slots__ = ("position",)

    def __init__(self, values: Iterable[Node] = (), position: Position = NOWHERE) -> None:
        super().__init__(values)
        self.position = position


class Table(dict[Text, "Node"]):
    """A mapping with the position where it begins; its keys carry their own positions."""

    __slots__ = ("position",)

    def __init__(
        self, values: Iterable[tuple[Text, Node]] = (), position: Position = NOWHERE
    ) -> None:
        super().__init__(values)
        self.position = position

    if TYPE_CHECKING:  # a field may be looked up by its bare name

        def __getitem__(self, key: str, /) -> Node: ...

        @overload
        def get(self, key: str, default: None = None, /) -> Node | None: ...
        @overload
        def get(self, key: str, default: Node | T, /) -> Node | T: ...
        def get(self, key: str, default: object = None, /) -> object:
            """Return the field's node, or the default where it is absent."""


Node: TypeAlias = Text | Items | Table
