"""Which key or code an editor meant who typed a label or word that readers see.

The labels of fields and the words of codes come from the model; none is listed here again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from macros.messages.suggest import did_you_mean, nearest, offered
from macros.model.closed_list import closed_list_of
from macros.model.scalars import bare
from macros.text.vietnamese import alike

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from macros.model.closed_list import ClosedList

_BETWEEN = re.compile(r"\s*[,;]\s*")
_LOOKED_AT = 20
"""The most unknown keys of one record that are matched with missing ones."""


def model_at(model: type[BaseModel], names: Sequence[str]) -> type[BaseModel]:
    """Return the record class that owns the last field of the path `names`."""
    current = model
    for step in names[:-1]:
        if step in current.model_fields:
            current = _record_in(current.model_fields[step].annotation) or current
    return current


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """Return the record class inside `tuple[X, ...] | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found: Iterable[type[BaseModel] | None] = map(_record_in, get_args(annotation))
    return next((one for one in found if one is not None), None)


def _plain(text: str) -> str:
    """Return the form in which words are compared: without case, marks and hyphens."""
    return alike(re.sub(r"[-_]", " ", text))


# --- keys -----------------------------------------------------------------------------------


def meant_key(owner: type[BaseModel], typed: str) -> str | None:
    """Return the key whose label was typed, or another word for it, or the nearest key."""
    labels = {_plain(info.title): key for key, info in owner.model_fields.items() if info.title}
    other: Mapping[str, str] = getattr(owner, "called_elsewhere", {})
    return labels.get(_plain(typed)) or other.get(typed) or nearest(typed, owner.model_fields)


def with_meant_keys(model: type[BaseModel], errors: Sequence[Any]) -> list[Any]:
    """Return pydantic's errors, joining an unknown key with the missing key that was meant.

    The joined error has that key under `stands_for`. It is found by its label or its letters, or
    because the record has exactly one unknown and one missing key.
    """
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    if not missing:
        return list(errors)
    unknown: dict[tuple[Any, ...], list[str]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            keys = unknown.setdefault(error["loc"][:-1], [])
            if len(keys) < _LOOKED_AT:
                keys.append(error["loc"][-1])
    replaced: dict[tuple[Any, ...], str] = {}
    gone: set[tuple[Any, ...]] = set()
    for record, keys in unknown.items():
        names = [step for step in record if isinstance(step, str)]
        lacking = [loc[-1] for loc in missing if loc[:-1] == record]
        for key in keys:
            owner = model_at(model, [*names, key])
            meant: str | None = meant_key(owner, key)
            instead = next(
                (one for one in lacking if meant and _instead(owner, one) == meant), None
            )
            if instead is None and len(keys) == len(lacking) == 1:
                (meant,) = lacking
            if meant is not None and (instead or meant) in lacking:
                replaced[(*record, key)] = meant
                gone.add((*record, instead or meant))
    return [
        {**error, "stands_for": replaced[error["loc"]]} if error["loc"] in replaced else error
        for error in errors
        if error["loc"] not in gone
    ]


def _instead(owner: type[BaseModel], required: str) -> str | None:
    """Return the field that may stand instead of a required one, if there is one."""
    fields: Mapping[str, str] = getattr(owner, "instead", {})
    return fields.get(required)


def key_remedy(
    owner: type[BaseModel], typed: str, present: Collection[str], stands_for: str = ""
) -> str:
    """Return what to do about an unknown key of a record that has the keys `present`."""
    meant = meant_key(owner, typed)
    title = owner.model_fields[meant].title if meant else None
    if meant and meant in present:
        return f"xóa dòng này: mục đã có “{meant}”"
    if title and _plain(title) == _plain(typed):
        return f"đó là nhãn của khóa “{meant}”: viết “{meant}: …”"
    if meant and not (stands_for and meant != stands_for):
        return offered(meant, "")
    if stands_for:
        label = owner.model_fields[stands_for].title
        return f"mục này còn thiếu “{stands_for}” ({label}): nếu là nó thì viết “{stands_for}: …”"
    return "xóa dòng này, hoặc dùng một trong: " + ", ".join(sorted(owner.model_fields))


# --- codes ----------------------------------------------------------------------------------


def code_remedy(field: FieldInfo, typed: str) -> str:
    """Return what to write in place of a value that is no code of the field's closed list."""
    codes = closed_list_of(field)
    assert codes is not None
    parts = [one for one in _BETWEEN.split(bare(typed)) if one]
    if len(parts) > 1 and "tuple" in str(field.annotation):
        found = [meant_code(codes, one) for one in parts]
        if all(found):
            return f"viết [{', '.join(filter(None, found))}]"
    code = meant_code(codes, bare(typed))
    if code:
        return f"viết {code}"
    return did_you_mean(bare(typed), codes, f"chọn một trong: {codes.words}")


def meant_code(codes: ClosedList[Any], typed: str) -> str | None:
    """Return the code that was typed, or whose word or description was.

    Otherwise the only one that sources express by what is typed.
    """
    wanted = _plain(typed)
    for one in codes.entries:
        if wanted in {_plain(word) for word in (one.code, one.word, one.description) if word}:
            return str(one.code)
    said = [one for one in codes.entries if wanted in map(_plain, one.sources)]
    return str(said[0].code) if len(said) == 1 else None
