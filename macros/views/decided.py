"""What came about by a document, in sentences: who got which post, what was merged or renamed.

The answer that the page of a document opens with. Only facts that say of themselves that they came
about by it are told; an event or a figure is not, which may rest on a document in other ways. Where
a fact names several documents, it came about by the one decision among them: a decision settles one
case, a regulation or a directive is a ground of many. The others are said to be cited with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.dates import Edtf, order_key, say_with_day
from macros.model.base import Fact
from macros.model.career_codes import MANNERS
from macros.model.changes import ChangeEvent
from macros.model.codes import CHANGE_KINDS
from macros.model.congresses import Committee
from macros.model.leadership import Membership
from macros.model.lives import Founding
from macros.model.organization import Name
from macros.model.people import Later
from macros.model.superiors import Superior, Territory
from macros.rules.fact_dates import date_of
from macros.rules.inferred import INFERRED
from macros.rules.names import name_before, name_on
from macros.rules.terms import start_basis, start_of
from macros.rules.titles import titled
from macros.text.vietnamese import capital, keep_together
from macros.views.changes import participant_link
from macros.views.common import (
    Link,
    Page,
    cites,
    document_link,
    document_within,
    holder_link,
    organization_link,
    post_in,
)
from macros.views.succession import Sentence, moment, together
from macros.wording.facts import fact_words
from macros.wording.inferred import inferred_words
from macros.wording.organizations import turn_words, when_words

DECIDED = (ChangeEvent, Founding, Name, Membership, Committee, Superior, Territory, Later)
"""The facts whose documents are those by which they came about, the weightiest first."""

MOST_IN_OPENING = 3
"""So many sentences open a page; of more, the weightiest and how many others there are."""

_WORDS = {
    "merger": ("Hợp nhất {from} thành {to}", "Hợp nhất {from}", "Hợp nhất thành {to}"),
    "absorption": ("Sáp nhập {from} vào {to}", "Sáp nhập {from}", "Sáp nhập vào {to}"),
    "split": ("Tách {from} thành {to}", "Tách {from}", "Tách ra {to}"),
    "transfer": ("Chuyển {moved} từ {from} sang {to}", "Chuyển {moved} khỏi {from}", ""),
    "founding": ("Thành lập {to} từ {from}", "", "Thành lập {to}"),
    "dissolution": ("Giải thể {from}", "Giải thể {from}", ""),
    "suspension": ("Tạm ngừng hoạt động của {from}", "Tạm ngừng hoạt động của {from}", ""),
    "restoration": ("Khôi phục {to} từ {from}", "", "Khôi phục {to}"),
}
"""How a change is told with both sides, with that before alone, with that after alone."""
_SIDES = {f"{{{role}}}": role for role in ("from", "to", "moved")}
_PIECES = re.compile(r"\{\w+\}|[^{}]+")


class Decided(NamedTuple):
    """What came about by a document: the sentences that open its page, and all, if those are few.

    `every` is in order of time, () if the opening has all.
    """

    opening: tuple[Sentence, ...]
    every: tuple[Sentence, ...]


def decided(page: Page, document: str, facts: Sequence[tuple[str, Fact]]) -> Decided:
    """Return what of the facts on a document came about by it."""
    told = [one for one in facts if isinstance(one[1], DECIDED) and not _repeats(one, facts)]
    told.sort(key=lambda one: order_key(_day(page, *one)))

    def sentences(many: Sequence[tuple[str, Fact]]) -> tuple[Sentence, ...]:
        return tuple(_sentence(page, document, owner, fact) for owner, fact in many)

    if len(told) <= MOST_IN_OPENING:
        return Decided(sentences(told), ())
    weighty = sorted(told, key=lambda one: DECIDED.index(type(one[1])))[: MOST_IN_OPENING - 1]
    rest = Sentence((Link(f"Còn {len(told) - len(weighty)} việc khác, kể dưới đây."),), ())
    return Decided((*sentences(weighty), rest), sentences(told))


def _day(page: Page, owner: str, fact: Fact) -> Edtf | None:
    if isinstance(fact, ChangeEvent):
        return fact.since
    dossier = page.archive.dossiers.get(owner)
    return date_of(page.archive, dossier, fact, end=False) if dossier else None


def _repeats(one: tuple[str, Fact], facts: Sequence[tuple[str, Fact]]) -> bool:
    """Return whether a change that rests on the same document says the same as a fact."""
    owner, fact = one
    changes = [
        change
        for _, change in facts
        if isinstance(change, ChangeEvent)
        and any((side.organization, side.role) == (owner, "to") for side in change.participants)
    ]
    if isinstance(fact, Name):
        return bool(changes)
    days = {day for change in changes for day in (change.date, change.since) if day}
    return isinstance(fact, Founding) and fact.date in days


def _sentence(page: Page, document: str, owner: str, fact: Fact) -> Sentence:
    dossier = page.archive.dossiers.get(owner)
    if isinstance(fact, ChangeEvent):
        pieces = (*changed(page, fact), Link(moment(fact)))
        mark = inferred_words(fact, "kind", "date", "effective_date", "printed", "documents")
    elif dossier and isinstance(fact, Membership):
        pieces = tuple(_named(page, dossier, fact))
        mark = inferred_words(fact, "person", "post", "capacity", "manner", "documents")
    elif dossier and isinstance(fact, Founding):
        words = capital(turn_words(fact, begins=dossier.organization.begins(fact)))
        when = f" {say_with_day(fact.date)}" if fact.date else ""
        pieces = (Link(f"{words} "), organization_link(page, owner, fact.date), Link(when))
        mark = inferred_words(fact, "how", "date", "documents")
    elif dossier and isinstance(fact, Name):
        url = organization_link(page, owner).url
        since = when_words(fact.start_date, None)
        pieces = (Link("Đặt tên "), Link(fact.name, url), Link(f", {since}" if since else ""))
        mark = inferred_words(fact, "name", "start_date", "documents")
    else:
        # The words have its marks.
        said = keep_together(fact_words(page.archive, owner, fact).rstrip("."))
        whose = () if dossier is None else (Link(" – "), organization_link(page, owner))
        pieces, mark = (Link(said), *whose), ""
    named = vars(fact)["documents"]
    if decides(page.archive, document, named):
        whole = (*pieces, *_with(page, document, named), Link("."))
    else:
        first, *others = pieces
        if not isinstance(fact, Membership):  # which begins with a name
            first = first._replace(text=first.text[:1].lower() + first.text[1:])
        cited = _with(page, document, named, "Được dẫn cùng ")
        whole = (*cited, Link(" khi kể việc "), first, *others, Link("."))
    return Sentence(whole, cites(page, fact.cite, mark))


def decides(archive: Archive, document: str, documents: Sequence[str]) -> bool:
    """Return whether a fact that names these documents came about by this one."""
    if len(documents) < 2:
        return True
    decisions = [
        one
        for one in documents
        if (found := archive.documents.get(one)) and found.kind == "decision"
    ]
    return decisions == [document]


def _with(
    page: Page, document: str, documents: Sequence[str], opening: str = ", cùng theo "
) -> Iterator[Link]:
    """Yield the other documents that are named with it."""
    for at, other in enumerate(one for one in documents if one != document):
        yield Link(", " if at else opening)
        yield document_within(document_link(page, other, dated=False))


def changed(page: Page, change: ChangeEvent) -> Iterator[Link]:
    """Yield a change as words and links: “Hợp nhất”, the organizations, “thành”, the new one."""
    if change.kind == "renaming" and (names := _renamed(page, change)):
        old, new = names
        yield Link(f"Đổi tên từ {old} thành " if old else "Đổi tên thành ")
        yield new
        return
    sides = {
        role: [one for one in change.participants if one.role == role]
        for role in ("from", "to", "moved")
    }
    whole, before, after = _WORDS.get(change.kind, ("", "", ""))
    pattern = whole if sides["from"] and sides["to"] else before if sides["from"] else after
    if not pattern or ("{moved}" in pattern and not sides["moved"]):
        yield Link((change.summary or capital(CHANGE_KINDS[change.kind])).rstrip("."))
        return
    for word in _PIECES.findall(pattern):
        if word in _SIDES:
            links = [participant_link(page, change, one) for one in sides[_SIDES[word]]]
            yield from together(links)
        else:
            yield Link(word)


def _renamed(page: Page, change: ChangeEvent) -> tuple[str, Link] | None:
    """Return the name before a renaming, "" if unknown, and the new one; None without either.

    Of a body whose superseded name the change gives, those of that body: the committee's.
    """
    own = next((one.organization for one in change.participants if one.organization), "")
    dossier = page.archive.dossiers.get(own)
    if dossier is None:
        return None
    link = organization_link(page, own, change.since)
    before = name_before(dossier, change.since)
    old = page.archive.fact(change.supersedes_name or "", own)
    if isinstance(old, Name):
        of = dossier.names_of(old.applies_to)
        new = next((one for one in of if one.start_date in (change.since, change.date)), None)
        return (old.name, link._replace(text=new.name)) if new else (before or "", link)
    return before or "", link


def _named(page: Page, dossier: Dossier, membership: Membership) -> Iterator[Link]:
    """Yield how somebody got a post: the person, the manner, the post, from when."""
    start = start_of(page.archive, dossier, membership)
    name = name_on(dossier, start)
    post = titled(post_in(page.archive.role_label(membership.post), name), membership.capacity)
    how = " và ".join(MANNERS[one] for one in membership.manner)
    yield holder_link(page, membership)
    yield Link(f" được {how} làm {post} " if how else f" giữ chức {post} ")
    yield organization_link(page, dossier.id, start)
    if start:
        inferred = start_basis(page.archive, dossier, membership) == "inferred"
        since = say_with_day(start) + (f" {INFERRED}" if inferred else "")
        yield Link(keep_together(f", từ {since}" if start.is_moment else f", {since}"))
