"""The ids that a site has, with what each is called, for completion in an editor.

The schemas of the data files refer to them. They change with the data, so git does not keep them:
as a second home of every name they would be a conflict of any two pull requests. `make check`,
`make schemas`, `make format`, `make new` and `make import` write them anew, `make serve` where
there are none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from macros.archive.complete import load_archive
from macros.messages.nouns import NOUNS
from macros.model.scalars import ID_PATTERN
from macros.system.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.archive import Archive

CODES = "data/schemas/codes.json"
_KINDS: Mapping[str, str] = {
    "person": "person",
    "people": "person",
    "post": "role",
    "indicator": "indicator",
    "document": "document",
    "documents": "document",
    "replaces": "document",
    "organization": "organization",
    "organizations": "organization",
    "parent": "organization",
    "area": "organization",
    "picture": "picture",
}
"""What the fields of these names refer to, where they hold ids."""
_EXAMPLES = {
    "person": "make new PERSON=…",
    "role": "data/posts.yml",
    "indicator": "data/indicators.yml",
    "document": "make new DOCUMENT=…",
    "organization": "make new ORGANIZATION=…",
    "picture": "make new PICTURE=…",
}


def refer(schema: dict[str, Any]) -> None:
    """Let the fields of a schema that hold ids of other records refer to the known ids."""
    records = (schema, *schema.get("$defs", {}).values())
    for record in records:
        for name, field in record.get("properties", {}).items():
            if kind := _KINDS.get(name):
                _refer(field, kind)


def _refer(schema: dict[str, Any], kind: str) -> None:
    if schema.get("pattern") == ID_PATTERN:
        del schema["pattern"], schema["type"]
        schema["$ref"] = f"codes.json#/$defs/{kind}"
    for inner in (schema.get("items"), *schema.get("anyOf", ())):
        if isinstance(inner, dict):
            _refer(inner, kind)


def codes_text(archive: Archive) -> str:
    """Return the file of known ids: for each kind the ids, and the label of each in its place."""
    labels: Mapping[str, Mapping[str, str]] = {
        "person": {i: one.name for i, one in archive.people.items()},
        "role": {i: one.label for i, one in archive.roles.items()},
        "indicator": {i: one.label for i, one in archive.indicators.items()},
        "document": {
            i: " ".join(filter(None, (one.symbol, one.subject))) or i
            for i, one in archive.documents.items()
        },
        "organization": {i: one.title for i, one in archive.dossiers.items()},
        "picture": {i: one.caption for i, one in archive.pictures.items()},
    }
    found = {"$defs": {kind: _of_kind(kind, labels[kind]) for kind in labels}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _of_kind(kind: str, labels: Mapping[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if not labels:
        return {**schema, "pattern": ID_PATTERN}
    ids = sorted(labels)
    schema["enum"] = ids
    schema["enumDescriptions"] = [labels[one] for one in ids]
    schema["errorMessage"] = (
        f"Chưa có mã {NOUNS[kind]} này: chọn một mã đã có, hoặc thêm ở {_EXAMPLES[kind]} rồi "
        "chạy make check"
    )
    return schema


def refresh_codes(root: Path) -> None:
    """Write the known ids anew, if the site has schemas: read the data for it."""
    if (root / CODES).parent.is_dir():
        write_codes(root, load_archive(root)[0])


def begin_codes(root: Path) -> None:
    """Write the known ids if the site has schemas and no such file yet, as after cloning it."""
    if not (root / CODES).exists():
        refresh_codes(root)


def write_codes(root: Path, archive: Archive) -> None:
    """Write the known ids, if the site has schemas and the file says something else.

    That it cannot be written is no fault of what an editor was doing: completion is a help.
    """
    path = root / CODES
    if not path.parent.is_dir():
        return
    text = codes_text(archive)
    with suppress(OSError):
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_atomically(path, text.encode())
