"""Expands chapters in other processes, from the last backwards, while MkDocs starts at the first.

Expanding is half of a build and pure, so a second processor can do its share of it; rendering
itself MkDocs does in one process.
"""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from macros.chapter import ChapterError
from macros.processes import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.chapter import Chapter

_AT_A_TIME = 4

# What a worker works with: set before it is forked, since an archive is too large to be sent.
_work: tuple[Callable[[Chapter], str], Sequence[Chapter]] | None = None


class Ahead:
    """The chapters of one build, some of them expanded before they are asked for.

    Without a second processor, or where processes cannot be forked, nothing is.
    """

    def __init__(self, expand: Callable[[Chapter], str], chapters: Sequence[Chapter]) -> None:
        global _work
        self._promised: dict[str, Future[dict[str, str]]] = {}
        others = workers() - 1
        if others < 1:
            return
        _work = (expand, chapters)
        pool = ProcessPoolExecutor(others, mp_context=get_context("fork"))
        for end in range(len(chapters), 0, -_AT_A_TIME):
            places = range(max(0, end - _AT_A_TIME), end)
            promise = pool.submit(_expand, places)
            self._promised |= {chapters[place].path: promise for place in places}
        pool.shutdown(wait=False)

    def take(self, chapter: Chapter) -> str | None:
        """Return the text of a chapter, or None where the caller is to expand it.

        What no worker has begun is the caller's: nobody waits for work that could be done.
        """
        promise = self._promised.pop(chapter.path, None)
        if promise is None or promise.cancel() or promise.cancelled():
            return None
        return promise.result().get(chapter.path)


def _expand(places: Sequence[int]) -> dict[str, str]:
    """Return the texts of some chapters by path; one that cannot be expanded is left out.

    The caller then expands it itself and has the error where it can be told.
    """
    assert _work is not None
    expand, chapters = _work
    texts: dict[str, str] = {}
    for chapter in (chapters[place] for place in places):
        try:
            texts[chapter.path] = expand(chapter)
        except ChapterError:
            continue
    return texts
