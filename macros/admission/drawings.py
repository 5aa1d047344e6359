"""Whether a drawing of a few kilobytes draws millions of shapes, by reusing parts of itself."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

MAX_DRAWN = 20_000
"""The most shapes, each counted as often as it is drawn."""
MAX_WITHIN = 6
"""How deep parts that draw other parts may be nested."""

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_URL = re.compile(r"url\(\s*['\"]?\s*#([^'\")\s]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
_ALL = "*"
# Elements that draw their content wherever another element refers to them; a gradient does not.
_DRAWS = frozenset(f"{_SVG}{name}" for name in ("mask", "pattern", "marker", "clipPath"))


class _TooMuchError(Exception):
    """A drawing that draws too much; the text says how, in an editor's words."""


def multiplied(tree: etree._Element) -> str:
    """Return how parts of a drawing multiply others, in an editor's words; "" if they do not."""
    try:
        _Drawing(tree).drawn(tree, 0)
    except _TooMuchError as error:
        return str(error)
    return ""


class _Drawing:
    """Counts the shapes of a drawing; a part that is reused counts each time it is drawn."""

    def __init__(self, tree: etree._Element) -> None:
        self.named = {one.get("id"): one for one in tree.iter(f"{_SVG}*") if one.get("id")}
        self.styled = _styled(tree)
        self.known: dict[etree._Element, int] = {}

    def drawn(self, part: etree._Element, within: int) -> int:
        """Return how many shapes a part draws that lies `within` so many others, one in another."""
        if part in self.known:
            return self.known[part]
        if within > MAX_WITHIN:
            raise _TooMuchError("hình SVG lồng mặt nạ hoặc mẫu tô vào nhau")
        total = 0
        for element in part.iter(f"{_SVG}*"):
            total += 1
            for name in _shown_by(element, self.styled):
                total += self._shown(element, name, within)
            if total > MAX_DRAWN:
                raise _TooMuchError(f"hình SVG vẽ lặp quá {MAX_DRAWN} nét")
        self.known[part] = total
        return total

    def _shown(self, element: etree._Element, name: str, within: int) -> int:
        target = self.named.get(name)
        if target is None:
            return 0
        if element.tag == f"{_SVG}use":
            if next(target.iter(f"{_SVG}use"), None) is not None:
                raise _TooMuchError("hình SVG lồng <use> vào nhau")
        elif target.tag not in _DRAWS:
            return 0
        # A marker stands at each point of a line.
        points = max(1, len(element.get("d", "")) // 4) if "marker" in str(target.tag) else 1
        return points * self.drawn(target, within + 1)


def _shown_by(element: etree._Element, styled: dict[str, set[str]]) -> set[str]:
    """Return the ids that an element refers to, by its attributes or its styles."""
    found = set(styled.get(_ALL, ()))
    for key, value in element.attrib.items():
        found.update(_URL.findall(str(value)))
        if key in _HREFS and element.tag == f"{_SVG}use":
            found.add(str(value).strip().removeprefix("#"))
    for name in element.get("class", "").split():
        found |= styled.get(name, set())
    return found


def _styled(tree: etree._Element) -> dict[str, set[str]]:
    """Return the ids that the style rules of a drawing refer to, by class; _ALL for other rules."""
    found: dict[str, set[str]] = defaultdict(set)
    for style in tree.iter(f"{_SVG}style"):
        for selectors, values in _RULE.findall(str(style.xpath("string()"))):
            if names := set(_URL.findall(values)):
                for selector in selectors.split(","):
                    classes = _CLASS.findall(selector)
                    found[classes[-1] if classes else _ALL] |= names
    return found
