"""Keeps symbols of documents and ranges of years whole: “1521-QĐ/TU”, “2015–2020” never break."""

from __future__ import annotations

import re
from functools import lru_cache

from macros.rendering.templates import render

# It begins with a digit, and looks behind it, which is several times as fast.
_SYMBOL = re.compile(
    r"\d(?<![\w/.,-]\d)(?:[\d,]*(?:/\d{4})?(?:[-/][A-ZĐƯƠÂÊÔ]+\d*)+(?!\w)|\d{3}[–-]\d{4}(?![\w/–-]))"
)
_RANGE = re.compile(r"\d{4}(?<![\w/.,–-]\d{4})[–-](?=\d{4}(?![\w/–-]))")
_WORD_JOINER = "\u2060"
_NO_MARKUP = ("<text", "<title", "<tspan", "<option", "<textarea", "<script", "<style")
"""The elements that hold text alone, or none that a reader sees."""


def with_whole_symbols(html: str) -> str:
    """Return the HTML of a page with each symbol in its text marked as one that does not break."""
    return _SYMBOL.sub(_whole, html)


def with_whole_ranges(html: str) -> str:
    """Return HTML around an article with a sign in each range of years after which no line ends.

    Entries of a menu are laid out as boxes beside each other, so there can be no element in one.
    """
    return _RANGE.sub(lambda one: one[0] + _WORD_JOINER if _in_text(one) else one[0], html)


def _whole(symbol: re.Match[str]) -> str:
    return _marked(symbol[0]) if _in_text(symbol) else symbol[0]


def _in_text(found: re.Match[str]) -> bool:
    """Return whether something stands in text that a page shows as HTML."""
    html, at = found.string, found.start()
    opened, closed = html.rfind("<", 0, at), html.rfind(">", 0, at)
    return opened <= closed and not html.startswith(_NO_MARKUP, max(opened, 0))


@lru_cache(maxsize=1 << 12)
def _marked(symbol: str) -> str:
    return str(render("symbol", text=symbol))
