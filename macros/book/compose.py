"""Composes a volume: its sections in order, with numbers, notes and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from macros.archive import Archive, Dossier
from macros.archive.arrangement import APPENDICES, OPENING, Chapters, appendix_of
from macros.archive.figures import PLATES
from macros.book import (
    appendices,
    facts,
    figures,
    links,
    notes,
    overview,
    paper_html,
    pictures,
    plates,
    site_words,
    table_notes,
)
from macros.book.config import Settings
from macros.book.figures import Listed
from macros.book.formats import Format
from macros.book.linker import BookLinker, document_anchor, person_anchor, source_anchor
from macros.book.links import Addresses
from macros.book.notes import Passage
from macros.book.page_list import number_blocks
from macros.book.picture_sizes import TextArea
from macros.book.plan import Part, Plan
from macros.book.section import Section, drop, one_by_one, parse, text_of
from macros.catalogue import registry
from macros.chapter import Chapter, VerbatimExtension, expand, in_time
from macros.chapter.verbatim import OPEN
from macros.messages.problems import Problem
from macros.model.sources import Source
from macros.rendering.templates import render, twins_in
from macros.system.program import PROGRAM
from macros.text.vietnamese import roman, slug, sort_key
from macros.views.common import Page

TWINS = "overrides/book/components"

_OF_DOCUMENTS = "Các văn bản có trong lời kể và trong tài liệu của sách, xếp theo cơ quan ban hành."
"""The description of the appendix of documents in the list of chapters."""


@dataclass
class Volume:
    """A composed volume, without what depends on its pages.

    `root` is the folder of the project; `mentions` holds the ids of the links to each person by the
    person's anchor; `sources` are the bibliography in the order of their numbers.
    """

    root: Path
    plan: Plan
    sections: list[Section]
    mentions: Mapping[str, list[str]]
    listed: tuple[Listed, ...]
    sources: tuple[Source, ...]
    addresses: Addresses

    @property
    def full_title(self) -> str:
        """The title with the line above it: “Lịch sử Đảng bộ …”."""
        return f"{self.plan.subtitle} {self.plan.title}".strip()

    @property
    def years(self) -> str:
        """The years that the volume covers, "" if no founding is known."""
        return _years(self.plan, self.sources)

    @property
    def problems(self) -> list[Problem]:
        """The problems found in its sections."""
        return [problem for section in self.sections for problem in section.problems]


BACK = ("chi-muc", "danh-muc", "nguon", "chu-viet-tat", "muc-luc")
"""The keys of the sections after the appendices: index, lists, sources, abbreviations, contents."""


def compose(
    plan: Plan,
    settings: Settings,
    archive: Archive,
    *,
    width: float = float("inf"),
    layout: Format | None = None,
    marked: bool = False,
) -> Volume:
    """Compose a volume for pages of the format `layout`; for an EPUB, if that is None.

    `width` is that of the text, in em of a table's font size. If `marked`, what tells a fact keeps
    its mark (`facts`). Raises ChapterError for a chapter that the guard refuses.
    """
    area = TextArea.of(layout) if layout else None
    with twins_in(PROGRAM / TWINS):
        maker = _Maker(plan, settings, archive)
        sections = list(one_by_one(maker.sections()))
    overview.fill_contents(sections, whole=not plan.collected)
    passages = [notes.take_passages(section) for section in one_by_one(sections)]
    sources = _bibliography(archive, passages)
    numbers = {source_anchor(one.id): index for index, one in enumerate(sources, start=1)}
    known = facts.keys(archive) if marked else frozenset()
    for section, own in zip(one_by_one(sections), passages, strict=True):
        facts.keep(section, known)
        _prepare(section, own, numbers)
        _fit(section, settings.root, area, width)
    gathered = archive.edition.of(plan.name).pictures == PLATES
    plates.place(sections, settings.root, archive, area, gathered=gathered)
    # The collected volume, whose parts have figures of the same numbers, counts its own.
    own_numbers = {} if plan.collected else archive.figures.of(plan.name)
    listed = figures.number(sections, {key: one.number for key, one in own_numbers.items()})
    plates.refer(sections, {one.anchor: one.label for one in listed})
    mentions = links.count_mentions(sections)
    addresses = _addresses(sections, archive, mentions, numbers)
    for section in one_by_one(sections):
        links.settle(section, addresses)
    _reword(sections)
    return Volume(settings.root, plan, sections, mentions, listed, sources, addresses)


def _reword(sections: list[Section]) -> None:
    """Replace words of the site that would be wrong in a book, and name places as a book does."""
    nouns = {section.key: site_words.noun_of(section) for section in sections}
    titles = {section.key: section.title for section in sections}
    for section in one_by_one(sections):
        site_words.name_places(section, nouns, titles)
        site_words.reword(section, nouns)
        paper_html.join_last_words(section.tree)


def _prepare(section: Section, passages: dict[str, Passage], numbers: Mapping[str, int]) -> None:
    """Make HTML of the site fit for paper: notes for marks, unique ids, levels of headings."""
    paper_html.clean(section.tree)
    notes.set_notes(section, passages, numbers)
    plates.cite_in_captions(section.tree)
    table_notes.join_calls(section.tree)
    table_notes.gather(section.tree)
    links.prefix_ids(section)
    links.outline(section.tree, section.level)


def _fit(section: Section, root: Path, area: TextArea | None, width: float) -> None:
    """Prepare what depends on the size of the page: lines, pictures of the chapter, tables."""
    paper_html.keep(section.tree)
    pictures.place_pictures(section, root, area)
    number_blocks(section)
    figures.align(section.tree)
    figures.fit(section.tree, width)


def _addresses(
    sections: list[Section],
    archive: Archive,
    mentions: Mapping[str, list[str]],
    numbers: Mapping[str, int],
) -> Addresses:
    """Return every anchor of the volume, including those of sections not yet written."""
    found = Addresses.of(sections)
    people = {person_anchor(person) for person in archive.people} | set(mentions)
    return Addresses(found.pages, found.ids | set(BACK) | set(numbers) | people)


def _bibliography(archive: Archive, passages: Iterable[dict[str, Passage]]) -> tuple[Source, ...]:
    """Return the sources that a volume cites, in Vietnamese order of their titles."""
    cited = {passage.source for found in passages for passage in found.values()}
    sources = [one for one in archive.sources.values() if source_anchor(one.id) in cited]
    return tuple(sorted(sources, key=lambda one: (sort_key(one.title.lstrip("[“")), one.id)))


def _years(plan: Plan, sources: Iterable[Source]) -> str:
    """Return the years from the founding of the organization to the end of its sources."""
    if plan.collected:
        return ""
    dossier = plan.parts[0].dossier
    founding = dossier.organization.beginning
    first = founding.date.earliest() if founding and founding.date else None
    own = [one for one in sources if dossier.id in one.organizations]
    ends = [day for one in own if (day := one.speaks_until.latest())]
    if first is None or not ends:
        return ""
    last = max(ends).year
    return f"{first.year}–{last}" if last > first.year else str(first.year)


class _Maker:
    """Makes the sections of one volume, from the first chapter to the last appendix."""

    def __init__(self, plan: Plan, settings: Settings, archive: Archive) -> None:
        self.plan = plan
        self.archive = archive
        self.linker = BookLinker(archive)
        self.markdown = Markdown(
            extensions=[*settings.extensions, VerbatimExtension()],
            extension_configs={name: dict(one) for name, one in settings.extensions.items()},
        )
        self.chapter = 0
        self.appendix = 0
        self.level = 2 if plan.collected else 1

    def sections(self) -> Iterator[Section]:
        """Yield the sections in the order in which they are printed."""
        made: list[Section] = []
        for section in self._content():
            made.append(section)
            yield section
        if documents := self._documents(made):
            yield documents
        # In the collected volume, those of an organization are at the end of its part.
        last = self.plan.last if self.plan.collected else self.plan.parts[0].last
        yield from self._unnumbered(last, 1)

    def _content(self) -> Iterator[Section]:
        """Yield the sections with the content of the volume, from foreword to conclusion."""
        yield from self._unnumbered(self.plan.opening, 1)
        for index, part in enumerate(self.plan.parts, start=1):
            yield from self._part(part, index)
        yield from self._unnumbered(self.plan.closing, 1)

    def _unnumbered(self, chapters: Chapters, level: int) -> Iterator[Section]:
        """Yield chapters without a number: forewords, conclusions, notes on sources."""
        for path, chapter in chapters.items():
            section = self._chapter(path, chapter, label="")
            section.kind = "front" if chapter.front_matter.part in OPENING else "closing"
            section.level = level
            yield section

    def _part(self, part: Part, index: int) -> Iterator[Section]:
        dossier = part.dossier
        if self.plan.collected:
            key = f"phan-{dossier.id}"
            text = dossier.organization.summary or ""
            tree = parse(render("part_summary", text=text) if text else "")
            yield Section(key, dossier.title, "part", tree, label=f"Phần {roman(index)}")
        yield from self._unnumbered(part.opening, self.level)
        # Numbered as in the organization's own volume, so that both can be cited alike.
        self.chapter = self.appendix = 0
        for path, chapter in part.chapters.items():
            yield self._chapter(path, chapter, label=None)
        yield from self._unnumbered(part.closing, self.level)
        yield from self._appendices(part)
        if self.plan.collected:
            yield from self._unnumbered(part.last, self.level)

    def _appendices(self, part: Part) -> Iterator[Section]:
        """Yield the appendices that are written, each with the tables that no chapter shows."""
        dossier = part.dossier
        groups = (part.opening, part.chapters, part.closing, part.appendices, part.last)
        chapters = [one for group in groups for one in group.values()]
        shown = appendices.shown_in(chapters, self.archive)
        for kind in APPENDICES:
            made = self._tables(kind, dossier, shown) if kind in appendices.TITLES else ""
            written = [p for p, one in part.appendices.items() if appendix_of(p, one) == kind]
            for path in written:
                section = self._chapter(path, part.appendices[path], label=None, appendix=True)
                if path == written[-1]:
                    self._append(section, made)
                yield section
            if made and not written:
                title = appendices.TITLES[kind]
                yield self._made(f"{dossier.id}/{kind}.md", title, made)

    def _chapter(
        self, path: str, chapter: Chapter, *, label: str | None, appendix: bool = False
    ) -> Section:
        """Return a chapter as a section; its first heading becomes the section's.

        Without a `label` it gets the next number of its kind.
        """
        with in_time(chapter.path):
            text = expand(chapter, self.archive, self.linker, registry=registry)
            filled = OPEN in text or text.strip()
            tree = parse(self.markdown.reset().convert(text) if filled else render("empty_chapter"))
        empty = not chapter.body.replace("#", "").replace(chapter.front_matter.title, "").strip()
        title = chapter.front_matter.title
        heading = next(tree.iter("h1"), None)
        if heading is not None:
            title = text_of(heading) or title
            drop(heading)
        if empty:
            tree.append(parse(render("empty_chapter"))[0])
        if label is None:
            label = "" if path.endswith("/index.md") else self._label(appendix=appendix)
        kind = "appendix" if appendix else "chapter"
        description, part = chapter.front_matter.description or "", chapter.front_matter.part
        return Section(_key(path), title, kind, tree, path, label, description, self.level, part)

    def _label(self, *, appendix: bool) -> str:
        if appendix:
            self.appendix += 1
            return f"Phụ lục {self.appendix}"
        self.chapter += 1
        return f"Chương {self.chapter}"

    def _page(self, path: str, organization: str | None) -> Page:
        return Page(f"docs/{path}", organization, self.archive, self.linker)

    def _tables(self, stem: str, dossier: Dossier, shown: appendices.Shown) -> str:
        """Return the tables of an appendix that no chapter shows, with their notes."""
        page = self._page(f"{dossier.id}/{stem}.md", dossier.id)
        family = self.archive.family(dossier.id)
        return self._closed(page, appendices.tables(stem, family, page, shown))

    def _closed(self, page: Page, made: Iterable[object]) -> str:
        """Return the content made on a page, with the list of its citations at the end."""
        text = "\n".join(str(one) for one in made)
        foot = registry.closing(page) if registry.closing and text else None
        return f"{text}\n{foot or ''}" if text else ""

    def _append(self, section: Section, made: str) -> None:
        """Add tables to a hand-written appendix; their notes are numbered after its own."""
        if not made:
            return
        own = notes.take_passages(section)
        more = Section("", "", "", parse(made))
        added = notes.take_passages(more)
        last = len(own)
        for mark in more.tree.xpath(".//sup[contains(@class, 'cite')]/a"):
            mark.set("data-note", str(last + int(mark.get("data-note"))))
        for child in list(more.tree):
            section.tree.append(child)
        both = {**own, **{str(last + int(number)): one for number, one in added.items()}}
        section.tree.append(notes.listing(both))

    def _made(self, path: str, title: str, made: str) -> Section:
        label = self._label(appendix=True)
        return Section(_key(path), title, "appendix", parse(made), path, label, "", self.level)

    def _documents(self, made: list[Section]) -> Section | None:
        """Return the appendix of documents: those linked to, and those of the family's sources."""
        wanted = links.linked(made, "van-ban-")
        family = {
            one.id for part in self.plan.parts for one in self.archive.family(part.dossier.id)
        }
        about = {one.id for one in self.archive.sources.values() if family & set(one.organizations)}
        for document in self.archive.documents.values():
            if self.plan.collected or any(one.source in about for one in document.cite):
                wanted.add(document.id)
        page = self._page("tra-cuu/van-ban/index.md", None)
        own = None if self.plan.collected else links.linked(made, "nguon-") | about
        text = self._closed(page, appendices.documents(page, wanted, own))
        if not text:
            return None
        tree = parse(text)
        for term in tree.xpath(".//dt[@id]"):
            term.set("id", document_anchor(term.get("id")))
        label = "Phụ lục chung" if self.plan.collected else self._label(appendix=True)
        return Section(
            "van-ban", "Văn bản được nhắc đến", "appendix", tree, "", label, _OF_DOCUMENTS
        )


def _key(path: str) -> str:
    """Return the key of a page of the site: `may-thuong/dai-hoi.md` → `may-thuong-dai-hoi`."""
    return slug(path.removesuffix(".md"))
