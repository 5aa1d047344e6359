"""Dated events, and changes of organizations: founding, merger, renaming, transfer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.reading import days_in
from macros.drafting.subjects import matching, mentioned, subject
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.drafting.reading import Day, Reading, Sentence

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPENING = re.compile(
    r"(?:(?:Đến|Từ|Trong|Đầu|Cuối|Giữa)\s+)?(?:tối |sáng |chiều )?(?:ngày|tháng|năm)?\s*",
    re.IGNORECASE,
)
"""What stands before a month or a year at the beginning of a sentence."""
_RENAMED = re.compile(r"(?:được\s+)?đổi tên\s+(?:thành|là)\s+(?P<to>[^,.;()“”]{4,90})")
_MERGED = re.compile(
    r"(?:hợp nhất|sáp nhập|nhập nguyên trạng)(?:\s+(?:từ|toàn bộ|các|\d+))*\s+"
    r"(?P<parts>[^.;]{4,300})"
)
_BODY = r"(?:Đảng bộ|Chi bộ|Đoàn|Hội|Công đoàn|Phường|Xã|phường|xã)"
_WHOLE = re.compile(rf"thành lập\s+({_BODY}[^,.;()“”]{{3,90}}?)\s+(?:trên cơ sở|từ)")
_FOUNDED = re.compile(rf"(?:thành lập\s+(?P<what>{_BODY}[^,.;()“”]{{3,90}})|được thành lập)")
_MOVED = re.compile(
    r"chuyển(?: giao)?\s+(?:\d+\s+)?(?:tổ chức(?: cơ sở)? đảng|đảng bộ|chi bộ)[^.;]{0,120}?"
    r"\s+về\s+[^.;]{3,120}",
    re.IGNORECASE,
)
_NEAR = 100
"""Letters before “được thành lập” in which what was founded is named."""
_NO_CHANGE = re.compile(
    r"(?:trước và sau|trước khi|sau khi|trước|kể từ khi)\s*(?:khi\s+)?$", re.IGNORECASE
)


def events_of(reading: Reading, taken: Collection[tuple[int, str]]) -> list[Proposal]:
    """Return an event for each day that a sentence prints, or month or year that it begins with.

    `taken` are (paragraph, day) of other proposals. What happened is for the editor to word.
    """
    found: list[Proposal] = []
    for sentences in reading.sentences:
        for sentence in sentences:
            for day in days_in(sentence.text):
                text = day.edtf[0]
                opens = _OPENING.fullmatch(sentence.text[: day.start])
                told = (sentence.paragraph, text) in taken
                if len(day.edtf) == 1 and not told and (_DAY.fullmatch(text) or opens):
                    found.append(_event(reading, sentence, day))
    return found


def _event(reading: Reading, sentence: Sentence, day: Day) -> Proposal:
    before = reading.lines[sentence.paragraph - 1][: sentence.start + day.start]
    organization = subject(reading, before)
    record: dict[str, Any] = {
        "id": f"su-kien-{slug(day.edtf[0])}",
        "date": day.edtf[0],
        "summary": ASKED,
        "cite": cite(reading.source, (sentence.paragraph,)),
    }
    ask = Ask("summary", "Việc gì diễn ra hôm ấy? Viết một câu bằng lời của bạn.")
    return Proposal("event", home_of("event", organization), record, (sentence.paragraph,), [ask])


def changes_of(reading: Reading) -> list[Proposal]:
    """Return the changes of organizations that sentences tell of."""
    found = [
        one
        for sentences in reading.sentences
        for sentence in sentences
        for one in _in_sentence(reading, sentence)
    ]
    return list({one.home: one for one in reversed(found)}.values())[::-1]


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Proposal]:
    text = sentence.text
    if match := _RENAMED.search(text):
        one = _named(reading, text[: match.start()])
        other = next(matching(reading, match["to"].strip()), "") or one
        yield _change(reading, sentence, "renaming", [one], other)
    elif match := _MERGED.search(text):
        if not _NO_CHANGE.search(text[: match.start()]):
            whole = _whole(reading, sentence, match)
            parts = [
                one for one in reversed(list(mentioned(reading, match["parts"]))) if one != whole
            ]
            if whole and parts:
                yield _change(reading, sentence, "merger", parts, whole)
    elif (match := _FOUNDED.search(text)) and days_in(text):
        whole = next(matching(reading, match["what"] or ""), "") or _named(
            reading, text[max(0, match.start() - _NEAR) : match.start()]
        )
        if whole:
            yield _change(reading, sentence, "founding", [], whole)
    elif match := _MOVED.search(text):
        yield _change(reading, sentence, "transfer", [reading.main], "")


def _whole(reading: Reading, sentence: Sentence, match: re.Match[str]) -> str:
    """Return what came about by a merger: what is said to be founded before it."""
    before = sentence.text[: match.start()]
    founded = _WHOLE.search(before)
    if founded and (one := next(matching(reading, founded[1]), "")):
        return one
    return _named(reading, before)


def _named(reading: Reading, text: str) -> str:
    """Return the organization that a text begins with or names last."""
    return next(mentioned(reading, text), "")


def _change(
    reading: Reading, sentence: Sentence, kind: str, parts: list[str], whole: str
) -> Proposal:
    days = [t for day in days_in(sentence.text) for t in day.edtf if _DAY.fullmatch(t)]
    asks: list[Ask] = []
    date = days[0] if len(set(days)) == 1 else ASKED
    if date == ASKED:
        asks.append(Ask("date", "Diễn ra ngày nào?", tuple(dict.fromkeys(days))))
    participants: list[dict[str, str]] = [
        {"organization": one, "role": "from"} for one in parts if one
    ]
    participants += [{"organization": whole, "role": "to"}] if whole else []
    asks.append(Ask("summary", "Việc gì đã thay đổi? Viết một câu bằng lời của bạn."))
    record: dict[str, Any] = {"kind": kind, "date": date, "summary": ASKED}
    record["participants"] = participants
    record["cite"] = cite(reading.source, (sentence.paragraph,))
    word = {
        "renaming": "doi-ten",
        "merger": "hop-nhat",
        "founding": "thanh-lap",
        "transfer": "chuyen",
    }[kind]
    year = "" if date == ASKED else date[:4]
    name = slug(f"{word} {whole or sentence.paragraph} {year}")
    return Proposal("change", f"data/changes/{name}.yml", record, (sentence.paragraph,), asks)
