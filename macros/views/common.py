"""The parts that views share: links, dates and citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from macros.archive import Archive
from macros.chapter.page import LinkTarget
from macros.chapter.page import Page as PageOf
from macros.dates import Edtf, machine, say, say_with_day, short
from macros.model.citations import Citation, parse_citations
from macros.model.leadership import Membership, PostElsewhere
from macros.model.people import Person
from macros.rules.aliases import of_holder
from macros.rules.citations import RECOGNISED, unread
from macros.rules.documents import apart
from macros.rules.inferred import marked
from macros.rules.names import name_on, namesakes
from macros.text.vietnamese import NBSP, capital, keep_name, keep_together
from macros.wording.documents import document_name
from macros.wording.people import aliases_beside, life_years

Page = PageOf[Archive]


class Link(NamedTuple):
    """Words with an address; `url` is "" if they link nowhere."""

    text: str
    url: str = ""
    title: str = ""


class When(NamedTuple):
    """A date in words, and as the value of `<time datetime>` ("" if HTML cannot express it)."""

    text: str
    machine: str = ""


class Cite(NamedTuple):
    """A citation mark: its number on the page, its address, source and place in words.

    A screen shows the place in the source (`short`: “¶ 13–14”), with the `letter` of the source on
    a page that cites several; paper shows the number. `said` is the mark as a screen reader says
    it. `inferred` says which values beside it no source states; the last mark of a value has it.
    `source` is the id of the source.
    """

    number: int
    letter: str
    short: str
    said: str
    url: str
    title: str
    inferred: str = ""
    source: str = ""


class Note(NamedTuple):
    """The passage behind a citation mark: its number on the page, and the passage in words.

    `compared` is the word for how far it was compared, "" where that needs no word.
    """

    number: int
    passage: Link
    compared: str = ""


class SourceNotes(NamedTuple):
    """The passages of one source that a page cites, as listed at the page's foot."""

    letter: str
    source: Link
    notes: tuple[Note, ...]


def locator_words(citations: Iterable[Citation]) -> str:
    """Return citations of one source in words: “đoạn 12–13, 17”."""
    words = []
    for unit, group in groupby(citations, key=lambda one: one.words.split(" ", 1)[0]):
        words.append(unit + " " + ", ".join(one.words.split(" ", 1)[1] for one in group))
    return "; ".join(words)


def _key(source: str, citations: Iterable[Citation]) -> str:
    return source + "#" + ",".join(one.locator for one in citations)


def cites(page: Page, citations: Iterable[Citation], inferred: str = "") -> tuple[Cite, ...]:
    """Return one mark for each source of `citations`, numbered on `page`.

    `inferred` is the mark of values that were inferred from them.
    """
    marks = []
    for passage in _passages(tuple(citations)):
        source = page.archive.sources.get(passage.source)
        title = source.title if source else passage.source
        marks.append(
            Cite(
                number=page.cite_number(passage.key),
                letter=page.citations.letter(passage.source),
                short=passage.short,
                said=f"{passage.words} của {title}",
                url=page.url(LinkTarget("source", passage.source, part=passage.part)),
                title=f"{title}, {passage.words}",
                source=passage.source,
            )
        )
    marks.sort(key=lambda mark: mark.number)
    if inferred and marks:
        marks[-1] = marks[-1]._replace(inferred=inferred)
    return tuple(marks)


class _Passage(NamedTuple):
    """The passage of a mark: its source, its key, the paragraph to link to, in words, short."""

    source: str
    key: str
    part: str
    words: str
    short: str


# A fact is shown on several pages, with the same marks on each.
@lru_cache(maxsize=1 << 14)
def _passages(citations: tuple[Citation, ...]) -> tuple[_Passage, ...]:
    found = []
    for source, group in groupby(sorted(set(citations)), key=lambda one: one.source):
        stretch = tuple(group)
        words = locator_words(stretch)
        mark = _brief(stretch)
        found.append(_Passage(source, _key(source, stretch), _part(stretch), words, mark))
    return tuple(found)


_MOST_STRETCHES = 3
"""How many stretches of paragraphs a mark names; of more it names the first and an ellipsis."""


def _brief(stretch: Sequence[Citation]) -> str:
    """Return a passage as its mark has it: “¶ 12–14, 17”; other places in words."""
    if any(one.unit != "paragraph" for one in stretch):
        return locator_words(stretch)
    numbers = sorted({number for one in stretch for number in one.numbers})
    # Consecutive numbers are as far from their place in the row.
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0])
    ]
    told = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    more = "…" if len(told) > _MOST_STRETCHES else ""
    return f"¶{NBSP}" + f",{NBSP}".join(told[:_MOST_STRETCHES]) + more


def _compared(page: Page, stretch: Sequence[Citation]) -> str:
    if any(one.unit != "paragraph" for one in stretch):
        return "chưa đối chiếu"
    return RECOGNISED if any(unread(page.archive, one) for one in stretch) else ""


def notes(page: Page) -> tuple[SourceNotes, ...]:
    """Return all citations of the page so far, by source in order of first mention."""
    found: dict[str, list[Note]] = {}
    for key in page.citations:
        stretch = parse_citations(key)
        source = stretch[0].source
        target = LinkTarget("source", source, part=_part(stretch))
        passage = Link(locator_words(stretch), page.url(target))
        compared = _compared(page, stretch)
        found.setdefault(source, []).append(Note(page.cite_number(key), passage, compared))
    return tuple(
        SourceNotes(page.citations.letter(source), source_link(page, source), tuple(listed))
        for source, listed in found.items()
    )


def passage_of(mark: Cite) -> str:
    """Return the passage of a mark without its source: “đoạn 12–14”."""
    return mark.said.partition(" của ")[0]


def source_link(page: Page, identifier: str) -> Link:
    """Return a source's title, linked to its entry."""
    source = page.archive.sources.get(identifier)
    title = source.title if source else identifier
    return Link(title, page.url(LinkTarget("source", identifier)))


def _part(stretch: tuple[Citation, ...]) -> str:
    """Return the first paragraph of a range, to which its mark links."""
    return str(stretch[0].first) if stretch[0].unit == "paragraph" else ""


def when(date: Edtf | None, *, style: str = "say") -> When | None:
    """Return a date in words; `style` names a function of macros.dates."""
    return None if date is None else _when(date, style)


@lru_cache(maxsize=1 << 14)
def _when(date: Edtf, style: str) -> When:
    words = {"say": say, "say_with_day": say_with_day, "short": short}[style](date)
    return When(keep_together(words), machine(date) or "")


def person_link(page: Page, person_id: str) -> Link:
    """Return a person's name, linked to the person's entry."""
    name = page.archive.person_name(person_id)
    return Link(keep_name(name), page.url(LinkTarget("person", person_id)))


def holder_link(page: Page, *held: Membership) -> Link:
    """Return who held a post, for lists: told apart from others of that name.

    An alias that was in use meanwhile is named too: “Ngô Thị Lan (bí danh Sáu)”. For one without a
    name these are the editors' words, which lead nowhere.
    """
    person = held[0].person
    if person is None:
        return Link(keep_together(page.archive.holder_name(held[0])))
    link = person_link(page, person)
    named = person in namesakes(page.archive)
    told = _told_apart(page.archive.people[person]) if named else None
    words = "; ".join(filter(None, (told, aliases_beside(of_holder(page.archive, *held)))))
    return link._replace(text=f"{link.text} ({words})") if words else link


def _told_apart(one: Person) -> str:
    """Return what tells a person from others of that name: the editors' words, else the years."""
    return one.distinguished_by or life_years(one)


def at_start(link: Link) -> Link:
    """Return a link with a capital letter, for the start of a line, a cell or a heading."""
    return link._replace(text=capital(link.text))


def document_within(link: Link) -> Link:
    """Return the link to a document for the middle of a sentence: “nghị quyết về mùa màng”.

    One with a number keeps its capital letter (“Quyết định số 12-QĐ/TU”), as office style has it.
    """
    text = link.text
    return link if " số " in text else link._replace(text=text[:1].lower() + text[1:])


def starting(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links for the start of a line: the first with a capital letter."""
    return tuple(link if at else at_start(link) for at, link in enumerate(links))


def post_in(role: str, organization: str) -> str:
    """Return a role without final words that repeat the beginning of the organization's name.

    Next to “Ủy ban Kiểm tra Huyện ủy”, “Chủ nhiệm Ủy ban Kiểm tra” is shortened to “Chủ nhiệm”.
    """
    words, name = role.casefold().split(), organization.casefold().split()
    for shared in range(min(len(words) - 1, len(name)), 0, -1):
        if words[-shared:] == name[:shared]:
            return " ".join(role.split()[:-shared])
    return role


def post_beside(role: str, organization: str) -> str:
    """Return a role for a place of its own beside the organization's name, see :func:`post_in`.

    “Trưởng” alone is no title: next to “Ban Tuyên giáo”, “Trưởng ban” is kept whole there.
    """
    short = post_in(role, organization)
    return role if short.endswith("Trưởng") else short


def organization_link(page: Page, identifier: str, date: Edtf | None = None) -> Link:
    """Return an organization's name, as of `date` if given, linked to its page."""
    dossier = page.archive.dossiers.get(identifier)
    if dossier is None:
        return Link(identifier)
    return Link(name_on(dossier, date), page.url(LinkTarget("organization", identifier)))


def document_link(page: Page, identifier: str, *, dated: bool = True) -> Link:
    """Return a document by kind, symbol and, if `dated`, date, linked to its entry."""
    document = page.archive.documents.get(identifier)
    if document is None:
        return Link(identifier)
    name = document_name(document)
    said = ["kind", "symbol"] if document.symbol else ["kind", "subject", "signed_by"]
    if document.date and document.symbol and dated:
        name = keep_together(f"{name} {say_with_day(document.date)}")
        said.append("date")
    if which := apart(page.archive, document, dated=dated):
        name = f"{name} ({which})"
    name = marked(name, document, *said)
    subject = marked(document.subject or "", document, "subject")
    return Link(name, page.url(LinkTarget("document", identifier)), subject)


def elsewhere(page: Page, posts: Iterable[PostElsewhere], own: str) -> tuple[Link, ...]:
    """Return posts held elsewhere, linked if the organization is on the site.

    The organization is named after the role unless it is `own`, the one that the page
    is about, or the source's wording of the role already contains its name.
    """
    found = []
    for post in posts:
        if not post.organization or post.organization == own:
            found.append(Link(post.role))
            continue
        link = organization_link(page, post.organization)
        named = _names(page, post.organization, post.role)
        full = f"{post_in(post.role, link.text)} {link.text}"
        found.append(Link(post.role if named else full, link.url))
    return tuple(found)


def _names(page: Page, identifier: str, role: str) -> bool:
    """Return whether a role's wording contains a name of the organization."""
    dossier = page.archive.dossiers.get(identifier)
    if dossier is None:
        return identifier in role
    organization = dossier.organization
    names = [organization.short_name, *organization.other_names]
    for name in organization.names:
        names += [name.name, name.short_name or name.name]
    return any(name in role for name in names)
