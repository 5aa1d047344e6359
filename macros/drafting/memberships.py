"""Memberships: who held which post, since when or by which congress, how, by whose decision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.drafting.congresses import congress_near
from macros.drafting.people import Group, bare_name, groups_in, who
from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.reading import Sentence, days_in
from macros.drafting.titles import Title, Titles
from macros.model.career_codes import MANNERS
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.congresses import Held
    from macros.drafting.people import Named
    from macros.drafting.reading import Reading

_TAKES = re.compile(
    r"\b(?:giữ(?: lại)?|giữ chức|chức(?: vụ| danh)?|làm|là|kiêm|bầu|tham gia|vào|cử)"
    r"(?: các)?(?: chức(?: vụ| danh)?)?\s*:?\s*$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:nguyên|trước đó|từng|đang)(?: là| giữ chức)?\s*$", re.IGNORECASE)
_JOINED = re.compile(r"^\s*(?:,|và|kiêm|, kiêm|\(kiêm\))\s*$", re.IGNORECASE)
_ARE = re.compile(r"^\s*(?:[^,.;]{0,25}?)\s*(?:là|gồm|:)\s*(?:các )?$", re.IGNORECASE)
_ACTS = re.compile(r"\b(?:được|giữ|làm|bầu|điều động|bổ nhiệm|chỉ định|luân chuyển|nghỉ|chuyển)\b")
_BODIES = re.compile(
    r"(?:vào|tham gia)\s+((?:Ban (?:Chấp hành|Thường vụ)(?:, | và )?)+)", re.IGNORECASE
)
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


class Taken(NamedTuple):
    """That people hold a post: by taking it, or as what they are called on a day."""

    people: tuple[Named, ...]
    title: Title
    taken: bool
    start: int
    end: int


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
    found = titles.in_sentence(text, before)
    roles: dict[int, tuple[Group, bool]] = {}
    for at, title in enumerate(found):
        if any(g.start <= title.start < g.end for g in groups):
            continue
        if (holder := _holder(text, groups, found, at, roles)) is not None:
            roles[at] = holder
    for at, (group, taken) in roles.items():
        title = found[at]
        if title.organization:
            yield Taken(_respective(roles, at), title, taken, group.start, title.end)
    yield from _of_bodies(reading, text, groups)


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


def _holder(
    text: str,
    groups: Sequence[Group],
    titles: Sequence[Title],
    at: int,
    roles: dict[int, tuple[Group, bool]],
) -> tuple[Group, bool] | None:
    """Return who holds a title, and whether the sentence says that it is taken."""
    title = titles[at]
    following = next((g for g in groups if g.start >= title.end), None)
    if following and _ARE.match(text[title.end : following.start]) and not following.replaced:
        return following, True
    previous = [g for g in groups if g.end <= title.start and not g.replaced]
    group = previous[-1] if previous else None
    if group is None or _WAS.search(text[group.end : title.start]):
        return None
    between = text[group.end : title.start]
    if at and at - 1 in roles and _JOINED.match(text[titles[at - 1].end : title.start]):
        kiem = "kiêm" in text[titles[at - 1].end : title.start]
        return group, roles[at - 1][1] or kiem
    if _TAKES.search(between):
        return group, True
    return (group, False) if not _ACTS.search(between) else None


def _respective(roles: dict[int, tuple[Group, bool]], at: int) -> tuple[Named, ...]:
    """Return the people of a title: all of a group, or one each of as many titles."""
    group = roles[at][0]
    own = [one for one in sorted(roles) if roles[one][0] is group and roles[one][1] == roles[at][1]]
    several = len(own) == len(group.people) > 1
    return (group.people[own.index(at)],) if several else group.people


def _of_bodies(reading: Reading, text: str, groups: Sequence[Group]) -> Iterator[Taken]:
    """Yield the seats of bodies that somebody is appointed to: “chỉ định vào Ban Chấp hành”."""
    members = {one.member_of: one.id for one in reading.archive.roles.values() if one.member_of}
    for match in _BODIES.finditer(text):
        group = next(
            (g for g in reversed(groups) if g.end <= match.start() and not g.replaced), None
        )
        if group is None:
            continue
        for code, words in (("executive", "chấp hành"), ("standing", "thường vụ")):
            if words in match[1].lower() and code in members:
                title = Title(match.start(), match.end(), words, "", members[code], reading.main)
                yield Taken(group.people, title, True, group.start, match.end())


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
