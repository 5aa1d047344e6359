"""Numbers that a chapter types by hand though the data hold them, or without naming a source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from macros.archive.mentions import EXEMPT
from macros.chapter.markup import FILLER
from macros.chapter.prose import prose
from macros.checks.chapters import SHORT, Paragraph, paragraphs
from macros.messages.problems import Problem
from macros.wording.statistics import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.archive import Archive, Dossier
    from macros.chapter import Chapter

LEAST = 10
"""Smaller whole numbers are not compared: they may equal one of the data by chance."""

_NUMBER = re.compile(
    r"(?<![\w.,/–-])(?:\d{1,3}(?:[.,]\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,2})?)"
    r"(?=%|[ \u00a0][^\W\d])"
)
_HEADING = re.compile(r"^[ >]*#{1,6}.*$", re.MULTILINE)
_QUOTED = re.compile(r"“[^”\n]*”")
_LONGEST_UNIT = 60


class DataNumber(NamedTuple):
    """A number of the data: its unit in small letters, and the call that shows it."""

    unit: str
    call: str


def typed_numbers(chapter: Chapter, archive: Archive) -> Iterator[Problem]:
    """A number that the data hold with its unit is taken from there, and any number has a source.

    Of numbers without a source, only those in short paragraphs are reported here: the check of
    paragraphs skips these.
    """
    dossier = archive.dossiers.get(chapter.front_matter.organization or "")
    if dossier is None or chapter.path.removeprefix("docs/").startswith(EXEMPT):
        return
    known, units = _numbers_of(dossier, archive)
    own, blocks = "", list[Paragraph]()
    for found in _NUMBER.finditer(chapter.body):
        after = chapter.body[found.end() : found.end() + _LONGEST_UNIT].lstrip(" \u00a0").casefold()
        unit = next((unit for unit in units if _begins(after, unit)), "")
        if not unit:
            continue
        if not own:  # computed late, because most chapters have no such number
            own = _blanked(prose(chapter.body))
            blocks = list(paragraphs(own))
        if own[found.start()].isdigit():
            joint = "" if unit[0] == "%" else " "
            calls = [
                one.call for one in known.get(_value(found[0]), ()) if _begins(after, one.unit)
            ]
            yield from _problem(chapter, found, f"{found[0]}{joint}{unit}", calls, blocks)


def _problem(
    chapter: Chapter,
    found: re.Match[str],
    typed: str,
    calls: list[str],
    blocks: Sequence[Paragraph],
) -> Iterator[Problem]:
    if calls:
        message, remedy = f"con số “{typed}” gõ tay đã có trong dữ liệu", f"viết {calls[0]}"
    elif _is_short_without_calls(blocks, found.start()):
        message = f"con số “{typed}” gõ tay không dẫn nguồn nào"
        remedy = 'lấy từ dữ liệu bằng {{ statistic(…) }}, hoặc thêm {{ cite("nguồn#đoạn") }}'
    else:
        return
    yield Problem(chapter.position(found.start()), message, remedy)


def _is_short_without_calls(blocks: Sequence[Paragraph], offset: int) -> bool:
    before = bisect_right(blocks, offset, key=lambda one: one.start)
    if not before or offset >= blocks[before - 1].start + len(blocks[before - 1].text):
        return False
    text = blocks[before - 1].text
    return FILLER not in text and len(text.split()) <= SHORT


def _begins(text: str, unit: str) -> bool:
    return text.startswith(unit) and not text[len(unit) : len(unit) + 1].isalpha()


def _blanked(text: str) -> str:
    for pattern in (_HEADING, _QUOTED):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


def _value(printed: str) -> Decimal:
    """Return the value of a number, also in the English writing: 2,522 and 98.76."""
    whole, fraction = printed, ""
    if found := re.fullmatch(r"(.*)[.,](\d{1,2})", printed):
        whole, fraction = found.groups()
    return Decimal(f"{whole.replace('.', '').replace(',', '')}.{fraction or 0}").normalize()


def _numbers_of(
    dossier: Dossier, archive: Archive
) -> tuple[Mapping[Decimal, list[DataNumber]], tuple[str, ...]]:
    """Return the numbers of an organization, and all units, cached for its other chapters."""
    key = f"typed_numbers {dossier.id}"
    if key not in archive.memo:
        found: dict[Decimal, list[DataNumber]] = defaultdict(list)
        units = {"ủy viên", "đại biểu"}
        for value, one in _each(dossier, archive):
            whole = not value % 1
            units.add(one.unit)
            if one.unit and not (whole and (value < LEAST or one.unit[0] == "%")):
                found[value.normalize()].append(one)
        units |= {one.unit.casefold() for one in archive.indicators.values() if one.unit}
        # The longest first: “đảng viên mới” is not “đảng viên”.
        archive.memo[key] = found, tuple(sorted(units - {""}, key=len, reverse=True))
    known: tuple[Mapping[Decimal, list[DataNumber]], tuple[str, ...]] = archive.memo[key]
    return known


def _each(dossier: Dossier, archive: Archive) -> Iterator[tuple[Decimal, DataNumber]]:
    for one in dossier.observations:
        unit = unit_of(archive, one).casefold()
        category = f', category="{one.category}"' if one.part_of else ""
        call = f'{{{{ statistic("{one.indicator}", "{one.period}"{category}) }}}}'
        for value in (one.value, one.value_to):
            if value is not None:
                yield value, DataNumber(unit, call)
    for body in dossier.committees:
        if body.size is not None:
            yield (
                Decimal(body.size),
                DataNumber("ủy viên", f'{{{{ committee_size("{body.id}") }}}}'),
            )
    for meeting in dossier.meetings:
        if meeting.delegates is not None:
            call = f'{{{{ congress("{meeting.key}") }}}}'
            yield Decimal(meeting.delegates), DataNumber("đại biểu", call)
