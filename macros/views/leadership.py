"""Views of who led: the holders of a post, a row for each tenure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from macros.archive import Archive, Dossier
from macros.dates import Edtf, say_term, short, short_side
from macros.model.base import citations_of
from macros.model.career_codes import END_REASONS, MANNERS, SHARED_SEATS
from macros.model.codes import BODIES
from macros.model.leadership import Membership
from macros.model.people import Later
from macros.model.posts import Role
from macros.rules.absences import Absence, between
from macros.rules.concurrent_posts import concurrent_tenures
from macros.rules.congresses import meeting_named, named_words, term_called
from macros.rules.inferred import INFERRED, inferred_fields
from macros.rules.later import told_with
from macros.rules.terms import Tenure, Vacancy, tenures, vacancy_before
from macros.rules.titles import special_title, title_of
from macros.text.vietnamese import NBSP, capital, keep_together
from macros.views.common import (
    Cite,
    Link,
    Page,
    at_start,
    cites,
    document_link,
    elsewhere,
    holder_link,
    organization_link,
    post_in,
)
from macros.views.facts import place_of_date
from macros.views.later import said
from macros.views.pictures import Thumb, portrait_thumb
from macros.wording.inferred import label_of, words_of
from macros.wording.organizations import absent_words

UNKNOWN = f"không{NBSP}rõ"
"""Shown in place of a day, or a holder, that no source names."""

FULL_TIME = {True: "chuyên trách", False: "kiêm nhiệm", None: ""}


@dataclass(frozen=True)
class OtherPosts:
    """Posts held at the same time, before or after; `label` says which."""

    label: str
    posts: tuple[Link, ...]


@dataclass(frozen=True)
class TenureRow:
    """One person's time in one post; a vacancy has no person, and one without a name no address.

    `inferred` says which of its days no source states; `how` has one line per
    election or appointment; `others` are posts elsewhere. `title` is the holder's where the name of
    the post alone says too little (“Quyền Bí thư”).
    """

    person: Link | None
    post: str
    term: str
    inferred: str = ""
    how: tuple[str, ...] = ()
    documents: tuple[Link, ...] = ()
    others: tuple[OtherPosts, ...] = ()
    cites: tuple[Cite, ...] = ()
    note: str = ""
    organization: Link | None = None
    full_time: str = ""
    title: str = ""
    portrait: Thumb | None = None
    absent: bool = False
    """Whether the row is a time in which the organization was not there."""
    place: str = ""
    key: str = ""
    """Where the card of its beginning is, see :func:`macros.views.facts.place_of_date`."""


@dataclass(frozen=True)
class PostGroup:
    """The holders of one post in order of time.

    `note` is said of those who are members of a body: a reader opens their table where wanted.
    """

    post: str
    rows: tuple[TenureRow, ...]
    note: str = ""


def members_note(role: Role) -> str:
    """Return which members of a body the site tells of, "" of a post that leads."""
    if role.member_of is None:
        return ""
    body = BODIES[role.member_of]
    return (
        f"Chỉ kể người mà tài liệu nêu riêng là ủy viên {body}; "
        "người giữ chức lãnh đạo ở bảng khác."
    )


def roles_of(page: Page, dossier: Dossier, wanted: Iterable[str] = ()) -> list[Role]:
    """Return the posts with known holders in the organization, in the catalogue's order."""
    held = {membership.post for membership in dossier.memberships}
    chosen = set(wanted) & held if wanted else held
    roles = [role for role in page.archive.roles.values() if role.id in chosen]
    return sorted(roles, key=lambda role: (role.order, role.id))


def leading_roles(page: Page, dossier: Dossier) -> list[Role]:
    """Return the posts with known holders that lead: not those of mere members of a body."""
    return [role for role in roles_of(page, dossier) if role.member_of is None]


def post_group(page: Page, dossier: Dossier, role: Role) -> PostGroup:
    """Return the table of one post: its holders, and the times without a known holder."""
    held = tenures(page.archive, dossier, role.id)
    rows: list[TenureRow] = []
    for index, tenure in enumerate(held):
        if role.seats == 1 and index and (gap := vacancy_before(held, index)):
            rows.append(_vacancy(role, gap))
        if index:
            lives = held[index - 1].life, tenure.life
            absent = between(dossier.organization, *lives)
            rows.extend(_absence(role, one) for one in absent)
        row = tenure_row(page, dossier, tenure, role.label)
        rows.append(replace(row, portrait=portrait_thumb(page, tenure.first.person)))
    return PostGroup(role.label, tuple(rows), members_note(role))


def _vacancy(role: Role, gap: Vacancy) -> TenureRow:
    term = f"{short(gap.since)} – {short(gap.until)}"
    return TenureRow(None, role.label, term, note="Tài liệu không nêu ai giữ chức.")


def _absence(role: Role, absence: Absence) -> TenureRow:
    """Return the row for a time in which the organization was not there."""
    words = f"Tổ chức không hoạt động: {absent_words(absence)}."
    return TenureRow(None, role.label, absent_term(absence), note=words, absent=True)


def absent_term(absence: Absence) -> str:
    """Return the time in which an organization was not there, for a cell."""
    return keep_together(f"{_short(absence.end.date)} – {_short(absence.begin.date)}")


def _short(day: Edtf | None) -> str:
    return short(day) if day else UNKNOWN


def tenure_row(
    page: Page, dossier: Dossier, tenure: Tenure, label: str, *, alone: bool = True
) -> TenureRow:
    """Return one person's time in one post, joined over re-elections.

    A row that stands `alone`, not among the others of the person, tells what happened to the
    person afterwards, and the other posts that were held when it began.
    """
    memberships = tenure.memberships
    after = [fact for one in memberships for fact in told_with(page.archive, one)] if alone else []
    facts: list[Membership | Later] = [*memberships, *after]
    marks = [citation for one in facts for citation in citations_of(one)]
    documents = dict.fromkeys(document for one in memberships for document in one.documents)
    place, key = place_of_date(page, dossier.id, tenure.first.id, tenure.first)
    return TenureRow(
        place=place,
        key=key,
        person=at_start(holder_link(page, *memberships)),
        post=label,
        term=term_words(tenure),
        inferred=inferred_words(tenure),
        how=(
            *(words for one in memberships for words in how(page.archive, dossier, one)),
            *(f"về sau {said(page, one)}" for one in after),
        ),
        documents=tuple(document_link(page, document) for document in documents),
        others=(
            *(_beside(page, dossier, tenure) if alone else ()),
            *others(page, dossier, memberships),
        ),
        cites=cites(page, marks),
        note=" ".join(one.note for one in facts if one.note),
        organization=organization_link(page, dossier.id, tenure.known_start),
        full_time=FULL_TIME[full_time(memberships)],
        title=special_title(page.archive, tenure.first),
    )


def full_time(memberships: Sequence[Membership]) -> bool | None:
    """Return whether the post was held full-time, by the latest membership that says so."""
    stated = (one.full_time for one in reversed(memberships))
    return next((one for one in stated if one is not None), None)


def term_words(tenure: Tenure) -> str:
    """Return a tenure's time for a cell: “1/1994 – 7/1999”, “giữa 1994 và 1995 – không rõ”.

    If no date can express the time, the source's own wording is used. Days on which a
    person was only named are marked as such.
    """
    printed = next((one.printed for one in tenure.memberships if one.printed), None)
    if tenure.start is None and tenure.end is None:
        if printed and not tenure.attested:
            return printed
        return keep_together(say_term(None, None, tenure.attested))
    start, end = (short_side(side) if side else UNKNOWN for side in (tenure.start, tenure.end))
    if start is None or end is None:
        # A dash between two times that contain dashes would be confusing.
        return keep_together(say_term(tenure.start, tenure.end))
    return keep_together(f"{start} – {end}")


SHOWN = ("person", "post", "capacity", "printed", "attested")
"""The fields of a membership, other than its days, that a line with its time shows."""


def marked_term(tenure: Tenure) -> str:
    """Return a tenure's time for a line, with what of it is inferred."""
    mark = inferred_words(tenure, *SHOWN)
    return f"{term_words(tenure)} ({mark})" if mark else term_words(tenure)


def told_term(tenure: Tenure) -> str:
    """Return a tenure's time for a sentence: an uncertain day in full, not as a cell has it."""
    sides = [side for side in (tenure.start, tenure.end) if side]
    if all(side.is_moment for side in sides):
        return marked_term(tenure)
    mark = inferred_words(tenure, *SHOWN)
    said = keep_together(say_term(tenure.start, tenure.end))
    return f"{said} ({mark})" if mark else said


def titled_term(page: Page, tenure: Tenure) -> str:
    """Return a tenure's time, after the title where the name of the post says too little."""
    title = special_title(page.archive, tenure.first)
    return f"{title}, {term_words(tenure)}" if title else term_words(tenure)


def inferred_words(tenure: Tenure, *shown: str) -> str:
    """Return what of a tenure is inferred: “suy ra ngày nhận, hình thức”.

    A day may be inferred from a congress or from another holder's term. With `shown`, of the
    other fields only these.
    """
    days = ((tenure.infers_start, "ngày nhận"), (tenure.infers_end, "ngày thôi"))
    labels = [label for known, label in days if known]
    if len(labels) == len(days):
        labels = ["cả hai ngày"]
    return words_of([*labels, *_inferred_labels(tenure, shown)])


def inferred_beside_days(tenure: Tenure) -> str:
    """Return what of a tenure besides its days is inferred."""
    return words_of(_inferred_labels(tenure, ()))


def _inferred_labels(tenure: Tenure, shown: Sequence[str]) -> list[str]:
    return [
        label_of(Membership, name)
        for one in tenure.memberships
        for name in inferred_fields(one)
        if name not in ("start_date", "end_date") and (not shown or name.split(".")[0] in shown)
    ]


def how(archive: Archive, dossier: Dossier, membership: Membership) -> Iterator[str]:
    """Yield how a membership came about (“bầu tại Đại hội lần thứ I”) and why it ended."""
    yield from how_begun(archive, dossier, membership)
    if words := why_ended(membership):
        yield words


def how_begun(archive: Archive, dossier: Dossier, membership: Membership) -> Iterator[str]:
    """Yield how a membership came about, and with whom the seat was shared."""
    words = " và ".join(MANNERS[manner] for manner in membership.manner)
    if membership.congress:
        # If a source only lists the holders of the post, nothing is said about an election.
        there = capital(named_words(archive, dossier, membership.congress))
        words = f"{words} tại {there}".lstrip()
    if membership.congress_term:
        owner, _ = meeting_named(archive, dossier, membership.congress_term)
        words = f"{words}, khóa {term_called(owner, membership.congress_term)}".lstrip(", ")
    if membership.decided_by:
        words = f"{words} ({membership.decided_by})".lstrip()
    if words:
        yield keep_together(words)
    if membership.shared:
        yield f"cùng giữ chức với người khác ({SHARED_SEATS[membership.shared]})"


def _beside(page: Page, dossier: Dossier, tenure: Tenure) -> Iterator[OtherPosts]:
    """Yield the other posts of the person, of those that the site tells of, when this one began."""
    posts = []
    for owner, other, inferred in concurrent_tenures(page.archive, tenure):
        title = title_of(page.archive, other.first)
        mark = f" {INFERRED}" if inferred else ""
        if owner is dossier:
            posts.append(Link(title + mark))
            continue
        link = organization_link(page, owner.id, tenure.known_start)
        posts.append(Link(f"{post_in(title, link.text)} {link.text}{mark}", link.url))
    if posts:
        yield OtherPosts("Khi nhận chức" if tenure.start else "Khi ấy", tuple(posts))


def why_ended(membership: Membership) -> str:
    """Return why a membership ended: “thôi giữ chức: nghỉ hưu”; "" where that is unknown."""
    if not membership.end_reason:
        return ""
    reason = END_REASONS.entry(membership.end_reason)
    return reason.word if reason.alone else f"thôi giữ chức: {reason.word}"


def others(
    page: Page, dossier: Dossier, memberships: Sequence[Membership]
) -> tuple[OtherPosts, ...]:
    """Return the other posts that the sources name with these memberships."""
    by_relation = {
        "Kiêm": (post for one in memberships for post in one.concurrent),
        "Trước đó": (post for one in memberships for post in one.previously),
        "Sau đó": (post for one in memberships for post in one.subsequently),
    }
    found = (
        OtherPosts(label, elsewhere(page, dict.fromkeys(posts), dossier.id))
        for label, posts in by_relation.items()
    )
    return tuple(one for one in found if one.posts)
