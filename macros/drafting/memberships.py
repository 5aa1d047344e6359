"""Memberships: who held which post, since when or by which congress, how, by whose decision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.drafting.congresses import congress_near
from macros.drafting.holding import Taken, bodies_taken, holders
from macros.drafting.people import bare_name, groups_in, who
from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.reading import Sentence, days_in
from macros.drafting.titles import Titles
from macros.model.career_codes import MANNERS
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.congresses import Held
    from macros.drafting.people import Named
    from macros.drafting.reading import Reading

_DECIDED = re.compile(
    r"được\s+(?P<who>(?:Ban (?:Thường vụ|Chấp hành)|Thường trực|Thành|Tỉnh|Quận|Huyện|Đảng)\b"
    r"[^,.;:()]*?)"
    r"\s+(?:quyết định\s+)?(?:phân công|điều động|chỉ định|bổ nhiệm|luân chuyển|bầu|giao|cử)\b"
)
_BODY_DECIDED = re.compile(
    r"(?P<who>(?:Ban (?:Thường vụ|Chấp hành)|Thành ủy|Tỉnh ủy|Quận ủy|Huyện ủy|Đảng ủy)"
    r"(?: (?:[A-ZĐ][^\W\d_]*|ủy|khối|bộ))*)\s+(?:chỉ định|bầu)\b"
)
_POINT = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LONGEST_CAPITALS = 60
"""Letters of the line of a signature, at most."""


def memberships_of(reading: Reading, held: Sequence[Held]) -> list[Proposal]:
    """Return the memberships that the sentences of a source tell of, each once."""
    titles = Titles(reading)
    found: list[Proposal] = []
    known: dict[tuple[str, str, str], Proposal] = {}
    for number, sentences in enumerate(reading.sentences, start=1):
        for sentence in sentences:
            for taken in _in_sentence(reading, titles, sentence):
                for person in taken.people:
                    one = _proposal(reading, titles, held, sentence, taken, person)
                    key = (one.organization, str(one.record["post"]), person.name.lower())
                    # What somebody is called says nothing new of a post already told of.
                    before = known.get(key)
                    if taken.taken or before is None:
                        known[key] = one
                        found.append(one)
                    elif ASKED in before.record.get("attested", ()) and one.is_ready:
                        found[found.index(before)] = known[key] = one
        found += _signed(reading, titles, number)
    return _unique(found)


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
    title, known = taken.title, who(reading, person.name)
    asks = [known.ask] if known.ask else []
    record: dict[str, Any] = {"id": "", "person": known.id, "post": title.role}
    paragraphs = [sentence.paragraph]
    if len(_with_continuation(reading, titles, sentence)[0]) > len(sentence.text):
        paragraphs.append(sentence.paragraph + 1)
    line = reading.lines[sentence.paragraph - 1]
    when = _when(held, line, sentence, taken, title.organization)
    if not taken.taken:
        day = when.day or ASKED
        record["attested"] = [day]
        if not when.day:
            asks.append(Ask("attested", "Nguồn nhắc đến chức danh này vào lúc nào?", when.offers))
    elif when.day:
        record["start_date"] = when.day
    elif when.congress:
        record["congress"] = when.congress.key
        paragraphs.append(when.congress.paragraph)
    else:
        record["start_date"] = ASKED
        asks.append(Ask("start_date", "Nhận chức từ khi nào (start_date), hay do đại hội nào bầu "
                        "(congress)?", when.offers))  # fmt: skip
    record |= _manner(sentence.text, taken) if taken.taken else {}
    since = when.day or (when.congress.dates or when.congress.term if when.congress else "")
    record["id"] = slug(f"{title.core} {person.name} {since[:4]}")
    record["cite"] = cite(reading.source, paragraphs)
    home = home_of("membership", title.organization)
    cited = tuple(sorted(set(paragraphs)))
    new = _new(known.id, known.new)
    return Proposal("membership", home, record, cited, asks, new, name=person.name)


class _When(NamedTuple):
    day: str = ""
    congress: Held | None = None
    offers: tuple[str, ...] = ()


def _when(
    held: Sequence[Held], line: str, sentence: Sentence, taken: Taken, organization: str
) -> _When:
    """Return when a post was taken: the last date of the sentence before it, or the congress."""
    days = [
        one.edtf[0]
        for one in days_in(sentence.text)
        if one.end <= taken.start and len(one.edtf) == 1 and _POINT.fullmatch(one.edtf[0])
    ]
    place = sentence.start + taken.start
    congress = congress_near(held, organization, sentence.paragraph, place)
    if congress is None:
        # A commission is elected at the congress of its party organization.
        near = (congress_near(held, one.organization, sentence.paragraph, place) for one in held)
        congress = next((one for one in near if one and one.paragraph == sentence.paragraph), None)
    here = congress is not None and congress.paragraph == sentence.paragraph
    if days and not (here and congress and congress.start >= sentence.start):
        return _When(days[-1])
    after = [text for one in days_in(sentence.text) for text in one.edtf]
    earlier = [text for one in days_in(line[: sentence.start]) for text in one.edtf]
    return _When("", congress, tuple(dict.fromkeys((*after, *earlier[-1:]))))


def _manner(text: str, taken: Taken) -> dict[str, Any]:
    """Return how a post was taken and by whose decision, from the words between name and title."""
    first, last = sorted((taken.start, taken.title.start))
    clause = text[first : max(last, taken.end)]
    before = re.split(r"[,;.]", text[:first])[-1]
    codes = [
        one.code
        for one in MANNERS.entries
        if any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", f"{before} {clause}", re.IGNORECASE)
            for word in one.sources
        )
    ]
    if "re-elected" in codes and "elected" in codes:
        codes.remove("elected")
    found: dict[str, Any] = {"manner": codes} if codes else {}
    if (decided := _DECIDED.search(clause)) or (decided := _BODY_DECIDED.search(before)):
        found["decided_by"] = decided["who"].strip()
    return found
