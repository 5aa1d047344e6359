"""What the Content-Security-Policy of the pages would refuse: code and styles within a page.

Told at the build, since a browser would only leave them out: a page would look or work otherwise
than its editor meant. See overrides/partials/policy.html.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# Data for scripts, such as JSON-LD, is not run.
_SCRIPTS = (
    "//script[not(@src) and not(contains(@type, 'json'))] | //style"
    " | //a[starts-with("
    "translate(normalize-space(@href), 'JAVSCRIPT', 'javscript'), 'javascript:')]"
)
_ATTRIBUTES = "//*[@style or @*[starts-with(name(), 'on')]]"
# In small letters; a pattern that begins with what it looks for is found ten times as fast as one
# that begins with the space before it.
_MARKS = (
    re.compile(rb"style(?<=\sstyle)\s*="),
    re.compile(rb"on(?<=\son)[a-z]+\s*="),
    re.compile(rb"<style\b"),
)


def may_hold_code(source: bytes, tree: _Element, links: Iterable[str]) -> bool:
    """Say whether a page may hold code or styles: of one that does not, no more is searched."""
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
    """Yield, as a start tag, each element of a page that holds code or styles of its own."""
    for element in (*tree.xpath(_SCRIPTS), *tree.xpath(_ATTRIBUTES)):
        names = [
            name for name in element.attrib if name in {"style", "href"} or name.startswith("on")
        ]
        yield f"<{' '.join([str(element.tag), *sorted(map(str, names))])}>"
