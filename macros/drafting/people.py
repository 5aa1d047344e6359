"""The people that a sentence names, and who of those known they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.drafting.proposal import ASKED, Ask
from macros.drafting.surnames import PLACES, SURNAMES
from macros.evidence.words import words
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.drafting.reading import Reading

_RANK = (
    r"(?:thiếu|trung|thượng|đại) (?:tá|úy|uý)|(?:thiếu|trung|thượng) tướng|bác sĩ|kỹ sư|luật sư|"
    r"thạc sĩ|tiến sĩ|giáo sư|linh mục|thượng tọa"
)
_FORM = rf"(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cụ|{_RANK})"
_ADDRESS = re.compile(
    rf"(?<!\w)(?:các |hai |ba |bốn |những )?{_FORM}\s*:?\s+(?:{_RANK}\s+)?(?=\w)", re.IGNORECASE
)
_REPLACED = re.compile(
    rf"(?:thay|thay thế|kế nhiệm|thay cho)\s+(?:cho\s+)?(?:{_FORM}\s+)?$", re.IGNORECASE
)
_YEARS = r"(?:\s*\((?:[^()]*\d{4}[^()]*)\))?"
_NEXT = re.compile(
    rf"{_YEARS}\s*(?:,|;| và|,? cùng)\s+(?:với )?(?:các )?(?:{_FORM} )?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WORDS = {
    "phó", "bí", "ủy", "uỷ", "chủ", "trưởng", "giám", "thành", "quận", "huyện", "tỉnh", "ban",
    "đảng", "chánh", "thường", "tổng", "đoàn", "hội",
}  # fmt: skip
_LONGEST = 5
_LONGEST_BARE = 4
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")


class Named(NamedTuple):
    """A person as printed: the name and its place in the sentence."""

    start: int
    end: int
    name: str


class Group(NamedTuple):
    """People named together: “các đồng chí A, B và C”; `start` is that of the form of address.

    `bare` is whether no form of address stands before them, `replaced` whether another takes their
    place.
    """

    start: int
    end: int
    people: tuple[Named, ...]
    replaced: bool = False
    bare: bool = False


def groups_in(text: str, printed: str) -> list[Group]:
    """Return the people of a sentence, with those listed behind them, in order.

    `printed` is the sentence in its own spelling, letter by letter beside `text`. A name without a
    form of address is one of three or four words of which the first is a surname.
    """
    found: list[Group] = []
    for address in _ADDRESS.finditer(text):
        if found and address.start() < found[-1].end:
            continue
        people = list(_listed(text, printed, address.end()))
        if people:
            replaced = bool(_REPLACED.search(text[: address.end()]))
            found.append(Group(address.start(), people[-1].end, tuple(people), replaced))
    return sorted([*found, *_bare(text, printed, found)])


def _bare(text: str, printed: str, addressed: list[Group]) -> Iterator[Group]:
    """Yield the names without a form of address, those listed together as one group."""
    at = 0
    for word in _WORD.finditer(text):
        start = word.start()
        inside = any(one.start <= start < one.end for one in addressed)
        if start < at or inside or not _may_begin_name(text, word):
            continue
        people = tuple(_listed(text, printed, start, least=3))
        if people and not any(people[0].start < one.start < people[-1].end for one in addressed):
            at = people[-1].end
            replaced = bool(_REPLACED.search(text[:start]))
            yield Group(start, at, people, replaced, bare=True)


def _may_begin_name(text: str, word: re.Match[str]) -> bool:
    if not word.group()[0].isupper() or word.group().lower() not in SURNAMES:
        return False
    before = _WORD_BEFORE.search(text[: word.start()])
    if before is None:
        return True
    # “Chủ tịch UBND Lê Văn An”: letters of an abbreviation may stand before a name.
    one = before[1]
    capital = one[0].isupper() and not (one.isupper() and len(one) > 1)
    return one.lower() not in PLACES and not capital


def _listed(text: str, printed: str, at: int, least: int = 2) -> Iterator[Named]:
    while (one := _name_at(text, printed, at)) is not None:
        if least > 2 and not _is_name(text[one.start : one.end], least):
            return
        yield one
        following = _NEXT.match(text, one.end)
        if following is None:
            return
        at = following.end()


def _is_name(text: str, least: int) -> bool:
    parts = text.split()
    return parts[0].lower() in SURNAMES and least <= len(parts) <= _LONGEST_BARE


def _name_at(text: str, printed: str, at: int) -> Named | None:
    """Return the name that begins at a place: two to five words with a capital, no title."""
    end, count = at, 0
    for word in _WORD.finditer(text, at):
        if word.start() != (end + 1 if count else at) or (count and text[end] != " "):
            break
        whole = word.group()
        if not whole[0].isupper() or (count != 1 and whole.lower() in _TITLE_WORDS):
            break
        if count == _LONGEST or (len(whole) > 1 and whole.isupper()):
            break
        end, count = word.end(), count + 1
    return Named(at, end, printed[at:end]) if count >= 2 else None


def names_in(text: str, printed: str = "") -> list[Named]:
    """Return the names of a cell or an item: of two to five words, the first a surname."""
    found: list[Named] = []
    at = 0
    for word in _WORD.finditer(text):
        if word.start() < at or not _may_begin_name(text, word):
            continue
        one = _name_at(text, printed or text, word.start())
        if one and _is_name(text[one.start : one.end], 2):
            found.append(one)
            at = one.end
    return found


def bare_name(text: str, printed: str) -> Named | None:
    """Return the name that a line consists of, as under a signature."""
    one = _name_at(text, printed, 0)
    return one if one and one.end == len(text.rstrip(" .")) else None


class Known(NamedTuple):
    """Who a name may be: the id for a record, what is asked of it, a name that is new."""

    id: str
    ask: Ask | None = None
    new: str = ""


def who(reading: Reading, name: str) -> Known:
    """Return whom a name means.

    One person of that name with a post in the organizations of the source is meant. Any other, and
    one of several, is asked about. A name that nobody has becomes a new person.
    """
    archive = reading.archive
    key = words(name)
    same = [
        one.id
        for one in archive.people.values()
        if key in {words(text) for text in (one.name, *(alias.name for alias in one.aliases))}
    ]
    own = set(reading.organizations)
    near = [one for one in same if any(d.id in own for d, _ in archive.memberships_of.get(one, ()))]
    if len(same) == 1 and near:
        return Known(same[0])
    fresh = _free(slug(name), set(archive.people))
    if not same:
        return Known(fresh, None, name)
    question = f"“{name}” là ai trong những người cùng tên, hay là người mới?"
    return Known(ASKED, Ask("person", question, (*same, fresh)))


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 2, wanted
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
