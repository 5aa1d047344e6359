"""Finds inline code and styles, which the Content-Security-Policy of the pages forbids.

The build reports them, because a browser ignores them silently: the page would not look or work as
its editor meant. See overrides/partials/policy.html.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# Data blocks, such as JSON-LD, are not executed.
_SCRIPTS = (
    "//script[not(@src) and not(contains(@type, 'json'))] | //style"
    " | //a[starts-with("
    "translate(normalize-space(@href), 'JAVSCRIPT', 'javscript'), 'javascript:')]"
)
_ATTRIBUTES = "//*[@style or @*[starts-with(name(), 'on')]]"
# For text in lower case. Each pattern begins with letters and looks behind for the space: that is
# ten times as fast as a pattern that begins with the space.
_MARKS = (
    re.compile(rb"style(?<=\sstyle)\s*="),
    re.compile(rb"on(?<=\son)[a-z]+\s*="),
    re.compile(rb"<style\b"),
)


def may_hold_code(source: bytes, tree: _Element, links: Iterable[str]) -> bool:
    """Return whether a page may contain inline code, so that `inline_code` must be called."""
    small = source.lower()
    return (
        any(mark.search(small) for mark in _MARKS)
        or any(
            script.get("src") is None and "json" not in script.get("type", "")
            for script in tree.iter("script")
        )
        or any(link.lower().startswith("javascript:") for link in links)
    )


def inline_code(tree: _Element) -> Iterator[str]:
    """Yield each element with inline code or styles, as its start tag."""
    for element in (*tree.xpath(_SCRIPTS), *tree.xpath(_ATTRIBUTES)):
        names = [
            name for name in element.attrib if name in {"style", "href"} or name.startswith("on")
        ]
        yield f"<{' '.join([str(element.tag), *sorted(map(str, names))])}>"
