"""Who holds which title of a sentence: by taking it, or as what somebody is called."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.drafting.titles import Title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.people import Group, Named

_POST = r"(?:(?:cương vị|trọng trách|nhiệm vụ|chức(?: trách| vụ| danh)?)\s*)?"
_TAKES = re.compile(
    r"\b(?:giữ(?: lại)?|nắm giữ|đảm nhiệm|đảm nhận|đảm trách|nhận|làm|là|kiêm(?: nhiệm)?|bầu|"
    r"tham gia|vào|cử|trúng cử|đắc cử|chức(?: vụ| danh)?|bổ sung|bổ nhiệm|chỉ định)"
    rf"(?: các)?\s*(?:vào )?{_POST}:?\s*(?:quyền )?$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:thôi|rời|miễn nhiệm|bãi nhiệm|cách chức|từ chức|bàn giao|từ nhiệm|hết nhiệm kỳ|"
    r"sau (?:[^\W\d_]+|\d+) (?:năm|khóa)|thay mặt)\b[^;]*$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:nguyên|cựu|trước đó|từng|đang|vốn)(?: là| giữ chức| giữ| làm)?\s*$", re.IGNORECASE
)
_JOINED = re.compile(r"^\s*(?:,|và|kiêm|, kiêm|\(kiêm\)|-|–|, đồng thời là)\s*$", re.IGNORECASE)
_ARE = re.compile(
    r"^\s*(?:[^,.;:]{0,25}?)\s*(?:là|gồm(?: có)?|:|do|giao cho|trao cho|thuộc về)\s*(?:các )?$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:được|giữ|làm|bầu|điều động|bổ nhiệm|chỉ định|luân chuyển|nghỉ|chuyển|thay|về|dự|"
    r"phát biểu|chủ trì|nói)\b"
)
_CALLED = re.compile(r"^\s*(?:[,(–-]|, hiện là)\s*(?:quyền )?$", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:hai|ba|bốn|các|những|0?\d)\s+$", re.IGNORECASE)
_WITH = re.compile(r"^\s*,?\s*cùng(?: với)?\s*(?:các )?$", re.IGNORECASE)
_ELECTS = re.compile(r"\b(?:bầu|cử|chỉ định)\b", re.IGNORECASE)
_BODIES = re.compile(
    r"(?:vào|tham gia)\s+((?:Ban (?:Chấp hành|Thường vụ)(?:, | và )?)+)", re.IGNORECASE
)
_AGAIN = re.compile(r"(?: và [^;.]{0,80})?\s*(?:đều |cùng |được |tiếp tục )*(?:tái cử|tái đắc cử)")
BODIES = {"chấp hành": "executive", "thường vụ": "standing"}
"""Bodies that somebody may be appointed to, by the last words of their names."""
_OF_WHAT = re.compile(
    r"^(?:\s*(?:nhân dân|huyện|xã|tỉnh|thị xã|thành phố|quận|phường|khóa [IVXLC]+))*\s*$"
)
"""What of a title elsewhere may stand between it and a name: “Chủ tịch Ủy ban nhân dân huyện”."""
_PREVIOUS = re.compile(r"\b(?:nguyên|cựu)\s+$", re.IGNORECASE)


class Taken(NamedTuple):
    """That people hold a post: by taking it, or as what they are called on a day."""

    people: tuple[Named, ...]
    title: Title
    taken: bool
    start: int
    end: int


class _Holder(NamedTuple):
    group: Group
    taken: bool


def holders(text: str, groups: Sequence[Group], titles: Sequence[Title]) -> Iterator[Taken]:
    """Yield who holds the titles of a sentence, those elsewhere left out."""
    own = [
        one
        for one in titles
        if not any(g.start <= one.start < g.end and not g.bare for g in groups)
    ]
    roles: dict[int, _Holder] = {}
    for run in _runs(text, own):
        roles |= _of_run(text, groups, own, run)
    for at, (group, taken) in sorted(roles.items()):
        title = own[at]
        if title.organization:
            people = _respective(roles, at)
            yield Taken(people, title, taken, group.start, title.end)
            yield from _more(text, groups, own, at, roles)


def _runs(text: str, titles: Sequence[Title]) -> list[list[int]]:
    """Return the titles joined by a comma or “kiêm”, as lists of their places."""
    runs: list[list[int]] = []
    for at, title in enumerate(titles):
        between = text[titles[at - 1].end : title.start] if at else ""
        if runs and runs[-1][-1] == at - 1 and _JOINED.match(between):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _of_run(
    text: str, groups: Sequence[Group], titles: Sequence[Title], run: list[int]
) -> dict[int, _Holder]:
    """Return the holders of titles joined together: the people before, behind, or one each."""
    first, last = titles[run[0]], titles[run[-1]]
    behind = _behind(text, groups, last)
    before = _before(text, groups, first)
    if behind is None:
        return _kept(text, titles, run, before) if before else {}
    called = _OF_WHAT.match(text[last.end : behind.group.start])
    if before is None or len(run) == 1 or (called and not before.taken):
        return dict.fromkeys(run, behind)
    # “A làm Bí thư, Phó Bí thư là B”: only the first is theirs who stand before.
    return {run[0]: before} | dict.fromkeys(run[1:], behind)


def _kept(
    text: str, titles: Sequence[Title], run: list[int], before: _Holder
) -> dict[int, _Holder]:
    found = {run[0]: before}
    for one, other in pairwise(run):
        kiem = "kiêm" in text[titles[one].end : titles[other].start]
        found[other] = _Holder(before.group, found[one].taken or kiem)
    return found


def _behind(text: str, groups: Sequence[Group], title: Title) -> _Holder | None:
    """Return those named behind a title: “Bí thư là A”, “Bí thư: A”, “Bí thư A”."""
    group = next((one for one in groups if one.start >= title.end), None)
    if group is None or (group.replaced and not group.bare):
        return None
    between = text[title.end : group.start]
    if _PREVIOUS.search(text[: title.start]):
        return None
    if _OF_WHAT.match(between) and group.bare:
        return _Holder(group, _becomes(text, group))
    return _Holder(group, True) if _ARE.match(between) else None


def _becomes(text: str, group: Group) -> bool:
    """Return whether those called by a title are then said to be elected to it again."""
    return _AGAIN.match(text[group.end :]) is not None


def _before(text: str, groups: Sequence[Group], title: Title) -> _Holder | None:
    """Return those named before a title: “A làm Bí thư”, “A, Bí thư”, “A (Bí thư)”."""
    previous = [one for one in groups if one.end <= title.start and not one.replaced]
    if not previous:
        return None
    group = previous[-1]
    between = text[group.end : title.start]
    if _WAS.search(between) or _LEFT.search(between) or _LEFT.search(text[: group.start][-40:]):
        return None
    if _TAKES.search(between):
        return _Holder(group, True)
    if _CALLED.match(between) or not _ACTS.search(between):
        in_bracket = between.strip() == "(" and _elected(text[: group.start])
        return _Holder(group, in_bracket) if _near(between) else None
    return None


def _elected(before: str) -> bool:
    """Return whether those named next, with posts in brackets, are elected to them."""
    found = list(_ELECTS.finditer(before))
    return bool(found) and not _ACTS.search(before[found[-1].end() :])


def _near(between: str) -> bool:
    return ";" not in between


def _respective(roles: dict[int, _Holder], at: int) -> tuple[Named, ...]:
    """Return the people of a title: all of a group, or one each of as many titles."""
    group = roles[at].group
    own = [one for one in sorted(roles) if roles[one] == roles[at]]
    several = len(own) == len(group.people) > 1
    return (group.people[own.index(at)],) if several else group.people


def _more(
    text: str,
    groups: Sequence[Group],
    titles: Sequence[Title],
    at: int,
    roles: dict[int, _Holder],
) -> Iterator[Taken]:
    """Yield further people of a title: “hai Phó Bí thư: A lo …, B lo …”, “cùng với B”."""
    title, (group, taken) = titles[at], roles[at]
    limit = titles[at + 1].start if at + 1 < len(titles) else len(text)
    several = _SEVERAL.search(text[: title.start]) is not None and group.start >= title.end
    place = max(group.end, title.end)
    for one in groups:
        if one.start < place or one.end > limit or one.replaced:
            continue
        if several or _WITH.match(text[place : one.start]):
            yield Taken(one.people, title, taken, one.start, title.end)
            place = one.end


def bodies_taken(
    text: str, groups: Sequence[Group], members: dict[str, str], organization: str
) -> Iterator[Taken]:
    """Yield the seats of bodies that somebody is appointed to: “chỉ định vào Ban Chấp hành”.

    `members` are the codes of the roles of members by body, `organization` whose bodies they are.
    """
    for match in _BODIES.finditer(text):
        group = next(
            (g for g in reversed(groups) if g.end <= match.start() and not g.replaced), None
        )
        if group is None:
            continue
        for words, code in BODIES.items():
            if words in match[1].lower() and code in members:
                title = Title(match.start(), match.end(), words, "", members[code], organization)
                yield Taken(group.people, title, True, group.start, match.end())
