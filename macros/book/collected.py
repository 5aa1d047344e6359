"""Lays out the collected volume in stretches, each in its own process, and joins them.

The pages of a volume stay in memory as boxes until it is written: 2.5 MiB per page. Laid out as a
whole, the collected volume takes as much memory as all its organizations together; in stretches, as
much as the largest one. What all parts share, such as the index, is divided too (`portions`). A
stretch needs the number of its first page and of the pages in other stretches that it refers to; if
these turn out to be different, it is laid out again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from macros.archive import Archive
from macros.book import matter
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.formats import Format
from macros.book.join import ELSEWHERE, join
from macros.book.matter import Edition
from macros.book.openings import FOLLOW, Opening, back_openings, openings
from macros.book.page_audit import TOC_PAGE, Reading, prints_page, read
from macros.book.page_list import Start, read_starts
from macros.book.pdf import (
    PageFinder,
    PrintedVolume,
    Typesetter,
    certificate_of,
    complaints,
    document_text,
    section_texts,
    typesetting,
    write,
)
from macros.book.portions import portions
from macros.book.proof import FaultyVolumeError, prove
from macros.book.section import Element, Section, elements
from macros.messages.problems import Problem, errors
from macros.system.processes import WorkerProcess

BLANK = '<div class="blank"></div>'
"""The blank back of a stretch's last page, if the next begins on a right-hand page."""

TIMES = 5
"""How often a stretch is laid out at most until its page numbers are right."""


@dataclass(frozen=True)
class Stretch:
    """Sections laid out together, how each begins, and the HTML that precedes and follows them."""

    sections: tuple[Section, ...]
    starts: tuple[Opening, ...]
    preceding: str = ""
    following: str = ""


class _Assumed(NamedTuple):
    """The assumptions of a layout: number of pages before it, page of each anchor elsewhere."""

    after: int
    anchor_pages: Mapping[str, int]


@dataclass
class _LaidOut:
    """A stretch that is laid out: what was assumed for it, what was read of it, its problems."""

    assumed: _Assumed
    reading: Reading
    problems: list[Problem] = field(default_factory=list)


def stretches(sections: Sequence[Section], starts: Sequence[Opening]) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each stretch: one per part, and one for what follows the last."""
    first = 0
    for at, section in enumerate(sections):
        ends = section.kind == "part" or (at and section.level < sections[at - 1].level)
        if at > first and ends and starts[at].kind != FOLLOW:
            yield first, at
            first = at
    if sections:
        yield first, len(sections)


def print_collected(
    volume: Volume,
    settings: Settings,
    archive: Archive,
    edition: Edition,
    layout: Format,
    *,
    at_once: int = 1,
) -> PrintedVolume:
    """Return the collected volume laid out in the format `layout`, `at_once` stretches at a time.

    Raises FaultyVolumeError for one that is not as it must be (`macros.book.proof`).
    """
    with typesetting(volume, settings, layout) as (typesetter, folder, problems):
        how = archive.edition.of(volume.plan.name).openings or FOLLOW
        layouter = _Layouter(volume, settings, edition, typesetter, folder)
        layouter.add(_body(volume, settings, edition, how), at_once)
        back = matter.back(volume, settings, archive, PageFinder(layouter.anchor_pages()))
        promised = certificate_of(volume, back, archive, edition)
        certificate = matter.fill(volume.root, "certificate.html", certificate=promised)
        *before, last = _shared(back, back_openings(back, how))
        layouter.add([*before, replace(last, following=certificate)], at_once)
        made = layouter.made
        problems += [one for stretch in made for one in stretch.problems]
        readings = [stretch.reading for stretch in made]
        problems += prove(volume, readings, promised)
        if faults := errors(problems):
            raise FaultyVolumeError(faults)
        whole = Path(folder) / "whole.pdf"
        paths = [layouter.path(number) for number in range(len(made))]
        join(paths, whole)
        # Each stretch is read alone, because a reader of PDFs holds what it has read.
        starts: dict[int, Start] = {}
        for path, stretch in zip(paths, made, strict=True):
            starts |= read_starts(path, after=stretch.assumed.after)
        data = whole.read_bytes()
    return PrintedVolume(data, sum(one.pages for one in readings), starts, problems)


def _body(volume: Volume, settings: Settings, edition: Edition, how: str) -> list[Stretch]:
    """Return the stretches from the half title to the sources."""
    introduction = matter.introduction(volume, settings, paper=True, how=how)
    sections = matter.arranged(volume, introduction) + matter.references(volume, settings)
    starts = openings(sections, how)
    *parts, (last, _) = stretches(sections, starts)
    found = [Stretch(tuple(sections[at:end]), tuple(starts[at:end])) for at, end in parts]
    found += _shared(sections[last:], starts[last:])
    return [replace(found[0], preceding=matter.front(volume, settings, edition)), *found[1:]]


def _shared(sections: Sequence[Section], starts: Sequence[Opening]) -> list[Stretch]:
    """Return the stretches of the sections that all parts share: several, if those are long."""
    return [
        Stretch(tuple(section for section, _ in placed), tuple(start for _, start in placed))
        for placed in portions(sections, starts)
    ]


class _Layouter:
    """Lays out stretches, one or several at a time, until their page numbers are right."""

    def __init__(
        self,
        volume: Volume,
        settings: Settings,
        edition: Edition,
        typesetter: Typesetter,
        folder: Path,
    ) -> None:
        self.volume = volume
        self.settings = settings
        self.edition = edition
        self.typesetter = typesetter
        self.folder = folder
        self.all: list[Stretch] = []
        self.wanted: list[set[str]] = []
        self.made: list[_LaidOut] = []

    def path(self, number: int) -> Path:
        """Return where the PDF of a stretch is written."""
        return self.folder / f"{number:04}.pdf"

    def anchor_pages(self) -> dict[str, int]:
        """Return the page of each anchor of the stretches that are laid out."""
        found: dict[str, int] = {}
        for one in self.made:
            found |= one.reading.anchor_pages
        return found

    def add(self, more: Sequence[Stretch], at_once: int) -> None:
        """Lay out further stretches after those that are laid out."""
        first = len(self.all)
        self.all += more
        for stretch in more:
            self.wanted.append(_elsewhere(stretch))
            # Unpacked only by the process that lays them out, so that its end frees the memory.
            for section in stretch.sections:
                section.pack()
        for _ in range(TIMES):
            wrong = [
                number
                for number in range(first, len(self.all))
                if number >= len(self.made)
                or self.made[number].assumed != self._assumptions(number)
            ]
            if not wrong:
                return
            self._lay_out_all(wrong, at_once)

    def _assumptions(self, number: int) -> _Assumed:
        """Return what to assume for a stretch, as far as it is known."""
        after = sum(one.reading.pages for one in self.made[:number])
        pages = self.anchor_pages()
        wanted = self.wanted[number]
        return _Assumed(after, {anchor: pages[anchor] for anchor in wanted if anchor in pages})

    def _lay_out_all(self, numbers: Sequence[int], at_once: int) -> None:
        """Lay out some stretches in order; those laid out together assume the same."""
        waiting = list(numbers)
        while waiting:
            running = [(number, self._begin(number)) for number in waiting[:at_once]]
            waiting = waiting[at_once:]
            for number, process in running:
                done: _LaidOut | Exception = process.receive()
                process.close()
                if isinstance(done, Exception):
                    raise done
                self.made[number : number + 1] = [done]

    def _begin(self, number: int) -> WorkerProcess:
        """Begin to lay out a stretch, in a process of its own."""
        assumed = self._assumptions(number)

        def work(pipe: Connection) -> None:
            # The process ends with its stretch, so garbage need not be collected.
            gc.disable()
            try:
                pipe.send(self._lay_out(number, assumed))
            except Exception as error:
                pipe.send(error)
                raise

        return WorkerProcess(work)

    def _lay_out(self, number: int, assumed: _Assumed) -> _LaidOut:
        """Lay out a stretch and write its PDF."""
        stretch = self.all[number]
        _address_elsewhere(stretch, assumed.anchor_pages)
        texts = section_texts(self.volume, self.edition, stretch.sections, stretch.starts)
        turns = assumed.after % 2 and stretch.starts[0].kind == "right"
        front = (BLANK if turns else "") + stretch.preceding
        text = document_text(
            self.volume, self.settings, self.edition, front, [*texts, stretch.following]
        )
        with complaints(self.volume) as problems:
            document, root = self.typesetter.lay_out(text, after=assumed.after)
            reading = read(document, root, after=assumed.after)
            name = f"{self.volume.plan.name} {self.edition.commit} {number}"
            self.path(number).write_bytes(write(document, name, apart=f"{number:04}-"))
        return _LaidOut(assumed, reading, problems)


def _own(stretch: Stretch) -> set[str]:
    """Return the anchors of a stretch."""
    found = {one.key for one in stretch.sections}
    for section in stretch.sections:
        found.update(section.tree.xpath(".//@id", smart_strings=False))
    return found


def _elsewhere(stretch: Stretch) -> set[str]:
    """Return the anchors of other stretches whose page numbers a stretch prints."""
    own = _own(stretch)
    return {
        target
        for section in stretch.sections
        for link in elements(section.tree, "a")
        if (target := (link.get("href") or "")[1:]) not in own
        and (prints_page(link) or _unknown_page(link) is not None)
    }


def _address_elsewhere(stretch: Stretch, anchor_pages: Mapping[str, int]) -> None:
    """Give links to other stretches an address that `join` knows, and their page if printed."""
    own = _own(stretch)
    for section in stretch.sections:
        for link in elements(section.tree, "a"):
            href = link.get("href") or ""
            if not href.startswith("#") or href[1:] in own:
                continue
            link.set("data-target", href)
            if prints_page(link):
                link.set("class", f"{link.get('class') or ''} elsewhere".strip())
                link.set("data-page", str(anchor_pages.get(href[1:], 0)))
            if (page := _unknown_page(link)) is not None:
                page.set("class", TOC_PAGE)
                page.text = str(anchor_pages.get(href[1:], 0))
            link.set("href", f"{ELSEWHERE}{href[1:]}")


def _unknown_page(link: Element) -> Element:
    """Return the element in a line of the contents whose page is still to be filled in, or None."""
    return link.find(f"span[@class='{TOC_PAGE} {TOC_PAGE}--later']")
