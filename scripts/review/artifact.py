"""Reads what the job of a pull request left, as data of a stranger: nothing is unpacked or run."""

from __future__ import annotations

import io
import zipfile
import zlib

from pydantic import TypeAdapter, ValidationError

from macros.changes.compare import Changes
from macros.changes.formats import VERSION
from scripts.review.answer import Answer

MAX_PACKED = 4 * 1024 * 1024
MAX_FILE = 16 * 1024 * 1024
_MAX_ENTRIES = 16
_MAX_ERRORS = 10_000


class HostileError(ValueError):
    """What was left is not what our own job leaves."""


def read_answer(packed: bytes) -> Answer:
    """Return the answer in the bytes of an artifact; raises HostileError."""
    if len(packed) > MAX_PACKED:
        raise HostileError(f"{len(packed)} bytes packed")
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            if len(archive.infolist()) > _MAX_ENTRIES:
                raise HostileError(f"{len(archive.infolist())} entries")
            problems = _text(archive, "problems.json")
            changes = _text(archive, "changes.json")
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError) as error:
        raise HostileError(str(error)) from None
    errors, warnings = _problems(problems)
    return Answer(errors, warnings, _changes(changes))


def _text(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of one entry, by its exact name, read no further than is allowed."""
    try:
        with archive.open(name) as file:
            content = file.read(MAX_FILE + 1)
    except KeyError:
        raise HostileError(f"no {name}") from None
    if len(content) > MAX_FILE:
        raise HostileError(f"{name} is too large")
    return content


def _problems(text: bytes) -> tuple[tuple[str, ...], int]:
    try:
        found = TypeAdapter(dict[str, list[str] | int]).validate_json(text, strict=True)
    except ValidationError:
        raise HostileError("problems.json") from None
    errors, warnings = found.get("errors"), found.get("warnings")
    if not isinstance(errors, list) or not isinstance(warnings, int):
        raise HostileError("problems.json")
    if len(errors) > _MAX_ERRORS or not 0 <= warnings <= _MAX_ERRORS:
        raise HostileError("problems.json")
    return tuple(errors), warnings


def _changes(text: bytes) -> Changes:
    try:
        document = TypeAdapter(dict[str, object]).validate_json(text)
        if document.pop("version", None) != VERSION:
            raise HostileError("version of changes.json")
        return TypeAdapter(Changes).validate_python(document)
    except (ValidationError, RecursionError):
        raise HostileError("changes.json") from None
