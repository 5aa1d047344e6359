"""Elements of WordprocessingML by name alone: strict files have other namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.intake.package import Element

_OFF = frozenset({"0", "false", "off", "none"})


def tag(element: Element) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child along a path of names, None if one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if tag(one) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of a name."""
    if element is not None:
        yield from (one for one in element if tag(one) == name)


def inside(element: Element, name: str) -> list[Element]:
    """Return what the first child of a name holds; nothing if there is none."""
    found = child(element, name)
    return [] if found is None else list(found)


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its name without namespace; "" if there is none."""
    if element is None:
        return ""
    for key, text in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute as a whole number, None if it is none."""
    text = value(element, name)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else None


def is_on(element: Element | None) -> bool | None:
    """Return whether a switch is on; None if it is not there, which leaves it to the style."""
    return None if element is None else value(element) not in _OFF
