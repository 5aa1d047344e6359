"""Text of strangers in Markdown, as GitHub and GitLab render it: it stays the text that it is."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&!^={}]")
_APART = "&#8203;"
"""A space of no width: hosts look for mentions and references in the text as rendered."""
_REFERENCE = re.compile(r"@|(?<=[#!%~])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|:(?=[\w+-]+:)", re.I)
_SHA = re.compile(r"\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{7})(?=[0-9a-f]{0,33}\b)", re.I)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CODE = re.compile(r"[a-z0-9][a-z0-9#,–-]*")


def escaped(text: str) -> str:
    """Return text for Markdown: on one line, without markup, links, mentions or references.

    Signs that show nothing, or turn the direction of what follows, are named by their number.
    """
    flat = " ".join(_HIDDEN.sub(_numbered, text).split())
    apart = _SHA.sub("\\1\0", _REFERENCE.sub(lambda one: f"{one.group()}\0", flat))
    safe = _MARKUP.sub(lambda one: "\\" + one.group(), apart).replace("$", "&#36;\0")
    return safe.replace("\0", _APART)


def shown(text: str) -> str:
    """Return text on one line for a terminal, its hidden signs named by their number."""
    return " ".join(_HIDDEN.sub(_numbered, text).split())


def code(text: str) -> str:
    """Return an id or a citation as code; anything else as escaped text."""
    return f"`{text}`" if _CODE.fullmatch(text) else escaped(text)


def _numbered(sign: re.Match[str]) -> str:
    if sign.group() in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85":
        return " "
    return f"U+{ord(sign.group()):04X}"
