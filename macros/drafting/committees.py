"""Committees: the size and the composition of bodies, and the congress that elected them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.drafting.body_sizes import BODY_CODES, UNIT, sizes_in
from macros.drafting.congresses import congress_near
from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.reading import Sentence, days_in
from macros.drafting.subjects import matching, subject
from macros.drafting.tables import tables_of
from macros.text.vietnamese import parse_roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.body_sizes import Size
    from macros.drafting.congresses import Held
    from macros.drafting.reading import Reading

_PARTS = re.compile(
    rf"(?P<count>\d{{1,3}}|hai|ba|bốn|cả \d{{1,3}})\s+(?:{UNIT}\s+)?(?:là cán bộ |đều |làm )?"
    r"(?P<what>chuyên trách|kiêm (?:nhiệm|chức))",
    re.IGNORECASE,
)
_ALL_CONCURRENT = re.compile(rf"^\s*{UNIT}?\s*kiêm (?:chức|nhiệm)", re.IGNORECASE)
_STAFF = re.compile(
    r"biên chế\s+(?P<size>\d{1,4})\s+(?P<printed>cán bộ chuyên trách|cán bộ|biên chế)"
)
_WORDS = {"hai": 2, "ba": 3, "bốn": 4}
_ID_WORDS = {
    "executive": "ban-chap-hanh",
    "standing": "ban-thuong-vu",
    "inspection": "uy-ban-kiem-tra",
}


def committees_of(reading: Reading, held: Sequence[Held]) -> list[Proposal]:
    """Return the bodies whose size a source prints."""
    found: list[Proposal] = []
    for sentences in reading.sentences:
        for sentence in sentences:
            for one in sizes_in(sentence.text):
                found.append(_committee(reading, held, sentence, one))
            if staff := _STAFF.search(sentence.text):
                found.append(_staff(reading, sentence, staff))
    return _once([*found, *_in_tables(reading, held)])


def _once(found: Sequence[Proposal]) -> list[Proposal]:
    """Return each body of a congress and size once: a history says it in several places."""
    seen: dict[tuple[object, ...], Proposal] = {}
    for one in found:
        record = one.record
        dated = "congress" in record
        key = (one.home, record["body"], record["size"], record.get("congress"))
        seen.setdefault(key if dated else (*key, one.paragraphs), one)
    return list(seen.values())


def _committee(reading: Reading, held: Sequence[Held], sentence: Sentence, one: Size) -> Proposal:
    text, body = sentence.text, one.code
    before = reading.lines[sentence.paragraph - 1][: sentence.start + one.start]
    organization = _home(reading, one.of, before)
    record: dict[str, Any] = {"id": "", "body": body, "size": one.size}
    record |= _parts(reading, sentence, one)
    if basis := _basis(text[: one.end]):
        record["basis"] = basis
    place = sentence.start + one.end
    congress = congress_near(held, organization, sentence.paragraph, place)
    asks: list[Ask] = []
    paragraphs = [sentence.paragraph]
    if congress:
        record["congress"] = congress.key
        paragraphs.append(congress.paragraph)
    else:
        record["date"] = ASKED
        asks.append(_ask_date(reading, held, sentence, organization))
    name = str(parse_roman(congress.key)) if congress else f"doan-{sentence.paragraph}"
    record["id"] = f"{_ID_WORDS[body]}-{name}"
    record["cite"] = cite(reading.source, paragraphs)
    home = home_of("committee", organization)
    found = Proposal("committee", home, record, tuple(sorted(set(paragraphs))), asks)
    found.reasons = dict.fromkeys(("body", "size"), f"nguồn viết: {one.body}")
    if congress:
        found.reasons["congress"] = f"nguồn viết: Đại hội hay khóa {congress.key}"
    return found


def _ask_date(reading: Reading, held: Sequence[Held], sentence: Sentence, organization: str) -> Ask:
    """Return the question since when a body is there, with the days and congresses near it."""
    line = reading.lines[sentence.paragraph - 1]
    days = [t for one in days_in(sentence.text) for t in one.edtf]
    days += [t for one in days_in(line[: sentence.start]) for t in one.edtf][-1:]
    if not days and sentence.paragraph > 1:
        last = reading.lines[sentence.paragraph - 2]
        days += [t for one in days_in(last) for t in one.edtf][-1:]
    days += [
        f"congress: {one.key}"
        for one in held
        if one.organization == organization and one.paragraph < sentence.paragraph
    ][-1:]
    question = "Có từ khi nào (date), hay do đại hội nào bầu (congress)?"
    return Ask("date", question, tuple(dict.fromkeys(days)))


def _in_tables(reading: Reading, held: Sequence[Held]) -> Iterator[Proposal]:
    """Yield the sizes in the columns of a table whose rows are congresses."""
    for table in tables_of(reading):
        for row in table.rows:
            congress = next((h for h in held if h.head and h.paragraph == row.paragraph), None)
            for name, cell in row.cells.items():
                body = re.sub(r"^số (?:lượng )?(?:ủy viên )?", "", name)
                if congress is None or body not in BODY_CODES or not cell.isdigit():
                    continue
                yield _of_row(reading, congress, BODY_CODES[body], int(cell))


def _of_row(reading: Reading, congress: Held, body: str, size: int) -> Proposal:
    record: dict[str, Any] = {
        "id": f"{_ID_WORDS[body]}-{parse_roman(congress.key)}",
        "body": body,
        "size": size,
        "congress": congress.key,
        "cite": cite(reading.source, (congress.paragraph,)),
    }
    home = home_of("committee", congress.organization)
    found = Proposal("committee", home, record, (congress.paragraph,))
    found.reasons = dict.fromkeys(("body", "size", "congress"), "bảng: đầu cột của đoạn trên")
    return found


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
    for one in (subject(reading, before, whole=True), reading.main):
        if one and _has_bodies(reading, one):
            return one
    return reading.main


def _has_bodies(reading: Reading, organization: str) -> bool:
    one = reading.archive.dossiers[organization].organization
    commission = one.short_name.lower().startswith(("ủy ban", "ban ", "hội đồng"))
    return one.kind in {"party", "mass"} and not commission


def _parts(reading: Reading, sentence: Sentence, one: Size) -> dict[str, int]:
    """Return how many of a body are full-time and how many have other posts, if it is said next."""
    rest, size = sentence.text[one.end :], one.size
    following = reading.sentences[sentence.paragraph - 1][sentence.at + 1 : sentence.at + 2]
    if following and following[0].text.startswith("("):
        rest += following[0].text
    end = min(
        (
            each.start()
            for each in re.finditer(r"Ban Thường vụ|Ủy ban Kiểm tra|đồng chí [A-ZĐ]", rest)
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
