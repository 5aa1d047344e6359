"""Checks the arguments of a call against its macro's signature and the ids of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.chapter.registry import ORGANIZATION, Choice, Macro, Parameter, Reference, Scalar, Value
from macros.chapter.segments import NO_ORGANIZATION, Fault
from macros.chapter.syntax import Argument, Invocation
from macros.loading.words import meant_code
from macros.loading.yaml.characters import snippet
from macros.messages.nouns import NOUNS
from macros.messages.suggest import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.chapter.page import Context, Lookup

_TYPES = {str: 'chữ trong nháy "…"', int: "số nguyên không có nháy", bool: "true hoặc false"}

_SHOWN = 80
"""The most letters of an argument that a message repeats; ids are shorter."""

Bound = list[tuple[Parameter, Argument]]


def bind(macro: Macro, call: Invocation) -> tuple[Bound, list[Fault]]:
    """Pair arguments with parameters; return a fault for each surplus, unknown or missing one."""
    bound: Bound = []
    faults: list[Fault] = []
    positional = [p for p in macro.parameters if not p.keyword_only]
    by_name = {p.name: p for p in macro.parameters}
    taken: set[str] = set()
    unlisted = False
    for index, argument in enumerate(call.arguments):
        if unlisted and argument.name is None:
            continue  # more items of what should have been one list, which is reported once
        if argument.name is not None:
            parameter = by_name.get(argument.name)
        else:
            parameter = positional[index] if index < len(positional) else None
        if parameter is None:
            faults.append(_unexpected(macro, argument, by_name))
        elif parameter.name in taken:
            message = f"tham số “{parameter.name}” được ghi hai lần"
            faults.append(Fault(argument.offset, message, f"viết {macro.usage}"))
        else:
            taken.add(parameter.name)
            bound.append((parameter, argument))
            unlisted |= (
                argument.name is None and parameter.many and not isinstance(argument.value, tuple)
            )
    faults += [
        Fault(call.offset, f"macro “{macro.name}” thiếu tham số “{p.name}”", f"viết {macro.usage}")
        for p in macro.parameters
        if p.required and p.name not in taken and not unlisted
    ]
    return bound, faults


def _unexpected(macro: Macro, argument: Argument, by_name: dict[str, Parameter]) -> Fault:
    """Return the fault of an argument without a parameter."""
    usage = f"viết {macro.usage}"
    if argument.name is None:
        return Fault(argument.offset, f"macro “{macro.name}” không nhận thêm tham số này", usage)
    message = f"macro “{macro.name}” không có tham số “{argument.name}”"
    remedy = did_you_mean(argument.name, by_name, macro.otherwise or usage)
    return Fault(argument.offset, message, remedy)


def check_values(bound: Bound, context: Context[Lookup]) -> Iterator[Fault]:
    """Yield a fault for each value of the wrong type, misspelt word or unknown id."""
    for parameter, argument in bound:
        value = argument.value
        if isinstance(value, tuple) is not parameter.many:
            shape = "một danh sách" if parameter.many else "một giá trị, không phải danh sách"
            message = f"tham số “{parameter.name}” phải là {shape}"
            yield Fault(argument.offset, message, _fix(parameter))
            continue
        for item in value if isinstance(value, tuple) else [value]:
            if fault := _check_item(parameter, item, argument.offset, context):
                yield fault


def _quoted(value: Scalar) -> str:
    """Return what an editor typed, as far as a message can repeat it."""
    return snippet(str(value), _SHOWN)


def _fix(parameter: Parameter) -> str:
    return f"viết {_TYPES[parameter.type]}" + (" trong ngoặc vuông" if parameter.many else "")


def _check_item(
    parameter: Parameter, item: Scalar, offset: int, context: Context[Lookup]
) -> Fault | None:
    """Return what is wrong with one value of the parameter, or None."""
    if type(item) is not parameter.type:
        message = f"tham số “{parameter.name}” phải là {_TYPES[parameter.type]}"
        return Fault(offset, message, f"sửa “{_quoted(item)}”")
    match parameter.rule:
        case Choice(values=values, codes=codes) if item not in values:
            message = f"tham số “{parameter.name}” không nhận “{_quoted(item)}”"
            meant = codes and meant_code(codes, str(item))
            others = f"chọn: {codes.words if codes else listed(values)}"
            remedy = f"viết “{meant}”" if meant else did_you_mean(str(item), values, others)
            return Fault(offset, message, remedy)
        case Reference(kind=kind, scoped=scoped):
            return _check_reference(kind, str(item), scoped, offset, context)
    return None


def _check_reference(
    kind: str, entry: str, scoped: bool, offset: int, context: Context[Lookup]
) -> Fault | None:
    """Return the fault of an id that is not in the archive, or None."""
    noun = NOUNS.get(kind, kind)
    organization = context.organization if scoped else None
    if scoped and organization is None:
        message = f"không biết {noun} “{_quoted(entry)}” là của tổ chức nào"
        remedy = 'thêm “organization: …” vào phần đầu chương hoặc organization="…" vào lời gọi'
        return Fault(offset, message, remedy, NO_ORGANIZATION)
    if context.archive.has(kind, entry, organization):
        return None
    where = f" của tổ chức “{organization}”" if organization else ""
    message = f"không có {noun} “{_quoted(entry)}”{where}"
    advice = context.archive.advice(kind, entry, organization)
    return Fault(offset, message, advice.remedy, advice.about)


def organization_of(bound: Bound, chapter_organization: str | None) -> str | None:
    """Return the organization a call is about: its own argument, else the chapter's."""
    for parameter, argument in bound:
        if parameter.name == ORGANIZATION and isinstance(argument.value, str):
            return argument.value
    return chapter_organization


def values(bound: Bound) -> dict[str, Value]:
    """Return the arguments by parameter."""
    return {
        parameter.name: list(value) if isinstance(value := argument.value, tuple) else value
        for parameter, argument in bound
    }
