"""Text from the data as Markdown that shows it unchanged."""

from __future__ import annotations

import re
from html import escape

# What Markdown or an extension in use would take for markup; braces could begin a macro call.
_SPECIAL = re.compile(r"[\\`*_\[\]#]")
_BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}


def as_text(text: str) -> str:
    """Return a line of Markdown, such as a heading, that shows `text` and nothing else."""
    flat = " ".join(text.split())
    return _SPECIAL.sub(r"\\\g<0>", escape(flat, quote=False)).translate(_BRACES)
