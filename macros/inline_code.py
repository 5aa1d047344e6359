"""What the Content-Security-Policy of the pages would refuse: code and styles within a page.

Told at the build, since a browser would only leave them out: a page would look or work otherwise
than its editor meant. See overrides/partials/policy.html.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# Data for scripts, such as JSON-LD, is not run.
_SCRIPTS = (
    "//script[not(@src) and not(contains(@type, 'json'))] | //style"
    " | //a[starts-with(normalize-space(@href), 'javascript:')]"
)
_ATTRIBUTES = "//*[@style or @*[starts-with(name(), 'on')]]"
# Pages without any such attribute are spared the search through all of theirs.
_MARK = re.compile(rb"\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)


def inline_code(tree: _Element, source: bytes) -> Iterator[str]:
    """Yield, as a start tag, each element of a page that holds code or styles of its own."""
    found: list[_Element] = tree.xpath(_SCRIPTS)
    if _MARK.search(source):
        found += tree.xpath(_ATTRIBUTES)
    for element in found:
        names = [
            name for name in element.attrib if name in {"style", "href"} or name.startswith("on")
        ]
        yield f"<{' '.join([str(element.tag), *sorted(map(str, names))])}>"
