"""Checks of statistics and targets: parts and wholes, ratios and percentages, ranges."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.archive import Archive
from macros.messages.problems import Position, Problem
from macros.model.statistics import Observation, Ratio
from macros.model.targets import Printed
from macros.rules.printed_bounds import NUMBERS, Bounds, bounds_said, is_printed
from macros.text.numbers import decimals_of, percent_agrees, percent_of, say_number
from macros.text.numbers import printed_numbers as numbers_of


def values_given(archive: Archive) -> Iterator[Problem]:
    """An observation has exactly one of: a value, a range, a ratio, words."""
    for dossier in archive.dossiers.values():
        for one in dossier.observations:
            given = [name for name in ("value", "ratio", "words") if getattr(one, name) is not None]
            if not given:
                remedy = "ghi đúng một: value, ratio, hoặc words khi nguồn chỉ nói bằng lời"
                yield Problem(one.where(), "số liệu không có value, ratio hay words", remedy)
            elif len(given) > 1:
                listed = " và ".join(given)
                yield Problem(one.where(), f"số liệu có cả {listed}", "giữ lại một, xóa phần kia")
            if one.value_to is not None and (one.value is None or one.value_to <= one.value):
                yield Problem(
                    one.where("value_to"), "khoảng giá trị bị ngược", "value nhỏ hơn value_to"
                )
            if one.part_of and not (one.dimension and one.category):
                yield Problem(
                    one.where("part_of"),
                    "số liệu là một phần của số khác nhưng chưa nói chia theo gì",
                    "thêm dimension (tiêu chí chia) và category (tên phần)",
                )


def breakdowns(archive: Archive) -> Iterator[Problem]:
    """The parts of a whole add up to it, or the whole says why they do not."""
    for dossier in archive.dossiers.values():
        wholes = {one.id: one for one in dossier.observations}
        # A part of a whole that does not exist may be a part of this one.
        lost = {
            dimension for (whole_id, dimension) in dossier.parts if whole_id not in dossier.facts
        }
        for (whole_id, dimension), parts in sorted(dossier.parts.items()):
            whole = wholes.get(whole_id)
            if whole is None:
                continue
            yield from _repeated_categories(parts, dimension)
            # If two figures share an id, it is unknown which of them has the parts.
            unclear = whole_id in dossier.repeated or dimension in lost
            if dimension not in whole.partial_by and not unclear:
                yield from _breakdown(whole, dimension, [one for _, one in parts])


def _repeated_categories(
    parts: tuple[tuple[str, Observation], ...], dimension: str
) -> Iterator[Problem]:
    """Each category occurs once in a breakdown."""
    seen: dict[str, Observation] = {}
    for category, one in parts:
        if category in seen:
            yield Problem(
                one.where("category"),
                f"phần “{category}” (chia theo {dimension}) đã có ở “{seen[category].id}”",
                "sửa category hoặc part_of",
            )
        seen.setdefault(category, one)


def _amount(one: Observation) -> Decimal | None:
    """Return the value if it can be added exactly; None for a range or “over 90”."""
    quantity = one.ratio.numerator if one.ratio else one
    exact = quantity.qualifier is None and one.value_to is None
    return quantity.value if exact else None


def _place(one: Observation) -> Position:
    return one.where("ratio" if one.ratio else "value")


def _breakdown(whole: Observation, dimension: str, parts: list[Observation]) -> Iterator[Problem]:
    if whole.sums is False and not whole.sums_reason:
        yield Problem(whole.where("sums"), "sums: false nhưng không nói vì sao", "thêm sums_reason")
    values = [value for part in parts if (value := _amount(part)) is not None]
    stated = _amount(whole)
    if stated is None or len(values) != len(parts):
        return
    total = sum(values, Decimal(0))
    if whole.sums is None:
        yield Problem(
            whole.where(),
            f"“{whole.id}” được chia theo {dimension} nhưng chưa nói các phần có cộng đủ không",
            f"các phần cộng lại được {say_number(total)}; ghi sums: true, sums: false kèm "
            f"sums_reason, hoặc partial_by: {dimension} nếu nguồn chỉ nêu vài phần",
        )
    elif whole.sums and total != stated:
        listed = " + ".join(
            f"{say_number(value)} ({part.id})" for part, value in zip(parts, values, strict=True)
        )
        yield Problem(
            _place(whole),
            f"các phần theo {dimension} cộng lại là {listed} = {say_number(total)}, "
            f"không phải {say_number(stated)} ({whole.id})",
            "sửa con số sai, hoặc ghi sums: false kèm sums_reason nếu nguồn in như vậy",
            values=tuple(map(_place, (whole, *parts))),
        )
    elif whole.sums is False and total == stated:
        yield Problem(
            whole.where("sums"),
            f"sums: false nhưng các phần theo {dimension} cộng lại đúng bằng {say_number(total)}",
            "ghi sums: true và xóa sums_reason",
        )


def percentages(archive: Archive) -> Iterator[Problem]:
    """A printed percentage agrees with its ratio, or a conflict says that it does not."""
    for dossier in archive.dossiers.values():
        for one in dossier.observations:
            ratio = one.ratio
            if ratio is None or ratio.denominator.value == 0:
                if ratio is not None:
                    yield Problem(ratio.where("denominator"), "mẫu số bằng 0", "sửa mẫu số")
                continue
            if _inexact(ratio) or (dossier.id, one.id) in archive.conflicts_of:
                continue
            top, bottom = ratio.numerator.value, ratio.denominator.value
            if ratio.percent_printed is not None and not percent_agrees(
                top, bottom, ratio.percent_printed
            ):
                right = percent_of(top, bottom, decimals_of(ratio.percent_printed))
                yield Problem(
                    ratio.where("percent_printed"),
                    f"{say_number(top)}/{say_number(bottom)} là {say_number(right)}%, "
                    f"không phải {say_number(ratio.percent_printed)}%",
                    "sửa số gõ nhầm; nếu nguồn in như vậy, ghi một mục trong conflicts.yml",
                )


def _inexact(ratio: Ratio) -> bool:
    """Return whether a number has a qualifier (“over”, “about”), so that it cannot be computed."""
    numbers = (ratio.numerator.qualifier, ratio.denominator.qualifier, ratio.percent_qualifier)
    return any(qualifier is not None for qualifier in numbers)


def printed_ranges(archive: Archive) -> Iterator[Problem]:
    """A target or result is printed, with a valid range, or is marked as lost."""
    for dossier in archive.dossiers.values():
        for table in dossier.target_sets:
            for target in table.targets:
                for cell in (target.target, target.actual):
                    if cell is not None:
                        yield from _printed(cell)


def printed_numbers(archive: Archive) -> Iterator[Problem]:
    """The numbers of a cell stand in its printed wording, as the bound that its words make them."""
    for dossier in archive.dossiers.values():
        for table in dossier.target_sets:
            for target in table.targets:
                for cell in (target.target, target.actual):
                    if cell is not None and cell.printed:
                        yield from _numbers(cell, cell.printed)


def _numbers(cell: Printed, printed: str) -> Iterator[Problem]:
    given = {name: getattr(cell, name) for name in NUMBERS if getattr(cell, name) is not None}
    wrong = [name for name, number in given.items() if not is_printed(number, printed)]
    for name in wrong:
        there = ", ".join(str(number) for _, number in numbers_of(printed))
        yield Problem(
            cell.where(name),
            f"{name}: {given[name]} không có trong printed “{printed}”",
            f"ở đó có {there}: sửa {name}, hoặc sửa printed theo nguồn"
            if there
            else f"ở đó không có con số nào: sửa printed theo nguồn, hoặc xóa {name}",
        )
    unclear = cell.exclusive and cell.min is None and cell.max is None  # reported by _printed
    said = None if wrong or not given or unclear else bounds_said(printed)
    written = Bounds(cell.value, cell.min, cell.max, cell.exclusive)
    if said is not None and said != written:
        yield Problem(
            cell.where(next(iter(given))),
            f"printed “{printed}” không phải là {written}",
            f"ghi {said}",
        )


def _printed(cell: Printed) -> Iterator[Problem]:
    if cell.lost and (cell.printed or cell.value is not None):
        yield Problem(cell.where("lost"), "ô ghi là bị mất mà vẫn có giá trị", "xóa một trong hai")
    elif not cell.lost and cell.printed is None:
        yield Problem(cell.where(), "ô không có nguyên văn", "thêm printed, hoặc ghi lost: true")
    if cell.exclusive and cell.min is None and cell.max is None:
        yield Problem(
            cell.where("exclusive"),
            "exclusive: true mà không có min hay max",
            "ghi số ấy ở min (“trên 3%”) hoặc max (“dưới 3%”)",
        )
    if cell.min is not None and cell.max is not None and cell.min > cell.max:
        yield Problem(cell.where("min"), "khoảng giá trị bị ngược", "min không lớn hơn max")
