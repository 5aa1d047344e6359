"""Lays out the collected volume in stretches, each in its own process, and joins them.

The pages of a volume stay in memory as boxes until it is written: 2.5 MiB per page. Laid out as a
whole, the collected volume takes as much memory as all its organizations together; in stretches, as
much as the largest one. A stretch needs the number of its first page and of the pages in other
stretches that it refers to; if these turn out to be different, it is laid out again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from macros.archive import Archive
from macros.book import matter, page_flow, page_notes, weasyprint_fixes
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.fallback import fallback
from macros.book.formats import Format
from macros.book.join import ELSEWHERE, join
from macros.book.matter import Edition
from macros.book.openings import FOLLOW, ROOM_IN_COLLECTED, Opening, back_openings, openings
from macros.book.page_audit import Reading, prints_page, read
from macros.book.paper import (
    Places,
    Press,
    PrintedVolume,
    certificate_of,
    complaints,
    document_text,
    section_texts,
    write,
)
from macros.book.proof import FaultyVolumeError, prove
from macros.book.section import Section, elements
from macros.messages.problems import Problem, errors
from macros.system.processes import WorkerProcess

BLANK = '<div class="blank"></div>'
"""The blank back of a stretch's last page, if the next begins on a right-hand page."""

TIMES = 5
"""How often a stretch is laid out at most until its page numbers are right."""


@dataclass(frozen=True)
class Stretch:
    """Sections that are laid out together, with the HTML before and after them."""

    sections: tuple[Section, ...]
    begun: tuple[Opening, ...]
    before: str = ""
    behind: str = ""


class _Told(NamedTuple):
    """The assumptions of a layout: number of pages before it, page of each anchor elsewhere."""

    after: int
    places: Mapping[str, int]


@dataclass
class _Set:
    """A stretch that is set: what was read of it, what it was told, and what was complained of."""

    told: _Told
    reading: Reading
    problems: list[Problem] = field(default_factory=list)


def stretches(sections: Sequence[Section], begun: Sequence[Opening]) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each stretch: one per part, and one for what follows the last."""
    first = 0
    for at, section in enumerate(sections):
        ends = section.kind == "part" or (at and section.level < sections[at - 1].level)
        if at > first and ends and begun[at].kind != FOLLOW:
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
    """Return the collected volume set in pages of the format `layout`, `at_once` stretches a time.

    Raises FaultyVolumeError for one that is not as it must be (`macros.book.proof`).
    """
    page_flow.tell_continuation(volume.sections)
    page_flow.number_lists(volume.sections)
    lacking = fallback(volume.sections)
    with (
        TemporaryDirectory() as folder,
        complaints(volume) as problems,
        weasyprint_fixes.applied(),
        page_notes.applied(),
        page_flow.applied(layout, ROOM_IN_COLLECTED),
    ):
        problems += lacking.problems(f"{volume.plan.name}.pdf")
        press = Press(settings.root, layout, lacking.cuts, Path(folder))
        how = archive.edition.of(volume.plan.name).openings or FOLLOW
        setter = _Setter(volume, settings, edition, press, Path(folder))
        setter.set(_body(volume, settings, edition, how), at_once)
        back = matter.back(volume, settings, archive, Places(setter.places()))
        promised = certificate_of(volume, back, archive, edition)
        behind = matter.fill(volume.root, "certificate.html", certificate=promised)
        last = Stretch(tuple(back), tuple(back_openings(back, how)), "", behind)
        setter.set([last], 1)
        made = setter.made
        problems += [one for stretch in made for one in stretch.problems]
        readings = [stretch.reading for stretch in made]
        problems += prove(volume, readings, promised)
        if faults := errors(problems):
            raise FaultyVolumeError(faults)
        data = join([setter.path(number) for number in range(len(made))])
    return PrintedVolume(data, sum(one.pages for one in readings), problems)


def _body(volume: Volume, settings: Settings, edition: Edition, how: str) -> list[Stretch]:
    """Return the stretches from the half title to the sources."""
    introduction = matter.introduction(volume, settings, paper=True, how=how)
    told = matter.references(volume, settings)
    sections = [*matter.arranged(volume, introduction), *told]
    begun = openings(sections, how)
    front = matter.front(volume, settings, edition)
    return [
        Stretch(tuple(sections[first:end]), tuple(begun[first:end]), "" if first else front)
        for first, end in stretches(sections, begun)
    ]


class _Setter:
    """Sets stretches one after the other, or several at a time, until their page numbers hold."""

    def __init__(
        self, volume: Volume, settings: Settings, edition: Edition, press: Press, folder: Path
    ) -> None:
        self.volume = volume
        self.settings = settings
        self.edition = edition
        self.press = press
        self.folder = folder
        self.all: list[Stretch] = []
        self.made: list[_Set] = []

    def path(self, number: int) -> Path:
        """Return where the PDF of a stretch is written."""
        return self.folder / f"{number:04}.pdf"

    def places(self) -> dict[str, int]:
        """Return the page of each anchor of what is set."""
        found: dict[str, int] = {}
        for one in self.made:
            found |= one.reading.places
        return found

    def set(self, more: Sequence[Stretch], at_once: int) -> None:
        """Set further stretches behind those that are set."""
        first = len(self.all)
        self.all += more
        for _ in range(TIMES):
            wrong = [
                number
                for number in range(first, len(self.all))
                if number >= len(self.made) or self.made[number].told != self._told(number)
            ]
            if not wrong:
                return
            self._set(wrong, at_once)

    def _told(self, number: int) -> _Told:
        """Return what a stretch is to be told, as far as is known."""
        after = sum(one.reading.pages for one in self.made[:number])
        places = self.places()
        wanted = _elsewhere(self.all[number])
        return _Told(after, {anchor: places[anchor] for anchor in wanted if anchor in places})

    def _set(self, numbers: Sequence[int], at_once: int) -> None:
        """Set some stretches, in order; those begun at once are told the same of those before."""
        waiting = list(numbers)
        while waiting:
            begun = [(number, self._begin(number)) for number in waiting[:at_once]]
            waiting = waiting[at_once:]
            for number, process in begun:
                done: _Set | Exception = process.receive()
                process.close()
                if isinstance(done, Exception):
                    raise done
                self.made[number : number + 1] = [done]

    def _begin(self, number: int) -> WorkerProcess:
        """Begin to set a stretch, in a process of its own."""
        told = self._told(number)

        def work(pipe: Connection) -> None:
            # The process ends with its stretch: nothing of it need be gathered.
            gc.disable()
            try:
                pipe.send(self._lay(number, told))
            except Exception as error:
                pipe.send(error)
                raise

        return WorkerProcess(work)

    def _lay(self, number: int, told: _Told) -> _Set:
        """Set a stretch and write its PDF."""
        stretch = self.all[number]
        _lead_elsewhere(stretch, told.places)
        texts = section_texts(self.volume, self.edition, stretch.sections, stretch.begun)
        turns = told.after % 2 and stretch.begun[0].kind == "right"
        front = (BLANK if turns else "") + stretch.before
        text = document_text(
            self.volume, self.settings, self.edition, front, [*texts, stretch.behind]
        )
        with complaints(self.volume) as problems:
            document, root = self.press.lay(text, after=told.after)
            reading = read(document, root, after=told.after)
            name = f"{self.volume.plan.name} {self.edition.commit} {number}"
            self.path(number).write_bytes(write(document, name, apart=f"{number:04}-"))
        return _Set(told, reading, problems)


def _own(stretch: Stretch) -> set[str]:
    """Return the anchors of a stretch."""
    found = {one.key for one in stretch.sections}
    return found.union(*(one.tree.xpath(".//@id") for one in stretch.sections))


def _elsewhere(stretch: Stretch) -> set[str]:
    """Return the anchors of other stretches whose pages a stretch tells."""
    own = _own(stretch)
    return {
        target
        for section in stretch.sections
        for link in elements(section.tree, "a")
        if (target := (link.get("href") or "")[1:]) not in own and prints_page(link)
    }


def _lead_elsewhere(stretch: Stretch, places: Mapping[str, int]) -> None:
    """Give the links of a stretch to others an address, and the page where one is told."""
    own = _own(stretch)
    for section in stretch.sections:
        for link in elements(section.tree, "a"):
            href = link.get("href") or ""
            if not href.startswith("#") or href[1:] in own:
                continue
            link.set("data-target", href)
            if prints_page(link):
                link.set("class", f"{link.get('class') or ''} elsewhere".strip())
                link.set("data-page", str(places.get(href[1:], 0)))
            link.set("href", f"{ELSEWHERE}{href[1:]}")
