"""When a post was taken, how and by whose decision, as the words beside it say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.drafting.congresses import congress_near
from macros.drafting.reading import days_in
from macros.drafting.tables import list_head
from macros.model.career_codes import MANNERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.drafting.congresses import Held
    from macros.drafting.people import Named
    from macros.drafting.reading import Reading, Sentence
    from macros.drafting.title_holders import Taken

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
_SPAN = re.compile(r"\d{4}(?:-\d\d){0,2}/\d{4}(?:-\d\d){0,2}")
_TO_DAY = re.compile(
    r"[\s,(]*(?:(?:từ|kể từ|bắt đầu từ|vào|hồi|ngày|tháng|năm|đầu|cuối|giữa)\s+)*", re.IGNORECASE
)
_FROM = re.compile(r"^(?:Trong )?(?:Thời gian )?Từ (?:(?:năm|tháng|ngày) )?$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]{4,40})\)")
_ACTING = re.compile(r"\bquyền\s+$", re.IGNORECASE)
_PROVISIONAL = re.compile(r"^[^,;.]{0,25}\blâm thời\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\b(?:cùng ngày|hôm ấy|hôm đó|ngày ấy)\b", re.IGNORECASE)
_END = 10**6
"""A place behind the end of any paragraph."""


class When(NamedTuple):
    """Since when a post is held: a day, a congress, or days to choose from; and until when."""

    day: str = ""
    congress: Held | None = None
    offers: tuple[str, ...] = ()
    until: str = ""


def when_of(
    reading: Reading, held: Sequence[Held], sentence: Sentence, taken: Taken, person: Named
) -> When:
    """Return when a post was taken: by the days beside it, before it, or by the congress."""
    text, organization = sentence.text, taken.title.organization
    if taken.taken and (beside := _beside(text, taken, person)):
        return beside
    days = [
        one.edtf[0]
        for one in days_in(text)
        if one.end <= taken.start and len(one.edtf) == 1 and _POINT.fullmatch(one.edtf[0])
    ]
    place = sentence.start + taken.start
    congress = _congress(reading, held, organization, sentence.paragraph, place)
    here = congress is not None and congress.paragraph == sentence.paragraph
    if days and not (here and congress and congress.start >= sentence.start):
        return When(days[-1])
    line = reading.lines[sentence.paragraph - 1]
    after = [text for one in days_in(text) for text in one.edtf]
    earlier = [text for one in days_in(line[: sentence.start]) for text in one.edtf]
    offers = (*earlier[-1:], *after) if _SAME_DAY.search(text) else (*after, *earlier[-1:])
    if not offers and not congress and sentence.paragraph > 1:
        last = days_in(reading.lines[sentence.paragraph - 2])
        offers = tuple(text for one in last for text in one.edtf)[-1:]
    return When("", congress, tuple(dict.fromkeys(offers)))


def _beside(text: str, taken: Taken, person: Named) -> When | None:
    """Return the time right behind a title or a name, or that the sentence begins with."""
    if bracket := _BRACKET.match(text, person.end):
        for one in days_in(f"từ {bracket[1]}"):
            if len(one.edtf) == 1:
                first, _, last = one.edtf[0].partition("/")
                return When(first, until=last)
    for one in days_in(text):
        if len(one.edtf) != 1:
            continue
        first, _, last = one.edtf[0].partition("/")
        behind = one.start >= taken.end and _TO_DAY.fullmatch(text[taken.end : one.start])
        opens = _FROM.fullmatch(text[: one.start]) and one.end <= taken.start
        if (behind and _POINT.fullmatch(first)) or (opens and last):
            return When(first, until=last)
    return None


def _congress(
    reading: Reading, held: Sequence[Held], organization: str, paragraph: int, place: int
) -> Held | None:
    """Return the congress that a passage is about, or that heads the list that it stands in."""
    congress = congress_near(held, organization, paragraph, place)
    if congress is None:
        # A commission is elected at the congress of its party organization.
        near = (congress_near(held, one.organization, paragraph, place) for one in held)
        congress = next((one for one in near if one and one.paragraph == paragraph), None)
    if congress is None and (head := list_head(reading, paragraph)):
        congress = congress_near(held, organization, head, _END)
    return congress


def capacity_of(text: str, taken: Taken) -> str:
    """Return the code of how a post is held if not in full, "" if the words do not say so."""
    if _ACTING.search(text[: taken.title.start]):
        return "acting"
    return "provisional" if _PROVISIONAL.match(text[taken.title.start :]) else ""


def manner_of(text: str, taken: Taken) -> dict[str, Any]:
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
