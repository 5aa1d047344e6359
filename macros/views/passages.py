"""What is told from a paragraph of a source: by which chapters, and which of its sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from macros.archive.mentions import PASSAGE
from macros.chapter.page import LinkTarget
from macros.model.congresses import Meeting
from macros.model.leadership import Membership
from macros.model.pictures import Picture
from macros.model.source_codes import LEFT_OUT_REASONS
from macros.model.statements import Statement
from macros.text.numbers import say_ranges
from macros.text.vietnamese import capital
from macros.views.appearances import OPENING
from macros.views.common import Link, Page, organization_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.evidence.sentence_status import ParagraphSentences
    from macros.model.base import Fact
    from macros.model.sources import LeftOut


def chapters_citing(page: Page, citation: str) -> tuple[Link, ...]:
    """Return the chapters that cite a paragraph for what they say in their own words."""
    return tuple(
        Link(
            OPENING if one.page.endswith("/index.md") else one.title,
            page.url(LinkTarget("page", one.page)),
            organization_link(page, one.organization).text if one.organization else "",
        )
        for one in page.archive.mentions.get((PASSAGE, citation), ())
    )


def fact_url(page: Page, owner: str, fact: Fact) -> str:
    """Return where a fact has a place of its own, or its person has; "" if nowhere.

    A volume has a place for each of its own congresses, not for those of the bodies that it covers.
    """
    target = None
    if isinstance(fact, Membership) and fact.person:
        target = LinkTarget("person", fact.person)
    elif isinstance(fact, Meeting) and page.archive.volume_of.get(owner) == owner:
        target = LinkTarget("congress", fact.key, owner)
    elif isinstance(fact, Statement) and fact.followed:
        target = LinkTarget("promise", fact.id, owner)
    elif isinstance(fact, Picture):
        target = LinkTarget("picture", fact.id)
    elif person := page.archive.person_of(owner):
        target = LinkTarget("person", person.id)
    return page.url(target) if target else ""


def state_of(page: Page, found: ParagraphSentences) -> tuple[Link, ...]:
    """Return which sentences of a paragraph are told, which are not, and why."""
    parts = [*_told(found), *_left_out(page, found)]
    if not parts:
        return ()
    first, *others = parts
    return (first._replace(text=capital(first.text)), *others)


def _told(found: ParagraphSentences) -> Iterator[Link]:
    told, sentences = len(found.told), found.sentences
    if not sentences:
        return
    if told == sentences:
        yield Link("đã kể" if sentences == 1 else f"đã kể cả {sentences} câu", "")
        return
    if told:
        yield Link(f"đã kể {told} trong {sentences} câu", "")
    if len(found.untold) == sentences:
        yield Link("chưa kể" if sentences == 1 else f"chưa kể câu nào trong {sentences} câu", "")
    elif found.untold:
        yield Link(f"chưa kể câu {say_ranges(found.untold)}", "")


def _left_out(page: Page, found: ParagraphSentences) -> Iterator[Link]:
    """Yield the reasons for which sentences are not told, each once."""
    by_entry: dict[int, list[int]] = defaultdict(list)
    entries: Mapping[int, LeftOut] = {**found.frame, **found.left_out}
    for at, one in sorted(entries.items()):
        by_entry[id(one)].append(at)
    for sentences in by_entry.values():
        one = entries[sentences[0]]
        word = LEFT_OUT_REASONS[one.reason]
        if one.sentences is not None:
            word = f"câu {say_ranges(sentences)}: {word}"
        if not one.of:
            yield Link(word, "")
        for citation in one.of:
            source = page.archive.sources.get(citation.source)
            url = page.url(LinkTarget("source", citation.source, part=str(citation.first)))
            title = source.title if source else citation.source
            yield Link(f"{word} ({citation.words})", url, title)
