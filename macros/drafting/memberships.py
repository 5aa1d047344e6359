"""Memberships: who held which post, since when or by which congress, how, by whose decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.drafting.congresses import congress_near
from macros.drafting.people import bare_name, groups_in, who
from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.rows import rows_of
from macros.drafting.tables import is_item
from macros.drafting.terms import When, capacity_of, manner_of, when_of
from macros.drafting.title_holders import BODIES, Taken, bodies_taken, holders
from macros.drafting.titles import Titles
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.congresses import Held
    from macros.drafting.people import Named
    from macros.drafting.reading import Reading, Sentence
    from macros.drafting.rows import InRow
    from macros.drafting.titles import Title

_LONGEST_CAPITALS = 60
"""Letters of the line of a signature, at most."""


def memberships_of(reading: Reading, held: Sequence[Held]) -> list[Proposal]:
    """Return the memberships that a source tells of, each once: in sentences, tables and lists."""
    titles = Titles(reading)
    rows = [one for one in rows_of(reading, titles) if one.title.organization]
    in_rows = {one.paragraph for one in rows}
    found: list[Proposal] = []
    known: dict[tuple[str, str, str], list[Proposal]] = {}
    for number, sentences in enumerate(reading.sentences, start=1):
        for sentence in sentences if number not in in_rows else ():
            for taken in _in_sentence(reading, titles, sentence):
                for person in taken.people:
                    one = _proposal(reading, titles, held, sentence, taken, person)
                    _keep(found, known.setdefault(_key(one), []), one, taken=taken.taken)
        found += _signed(reading, titles, number)
    years = {one.key: (one.dates or one.term)[:4] for one in held if one.dates or one.term}
    for row in rows:
        one = _of_row(reading, held, row)
        before = known.setdefault(_key(one), [])
        if _is_new(before, one, years):
            before.append(one)
            found.append(one)
    return _unique(found)


def _key(one: Proposal) -> tuple[str, str, str]:
    return (one.organization, str(one.record["post"]), one.name.lower())


def _keep(found: list[Proposal], before: list[Proposal], one: Proposal, *, taken: bool) -> None:
    """Add a proposal; what somebody is called says nothing new of a post already told of."""
    if taken or not before:
        before.append(one)
        found.append(one)
    elif ASKED in before[-1].record.get("attested", ()) and one.is_ready:
        found[found.index(before[-1])] = one
        before[-1] = one


def _unique(found: list[Proposal]) -> list[Proposal]:
    seen: dict[str, Proposal] = {}
    for one in found:
        key = f"{one.home} {[(k, v) for k, v in one.record.items() if k != 'id']}"
        seen.setdefault(key, one)
    return list(seen.values())


# --- who takes which post -------------------------------------------------------------------


def _in_sentence(reading: Reading, titles: Titles, sentence: Sentence) -> Iterator[Taken]:
    text, printed = _with_continuation(reading, titles, sentence)
    groups = groups_in(text, printed)
    if not groups:
        return
    before = reading.lines[sentence.paragraph - 1][: sentence.start]
    stops = [one.start for one in groups if one.bare]
    found = titles.in_sentence(text, before, stops)
    yield from holders(text, groups, found)
    members = {one.member_of: one.id for one in reading.archive.roles.values() if one.member_of}
    yield from bodies_taken(text, groups, members, reading.main)


def _with_continuation(reading: Reading, titles: Titles, sentence: Sentence) -> tuple[str, str]:
    """Return a sentence, and the next line with it where a name and its title are parted."""
    line, printed = reading.lines[sentence.paragraph - 1], reading.printed[sentence.paragraph - 1]
    text = sentence.text
    own = printed[sentence.start : sentence.start + len(text)]
    last = sentence.start + len(text) >= len(line.rstrip())
    follows = reading.lines[sentence.paragraph : sentence.paragraph + 1]
    if last and text.rstrip().endswith(",") and follows and titles.begins(follows[0]):
        return (
            f"{text} {reading.lines[sentence.paragraph]}",
            f"{own} {reading.printed[sentence.paragraph]}",
        )
    return text, own


def _signed(reading: Reading, titles: Titles, number: int) -> Iterator[Proposal]:
    """Yield the post of who signed: a line of a title in capitals, and a name below it."""
    line = reading.lines[number - 1]
    if not _in_capitals(line) or number >= len(reading.lines):
        return
    person = bare_name(reading.lines[number], reading.printed[number])
    found = [one for one in titles.in_sentence(line.capitalize()) if one.organization]
    source = reading.archive.sources.get(reading.source)
    if person is None or not found or source is None:
        return
    first = number - 1 if number > 1 and _in_capitals(reading.lines[number - 2]) else number
    paragraphs = tuple(range(first, number + 2))
    known = who(reading, person.name)
    record: dict[str, Any] = {
        "id": "",
        "person": known.id,
        "post": found[0].role,
        "attested": [ASKED],
    }
    record["id"] = slug(f"{found[0].core} {person.name}")
    record["cite"] = cite(reading.source, paragraphs)
    asks = [Ask("attested", "Nguồn được ký ngày nào?", (str(source.told_on),))]
    home = home_of("membership", found[0].organization)
    new = _new(known.id, known.new)
    asks += [known.ask] if known.ask else []
    yield Proposal("membership", home, record, paragraphs, asks, new, name=person.name)


def _in_capitals(line: str) -> bool:
    return line.isupper() and len(line) <= _LONGEST_CAPITALS


def _new(identifier: str, name: str) -> dict[str, str]:
    return {identifier: name} if name else {}


# --- one record -----------------------------------------------------------------------------


def _proposal(
    reading: Reading,
    titles: Titles,
    held: Sequence[Held],
    sentence: Sentence,
    taken: Taken,
    person: Named,
) -> Proposal:
    when = when_of(reading, held, sentence, taken, person)
    paragraphs = [sentence.paragraph]
    if len(_with_continuation(reading, titles, sentence)[0]) > len(sentence.text):
        paragraphs.append(sentence.paragraph + 1)
    listed = when.congress is not None and is_item(reading.lines[sentence.paragraph - 1])
    if not taken.taken and not listed:
        return _called(reading, taken, person, when, paragraphs)
    more = manner_of(sentence.text, taken) if taken.taken else {}
    if capacity := capacity_of(sentence.text, taken):
        more["capacity"] = capacity
    return _held(reading, taken.title, person, when, paragraphs, more)


def _called(
    reading: Reading, taken: Taken, person: Named, when: When, paragraphs: list[int]
) -> Proposal:
    """Return that somebody is called by a title on a day."""
    made = _begun(reading, taken.title, person)
    made.record["attested"] = [when.day or ASKED]
    if not when.day:
        question = "Nguồn nhắc đến chức danh này vào lúc nào?"
        made.asks.append(Ask("attested", question, when.offers))
    return _ended(reading, made, taken.title, paragraphs, when.day)


def _held(
    reading: Reading,
    title: Title,
    person: Named,
    when: When,
    paragraphs: list[int],
    more: dict[str, Any],
) -> Proposal:
    """Return that somebody takes a post, with what else is known of it."""
    made = _begun(reading, title, person)
    record = made.record
    if title.core in BODIES:
        made.reasons["post"] = f"nguồn viết: vào Ban {title.core.capitalize()}"
    if when.day:
        record["start_date"] = when.day
    elif when.congress:
        record["congress"] = when.congress.key
        paragraphs = [*paragraphs, when.congress.paragraph]
        made.reasons["congress"] = f"nguồn viết: Đại hội hay khóa {when.congress.key}"
    else:
        record["start_date"] = ASKED
        question = "Nhận chức từ khi nào (start_date), hay do đại hội nào bầu (congress)?"
        made.asks.append(Ask("start_date", question, when.offers))
    if when.until:
        record["end_date"] = when.until
    record |= more
    congress = when.congress
    since = when.day or (congress.dates or congress.term if congress else "")
    return _ended(reading, made, title, paragraphs, since)


def _begun(reading: Reading, title: Title, person: Named) -> Proposal:
    known = who(reading, person.name)
    record: dict[str, Any] = {"id": "", "person": known.id, "post": title.role}
    asks = [known.ask] if known.ask else []
    home = home_of("membership", title.organization)
    return Proposal(
        "membership", home, record, (), asks, _new(known.id, known.new), name=person.name
    )


def _ended(
    reading: Reading, made: Proposal, title: Title, paragraphs: list[int], since: str
) -> Proposal:
    made.record["id"] = slug(f"{title.core} {made.name} {since[:4]}")
    made.record["cite"] = cite(reading.source, paragraphs)
    made.paragraphs = tuple(sorted(set(paragraphs)))
    return made


# --- rows of tables and items of lists ------------------------------------------------------


def _of_row(reading: Reading, held: Sequence[Held], row: InRow) -> Proposal:
    own = [one for one in held if one.head and one.paragraph == row.paragraph]
    congress = own[0] if own else None
    if congress is None and not row.since and row.caption:
        congress = congress_near(held, row.title.organization, row.caption, 10**6)
    # The days in a row of a congress are its days.
    when = When("", congress) if own else When(row.since, congress, (), row.until)
    made = _held(reading, row.title, row.person, when, [row.paragraph], {})
    fields = ("post", "congress", "start_date", "end_date")
    made.reasons = dict.fromkeys(fields, "bảng hay danh sách: đầu cột, dòng đầu")
    return made


def _is_new(known: Sequence[Proposal], one: Proposal, years: dict[str, str]) -> bool:
    """Return whether a row tells more than was told; its year is offered where that is asked."""
    since = str(one.record.get("start_date", ""))[:4]
    for before in known:
        record = before.record
        if str(record.get("start_date", ""))[:4] == since != "" or (
            "congress" in record and record["congress"] == one.record.get("congress")
        ):
            return False
        if since and years.get(str(record.get("congress", "")), "") == since:
            return False
        for at, ask in enumerate(before.asks):
            if since and ask.key in {"start_date", "attested"}:
                before.asks[at] = ask._replace(offers=tuple(dict.fromkeys((*ask.offers, since))))
                return False
    return True
