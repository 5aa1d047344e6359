"""Front and back matter: imprint, index, lists, bibliography, contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree

from macros.archive import Archive
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.glossary import glossary
from macros.book.imprint import ImprintWords, blank
from macros.book.linker import person_anchor, source_anchor
from macros.book.openings import FOLLOW
from macros.book.paper_html import keep
from macros.book.section import Element, Section, one_by_one, parse, words_of
from macros.book.titles import balanced
from macros.dates import say
from macros.model.codes import ALIAS_KINDS, SOURCE_STATUSES
from macros.model.people import Person
from macros.model.sources import Source
from macros.system.program import PROGRAM
from macros.text.vietnamese import given_name, initial, person_sort_key
from macros.wording.people import life_years

TEMPLATES = "overrides/book/templates"

TO_FILL = "…" * 12
"""Printed in the imprint for an unknown value: a blank to fill in by hand."""

Locate = Callable[[Iterable[str]], "tuple[Where, ...]"]
"""Returns the places of anchors, sorted and without repetitions: pages, or chapters in an EPUB."""


@dataclass(frozen=True)
class Where:
    """A place in the volume in words (“45”, “45–47”, “Chương 3”), and its anchor."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Edition:
    """The edition of a volume as built: its commit, its day (d/m/y and ISO 8601), its imprint.

    What is not known is "". What data/edition.yml says is :class:`macros.model.edition.Edition`.
    """

    commit: str
    date: str
    iso_date: str
    year: str
    imprint: ImprintWords = field(default_factory=blank)


@dataclass(frozen=True)
class IndexLine:
    """A line of the index; the given name, by which it is sorted, is separate.

    An alias has no anchor and no pages: `see` refers to the person's own line.
    """

    anchor: str
    before: str
    given: str
    note: str
    pages: tuple[Where, ...]
    see: Where | None = None

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.before} {self.given}".strip()


@dataclass(frozen=True)
class Initial:
    """The people of the index whose given names begin with one letter."""

    letter: str
    people: tuple[IndexLine, ...]


@dataclass(frozen=True)
class Entry:
    """A line of a list: words, their anchor, and the place of the anchor."""

    text: str
    anchor: str
    where: str
    level: int = 1
    label: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """The text in two parts: the last word is apart, to stay on one line with the page."""
        before, space, last = self.text.rpartition(" ")
        return before + space, last


@dataclass(frozen=True)
class Reference:
    """A source in the bibliography: number, title, and other known details."""

    number: int
    anchor: str
    title: str
    facts: tuple[str, ...]
    note: str


def index(volume: Volume, archive: Archive, locate: Locate) -> tuple[Initial, ...]:
    """Return the index of persons: those named in the volume, in the collected one everybody.

    Each alias of one of them is a line that refers to the person.
    """
    lines: list[IndexLine] = []
    for one in archive.people.values():
        mentions = volume.mentions.get(person_anchor(one.id), [])
        if mentions or volume.plan.collected:
            note = one.distinguished_by or life_years(one)
            pages = locate(mentions)
            lines.append(IndexLine(person_anchor(one.id), *_split_name(one.name), note, pages))
            lines.extend(_aliases(one))
    lines.sort(key=lambda line: (person_sort_key(line.name), line.see.text if line.see else ""))
    grouped = groupby(lines, key=lambda line: initial(line.given))
    return tuple(Initial(letter, tuple(group)) for letter, group in grouped)


def _aliases(person: Person) -> Iterator[IndexLine]:
    note = f" ({person.distinguished_by})" if person.distinguished_by else ""
    see = Where(f"{person.name}{note}", person_anchor(person.id))
    for name, kind in dict.fromkeys((one.name, one.kind) for one in person.aliases):
        yield IndexLine("", *_split_name(name), ALIAS_KINDS[kind], (), see)


def _split_name(name: str) -> tuple[str, str]:
    """Return a name in two parts, the second of which is the given name."""
    given = given_name(name)
    return name.removesuffix(given).strip(), given


def contents(sections: Iterable[Section], locate: Locate) -> tuple[Entry, ...]:
    """Return the contents, of two levels: parts and chapters, or chapters and their headings."""
    found: list[Entry] = []
    for one in one_by_one(sections):
        found.append(Entry(one.title, one.key, _first(locate([one.key])), one.level, one.label))
        if one.level == 1 and one.label and one.kind != "part":
            found += [_heading(heading, locate) for heading in _headings(one)]
    return tuple(found)


def _headings(section: Section) -> list[Element]:
    """Return the headings that a chapter's author wrote; those of components lie deeper."""
    found: list[Element] = section.tree.xpath("./h2[@id] | ./div[@class='turned']/h2[@id]")
    return found


def _heading(heading: Element, locate: Locate) -> Entry:
    anchor = heading.get("id")
    return Entry(words_of(heading), anchor, _first(locate([anchor])), level=2)


def listed(volume: Volume, kind: str, locate: Locate) -> tuple[Entry, ...]:
    """Return the list of tables (“Bảng”) or of figures (“Hình”)."""
    return tuple(
        Entry(one.text, one.anchor, _first(locate([one.anchor])))
        for one in volume.listed
        if one.kind == kind
    )


def _first(places: tuple[Where, ...]) -> str:
    return places[0].text if places else ""


def bibliography(volume: Volume) -> tuple[Reference, ...]:
    """Return the sources that the volume cites, numbered as its notes number them."""
    return tuple(
        Reference(number, source_anchor(one.id), one.title, _facts(one), one.note or "")
        for number, one in enumerate(volume.sources, start=1)
    )


def _facts(source: Source) -> tuple[str, ...]:
    date = source.printed or (say(source.date) if source.date else "")
    facts = {
        "": source.kind[:1].upper() + source.kind[1:],
        "cơ quan": source.issuer or "",
        "số, ký hiệu": source.symbol or "",
        "ngày": date.removeprefix("ngày "),
        "tình trạng": SOURCE_STATUSES[source.status],
        "nói đến": say(source.speaks_until),
        "nơi giữ": source.kept_at or "",
        "tiếp cận": source.access or "",
    }
    return tuple(f"{label}: {value}" if label else value for label, value in facts.items() if value)


@cache
def _environment(root: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader([root / TEMPLATES, PROGRAM / TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(root: Path, template: str, **values: object) -> str:
    """Return the template of the book `overrides/book/templates/<template>` filled in."""
    return _environment(root).get_template(template).render(**values)


def markup(section: Section, *, xml: bool = False) -> str:
    """Return a section's body as HTML, or as XHTML for an EPUB."""
    parts = [section.tree.text or ""]
    for child in section.tree:
        if xml:
            parts.append(etree.tostring(child, encoding="unicode", method="xml"))
        else:
            parts.append(etree.tostring(child, encoding="unicode", method="html"))
    return "".join(parts)


def front(volume: Volume, settings: Settings, edition: Edition) -> str:
    """Return half title, title page and imprint."""
    return fill(
        volume.root,
        "front.html",
        title=volume.plan.title,
        lines=balanced(volume.plan.title, 28),
        subtitle=volume.plan.subtitle,
        full_title=volume.full_title,
        years=volume.years,
        licence=settings.licence,
        edition=edition,
        imprint=edition.imprint,
        blank=TO_FILL,
    )


def introduction(volume: Volume, settings: Settings, *, paper: bool, how: str = "") -> Section:
    """Return the introduction: how to read notes, uncertain dates and contradictions.

    `how` is how the sections of a book on paper begin (`openings`).
    """
    text = fill(
        settings.root,
        "introduction.html",
        title=volume.plan.title,
        collected=volume.plan.collected,
        paper=paper,
        through=how == FOLLOW,
        heading="h2",
    )
    return Section("loi-dan", "Cách đọc sách này", "front", parse(text))


def arranged(volume: Volume, introduction: Section) -> list[Section]:
    """Return the sections of a volume with the introduction after its own forewords."""
    at = next(
        (index for index, one in enumerate(volume.sections) if one.kind != "front"),
        len(volume.sections),
    )
    return [*volume.sections[:at], introduction, *volume.sections[at:]]


def references(volume: Volume, settings: Settings) -> list[Section]:
    """Return the section of sources, which has no page numbers and follows the appendices."""
    return _filled(
        settings, {"nguon": ("Tài liệu", "sources.html", {"sources": bibliography(volume)})}
    )


def back(
    volume: Volume, settings: Settings, archive: Archive, locate: Locate, *, paper: bool = True
) -> list[Section]:
    """Return glossary, index of persons, list of tables and figures, and contents.

    The contents come last, as is usual in Vietnamese books.
    """
    lists = (
        ("Danh mục bảng", listed(volume, "Bảng", locate)),
        ("Danh mục hình", listed(volume, "Hình", locate)),
    )
    texts: dict[str, tuple[str, str, dict[str, object]]] = {
        "chu-viet-tat": (
            "Chữ viết tắt và thuật ngữ",
            "glossary.html",
            {"terms": glossary(volume.sections, archive.abbreviations)},
        ),
        "chi-muc": (
            "Chỉ mục nhân vật",
            "index.html",
            {"initials": index(volume, archive, locate), "paper": paper},
        ),
        "danh-muc": ("Danh mục bảng và hình", "lists.html", {"lists": lists, "heading": "h2"}),
    }  # fmt: skip
    made = _filled(settings, texts)
    toc = Section("muc-luc", "Mục lục", "back", parse(""))
    before = introduction(volume, settings, paper=paper)
    sources = references(volume, settings)
    entries = contents([*arranged(volume, before), *sources, *made], locate)
    toc.tree = parse(fill(settings.root, "contents.html", entries=entries))
    return [*made, toc]


def _filled(
    settings: Settings, texts: dict[str, tuple[str, str, dict[str, object]]]
) -> list[Section]:
    """Return sections of the matter after the appendices: key → title, template, values."""
    made = []
    for key, (title, template, values) in texts.items():
        tree = parse(fill(settings.root, template, **values))
        keep(tree)
        made.append(Section(key, title, "back", tree))
    return made
