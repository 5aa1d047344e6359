"""The people that a sentence names, and who of those known they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.drafting.proposal import ASKED, Ask
from macros.evidence.words import words
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.drafting.reading import Reading

_ADDRESS = re.compile(
    r"(?<!\w)(?:các |hai |ba |những )?(?:đồng chí|đ/c|ông|bà)\s*:?\s+(?=\w)", re.IGNORECASE
)
_REPLACED = re.compile(
    r"(?:thay|thay thế|kế nhiệm|thay cho)\s+(?:cho\s+)?(?:đồng chí|đ/c|ông|bà)\s+$", re.IGNORECASE
)
_NEXT = re.compile(r"\s*(?:,|;| và|,? cùng)\s+(?:đồng chí |đ/c |ông |bà )?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WORDS = {
    "phó", "bí", "ủy", "uỷ", "chủ", "trưởng", "giám", "thành", "quận", "huyện", "tỉnh", "ban",
    "đảng", "chánh", "thường", "tổng", "đoàn", "hội",
}  # fmt: skip
_LONGEST = 5


class Named(NamedTuple):
    """A person as printed: the name and its place in the sentence."""

    start: int
    end: int
    name: str


class Group(NamedTuple):
    """People named together: “các đồng chí A, B và C”; `start` is that of the form of address."""

    start: int
    end: int
    people: tuple[Named, ...]
    replaced: bool = False


def groups_in(text: str, printed: str) -> list[Group]:
    """Return the people of a sentence after a form of address, with those listed behind them.

    `printed` is the sentence in its own spelling, letter by letter beside `text`.
    """
    found: list[Group] = []
    for address in _ADDRESS.finditer(text):
        if found and address.start() < found[-1].end:
            continue
        people = list(_listed(text, printed, address.end()))
        if people:
            replaced = bool(_REPLACED.search(text[: address.end()]))
            found.append(Group(address.start(), people[-1].end, tuple(people), replaced))
    return found


def _listed(text: str, printed: str, at: int) -> Iterator[Named]:
    while (one := _name_at(text, printed, at)) is not None:
        yield one
        following = _NEXT.match(text, one.end)
        if following is None:
            return
        at = following.end()


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
