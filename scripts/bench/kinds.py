"""What a page costs, kind by kind: milliseconds to read and write it, bytes on disk."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.addresses.places import family_of
from macros.admission.docs import LOOK_UP
from macros.site.cards import NAME as CARDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs.structure.pages import Page

TIMES = "pages.json"
"""The processor time of each page, as `Clock.write` leaves it in the folder of the project."""
KINDS = {
    "nhan-vat": "nhân vật",
    "to-chuc": "tổ chức",
    "van-kien": "văn bản",
    "nam": "năm",
    "thap-nien": "thập niên",
    "van-ban": "danh mục văn bản",
    "nguon": "tài liệu",
}
"""The kinds of generated pages that the report names, by the folder of their family."""


ADDED = ("nhân vật", "tổ chức", "văn bản", "năm")
"""Of these kinds each entry has a page: how many there are follows from the data."""
MOST_MILLISECONDS, MOST_SIZE = 3, 15_000
"""What one of those pages may cost on average: processor time, and bytes with its cards."""


@dataclass(frozen=True)
class Kind:
    """Pages of one kind: how many, and the mean cost of one.

    `milliseconds` is processor time to read and to write it, in one process; `size` are the bytes
    of the page and of its cards, of which `frame` are those around the text, alike on every page.
    """

    name: str
    pages: int
    milliseconds: float
    size: float
    frame: float


def together(costs: Sequence[Kind]) -> Kind | None:
    """Return the mean cost of a page of all the kinds `ADDED`; None if there is none."""
    added = [one for one in costs if one.name in ADDED]
    count = sum(one.pages for one in added)
    if not count:
        return None
    name = f"cả {len(added)} loại: {', '.join(one.name for one in added)}"
    shares = [(one, one.pages / count) for one in added]
    return Kind(
        name,
        count,
        sum(share * one.milliseconds for one, share in shares),
        sum(share * one.size for one, share in shares),
        sum(share * one.frame for one, share in shares),
    )


class Clock:
    """Adds up the processor time that the functions of a build take for each page."""

    def __init__(self) -> None:
        self._taken: defaultdict[str, float] = defaultdict(float)

    def timed(self, step: Callable[..., None]) -> Callable[..., None]:
        """Return a function of MkDocs that reads or writes a page, with its time noted."""

        @wraps(step)
        def timed(page: Page, *given: Any, **named: Any) -> None:
            start = time.process_time()
            step(page, *given, **named)
            self._taken[page.file.src_uri] += time.process_time() - start

        return timed

    def write(self, file: Path) -> None:
        """Write the seconds by the paths of the pages under docs/."""
        file.write_text(json.dumps(self._taken), encoding="utf-8")


def kinds(site: Path, times: Path) -> tuple[Kind, ...]:
    """Return what the pages of each kind in the built `site` cost; `times` is of a `Clock`."""
    taken: Mapping[str, float] = json.loads(times.read_text(encoding="utf-8"))
    found = []
    for folder, name in KINDS.items():
        own = {path: seconds for path, seconds in taken.items() if _is_of(path, folder)}
        pages = [site / path.removesuffix(".md") / "index.html" for path in own]
        if not pages:
            continue
        texts = [page.read_bytes() for page in pages]
        cards = [page.with_name(CARDS) for page in pages]
        size = sum(map(len, texts)) + sum(one.stat().st_size for one in cards if one.is_file())
        found.append(
            Kind(
                name,
                len(pages),
                1000 * sum(own.values()) / len(pages),
                size / len(pages),
                sum(map(_frame, texts)) / len(pages),
            )
        )
    return tuple(found)


def _is_of(path: str, folder: str) -> bool:
    family = family_of(path)
    # A letter of people is a list, as long as there are people.
    is_list = family is not None and family.kind == "people"
    return path.startswith(f"{LOOK_UP}/{folder}/") and family is not None and not is_list


def _frame(page: bytes) -> int:
    """Return the bytes around the text: all but what stands between title and citation."""
    start, end = page.find(b"<article"), page.rfind(b'<footer class="about-page"')
    return len(page) - max(end - start, 0)
