"""One converter of Markdown for all pages of a build, in place of a new one for each.

MkDocs makes a converter for every page, with all its extensions: 1.6 ms of the 6 ms in which the
page of a person is read. The plain version is MkDocs itself (tests/speed/test_converter.py).
"""

from __future__ import annotations

from functools import wraps
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ParamSpec

import markdown
from mkdocs.structure import pages

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


def with_one_converter(read: Callable[P, None]) -> Callable[P, None]:
    """Return `read`, the function of MkDocs that reads a page, with one converter for all calls.

    What MkDocs itself adds for a page replaces, under the same name, what it added for the one
    before; whatever an extension remembers of a page is forgotten by `reset`. A page that fails
    leaves nothing behind: the next one gets a new converter.
    """
    kept: list[markdown.Markdown] = []

    def converter(**settings: Any) -> markdown.Markdown:
        if not kept:
            kept.append(markdown.Markdown(**settings))
        return kept[0].reset()

    @wraps(read)
    def reading(*given: P.args, **named: P.kwargs) -> None:
        before = vars(pages)["markdown"]
        setattr(pages, "markdown", SimpleNamespace(Markdown=converter))  # noqa: B010 (from mypy)
        try:
            read(*given, **named)
        except BaseException:
            kept.clear()
            raise
        finally:
            setattr(pages, "markdown", before)  # noqa: B010

    return reading
