"""Text of the data within Markdown."""

from __future__ import annotations

import re
from html import escape

# What Markdown, its extensions in use, or the marks of calls could take for more than text.
_MEANT = re.compile(r"[\\`*_\[\]#]")
_BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}


def as_text(text: str) -> str:
    """Return a line of Markdown, such as a heading, that shows `text` and nothing else."""
    flat = " ".join(text.split())
    return _MEANT.sub(r"\\\g<0>", escape(flat, quote=False)).translate(_BRACES)
