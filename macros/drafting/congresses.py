"""Congresses: ordinal, days, term, delegates; and which congress a passage speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.reading import Day, Sentence, days_in
from macros.drafting.subjects import matching, subject
from macros.drafting.tables import tables_of
from macros.evidence.symbols import find_symbols
from macros.text.vietnamese import parse_roman, roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.reading import Reading
    from macros.drafting.tables import Row, Table

_ROMAN = r"[IVXLC]+"
_CONGRESS = re.compile(
    r"Đại hội(?: đại biểu)?(?P<body>[^,.;:()“”]{0,70}?)\s*(?:lần thứ|nhiệm kỳ|khóa)\s+"
    rf"(?P<number>{_ROMAN}|\d{{1,2}})(?![\w/-])(?P<after>[^,.;:()“”]{{0,60}})"
    rf"|Đại hội(?: đại biểu)?(?: Đảng bộ)? (?P<short>{_ROMAN})(?!\w)",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"(?:nghị quyết|văn kiện|dự thảo|thực hiện|mục tiêu|tiến tới|chỉ tiêu|chào mừng|trước thềm)"
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:họp|khai mạc|diễn ra|tiến hành|được tổ chức|tổ chức|bế mạc|triệu tập|gồm \d)\b"
)
_CLOSES = re.compile(r"^,?\s*(?:và )?bế mạc (?:vào )?(?:ngày )?$")
_FAR = 120
"""Letters between a congress and the days on which it met, at most."""
_SYMBOL = 30
"""Letters before the day of a document in which its symbol stands."""
_OF_OTHERS = re.compile(r"toàn quốc|của Đảng\b(?! bộ| ủy)")
_NOT_OURS = re.compile(
    r"(?:toàn quốc|Trung ương|Quốc hội|Hội đồng nhân dân|HĐND|tỉnh|thành phố)"
    r"[^,.;]{0,30}$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}/\d{4}")
_DAYS = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?")
_DELEGATES = re.compile(r"(?<![\d.,/])(\d{1,4}(?:\.\d{3})?)\s+đại biểu")
_MENTION = re.compile(
    rf"(?:Đại hội(?: đại biểu)?(?: Đảng bộ)?[^,.;:()“”]{{0,60}}?|khóa|nhiệm kỳ)"
    rf"(?: lần thứ| khóa| nhiệm kỳ)? (?P<number>{_ROMAN})(?!\w)",
    re.IGNORECASE,
)
_TABLE_KEYS = ("đại hội", "khóa", "kỳ đại hội", "lần thứ", "nhiệm kỳ")
_TABLE_DAYS = ("thời gian", "ngày họp", "thời gian họp", "ngày", "thời gian tổ chức")
_TABLE_DELEGATES = ("số đại biểu", "đại biểu", "số đại biểu dự", "đại biểu dự")


@dataclass(frozen=True)
class Held:
    """A congress of an organization that a paragraph tells of; `key` is its Roman ordinal.

    `says` is whether the paragraph tells that it met, not only that it is spoken of. `offers` are
    days of which an editor must decide; `head` is the head of the table that it stands in, 0 for
    none; `leads` is whether a sentence begins with it.
    """

    organization: str
    key: str
    paragraph: int
    start: int
    term: str = ""
    dates: str = ""
    delegates: int | None = None
    says: bool = True
    offers: tuple[str, ...] = ()
    head: int = 0
    leads: bool = False


def congresses_of(reading: Reading) -> list[Held]:
    """Return the congresses of the organizations of a source, and where they are spoken of."""
    found = [
        held
        for sentences in reading.sentences
        for sentence in sentences
        for held in _in_sentence(reading, sentence)
    ]
    found += [held for table in tables_of(reading) for held in _in_table(reading, table)]
    known = {(one.organization, one.key) for one in found}
    found += [one for one in _mentions(reading) if (one.organization, one.key) in known]
    return sorted(found, key=lambda one: (one.paragraph, one.start))


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Held]:
    text = sentence.text
    for match in _CONGRESS.finditer(text):
        # “tổ chức Đại hội” within a list of tasks is no congress that was held.
        before, body = text[: match.start()], (match["body"] or "").strip()
        if _OF_OTHERS.search(match.group()) or text[match.start()] != "Đ":
            continue
        organization = _organization(reading, sentence, body, before, match["after"] or "")
        number = _roman(match["number"] or match["short"])
        if not organization or not number or _NOT_HELD.search(before):
            continue
        held = _told(reading, sentence, match, organization, number)
        if held.dates or held.term or held.offers:
            yield held


def _told(
    reading: Reading, sentence: Sentence, match: re.Match[str], organization: str, number: str
) -> Held:
    text = sentence.text
    days = days_in(text)
    terms = (t for one in days for t in one.edtf if one.start > match.start())
    term = next((text for text in terms if _YEARS.fullmatch(text)), "")
    dates = _opening_to_close(text, days)
    dates = dates or next((t for one in days if (t := _met(text, match, one))), "")
    offers: tuple[str, ...] = ()
    if not dates and _MEETS.search(text, match.end()):
        offers = tuple(t for one in days if (t := _joined(one.edtf)))
    return Held(
        organization,
        number,
        sentence.paragraph,
        sentence.start + match.start(),
        term,
        dates,
        _delegates(reading, sentence, match) if dates or term or offers else None,
        bool(dates or term),
        offers,
    )


def _opening_to_close(text: str, days: Sequence[Day]) -> str:
    """Return the days of “khai mạc ngày 27/02, bế mạc ngày 01/3”."""
    for one, other in pairwise(days):
        if _CLOSES.match(text[one.end : other.start]) and len(one.edtf) == len(other.edtf) == 1:
            return _joined((one.edtf[0], other.edtf[0]))
    return ""


def _delegates(reading: Reading, sentence: Sentence, match: re.Match[str]) -> int | None:
    """Return the number of delegates that the sentence, or else the next two, print."""
    text = sentence.text
    following = reading.sentences[sentence.paragraph - 1][sentence.at + 1 : sentence.at + 3]
    found = _DELEGATES.search(text, match.end()) or _DELEGATES.search(text)
    for one in following:
        if found is None and not _CONGRESS.search(one.text):
            found = _DELEGATES.search(one.text)
    return int(found[1].replace(".", "")) if found else None


def _met(text: str, match: re.Match[str], day: Day) -> str:
    """Return the days of a date if a congress met on them; "" for the day of a document."""
    first, last = sorted([(day.start, day.end), match.span()])
    between = text[first[1] : last[0]]
    apart = ";" in between or len(between) > _FAR
    of_document = find_symbols(text[max(0, day.start - _SYMBOL) : day.start])
    return "" if apart or of_document else _joined(day.edtf)


def _organization(reading: Reading, sentence: Sentence, body: str, before: str, after: str) -> str:
    """Return whose congress it is; "" for one of others (“Đại hội Đảng bộ thành phố”)."""
    if body == "Đảng bộ":
        return _subject(reading, sentence, before)
    if body:
        return next(matching(reading, body), "")
    if named := re.match(r"\s+(?:của )?((?:Đảng bộ|Đoàn|Hội|Công đoàn)\b.*)", after):
        named_one = named[1].strip()
        if named_one == "Đảng bộ":
            return _subject(reading, sentence, before)
        return next(matching(reading, named_one), "") or _longest(reading, named_one)
    return _subject(reading, sentence, before)


def _subject(reading: Reading, sentence: Sentence, before: str) -> str:
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
        return roman(int(number)) if number.isdigit() else roman(parse_roman(number.upper()))
    except ValueError:
        return ""


def _joined(edtf: Sequence[str]) -> str:
    """Return consecutive days or a month as one range; "" if they are none."""
    if not edtf or not all(_DAYS.fullmatch(text) for text in edtf):
        return ""
    if any(_YEARS.fullmatch(text) for text in edtf):
        return ""
    return edtf[0] if len(edtf) == 1 else f"{edtf[0].split('/')[0]}/{edtf[-1].split('/')[-1]}"


# --- where a congress is only spoken of, and tables ------------------------------------------


def _mentions(reading: Reading) -> Iterator[Held]:
    """Yield where a passage speaks of a congress or its term: “Khóa VI”, “Đại hội IX bầu”."""
    for number, line in enumerate(reading.lines, start=1):
        for match in _MENTION.finditer(line):
            key = _roman(match["number"])
            before = line[: match.start()]
            ours = not _OF_OTHERS.search(match.group()) and not _NOT_OURS.search(before)
            if key and ours and not _NOT_OURS.search(match.group()):
                organization = subject(reading, before)
                leads = not before or before.rstrip()[-1:] in ".;:"
                yield Held(organization, key, number, match.start(), says=False, leads=leads)


def _in_table(reading: Reading, table: Table) -> Iterator[Held]:
    for row in table.rows:
        key = next((_roman(v) for v in _cells(row, _TABLE_KEYS) if re.fullmatch(_ROMAN, v)), "")
        if not key:
            continue
        days = next(iter(_cells(row, _TABLE_DAYS)), "")
        # A row begins with what may be a number: “15 - 17/8/1991” alone is no range.
        dates = next((t for one in days_in(f"từ ngày {days}") if (t := _joined(one.edtf))), "")
        count = next(iter(_cells(row, _TABLE_DELEGATES)), "").replace(".", "")
        delegates = int(count) if count.isdigit() else None
        yield Held(
            reading.main, key, row.paragraph, 0, "", dates, delegates, bool(dates), (), table.head
        )


def _cells(row: Row, names: Sequence[str]) -> Iterator[str]:
    yield from (row.cells[name] for name in names if row.cells.get(name))


def congress_near(
    held: Sequence[Held], organization: str, paragraph: int, place: int
) -> Held | None:
    """Return the congress that a paragraph tells of before a place, or the one just before it."""
    own = [one for one in held if one.organization == organization]
    same = [one for one in own if one.paragraph == paragraph and one.start <= place]
    # “Phó Bí thư khóa IV được bầu”: what is only spoken of gives way to what is told.
    if telling := [one for one in same if one.says or one.offers or one.leads]:
        return telling[-1]
    if same:
        return same[-1]
    just = [one for one in own if paragraph - 1 <= one.paragraph < paragraph and one.dates]
    return just[-1] if just else None


# --- proposals ------------------------------------------------------------------------------


def congress_proposals(reading: Reading, held: Sequence[Held]) -> list[Proposal]:
    """Return a proposal for each congress, from all paragraphs that tell of its days or term."""
    by_key: dict[tuple[str, str], list[Held]] = {}
    for one in held:
        if one.says or one.offers:
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
    asks: list[Ask] = []
    if term:
        record["term"] = term
    if first.dates:
        record["dates"] = first.dates
    elif first.offers:
        record["dates"] = ASKED
        asks.append(Ask("dates", "Đại hội họp những ngày nào?", first.offers))
    if first.delegates is not None:
        record["delegates"] = first.delegates
    paragraphs = tuple(sorted(cited))[:2]
    record["cite"] = cite(reading.source, paragraphs)
    one = Proposal("congress", home_of("congress", first.organization), record, paragraphs, asks)
    one.reasons = {"ordinal": f"nguồn viết: Đại hội {first.key}"}
    if first.head:
        one.reasons = {"ordinal": "bảng: cột thứ nhất", "delegates": "bảng: cột số đại biểu"}
    return one
