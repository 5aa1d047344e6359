"""Congresses and committees: ordinal, days, term, delegates; size and composition of bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.reading import Day, days_in
from macros.drafting.subjects import matching, subject
from macros.evidence.symbols import find_symbols
from macros.text.vietnamese import parse_roman, roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.reading import Reading, Sentence

_CONGRESS = re.compile(
    r"Đại hội(?: đại biểu)?(?P<body>[^,.;:()“”]{0,70}?)\s*(?:lần thứ|nhiệm kỳ|khóa)\s+"
    r"(?P<number>[IVXLC]+|\d{1,2})(?![\w/-])(?P<after>[^,.;:()“”]{0,60})",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"(?:nghị quyết|văn kiện|dự thảo|thực hiện|mục tiêu|tiến tới|chỉ tiêu)[^.;]{0,25}$",
    re.IGNORECASE,
)
_FAR = 120
"""Letters between a congress and the days on which it met, at most."""
_SYMBOL = 30
"""Letters before the day of a document in which its symbol stands."""
_OF_OTHERS = re.compile(r"toàn quốc|của Đảng\b")
_YEARS = re.compile(r"\d{4}/\d{4}")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_DELEGATES = re.compile(r"(?<![\d.,])(\d{1,4}(?:\.\d{3})?)\s+đại biểu")
_ORDINAL_AFTER = re.compile(r"^[^,.;:()“”]{0,60}?lần thứ\s+([IVXLC]+|\d{1,2})(?!\w)")


@dataclass(frozen=True)
class Held:
    """A congress of an organization that a paragraph tells of; `key` is its Roman ordinal."""

    organization: str
    key: str
    paragraph: int
    start: int
    term: str = ""
    dates: str = ""
    delegates: int | None = None
    by_term: bool = False


def congresses_of(reading: Reading) -> list[Held]:
    """Return the congresses of the organizations of a source, in the order of the paragraphs."""
    return [
        held
        for sentences in reading.sentences
        for sentence in sentences
        for held in _in_sentence(reading, sentence)
    ]


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Held]:
    text = sentence.text
    for match in _CONGRESS.finditer(text):
        # “tổ chức Đại hội” within a list of tasks is no congress that was held.
        before, body = text[: match.start()], match["body"].strip()
        if _OF_OTHERS.search(match.group()) or text[match.start()] != "Đ":
            continue
        organization = _organization(reading, sentence, body, before, match["after"])
        number = _roman(match["number"])
        if not organization or not number:
            continue
        days = days_in(text)
        dates = next((t for one in days if (t := _met(text, match, one))), "")
        term = next(
            (
                t
                for one in days
                for t in one.edtf
                if one.start > match.start() and _YEARS.fullmatch(t)
            ),
            "",
        )
        if _NOT_HELD.search(before) or not (dates or term):
            continue
        delegates = _DELEGATES.search(text, match.end())
        yield Held(
            organization,
            number,
            sentence.paragraph,
            sentence.start + match.start(),
            term,
            dates,
            int(delegates[1].replace(".", "")) if delegates else None,
        )


def _met(text: str, match: re.Match[str], day: Day) -> str:
    """Return the days of a date if a congress met on them; "" for the day of a document."""
    first, last = sorted([(day.start, day.end), match.span()])
    between = text[first[1] : last[0]]
    apart = ";" in between or len(between) > _FAR
    of_document = find_symbols(text[max(0, day.start - _SYMBOL) : day.start])
    return "" if apart or of_document else _joined(day.edtf)


def _organization(reading: Reading, sentence: Sentence, body: str, before: str, after: str) -> str:
    """Return whose congress it is; "" for one of others (“Đại hội Đảng bộ thành phố”)."""
    if body:
        return next(matching(reading, body), "")
    if named := re.match(r"\s+((?:Đảng bộ|Đoàn|Hội|Công đoàn)\b.*)", after):
        return next(matching(reading, named[1]), "") or _longest(reading, named[1])
    line = reading.lines[sentence.paragraph - 1]
    return subject(reading, line[: sentence.start] + before)


def _longest(reading: Reading, text: str) -> str:
    """Return the organization that the longest beginning of a text names."""
    parts = text.split()
    for count in range(len(parts), 1, -1):
        if found := next(matching(reading, " ".join(parts[:count])), ""):
            return found
    return ""


def _roman(number: str) -> str:
    try:
        return roman(int(number)) if number.isdigit() else roman(parse_roman(number))
    except ValueError:
        return ""


def _joined(edtf: Sequence[str]) -> str:
    """Return consecutive days as one range; "" if they are not days."""
    if not all(_DAYS.fullmatch(text) for text in edtf):
        return ""
    return edtf[0] if len(edtf) == 1 else f"{edtf[0].split('/')[0]}/{edtf[-1].split('/')[-1]}"


def congress_proposals(reading: Reading, held: Sequence[Held]) -> list[Proposal]:
    """Return a proposal for each congress, from all paragraphs that tell of its days or term."""
    by_key: dict[tuple[str, str], list[Held]] = {}
    for one in held:
        by_key.setdefault((one.organization, one.key), []).append(one)
    return [_congress(reading, mentions) for mentions in by_key.values()]


def _congress(reading: Reading, mentions: Sequence[Held]) -> Proposal:
    first = next((one for one in mentions if one.dates), mentions[0])
    term = first.term or next((one.term for one in mentions if one.term), "")
    cited = {
        first.paragraph,
        *(one.paragraph for one in mentions if one.term == term and not first.term),
    }
    record: dict[str, Any] = {"id": f"dai-hoi-{parse_roman(first.key)}", "ordinal": first.key}
    if term:
        record["term"] = term
    if first.dates:
        record["dates"] = first.dates
    if first.delegates is not None:
        record["delegates"] = first.delegates
    paragraphs = tuple(sorted(cited))[:2]
    record["cite"] = cite(reading.source, paragraphs)
    return Proposal("congress", home_of("congress", first.organization), record, paragraphs)


# --- committees -----------------------------------------------------------------------------

_UNIT = r"(?:đồng chí|ủy viên|cấp ủy viên|người)"
_BODY_CODES = {
    "ban chấp hành": "executive",
    "ban thường vụ": "standing",
    "ủy ban kiểm tra": "inspection",
}
_ANY = "Ban Chấp hành|Ban Thường vụ|Ủy ban Kiểm tra"
_SIZE = re.compile(
    rf"(?P<body>{_ANY})(?P<of>(?:(?!{_ANY})[^,.;:()\d“”]){{0,90}}?"
    rf"(?:khóa [IVXLC]+|nhiệm kỳ [IVXLC]+|nhiệm kỳ \d{{4}} ?[-–] ?\d{{4}})?"
    rf"[^,.;:()\d“”]{{0,20}}?)\s(?:gồm|có|là|bầu)(?: có| gồm)?\s+(?P<size>\d{{1,3}})\s+{_UNIT}",
    re.IGNORECASE,
)
_OTHER_WAY = re.compile(
    rf"(?P<size>\d{{1,3}})\s+(?:{_UNIT}\s+)?(?:ủy viên|đồng chí)\s+(?:vào |tham gia |là ủy viên )?"
    r"(?P<body>Ban Chấp hành|Ban Thường vụ|Ủy ban Kiểm tra)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<count>\d{{1,3}}|hai|ba|bốn|cả \d{{1,3}})\s+(?:{_UNIT}\s+)?(?:là cán bộ |đều |làm )?"
    r"(?P<what>chuyên trách|kiêm (?:nhiệm|chức))",
    re.IGNORECASE,
)
_ALL_CONCURRENT = re.compile(rf"^\s*{_UNIT}?\s*kiêm (?:chức|nhiệm)", re.IGNORECASE)
_STAFF = re.compile(
    r"biên chế\s+(?P<size>\d{1,4})\s+(?P<printed>cán bộ chuyên trách|cán bộ|biên chế)"
)
_WORDS = {"hai": 2, "ba": 3, "bốn": 4}


def committees_of(reading: Reading, held: Sequence[Held]) -> list[Proposal]:
    """Return the bodies whose size a source prints."""
    found: list[Proposal] = []
    for sentences in reading.sentences:
        for sentence in sentences:
            for match in (*_SIZE.finditer(sentence.text), *_OTHER_WAY.finditer(sentence.text)):
                found.append(_committee(reading, held, sentence, match))
            if staff := _STAFF.search(sentence.text):
                found.append(_staff(reading, sentence, staff))
    return found


def _committee(
    reading: Reading, held: Sequence[Held], sentence: Sentence, match: re.Match[str]
) -> Proposal:
    text, body = sentence.text, _BODY_CODES[match["body"].lower()]
    before = reading.lines[sentence.paragraph - 1][: sentence.start + match.start()]
    organization = _home(reading, match.groupdict().get("of") or "", before)
    record: dict[str, Any] = {"id": "", "body": body, "size": int(match["size"])}
    record |= _parts(reading, sentence, match, int(match["size"]))
    if basis := _basis(text[: match.start()]):
        record["basis"] = basis
    congress = congress_near(held, organization, sentence.paragraph, sentence.start + match.start())
    asks: list[Ask] = []
    paragraphs = [sentence.paragraph]
    if congress:
        record["congress"] = congress.key
        paragraphs.append(congress.paragraph)
        name = str(parse_roman(congress.key))
    else:
        days = [t for one in days_in(text) for t in one.edtf]
        days += [
            f"congress: {one.key}"
            for one in held
            if one.organization == organization and one.paragraph < sentence.paragraph
        ][-1:]
        record["date"] = ASKED
        name = ASKED
        asks.append(
            Ask("date", "Có từ khi nào (date), hay do đại hội nào bầu (congress)?", tuple(days))
        )
    word = {
        "executive": "ban-chap-hanh",
        "standing": "ban-thuong-vu",
        "inspection": "uy-ban-kiem-tra",
    }
    record["id"] = (
        f"{word[body]}-{name}" if name != ASKED else f"{word[body]}-doan-{sentence.paragraph}"
    )
    record["cite"] = cite(reading.source, paragraphs)
    home = home_of("committee", organization)
    return Proposal("committee", home, record, tuple(sorted(set(paragraphs))), asks)


def _home(reading: Reading, of: str, before: str) -> str:
    """Return the organization that a body belongs to: not the commission itself, nor an agency."""
    wanted = of.strip()
    for name in (
        wanted,
        *(wanted.rsplit(" ", count)[0] for count in range(1, len(wanted.split()))),
    ):
        for one in matching(reading, name):
            if _has_bodies(reading, one):
                return one
    for one in (subject(reading, before), reading.main):
        if one and _has_bodies(reading, one):
            return one
    return reading.main


def _has_bodies(reading: Reading, organization: str) -> bool:
    one = reading.archive.dossiers[organization].organization
    commission = one.short_name.lower().startswith(("ủy ban", "ban ", "hội đồng"))
    return one.kind in {"party", "mass"} and not commission


def _parts(reading: Reading, sentence: Sentence, match: re.Match[str], size: int) -> dict[str, int]:
    """Return how many of a body are full-time and how many have other posts, if it is said next."""
    rest = sentence.text[match.end() :]
    following = reading.sentences[sentence.paragraph - 1][sentence.at + 1 : sentence.at + 2]
    if following and following[0].text.startswith("("):
        rest += following[0].text
    end = min(
        (
            one.start()
            for one in re.finditer(r"Ban Thường vụ|Ủy ban Kiểm tra|đồng chí [A-ZĐ]", rest)
        ),
        default=len(rest),
    )
    found: dict[str, int] = {}
    if _ALL_CONCURRENT.match(rest):
        found["concurrent"] = size
    for part in _PARTS.finditer(rest[:end]):
        count = part["count"].lower().removeprefix("cả ")
        number = _WORDS[count] if count in _WORDS else int(count)
        if number <= size:
            field = "full_time" if part["what"].lower() == "chuyên trách" else "concurrent"
            found.setdefault(field, number)
    return dict(sorted(found.items(), reverse=True))


def _basis(before: str) -> str:
    """Return how a body was formed, by the last word before it that says so."""
    at = {
        code: before.lower().rfind(word)
        for code, word in (("elected", "bầu"), ("designated", "chỉ định"))
    }
    code = max(at, key=lambda one: at[one])
    return code if at[code] >= 0 else ""


def _staff(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Proposal:
    size = int(match["size"])
    record: dict[str, Any] = {
        "id": f"co-quan-chuyen-trach-doan-{sentence.paragraph}",
        "body": "office",
        "size": size,
    }
    if "chuyên trách" in match["printed"]:
        record["full_time"] = size
    record |= {"basis": "other", "date": ASKED, "printed": match["printed"]}
    record["cite"] = cite(reading.source, (sentence.paragraph,))
    line = reading.lines[sentence.paragraph - 1]
    days = tuple(
        t for one in days_in(line) for t in one.edtf if one.start < sentence.start + match.start()
    )
    home = home_of("committee", _home(reading, "", line[: sentence.start + match.start()]))
    ask = Ask("date", "Biên chế ấy có từ khi nào?", days[-3:])
    return Proposal("committee", home, record, (sentence.paragraph,), [ask])


def congress_near(
    held: Sequence[Held], organization: str, paragraph: int, place: int
) -> Held | None:
    """Return the congress that a paragraph tells of before a place, or the one just before it."""
    own = [one for one in held if one.organization == organization]
    same = [one for one in own if one.paragraph == paragraph and one.start <= place]
    if same:
        return same[-1]
    just = [one for one in own if paragraph - 1 <= one.paragraph < paragraph and one.dates]
    return just[-1] if just else None
