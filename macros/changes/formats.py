"""The report of changes as Markdown, as text for a terminal, and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from macros.changes.markup import code, escaped, shown
from macros.changes.report import Block, Item, blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.changes.compare import Changes

VERSION = 1
"""Of the JSON; raised when a key changes its meaning or goes."""


def markdown(changes: Changes) -> Iterator[str]:
    """Yield the lines of the report in Markdown, with all text of the contribution escaped."""
    for at, one in enumerate(blocks(changes)):
        if at:
            yield ""
        if one.heading:
            yield f"{'#' * one.level} {escaped(one.heading)}"
        if one.heading and one.items:
            yield ""
        if one.paragraph:
            strong = f"**{escaped(one.strong)}** " if one.strong else ""
            yield strong + escaped(one.paragraph)
        for item in one.items:
            yield from _markdown_item(item)


def _markdown_item(item: Item) -> Iterator[str]:
    text = escaped(item.text)
    # In a code span, # does not become a link to an issue.
    sources = ", ".join(map(code, item.sources))
    yield f"- {f'**{text}**' if item.strong else text}" + (f"; nguồn {sources}" if sources else "")
    yield from (f"    - {escaped(line)}" for line in item.below)


def text(changes: Changes) -> Iterator[str]:
    """Yield the lines of the report for a terminal."""
    for at, one in enumerate(blocks(changes)):
        if at:
            yield ""
        yield from _text_block(one)


def _text_block(one: Block) -> Iterator[str]:
    if one.heading:
        yield shown(one.heading) + ("" if one.level == 1 else ":")
    if one.paragraph:
        yield shown(f"{one.strong} {one.paragraph}")
    for item in one.items:
        sources = f"; nguồn {', '.join(item.sources)}" if item.sources else ""
        yield f"  - {shown(item.text + sources)}"
        yield from (f"      {shown(line)}" for line in item.below)


def as_json(changes: Changes) -> Iterator[str]:
    """Yield the changes as one JSON document; see the fields of `Changes` for its keys."""
    document = {"version": VERSION, **asdict(changes)}
    yield from json.dumps(document, ensure_ascii=False, indent=1).splitlines()


FORMATS: Mapping[str, Callable[[Changes], Iterator[str]]] = {
    "markdown": markdown,
    "text": text,
    "json": as_json,
}
"""The formats by the name that `make changes FORMAT=…` takes."""
