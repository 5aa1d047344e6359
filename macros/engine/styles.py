"""Joins the stylesheets of the program to one: a browser fetches one file, which packs better.

Of twenty files of two kilobytes each, a third of what came over the line was their headers and what
they repeat of one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

JOINED = "assets/stylesheets/site.css"
"""The one stylesheet, in the folder of those that it joins: what they name stays where it was."""


def joined(styles: Sequence[str], folders: Sequence[Path]) -> tuple[list[str], Mapping[str, Path]]:
    """Return the stylesheets that pages link, and the files that are joined, by their paths.

    `styles` are those of the settings in their order, `folders` those of the theme, the program's
    last: its stylesheets are joined, each as the first folder has it. Those that a site adds of its
    own follow as they are.
    """
    own = [style for style in styles if folders and (folders[-1] / style).is_file()]
    parts = {
        style: next(file for one in folders if (file := one / style).is_file()) for style in own
    }
    others = [style for style in styles if style not in parts]
    return ([JOINED, *others] if parts else others), parts


def write_joined(parts: Mapping[str, Path], target: Path) -> dict[str, bytes]:
    """Write the joined stylesheet, minified, in place of its parts in the site at `target`.

    Returns it by its path.
    """
    from rcssmin import cssmin

    if not parts:
        return {}
    for style in parts:
        (target / style).unlink(missing_ok=True)
    text = "\n".join(file.read_text(encoding="utf-8") for file in parts.values())
    content = cssmin(text).encode()
    (target / JOINED).write_bytes(content)
    return {JOINED: content}
