"""The tree of a YAML file: text, lists and tables, each with its position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeAlias, TypeVar, overload

from macros.speed.positions import PackedPosition, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.messages.problems import Position

T = TypeVar("T")

_START = pack(1, 1)


class _Positioned:
    """A node: the path of its file, and the position where it begins."""

    __slots__ = ()
    path: str
    packed: PackedPosition

    @property
    def position(self) -> Position:
        """The position where the node begins, built on demand because few are ever reported."""
        return unpack(self.path, self.packed)


class Text(_Positioned, str):
    """A scalar exactly as written, folded and literal blocks resolved.

    `quoted` is true for single, double and block style: then the value was meant to be text.
    """

    __slots__ = ("packed", "path", "quoted")
    quoted: bool

    def __new__(
        cls, value: str, path: str = "", packed: PackedPosition = _START, quoted: bool = False
    ) -> Self:
        """Return the text `value` at the position `packed` in the file `path`."""
        self = super().__new__(cls, value)
        self.path = path
        self.packed = packed
        self.quoted = quoted
        return self

    def __getnewargs__(self) -> tuple[str, str, PackedPosition, bool]:  # type: ignore[override]
        """Return what copying and pickling pass to `__new__`."""
        return str(self), self.path, self.packed, self.quoted


class Items(_Positioned, list["Node"]):
    """A list with its position."""

    __slots__ = ("packed", "path")

    def __init__(
        self, values: Iterable[Node] = (), path: str = "", packed: PackedPosition = _START
    ) -> None:
        super().__init__(values)
        self.path = path
        self.packed = packed


class Table(_Positioned, dict[Text, "Node"]):
    """A mapping with its position; its keys have their own positions."""

    __slots__ = ("packed", "path")

    def __init__(
        self,
        values: Iterable[tuple[Text, Node]] = (),
        path: str = "",
        packed: PackedPosition = _START,
    ) -> None:
        super().__init__(values)
        self.path = path
        self.packed = packed

    if TYPE_CHECKING:  # a field may be looked up by its bare name

        def __getitem__(self, key: str, /) -> Node: ...

        @overload
        def get(self, key: str, default: None = None, /) -> Node | None: ...
        @overload
        def get(self, key: str, default: Node | T, /) -> Node | T: ...
        def get(self, key: str, default: object = None, /) -> object:
            """Return the field's node, or the default where it is absent."""


Node: TypeAlias = Text | Items | Table
