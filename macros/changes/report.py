"""The changes of a pull request as blocks of plain text, which each format writes in its way."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.changes.differences import VERBS, Difference
from macros.project.vanished_addresses import REDIRECTS
from macros.text.numbers import say_number
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.changes.chapters import ChapterChange
    from macros.changes.compare import Changes
    from macros.changes.record_words import Detail

_PAIRS = 6
"""So many moves of a citation are told one by one."""
_NAMED = 8
_UNSUPPORTED = "trích dẫn giữ nguyên"


@dataclass(frozen=True)
class Item:
    """A line of a list: its text, the citations at its end, and lines below it."""

    text: str
    sources: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list; `strong` are the words that a paragraph begins with."""

    heading: str = ""
    level: int = 2
    strong: str = ""
    paragraph: str = ""
    items: tuple[Item, ...] = ()


def blocks(changes: Changes) -> Iterator[Block]:
    """Yield the report: totals, what to look at first, then everything that differs."""
    yield Block(f"Thay đổi so với {changes.base}", level=1)
    yield Block(paragraph=_totals(changes))
    yield from _first(changes)
    told = [one for one in changes.facts if one.kind != "recited"]
    for _, group in groupby(told, key=lambda one: one.owner):
        listed = list(group)
        yield Block(listed[0].section, items=tuple(_fact(one) for one in listed))
    recited = [one for one in changes.facts if one.kind == "recited"]
    if recited:
        yield Block("Chỉ đổi trích dẫn, giá trị giữ nguyên", items=tuple(_recited(recited)))
    if changes.chapters:
        yield Block("Chương", items=tuple(_chapter(one) for one in changes.chapters))
    if addresses := tuple(_addresses(changes)):
        yield Block("Địa chỉ", items=addresses)
    lists = {
        "Hình cạnh các chương": changes.pictures,
        "Lời của nguồn được công bố": changes.texts,
        "Mục lục và cài đặt": changes.navigation,
        "Ngoài nội dung (người giữ mã nguồn cần đọc)": changes.program,
    }
    for heading, lines in lists.items():
        if lines:
            yield Block(heading, items=tuple(map(Item, lines)))
    if evidence := tuple(_evidence(changes)):
        yield Block("Tệp bằng chứng của nguồn", items=evidence)


def _addresses(changes: Changes) -> Iterator[Item]:
    """Yield the addresses that have moved, and those that are gone without a way on."""
    yield from (Item(f"Chuyển {old} đến {new or '/'}") for old, new in changes.moved)
    yield from (Item(f"Thôi chuyển {old} đến {new or '/'}") for old, new in changes.unmoved)
    for one in changes.vanished:
        lost = f"Mất {one}: ai đã dẫn đến đó sẽ không tìm thấy; thêm vào {REDIRECTS}"
        yield Item(lost, strong=True)


def _evidence(changes: Changes) -> Iterator[Item]:
    for line in changes.evidence:
        yield Item(f"{line}; người giữ nguồn cần so với bản chép")
    for line in changes.forged:
        yield Item(line, strong=True)


def _totals(changes: Changes) -> str:
    counts = Counter(one.kind for one in changes.facts)
    facts = ", ".join(f"{counts[kind]} {word}" for kind, word in VERBS.items() if counts[kind])
    others = [
        f"{len(of)} {word}"
        for of, word in (
            (changes.chapters, "chương"),
            (changes.pictures, "hình cạnh chương"),
            (changes.texts, "nguồn công bố lời"),
            (changes.navigation, "thay đổi của mục lục và cài đặt"),
            (changes.evidence, "tệp bằng chứng"),
        )
        if of
    ]
    return " ".join(
        f"{one}." for one in (facts or "Không dữ kiện nào thay đổi", ", ".join(others)) if one
    )


def _first(changes: Changes) -> Iterator[Block]:
    """Yield what a reviewer should know before the list."""
    facts = changes.facts
    if any(one.kind in ("renamed", "moved") for one in facts) or any(
        one.kind == "moved" for one in changes.chapters
    ):
        yield Block(
            strong="Có mã bị đổi.",
            paragraph="Mã không bao giờ đổi: địa chỉ trang và các chỗ trỏ tới đều theo mã. Trả lại "
            "mã cũ, trừ khi mã vừa mới đặt và chưa công bố.",
        )
    conflicts = [one for one in facts if one.conflict and one.kind == "added"]
    if conflicts:
        yield Block(
            strong=f"Chỗ chưa thống nhất mới: {len(conflicts)}.",
            paragraph=f"{_listed(one.id for one in conflicts)}. Đọc cả hai bên trước khi nhận.",
        )
    unsupported = [one for one in facts if one.unsupported]
    if unsupported:
        yield Block(
            strong=f"Giá trị đổi mà trích dẫn giữ nguyên: {len(unsupported)}.",
            paragraph=f"{_listed(one.id for one in unsupported)}. So lại từng giá trị với đoạn "
            "được dẫn.",
        )
    if changes.unread:
        yield Block(
            paragraph=f"{changes.unread} lỗi khi đọc dữ liệu và các chương, nên danh sách này có "
            "thể thiếu: chạy make check."
        )
    if changes.unread_before:
        yield Block(
            paragraph=f"{changes.unread_before} chỗ của bản để so không đọc được bằng chương trình "
            "này, nên danh sách này có thể thiếu."
        )


def _listed(ids: Iterable[str]) -> str:
    found = list(ids)
    rest = len(found) - _NAMED
    return ", ".join(found[:_NAMED]) + (f" và {rest} mục khác" if rest > 0 else "")


def _fact(one: Difference) -> Item:
    verb = capital(VERBS[one.kind])
    if one.kind in ("renamed", "moved"):
        (detail,) = one.details
        ids = (
            f"“{detail.before}” thành “{detail.after}”"
            if one.kind == "renamed"
            else f"“{one.id}” từ “{detail.before}”"
        )
        return Item(f"{verb} {ids} ({one.words})", one.sources)
    lines = tuple(_detail(detail) for detail in one.details)
    mark = f" ({_UNSUPPORTED})" if one.unsupported else ""
    if one.kind == "changed":
        if len(lines) == 1:
            return Item(f"{verb} “{one.id}” ({one.words}): {lines[0]}{mark}", one.sources)
        return Item(f"{verb} “{one.id}” ({one.words}){mark}", one.sources, lines)
    return Item(f"{verb} “{one.id}”: {one.words}", one.sources, lines)


def _detail(detail: Detail) -> str:
    label = f"{detail.label}: " if detail.label else ""
    if not detail.before:
        return f"{label}{detail.after}"
    return f"{label}{detail.before} → {detail.after}"


def _recited(found: Sequence[Difference]) -> Iterator[Item]:
    """Yield one line for all facts that cite other places of the same sources."""
    moves: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in found:
        cited = (*one.left, *one.new) or one.sources
        of = tuple(dict.fromkeys(name.partition("#")[0] for name in cited))
        said = f"{', '.join(one.left) or '(không)'} → {', '.join(one.new) or '(không)'}"
        moves[of].append(said if one.left or one.new else "xếp lại thứ tự")
    for sources, pairs in moves.items():
        told = list(dict.fromkeys(pairs))
        rest = len(told) - _PAIRS
        more = f" và {rest} chỗ khác" if rest > 0 else ""
        yield Item(
            f"{len(pairs)} dữ kiện dẫn {', '.join(sources)}: {'; '.join(told[:_PAIRS])}{more}"
        )


def _chapter(one: ChapterChange) -> Item:
    words = [
        f"{verb} {say_number(count)} từ"
        for verb, count in (("thêm", one.come), ("bớt", one.gone))
        if count
    ]
    was = f" từ {one.was}" if one.was else ""
    verb = capital(VERBS[one.kind])  # type: ignore[index]
    head = f"{verb} {one.path}{was} (“{one.title}”)" + (f": {', '.join(words)}" if words else "")
    below = (
        *((f"Ở mục: {'; '.join(one.sections)}",) if one.sections else ()),
        *(f"Kể thêm: {told}" for told in one.told),
        *(f"Không kể nữa: {told}" for told in one.untold),
        *(f"Phần đầu chương, {setting}" for setting in one.settings),
    )
    return Item(head, (), below)
